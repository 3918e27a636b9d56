/** Question → the stories it may be about, as of its instant; by concepts from indexes, words only within a window; never by a scan. */
import type { Article } from '../articles/article.js'
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import { foldForWords } from '../lexicon/notions.js'
import { storiesOfGroups } from '../stories/of-groups.js'
import type { Outlet, Story } from '../stories/story.js'
import type { Archive, ArchiveQuery, StoryStore } from '../stories/story-store.js'
import type { Question } from './answer.js'
import { hasBeginning } from './evidence.js'

export interface RetrievalPorts {
  archive: Archive
  stories: StoryStore
  lexicon: Lexicon
  /** Languages the reader reads, best first. */
  languagesRead: readonly Language[]
}

/** Articles that may answer, and the labels of outlets. */
export interface Found {
  articles: Article[]
  outlets: ReadonlyMap<number, Outlet>
}

/** Articles looked at for one way of asking. */
const perWay = 40
/** A chain of events goes further back. */
const perWayOfTimeline = 120
/** Ways that are tried, and how many of them at once. */
const mostWays = 6
const waysAtOnce = 2
/** Articles that are weighed for one question. */
const articleLimit = 100
/** Articles from which on the wider ways of asking are left out. */
const enough = 45
/** Articles up to which every word of the question is looked up. */
const fewFound = 12
/** Words looked up in texts. */
const wordsSought = 4
/** Days back in which words without any concept are looked up. */
const wordsBackDays = 400
/** An event of a day is still told some days later. */
const toldLaterMs = 3 * 86_400_000
const dayMs = 86_400_000

/** The ways in which the archive is asked, the narrowest first. */
function waysOf(question: Question): (readonly string[])[][] {
  const named = [...question.named, ...question.related].map((slug) => [slug])
  const countries = question.countries.map((slug) => [slug])
  const topics = question.topics.length > 0 ? [[...question.topics]] : []
  const ways = [
    [...named, ...countries, ...topics],
    [...named, ...countries],
    [...named, ...topics],
    named,
    ...named.map((one) => [one, ...topics]),
    ...named.map((one) => [one]),
    [...countries, ...topics],
    ...topics.map((one) => [one]),
    countries,
    ...countries.map((one) => [one]),
  ].filter((way) => way.length > 0)
  const seen = new Set<string>()
  return ways.filter((way) => {
    const key = way
      .map((any) => any.join(','))
      .sort()
      .join(' ')
    return !seen.has(key) && Boolean(seen.add(key))
  })
}

/** Articles that may answer, unranked. `bounded` false leaves the question's bounds in time aside, for a near miss. */
export async function findArticles(question: Question, ports: RetrievalPorts, bounded = true): Promise<Found> {
  const window: Pick<ArchiveQuery, 'asOf' | 'from' | 'to' | 'limit'> = {
    asOf: question.asOf,
    ...(bounded && question.from ? { from: question.from } : {}),
    ...(bounded && question.to ? { to: new Date(question.to.getTime() + toldLaterMs) } : {}),
    limit: question.kind === 'timeline' ? perWayOfTimeline : perWay,
  }
  const found = new Map<number, Article>()
  const take = (articles: readonly Article[]): void => {
    for (const article of articles) if (!found.has(article.id)) found.set(article.id, article)
  }
  const ways = waysOf(question).slice(0, mostWays)
  const ask = (at: number): Promise<Article[]>[] => ways.slice(at, at + waysAtOnce).map((concepts) => ports.archive.find({ ...window, concepts }))
  const [outlets, ...first] = await Promise.all([ports.archive.outlets(), ...ask(0)])
  first.forEach(take)
  for (let at = waysAtOnce; at < ways.length && found.size < (question.kind === 'timeline' ? perWayOfTimeline : enough); at += waysAtOnce)
    for (const articles of await Promise.all(ask(at))) take(articles)
  const words = wordsToSeek(question, [...found.values()])
  if (words.length > 0) {
    const from = window.from ?? new Date(question.asOf.getTime() - wordsBackDays * dayMs)
    const concepts = question.named.length > 0 ? [question.named] : question.countries.length > 0 ? [question.countries] : []
    take(await ports.archive.findWords(words, { ...window, from, concepts }))
  }
  if (question.nameKeys.length > 0 && found.size < enough) take(await ports.archive.find({ ...window, concepts: [], nameKeys: question.nameKeys }))
  return {
    articles: [...found.values()].slice(0, question.kind === 'timeline' ? articleLimit * 2 : articleLimit),
    outlets,
  }
}

/** Whether every name that the question cannot do without stands in a text that was visible by then. */
export async function knowsNames(question: Question, found: Found, { archive }: RetrievalPorts): Promise<boolean> {
  const stands = (articles: readonly Article[], { text, key }: Question['ownNames'][number]): boolean =>
    articles.some(
      (article) =>
        hasBeginning(foldForWords(`${article.title} ${article.text}`), text) ||
        (key.length >= 4 && article.nameKeys.some((name) => name.split(' ').some((part) => part.startsWith(key)))),
    )
  for (const name of question.ownNames) {
    if (stands(found.articles, name)) continue
    const from = new Date(question.asOf.getTime() - wordsBackDays * dayMs)
    if ((await archive.find({ asOf: question.asOf, concepts: [], nameKeys: [name.key], limit: 1 })).length > 0) continue
    if ((await archive.findWords([name.text], { asOf: question.asOf, from, concepts: [], limit: 1 })).length === 0) return false
  }
  return true
}

/** Words that the concepts did not bring: looking words up in texts is slow, so only what is still missing is sought. */
function wordsToSeek(question: Question, found: readonly Article[]): string[] {
  const stems = question.words.filter((word) => word.stem.length >= 3)
  if (found.length < fewFound) return stems.flatMap((word) => (word.written.length > 0 ? word.written : [word.stem])).slice(0, wordsSought * 2)
  const texts = found.map((article) => foldForWords(`${article.title} ${article.text.slice(0, 1500)}`))
  const missing = stems.filter((word) => word.notions.length === 0 && !texts.some((text) => hasBeginning(text, word.stem)))
  return missing.map((word) => word.stem).slice(0, wordsSought)
}

/** Whole stories of the articles' groups, as of the question's instant. */
export async function storiesOf(articles: readonly Article[], question: Question, found: Found, ports: RetrievalPorts): Promise<Story[]> {
  const groups = [...new Set(articles.flatMap((article) => (article.group === null ? [] : [article.group])))]
  const wanted = new Set(articles.map((article) => article.id))
  const stories = await storiesOfGroups(groups, { asOf: question.asOf, languages: ports.languagesRead, outlets: found.outlets }, ports)
  return stories.filter((story) => story.articles.some((article) => wanted.has(article.id)))
}
