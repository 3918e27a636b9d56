/** Configuration → everything opened in the data's order; closed in the reverse (wiring only). */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { createSlackPlatform } from '../adapters/slack/platform.js'
import { createTelegramPlatform } from '../adapters/telegram/platform.js'
import { createTerminalPlatform } from '../adapters/terminal/inbox.js'
import { createWebPlatform } from '../adapters/web/inbox.js'
import { inviteLink, loginLink } from '../adapters/web/web.js'
import { composeEdition, shownIn } from '../digests/edition.js'
import { editionJson, editionMessage } from '../digests/edition-message.js'
import { noticeAdmins } from '../digests/notices.js'
import { showEdition, showInbox } from '../digests/show-edition.js'
import type { DerivationStore, DoubtfulStatement } from './articles/derivation-store.js'
import { createExtractionPool } from './articles/extraction-pool.js'
import { rulesVersion } from './articles/tag.js'
import type { CommandPorts, DigestRequest } from './commands/command.js'
import type { Config } from './config.js'
import { type Lexicon, topicIds } from './lexicon/lexicon.js'
import { createLiveLexicon } from './lexicon/live.js'
import { loadLexicon } from './lexicon/load.js'
import type { Log } from './log.js'
import { interfaceLanguage, words } from './messages/words.js'
import { createModelClient } from './model/client.js'
import { createHeadlineTranslator } from './model/headline-translator.js'
import { createNaming, type Naming } from './naming.js'
import { packageVersion } from './package-files.js'
import { placeLeftOver, understandAnew } from './pipeline.js'
import type { Platform } from './platform.js'
import { type PollWish, pollSources, type ReadingPorts, readNewSource } from './reading.js'
import { type RereadReport, type RereadWish, rereadPages } from './rereading.js'
import { startService } from './service.js'
import { discover } from './sources/discover.js'
import { createFetcher } from './sources/fetch.js'
import type { PollReport } from './sources/source-store.js'
import { openStore, type Store } from './store/open.js'
import { createSlackInstallations } from './store/slack-installations.js'
import type { SeenStory } from './subscribers/chat.js'
import { personName } from './subscribers/people.js'
import { startUpkeep } from './upkeep.js'

export interface Readout {
  config: Config
  now: () => Date
  commandPorts: CommandPorts
  readingPorts: ReadingPorts
  /** Polls what is due and gives a report a source. */
  poll(wish: PollWish): Promise<PollReport[]>
  /** Reads pages again that may have changed, and gives a report of each source that was asked. */
  reread(wish: RereadWish): Promise<RereadReport[]>
  /** Readers' own pages on the web. */
  personalPages: Store['personalPages']
  /** Names that admins added. */
  naming: Naming
  backup(file: string): Promise<number>
  /** Articles that older rules or another lexicon derived. */
  staleArticles(): Promise<number>
  /** Statements of the last days that give an office which the lexicon does not know of that day. */
  contradictions(since: Date, limit: number): Promise<DoubtfulStatement[]>
  unseenArticles: DerivationStore['unseen']
  /** Which database, and who runs it. */
  storeSays(): string
  serve(): Promise<void>
  close(): Promise<void>
}

export interface Surroundings {
  now: () => Date
  log: Log
  /** True in the demo: every message says that it is made from the sample. */
  sample?: boolean
  /** What this process is called in another's messages ("readout start"). */
  name?: string
}

const pageTimeoutMs = 20_000

/** Opens store, lexicon, network and workers. @throws with a clear message when the data folder or the database cannot be used. */
export async function assemble(config: Config, { now, log, sample = false, name }: Surroundings): Promise<Readout> {
  const store = await openStore({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, now, log, ...(name ? { name } : {}) })
  const stamp = await store.lexiconEntries.stamp()
  const live = createLiveLexicon(loadLexicon(await store.lexiconEntries.list()))
  const { lexicon } = live
  const fetcher = createFetcher({ allowHosts: config.allowHosts, contact: config.contact, version: packageVersion(), now })
  const pool = createExtractionPool({ size: 2, timeoutMs: pageTimeoutMs })
  const { articles, stories, sources, archive, chats } = store
  const readingPorts: ReadingPorts = {
    articles,
    clutter: store.clutter,
    stories,
    lexicon,
    now,
    sources,
    fetcher,
    pool,
    rereads: store.rereads,
    pollRuns: store.pollRuns,
    random: Math.random,
    pollMinutes: config.pollMinutes,
    owner: `${hostname()}:${process.pid}`,
    underWay: new Set(),
  }
  const zones = async (): Promise<Map<number, string | null>> => new Map((await sources.list()).map((source) => [source.id, source.zone]))
  const naming = createNaming({ entries: store.lexiconEntries, live, pipeline: readingPorts, zones, log }, stamp)
  const isSendingPaused = async (): Promise<boolean> => (await store.settings.get('sending-paused')) === true
  const composeDigest = async (
    request: DigestRequest,
  ): Promise<{ message: ReturnType<typeof editionMessage>; data: unknown; shown: SeenStory[] }> => {
    const edition = await composeEdition(request, { archive, articles, stories, sources, lexicon })
    return { message: editionMessage(edition, lexicon, words(request.lang)), data: editionJson(edition, lexicon), shown: shownIn(edition) }
  }
  const shown = { outboxView: store.outboxView, sharedBlocks: store.editions.sharedBlocks }
  const commandPorts: CommandPorts = {
    lexicon,
    lexiconEntries: store.lexiconEntries,
    async takeUpNames() {
      await naming.refresh()
      return naming.retag()
    },
    async understandAnew(article) {
      const kept = await articles.byId(article)
      if (kept) await understandAnew(article, (await zones()).get(kept.sourceId) ?? null, readingPorts)
    },
    archive,
    articles,
    stories,
    sources,
    chats,
    conversations: store.conversations,
    subscriptions: store.subscriptions,
    people: store.people,
    links: store.links,
    workspaceRights: store.workspaceRights,
    audit: store.audit,
    outboxView: store.outboxView,
    web: {
      publicUrl: config.http.publicUrl,
      loginLink: (code) => loginLink(config.http, code),
      inviteLink: (code) => inviteLink(config.http.publicUrl, code),
    },
    showEdition: (edition, chat) => showEdition(edition, chat, shown),
    showInbox: (chat, limit) => showInbox(chat, limit, shown),
    // Drafts are decided where their platforms are: by the service.
    actOnDraft: async () => null,
    pauseSending: (paused) => store.settings.set('sending-paused', paused, now()),
    isSendingPaused,
    sample,
    languageModel: config.model.baseUrl && config.model.model,
    composeDigest,
    discover: (link, zone) => discover(link, { fetcher, zone, now: now(), telegramWebRoot: config.telegram.webRoot }),
    async readSource(source, pages) {
      const reports = await readNewSource(source, pages, readingPorts)
      const sum = (pick: (report: PollReport) => number): number => reports.reduce((total, report) => total + pick(report), 0)
      return { read: sum((report) => report.new + report.changed), dropped: sum((report) => report.dropped.length) }
    },
  }
  if (store.ownsFolder()) await placeLeftOver(readingPorts)
  return {
    config,
    now,
    commandPorts,
    readingPorts,
    poll: (wish) => pollSources(wish, readingPorts),
    reread: (wish) => rereadPages(wish, readingPorts),
    personalPages: store.personalPages,
    naming,
    backup: (file) => store.backUp(file),
    staleArticles: () => store.derivations.countStale({ lexicon: lexicon.version, rules: rulesVersion }),
    contradictions: (since, limit) => store.derivations.contradictions(since, limit),
    unseenArticles: (since) => store.derivations.unseen(since),
    storeSays() {
      const owner = store.owner()
      const place = store.kind === 'served' ? 'PostgreSQL (DATABASE_URL)' : `the embedded database in ${config.dataDir}`
      return store.ownsFolder() || !owner ? place : `${place}, run by ${owner.name} (process ${owner.pid})`
    },
    async serve() {
      const other = store.owner()
      if (!store.ownsFolder() && other)
        throw new Error(
          `${config.dataDir}: ${other.name} (process ${other.pid}) runs it already. Expected: one service a data folder; end that one first.`,
        )
      const ended = new Promise<void>((settle) => {
        for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => settle())
      })
      const owners = [...config.admins]
      const slack = slackPlatform({ config, store, lexicon, owners, now, log })
      const { token, apiRoot, webhookUrl, webhookSecret } = config.telegram
      const webhook = webhookUrl && webhookSecret ? { url: webhookUrl, secret: webhookSecret } : null
      const platforms: Platform[] = [
        createTerminalPlatform(),
        createWebPlatform(),
        ...(token ? [createTelegramPlatform({ token, apiRoot, webhook, chats, handled: store.handled, now, log, fetch })] : []),
        ...(slack ? [slack] : []),
      ]
      const owner = `${hostname()}:${process.pid}:${randomUUID()}`
      const embedded = store.kind === 'embedded' ? { step: () => store.housekeeping.step(), backUpBeside: store.backUpBeside } : null
      const stale = await store.derivations.countStale({ lexicon: lexicon.version, rules: rulesVersion })
      if (stale > 0) log.warn({ articles: stale }, 'articles were tagged by older rules or another lexicon: run readout rebuild to derive them anew')
      const upkeep = await startUpkeep({
        leases: store.leases,
        settings: store.settings,
        embedded,
        forgetSome: (readBefore) => store.forgetting.step(readBefore),
        forgetTalks: store.conversations.forgetExpired,
        keepDays: config.keepDays,
        owner,
        now,
        log,
      })
      const translator = headlineTranslator({ config, store, lexicon, owner, now, log })
      try {
        const service = await startService({
          platforms,
          commandPorts,
          editionPorts: { archive, articles, stories, sources, lexicon },
          editions: store.editions,
          alerts: store.alerts,
          corrections: store.corrections,
          drafts: store.drafts,
          outbox: store.outbox,
          leases: store.leases,
          handled: store.handled,
          personalPages: store.personalPages,
          isPaused: isSendingPaused,
          async poll(signal) {
            await naming.refresh()
            for (const { source, error } of await pollSources({ all: false, signal }, readingPorts))
              if (error && !signal.aborted) log.warn({ source, error }, 'a source could not be read')
            await rereadPages({ all: false, signal }, readingPorts)
            await noticeAdmins(now(), {
              sources,
              people: store.people,
              chats,
              settings: store.settings,
              save: store.corrections.save,
              platforms: new Map(platforms.map((platform) => [platform.name, platform])),
              zone: config.timeZone,
            })
          },
          async checkDatabase() {
            await store.settings.get('sending-paused')
            return null
          },
          lastGoodPoll: async () => (await archive.state(now())).lastPollAt,
          languageModelCounts: translator?.counts ?? null,
          access: config.access,
          owners,
          zone: config.timeZone,
          http: config.http,
          secretKeys: config.secretKeys,
          heartbeat: config.heartbeatUrl
            ? async () => void (await (await fetch(config.heartbeatUrl ?? '', { signal: AbortSignal.timeout(10_000) })).body?.cancel())
            : null,
          owner,
          isShared: store.kind === 'served',
          now,
          log,
          tell: (text) => process.stdout.write(`${text}\n`),
        })
        translator?.start()
        await ended
        await Promise.all([service.stop(), translator?.stop()])
      } finally {
        await upkeep.stop()
      }
    },
    async close() {
      await naming.stop()
      await pool.close()
      await fetcher.close()
      await store.close()
    },
  }
}

/** Null: no language model is configured. */
function headlineTranslator(with_: { config: Config; store: Store; lexicon: Lexicon; owner: string; now: () => Date; log: Log }) {
  const { config, store, lexicon, owner, now, log } = with_
  const { baseUrl, apiKey, model: name } = config.model
  if (!baseUrl || !name) {
    if (baseUrl) log.warn({}, 'LLM_BASE_URL is set and LLM_MODEL is not: no language model is used')
    return null
  }
  const model = createModelClient({ baseUrl, apiKey, model: name, fetch, now })
  const translator = createHeadlineTranslator({ model, lexicon, titles: store.titleTranslations, leases: store.leases, owner, now, log })
  return { ...translator, counts: () => ({ ...model.counts(), ...translator.counts() }) }
}

/** Null: no variable of Slack is set. @throws when they do not fit together. `owners` learns who "slack:U1" is. */
function slackPlatform(with_: { config: Config; store: Store; lexicon: Lexicon; owners: string[]; now: () => Date; log: Log }): Platform | null {
  const { config, store, lexicon, owners, now, log } = with_
  const { apiUrl, ...secrets } = config.slack
  if (Object.values(secrets).every((value) => value === null)) return null
  const rule = (workspace: string, channel: string): string => `slack-admins-only:${workspace}/${channel}`
  return createSlackPlatform({
    tokens: { ...secrets, apiUrl },
    installations: config.secretKeys.length > 0 ? createSlackInstallations(store.db, config.secretKeys) : null,
    publicUrl: config.http.publicUrl ?? `http://${config.http.host}:${config.http.port}`,
    pagesUrl: config.http.publicUrl,
    topicName: (id, lang) => ((topicIds as readonly string[]).includes(id) ? lexicon.displayName(id, interfaceLanguage(lang)) : null),
    chats: store.chats,
    handled: store.handled,
    rules: {
      adminsOnly: async (workspace, channel) => (await store.settings.get(rule(workspace, channel))) === true,
      async setAdminsOnly(workspace, channel, adminsOnly, by) {
        await store.settings.set(rule(workspace, channel), adminsOnly, now())
        await store.audit.record({ at: now(), by: personName(by), action: 'slack-admins-only', detail: { workspace, channel, adminsOnly } })
      },
    },
    isAdmin: async (person) => owners.includes(personName(person)) || (await store.chats.person(person, now())).role !== 'reader',
    workspaceChangesSources: (workspace) => store.workspaceRights.mayChangeSources('slack', workspace),
    topics: (lang) => topicIds.map((topic) => lexicon.displayName(topic, interfaceLanguage(lang))),
    onWorkspace: (team) =>
      owners.push(
        ...config.admins.flatMap(
          (admin) =>
            /^slack:(\w+)$/
              .exec(admin)
              ?.slice(1)
              .map((user) => `slack:${team}/${user}`) ?? [],
        ),
      ),
    fetch,
    now,
    log,
  })
}
