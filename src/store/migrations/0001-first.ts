/** An empty database → every table of the first version. Forward-only: a change is a migration of its own. */
import { type Kysely, sql } from 'kysely'

// PostgreSQL 15's SQL: the floor of both engines. No extension is needed.
const statements = [
  // Where news comes from.
  `create table source (
    id integer generated always as identity primary key,
    name text not null, kind text not null, url text not null, home text,
    identity text not null,
    country text, language text, ownership text, zone text,
    confirmed boolean not null default false, folder text,
    state text not null default 'active', paused_until timestamptz, added_at timestamptz not null, removed_at timestamptz,
    etag text, last_modified text, next_poll_at timestamptz, interval_minutes real not null default 15,
    last_polled_at timestamptz, last_success_at timestamptz, last_new_item_at timestamptz,
    failures integer not null default 0, last_error text, last_error_at timestamptz,
    pages_read real not null default 0, pages_unreadable real not null default 0,
    repeated_blocks jsonb, health jsonb not null default '{}',
    lease_owner text, lease_until timestamptz
  )`,
  `create unique index source_identity on source (identity) where removed_at is null`,
  `create index source_due on source (next_poll_at) where removed_at is null and state = 'active'`,
  `create table seen_item (
    source_id integer not null references source (id), item_id text not null, link text,
    outcome text not null, attempts integer not null default 0, seen_at timestamptz not null,
    primary key (source_id, item_id)
  )`,
  `create index seen_item_link on seen_item (source_id, link)`,
  `create table poll_run (id bigint generated always as identity primary key, started_at timestamptz not null, finished_at timestamptz, sources integer not null default 0, failed integer not null default 0)`,

  // Articles and their revisions. Slugs and topic ids stand as integers in `concepts`, which is what is searched.
  `create table concept (id integer generated always as identity primary key, slug text not null unique)`,
  `create table article (
    id integer generated always as identity primary key,
    canonical_url text not null unique, url text not null, source_id integer not null references source (id),
    lang text not null, title text not null, author text, text text not null,
    published_at timestamptz, published_at_from text, published_at_precision text,
    visible_from timestamptz, read_at timestamptz not null,
    revisions integer not null default 1, withdrawn_at timestamptz, corrected boolean not null default false,
    relevant boolean not null, topics text[] not null, event text, event_date date, event_date_in_text boolean not null,
    countries text[] not null, people text[] not null, organisations text[] not null, places text[] not null,
    concepts integer[] not null, name_keys text[] not null,
    statements jsonb not null, fingerprint bigint[] not null, bands integer[] not null, origin_hint text,
    derived jsonb not null default '{}',
    lexicon_version text not null, rules_version text not null,
    duplicate_of text, group_id integer, story_id integer
  )`,
  `create index article_concepts on article using gin (concepts) where relevant`,
  `create index article_name_keys on article using gin (name_keys) where relevant`,
  `create index article_bands on article using gin (bands)`,
  `create index article_visible on article (visible_from desc, id) where relevant`,
  `create index article_group on article (group_id) where group_id is not null`,
  `create index article_story on article (story_id) where story_id is not null`,
  `create index article_unplaced on article (id) where relevant and story_id is null`,
  `create index article_source on article (source_id, read_at)`,
  // Every address under which an article was met, its canonical one included.
  `create table article_address (url text primary key, article_id integer not null references article (id) on delete cascade)`,
  `create table revision (
    article_id integer not null references article (id) on delete cascade, n integer not null, seen_at timestamptz not null,
    title text not null, text text not null, withdrawn boolean not null default false,
    primary key (article_id, n)
  )`,

  // Stories: ids are never reused, membership stands on the article, its history here.
  `create table story (id integer generated always as identity primary key, merged_into integer references story (id), made_at timestamptz not null, last_change bigint not null default 0)`,
  `create sequence story_group as integer`,
  `create table story_change (
    seq bigint generated always as identity primary key, story_id integer not null references story (id), kind text not null,
    article_id integer, other_story integer, at timestamptz not null
  )`,
  `create index story_change_story on story_change (story_id, seq)`,
  `create table mend (
    id integer generated always as identity primary key, kind text not null, articles integer[] not null, detail jsonb,
    made_by text not null, at timestamptz not null, undone_at timestamptz, undone_by text
  )`,
  `create index mend_articles on mend using gin (articles)`,

  // Chats and people have ids of our own: their addresses may change.
  `create table chat (
    id integer generated always as identity primary key,
    platform text not null, workspace text not null, chat text not null, thread text not null,
    kind text not null, title text, lang text, zone text, languages_read text[] not null default '{}',
    settings jsonb not null default '{}',
    last_list integer[] not null default '{}', last_list_at timestamptz,
    made_at timestamptz not null, ended_at timestamptz, end_reason text,
    unique (platform, workspace, chat, thread)
  )`,
  `create table person (
    id integer generated always as identity primary key,
    platform text not null, workspace text not null, user_id text not null,
    role text not null default 'reader', made_at timestamptz not null,
    unique (platform, workspace, user_id)
  )`,
  // What a chat has seen of a story: the last change it was shown.
  `create table chat_seen (chat_id integer not null references chat (id) on delete cascade, story_id integer not null references story (id), seq bigint not null, at timestamptz not null, primary key (chat_id, story_id))`,

  // Subscriptions: local wall time and zone decide, the next instant is stored and indexed.
  `create table subscription (
    id integer generated always as identity primary key, chat_id integer not null references chat (id) on delete cascade,
    times text[] not null, weekdays integer[] not null, zone text not null,
    choice jsonb not null default '{}',
    next_at timestamptz, last_slot timestamptz, made_at timestamptz not null, made_by integer references person (id) on delete set null,
    ended_at timestamptz, end_reason text
  )`,
  `create index subscription_due on subscription (next_at) where ended_at is null`,
  `create index subscription_chat on subscription (chat_id) where ended_at is null`,
  `create table follow (
    id integer generated always as identity primary key, chat_id integer not null references chat (id) on delete cascade,
    subject text not null, made_at timestamptz not null, last_seq bigint not null default 0, state jsonb not null default '{}',
    unique (chat_id, subject)
  )`,

  // The outbox. An edition is one subscription's digest for one slot; a delivery is one message part to one chat.
  `create table edition (
    id bigint generated always as identity primary key, subscription_id integer not null references subscription (id) on delete cascade,
    slot timestamptz not null, chat_id integer not null references chat (id) on delete cascade,
    state text not null, reason text, content jsonb, made_at timestamptz not null,
    unique (subscription_id, slot)
  )`,
  `create table delivery (
    id bigint generated always as identity primary key,
    idempotency_key text not null unique, platform text not null, sender text not null default '',
    chat_id integer not null references chat (id) on delete cascade, edition_id bigint references edition (id) on delete cascade,
    part integer not null default 0, kind text not null, message jsonb not null, silent boolean not null default false,
    carried jsonb not null default '[]',
    state text not null default 'planned', not_before timestamptz not null, attempts integer not null default 0,
    lease_owner text, lease_until timestamptz,
    receipt jsonb, reason text, made_at timestamptz not null, closed_at timestamptz
  )`,
  `create index delivery_open on delivery (platform, not_before, id) where state = 'planned'`,
  `create index delivery_sending on delivery (lease_until) where state = 'sending'`,
  `create index delivery_chat on delivery (chat_id, id)`,
  `create index delivery_edition on delivery (edition_id)`,
  // A rendered story block, shared by the chats that read it alike.
  `create table story_block (story_id integer not null references story (id), version text not null, look text not null, block jsonb not null, made_at timestamptz not null, primary key (story_id, version, look))`,
  // One holder of a name at a time; the fencing number grows with each holder.
  `create table lease (name text primary key, owner text not null, fencing bigint not null, until timestamptz not null)`,

  // Administration.
  `create table audit (id bigint generated always as identity primary key, at timestamptz not null, made_by text not null, action text not null, detail jsonb not null)`,
  `create table handled (platform text not null, key text not null, at timestamptz not null, primary key (platform, key))`,
  `create index handled_at on handled (at)`,
  `create table one_time_link (hash text primary key, purpose text not null, made_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz, used_by text)`,
  `create table lexicon_entry (id integer generated always as identity primary key, slug text not null, entry jsonb not null, author text not null, added_at timestamptz not null, removed_at timestamptz)`,
  `create table slack_installation (team text primary key, enterprise text, sealed text not null, updated_at timestamptz not null)`,
  `create table setting (name text primary key, value jsonb not null, updated_at timestamptz not null)`,
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
