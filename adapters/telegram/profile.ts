/** The words of the interface → what people see of the bot before they press Start: descriptions in six languages, the menu button. */
import { Api, GrammyError } from 'grammy'
import { interfaceLanguage, words } from '../../src/messages/words.js'
import { menuLanguages } from './commands-menu.js'
import { networkReason } from './errors.js'

/**
 * Writes them, in place of what was set at BotFather, and gives the bot's name.
 * Not done at each start: an operator may have found words of his own.
 * @throws in one line, naming the variable that Telegram refuses.
 */
export async function publishProfile({ token, apiRoot }: { token: string; apiRoot: string }): Promise<string> {
  const api = new Api(token, { apiRoot: apiRoot.replace(/\/+$/, '') })
  try {
    const me = await api.getMe()
    for (const lang of menuLanguages) {
      const say = words(interfaceLanguage(lang))
      const language = lang === null ? {} : { language_code: lang }
      await api.setMyDescription(`${say('help-line')}\n\n${say('start-ask-private')}`, language)
      await api.setMyShortDescription(say('profile-short'), language)
    }
    await api.setChatMenuButton({ menu_button: { type: 'commands' } })
    return me.username
  } catch (error) {
    if (error instanceof GrammyError)
      throw new Error(`TELEGRAM_BOT_TOKEN: Telegram refuses ${error.method} (${error.error_code} ${error.description})`)
    throw new Error(`Telegram can't be reached: ${networkReason(error)}`)
  }
}
