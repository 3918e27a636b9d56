/** Chats and people ↔ their rows. */
import { type Kysely, type Selectable, sql } from 'kysely'
import type { Language } from '../lexicon/lexicon.js'
import type { ChatKind } from '../subscribers/address.js'
import type { Chat, ChatStore, Person, Role } from '../subscribers/chat.js'
import type { Database } from './schema.js'

export function chatOfRow(
  row: Pick<
    Selectable<Database['chat']>,
    'id' | 'platform' | 'workspace' | 'chat' | 'thread' | 'kind' | 'title' | 'lang' | 'zone' | 'languages_read'
  >,
): Chat {
  return {
    id: row.id,
    address: { platform: row.platform, workspace: row.workspace, chat: row.chat, thread: row.thread },
    kind: row.kind as ChatKind,
    title: row.title,
    settings: { lang: row.lang as Language | null, zone: row.zone, languagesRead: row.languages_read as Language[] },
  }
}

function personOfRow(row: Selectable<Database['person']>): Person {
  return { id: row.id, address: { platform: row.platform, workspace: row.workspace, user: row.user_id }, role: row.role as Role }
}

export function createChatStore(db: Kysely<Database>): ChatStore {
  return {
    async chat({ platform, workspace, chat, thread }, kind, now) {
      const find = () =>
        db
          .selectFrom('chat')
          .selectAll()
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('chat', '=', chat)
          .where('thread', '=', thread)
          .executeTakeFirst()
      const known = await find()
      if (known) return chatOfRow(known)
      const made = await db
        .insertInto('chat')
        .values({ platform, workspace, chat, thread, kind, made_at: now })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'chat', 'thread']).doNothing())
        .returningAll()
        .executeTakeFirst()
      const row = made ?? (await find())
      if (!row) throw new Error(`chat ${platform}:${workspace}/${chat}/${thread}: it was removed just now, expected to find or make it`)
      return chatOfRow(row)
    },

    async standing({ platform, workspace, chat, thread }) {
      const row = await db
        .selectFrom('chat')
        .select(['kind', 'lang', 'ended_at'])
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('chat', '=', chat)
        .where('thread', '=', thread)
        .executeTakeFirst()
      return row ? { kind: row.kind as ChatKind, lang: row.lang as Language | null, ended: row.ended_at !== null } : null
    },

    async saveTitle(chat, title) {
      await db.updateTable('chat').set({ title }).where('id', '=', chat).execute()
    },

    async saveSettings(chat, { lang, zone, languagesRead }) {
      await db
        .updateTable('chat')
        .set({ lang, zone, languages_read: [...languagesRead] })
        .where('id', '=', chat)
        .execute()
    },

    async person({ platform, workspace, user }, now) {
      const find = () =>
        db
          .selectFrom('person')
          .selectAll()
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('user_id', '=', user)
          .executeTakeFirst()
      const known = await find()
      if (known) return personOfRow(known)
      const made = await db
        .insertInto('person')
        .values({ platform, workspace, user_id: user, made_at: now })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'user_id']).doNothing())
        .returningAll()
        .executeTakeFirst()
      const row = made ?? (await find())
      if (!row) throw new Error(`person ${platform}:${workspace}/${user}: removed just now, expected to find or make it`)
      return personOfRow(row)
    },

    async setRole(person, role) {
      await db.updateTable('person').set({ role }).where('id', '=', person).execute()
    },

    async saveList(chat, stories, at) {
      await db
        .updateTable('chat')
        .set({ last_list: [...stories], last_list_at: at })
        .where('id', '=', chat)
        .execute()
    },

    async markSeen(chat, stories, at) {
      if (stories.length === 0) return
      await sql`
        insert into chat_seen (chat_id, story_id, seq, at)
        select ${chat}, story, max(seq), ${at}::timestamptz from jsonb_to_recordset(${JSON.stringify(stories)}::jsonb) as r (story integer, seq bigint)
        where exists (select 1 from chat where id = ${chat})
        group by story order by story
        on conflict (chat_id, story_id) do update set seq = greatest(chat_seen.seq, excluded.seq), at = excluded.at`.execute(db)
    },

    async lastList(chat) {
      const row = await db.selectFrom('chat').select('last_list').where('id', '=', chat).executeTakeFirst()
      return row?.last_list ?? []
    },
  }
}
