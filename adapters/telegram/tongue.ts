/** A chat and what Telegram reports of a person → the language in which the adapter itself speaks there: the chosen one first. */
import type { Message } from '../../src/messages/message.js'
import { plain } from '../../src/messages/spans.js'
import { interfaceLanguage, type WordValues, words } from '../../src/messages/words.js'
import type { ChatAddress } from '../../src/subscribers/address.js'
import type { ChatStore } from '../../src/subscribers/chat.js'

type Language = ReturnType<typeof interfaceLanguage>

export interface Tongue {
  language(address: ChatAddress, hint: string | null): Promise<Language>
  /** One line of our own words. */
  saying(key: string, place: { address: ChatAddress; languageHint: string | null }, values?: WordValues): Promise<Message>
}

export function createTongue(chats: Pick<ChatStore, 'standing'>): Tongue {
  async function language(address: ChatAddress, hint: string | null): Promise<Language> {
    return (await chats.standing(address))?.lang ?? interfaceLanguage(hint)
  }
  return {
    language,
    async saying(key, { address, languageHint }, values = {}) {
      const lang = await language(address, languageHint)
      return { blocks: [{ type: 'paragraph', spans: [plain(words(lang)(key, values))] }], buttons: [], lang }
    },
  }
}
