/** What decides `places`, learnt by `npm run train:tags` from 473 labelled articles; not edited by hand. */
import type { LearntWeights } from '../tag-model.js'

export const placesWeights: LearntWeights = {
  atLeast: 0.56,
  weights: {
    allEarlier: 0.3,
    bias: 1.75,
    body: -0.25,
    capital: -0.53,
    capitalOutOfLead: -1.45,
    dateline: 0.12,
    earlier: -0.01,
    late: -0.22,
    lead: 0.15,
    list: -0.06,
    located: 0.28,
    locatedOutOfLead: -0.32,
    once: -0.57,
    onlyLate: -0.03,
    party: -3.03,
    places: -0.21,
    region: 1.18,
    seatAtHome: 0.2,
    seatLocatedInLead: 0.5,
    seatLocatedInTitle: 0.26,
    seatLocatedTwice: 0.01,
    seatOfRegion: -0.48,
    second: 0.19,
    times: 0.16,
    title: 0.06,
    wide: -2.68,
  },
}
