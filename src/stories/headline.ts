/** Articles of a story → its headline: the plainest one that names the news, quoted; a label from agreed tags where every one is loaded. */
import type { Article } from '../articles/article.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { fairTurn } from './fair-turn.js'
import { quote } from './quoting.js'
import { byTimeThenUrl } from './solve.js'
import { stillPublished } from './still-published.js'
import type { AgreedTags, Headline, Outlet } from './story.js'
import { textWords } from './word-memory.js'

export interface HeadlineContext {
  tags: AgreedTags
  outlets: ReadonlyMap<number, Outlet>
  lexicon: Lexicon
  /** Languages preferred for the headline, best first; others follow. */
  languages: readonly string[]
}

const shortest = 15
const longest = 160

function isHeadline(title: string): boolean {
  return title.length >= shortest && title.length <= longest && /\p{L}{3}/u.test(title)
}

/** Whether a title may stand over a story: long enough to tell something, short enough for one line, free of loaded terms. */
export function mayBeHeadline({ title, lang }: Pick<Article, 'title' | 'lang'>, lexicon: Lexicon): boolean {
  return isHeadline(title) && lexicon.loadedTerms(title, lang).length === 0
}

/** A page that grows while it happens: its headline is of its first hour. */
const running = /^(?:live|live blog|updated?|онлайн|трансляция|прямой эфир|ուղիղ|canlı|პირდაპირ)(?![\p{L}])/iu

/** How well a title names what the articles agree on. */
function namesTheNews(article: Article, { tags, lexicon }: HeadlineContext, others: readonly Article[]): number {
  const named = new Set(lexicon.mentions(article.title, article.lang).map((mention) => mention.slug))
  const known = [...tags.people, ...tags.places, ...tags.organisations, ...tags.countries]
  const hit = known.filter((slug) => named.has(slug)).length / Math.max(1, Math.min(4, known.length))
  const event = tags.event !== null && lexicon.eventCues(article.title, article.lang).some((cue) => cue.id === tags.event) ? 0.4 : 0
  const mine = textWords(article.title, article.lang).stems
  const shared = others.filter((other) => other !== article && other.lang === article.lang)
  const told = shared.map((other) => {
    const theirs = textWords(`${other.title}\n${other.text}`, other.lang).stems
    return [...mine.keys()].filter((stem) => theirs.has(stem)).length / Math.max(1, mine.size)
  })
  const agreement = told.length === 0 ? 0.5 : told.reduce((a, b) => a + b, 0) / told.length
  const question = /[?;՞]\s*$/.test(article.title) ? -0.5 : 0
  return Math.min(1, hit) + event + agreement + question + (running.test(article.title) ? -1 : 0)
}

function languageRank(article: Article, languages: readonly string[]): number {
  const at = languages.indexOf(article.lang)
  return at < 0 ? languages.length : at
}

/** Deterministic; depends on the set of articles alone. */
export function headlineOf(articles: readonly Article[], context: HeadlineContext): Headline {
  const { tags, outlets, lexicon, languages } = context
  const plain = stillPublished(articles)
    .filter((article) => mayBeHeadline(article, lexicon))
    .sort(byTimeThenUrl)
  const inBestLanguage = (some: readonly Article[]): Article[] => {
    const best = Math.min(...some.map((article) => languageRank(article, languages)))
    return some.filter((article) => languageRank(article, languages) === best)
  }
  const country = (article: Article): string | null => outlets.get(article.sourceId)?.country ?? null
  const readable = inBestLanguage(plain)
  const turn = fairTurn(plain, outlets)
  // Where a side speaks at all, the turn comes before the language: who writes in the reader's must not decide who is heard.
  const heard = turn && readable.some((article) => turn.includes(country(article) ?? ''))
  // Where only one side writes in the reader's language, a third one who does speaks for neither.
  const third = readable.filter((article) => !turn?.includes(country(article) ?? ''))
  const isOneSided = heard && !turn.every((side) => readable.some((article) => country(article) === side))
  const own = (): readonly Article[] => inBestLanguage(plain.filter((article) => country(article) === turn?.[0]))
  const mine = !heard ? readable : isOneSided && third.length > 0 ? third : own()
  const ranked = mine.map((article) => ({ article, score: namesTheNews(article, context, articles) })).sort((a, b) => b.score - a.score)
  const best = ranked[0]?.article
  if (best) return { kind: 'quoted', sentence: quote(best, best.title, outlets) }
  return {
    kind: 'label',
    event: tags.event,
    topics: tags.topics.slice(0, 1),
    places: tags.places.slice(0, 1),
    people: tags.people.slice(0, 2),
    date: tags.eventDate,
  }
}
