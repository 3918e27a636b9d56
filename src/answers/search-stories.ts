/** Question + archive → the stories that share its concepts, as of the instant asked, ranked by how well they fit. */
import type { Article } from '../articles/article.js'
import type { Outlet } from '../stories/story.js'
import { plainDateIn } from '../text/dates.js'
import type { Question } from './answer.js'
import { createJudge, holdsNames, type Judge, type RankedStory, rankStories, tellsEncounter, tellsTogether } from './rank.js'
import { findArticles, knowsNames, type RetrievalPorts, storiesOf } from './retrieve.js'

/** Groups whose stories are composed. */
const groupsComposed = 14

export interface Search {
  ranked: RankedStory[]
  judge: Judge
  outlets: ReadonlyMap<number, Outlet>
  /** True when the archive holds articles that share something with the question. */
  known: boolean
}

/** `bounded`: only within the time that the question names. Errors are the store's. */
export async function searchStories(question: Question, ports: RetrievalPorts, bounded: boolean): Promise<Search> {
  const found = await findArticles(question, ports, bounded)
  const judge = createJudge(question, found.articles, ports.lexicon)
  if (!(await knowsNames(question, found, ports))) return { ranked: [], judge, outlets: found.outlets, known: found.articles.length > 0 }
  const stories = await storiesOf(promising(found.articles, question, judge), question, found, ports)
  const inTime = bounded ? stories.filter((story) => isInside(story.firstAt, story.lastAt, story.eventDate, question)) : stories
  const named = inTime.filter(
    (story) =>
      holdsNames(story, question, ports.lexicon) && tellsTogether(story, question, ports.lexicon) && tellsEncounter(story, question, ports.lexicon),
  )
  return { ranked: rankStories(named, question, judge), judge, outlets: found.outlets, known: found.articles.length > 0 }
}

/** Articles of the best groups; for what is asked newest first, the newest of those that fit. */
function promising(articles: readonly Article[], question: Question, judge: Judge): Article[] {
  const fits = articles.map((article) => ({ article, fit: judge.fit(article) })).sort((a, b) => b.fit.score - a.fit.score)
  const top = fits[0]?.fit.score ?? 0
  const newestFirst = question.kind === 'latest' || question.kind === 'what-changed' || question.kind === 'calendar'
  const good = fits.filter(({ fit }) => fit.score >= top * (newestFirst ? 0.5 : 0.3))
  if (newestFirst) good.sort((a, b) => (b.article.publishedAt?.getTime() ?? 0) - (a.article.publishedAt?.getTime() ?? 0))
  const groups = new Set<number>()
  const limit = question.kind === 'timeline' ? groupsComposed * 2 : groupsComposed
  return good.flatMap(({ article }) => {
    if (article.group === null || (groups.size >= limit && !groups.has(article.group))) return []
    groups.add(article.group)
    return [article]
  })
}

/** Told or dated within the bounds that the question names. */
function isInside(first: Date, last: Date, eventDate: string | null, { from, to, zone }: Question): boolean {
  if (!from && !to) return true
  if (eventDate) {
    const after = !from || eventDate >= plainDateIn(from, zone)
    const before = !to || eventDate < plainDateIn(to, zone)
    if (after && before) return true
  }
  return (!from || last >= from) && (!to || first < to)
}
