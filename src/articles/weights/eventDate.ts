/** What decides `eventDate`, learnt by `npm run train:tags` from 473 labelled articles; not edited by hand. */
import type { LearntWeights } from '../tag-model.js'

export const eventDateWeights: LearntWeights = {
  atLeast: 0,
  weights: {
    absolute: -0.06,
    ahead: -0.84,
    body: -0.15,
    bound: -0.17,
    'day before': 1.59,
    'days before': 0.3,
    'far ahead': -0.71,
    first: 0.38,
    free: -0.07,
    late: -0.67,
    lead: 1.34,
    'long before': -0.43,
    'month before': -0.35,
    own: 0.75,
    relative: -0.24,
    'same day': 0.75,
    second: 0.17,
    second_: 0.14,
    times: 0.31,
    'week before': -0.31,
    weekday: 0.92,
    'with its event': -0.01,
    'with its event in the lead': 0.92,
    yearless: -0.32,
  },
}
