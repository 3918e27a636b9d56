/** slack/manifest.yaml and .json are what the code listens to and needs. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { events, manifest, scopes, yaml } from '../../adapters/slack/manifest.js'
import { packageFile } from '../../src/package-files.js'

const read = (name: string): string => readFileSync(packageFile(name), 'utf8')

describe('the manifest', () => {
  it('stands in both forms as the code makes it (npm run slack-manifest writes them)', () => {
    expect(JSON.parse(read('slack/manifest.json'))).toEqual(manifest(null))
    expect(read('slack/manifest.yaml')).toContain(yaml(manifest(null)))
    expect(read('slack/manifest-http.yaml')).toContain(yaml(manifest('https://readout.example.org')))
  })

  it('asks for what its events need, and explains each scope in the guide', () => {
    const guide = read('docs/slack.md')
    for (const scope of Object.keys(scopes)) expect(guide, scope).toContain(`\`${scope}\``)
    expect(Object.keys(scopes)).toEqual(expect.arrayContaining(['app_mentions:read', 'im:history', 'channels:read', 'groups:read', 'users:read']))
    expect(events).toContain('message.im')
  })

  it('has /readout alone', () => {
    expect(manifest(null)).toMatchObject({
      features: { slash_commands: [{ command: '/readout', should_escape: true }] },
      settings: { socket_mode_enabled: true },
    })
    expect(manifest('https://r.example')).toMatchObject({
      settings: { socket_mode_enabled: false, interactivity: { request_url: 'https://r.example/slack/events' } },
    })
  })
})
