/** Folder of the gold corpus (READOUT_CORPORA) → its articles, the zones of its sites, and which stories are held out. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TagInput } from '../src/articles/evidence.js'
import type { EventType, TopicId } from '../src/lexicon/lexicon.js'
import { packageFile } from '../src/package-files.js'
import { plainDateIn } from '../src/text/dates.js'
import { measuringSet } from '../tests/measuring-sets.js'

export interface GoldArticle {
  id: string
  site: string
  path: string
  lang: string
  title: string
  publishedAt: string
  paragraphs: string[]
  gold: {
    story: string | null
    relevant: boolean
    topics: TopicId[]
    event: EventType | null
    eventDate: string | null
    countries: string[]
    people: string[]
    orgs: string[]
    places: string[]
  }
}

export interface Gold {
  articles: GoldArticle[]
  zones: ReadonlyMap<string, string>
}

/** Null when the corpus is not on this machine. `folder`: another corpus of the same format. */
export function readGold(folder?: string): Gold | null {
  const found = measuringSet('eval')
  if (!folder && !found) return null
  const root = folder ?? join(found ?? '', 'gold')
  return {
    articles: readFileSync(join(root, 'articles.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => JSON.parse(line) as GoldArticle),
    zones: new Map((JSON.parse(readFileSync(join(root, 'sites.json'), 'utf8')) as { id: string; tz: string }[]).map(({ id, tz }) => [id, tz])),
  }
}

/** Short news written for learning (`bench/data/tagged-news.jsonl`): only topics and event are labelled. */
export function readWrittenNews(): GoldArticle[] {
  return readFileSync(packageFile('bench/data/tagged-news.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line, number) => {
      const { lang, title, text, topics, event } = JSON.parse(line) as {
        lang: string
        title: string
        text: string
        topics: TopicId[]
        event: EventType
      }
      return {
        id: `w${number + 1}`,
        site: 'written',
        path: `${number + 1}`,
        lang,
        title,
        publishedAt: '2025-06-01T12:00:00Z',
        paragraphs: text.split('\n\n'),
        gold: { story: null, relevant: true, topics, event, eventDate: null, countries: [], people: [], orgs: [], places: [] },
      }
    })
}

/** One third of the stories is never looked at while building; which third depends on nothing but the story's name. */
export function isHeldOut(article: GoldArticle): boolean {
  return (
    (createHash('sha256')
      .update(`held-out ${article.gold.story ?? article.id}`)
      .digest()[0] ?? 0) %
      3 ===
    0
  )
}

export function tagInputOf(article: GoldArticle, zones: ReadonlyMap<string, string>): TagInput {
  return {
    title: article.title,
    text: article.paragraphs.join('\n\n'),
    lang: article.lang,
    published: plainDateIn(new Date(article.publishedAt), zones.get(article.site) ?? null),
  }
}
