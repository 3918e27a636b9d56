/** `readout doctor` says what is wrong with Slack before anybody notices. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { scopes } from '../../adapters/slack/manifest.js'
import { loadConfig } from '../../src/config.js'
import type { Finding } from '../../src/verbs/finding.js'
import { slackFindings } from '../../src/verbs/slack-findings.js'
import { type FakeSlack, startFakeSlack } from './fake-slack.js'

let slack: FakeSlack
beforeAll(async () => {
  slack = await startFakeSlack()
})
afterAll(async () => slack.close())
beforeEach(() => {
  slack.scopes.splice(0, slack.scopes.length, ...Object.keys(scopes))
})

const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
const findings = (variables: Record<string, string>): Promise<Finding[]> =>
  slackFindings(loadConfig({ SLACK_API_URL: `${slack.url}/api`, ...variables }), fetch)

describe('what doctor says of Slack', () => {
  it('is nothing to mend where all is well, or Slack is not used', async () => {
    expect(await findings(tokens)).toMatchObject([{ ok: true }])
    expect(await findings({})).toMatchObject([{ ok: true, says: expect.stringContaining('SLACK_BOT_TOKEN') }])
  })

  it('names the variable that is missing', async () => {
    expect(await findings({ SLACK_BOT_TOKEN: 'xoxb-1' })).toMatchObject([
      { ok: false, says: 'SLACK_APP_TOKEN: missing.', remedy: expect.stringContaining('Set it') },
    ])
  })

  it('names the token that Slack refuses', async () => {
    slack.faults.set('auth.test', [{ error: 'invalid_auth' }])
    slack.faults.set('apps.connections.open', [{ error: 'not_allowed_token_type' }])
    expect((await findings(tokens)).map(({ says }) => says)).toEqual([
      'SLACK_BOT_TOKEN is refused: invalid_auth',
      'SLACK_APP_TOKEN is refused: not_allowed_token_type',
    ])
  })

  it('names scopes that are missing, but not those that Readout does without', async () => {
    slack.scopes.splice(0, slack.scopes.length, ...Object.keys(scopes).filter((scope) => !['users:read', 'files:write'].includes(scope)))
    const [finding] = await findings(tokens)
    expect(finding?.says).toContain('users:read')
    expect(finding?.says).not.toContain('files:write')
    slack.scopes.push('users:read')
    expect((await findings({ ...tokens, READOUT_PUBLIC_URL: 'https://readout.example.org' }))[0]?.says).toContain('links:read')
  })

  it('says when Slack cannot be reached', async () => {
    expect(await findings({ ...tokens, SLACK_API_URL: 'http://127.0.0.1:1/api/' })).toMatchObject([
      { ok: false, says: expect.stringContaining('127.0.0.1:1') },
    ])
  })
})
