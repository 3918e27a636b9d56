/** A hit that reads like a country or place → whether another one is meant (Georgia, USA; East Azerbaijan; Michael Jordan; The Moscow Times). */
import type { Alias, Hit, TextHits } from './candidates.js'
import { scriptOf } from './endings.js'
import { foldString, isLowerCase } from './fold.js'
import { givenNames } from './given-names.js'
import { latinKey } from './latin-key.js'

const usState =
  /\b(Atlanta|Savannah|Macon|Kemp|Warnock|Ossoff|Raffensperger|Abrams|Fulton County|Bulldogs|Braves|Falcons|Peach State|Marjorie Taylor|Georgia Tech|Georgia Southern|University of Georgia|U\.?S\.? state|American state|state of Georgia|Georgia,? (?:U\.?S\.?A?\.?|Ga\.))/g
const otherStates =
  /\b(Pennsylvania|Arizona|Nevada|Michigan|Wisconsin|Alabama|Florida|Tennessee|Carolina|Texas|Ohio|swing states?|Republicans?|Democrats?|Democratic primary|Senate (?:race|seat|runoff)|runoff|Trump|touchdowns?|quarterback|NCAA|SEC championship)\b/g
const caucasus =
  /\b(Tbilisi|Caucas\w+|Batumi|Kutaisi|Zugdidi|Gori|Poti|Rustavi|Abkhaz\w*|Ossetia\w*|Armenia\w*|Azerbaijan\w*|Baku|Yerevan|Kobakhidze|Zou?rabi[cs]h?vili|Ivanishvili|Saakashvili|Kavelashvili|Margvelashvili|Gharibashvili|Georgian (?:Dream|government|parliament|president|prime|foreign)|Black Sea|European Union|EU|NATO|Russian?|Turkey|Turkish)\b/g

const count = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0

/** Georgia the state: its own words, or the words of American politics and sport with nothing of the Caucasus. */
function isGeorgiaTheState(hit: Hit, text: string): boolean {
  const state = count(usState, text)
  const country = count(caucasus, text)
  if (country === 0) return state > 0 || count(otherStates, text) > 0
  if (state === 0) return false
  const near = text.slice(Math.max(0, hit.start - 200), hit.end + 200)
  return count(usState, near) > count(caucasus, near) || (count(usState, near) > 0 && state > country)
}

const provinceBefore =
  /(?:\b(?:East|West|Eastern|Western|South|Southern|Iranian)|(?<!\p{L})(?:Восточн|Западн|Южн|Иранск)\p{L}+|(?<!\p{L})(?:Şərqi|Qərbi|Cənubi|Güney|Doğu|Batı)|(?<!\p{L})(?:Արևելյան|Արևմտյան|Հարավային|Իրանական)|(?<!\p{L})(?:აღმოსავლეთ|დასავლეთ|სამხრეთ)\p{L}{0,2})\s+$/u
const westBefore = /(?:\b(?:West|Western)|(?<!\p{L})Западн\p{L}+|(?<!\p{L})(?:Qərbi|Batı)|(?<!\p{L})Արևմտյան|(?<!\p{L})დასავლეთ\p{L}{0,2})\s+$/u

/** Iran's provinces, and the terms of either side for land of the other, are not the state. */
function isPartOfAnotherState(slug: string, before: string): boolean {
  if (slug === 'AZ') return provinceBefore.test(before)
  if (slug === 'AM') return westBefore.test(before)
  return slug === 'GE' && /\b(?:South|New)\s+$/.test(before)
}

const birdWords = /\b(thanksgiving|roast(?:ed|ing)?|stuffing|gravy|gobbl\w+|poultry|cranberry)\b/i
const countryOfTurks = /\b(Turkish|Ankara|Erdo[gğ]an|Istanbul|Türkiye|Fidan)\b/

/** "Michael Jordan", "Jordan Peele", "Chad Smith": a given or family name. */
function isPersonal(hit: Hit, text: string): boolean {
  const before = /(\p{Lu}[\p{L}'’]+)[ \u00a0]$/u.exec(text.slice(Math.max(0, hit.start - 30), hit.start))?.[1]
  if (before !== undefined && givenNames.has(latinKey(before))) return true
  const behind = /^[ \u00a0](\p{Lu}\p{Ll}+)/u.exec(text.slice(hit.end, hit.end + 30))?.[1]
  return (
    behind !== undefined &&
    !text.slice(0, hit.start).endsWith('\n') &&
    !/^(River|Valley|Times|Rift)$/.test(behind) &&
    /\p{Ll}{3}/u.test(text.slice(hit.end + 1, hit.end + 60))
  )
}

/** "Irakli Kobakhidze" names no Iraq: what reads like "of Iraq" is a given name, and a name goes on behind it. "Lachin Corridor" is no person. */
function isGivenName(alias: Alias, hit: Hit, text: string): boolean {
  const name = text.slice(hit.start, hit.end)
  return (
    (alias.by !== 'name' || foldString(name) !== foldString(alias.spelling)) &&
    givenNames.has(latinKey(name)) &&
    /^[ \u00a0]\p{Lu}\p{Ll}{2}/u.test(text.slice(hit.end, hit.end + 5)) &&
    /\p{Ll}{3}/u.test(text.slice(hit.end + 1, hit.end + 60))
  )
}

const paperBehind = /^ (?:Times|Post|Tribune|Gazette|Herald|Journal|Examiner|Telegraph)(?!\p{L})/u
const groupBehind =
  /^(?:['’]s)?[ \u00a0-](?:Group|group|Process|process|Agreements?|agreements?|Conference|conference|format|trio|qrup|Qrup|grub|Grub|групп|процесс)/u

/** Whether a country or place hit means something else than the lexicon's entry. */
export function isAnotherPlace(alias: Alias, hit: Hit, text: TextHits): boolean {
  const { original, lang } = text
  const before = original.slice(Math.max(0, hit.start - 20), hit.start)
  const behind = original.slice(hit.end, hit.end + 24)
  const latin = scriptOf(alias.spelling) === 'latin'
  if (latin && paperBehind.test(behind)) return true
  if (isGivenName(alias, hit, original)) return true
  if (alias.kind === 'place') return alias.slug === 'minsk' && groupBehind.test(behind)
  if (isPartOfAnotherState(alias.slug, before)) return true
  if (!latin || alias.by !== 'name') return false
  const turkic = lang === 'az' || lang === 'tr'
  switch (alias.slug) {
    case 'GE':
      return isGeorgiaTheState(hit, original)
    case 'JO':
    case 'TD':
      return !turkic && isPersonal(hit, original)
    case 'TR':
      return birdWords.test(original) && !countryOfTurks.test(original)
    case 'ML':
      // "Mali" bare before another word is "financial" in Azerbaijani and Turkish.
      return turkic && /^ \p{L}/u.test(behind) && isLowerCase(original[hit.end - 1] ?? '')
    default:
      return false
  }
}
