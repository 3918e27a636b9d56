/** What was learnt of one kind of tag → its honest figures, and on request what was missed, as lines for a terminal. */
import { rank } from '../src/articles/tag-model.js'
import type { Example } from './fit-weights.js'
import type { Judge, Learnt } from './tag-learning.js'
import type { Row, Rows } from './tag-rows.js'

export function figuresOf(name: string, { examples, byFold, byOthers, atLeast, figure }: Learnt, { corpora, heldOut }: Rows): string[] {
  const row = (what: string, judge: Judge, belongs: (example: Example) => boolean): string =>
    `${name.padEnd(14)} ${what.padEnd(28)} ${figure(examples.filter(belongs), judge).toFixed(3)}`
  const candidates = examples.reduce((sum, example) => sum + example.candidates.length, 0)
  const within = examples.filter(({ candidates, truth }) => candidates.some(({ id }) => truth.has(id))).length
  return [
    row('folds: all', byFold, () => true),
    row('folds: gold', byFold, ({ corpus }) => corpus === 'gold'),
    row('folds: gold, held out', byFold, ({ story }) => heldOut.has(story)),
    ...corpora.map((name) => row(`left out: ${name}`, byOthers, ({ corpus }) => corpus === name)),
    row('left out: each in turn', byOthers, ({ corpus }) => corpora.includes(corpus)),
    `${name.padEnd(14)} at ${atLeast}, ${candidates} candidates, in ${(within / examples.length).toFixed(3)} of the articles a true one`,
  ]
}

/** Articles whose tags differ from the labels when the folds judge them: `+` true, `-` not, `!` true and no candidate. */
export function missesOf({ examples, byFold, atLeast }: Learnt, rows: readonly Row[]): string[] {
  return examples.flatMap((example, number) => {
    const { candidates, truth } = example
    const ranked = rank(candidates, byFold(example))
    const chosen = new Set(atLeast > 0 ? ranked.filter(({ probability }) => probability >= atLeast).map(({ id }) => id) : [ranked[0]?.id])
    const article = rows[number]?.article
    if (!article || (chosen.size === truth.size && [...truth].every((id) => chosen.has(id)))) return []
    const shown = ranked
      .slice(0, 7)
      .map(({ id, score, probability }) => `${truth.has(id) ? '+' : '-'}${id} ${atLeast > 0 ? probability.toFixed(2) : score.toFixed(1)}`)
    const lost = [...truth].filter((id) => !ranked.slice(0, 7).some((other) => other.id === id)).map((id) => `!${id}`)
    return [[article.id, article.lang, article.title.slice(0, 70), '|', ...lost, ...shown].join(' ')]
  })
}
