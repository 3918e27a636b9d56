/** admin add, admin link: the operator at the terminal grants the rights that chats then have. */
import { loginLink } from '../../adapters/web/web.js'
import { WrongWords } from '../commands/run.js'
import { operatorWords } from '../messages/words.js'
import { parsePerson, personName } from '../subscribers/people.js'
import { print, type Session } from './session.js'

const say = operatorWords()

export async function adminVerb(words: readonly string[], session: Session): Promise<void> {
  const { chats, links, audit } = session.readout.commandPorts
  const now = session.readout.now()
  const [what, whom = ''] = words
  if (what === 'link') {
    const code = await links.make('own', now)
    const web = loginLink(session.readout.config.http, await links.make('login', now))
    return print(session.options.json ? JSON.stringify({ code, web }) : `${say('admin-link', { code })}\n${say('admin-link-web', { link: web })}`)
  }
  const address = what === 'add' ? parsePerson(whom, { platform: '', workspace: '' }) : null
  if (!address) throw new WrongWords(say('admin-how'))
  const person = await chats.person(address, now)
  await chats.setRole(person.id, 'owner')
  await audit.record({ at: now, by: 'terminal:local', action: 'admin add', detail: { person: personName(address) } })
  print(session.options.json ? JSON.stringify({ owner: personName(address) }) : say('admin-added', { person: personName(address) }))
}
