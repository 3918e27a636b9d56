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

/** Hears what of the input could not be read; the rest goes on. */
type Report = (where: string, error: unknown) => void

async function* inputsOf(inputs: readonly string[], fetcher: Fetcher, report: Report): AsyncGenerator<Input> {
  for (const input of inputs) {
    if (/^https?:\/\//i.test(input)) {
      const fetched = await fetcher.fetch({ url: input })
      if (fetched.kind === 'ok') yield { name: input, url: fetched.url, bytes: fetched.bytes, contentType: fetched.contentType }
      else report(input, fetched.kind === 'not-modified' ? 'not modified' : fetched.meaning)
      continue
    }
    try {
      for (const path of await everyFile([input], anyFile)) {
        const bytes = await bytesOf(path, report)
        if (bytes) yield { name: path, url: pathToFileURL(path).href, bytes, contentType: null }
      }
    } catch (error) {
      report('', error)
    }
  }
}

async function bytesOf(path: string, report: Report): Promise<Uint8Array | null> {
  try {
    return (await readBytes(path)).bytes
  } catch (error) {
    report(path, error)
    return null
  }
}

/** `where`: file and line. */
async function* linesOf(files: readonly string[], report: Report): AsyncGenerator<{ line: string; where: string }> {
  for (const file of files)
    try {
      let number = 0
      for await (const line of createInterface({ input: createReadStream(file) })) yield { line, where: `${file}, line ${++number}` }
    } catch (error) {
      report(file, error)
    }
}

const text = z.object({ title: z.string().default(''), text: z.string().default('') })
const pair = z.object({ id: z.union([z.string(), z.number()]), first: text, second: text })

/** @throws naming what of the line is wrong. */
function pairOf(line: string): z.output<typeof pair> {
  const parsed = pair.safeParse(JSON.parse(line))
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
  return parsed.data
}

type Work = (inputs: readonly string[], fetcher: Fetcher, report: Report) => Promise<void>

const work: Record<string, Work> = {
  async page(inputs, fetcher, report) {
    const pool = createExtractionPool({ size: 2, timeoutMs: 20_000 })
    try {
      for await (const input of inputsOf(inputs, fetcher, report))
        print(JSON.stringify(await inspectPage(input, { zone: null, now: new Date(), languageHint: null }, pool)))
    } finally {
      await pool.close()
    }
  },
  async feed(inputs, fetcher, report) {
    for await (const input of inputsOf(inputs, fetcher, report)) {
      const about = { url: input.url, contentType: input.contentType, zone: null, now: new Date() }
      print(JSON.stringify({ file: input.name, ...(await inspectFeed(input.bytes, about)) }))
    }
  },
  // A line for each line, also for an empty one: who compares them counts.
  async language(inputs, _fetcher, report) {
    for await (const { line } of linesOf(inputs, report)) print(JSON.stringify(identifyLanguage(line)))
  },
  async pairs(inputs, _fetcher, report) {
    for await (const { line, where } of linesOf(inputs, report)) {
      if (!line.trim()) continue
      try {
        const { id, first, second } = pairOf(line)
        print(JSON.stringify({ id, ...inspectPairs({ first, second }) }))
      } catch (error) {
        report(where, error)
      }
    }
  },
}

/** Gives the exit code: 1 when any of the inputs could not be read, after all others were. */
export async function inspect(kind: string, inputs: readonly string[]): Promise<number> {
  const run = work[kind]
  if (!run) {
    tell(`readout: inspect: ${JSON.stringify(kind)} is not there. Expected: ${Object.keys(work).join(', ')}.`)
    return 2
  }
  let failed = false
  const report: Report = (where, error) => {
    failed = true
    tell(`readout: inspect ${kind}: ${where ? `${where}: ` : ''}${oneLine(error)}`)
  }
  try {
    const config = loadConfig()
    const fetcher = createFetcher({ allowHosts: config.allowHosts, contact: config.contact, version: packageVersion(), now: () => new Date() })
    try {
      await run(inputs, fetcher, report)
    } finally {
      await fetcher.close()
    }
    return failed ? 1 : 0
  } catch (error) {
    report('', error)
    return 1
  }
}
