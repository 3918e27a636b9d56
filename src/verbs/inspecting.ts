/** Pages, feeds, lines of text, pairs of texts → what would be understood, one JSON line an input; nothing is stored (`readout inspect`). */

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { createExtractionPool } from '../articles/extraction-pool.js'
import { inspectPage } from '../articles/inspect.js'
import { loadConfig } from '../config.js'
import { packageVersion } from '../package-files.js'
import { everyFile, readBytes } from '../reading.js'
import { createFetcher, type Fetcher } from '../sources/fetch.js'
import { inspectFeed } from '../sources/inspect-feed.js'
import { inspectPairs } from '../stories/inspect-pairs.js'
import { identifyLanguage } from '../text/language.js'
import { oneLine, print, tell } from './session.js'

interface Input {
  name: string
  url: string
  bytes: Uint8Array
  contentType: string | null
}

/** A folder of feeds has names of all kinds. */
const anyFile = /(?:)/

async function* inputsOf(inputs: readonly string[], fetcher: Fetcher): AsyncGenerator<Input> {
  for (const input of inputs) {
    if (/^https?:\/\//i.test(input)) {
      const fetched = await fetcher.fetch({ url: input })
      if (fetched.kind !== 'ok') throw new Error(`${input}: ${fetched.kind === 'not-modified' ? 'not modified' : fetched.meaning}`)
      yield { name: input, url: fetched.url, bytes: fetched.bytes, contentType: fetched.contentType }
      continue
    }
    for (const path of await everyFile([input], anyFile)) {
      const { bytes } = await readBytes(path)
      yield { name: path, url: pathToFileURL(path).href, bytes, contentType: null }
    }
  }
}

async function* linesOf(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files) for await (const line of createInterface({ input: createReadStream(file) })) if (line.trim()) yield line
}

const text = z.object({ title: z.string().default(''), text: z.string().default('') })
const pair = z.object({ id: z.union([z.string(), z.number()]), first: text, second: text })

const work: Record<string, (inputs: readonly string[], fetcher: Fetcher) => Promise<void>> = {
  async page(inputs, fetcher) {
    const pool = createExtractionPool({ size: 2, timeoutMs: 20_000 })
    try {
      for await (const input of inputsOf(inputs, fetcher))
        print(JSON.stringify(await inspectPage(input, { zone: null, now: new Date(), languageHint: null }, pool)))
    } finally {
      await pool.close()
    }
  },
  async feed(inputs, fetcher) {
    for await (const input of inputsOf(inputs, fetcher)) {
      const about = { url: input.url, contentType: input.contentType, zone: null, now: new Date() }
      print(JSON.stringify({ file: input.name, ...(await inspectFeed(input.bytes, about)) }))
    }
  },
  async language(inputs) {
    for await (const line of linesOf(inputs)) print(JSON.stringify(identifyLanguage(line)))
  },
  async pairs(inputs) {
    for await (const line of linesOf(inputs)) {
      const { id, first, second } = pair.parse(JSON.parse(line))
      print(JSON.stringify({ id, ...inspectPairs({ first, second }) }))
    }
  },
}

/** Gives the exit code. */
export async function inspect(kind: string, inputs: readonly string[]): Promise<number> {
  const run = work[kind]
  if (!run) {
    tell(`readout: inspect: ${JSON.stringify(kind)} is not there. Expected: ${Object.keys(work).join(', ')}.`)
    return 2
  }
  try {
    const config = loadConfig()
    const fetcher = createFetcher({ allowHosts: config.allowHosts, contact: config.contact, version: packageVersion(), now: () => new Date() })
    try {
      await run(inputs, fetcher)
    } finally {
      await fetcher.close()
    }
    return 0
  } catch (error) {
    tell(`readout: inspect ${kind}: ${oneLine(error)}`)
    return 1
  }
}
