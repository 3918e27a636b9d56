/** Examples of one kind of tag → the weights that ship, and judges that have not seen what they judge: by folds, and each corpus by all others. */
import { rank, type Weights } from '../src/articles/tag-model.js'
import { type Example, type FitOptions, fitFolds, fitOthers, foldOf, learnWeights } from './fit-weights.js'
import { habitsOf, withHabits } from './labellers.js'

const folds = 5

/** Weights that judge an example without having seen it. */
export type Judge = (example: Pick<Example, 'story' | 'corpus'>) => Weights

/** Strengths are for one reading of each article: `also` (the same articles, read with fewer cue words) counts as much again. */
export interface Learning {
  ridge: number
  leastSeen?: number
  also?: readonly Example[]
  /** Whose habits ship, and how far they may leave what all labellers do. */
  labeller?: { corpus: string; share: number }
}

export interface Choosing {
  least: number
  most: number
  /** Which end of the nearly best thresholds. A text of other hands has fewer of our words and scores lower: lower where a tag missed is worse than one too many. */
  end: 'lower' | 'middle'
}

export interface Learnt {
  examples: readonly Example[]
  atLeast: number
  weights: Weights
  /** The folds have not seen the story. */
  byFold: Judge
  /** The others have not seen the whole corpus (short news belong to none, the folds judge them). */
  byOthers: Judge
  /** F1 of a set, share of right choices. */
  figure: (among: readonly Example[], judge: Judge) => number
}

function learn(
  examples: readonly Example[],
  kind: FitOptions['kind'],
  corpora: readonly string[],
  { ridge, leastSeen = 1, also, labeller }: Learning,
) {
  const fitting: FitOptions = { kind, ridge: also ? 2 * ridge : ridge, leastSeen: also ? 2 * leastSeen : leastSeen }
  const read = [...examples, ...(also ?? [])]
  const learnt = labeller ? withHabits(read, labeller.share) : read
  const judging = (weights: Weights): Weights => (labeller ? habitsOf(weights, labeller.corpus, labeller.share) : weights)
  const perFold = fitFolds(learnt, fitting, folds).map(judging)
  const perCorpus = new Map([...fitOthers(learnt, fitting, corpora)].map(([corpus, weights]) => [corpus, judging(weights)]))
  const byFold: Judge = ({ story }) => perFold[foldOf(story, folds)] ?? {}
  const byOthers: Judge = (example) => perCorpus.get(example.corpus) ?? byFold(example)
  return { examples, byFold, byOthers, weights: judging(learnWeights(learnt, fitting)) }
}

/** F1 of the candidates; truth that is no candidate counts as missed. */
function f1Of(examples: readonly Example[], judge: Judge, { atLeast, least, most }: { atLeast: number; least: number; most: number }): number {
  let [hit, wanted, had] = [0, 0, 0]
  for (const example of examples) {
    const { candidates, truth } = example
    const ranked = rank(candidates, judge(example))
    const likely = ranked.filter(({ probability }) => probability >= atLeast)
    const chosen = likely.length < least ? ranked.slice(0, least) : likely.slice(0, most)
    hit += chosen.filter(({ id }) => truth.has(id)).length
    wanted += truth.size
    had += chosen.length
  }
  return (2 * hit) / Math.max(1, wanted + had)
}

/** The probability from which tags are given: the best of `f1At` by corpora that the judge has not seen. */
function bestThreshold(f1At: (atLeast: number) => number, end: Choosing['end']): number {
  const tried = Array.from({ length: 23 }, (_, step) => 0.3 + 0.02 * step).map((atLeast) => ({ atLeast, f1: f1At(atLeast) }))
  // Never the peak itself: it is an accident of few examples.
  const top = Math.max(...tried.map(({ f1 }) => f1))
  const good = tried.filter(({ f1 }) => f1 >= top - 0.002)
  return Math.round((good[end === 'lower' ? 0 : Math.floor(good.length / 2)]?.atLeast ?? 0.5) * 100) / 100
}

/** Each candidate is true or not. */
export function learnSet(examples: readonly Example[], corpora: readonly string[], options: Learning & Partial<Choosing>): Learnt {
  const { least = 0, most = Infinity, end = 'middle' } = options
  const learnt = learn(examples, 'independent', corpora, options)
  const inCorpora = examples.filter(({ corpus }) => corpora.includes(corpus))
  const own = inCorpora.filter(({ corpus }) => corpus === options.labeller?.corpus)
  const atLeast = bestThreshold((atLeast) => {
    const others = f1Of(inCorpora, learnt.byOthers, { atLeast, least, most })
    // The labeller whose habits ship counts as much as all others.
    return own.length > 0 ? (others + f1Of(own, learnt.byFold, { atLeast, least, most })) / 2 : others
  }, end)
  return { ...learnt, atLeast, figure: (among, judge) => f1Of(among, judge, { atLeast, least, most }) }
}

/** Exactly one of the candidates is true. */
export function learnChoice(examples: readonly Example[], corpora: readonly string[], options: Learning): Learnt {
  const isRight = (example: Example, judge: Judge): boolean => example.truth.has(rank(example.candidates, judge(example))[0]?.id ?? '')
  return {
    ...learn(examples, 'choice', corpora, options),
    atLeast: 0,
    figure: (among, judge) => among.filter((example) => isRight(example, judge)).length / Math.max(1, among.length),
  }
}
