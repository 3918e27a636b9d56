/** A side that did not answer a claim about it → the line that says so: "No answer from Yerevan in …". */
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Unanswered } from '../stories/unanswered.js'
import type { Voice } from './citations.js'
import { clockTime, countryName } from './format.js'

export function noAnswerText({ country, sourcesRead, until }: Unanswered, lexicon: Lexicon, voice: Pick<Voice, 'lang' | 'zone' | 'say'>): string {
  const capital = lexicon.places().find((place) => place.country === country && place.capital)
  const names = {
    capital: capital ? lexicon.displayName(capital.slug, voice.lang) : countryName(country, voice.lang),
    country: countryName(country, voice.lang),
  }
  if (until === null) return voice.say('no-answer-unread', names)
  return voice.say('no-answer', { ...names, count: sourcesRead, time: clockTime(until, voice.lang, voice.zone) })
}
