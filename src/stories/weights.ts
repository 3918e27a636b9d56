/** Weights of the pair score. */
import type { FeatureName } from './pair-features.js'

export const weights: Readonly<Record<FeatureName, number>> = {
  bias: -4.5,
  people: 2.2,
  places: 2,
  organisations: 1.5,
  names: 1.5,
  topics: 1.2,
  countries: 0.8,
  sameEvent: 1.2,
  otherEvent: -0.8,
  eventDayApart: -3,
  eventDayUnknown: -0.5,
  publishedApart: -2,
  words: 8,
  titleWords: 2.5,
  sharedWordsAcross: 1,
  otherLanguage: 1.5,
  figures: 1.2,
  sameOutlet: -0.7,
  copy: 6,
}
