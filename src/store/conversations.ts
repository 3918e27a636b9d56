/** What chats are talking about ↔ rows that live for minutes. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { questionKinds } from '../answers/answer.js'
import { type Conversations, type Line, linesKept } from '../answers/follow-up.js'
import { languages } from '../lexicon/lexicon.js'
import type { Database } from './schema.js'

/** Lines that another version of the program kept may look otherwise: they are left aside. */
const linesShape = z
  .array(
    z.object({
      text: z.string(),
      kind: z.enum(questionKinds).nullable(),
      lang: z.enum(languages),
      zone: z.string(),
      asOf: z.iso.datetime().transform((text) => new Date(text)),
      shown: z.array(z.number().int()),
    }),
  )
  .max(linesKept)

export function createConversations(db: Kysely<Database>): Conversations {
  async function forgetExpired(now: Date): Promise<number> {
    const { numDeletedRows } = await db.deleteFrom('conversation').where('until', '<=', now).executeTakeFirst()
    return Number(numDeletedRows)
  }

  return {
    async last(chat, now): Promise<Line[]> {
      const row = await db.selectFrom('conversation').select('lines').where('chat_id', '=', chat).where('until', '>', now).executeTakeFirst()
      return linesShape.safeParse(row?.lines).data ?? []
    },

    async remember({ chat, person, lines }, { now, until }) {
      await forgetExpired(now)
      const kept = { person_id: person, lines: JSON.stringify(lines), until }
      await db
        .insertInto('conversation')
        .values({ chat_id: chat, ...kept })
        .onConflict((conflict) => conflict.column('chat_id').doUpdateSet(kept))
        .execute()
    },

    forgetExpired,
  }
}
