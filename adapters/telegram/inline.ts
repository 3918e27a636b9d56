/** "@bot peace treaty" typed in any chat → cards to send there: the answer, and each of its first stories whole. */
import type { Api } from 'grammy'
import type { InlineQuery, InlineQueryResultArticle } from 'grammy/types'
import type { Message } from '../../src/messages/message.js'
import { messageText } from '../../src/messages/spans.js'
import { interfaceLanguage, words } from '../../src/messages/words.js'
import type { Handle } from '../../src/platform.js'
import type { TelegramLog } from './log.js'
import { render } from './render.js'
import { isAttachment, split } from './split.js'
import { addressOf, type Me, personOf } from './updates.js'

const storiesOffered = 3
const cacheSeconds = 60
const titleLength = 90

/** First line and the next, of a text that begins with a heading or the answer. */
function card(id: string, message: Message, button: { text: string; url: string } | null): InlineQueryResultArticle[] {
  // A card is one message: what does not fit stays behind; a picture can't be sent this way.
  const [part] = split({ ...message, blocks: message.blocks.filter((block) => !isAttachment(block)) })
  if (!part) return []
  const { text, entities } = render(part)
  const lines = messageText(part)
    .split('\n')
    .filter((line) => line.trim())
  const title = (lines[0] ?? '').slice(0, titleLength)
  const description = lines
    .slice(1)
    .join(' ')
    .slice(0, 2 * titleLength)
  if (!title) return []
  return [
    {
      type: 'article',
      id,
      title,
      ...(description ? { description } : {}),
      input_message_content: { message_text: text, entities, link_preview_options: { is_disabled: true } },
      ...(button ? { reply_markup: { inline_keyboard: [[button]] } } : {}),
    },
  ]
}

/** Answers the query; a query that ran out meanwhile is nobody's fault. */
export async function answerInline(
  query: InlineQuery,
  update: string,
  { api, me, handle, log }: { api: Pick<Api, 'answerInlineQuery'>; me: Me; handle: Handle; log: TelegramLog },
): Promise<void> {
  const ask = (command: string, argument: string, key: string): Promise<Message[]> =>
    handle({
      // A place of its own: what is typed here is no list of the private chat.
      address: addressOf(query.from.id, 'inline'),
      kind: 'private',
      title: null,
      person: personOf(query.from.id),
      command,
      argument,
      languageHint: query.from.language_code ?? null,
      zoneHint: null,
      chatAdmin: true,
      idempotencyKey: key,
    })
  const answers = await ask('latest', query.query.trim().slice(0, 256), update)
  const [answer] = answers
  const stories = answer?.stories?.slice(0, storiesOffered) ?? []
  const results = answer ? card('answer', answer, null) : []
  for (const story of stories) {
    const [whole] = await ask('story', `s${story}`, `${update}:s${story}`)
    if (!whole) continue
    // Who reads the card in some chat opens the story in the bot, with all that can be done from there.
    const text = words(interfaceLanguage(whole.lang))('button-whole-story')
    results.push(...card(`s${story}`, whole, { text, url: `https://t.me/${me.username}?start=story_${story}` }))
  }
  await api
    .answerInlineQuery(query.id, results, { cache_time: cacheSeconds, is_personal: true })
    .catch((error: unknown) => log.debug({ error: String(error) }, 'an inline query could not be answered'))
}
