/** Names of learnt features → words for an admin who is no engineer (`src/messages/words/why.ftl`). */
import type { TagReasons } from '../articles/explain-tags.js'
import type { Say } from '../messages/words.js'

/** "second_" → "second-rank", "shut out by the first" → "shut-out-by-the-first", "onlyLate" → "only-late". */
function keyOf(feature: string): string {
  return feature
    .replace(/_$/, ' rank')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/[ ,]+/g, '-')
}

const zones = /^(?:title|lead|second|body|late)$/
/** How a feature that is a zone alone is said, by kind of tag. */
const ofZone = { topics: 'why-its-words', event: 'why-its-words', places: 'why-named', organisations: 'why-named', eventDate: 'why-day' } as const

/** A trait of an article that speaks for or against a tag. `nameOf` gives the words of a topic, event or slug. */
export function tagTrait(kind: keyof TagReasons, feature: string, { say, nameOf }: { say: Say; nameOf: (slug: string) => string }): string {
  const where = (zone: string): string => say(`why-zone-${zone}`)
  const [, first = '', second = ''] = /^(\S+) (\S+)$/.exec(feature) ?? []
  const [, relation, other = ''] = /^\S+ (beside|at|with|in|of) (?!front$)(\S+)$/.exec(feature) ?? []
  if (relation && (kind === 'topics' || kind === 'event')) return say(`why-${relation}`, { what: nameOf(other) })
  if (kind === 'topics' || kind === 'event') {
    const [, notion] = /^\S+ told by (\S+)$/.exec(feature) ?? []
    if (notion !== undefined) return say('why-told-by', { what: notion.replaceAll('-', ' ') })
    const [, who, count = ''] = /^\S+ (people|states) in front (\d+)$/.exec(feature) ?? []
    if (who !== undefined) return say(`why-${who}-in-front`, { count })
    const [, abroad] = /^\S+ (abroad(?: in the title)?)$/.exec(feature) ?? []
    if (abroad !== undefined) return say(`why-${keyOf(abroad)}`)
  }
  if (first === 'topic' || first === 'event') return say('why-own')
  if (first === 'strong') return say('why-strong', { where: where(second) })
  if (kind === 'countries' && zones.test(second)) return say(`why-by-${first}`, { where: where(second) })
  if (kind === 'organisations' && /^(?:is|front|row)$/.test(first)) return say(`why-body-${first}`, { what: second.replaceAll('-', ' ') })
  if (zones.test(feature) && kind in ofZone) return say(ofZone[kind as keyof typeof ofZone], { where: where(feature) })
  return say(`why-${kind}-${keyOf(feature)}`)
}

/** A trait of two articles that speaks for or against their being of one story. */
export function pairTrait(feature: string, say: Say): string {
  return say(`why-pair-${keyOf(feature)}`)
}
