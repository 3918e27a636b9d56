/** Two texts with headlines → how likely both tell the same event, and why: `readout inspect pairs`. */
import { identifyLanguage } from '../text/language.js'
import { minhash } from '../text/shingles.js'
import type { Told } from './comparable.js'
import { explainTexts } from './pair-score.js'

export interface TitledText {
  title: string
  text: string
}

/** Where two texts could agree and did not, or did: the feature and what it adds to the logit. */
export type Why = { feature: string; value: number; adds: number }[]

function told({ title, text }: TitledText): Told {
  return {
    title,
    text,
    lang: identifyLanguage(`${title}\n${text.slice(0, 2_000)}`).lang,
    sourceId: 0,
    publishedAt: null,
    topics: [],
    event: null,
    eventDate: null,
    eventDateInText: false,
    countries: [],
    people: [],
    organisations: [],
    places: [],
    nameKeys: [],
    fingerprint: minhash(text),
  }
}

/** Pure; any two texts, also empty ones. `score` is 0 to 1. */
export function inspectPairs(pair: { first: TitledText; second: TitledText }): { score: number; why: Why } {
  const { score, reasons } = explainTexts(told(pair.first), told(pair.second))
  const round = (value: number): number => Number(value.toFixed(3))
  return { score: round(score), why: reasons.map(({ feature, value, adds }) => ({ feature, value: round(value), adds: round(adds) })) }
}
