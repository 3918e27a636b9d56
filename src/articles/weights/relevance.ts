/** What decides `relevance`, learnt by `npm run train:tags` from 473 labelled articles; not edited by hand. */
import type { LearntWeights } from '../tag-model.js'

export const relevanceWeights: LearntWeights = {
  atLeast: 0.46,
  weights: {
    abroad: 0.01,
    bias: -1.49,
    offShare: -1.09,
    offTitle: 0.33,
    offTopic: -1.71,
    officials: 1.53,
    region: 0.98,
    regionShare: 0.61,
    topic: 2,
    topics: 0.64,
  },
}
