/** The learnt weights of every kind of tag (`weights/`), by kind. */
import { countriesWeights } from './weights/countries.js'
import { eventWeights } from './weights/event.js'
import { eventDateWeights } from './weights/event-date.js'
import { organisationsWeights } from './weights/organisations.js'
import { placesWeights } from './weights/places.js'
import { relevanceWeights } from './weights/relevance.js'
import { topicsWeights } from './weights/topics.js'

export const tagWeights = {
  topics: topicsWeights,
  countries: countriesWeights,
  places: placesWeights,
  organisations: organisationsWeights,
  relevance: relevanceWeights,
  event: eventWeights,
  eventDate: eventDateWeights,
}
