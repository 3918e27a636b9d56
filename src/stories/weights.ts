/** Weights of the pair score, learnt by `npm run train`; not to be edited by hand. */
import type { FeatureName } from './pair-features.js'

// From the gold corpus and the written ones: 1298 pairs within 4 days of 451 articles (626 of one story), twice: with the corpora's tags and with ours.
// Logistic regression, L2 3 around weights set by hand. Each corpus by weights of the others, with our tags:
// gold       articles 128  B-cubed p 0.984 r 0.992 F1 0.988  pairs p 0.969 r 0.992 F1 0.980  across languages 1.000 of 100
// caucasus   articles 109  B-cubed p 0.957 r 0.966 F1 0.962  pairs p 0.905 r 0.919 F1 0.912  across languages 0.911 of 56
// georgia    articles 101  B-cubed p 1.000 r 1.000 F1 1.000  pairs p 1.000 r 1.000 F1 1.000  across languages 1.000 of 63
// history    articles 113  B-cubed p 1.000 r 0.971 F1 0.985  pairs p 1.000 r 0.935 F1 0.967  across languages 0.933 of 60
export const weights: Readonly<Record<FeatureName, number>> = {
  bias: -7.21,
  people: 1.71,
  places: 2.02,
  organisations: 1.77,
  names: 0.92,
  topics: 2.3,
  countries: 0.55,
  sameEvent: 1.94,
  otherEvent: -0.27,
  eventDayApart: -2.75,
  eventDayUnknown: -2.86,
  publishedApart: -2.42,
  words: 6.25,
  titleTold: 3.71,
  titleUntold: -0.8,
  capitals: 1.25,
  capitalsAcross: 1.86,
  notions: 4.17,
  leadNotions: 1.91,
  leadNames: 1.03,
  otherLanguage: 0.47,
  figures: 1.46,
  sameOutlet: -1.7,
  copy: 6,
}

/** For two texts of which neither date nor tags are known: learnt from the same articles' texts, pairs of all times. */
export const textWeights: Readonly<Partial<Record<FeatureName, number>>> = {
  bias: -4.76,
  words: 6.08,
  titleTold: 4.13,
  titleUntold: -1.03,
  capitals: 2.1,
  capitalsAcross: 4.22,
  notions: 5.39,
  leadNotions: 2.39,
  leadNames: 1.34,
  otherLanguage: -0.12,
  figures: 1.59,
  copy: 4,
}
