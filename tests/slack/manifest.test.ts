/** slack/manifest.yaml and .json are what the code listens to and needs. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type EventOptions, eventListeners } from '../../adapters/slack/events.js'
import { agentScope, events, linkScopes, type ManifestWishes, manifest, scopes, yaml } from '../../adapters/slack/manifest.js'
import { packageFile } from '../../src/package-files.js'

const plain: ManifestWishes = { http: false, publicUrl: null, agent: false, organisation: false }
const overHttp = { ...plain, http: true, publicUrl: 'https://readout.example.org' }

const read = (name: string): string => readFileSync(packageFile(name), 'utf8')

describe('the manifest', () => {
  it('stands in both forms as the code makes it (npm run slack-manifest writes them)', () => {
    expect(JSON.parse(read('slack/manifest.json'))).toEqual(manifest(plain))
    expect(read('slack/manifest.yaml')).toContain(yaml(manifest(plain)))
    expect(read('slack/manifest-http.yaml')).toContain(yaml(manifest(overHttp)))
  })

  it('asks for what its events need, and explains each scope in the guide', () => {
    const guide = read('docs/slack.md')
    for (const scope of [...Object.keys(scopes), ...Object.keys(linkScopes), agentScope]) expect(guide, scope).toContain(`\`${scope}\``)
    expect(Object.keys(scopes)).toEqual(expect.arrayContaining(['app_mentions:read', 'im:history', 'channels:read', 'groups:read', 'users:read']))
    expect(events).toContain('message.im')
  })

  it('asks for more only where it is wanted: own pages, the agent container, a whole organisation', () => {
    const asked = (wishes: Partial<typeof plain>): string => JSON.stringify(manifest({ ...plain, ...wishes }))
    for (const word of ['link', 'unfurl', 'agent', 'assistant', 'team_access', '"org_deploy_enabled":true'])
      expect(asked({}), word).not.toContain(word)
    const pages = { publicUrl: 'https://readout.example.org:8443/' }
    expect(manifest({ ...plain, ...pages })).toMatchObject({
      features: { unfurl_domains: ['readout.example.org'] },
      settings: { socket_mode_enabled: true },
    })
    for (const word of ['link_shared', 'links:read', 'links:write']) expect(asked(pages)).toContain(word)
    for (const word of ['agent_view', 'assistant:write']) expect(asked({ agent: true })).toContain(word)
    for (const word of ['team_access_revoked', '"org_deploy_enabled":true']) expect(asked({ organisation: true })).toContain(word)
    expect(() => asked({ http: true })).toThrow(/^READOUT_PUBLIC_URL/)
  })

  it('names no event that nobody listens to', () => {
    const { settings } = manifest({ http: true, publicUrl: 'https://readout.example.org', agent: true, organisation: true }) as {
      settings: { event_subscriptions: { bot_events: string[] } }
    }
    const listened = Object.keys(eventListeners({} as EventOptions))
    expect(settings.event_subscriptions.bot_events.filter((name) => !listened.includes(name))).toEqual([])
    expect(settings.event_subscriptions.bot_events.length).toBeGreaterThan(events.length)
  })

  it('keeps to the lengths that Slack allows', () => {
    const { display_information, features } = manifest({ ...overHttp, agent: true, organisation: true }) as {
      display_information: { name: string; description: string }
      features: {
        shortcuts: { name: string; description: string }[]
        slash_commands: { description: string; usage_hint: string }[]
        agent_view: { agent_description: string }
      }
    }
    expect([display_information.name.length <= 35, display_information.description.length <= 140]).toEqual([true, true])
    for (const { name, description } of features.shortcuts) expect([name.length <= 24, description.length <= 150]).toEqual([true, true])
    for (const { description, usage_hint } of features.slash_commands)
      expect([description.length <= 100, usage_hint.length <= 1_000]).toEqual([true, true])
    expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300)
  })

  it('has /readout alone', () => {
    expect(manifest(plain)).toMatchObject({
      features: { slash_commands: [{ command: '/readout', should_escape: true }] },
      settings: { socket_mode_enabled: true },
    })
    expect(manifest(overHttp)).toMatchObject({
      settings: { socket_mode_enabled: false, interactivity: { request_url: 'https://readout.example.org/slack/events' } },
    })
  })
})
