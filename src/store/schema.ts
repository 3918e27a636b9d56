/** The tables as Kysely types: what migrations/ makes, column by column. */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Json = ColumnType<unknown, string, string>
type JsonWithDefault = ColumnType<unknown, string | undefined, string>
type Instant = ColumnType<Date, Date, Date>
type MaybeInstant = ColumnType<Date | null, Date | null | undefined, Date | null>
/** PostgreSQL bigint, read as a number (all of ours stay below 2^53). */
type Big = number

export interface Database {
  source: {
    id: GeneratedAlways<number>
    name: string
    kind: string
    url: string
    home: string | null
    identity: string
    country: string | null
    language: string | null
    ownership: string | null
    zone: string | null
    confirmed: Generated<boolean>
    folder: string | null
    state: Generated<string>
    paused_until: MaybeInstant
    added_at: Instant
    removed_at: MaybeInstant
    etag: string | null
    last_modified: string | null
    next_poll_at: MaybeInstant
    interval_minutes: Generated<number>
    last_polled_at: MaybeInstant
    last_success_at: MaybeInstant
    last_new_item_at: MaybeInstant
    failures: Generated<number>
    last_error: string | null
    last_error_at: MaybeInstant
    pages_read: Generated<number>
    pages_unreadable: Generated<number>
    repeated_blocks: ColumnType<unknown, string | null | undefined, string | null>
    health: JsonWithDefault
    backlog_until: MaybeInstant
    lease_owner: string | null
    lease_until: MaybeInstant
  }
  seen_item: { source_id: number; item_id: string; link: string | null; outcome: string; attempts: Generated<number>; seen_at: Instant }
  poll_run: { id: GeneratedAlways<Big>; started_at: Instant; finished_at: MaybeInstant; sources: Generated<number>; failed: Generated<number> }
  concept: { id: GeneratedAlways<number>; slug: string }
  article: {
    id: GeneratedAlways<number>
    canonical_url: string
    url: string
    source_id: number
    lang: string
    title: string
    author: string | null
    text: string
    published_at: MaybeInstant
    published_at_from: string | null
    published_at_precision: string | null
    visible_from: MaybeInstant
    read_at: Instant
    revisions: Generated<number>
    withdrawn_at: MaybeInstant
    corrected: Generated<boolean>
    relevant: boolean
    topics: string[]
    event: string | null
    /** `YYYY-MM-DD`. */
    event_date: string | null
    event_date_in_text: boolean
    countries: string[]
    people: string[]
    organisations: string[]
    places: string[]
    concepts: number[]
    name_keys: string[]
    statements: Json
    fingerprint: Big[]
    bands: number[]
    origin_hint: string | null
    /** Further derived facts of one article that nothing searches by. */
    derived: JsonWithDefault
    lexicon_version: string
    rules_version: string
    duplicate_of: string | null
    group_id: number | null
    story_id: number | null
    reread_at: MaybeInstant
    page_etag: string | null
    page_last_modified: string | null
    /** By language, `{ text }` or `{ refused }`. */
    title_translations: JsonWithDefault
  }
  article_address: { url: string; article_id: number }
  revision: { article_id: number; n: number; seen_at: Instant; title: string; text: string; withdrawn: Generated<boolean> }
  story: { id: GeneratedAlways<number>; merged_into: number | null; made_at: Instant; last_change: Generated<Big> }
  story_change: {
    seq: GeneratedAlways<Big>
    story_id: number
    kind: string
    article_id: number | null
    other_story: number | null
    at: Instant
  }
  mend: {
    id: GeneratedAlways<number>
    kind: string
    articles: number[]
    detail: ColumnType<unknown, string | null, string | null>
    made_by: string
    at: Instant
    undone_at: MaybeInstant
    undone_by: string | null
  }
  chat: {
    id: GeneratedAlways<number>
    platform: string
    workspace: string
    chat: string
    thread: string
    kind: string
    title: string | null
    lang: string | null
    zone: string | null
    languages_read: Generated<string[]>
    settings: JsonWithDefault
    last_list: Generated<number[]>
    last_list_at: MaybeInstant
    made_at: Instant
    ended_at: MaybeInstant
    end_reason: string | null
  }
  person: { id: GeneratedAlways<number>; platform: string; workspace: string; user_id: string; role: Generated<string>; made_at: Instant }
  chat_seen: { chat_id: number; story_id: number; seq: Big; at: Instant }
  subscription: {
    id: GeneratedAlways<number>
    chat_id: number
    times: string[]
    weekdays: number[]
    zone: string
    choice: JsonWithDefault
    next_at: MaybeInstant
    last_slot: MaybeInstant
    made_at: Instant
    made_by: number | null
    ended_at: MaybeInstant
    end_reason: string | null
  }
  follow: { id: GeneratedAlways<number>; chat_id: number; subject: string; made_at: Instant; last_seq: Generated<Big>; state: JsonWithDefault }
  edition: {
    id: GeneratedAlways<Big>
    subscription_id: number
    slot: Instant
    chat_id: number
    state: string
    reason: string | null
    content: ColumnType<unknown, string | null | undefined, string | null>
    made_at: Instant
  }
  delivery: {
    id: GeneratedAlways<Big>
    idempotency_key: string
    platform: string
    sender: Generated<string>
    chat_id: number
    edition_id: Big | null
    part: Generated<number>
    kind: string
    message: Json
    silent: Generated<boolean>
    carried: JsonWithDefault
    state: Generated<string>
    not_before: Instant
    attempts: Generated<number>
    lease_owner: string | null
    lease_until: MaybeInstant
    receipt: ColumnType<unknown, string | null | undefined, string | null>
    reason: string | null
    made_at: Instant
    closed_at: MaybeInstant
    mentioned_at: MaybeInstant
    under_delivery: Big | null
  }
  conversation: { chat_id: number; person_id: number; lines: Json; until: Instant }
  story_block: { story_id: number; version: string; look: string; block: Json; made_at: Instant }
  lease: { name: string; owner: string; fencing: Big; until: Instant }
  audit: { id: GeneratedAlways<Big>; at: Instant; made_by: string; action: string; detail: Json }
  handled: { platform: string; key: string; at: Instant }
  one_time_link: { hash: string; purpose: string; made_at: Instant; expires_at: Instant; used_at: MaybeInstant; used_by: string | null }
  lexicon_entry: { id: GeneratedAlways<number>; slug: string; entry: Json; author: string; added_at: Instant; removed_at: MaybeInstant }
  slack_installation: { team: string; enterprise: string | null; sealed: string; updated_at: Instant }
  pace: { sender: string; next_at: Instant; digests_until: Instant }
  personal_page: { chat_id: number; feed_hash: string; visited_at: Instant }
  setting: { name: string; value: Json; updated_at: Instant }
}
