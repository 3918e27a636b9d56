/** What decides `relevance`, learnt by `npm run train:tags` from 138 labelled articles; not edited by hand. */
import type { LearntWeights } from '../tag-model.js'

export const relevanceWeights: LearntWeights = {
  atLeast: 0.46,
  weights: {
    abroad: 0.55,
    bias: -1.2,
    offShare: -0.65,
    offTitle: 0.22,
    offTopic: -1.69,
    officials: 1.31,
    region: 0.66,
    regionShare: 0.14,
    topic: 0.51,
    topics: 1.07,
  },
}
