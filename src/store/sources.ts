/** Sources, how polling them went, and the items met ↔ their rows. */
import { createHash } from 'node:crypto'
import { type Kysely, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { NewSource, Ownership, Source, SourceKind } from '../sources/source.js'
import { sourceIdentity } from '../sources/source-identity.js'
import type { ItemOutcome, KnownItem, PollState, SeenItem, SourceChanges, SourceStore } from '../sources/source-store.js'
import { foldCase } from '../text/normalise.js'
import { nameKey } from '../text/romanise.js'
import type { Database } from './schema.js'

/** What the column `health` holds once something was told. */
const toldSchema = z.object({ toldAt: z.coerce.date().nullable(), wellSince: z.coerce.date().nullable() })

type Row = Selectable<Database['source']>

function sourceOfRow(row: Row): Source {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as SourceKind,
    url: row.url,
    home: row.home,
    country: row.country,
    language: row.language,
    ownership: row.ownership as Ownership | null,
    zone: row.zone,
    confirmed: row.confirmed,
    folder: row.folder,
    state: row.state as Source['state'],
    pausedUntil: row.paused_until,
    addedAt: row.added_at,
  }
}

function pollStateOfRow(row: Row): PollState {
  return {
    etag: row.etag,
    lastModified: row.last_modified,
    nextPollAt: row.next_poll_at,
    intervalMinutes: row.interval_minutes,
    lastPolledAt: row.last_polled_at,
    lastSuccessAt: row.last_success_at,
    lastNewItemAt: row.last_new_item_at,
    failures: row.failures,
    lastError: row.last_error,
    lastErrorAt: row.last_error_at,
    pagesRead: row.pages_read,
    pagesUnreadable: row.pages_unreadable,
    backlogUntil: row.backlog_until,
  }
}

const pollColumns = {
  etag: 'etag',
  lastModified: 'last_modified',
  nextPollAt: 'next_poll_at',
  intervalMinutes: 'interval_minutes',
  lastPolledAt: 'last_polled_at',
  lastSuccessAt: 'last_success_at',
  lastNewItemAt: 'last_new_item_at',
  failures: 'failures',
  lastError: 'last_error',
  lastErrorAt: 'last_error_at',
  pagesRead: 'pages_read',
  pagesUnreadable: 'pages_unreadable',
  backlogUntil: 'backlog_until',
} as const satisfies Record<keyof PollState, keyof Row>

/** PostgreSQL indexes no value beyond some 2,700 bytes; a longer id is kept as its hash. */
function key(text: string): string {
  return text.length <= 600 ? text.replaceAll('\u0000', '') : `sha256:${createHash('sha256').update(text).digest('hex')}`
}

const keyOrNull = (text: string | null): string | null => (text === null ? null : key(text))

/** What of a source an admin may have typed. */
function matches(source: Source, words: string): 'whole' | 'part' | null {
  const wanted = foldCase(words.trim())
  const name = foldCase(source.name)
  const hosts = [source.url, source.home].flatMap((url) => (url && URL.canParse(url) ? [new URL(url).host.replace(/^www\./, '')] : []))
  const host = wanted
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')
  if (name === wanted || hosts.includes(host) || sourceIdentity(words) === sourceIdentity(source.url)) return 'whole'
  if (wanted.length >= 2 && (name.includes(wanted) || hosts.some((one) => one.includes(host)))) return 'part'
  const romanised = nameKey(words)
  return romanised.length >= 3 && nameKey(source.name).includes(romanised) ? 'part' : null
}

function rowOf(source: NewSource) {
  const { name, kind, url, home, country, language, ownership, zone, confirmed, folder } = source
  return { name, kind, url, home, country, language, ownership, zone, confirmed, folder: folder ?? null, identity: sourceIdentity(url) }
}

/** No poll is put off, and no lease lasts, so long (a Retry-After counts a week at most): what lies beyond was written while the clock was wrong. */
function laterThanAny(now: Date): Date {
  return new Date(now.getTime() + 8 * 86_400_000)
}

export function createSourceStore(db: Kysely<Database>): SourceStore {
  const present = () => db.selectFrom('source').selectAll().where('removed_at', 'is', null)

  async function list(): Promise<Source[]> {
    return (await present().orderBy('id').execute()).map(sourceOfRow)
  }

  async function byIdentity(identity: string): Promise<Source | null> {
    const row = await present().where('identity', '=', identity).executeTakeFirst()
    return row ? sourceOfRow(row) : null
  }

  async function knownItems(sourceId: number, ids: readonly string[], links: readonly string[]): Promise<KnownItem[]> {
    if (ids.length === 0) return []
    const rows = await db
      .selectFrom('seen_item')
      .selectAll()
      .where('source_id', '=', sourceId)
      .where((where) => where.or([where('item_id', 'in', [...ids]), ...(links.length > 0 ? [where('link', 'in', [...links])] : [])]))
      .execute()
    return rows.map(itemOfRow)
  }

  function itemOfRow(row: Selectable<Database['seen_item']>): KnownItem {
    return { id: row.item_id, link: row.link, outcome: row.outcome as ItemOutcome, attempts: row.attempts, seenAt: row.seen_at }
  }

  return {
    list,

    async byId(id) {
      const row = await present().where('id', '=', id).executeTakeFirst()
      return row ? sourceOfRow(row) : null
    },

    async find(words) {
      const all = await list()
      if (/^#?\d+$/.test(words.trim())) return all.filter((source) => source.id === Number(words.trim().replace('#', '')))
      const rated = all.map((source) => ({ source, match: matches(source, words) }))
      const whole = rated.filter(({ match }) => match === 'whole')
      return (whole.length > 0 ? whole : rated.filter(({ match }) => match !== null)).map(({ source }) => source)
    },

    async add(source, now) {
      // Asked first, so that what is refused takes no number.
      const there = await byIdentity(sourceIdentity(source.url))
      if (there) return { source: there, existed: true }
      const row = await db
        .insertInto('source')
        .values({ ...rowOf(source), added_at: now, next_poll_at: now })
        .onConflict((conflict) => conflict.column('identity').where('removed_at', 'is', null).doNothing())
        .returningAll()
        .executeTakeFirst()
      if (row) return { source: sourceOfRow(row), existed: false }
      const known = await byIdentity(sourceIdentity(source.url))
      if (!known) throw new Error(`source ${source.url}: it was removed just now, expected to find or add it`)
      return { source: known, existed: true }
    },

    async update(id, changes: SourceChanges) {
      const { url, pausedUntil, state, ...labels } = changes
      const set = { ...labels, ...(state === undefined ? {} : { state }), ...(pausedUntil === undefined ? {} : { paused_until: pausedUntil }) }
      if (Object.keys(set).length > 0) await db.updateTable('source').set(set).where('id', '=', id).execute()
      if (url === undefined) return
      const identity = sourceIdentity(url)
      const taken = await byIdentity(identity)
      // The old address's ETag says nothing of the new one.
      if (!taken || taken.id === id)
        await db.updateTable('source').set({ url, identity, etag: null, last_modified: null }).where('id', '=', id).execute()
    },

    async remove(id) {
      await db.updateTable('source').set({ removed_at: sql`now()`, state: 'ended' }).where('id', '=', id).execute()
    },

    async pollState(id) {
      return pollStateOfRow(await db.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
    },

    async pollStates() {
      return new Map((await present().execute()).map((row) => [row.id, pollStateOfRow(row)]))
    },

    async habits(now) {
      const from = new Date(now.getTime() - 28 * 86_400_000)
      const rows = await db
        .selectFrom('seen_item')
        .innerJoin('source', 'source.id', 'seen_item.source_id')
        .select((row) => [
          'source_id',
          row.fn.count<number>(sql`date_trunc('hour', seen_at)`).distinct().as('hours'),
          row.fn.min('seen_at').as('first'),
        ])
        .where('seen_at', '>', from)
        .where(sql<boolean>`seen_at > source.added_at + interval '1 hour'`)
        .groupBy('source_id')
        .execute()
      return new Map(
        rows.map(({ source_id, hours, first }) => [source_id, { activeHours: Number(hours), days: (now.getTime() - first.getTime()) / 86_400_000 }]),
      )
    },

    async shapes(now) {
      const recent = new Date(now.getTime() - 3 * 86_400_000)
      const { rows } = await sql<{ source_id: number; recent: number | null; recent_count: number; before: number | null; before_count: number }>`
        select source_id,
          percentile_cont(0.5) within group (order by octet_length(text)) filter (where read_at >= ${recent}) as recent,
          count(*) filter (where read_at >= ${recent})::int as recent_count,
          percentile_cont(0.5) within group (order by octet_length(text)) filter (where read_at < ${recent}) as before,
          count(*) filter (where read_at < ${recent})::int as before_count
        from article where read_at >= ${new Date(now.getTime() - 28 * 86_400_000)} group by source_id`.execute(db)
      return new Map(
        rows.map((row) => [
          row.source_id,
          { recent: row.recent ?? 0, recentCount: row.recent_count, before: row.before ?? 0, beforeCount: row.before_count },
        ]),
      )
    },

    async told() {
      const rows = await present().execute()
      return new Map(rows.flatMap((row) => (toldSchema.safeParse(row.health).success ? [[row.id, toldSchema.parse(row.health)] as const] : [])))
    },

    async saveTold(told) {
      for (const [id, state] of told) {
        await db
          .updateTable('source')
          .set({ health: JSON.stringify(state) })
          .where('id', '=', id)
          .execute()
      }
    },

    async savePollState(id, state) {
      const set = Object.fromEntries(Object.entries(state).map(([name, value]) => [pollColumns[name as keyof PollState], value]))
      if (Object.keys(set).length > 0) await db.updateTable('source').set(set).where('id', '=', id).execute()
    },

    async takeDue({ now, all, owner, leaseMs, limit }) {
      const until = new Date(now.getTime() + leaseMs)
      const due = db
        .selectFrom('source')
        .select('id')
        .where('removed_at', 'is', null)
        .where('kind', '!=', 'files')
        .where((where) =>
          where.or([
            where('lease_until', 'is', null),
            where('lease_until', '<=', now),
            where('lease_until', '>', laterThanAny(now)),
            where('lease_owner', '=', owner),
          ]),
        )
        // A pause that has an end ends by itself.
        .where((where) => where.or([where('state', '=', 'active'), where.and([where('state', '=', 'paused'), where('paused_until', '<=', now)])]))
        .$if(!all, (query) =>
          query.where((where) =>
            where.or([where('next_poll_at', 'is', null), where('next_poll_at', '<=', now), where('next_poll_at', '>', laterThanAny(now))]),
          ),
        )
        .orderBy('next_poll_at', (order) => order.asc().nullsFirst())
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        .skipLocked()
      const rows = await db
        .updateTable('source')
        .set({ lease_owner: owner, lease_until: until, state: 'active', paused_until: null })
        .where('id', 'in', due)
        .returningAll()
        .execute()
      return rows.sort((a, b) => a.id - b.id).map(sourceOfRow)
    },

    async release(id, owner) {
      await db.updateTable('source').set({ lease_owner: null, lease_until: null }).where('id', '=', id).where('lease_owner', '=', owner).execute()
    },

    async seen(sourceId, items) {
      const found: KnownItem[] = []
      for (let at = 0; at < items.length; at += 500) {
        const part = items.slice(at, at + 500)
        const links = part.flatMap(({ link }) => (link === null ? [] : [key(link)]))
        found.push(
          ...(await knownItems(
            sourceId,
            part.map(({ id }) => key(id)),
            links,
          )),
        )
      }
      // The caller knows its items by their whole names.
      const whole = new Map(items.flatMap(({ id, link }) => [[key(id), id] as const, ...(link === null ? [] : [[key(link), link] as const])]))
      return found.map((item) => ({
        ...item,
        id: whole.get(item.id) ?? item.id,
        link: item.link === null ? null : (whole.get(item.link) ?? item.link),
      }))
    },

    async toRetry(sourceId) {
      const rows = await db.selectFrom('seen_item').selectAll().where('source_id', '=', sourceId).where('outcome', '=', 'retry').execute()
      return rows.map(itemOfRow)
    },

    async markSeen(sourceId, items: readonly SeenItem[], now) {
      for (let at = 0; at < items.length; at += 500) {
        const rows = items.slice(at, at + 500).map(({ id, link, outcome, attempts }) => ({
          source_id: sourceId,
          item_id: key(id),
          link: keyOrNull(link),
          outcome,
          attempts,
          seen_at: now,
        }))
        await db
          .insertInto('seen_item')
          .values(rows)
          .onConflict((conflict) =>
            conflict.columns(['source_id', 'item_id']).doUpdateSet((row) => ({
              link: row.ref('excluded.link'),
              outcome: row.ref('excluded.outcome'),
              attempts: row.ref('excluded.attempts'),
              seen_at: row.ref('excluded.seen_at'),
            })),
          )
          .execute()
      }
    },
  }
}
