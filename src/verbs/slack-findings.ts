/** Slack's variables → what Slack says to the tokens and which scopes are missing (`readout doctor`). Opens no socket and posts nothing. */
import { apiRoot, tokensFault } from '../../adapters/slack/connect.js'
import { linkScopes, scopes } from '../../adapters/slack/manifest.js'
import type { Config } from '../config.js'
import { operatorWords } from '../messages/words.js'
import { bad, type Finding, good } from './finding.js'

const say = operatorWords()
const patienceMs = 10_000
/** Readout does without: channels are joined by an invitation, pictures are told in words. */
const dispensable = new Set(['channels:join', 'files:write'])

interface Answer {
  ok: boolean
  error: string
  team: string
  /** Null: Slack did not say. */
  scopes: string[] | null
}

/** @throws when nothing answers. */
async function askSlack(method: string, token: string, apiUrl: string, ask: typeof fetch): Promise<Answer> {
  const reply = await ask(new URL(method, apiRoot(apiUrl)), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(patienceMs),
  })
  const body = (await reply.json()) as { ok?: boolean; error?: string; team?: string }
  const granted = reply.headers.get('x-oauth-scopes')
  return {
    ok: body.ok === true,
    error: body.error ?? String(reply.status),
    team: body.team ?? 'ok',
    scopes: granted === null ? null : granted.split(',').map((scope) => scope.trim()),
  }
}

export async function slackFindings(config: Config, ask: typeof fetch): Promise<Finding[]> {
  const { apiUrl, ...variables } = config.slack
  if (Object.values(variables).every((value) => value === null)) return [good('slack', say('doctor-not-set', { name: 'SLACK_BOT_TOKEN' }))]
  const fault = tokensFault(config.slack, config.secretKeys.length)
  if (fault) return [bad('slack', fault.slice(0, fault.indexOf('. ') + 1), fault.slice(fault.indexOf('. ') + 2))]
  const findings: Finding[] = []
  try {
    if (variables.botToken) {
      const { ok, error, team, scopes: granted } = await askSlack('auth.test', variables.botToken, apiUrl, ask)
      const needed = [...Object.keys(scopes), ...(config.http.publicUrl ? Object.keys(linkScopes) : [])]
      const missing = needed.filter((scope) => granted !== null && !dispensable.has(scope) && !granted.includes(scope))
      if (!ok) findings.push(bad('slack', say('doctor-token-refused', { name: 'SLACK_BOT_TOKEN', reason: error }), say('doctor-token-remedy')))
      else if (missing.length > 0)
        findings.push(bad('slack', say('doctor-slack-scopes', { team, scopes: missing.join(', ') }), say('doctor-slack-scopes-remedy')))
      else findings.push(good('slack', team))
    }
    if (variables.appToken) {
      const { ok, error } = await askSlack('apps.connections.open', variables.appToken, apiUrl, ask)
      if (!ok) findings.push(bad('slack', say('doctor-token-refused', { name: 'SLACK_APP_TOKEN', reason: error }), say('doctor-token-remedy')))
    }
    return findings.length > 0 ? findings : [good('slack', say('doctor-slack-oauth'))]
  } catch {
    return [...findings, bad('slack', say('doctor-unreachable', { name: apiUrl }), say('doctor-network-remedy'))]
  }
}
