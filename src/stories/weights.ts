/** Weights of the pair score, learnt by `npm run train`; not to be edited by hand. */
import type { FeatureName } from './pair-features.js'

// From the gold corpus and the written ones: 1298 pairs within 4 days of 451 articles (626 of one story), twice: with the corpora's tags and with ours.
// Logistic regression, L2 3 around weights set by hand. Each corpus by weights of the others, with our tags:
// gold       articles 128  B-cubed p 0.984 r 1.000 F1 0.992  pairs p 0.969 r 1.000 F1 0.984  across languages 1.000 of 100
// caucasus   articles 109  B-cubed p 0.957 r 0.930 F1 0.944  pairs p 0.893 r 0.806 F1 0.847  across languages 0.804 of 56
// georgia    articles 101  B-cubed p 1.000 r 1.000 F1 1.000  pairs p 1.000 r 1.000 F1 1.000  across languages 1.000 of 63
// history    articles 113  B-cubed p 1.000 r 0.962 F1 0.980  pairs p 1.000 r 0.919 F1 0.958  across languages 0.917 of 60
export const weights: Readonly<Record<FeatureName, number>> = {
  bias: -6.448,
  people: 1.698,
  places: 1.916,
  organisations: 1.92,
  names: 0.899,
  topics: 1.734,
  countries: 0.601,
  sameEvent: 1.597,
  otherEvent: -0.697,
  eventDayApart: -2.625,
  eventDayUnknown: -2.98,
  publishedApart: -2.846,
  words: 6.31,
  titleTold: 3.755,
  titleUntold: -0.717,
  capitals: 1.247,
  capitalsAcross: 1.983,
  notions: 4.486,
  leadNotions: 2.02,
  leadNames: 1.201,
  otherLanguage: 0.33,
  figures: 1.56,
  sameOutlet: -1.726,
  copy: 6.002,
}

/** For two texts of which neither date nor tags are known: learnt from the same articles' texts, pairs of all times. */
export const textWeights: Readonly<Partial<Record<FeatureName, number>>> = {
  bias: -4.762,
  words: 6.079,
  titleTold: 4.131,
  titleUntold: -1.03,
  capitals: 2.105,
  capitalsAcross: 4.225,
  notions: 5.39,
  leadNotions: 2.391,
  leadNames: 1.345,
  otherLanguage: -0.123,
  figures: 1.587,
  copy: 4.001,
}
