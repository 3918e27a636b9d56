/** What decides `relevance`, learnt by `npm run train:tags` from 473 labelled articles; not edited by hand. */
import type { LearntWeights } from '../tag-model.js'

export const relevanceWeights: LearntWeights = {
  atLeast: 0.58,
  weights: {
    abroad: 0.27,
    bias: -1.58,
    offShare: -1.13,
    offTitle: 0.34,
    offTopic: -1.71,
    officials: 1.49,
    region: 1.05,
    regionShare: 0.35,
    topic: 1.97,
    topics: 0.64,
  },
}
