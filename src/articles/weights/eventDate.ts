/** What decides `eventDate`, learnt by `npm run train:tags` from 138 labelled articles; not edited by hand. */
import type { LearntWeights } from '../tag-model.js'

export const eventDateWeights: LearntWeights = {
  atLeast: 0,
  weights: {
    absolute: -0.15,
    ahead: -0.45,
    body: -0.22,
    bound: 0.25,
    'day before': 1.08,
    'days before': 0.32,
    'far ahead': -0.58,
    first: 0.57,
    free: 0.02,
    late: -0.22,
    lead: 0.76,
    'long before': -0.22,
    'month before': -0.22,
    own: 0.3,
    relative: 0.1,
    'same day': 0.3,
    second: 0.46,
    second_: 0.14,
    times: 0.42,
    'week before': -0.23,
    weekday: 0.69,
    'with its event': 0.31,
    'with its event in the lead': 0.72,
    yearless: -0.22,
  },
}
