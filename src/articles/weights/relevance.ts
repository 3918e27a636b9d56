/** What decides `relevance`, learnt by `npm run train:tags` from 473 labelled articles; not edited by hand. */
import type { LearntWeights } from '../tag-model.js'

export const relevanceWeights: LearntWeights = {
  atLeast: 0.5,
  weights: {
    abroad: 0.28,
    bias: -2.29,
    offShare: -1.05,
    offTitle: 0.27,
    offTopic: -1.57,
    officials: 1.53,
    region: 1.21,
    regionShare: 0.46,
    topic: 2,
    topics: 0.68,
  },
}
