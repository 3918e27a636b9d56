/** A store → one with a row in every table; and all its rows, for comparing. */
import { sql } from 'kysely'
import type { Store } from '../../src/store/open.js'
import { sampleArticle, sampleSource } from './sample-articles.js'

const at = new Date('2024-08-18T10:00:00.123Z')
const json = JSON.stringify({ words: ['ა', '"\\\n\u2028', null, 1.5], deep: { is: true } })

export async function fill(store: Store): Promise<void> {
  const { db } = store
  const source = await sampleSource(store, 'outlet', '+04:00')
  await db.updateTable('source').set({ interval_minutes: 7.25, health: json }).execute()
  const articles: number[] = []
  for (let i = 0; i < 3; i++) {
    const url = `https://outlet.example/${i}`
    const text = `Text ${i}, "quoted", back\\slash, tab\t, line\n\u2028 and {brace}`
    articles.push((await store.articles.save(sampleArticle(source, { url, canonicalUrl: `${url}?`, text, nameKeys: ['a,"b', 'NULL', ''] }), at)).id)
  }
  await store.articles.markWithdrawn(articles[0] ?? 0, at)
  await db
    .updateTable('article')
    .set({ title_translations: JSON.stringify({ ru: { text: 'Заголовок' }, ka: { refused: 'names' } }) })
    .execute()
  await db.insertInto('seen_item').values({ source_id: source, item_id: 'item "1"', link: null, outcome: 'read', seen_at: at }).execute()
  const stories = await db
    .insertInto('story')
    .values([{ made_at: at }, { made_at: at }])
    .returning('id')
    .execute()
  const [first = 0, second = 0] = stories.map(({ id }) => id)
  // The smaller points to the larger, which comes later in the file.
  await db.updateTable('story').set({ merged_into: second }).where('id', '=', first).execute()
  await sql`select nextval('story_group')`.execute(db)
  await db.insertInto('story_change').values({ story_id: second, kind: 'merged', article_id: null, other_story: first, at }).execute()
  await db
    .insertInto('mend')
    .values({ kind: 'must-link', articles: articles.slice(0, 2), detail: null, made_by: 'telegram:1', at })
    .execute()
  const chat = await store.chats.chat({ platform: 'slack', workspace: 'T1', chat: 'C1', thread: '' }, 'channel', at)
  await store.chats.saveList(chat.id, [second], at)
  const person = await store.chats.person({ platform: 'slack', workspace: 'T1', user: 'U1' }, at)
  await db.insertInto('chat_seen').values({ chat_id: chat.id, story_id: second, seq: 1, at }).execute()
  const { id: subscription } = await db
    .insertInto('subscription')
    .values({ chat_id: chat.id, times: ['08:00'], weekdays: [1, 2], zone: 'Asia/Yerevan', made_at: at, made_by: person.id, choice: json })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('follow').values({ chat_id: chat.id, subject: 'peace-treaty', made_at: at }).execute()
  const { id: edition } = await db
    .insertInto('edition')
    .values({ subscription_id: subscription, slot: at, chat_id: chat.id, state: 'made', made_at: at, content: json })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('delivery')
    .values({
      idempotency_key: 'k',
      platform: 'slack',
      chat_id: chat.id,
      edition_id: edition,
      kind: 'digest',
      message: json,
      not_before: at,
      made_at: at,
    })
    .execute()
  await db.insertInto('story_block').values({ story_id: second, version: '1', look: 'en', block: json, made_at: at }).execute()
  await store.leases.take('poll', 'a', { now: at, ms: 1 })
  await store.audit.record({ at, by: 'a', action: 'b', detail: { c: 1 } })
  await store.handled.first('telegram', '1', at)
  await db.insertInto('one_time_link').values({ hash: 'h', purpose: 'owner', made_at: at, expires_at: at }).execute()
  await db.insertInto('lexicon_entry').values({ slug: 's', entry: json, author: 'a', added_at: at }).execute()
  await db.insertInto('slack_installation').values({ team: 'T1', enterprise: null, sealed: 'x', updated_at: at }).execute()
  await store.personalPages.make({ hash: 'page', feedHash: 'feed', now: at })
  await store.settings.set('name', { a: [1] }, at)
  await store.pollRuns.begin(at)
  const line = { text: question, kind: null, lang: 'en', zone: 'UTC', asOf: at, shown: [second] } as const
  const talk = { chat: chat.id, person: person.id, lines: [{ ...line, shown: [...line.shown] }] }
  await store.conversations.remember(talk, { now: at, until: new Date('2100-01-01T00:00:00Z') })
}

/** Asked in a filled store: in no backup. */
export const question = 'what did nobody hear'

/** Rows of every table that is backed up, as text, in order. Every table must have some. */
export async function everyRow(store: Store): Promise<Record<string, string[]>> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = current_schema() and tablename not like 'kysely%' and tablename not in ('conversation', 'pace') order by 1`.execute(
    store.db,
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(store.db)
    if (rows.length === 0) throw new Error(`table ${name} is empty, expected fill() to put a row into every table`)
    all[name] = rows.map(({ row }) => row)
  }
  return all
}
