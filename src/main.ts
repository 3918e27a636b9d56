/** Configuration → everything opened in the data's order; closed in the reverse (wiring only). */
import { readFileSync } from 'node:fs'
import { composeEdition } from '../digests/edition.js'
import { editionJson, editionMessage } from '../digests/edition-message.js'
import { createExtractionPool } from './articles/extraction-pool.js'
import type { CommandPorts, DigestRequest } from './commands/command.js'
import type { Config } from './config.js'
import { loadLexicon } from './lexicon/load.js'
import type { Log } from './log.js'
import { words } from './messages/words.js'
import { packageFile } from './package-files.js'
import { placeLeftOver } from './pipeline.js'
import { pollSources, type ReadingPorts, readLinked } from './reading.js'
import { discover } from './sources/discover.js'
import { createFetcher } from './sources/fetch.js'
import type { PollReport } from './sources/source-store.js'
import { openStore } from './store/open.js'

export interface Readout {
  config: Config
  now: () => Date
  commandPorts: CommandPorts
  readingPorts: ReadingPorts
  /** Polls what is due (`all`: every active source; `only`: that one) and gives a report a source. */
  poll(options: { all: boolean; only?: number | null; signal?: AbortSignal; onSource?: () => void }): Promise<PollReport[]>
  backup(file: string): Promise<number>
  serve(): Promise<void>
  close(): Promise<void>
}

export interface Surroundings {
  now: () => Date
  log: Log
  /** True in the demo: every message says that it is made from the sample. */
  sample?: boolean
}

const pageTimeoutMs = 20_000

function packageVersion(): string {
  return (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version
}

/** Opens store, lexicon, network and workers. @throws with a clear message when the data folder or the database cannot be used. */
export async function assemble(config: Config, { now, log, sample = false }: Surroundings): Promise<Readout> {
  const store = await openStore({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, now, log })
  const lexicon = loadLexicon()
  const fetcher = createFetcher({ allowHosts: config.allowHosts, contact: config.contact, version: packageVersion(), now })
  const pool = createExtractionPool({ size: 2, timeoutMs: pageTimeoutMs })
  const { articles, stories, sources, archive, chats } = store
  const readingPorts: ReadingPorts = { articles, stories, lexicon, now, sources, fetcher, pool }
  const composeDigest = async (request: DigestRequest): Promise<{ message: ReturnType<typeof editionMessage>; data: unknown }> => {
    const edition = await composeEdition(request, { archive, stories, sources, lexicon })
    return { message: editionMessage(edition, lexicon, words(request.lang)), data: editionJson(edition, lexicon) }
  }
  const commandPorts: CommandPorts = {
    lexicon,
    archive,
    articles,
    stories,
    sources,
    chats,
    sample,
    composeDigest,
    discover: (link, zone) => discover(link, { fetcher, zone, now, telegramWebRoot: config.telegram.webRoot }),
    async readSource(source, pages) {
      const [listed] = await pollSources({ all: true, only: source.id }, readingPorts)
      const linked = await readLinked(source, pages, readingPorts)
      return { read: (listed?.new ?? 0) + linked.new, dropped: (listed?.dropped.length ?? 0) + linked.dropped.length }
    },
  }
  if (store.ownsData) await placeLeftOver(readingPorts)
  return {
    config,
    now,
    commandPorts,
    readingPorts,
    poll: (options) => pollSources(options, readingPorts),
    backup: (file) => store.backup(file),
    async serve() {
      throw new Error('start: not here yet')
    },
    async close() {
      await pool.close()
      await fetcher.close()
      await store.close()
    },
  }
}
