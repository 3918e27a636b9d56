/** Evidence of a text → the places where its news happens or that it is about, as candidates with features. */
import type { Lexicon, Mention } from '../lexicon/lexicon.js'
import { region, stateNamed } from './countries.js'
import type { Evidence } from './evidence.js'
import { isInFront } from './front.js'
import type { Candidate } from './tag-model.js'
import { tellsOfEarlier, zoneFeatures } from './zone-features.js'

const listBefore = /(?:,|\band|\bи|և|եւ|\bvə|\bve|და)\s$/u
const listBehind = /^(?:,\s\p{Lu}|\s(?:and|и|և|եւ|və|ve|და)\s)/u
const dateline = /^\s*(?:\([^)]{2,40}\))?\s*[–—-]\s/u

const documentBehind =
  /^['’]?s?[ -](?:\p{L}+ )?(?:declaration|agreements?|accords?|protocol|treaty|convention|memorandum|communiqu[eé]|statement|commitments|deklarasi?y\p{L}*|bəyannamə\p{L}*|bildirisi|anlaşması|sazişi\p{L}*|mutabakat\p{L}*|деклараци\p{L}*|соглашени\p{L}*|протокол\p{L}*|конвенци\p{L}*|հռչակագ\p{L}*|համաձայնագ\p{L}*|დეკლარაცი\p{L}*|შეთანხმებ\p{L}*)(?!\p{L})/iu

/** "the Alma-Ata Declaration", the ship «Дагестан»: something called after the place. */
function isName({ start, end }: Mention, whole: string): boolean {
  return documentBehind.test(whole.slice(end, end + 40)) || (/[«“„"]$/.test(whole.slice(0, start)) && /^[»”“"]/.test(whole.slice(end, end + 1)))
}

const inBefore: Partial<Record<string, RegExp>> = {
  en: /(?:^|[^\p{L}])(?:in|at|to|for|from|near|outside|around|into|visit(?:s|ed|ing)?|reach(?:es|ed)?|left) (?:the )?$/iu,
  ru: /(?:^|[^\p{L}])(?:в|во|из|под|около|до|через|у|возле|посетил\p{L}*|город\p{L}*) $/iu,
}
const inEnding: Partial<Record<string, RegExp>> = {
  hy: /(?:ում|ումն|ից|ուց)$/u,
  az: /(?:[dt][aəe]n?|[yn]?[aə])$/u,
  tr: /['’](?:[dt][ae]n?|y?[ae])$/u,
  ka: /(?:ში|შიც|დან|დანაც|მდე|თან)$/u,
}

/** Said to be where something is, comes from or goes to. */
function isLocated({ start, text }: Mention, { whole, input: { lang } }: Evidence): boolean {
  return (inBefore[lang]?.test(whole.slice(Math.max(0, start - 14), start)) || inEnding[lang]?.test(text)) ?? false
}

/** Where bodies sit whose news happen there even where the text does not name the town. */
const seatOf: Readonly<Record<string, string>> = {
  icj: 'the-hague',
  icc: 'the-hague',
  echr: 'strasbourg',
  pace: 'strasbourg',
  'council-of-europe': 'strasbourg',
  'european-parliament': 'strasbourg',
  'un-security-council': 'new-york',
  'us-congress': 'washington',
  'us-senate': 'washington',
  'us-house-of-representatives': 'washington',
}

/** The town that a body is called after ("Baku Military Court"), or in which it is known to sit. */
function townOf(slug: string, lexicon: Lexicon): string | undefined {
  const first = slug.split('-')[0] ?? ''
  return seatOf[slug] ?? (first !== slug && lexicon.entity(first)?.kind === 'place' ? first : undefined)
}

/** Mentions of places by slug: of the place itself, of its parts (a street stands for its town too), of bodies that sit there. */
function placesNamed(evidence: Evidence, lexicon: Lexicon): Map<string, Mention[]> {
  const named = new Map<string, Mention[]>()
  const add = (slug: string, mention: Mention): void => {
    const known = named.get(slug)
    if (known) known.push(mention)
    else named.set(slug, [mention])
  }
  for (const mention of evidence.mentions) {
    if (mention.kind === 'organisation') {
      const town = townOf(mention.slug, lexicon)
      if (town !== undefined) add(town, mention)
    }
    if (mention.kind !== 'place' || mention.by !== 'name' || isName(mention, evidence.whole)) continue
    add(mention.slug, mention)
    const place = lexicon.entity(mention.slug)
    if (place?.kind === 'place' && place.within !== undefined) add(place.within, mention)
  }
  return named
}

/** One candidate for every place named as a place, or meant by what stands or sits there. */
export function placeCandidates(evidence: Evidence, lexicon: Lexicon): Candidate[] {
  const named = placesNamed(evidence, lexicon)
  const inFront = new Set(
    evidence.mentions.filter((mention) => mention.kind !== 'place' && isInFront(evidence, mention)).map((mention) => stateNamed(mention, lexicon)),
  )
  const sides = new Set(lexicon.people().map(({ side }) => side))
  return [...named].flatMap(([id, mentions]) => {
    const place = lexicon.entity(id)
    const first = mentions[0]
    if (place?.kind !== 'place' || !first) return []
    const zones = new Set(mentions.map(({ start }) => evidence.zoneOf(start)))
    const earlier = mentions.filter(({ start }) => tellsOfEarlier(evidence, start)).length
    const lists = mentions.filter(
      ({ start, end }) => listBefore.test(evidence.whole.slice(start - 6, start)) || listBehind.test(evidence.whole.slice(end, end + 8)),
    ).length
    const located = mentions.filter((mention) => isLocated(mention, evidence)).length
    const byPart = mentions.some(({ slug, kind }) => kind === 'place' && slug !== id)
    const bySeat = mentions.every(({ kind }) => kind === 'organisation')
    const outOfLead = place.capital && !byPart && !zones.has('title') && !zones.has('lead')
    const opensWithDateline = evidence.zoneOf(first.start) === 'lead' && dateline.test(evidence.whole.slice(first.end, first.end + 48))
    // Where the correspondent sits, unless the news is of that country.
    if (opensWithDateline && mentions.length === 1 && place.country && !inFront.has(place.country)) return []
    const locatedIn = new Set(mentions.filter((mention) => isLocated(mention, evidence)).map(({ start }) => evidence.zoneOf(start)))
    const isSeat = place.capital === true && !byPart
    const features: Record<string, number> = {
      ...zoneFeatures(mentions, evidence),
      capital: place.capital && !byPart ? 1 : 0,
      capitalOutOfLead: outOfLead ? 1 : 0,
      located: located > 0 ? 1 : 0,
      byPart: byPart ? 1 : 0,
      isPart: place.within === undefined ? 0 : 1,
      bySeat: bySeat ? 1 : 0,
      bySeatInFront: bySeat && (zones.has('title') || zones.has('lead')) ? 1 : 0,
      locatedOutOfLead: outOfLead && located > 0 ? 1 : 0,
      wide: place.wide ? 1 : 0,
      // Texts name it as a party rather than as where something is.
      party: sides.has(id) ? 1 : 0,
      seatLocatedInTitle: isSeat && locatedIn.has('title') ? 1 : 0,
      seatLocatedInLead: isSeat && locatedIn.has('lead') ? 1 : 0,
      seatLocatedTwice: isSeat && located > 1 ? 1 : 0,
      seatAtHome: isSeat && place.country !== null && inFront.has(place.country) ? 1 : 0,
      seatOfRegion: isSeat && place.country !== null && region.has(place.country) ? 1 : 0,
      region: place.country && region.has(place.country) ? 1 : 0,
      earlier: earlier / mentions.length,
      allEarlier: earlier === mentions.length ? 1 : 0,
      list: lists / mentions.length,
      dateline: opensWithDateline ? 1 : 0,
      places: Math.log1p(named.size),
    }
    return [{ id, features }]
  })
}
