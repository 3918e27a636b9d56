/** What decides `places`, learnt by `npm run train:tags` from 138 labelled articles; not edited by hand. */
import type { LearntWeights } from '../tag-model.js'

export const placesWeights: LearntWeights = {
  atLeast: 0.46,
  weights: {
    allEarlier: 0.21,
    bias: 0.92,
    body: -0.4,
    capital: -0.48,
    capitalOutOfLead: -1.78,
    dateline: -0.23,
    earlier: -0.39,
    lead: 0.24,
    list: 0.01,
    located: 1.15,
    locatedOutOfLead: -0.69,
    once: -0.41,
    onlyLate: 0.24,
    places: -0.44,
    region: 1.07,
    second: 0.48,
    times: 0.5,
    title: -0.09,
    wide: -3.14,
  },
}
