/** Folder of a corpus in the format of the gold corpus → its labelled articles, the outlets they stand for, which stories are held out. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EventType, Language, TopicId } from '../src/lexicon/lexicon.js'
import { packageFile } from '../src/package-files.js'
import { measuringSet } from '../tests/measuring-sets.js'

export interface LabelledArticle {
  id: string
  site: string
  /** Of the page on its site; a corpus without sites names none, its articles are told apart by their ids. */
  path: string
  lang: string
  title: string
  dek?: string
  /** ISO 8601 with the zone of the site. */
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
    duplicateOf: string | null
  }
}

export interface Site {
  id: string
  name: string
  country: string
  /** "+04:00" */
  zone: string
}

export interface Corpus {
  folder: string
  articles: LabelledArticle[]
  sites: Site[]
  /** Story → the long-running matter that ties it to others. */
  threads: ReadonlyMap<string, string>
}

export interface Question {
  id: string
  q: string
  lang: Language
  /** ISO 8601 */
  asOf: string
  kind: string
  /** Stories that a right answer draws on, best first; none where there is no answer. */
  stories: string[]
}

/** Folder of the gold corpus, or null when it is not on this machine. */
export function goldFolder(): string | null {
  const found = measuringSet('eval')
  return found && join(found, 'gold')
}

/** Folders of the corpora that were written to learn from (`bench/data/corpora`). */
export function writtenFolders(): string[] {
  const root = packageFile('bench/data/corpora')
  return existsSync(root)
    ? readdirSync(root, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(root, entry.name))
        .sort()
    : []
}

const lines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T)

/** @throws when `articles.jsonl` or `stories.json` is missing or no JSON. */
export function readCorpus(folder: string): Corpus {
  const rows = lines<LabelledArticle & { country?: string }>(join(folder, 'articles.jsonl'))
  const sitesFile = join(folder, 'sites.json')
  const stories = JSON.parse(readFileSync(join(folder, 'stories.json'), 'utf8')) as { id: string; thread: string | null }[]
  return {
    folder,
    articles: rows.map((row) => ({ ...row, path: row.path ?? `/${row.id}/` })),
    sites: existsSync(sitesFile)
      ? (JSON.parse(readFileSync(sitesFile, 'utf8')) as { id: string; name: string; country: string; tz: string }[]).map(
          ({ id, name, country, tz }) => ({ id, name, country, zone: tz }),
        )
      : sitesOf(rows),
    threads: new Map(stories.map(({ id, thread }) => [id, thread ?? id])),
  }
}

/** What the corpus asks, in its order. */
export function readQuestions(folder: string): Question[] {
  return JSON.parse(readFileSync(join(folder, 'queries.json'), 'utf8')) as Question[]
}

/** A corpus without pages has no `sites.json`: each article names its outlet's country, its time the zone. */
function sitesOf(rows: readonly (LabelledArticle & { country?: string })[]): Site[] {
  const sites = new Map<string, Site>()
  for (const { site, country, publishedAt } of rows)
    if (!sites.has(site)) sites.set(site, { id: site, name: site, country: country ?? '', zone: /[+-]\d\d:\d\d$/.exec(publishedAt)?.[0] ?? '+00:00' })
  return [...sites.values()]
}

/** Short news written for learning (`bench/data/tagged-news.jsonl`): only topics and event are labelled. */
export function readWrittenNews(): LabelledArticle[] {
  type News = { lang: string; title: string; text: string; topics: TopicId[]; event: EventType }
  return lines<News>(packageFile('bench/data/tagged-news.jsonl')).map(({ lang, title, text, topics, event }, number) => ({
    id: `w${number + 1}`,
    site: 'written',
    path: `/${number + 1}/`,
    lang,
    title,
    publishedAt: '2025-06-01T12:00:00Z',
    paragraphs: text.split('\n\n'),
    gold: {
      story: null,
      relevant: true,
      topics,
      event,
      eventDate: null,
      countries: [],
      people: [],
      orgs: [],
      places: [],
      duplicateOf: null,
    },
  }))
}

/** One third of the stories is never looked at while building; which third depends on nothing but the story's name. */
export function isHeldOut({ id, gold }: LabelledArticle): boolean {
  return (
    (createHash('sha256')
      .update(`held-out ${gold.story ?? id}`)
      .digest()[0] ?? 0) %
      3 ===
    0
  )
}
