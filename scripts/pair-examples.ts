/** Labelled articles → pairs of them as features, each with whether both tell one story: what the pair score is learnt from. */
import type { CorpusArticle } from '../bench/corpus-articles.js'
import type { Article } from '../src/articles/article.js'
import { type Comparable, comparable } from '../src/stories/comparable.js'
import { featureNames, pairFeatures } from '../src/stories/pair-features.js'
import { windowDays } from '../src/stories/pair-score.js'

export interface Example {
  x: number[]
  same: boolean
  /** 1 for a pair as it stands; less for one that was made of it. */
  weight: number
}

/** What a moved pair counts, beside one that really lay so near. */
const rivalWeight = 0.1
const undatedWeight = 0.15
/** Days by which a look-alike is moved beside an article. */
const nearby = [0.2, 0.9, -1.3, 2.1, -2.8]

function undated(one: Comparable): Comparable {
  return { ...one, publishedDay: null, eventDay: null }
}

/** As if it and its event had been so many days later. */
function later(one: Comparable, days: number): Comparable {
  return {
    ...one,
    publishedDay: one.publishedDay === null ? null : one.publishedDay + days,
    eventDay: one.eventDay === null ? null : one.eventDay + Math.round(days),
  }
}

function shares(a: Article, b: Article): boolean {
  return (
    a.people.some((slug) => b.people.includes(slug)) ||
    a.places.some((slug) => b.places.includes(slug)) ||
    a.topics.some((topic) => b.topics.includes(topic))
  )
}

function examplesBy(articles: readonly CorpusArticle[], of: (article: CorpusArticle) => Article): Example[] {
  const compared = articles.map((article) => comparable(of(article)))
  return articles.flatMap((one, index) =>
    articles.slice(index + 1).flatMap((other, offset) => {
      const [a, b] = [compared[index] as Comparable, compared[index + 1 + offset] as Comparable]
      const same = one.row.gold.story === other.row.gold.story
      const apart = Math.abs((a.publishedDay ?? 0) - (b.publishedDay ?? 0))
      const example = (first: Comparable, second: Comparable, weight: number): Example => {
        const features = pairFeatures(first, second)
        return { x: featureNames.map((name) => features[name]), same, weight }
      }
      const found: Example[] = []
      if (apart <= windowDays) found.push(example(a, b, 1))
      // News is denser than the corpus: events of other weeks are moved beside each other, as rivals.
      else if (shares(of(one), of(other))) {
        const days = nearby[(index + other.row.title.length) % nearby.length] as number
        found.push(example(a, later(b, (a.publishedDay ?? 0) - (b.publishedDay ?? 0) + days), rivalWeight))
      }
      // Without a date any other time is as near: the look-alikes of all years are its rivals.
      if (apart <= windowDays || of(one).people.some((slug) => of(other).people.includes(slug)))
        found.push(example(undated(a), b, undatedWeight), example(a, undated(b), undatedWeight))
      return found
    }),
  )
}

/** Pairs with the corpus's own tags and with ours. */
export function pairExamples(articles: readonly CorpusArticle[]): Example[] {
  return [...examplesBy(articles, ({ given }) => given), ...examplesBy(articles, ({ ours }) => ours)]
}

/** Pairs of texts of all times, without dates and tags. */
export function textExamples(articles: readonly CorpusArticle[]): Example[] {
  const compared = articles.map(({ ours }) => comparable(ours))
  return articles.flatMap((one, index) =>
    articles.slice(index + 1).map((other, offset) => {
      const features = pairFeatures(compared[index] as Comparable, compared[index + 1 + offset] as Comparable)
      const same = one.row.gold.story === other.row.gold.story
      return { x: featureNames.map((name) => features[name]), same, weight: same ? 1 : 0.1 }
    }),
  )
}
