/** The gold corpus (READOUT_CORPORA) → its relevant articles as the store would hold them, with our tags or with the gold's own, and what belongs together. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article, ReadArticle } from '../src/articles/article.js'
import { understand } from '../src/articles/understand.js'
import type { EventType, Lexicon, TopicId } from '../src/lexicon/lexicon.js'
import type { Outlet } from '../src/stories/story.js'
import { measuringSet } from '../tests/measuring-sets.js'

interface GoldRow {
  id: string
  site: string
  path: string
  lang: string
  title: string
  dek?: string
  publishedAt: string
  paragraphs: string[]
  gold: {
    story: string
    relevant: boolean
    topics: TopicId[]
    event: EventType | null
    eventDate: string | null
    countries: string[]
    people: string[]
    orgs: string[]
    places: string[]
    duplicateOf: string | null
  }
}

export interface GoldArticle {
  gold: GoldRow
  /** True when the thread of its story is kept out of training. */
  heldOut: boolean
  thread: string
  /** As our rules understand it. */
  ours: Article
  /** With the tags of the gold corpus. */
  given: Article
}

export interface GoldCorpus {
  folder: string
  articles: GoldArticle[]
  outlets: Map<number, Outlet>
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value ^ (value >>> 15)) >>> 0
}

/** Null where there is no gold corpus. `url`s are such as score.mjs joins by. */
export function goldCorpus(lexicon: Lexicon): GoldCorpus | null {
  const root = measuringSet('eval')
  if (!root) return null
  const folder = join(root, 'gold')
  const lines = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T
  const sites = lines<{ id: string; name: string; country: string; tz: string }[]>('sites.json')
  const threads = new Map(lines<{ id: string; thread: string | null }[]>('stories.json').map((story) => [story.id, story.thread ?? story.id]))
  const rows = readFileSync(join(folder, 'articles.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldRow)
  const articles = rows.map((gold, index) => {
    const site = sites.findIndex((one) => one.id === gold.site)
    const read: ReadArticle = {
      url: `http://gold.example/${gold.site}/${gold.path}`.replace(/(?<!:)\/+/g, '/'),
      canonicalUrl: `http://gold.example/${gold.site}/${gold.path}`.replace(/(?<!:)\/+/g, '/'),
      sourceId: site + 1,
      lang: gold.lang,
      title: gold.title,
      author: null,
      text: [...(gold.dek ? [gold.dek] : []), ...gold.paragraphs].join('\n\n'),
      publishedAt: new Date(gold.publishedAt),
      publishedAtFrom: 'page',
      publishedAtPrecision: 'minute',
    }
    const ours: Article = {
      ...read,
      ...understand(read, sites[site]?.tz ?? null, lexicon),
      id: index + 1,
      readAt: new Date('2026-01-01T00:00:00Z'),
      visibleFrom: read.publishedAt,
      revisions: 1,
      withdrawnAt: null,
      duplicateOf: null,
      story: null,
      group: null,
    }
    const { topics, event, eventDate, countries, people, orgs, places, relevant } = gold.gold
    const thread = threads.get(gold.gold.story) ?? gold.gold.story ?? gold.id
    const given: Article = { ...ours, topics, event, eventDate, countries, people, organisations: orgs, places, relevant: relevant !== false }
    return { gold, heldOut: hash(thread) % 3 === 0, thread, ours, given }
  })
  const outlets = new Map(sites.map((site, index) => [index + 1, { sourceId: index + 1, name: site.name, country: site.country, ownership: null }]))
  return { folder, articles, outlets }
}
