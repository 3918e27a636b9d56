/** A question whose names may be meant otherwise + what was read → the question as it is likeliest meant, and the other ways to read it. */
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Archive } from '../stories/story-store.js'
import type { Question } from './answer.js'

/** Articles counted for one bearer of a family name. */
const bearerArticles = 12

/** Each family name that several people bear → the one of whom most was read by then; the others are other readings. */
export async function withBearers(question: Question, { archive, lexicon }: { archive: Archive; lexicon: Lexicon }): Promise<Question> {
  let meant = { ...question, familyNames: [] }
  for (const { typed, taken, people } of question.familyNames) {
    const read = await Promise.all(
      people.map(async (slug) => {
        const articles = await archive.find({ asOf: question.asOf, concepts: [[slug]], limit: bearerArticles })
        return { slug, count: articles.length, newest: articles[0]?.publishedAt?.getTime() ?? 0 }
      }),
    )
    const known = read.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || b.newest - a.newest)
    const best = known.find(({ slug, count }) => slug === taken && count === known[0]?.count) ?? known[0]
    if (!best || best.slug === taken) continue
    const swap = (slug: string): string => (slug === taken ? best.slug : slug)
    const named = taken === null ? [...meant.named, best.slug] : meant.named.map(swap)
    const isWhoSaid = question.kind === 'who-said' || question.kind === 'positions'
    meant = {
      ...meant,
      named: [...new Set(named)],
      subjects: taken === null ? [...meant.subjects, [best.slug]] : meant.subjects.map((any) => any.map(swap)),
      speakers: taken === null && isWhoSaid && lexicon.entity(meant.speakers[0] ?? '')?.kind !== 'person' ? [best.slug] : meant.speakers.map(swap),
      words: taken === null ? meant.words.filter(({ text }) => text !== typed) : meant.words,
      readings: {
        taken: best.slug,
        others: known
          .filter(({ slug }) => slug !== best.slug)
          .map(({ slug }) => slug)
          .slice(0, 3),
      },
    }
  }
  return meant
}

/** The same words understood otherwise, for when the likeliest reading leads nowhere. */
export async function rereadings(question: Question, { archive }: { archive: Archive }): Promise<Question[]> {
  const { yearsNamed, asOf } = question
  const doubtful: Question['doubtful'] = []
  for (const name of question.doubtful) {
    const isKnown = (await archive.find({ asOf, concepts: [[name.slug]], limit: 1 })).length > 0
    const standsAsTyped = name.nameKeys.length > 0 && (await archive.find({ asOf, concepts: [], nameKeys: name.nameKeys, limit: 1 })).length > 0
    if (!isKnown || standsAsTyped) doubtful.push(name)
  }
  const plain = { ...question, doubtful: [], yearsNamed: null }
  const slugs = doubtful.map(({ slug }) => slug)
  const without = (slug: string): boolean => !slugs.includes(slug)
  const asWords: Question = {
    ...plain,
    named: question.named.filter(without),
    related: question.related.filter(without),
    speakers: question.speakers.filter(without),
    subjects: question.subjects.filter((any) => any.some(without)),
    words: [...question.words, ...doubtful.flatMap(({ words }) => words)],
    // As words they must stand somewhere: what is asked about is not dropped.
    ownNames: [...question.ownNames, ...doubtful.flatMap(({ words }) => words.map(({ stem, key }) => ({ text: stem, key })))],
    nameKeys: [...question.nameKeys, ...doubtful.flatMap(({ nameKeys }) => nameKeys)],
  }
  const unbounded = (one: Question): Question => ({ ...one, from: null, to: null, words: [...one.words, ...(yearsNamed ?? [])] })
  return [
    ...(doubtful.length > 0 ? [asWords] : []),
    ...(yearsNamed !== null ? [unbounded(plain)] : []),
    ...(doubtful.length > 0 && yearsNamed !== null ? [unbounded(asWords)] : []),
  ]
}
