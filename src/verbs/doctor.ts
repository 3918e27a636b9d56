/** Configuration, database, clock, tokens, sources → what is wrong and how to mend it (`readout doctor`). */
import type { Config } from '../config.js'
import { operatorWords } from '../messages/words.js'
import { print, type Session } from './session.js'

const say = operatorWords()

export interface Finding {
  about: string
  ok: boolean
  says: string
  /** What to do; null when nothing is wrong. */
  remedy: string | null
}

const good = (about: string, says: string): Finding => ({ about, ok: true, says, remedy: null })
const bad = (about: string, says: string, remedy: string): Finding => ({ about, ok: false, says, remedy })

/** The token is in the address, so the address is never shown. */
async function telegramFinding(config: Config, ask: typeof fetch): Promise<Finding> {
  if (!config.telegram.token) return good('telegram', say('doctor-not-set', { name: 'TELEGRAM_BOT_TOKEN' }))
  try {
    const reply = await ask(`${config.telegram.apiRoot}/bot${config.telegram.token}/getMe`, { signal: AbortSignal.timeout(10_000) })
    const body = (await reply.json()) as { ok?: boolean; description?: string; result?: { username?: string; can_read_all_group_messages?: boolean } }
    if (!body.ok)
      return bad(
        'telegram',
        say('doctor-token-refused', { name: 'TELEGRAM_BOT_TOKEN', reason: body.description ?? String(reply.status) }),
        say('doctor-token-remedy'),
      )
    const privacy = say(body.result?.can_read_all_group_messages ? 'doctor-privacy-off' : 'doctor-privacy-on')
    return good('telegram', `@${body.result?.username ?? '?'}. ${privacy}`)
  } catch {
    return bad('telegram', say('doctor-unreachable', { name: config.telegram.apiRoot }), say('doctor-network-remedy'))
  }
}

async function slackFinding(config: Config, ask: typeof fetch): Promise<Finding> {
  if (!config.slack.botToken) return good('slack', say('doctor-not-set', { name: 'SLACK_BOT_TOKEN' }))
  try {
    const reply = await ask(new URL('auth.test', config.slack.apiUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${config.slack.botToken}` },
      signal: AbortSignal.timeout(10_000),
    })
    const body = (await reply.json()) as { ok?: boolean; error?: string; team?: string }
    if (!body.ok)
      return bad(
        'slack',
        say('doctor-token-refused', { name: 'SLACK_BOT_TOKEN', reason: body.error ?? String(reply.status) }),
        say('doctor-token-remedy'),
      )
    return good('slack', body.team ?? 'ok')
  } catch {
    return bad('slack', say('doctor-unreachable', { name: config.slack.apiUrl }), say('doctor-network-remedy'))
  }
}

async function sourceFindings(session: Session): Promise<Finding[]> {
  const { sources } = session.readout.commandPorts
  const list = (await sources.list()).filter((source) => source.kind !== 'files')
  if (list.length === 0) return [bad('sources', say('sources-none'), say('nothing-read-next', { add: 'addsource <link>', demo: 'demo' }))]
  const states = await sources.pollStates()
  const failing = list.filter((source) => source.state === 'active' && (states.get(source.id)?.failures ?? 0) > 0)
  return [
    good(
      'sources',
      say('sources-total', { total: list.length, active: list.filter((source) => source.state === 'active').length, failing: failing.length }),
    ),
    ...failing.map((source) =>
      bad(`source ${source.id}`, `${source.name}: ${states.get(source.id)?.lastError ?? ''}`, say('doctor-source-remedy', { id: source.id })),
    ),
  ]
}

/** An article that claims to be of the future shows a clock that is behind, or a source that lies. */
async function clockFinding(session: Session): Promise<Finding> {
  const now = session.readout.now()
  const { newestAt } = await session.readout.commandPorts.archive.state(new Date(now.getTime() + 366 * 86_400_000))
  const ahead = newestAt ? newestAt.getTime() - now.getTime() : 0
  return ahead > 3_600_000
    ? bad('clock', say('doctor-clock-behind', { now: now.toISOString() }), say('doctor-clock-remedy'))
    : good('clock', now.toISOString())
}

/** Everything that can be told without changing anything; the exit code is 0 whatever is found. */
export async function doctor(session: Session, ask: typeof fetch): Promise<void> {
  const { config, storeSays } = session.readout
  const findings = [
    good('configuration', say('doctor-configuration')),
    good('database', storeSays()),
    await clockFinding(session),
    await telegramFinding(config, ask),
    await slackFinding(config, ask),
    ...(await sourceFindings(session)),
  ]
  if (session.options.json) return print(JSON.stringify(findings))
  for (const finding of findings)
    print(`${finding.ok ? 'ok ' : '!! '} ${finding.about}: ${finding.says}${finding.remedy ? `\n    ${finding.remedy}` : ''}`)
}
