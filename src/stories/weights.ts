/** Weights of the pair score, learnt by `npm run train`; not to be edited by hand. */
import type { FeatureName } from './pair-features.js'

// From the gold corpus without the threads kept out: 450 pairs within 4 days of 98 articles (206 of one story), twice: with the corpus's tags and with ours.
// Logistic regression, L2 3 around weights set by hand; 5 folds by thread: precision 0.958, recall 0.883 of pairs at .5.
export const weights: Readonly<Record<FeatureName, number>> = {
  bias: -5.568,
  people: 2.792,
  places: 2.431,
  organisations: 2.542,
  names: 1.5,
  topics: 1.842,
  countries: 0.559,
  sameEvent: 1.301,
  otherEvent: -1.162,
  eventDayApart: -2.681,
  eventDayUnknown: -2.261,
  publishedApart: -1.867,
  words: 6.109,
  titleTold: 3.362,
  titleUntold: -0.863,
  capitals: 1.13,
  capitalsAcross: 2.518,
  otherLanguage: 1.327,
  figures: 1.512,
  sameOutlet: -1.518,
  copy: 6,
}

/** For two texts of which neither date nor tags are known: learnt from the same articles' texts, pairs of all times. */
export const textWeights: Readonly<Partial<Record<FeatureName, number>>> = {
  bias: -2.248,
  words: 5.972,
  titleTold: 3.934,
  titleUntold: -1.311,
  capitals: 1.88,
  capitalsAcross: 4.331,
  figures: 1.715,
  copy: 4,
}
