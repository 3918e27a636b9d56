/** own, weblogin, admins, promote, demote, allow, audit, stats, outbox, resend, pausesending, resumesending; forget, which is anyone's. */
import { z } from 'zod'
import { clockTime, longDate } from '../messages/format.js'
import type { Message } from '../messages/message.js'
import { plain } from '../messages/spans.js'
import type { Role } from '../subscribers/chat.js'
import type { OutboxCounts } from '../subscribers/outbox-view.js'
import { chatName, parsePerson, personName } from '../subscribers/people.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { record } from './recording.js'
import { reply } from './reply-lines.js'

function command(name: string, who: Command['who'], run: Command<string>['run'], aliases: Command['aliases'] = {}): Command<string> {
  return { name, aliases, who, summary: `command-${name}`, arguments: z.string().trim(), run }
}

/** The one-time link was opened: whoever opens it is owner. */
const own = command('own', 'anyone', async (code, context, ports) => {
  const by = personName(context.person.address)
  if (!code || !(await ports.links.use('own', code.replace(/^own_/, ''), by, context.now)))
    return reply([context.say('own-refused')], context, { owner: false })
  await ports.chats.setRole(context.person.id, 'owner')
  await record('own', { person: by }, context, ports)
  return reply([context.say('own-done'), context.say('own-next', { add: '`addsource`' })], context, { owner: true }, [
    { label: context.say('button-starter'), command: 'addsource' },
    { label: context.say('button-sources'), command: 'sources' },
  ])
})

/** Where a one-time link to the admin pages is for the owner's eyes only. */
const weblogin = command('weblogin', 'owner', async (_words, context, ports) => {
  if (context.chat.kind !== 'private') return reply([context.say('weblogin-private')], context, { link: null })
  const link = ports.web.loginLink(await ports.links.make('login', context.now))
  await record('weblogin', {}, context, ports)
  return reply([context.say('weblogin-link', { link })], context, { link })
})

const admins = command('admins', 'admin', async (_words, context, ports) => {
  const all = await ports.people.admins()
  if (all.length === 0) return reply([context.say('admins-none')], context, [])
  const rows = all.map((person) => ({ person: personName(person.address), role: person.role }))
  return reply(
    rows.map((row) => context.say('admins-line', { person: row.person, role: context.say(`role-${row.role}`) })),
    context,
    rows,
  )
})

/** `promote workspace`: its own admins may change the sources from now on. */
async function letWorkspace(name: string, yes: boolean, context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const { platform, workspace } = context.person.address
  await ports.workspaceRights.letChangeSources(platform, workspace, yes, context.now)
  await record(name, { workspace: `${platform}:${workspace}`, sources: yes }, context, ports)
  return reply([context.say(yes ? 'promote-workspace' : 'demote-workspace')], context, { changed: workspace, sources: yes })
}

function changeRole(name: string, role: Role, done: string): Command<string> {
  return command(name, 'owner', async (words, context, ports) => {
    if (/^workspace$/i.test(words) && context.person.address.workspace !== '') return letWorkspace(name, role === 'admin', context, ports)
    const address = parsePerson(words, context.person.address)
    if (!address) return { ...reply([context.say('person-unknown', { words: words || '?' })], context, { changed: null }), failed: true }
    const person = await ports.chats.person(address, context.now)
    if (person.role === 'owner' && (await ports.people.admins()).filter((one) => one.role === 'owner').length === 1)
      return reply([context.say('last-owner')], context, { changed: null })
    await ports.chats.setRole(person.id, role)
    await record(name, { person: personName(address), from: person.role, to: role }, context, ports)
    return reply([context.say(done, { person: personName(address) })], context, { changed: personName(address), role })
  })
}

/** Lets this chat in, where only invited or listed chats may use the bot. */
const allow = command('allow', 'admin', async (words, context, ports) => {
  const allowed = !/^(?:no|off)$/i.test(words)
  await ports.people.allow(context.chat.id, allowed)
  await record('allow', { chat: chatName(context.chat.address), allowed }, context, ports)
  return reply([context.say(allowed ? 'allow-done' : 'allow-undone')], context, { allowed })
})

/** A one-time link that lets one chat in. */
const invite = command('invite', 'admin', async (_words, context, ports) => {
  const code = await ports.links.make('invite', context.now)
  await record('invite', {}, context, ports)
  const link = ports.web.inviteLink(`inv_${code}`)
  const lines = [context.say('invite-code', { code: `inv_${code}` }), ...(link ? [context.say('invite-web', { link })] : [])]
  return reply(lines, context, { code: `inv_${code}`, link })
})

const audit = command('audit', 'admin', async (words, context, ports) => {
  const entries = await ports.audit.list(20, /^\d+$/.test(words) ? Number(words) : undefined)
  if (entries.length === 0) return reply([context.say('audit-none')], context, [])
  const lines = entries.map(
    (entry) => `${entry.id}. ${longDate(entry.at, context.lang, context.zone)} · ${entry.by} · ${entry.action} ${JSON.stringify(entry.detail)}`,
  )
  return reply(lines, context, entries)
})

/** How sending goes, in numbers; that it is paused, or that a platform takes nothing, stands first. */
async function sendingLines(counts: OutboxCounts, context: CommandContext, ports: CommandPorts): Promise<string[]> {
  const { say, lang, zone } = context
  const stopped = (await ports.outboxView.stopped()).map(({ sender, reason, since }) =>
    say('sending-stopped', { sender, reason, time: clockTime(since, lang, zone), date: longDate(since, lang, zone) }),
  )
  return [...((await ports.isSendingPaused()) ? [say('sending-paused')] : []), ...stopped, say('stats-sending', { ...counts })]
}

/** Numbers only: never who follows or asks what. */
const stats = command('stats', 'admin', async (_words, context, ports) => {
  const counts = await ports.subscriptions.counts()
  const state = await ports.archive.state(context.asOf)
  const sending = await ports.outboxView.counts(context.now)
  const lines = [
    context.say('stats-reading', { articles: state.articles, sources: state.sources, failing: state.sourcesFailing }),
    context.say('stats-subscribers', { ...counts }),
    ...(await sendingLines(sending, context, ports)),
  ]
  return reply(lines, context, { ...counts, articles: state.articles, sources: state.sources, sending })
})

const outbox = command('outbox', 'admin', async (_words, context, ports) => {
  const counts = await ports.outboxView.counts(context.now)
  const lines = await ports.outboxView.troubled(context.now, 20)
  const rows = lines.map((line) =>
    context.say('outbox-line', {
      delivery: line.delivery,
      state: context.say(`delivery-${line.state}`),
      platform: line.platform,
      chat: line.chat,
      attempts: line.attempts,
      reason: line.reason ?? '',
    }),
  )
  return reply([...(await sendingLines(counts, context, ports)), ...rows], context, { counts, troubled: lines })
})

const resend = command('resend', 'admin', async (words, context, ports) => {
  const number = /^\d{1,15}$/.test(words) ? Number(words) : null
  const done = number !== null && (await ports.outboxView.resend(number, context.now))
  if (!done) return { ...reply([context.say('resend-unknown', { words: words || '?' })], context, { resent: null }), failed: true }
  await record('resend', { delivery: number }, context, ports)
  return reply([context.say('resend-done', { delivery: number })], context, { resent: number })
})

function pausing(name: string, paused: boolean): Command<string> {
  return command(name, 'admin', async (_words, context, ports) => {
    await ports.pauseSending(paused)
    await record(name, {}, context, ports)
    return reply([context.say(paused ? 'sending-paused' : 'sending-resumed')], context, { paused })
  })
}

const forget = command(
  'forget',
  'anyone',
  async (words, context, ports) => {
    if (!/^(?:me|меня|ինձ|məni|ჩემი|beni)$/iu.test(words)) {
      const message: Message = {
        blocks: [{ type: 'paragraph', spans: [plain(context.say('forget-ask'))] }],
        buttons: [[{ label: context.say('button-forget'), command: 'forget', argument: 'me' }]],
        lang: context.lang,
      }
      return { messages: [message], data: { forgotten: false } }
    }
    const gone = await ports.people.forget(context.person.id, context.chat.kind === 'private' ? context.chat.id : null)
    return reply([context.say('forget-done', { subscriptions: gone.subscriptions, follows: gone.follows })], context, { forgotten: true, ...gone })
  },
  { ru: ['забудь'], hy: ['մոռացիր'], az: ['unut'], ka: ['დამივიწყე'], tr: ['unut'] },
)

export const administeringCommands = [
  own,
  weblogin,
  admins,
  changeRole('promote', 'admin', 'promote-done'),
  changeRole('demote', 'reader', 'demote-done'),
  allow,
  invite,
  audit,
  stats,
  outbox,
  resend,
  pausing('pausesending', true),
  pausing('resumesending', false),
  forget,
]
