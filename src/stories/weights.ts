/** Weights of the pair score, learnt by `npm run train`; not to be edited by hand. */
import type { FeatureName } from './pair-features.js'

// From the gold corpus without the threads kept out: 450 pairs within 4 days of 98 articles (206 of one story), twice: with the corpus's tags and with ours.
// Logistic regression, L2 3 around weights set by hand; 5 folds by thread: precision 0.968, recall 0.874 of pairs at .5.
export const weights: Readonly<Record<FeatureName, number>> = {
  bias: -4.972,
  people: 2.494,
  places: 2.768,
  organisations: 2.623,
  names: 1.523,
  topics: 1.518,
  countries: 1.039,
  sameEvent: 0.553,
  otherEvent: -1.883,
  eventDayApart: -2.966,
  eventDayUnknown: -2.085,
  publishedApart: -1.633,
  words: 6.175,
  titleTold: 3.311,
  titleUntold: -1.022,
  capitals: 1.211,
  capitalsAcross: 2.469,
  otherLanguage: 1.256,
  figures: 1.552,
  sameOutlet: -1.533,
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
