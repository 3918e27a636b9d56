/** Configuration → the open store: embedded or served, with the schema of this program and one store for each noun. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { PersonalPages } from '../../adapters/web/personal.js'
import type { AlertStore } from '../../digests/alerts.js'
import type { CorrectionStore } from '../../digests/corrections.js'
import type { DraftStore } from '../../digests/drafts.js'
import type { Editions } from '../../digests/editions.js'
import type { Outbox } from '../../digests/outbox.js'
import type { Conversations } from '../answers/follow-up.js'
import type { ArticleStore } from '../articles/article-store.js'
import type { ClutterStore } from '../articles/clutter-store.js'
import type { DerivationStore } from '../articles/derivation-store.js'
import type { RereadStore } from '../articles/reread-store.js'
import type { TitleTranslations } from '../articles/title-translations.js'
import type { LexiconEntries } from '../lexicon/lexicon-entries.js'
import type { Log } from '../log.js'
import { packageFile } from '../package-files.js'
import type { PollRuns } from '../sources/poll-run.js'
import type { SourceStore } from '../sources/source-store.js'
import type { Archive, StoryStore } from '../stories/story-store.js'
import type { Audit } from '../subscribers/audit.js'
import type { ChatStore } from '../subscribers/chat.js'
import type { Handled } from '../subscribers/handled.js'
import type { OutboxView } from '../subscribers/outbox-view.js'
import type { OneTimeLinks, PeopleStore, WorkspaceRights } from '../subscribers/people.js'
import type { SubscriptionStore } from '../subscribers/subscription.js'
import { createAlertStore } from './alerts.js'
import { createArchive } from './archive.js'
import { createArticleStore } from './articles.js'
import { createAudit } from './audit.js'
import { backUp, backUpBeside } from './backup.js'
import { createChatStore } from './chats.js'
import { createClutterStore } from './clutter.js'
import { type Concepts, createConcepts } from './concepts.js'
import { createConversations } from './conversations.js'
import { createCorrectionStore } from './corrections.js'
import { createDerivations } from './derivations.js'
import { createDraftStore } from './drafts.js'
import { createEditions } from './editions.js'
import { type Attachment, attach } from './embedded/attach.js'
import type { Owner } from './embedded/folder.js'
import { createForgetting, type Forgetting } from './forgetting.js'
import { createHandled } from './handled.js'
import { createHousekeeping, type Housekeeping } from './housekeeping.js'
import { createLeases, type Leases } from './leases.js'
import { createLexiconEntries } from './lexicon-entries.js'
import { migrate, missingMigrations } from './migrate.js'
import { createOutbox } from './outbox.js'
import { createOutboxView } from './outbox-view.js'
import { createOneTimeLinks, createPeopleStore } from './people.js'
import { createPersonalPages } from './personal-pages.js'
import { createPollRuns } from './poll-runs.js'
import { createPool, createQueries } from './pool.js'
import { createRereadStore } from './rereads.js'
import { restore } from './restore.js'
import type { Database } from './schema.js'
import { createSettings, type Settings } from './settings.js'
import { createSourceStore } from './sources.js'
import { createStoryStore } from './stories.js'
import { createSubscriptionStore } from './subscriptions.js'
import { createTitleTranslations } from './title-translations.js'
import { createWorkspaceRights } from './workspace-rights.js'

export interface StoreOptions {
  /** Folder of the embedded database and of backups. */
  dataDir: string
  /** postgres://…; null: embedded. */
  databaseUrl: string | null
  now: () => Date
  log: Log
  /** What this process is called in another's messages ("readout start"). */
  name?: string
  /** A packed cluster from which a new folder is made; the build's unless given, none where there is no build. */
  prepared?: string
}

export interface Store {
  kind: 'embedded' | 'served'
  /** False while another process runs the embedded database of this folder; always true when served. */
  ownsFolder(): boolean
  /** The process that runs the embedded database; null when served. */
  owner(): Owner | null
  pool: pg.Pool
  /** For the other files of store/. Inside its `transaction().execute(…)` a query that goes round the transaction throws. */
  db: Kysely<Database>
  /** Slugs and topic ids as integers; for the other files of store/. */
  concepts: Concepts
  sources: SourceStore
  articles: ArticleStore
  clutter: ClutterStore
  rereads: RereadStore
  titleTranslations: TitleTranslations
  derivations: DerivationStore
  stories: StoryStore
  archive: Archive
  chats: ChatStore
  conversations: Conversations
  people: PeopleStore
  links: OneTimeLinks
  subscriptions: SubscriptionStore
  editions: Editions
  alerts: AlertStore
  corrections: CorrectionStore
  drafts: DraftStore
  outbox: Outbox
  outboxView: OutboxView
  handled: Handled
  audit: Audit
  lexiconEntries: LexiconEntries
  settings: Settings
  workspaceRights: WorkspaceRights
  personalPages: PersonalPages
  leases: Leases
  pollRuns: PollRuns
  housekeeping: Housekeeping
  forgetting: Forgetting
  /** Everything into one file, for `restore` here or elsewhere; gives the number of rows. */
  backUp(file: string): Promise<number>
  /** A backup in `<data folder>/backups`, of which the last seven are kept; gives its path. */
  backUpBeside(reason: string): Promise<string>
  close(): Promise<void>
}

/** A new cluster as the build packed it. */
export const preparedFile = 'dist/embedded/cluster.tar.gz'
/** How long an owner that is just starting may take to bring the schema up to date. */
const ownerMigratesMs = 30_000

interface Connection {
  attachment: Attachment | null
  pool: pg.Pool
  db: Kysely<Database>
  close(): Promise<void>
}

async function connect({ dataDir, databaseUrl, name = 'readout', log, prepared = packageFile(preparedFile) }: StoreOptions): Promise<Connection> {
  const attachment = databaseUrl ? null : await attach({ dataDir, name, prepared: existsSync(prepared) ? prepared : null, log })
  const pool = createPool(attachment ? { socket: attachment.socket } : { url: databaseUrl ?? '' }, log)
  const db = createQueries(pool)
  return {
    attachment,
    pool,
    db,
    async close() {
      await db.destroy()
      await attachment?.close()
    },
  }
}

function backupsOf({ attachment, db }: Pick<Connection, 'attachment' | 'db'>, { dataDir, now }: StoreOptions) {
  const kind = attachment ? ('embedded' as const) : ('served' as const)
  return {
    backUp: (file: string) => backUp(db, { file, now: now(), kind }),
    backUpBeside: (reason: string) => backUpBeside(db, join(dataDir, 'backups'), { reason, now: now(), kind }),
  }
}

/** Migrates, unless another process runs the database: its owner does that, or is too old for this program. */
async function bringUpToDate({ attachment, db }: Connection, options: StoreOptions): Promise<void> {
  const { backUpBeside } = backupsOf({ attachment, db }, options)
  for (let waited = 0; attachment && !attachment.owns(); waited += 100) {
    if ((await missingMigrations(db)) === 0) return
    const { name, pid } = attachment.owner()
    if (waited >= ownerMigratesMs) {
      throw new Error(
        `data folder ${options.dataDir}: ${name} (process ${pid}) runs it with an older schema, expected it to be started anew with this version`,
      )
    }
    await new Promise((done) => setTimeout(done, 100))
  }
  await migrate(db, async (next) => {
    const file = await backUpBeside(`before-${next}`)
    options.log.info({ file }, 'backed up before the schema changes')
  })
}

/** Throws an Error that names the place, its fault and what is expected. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const connection = await connect(options)
  const { attachment, pool, db, close } = connection
  try {
    await bringUpToDate(connection, options)
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
    sources: createSourceStore(db),
    articles: createArticleStore(db, concepts),
    clutter: createClutterStore(db),
    rereads: createRereadStore(db),
    titleTranslations: createTitleTranslations(db),
    derivations: createDerivations(db),
    stories: createStoryStore(db),
    archive: createArchive(db, concepts),
    chats: createChatStore(db),
    conversations: createConversations(db),
    people: createPeopleStore(db),
    links: createOneTimeLinks(db),
    subscriptions: createSubscriptionStore(db),
    editions: createEditions(db),
    alerts: createAlertStore(db),
    corrections: createCorrectionStore(db),
    drafts: createDraftStore(db),
    outbox: createOutbox(db),
    outboxView: createOutboxView(db),
    handled: createHandled(db),
    audit: createAudit(db),
    lexiconEntries: createLexiconEntries(db),
    settings: createSettings(db),
    workspaceRights: createWorkspaceRights(createSettings(db)),
    personalPages: createPersonalPages(db),
    leases: createLeases(db),
    pollRuns: createPollRuns(db),
    housekeeping: createHousekeeping(db),
    forgetting: createForgetting(db),
    ...backupsOf(connection, options),
    close,
  }
}

/** A live lease tells that a service works on the database. */
async function busyWith(db: Kysely<Database>, now: Date): Promise<string | null> {
  if ((await missingMigrations(db)) > 0) return null
  const row = await db.selectFrom('lease').select('owner').where('until', '>', now).executeTakeFirst()
  return row?.owner ?? null
}

/** Puts a backup into an empty store that no other process has open. Throws an Error that names file, place and fault. */
export async function restoreStore(options: StoreOptions, file: string): Promise<{ rows: number; leftOut: number }> {
  const { attachment, db, close } = await connect({ name: 'readout restore', ...options })
  try {
    if (attachment && !attachment.owns()) {
      const { name, pid } = attachment.owner()
      throw new Error(`restore ${file}: ${name} (process ${pid}) has the data folder open, expected nobody to: end it first`)
    }
    const busy = await busyWith(db, options.now())
    if (busy) throw new Error(`restore ${file}: ${busy} works on this database, expected nobody to: end it first`)
    return await restore(db, file)
  } finally {
    await close()
  }
}
