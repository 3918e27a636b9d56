/** Writes slack/manifest.json, slack/manifest.yaml (Socket Mode) and slack/manifest-http.yaml from what the code needs. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { manifest, yaml } from '../adapters/slack/manifest.js'
import { packageFile } from '../src/package-files.js'

const head = '# Made by `npm run slack-manifest`. api.slack.com/apps → Create New App → From a manifest.\n'
const httpHead = `${head}# HTTP mode: put your own address in place of https://readout.example.org.\n`
mkdirSync(packageFile('slack'), { recursive: true })
writeFileSync(packageFile('slack/manifest.json'), `${JSON.stringify(manifest(null), null, 2)}\n`)
writeFileSync(packageFile('slack/manifest.yaml'), head + yaml(manifest(null)))
writeFileSync(packageFile('slack/manifest-http.yaml'), httpHead + yaml(manifest('https://readout.example.org')))
