// src/config.ts → .env.example; with --check it only compares (exit 1 when they differ).
import { readFileSync, writeFileSync } from 'node:fs'
import { environmentExample } from '../src/config.js'
import { packageFile } from '../src/package-files.js'

const file = packageFile('.env.example')
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== environmentExample()) {
    console.error('.env.example differs from src/config.ts: run `npm run env-example`.')
    process.exit(1)
  }
} else writeFileSync(file, environmentExample())
