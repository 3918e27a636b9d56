/** Claims about another side that nobody of that side answers + how its sources were read → "no answer from Yerevan in …" (product.md, promise 3). */

import { disputes } from '../lexicon/disputes.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { type SourceReading, wasRead } from './silence.js'
import type { QuotedSentence, SideStatement, Story } from './story.js'

/** A side that did not answer, and where it was looked for. */
export interface Unanswered {
  /** ISO country. */
  country: string
  sourcesRead: number
  /** All of these sources were read until then; null: none was read since the claim. */
  until: Date | null
}

interface Claims {
  statements: readonly SideStatement[]
  /** Sides of which any statement was read. */
  heard: ReadonlySet<string | null>
  /** ISO countries that may be expected to answer. */
  countries: ReadonlySet<string>
  /** Stands for the claim's own instant where its page has none. */
  since: Date
}

interface Reading {
  now: Date
  sources: readonly SourceReading[]
  lexicon: Lexicon
}

/** Beginnings of words that accuse. */
const accusing: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:accus|blam|violat|breach|opened fire|fired (?:at|on)|shell|attack|provo[ck]|threat|fabricat|disinform|refus|fail(?:s|ed|ing)?(?!\p{L})|condemn|aggress|occup|hinder|undermin)/u,
  ru: /(?<!\p{L})(?:обвин|наруш|обстрел|открыл\p{L}* огонь|атак|провокац|угро[жз]|дезинформ|отказ|осуд|осужд|агресс|оккуп|препятств|срыва)/u,
  hy: /(?<!\p{L})(?:մեղադր|խախտ|կրակ|գնդակոծ|հարձակ|սադր|սպառն|ապատեղեկատ|մերժ|դատապարտ|ագրես|օկուպ|խոչընդոտ)/u,
  az: /(?<!\p{L})(?:ittiham|günahlandır|poz(?:ub|ur|ması|muş)|atəş|hücum|təxribat|təhdid|hədə|dezinform|imtina|pislə|qına|təcavüz|işğal|mane)/u,
  ka: /(?<!\p{L})(?:ბრალ|დაადანაშაულ|დაარღვი|არღვევ|ცეცხლ|დაბომბ|თავდასხ|პროვოკაც|მუქარ|დეზინფორმ|უარ(?:ი|ს)|დაგმ|აგრეს|ოკუპ)/u,
  tr: /(?<!\p{L})(?:suçla|ihlal|ateş aç|saldır|provokasyon|tehdit|dezenform|reddet|kına|işgal|engel)/u,
}

const joint = /^(?:['’]s)?\s*(?:,|-|–|—|\/|and|or|и|или|և|եւ|ու|və|ve|ilə|ile|да|და)\s*$/u

function accuses({ text, lang }: QuotedSentence): boolean {
  return accusing[lang]?.test(text.toLowerCase()) ?? false
}

/** Countries that the sentence tells something of; "Armenia and Azerbaijan" together are no claim about one of them unless it accuses. */
function claimedAbout(sentence: QuotedSentence, side: string, lexicon: Lexicon): Set<string> {
  const { text, lang } = sentence
  const mentions = lexicon.mentions(text, lang).filter((mention) => mention.kind === 'country')
  const isJoint = (at: number): boolean =>
    [at - 1, at].some((first) => {
      const [one, other] = [mentions[first], mentions[first + 1]]
      return one && other && [one.slug, other.slug].includes(side) && joint.test(text.slice(one.end, other.start))
    })
  return new Set(mentions.filter((mention, at) => mention.slug !== side && (accuses(sentence) || !isJoint(at))).map((mention) => mention.slug))
}

/** By country code. Where nothing is polled there is no answer to look for: none. */
export function unanswered({ statements, heard, countries, since }: Claims, { now, sources, lexicon }: Reading): Unanswered[] {
  const claims = new Map<string, Date>()
  for (const { side, denial, sentence } of statements) {
    if (denial || side === null || !/^[A-Z]{2}$/.test(side)) continue
    const rival = disputes.find((pair) => (pair as readonly string[]).includes(side))?.find((one) => one !== side)
    for (const country of claimedAbout(sentence, side, lexicon)) {
      const at = sentence.publishedAt ?? since
      const last = claims.get(country)
      // Of its rival a side seldom speaks without claiming something; a third party that names both only speaks of them.
      const isClaim = country === rival || (countries.has(country) && accuses(sentence))
      if (!heard.has(country) && isClaim && (!last || last < at)) claims.set(country, at)
    }
  }
  return [...claims].sort().flatMap(([country, at]) => {
    const read = sources.flatMap((source) =>
      source.country === country && wasRead(source, at, now) && source.lastSuccessAt ? [source.lastSuccessAt.getTime()] : [],
    )
    if (sources.length === 0) return []
    return [{ country, sourcesRead: read.length, until: read.length > 0 ? new Date(Math.min(now.getTime(), ...read)) : null }]
  })
}

/** Of the claims that the shown sentences carry. */
export function unansweredIn(story: Story, shown: readonly QuotedSentence[], reading: Reading): Unanswered[] {
  const isShown = ({ text, articleId }: QuotedSentence): boolean =>
    shown.some((sentence) => sentence.articleId === articleId && (sentence.text.includes(text) || text.includes(sentence.text)))
  return unanswered(
    {
      statements: story.statements.filter(({ sentence }) => isShown(sentence)),
      heard: new Set(story.statements.map(({ side }) => side)),
      countries: new Set(story.countries),
      since: story.firstAt,
    },
    reading,
  )
}
