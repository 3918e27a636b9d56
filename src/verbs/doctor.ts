/** Configuration, database, clock, tokens, sources → what is wrong and how to mend it (`readout doctor`). */
import type { Config } from '../config.js'
import { operatorWords } from '../messages/words.js'
import { changedShape } from '../sources/health.js'
import { bad, type Finding, good } from './finding.js'
import { modelFindings } from './model-findings.js'
import { print, type Session } from './session.js'
import { slackFindings } from './slack-findings.js'

const say = operatorWords()
const contradictionDays = 7
const mostContradictions = 20
const undatedDays = 30
const leastUndated = 2
const leastUndatedShare = 0.1

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
    const bot = body.result?.username ?? '?'
    const privacy = say(body.result?.can_read_all_group_messages ? 'doctor-privacy-off' : 'doctor-privacy-on', { bot })
    return good('telegram', `@${bot}. ${privacy}`)
  } catch {
    return bad('telegram', say('doctor-unreachable', { name: config.telegram.apiRoot }), say('doctor-network-remedy'))
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

/** Sources whose articles became much shorter or longer at once. */
async function shapeFindings(session: Session): Promise<Finding[]> {
  const { sources } = session.readout.commandPorts
  const shapes = await sources.shapes(session.readout.now())
  return (await sources.list()).flatMap(({ id, name }) => {
    const shape = shapes.get(id)
    if (!shape || !changedShape(shape)) return []
    return [
      bad(
        `source ${id}`,
        say('doctor-shape', { name, before: Math.round(shape.before), recent: Math.round(shape.recent) }),
        say('doctor-shape-remedy', { id }),
      ),
    ]
  })
}

/** Sources that give no dates, or dates that cannot be: what they write is kept and shown to nobody. */
async function undatedFindings({ readout }: Session): Promise<Finding[]> {
  const since = new Date(readout.now().getTime() - undatedDays * 86_400_000)
  const unseen = new Map((await readout.unseenArticles(since)).map((row) => [row.sourceId, row]))
  return (await readout.commandPorts.sources.list()).flatMap(({ id, name, kind }) => {
    const { undated = 0, all = 0 } = unseen.get(id) ?? {}
    // What somebody pasted has often no date; a few pages without one are at every outlet.
    if (kind === 'files' || undated < leastUndated || undated / all < leastUndatedShare) return []
    return [bad(`source ${id}`, say('doctor-undated', { name, undated, all }), say('doctor-undated-remedy'))]
  })
}

function keepingFinding({ keepDays }: Config): Finding {
  return good('keeping', keepDays === null ? say('doctor-keep-all') : say('doctor-keep-days', { days: keepDays }))
}

/** Rows that older rules derived still serve, but not as well as they could. */
async function derivationFindings({ readout }: Session): Promise<Finding[]> {
  const stale = await readout.staleArticles()
  const since = new Date(readout.now().getTime() - contradictionDays * 86_400_000)
  const doubtful = await readout.contradictions(since, mostContradictions)
  return [
    stale === 0 ? good('rules', say('doctor-rules-current')) : bad('rules', say('doctor-stale', { articles: stale }), say('doctor-stale-remedy')),
    ...doubtful.map(({ articleId, title, statement }) =>
      bad(
        `article a${articleId}`,
        say('doctor-contradiction', { title, speaker: statement.speaker, role: statement.role ?? '–', text: statement.text.slice(0, 160) }),
        say('doctor-contradiction-remedy', { speaker: statement.speaker }),
      ),
    ),
  ]
}

/** What holds sending up: an admin's word, or a platform that refuses the bot. */
async function sendingFindings({ readout }: Session): Promise<Finding[]> {
  const { outboxView, isSendingPaused } = readout.commandPorts
  const findings = [
    ...((await isSendingPaused()) ? [bad('sending', say('doctor-sending-paused'), say('doctor-sending-paused-remedy'))] : []),
    ...(await outboxView.stopped()).map(({ sender, reason, since }) =>
      bad('sending', say('doctor-sending-stopped', { sender, since: since.toISOString() }), reason),
    ),
  ]
  return findings.length > 0 ? findings : [good('sending', say('doctor-sending'))]
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
    ...(await slackFindings(config, ask)),
    ...(await sendingFindings(session)),
    ...(await modelFindings(config, session.readout.commandPorts.lexicon, ask)),
    keepingFinding(config),
    ...(await derivationFindings(session)),
    ...(await sourceFindings(session)),
    ...(await shapeFindings(session)),
    ...(await undatedFindings(session)),
  ]
  if (session.options.json) return print(JSON.stringify(findings))
  for (const finding of findings)
    print(`${finding.ok ? 'ok ' : '!! '} ${finding.about}: ${finding.says}${finding.remedy ? `\n    ${finding.remedy}` : ''}`)
}
