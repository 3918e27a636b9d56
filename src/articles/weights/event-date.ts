/** What decides `eventDate`, learnt by `npm run train:tags` from 987 labelled articles; not edited by hand. */
import type { LearntWeights } from '../tag-model.js'

export const eventDateWeights: LearntWeights = {
  atLeast: 0,
  weights: {
    absolute: 0.08,
    ahead: -1.07,
    body: -0.27,
    bound: -0.27,
    'day before': 1.83,
    'days before': 0.7,
    'far ahead': -0.86,
    first: 0.29,
    free: -0.03,
    late: -0.72,
    lead: 1.39,
    'long before': -0.69,
    'month before': -0.54,
    own: 0.82,
    relative: -0.5,
    'same day': 0.82,
    second: 0.18,
    second_: 0.14,
    times: 0.3,
    'week before': -0.2,
    weekday: 1.1,
    'with its event': 0.49,
    'with its event in the lead': 0.62,
    yearless: -0.25,
  },
}
