/** Evidence of a text → the bodies that have a part in its news, as candidates with features. */
import type { Lexicon, Mention } from '../lexicon/lexicon.js'
import { bodyFeatures, statesInFront } from './body-features.js'
import type { Evidence } from './evidence.js'
import type { Candidate } from './tag-model.js'
import { tellsOfEarlier, zoneFeatures } from './zone-features.js'

/** Bodies so general that naming them says little ("the government", "parliament"). */
const general = /-(?:government|parliament|presidency|prime-ministers-office|armed-forces)$/

const stateBody = /-(mfa|ministry|prosecutors)$/

/** Buildings that stand for who sits in them; "at the Kremlin" is where something happens. */
const seats: ReadonlySet<string> = new Set(['kremlin', 'white-house', 'elysee', 'pentagon'])
const inBefore = /(?:(?:^|[^\p{L}])(?:at|in|inside|outside) the|(?:^|[^\p{L}])(?:в|во)) $/iu
const inEnding = /(?:ում|ში|d[aəe]|['’][dt][ae])$/u

function isSeat({ slug, text, start }: Mention, whole: string): boolean {
  return seats.has(slug) && (inBefore.test(whole.slice(Math.max(0, start - 14), start)) || inEnding.test(text))
}

const beside = /^['’»”"s]*(?:,| and| или| и| և| və| ve| და)\s(?:the )?[«„“"]?$/u

/** Named in a row with a body of the same class ("deals with BP, Shell and Eni"). */
function isInRow(mention: Mention, all: readonly Mention[], { whole, lexicon }: { whole: string; lexicon: Lexicon }): boolean {
  const kind = classOf(mention.slug, lexicon)
  return all.some(
    (other) =>
      other.slug !== mention.slug &&
      classOf(other.slug, lexicon) === kind &&
      (beside.test(whole.slice(mention.end, other.start)) || beside.test(whole.slice(other.end, mention.start))),
  )
}

function classOf(slug: string, lexicon: Lexicon): string | undefined {
  const body = lexicon.entity(slug)
  return body?.kind === 'organisation' ? body.class : undefined
}

/** The larger body whose own name stands in this one's ("the EU Council" names the EU). */
function wholeOf({ slug, text }: Mention, lexicon: Lexicon): string | undefined {
  const body = lexicon.entity(slug)
  const whole = body?.kind === 'organisation' && body.partOf !== undefined ? lexicon.entity(body.partOf) : undefined
  if (whole?.kind !== 'organisation') return undefined
  const isNamed = Object.values(whole.names)
    .flat()
    .some((name) => text.includes(name.length > 6 ? name.slice(0, -2) : name))
  return isNamed ? whole.slug : undefined
}

/** The class of a body, in which state bodies are told apart by what they are. */
function kindOf(slug: string, lexicon: Lexicon): string | undefined {
  const kind = classOf(slug, lexicon)
  if (kind === 'international') return kind
  return general.exec(slug)?.[0].slice(1) ?? (kind === 'government' ? (stateBody.exec(slug)?.[1] ?? 'service') : kind)
}

/** One candidate for every body named. */
export function organisationCandidates(evidence: Evidence, lexicon: Lexicon): Candidate[] {
  const named = new Map<string, Mention[]>()
  for (const mention of evidence.mentions) {
    if (mention.kind !== 'organisation') continue
    for (const slug of [mention.slug, wholeOf(mention, lexicon)]) {
      if (slug === undefined) continue
      const known = named.get(slug)
      if (known) known.push(mention)
      else named.set(slug, [mention])
    }
  }
  const all = [...named.values()].flat()
  const inFront = statesInFront(evidence, lexicon)
  return [...named].flatMap(([id, mentions]) => {
    const body = lexicon.entity(id)
    if (body?.kind !== 'organisation') return []
    const zones = new Set(mentions.map(({ start }) => evidence.zoneOf(start)))
    const earlier = mentions.filter(({ start }) => tellsOfEarlier(evidence, start)).length
    const inRow = mentions.filter((mention) => isInRow(mention, all, { whole: evidence.whole, lexicon })).length
    const opens = mentions.filter(({ start }) => start - evidence.sentenceAt(start).start < 6).length
    const kind = kindOf(id, lexicon)
    const features: Record<string, number> = {
      [`is ${kind}`]: 1,
      ...zoneFeatures(mentions, evidence),
      ...bodyFeatures(mentions, evidence),
      [`front ${kind === 'media' || kind === 'company' ? kind : 'other'}`]: zones.has('title') || zones.has('lead') ? 1 : 0,
      earlier: earlier / mentions.length,
      part: body.partOf === undefined ? 0 : 1,
      wholeNamed: body.partOf !== undefined && named.has(body.partOf) ? 1 : 0,
      abroad: body.country !== null && !inFront.has(body.country) ? 1 : 0,
      seat: mentions.every((mention) => isSeat(mention, evidence.whole)) ? 1 : 0,
      [`row ${kind}`]: inRow / mentions.length,
      opens: opens > 0 ? 1 : 0,
      bodies: Math.log1p(named.size),
    }
    return [{ id, features }]
  })
}
