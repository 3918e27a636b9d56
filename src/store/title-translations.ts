/** Titles and their translations ↔ the column of their articles. */
import { type Kysely, sql } from 'kysely'
import type { TitleTranslations } from '../articles/title-translations.js'
import { isLanguage, type Language } from '../lexicon/lexicon.js'
import { languagesReadOf } from '../subscribers/chat.js'
import type { Database } from './schema.js'

interface Reader {
  lang: Language
  reads: readonly Language[]
}

function languageList(value: unknown): Language[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string' && isLanguage(one)) : []
}

/** How chats that have not ended are spoken to, and what they read; a subscription may say both anew. */
async function readers(db: Kysely<Database>): Promise<Reader[]> {
  const { rows } = await sql<{ lang: string | null; reads: Language[]; own_lang: unknown; own_reads: unknown }>`
    select distinct chat.lang, chat.languages_read as reads, s.choice -> 'lang' as own_lang, s.choice -> 'languagesRead' as own_reads
    from chat left join subscription s on s.chat_id = chat.id and s.ended_at is null
    where chat.ended_at is null`.execute(db)
  return rows.flatMap((row): Reader[] => {
    const spoken = (lang: unknown, reads: readonly Language[]): Reader => {
      const known = typeof lang === 'string' && isLanguage(lang) ? lang : 'en'
      return { lang: known, reads: languagesReadOf(reads, known) }
    }
    const own = languageList(row.own_reads)
    return [spoken(row.lang, row.reads), spoken(row.own_lang ?? row.lang, own.length > 0 ? own : row.reads)]
  })
}

/** Interface languages, each with the languages that all who are spoken to in it read. */
function wishesOf(all: readonly Reader[]): { to: Language; except: Language[] }[] {
  const reads = new Map<Language, Language[]>()
  for (const { lang, reads: own } of all) reads.set(lang, reads.get(lang)?.filter((one) => own.includes(one)) ?? [...own])
  return [...reads].map(([to, except]) => ({ to, except: [...except, to] }))
}

export function createTitleTranslations(db: Kysely<Database>): TitleTranslations {
  return {
    async wanted({ since, until, limit }) {
      const wishes = wishesOf(await readers(db))
      if (wishes.length === 0) return []
      const { rows } = await sql<{ title: string; from: string; to: Language }>`
        select a.title, a.lang as "from", w."to" from article a
        cross join jsonb_to_recordset(${JSON.stringify(wishes)}::jsonb) as w ("to" text, "except" text[])
        where a.relevant and a.story_id is not null and a.withdrawn_at is null and a.visible_from > ${since} and a.visible_from <= ${until}
          and a.lang <> all (w."except") and a.title_translations -> w."to" is null
        group by a.title, a.lang, w."to"
        order by max(a.visible_from) desc, max(a.id) desc, w."to" limit ${limit}`.execute(db)
      return rows
    },

    async save({ title, from, to }, translation, since) {
      await sql`
        update article set title_translations = title_translations || jsonb_build_object(${to}::text, ${JSON.stringify(translation)}::jsonb)
        where relevant and visible_from > ${since} and title = ${title} and lang = ${from}`.execute(db)
    },
  }
}
