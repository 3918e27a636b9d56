/** Writes slack/manifest.json, slack/manifest.yaml (Socket Mode) and slack/manifest-http.yaml; with options, prints the one for this deployment. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { manifest, yaml } from '../adapters/slack/manifest.js'
import { loadConfig } from '../src/config.js'
import { packageFile } from '../src/package-files.js'

const head = '# Made by `npm run slack-manifest`. api.slack.com/apps → Create New App → From a manifest.\n'
const httpHead = `${head}# HTTP mode: put your own address in place of https://readout.example.org.\n`
const plain = { http: false, publicUrl: null, agent: false, organisation: false }

const { values } = parseArgs({
  options: { own: { type: 'boolean' }, http: { type: 'boolean' }, agent: { type: 'boolean' }, organisation: { type: 'boolean' } },
})
if (Object.values(values).some(Boolean)) {
  const { http = false, agent = false, organisation = false } = values
  process.stdout.write(yaml(manifest({ http, agent, organisation, publicUrl: loadConfig().http.publicUrl })))
} else {
  mkdirSync(packageFile('slack'), { recursive: true })
  writeFileSync(packageFile('slack/manifest.json'), `${JSON.stringify(manifest(plain), null, 2)}\n`)
  writeFileSync(packageFile('slack/manifest.yaml'), head + yaml(manifest(plain)))
  writeFileSync(
    packageFile('slack/manifest-http.yaml'),
    httpHead + yaml(manifest({ ...plain, http: true, publicUrl: 'https://readout.example.org' })),
  )
}
