/** What decides `eventDate`, learnt by `npm run train:tags` from 473 labelled articles; not edited by hand. */
import type { LearntWeights } from '../tag-model.js'

export const eventDateWeights: LearntWeights = {
  atLeast: 0,
  weights: {
    absolute: -0.03,
    ahead: -0.83,
    body: -0.16,
    bound: -0.16,
    'day before': 1.59,
    'days before': 0.3,
    'far ahead': -0.72,
    first: 0.41,
    free: -0.08,
    late: -0.68,
    lead: 1.39,
    'long before': -0.41,
    'month before': -0.36,
    own: 0.75,
    relative: -0.27,
    'same day': 0.75,
    second: 0.14,
    second_: 0.14,
    times: 0.31,
    'week before': -0.33,
    weekday: 0.91,
    'with its event': 0.03,
    'with its event in the lead': 0.74,
    yearless: -0.31,
  },
}
