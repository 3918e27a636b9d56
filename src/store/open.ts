/** Configuration → the open store: embedded or served, with the schema of this program and one store for each noun. */
import { existsSync } from 'node:fs'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { ArticleStore } from '../articles/article-store.js'
import type { Log } from '../log.js'
import { packageFile } from '../package-files.js'
import type { SourceStore } from '../sources/source-store.js'
import type { ChatStore } from '../subscribers/chat.js'
import { createArticleStore } from './articles.js'
import { createChatStore } from './chats.js'
import { type Concepts, createConcepts } from './concepts.js'
import { type Attachment, attach } from './embedded/attach.js'
import type { Owner } from './embedded/folder.js'
import { migrate } from './migrate.js'
import { createPool, createQueries } from './pool.js'
import type { Database } from './schema.js'
import { createSourceStore } from './sources.js'

export interface StoreOptions {
  /** Folder of the embedded database and of backups. */
  dataDir: string
  /** postgres://…; null: embedded. */
  databaseUrl: string | null
  now: () => Date
  log: Log
  /** What this process is called in another's messages ("readout start"). */
  name?: string
}

export interface Store {
  kind: 'embedded' | 'served'
  /** False while another process runs the embedded database of this folder; always true when served. */
  ownsFolder(): boolean
  /** The process that runs the embedded database; null when served. */
  owner(): Owner | null
  pool: pg.Pool
  db: Kysely<Database>
  /** Slugs and topic ids as integers; for the other store files. */
  concepts: Concepts
  articles: ArticleStore
  chats: ChatStore
  sources: SourceStore
  close(): Promise<void>
}

/** A new cluster as the build packed it. */
const preparedFile = 'dist/embedded/cluster.tar.gz'

/** Throws an Error that names the place, its fault and what is expected. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { log } = options
  const prepared = packageFile(preparedFile)
  const attachment: Attachment | null = options.databaseUrl
    ? null
    : await attach({ dataDir: options.dataDir, name: options.name ?? 'readout', prepared: existsSync(prepared) ? prepared : null, log })
  const pool = createPool(attachment ? { socket: attachment.socket } : { url: options.databaseUrl ?? '' }, log)
  const db = createQueries(pool)
  async function close(): Promise<void> {
    await db.destroy()
    await attachment?.close()
  }
  try {
    await migrate(db, async () => {})
  } catch (error) {
    await close()
    throw error
  }
  const concepts = createConcepts(db)
  return {
    kind: attachment ? 'embedded' : 'served',
    ownsFolder: () => attachment?.owns() ?? true,
    owner: () => attachment?.owner() ?? null,
    pool,
    db,
    concepts,
    articles: createArticleStore(db, concepts),
    chats: createChatStore(db),
    sources: createSourceStore(db),
    close,
  }
}
