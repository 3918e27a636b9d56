/** A capital in a text → whether it stands for its government ("Baku said", "между Баку и Ереваном") or is the town ("in Baku"). */
import type { Hit, TextHits } from './candidates.js'
import { scriptOf } from './endings.js'
import { foldString } from './fold.js'

/** Seats of bodies that are not the country's: "Brussels said" is rarely Belgium. */
const notTheCountry = new Set(['brussels'])

interface Surroundings {
  before: string
  behind: string
  /** Folded letters that the language hung on the name. */
  ending: string
  bare: boolean
}

const joint = /^(?:['’]s)?\s*(?:,|-|–|—|\/|and|or|и|или|և|եւ|ու|və|ve|ilə|ile|да|და)\s*$/u

/** The first and last of capitals joined by "and", commas or hyphens: they share what stands before and behind them. */
function jointCapitals(text: TextHits, index: number, isCapital: (hit: Hit) => boolean): { first: Hit; last: Hit } | null {
  const at = (i: number): Hit | undefined => text.hits[i]
  const start = at(index)
  if (!start) return null
  let [first, last] = [start, start]
  for (let i = index - 1; i >= 0 && i > index - 4; i--) {
    const hit = at(i)
    if (!hit || !isCapital(hit) || !joint.test(text.original.slice(hit.end, first.start))) break
    first = hit
  }
  for (let i = index + 1; i < text.hits.length && i < index + 4; i++) {
    const hit = at(i)
    if (!hit || !isCapital(hit) || !joint.test(text.original.slice(last.end, hit.start))) break
    last = hit
  }
  return { first, last }
}

const englishPlaceBefore =
  /(?:^|[^\p{L}])(?:in|at|near|outside|inside|around|across|through|via|to|from|into|within|throughout|over|above|central|downtown|greater|old|capital,?|visit(?:s|ed|ing)?|reach(?:es|ed|ing)?|left|leaves?|leaving|enter(?:s|ed|ing)?|tour(?:s|ed)?|city of|(?:streets?|mayor|outskirts|cent(?:re|er)|suburbs?|districts?|capital|airport|north|south|east|west|kilomet(?:re|er)s|km|miles|city|region|court|squares?|residents|people|university) of|(?:left|leaves?|departed|bound|flew|heads?|headed|depart(?:s|ing)?|flights?) for|flight from|back (?:in|to)) (?:the )?$/iu
const englishPlaceBehind =
  /^(?:['’]s)? (?:(?:international|city|state|military|district|central|higher|main|new|old|most) )?(?:airports?|streets?|mayors?|summits?|forums?|conferences?|meetings?|talks|suburbs?|metro|courts?|trials?|prisons?|region|district|city|centre|center|downtown|offices?|bureau|hotels?|correspondents?|protests?|rall(?:y|ies)|residents?|grand prix|gp|declaration|process|climate|time|squares?|avenue|university|stadium|flights?|route|train|railway|line|highway|road|boulevard|hospital|cemetery|museum|police|parks?|olympic|republic|freedom|cop29)(?!\p{L})/iu
const russianPlaceBefore =
  /(?:^|[^\p{L}-])(?:в|во|из|под|около|до|через|по|возле|близ|над|вокруг|мимо|из-под|г\.|посетил\p{L}*|посеща\p{L}*|посетит\p{L}*|покинул\p{L}*|покида\p{L}*|(?:город|столиц|аэропорт|мэр|центр|улиц|окраин|жител|район|площад|суд|пригород|мэри|север|юг|восток|запад|вуз|метро)\p{L}*)(?: (?:и|или))? $/iu
const armenianPlaceBehind =
  /^ (?:\p{L}+ )?(?:քաղաք|օդանավակայան|կենտրոն|փողոց|հրապարակ|մետրո|համալսարան|բնակիչ|դատարան|մարզադաշտ|պողոտա|թաղամաս|ռազմական|զինվորական|պետական)/u
const turkicPlaceBehind =
  /^ (?:\p{L}+ )?(?:şəhər|şəhir|meri|hava liman|havaliman|küçə|mərkəz|meydan|universitet|üniversite|məhkəmə|mahkeme|metro|sakin|rayon|bulvar|stadion|stadyum|sammit|zirvə|zirve|belediye|sokak|cadde|görüş|forum|konfrans|dövlət|hərbi|ağır cinayət|apellyasiya)/iu
const georgianPlaceBehind = /^ (?:\p{L}+ )?(?:მერ|აეროპორტ|ქუჩ|ცენტრ|მოედან|მოედნ|სასამართლო|საკრებულო|უბან|უბნ|მეტრო|უნივერსიტეტ|მოსახლე|მცხოვრებ)/u
const capitalBefore = /(?:paytaxt\p{L}*|başkent\p{L}*|şəhər\p{L}*|დედაქალაქ\p{L}*|ქალაქ\p{L}*|մայրաքաղաք\p{L}*)[, ]+$/iu
const visitedBehind = /^ (?:ziyarət|ziyaret|tərk|terk|səfər|sefer)/iu

/** "officials in Baku", "objections from Yerevan", "conveyed to Baku": the government, though a preposition of place stands before it. */
const englishGovernmentBefore =
  /(?:^|[^\p{L}])(?:(?:officials?|authorities|ministr(?:y|ies)|ministers?|government|counterparts?|colleagues|leaders(?:hip)?|diplomats?|policymakers|decision-makers|lawmakers|critics|reactions?|concern|anger|opposition|suspicions?|fears|hopes?|irritation|displeasure) in|(?:objections?|reports?|statements?|claims?|accusations?|criticism|reactions?|responses?|answers?|replies|reply|signals?|support|demands?|pressure|offers?|proposals?|permission|consent|invitations?|messages?|letters?|warnings?|came|comes|coming|word|confirmation|denials?) from|(?:convey(?:ed|s)?|sent|sends|send|hand(?:ed|s)?|proposed|offered|unacceptable|acceptable|responses?|answers?|proposals?|messages?|letters?|notes?|deliver(?:y|ies)|supplies|suppl(?:y|ied)|support|close|loyal|pressure|concessions?|thanks|grateful|warnings?|demands?|signals?|appeals?|invitations?|offers?|report(?:s|ed)?|assistance|loans?|attached|deals?|object(?:s|ed)?|according|threats?|threat|according|sales|arms|weapons|sale|draft|text|suggestions?|presented|passed|submitted|addressed|owe[sd]?) to)(?: (?:official|both))? $/iu

const russianSaying =
  '(?:сообщ|заяв|подчерк|отме[тч]|счита|назв|называ|предупре|напомн|опроверг|отверг|отказ|подтверд|подтвержд|выраз|выраж|требу|потребова|обвин|приветств|осуд|осужд|ожида|наде[ею]|полага|утвержда|говор|комментир|отрица|настаива|исключа|добав|поясн|обеща|пообещ|призва|призыва|увер|намер|готов|недоволь|рассчит|возра[жз]|отклон|указ|дают понять|дали понять|прокоммент|расцен|восприн|объяв)'
const russianGovernment = {
  behind: new RegExp(`^,? (?:(?!в |на |с |из )[\\p{L}-]+ ){0,3}${russianSaying}\\p{L}*(?:ют|ят|ут|ат|ли|лись|ются|ятся|ны|ы)(?!\\p{L})`, 'iu'),
  before: new RegExp(
    `(?:^|[^\\p{L}])(?:${russianSaying}\\p{L}*(?:ют|ят|ут|ли|лись|ются)|(?:реакци|недовольств|власт|чиновник|коллег|недоверия|опасени|МИД|правительств)\\p{L}*) (?:и )?в $`,
    'iu',
  ),
}
const armenianGovernmentBehind =
  /^ (?:\p{L}+ )?(?:հայտարար|պնդում|կարծում|նշում|նշել|հերք|մերժ|ասում|ասել|ողջուն|դատապարտ|պահանջ|մեղադր|համարում|ընդգծ|հայտն|հավաստ|վստահ|ակնկալ)/u
const turkicGovernmentBehind =
  /^ (?:\p{L}+ ){0,2}(?:yapılan|yapılmış|gelen|gələn|verilən|verilen|açıklama|bildir|bəyan|təkzib|yalanla|tepki|reaksiya|cavab|yanıt|hesab edirlər|deyirlər|iddia|qeyd edirlər|düşünürlər)/iu
const georgianGovernmentBehind = /^ (?:\p{L}+ ){0,2}(?:აცხადებ|განაცხად|ამბობ|მიიჩნევ|უარყო|აღნიშნ|თვლიან|მოითხოვ|ადანაშაულ|მიესალმ|გმობ|იმედოვნებ)/u

function english({ before, behind }: Surroundings): boolean {
  if (englishGovernmentBefore.test(before) && !englishPlaceBehind.test(behind)) return true
  if (englishPlaceBehind.test(behind)) return false
  // "Baku State University", "Baku Higher Court", but "Baku Rejects Claims" is a headline.
  if (/^ (?:\p{Lu}\p{Ll}+ )+(?:University|Court|Airport|Theatre|Institute|Hospital|Square|Avenue)/u.test(behind)) return false
  return !englishPlaceBefore.test(before)
}

function russian({ before, behind }: Surroundings): boolean {
  if (/(?:^|[^\p{L}])в $/iu.test(before) && (russianGovernment.behind.test(behind) || russianGovernment.before.test(before))) return true
  return !russianPlaceBefore.test(before)
}

function armenian({ before, behind, ending, bare }: Surroundings): boolean {
  if (capitalBefore.test(before) || bare) return false
  if (/(?:ում|վում|ից)$/.test(ending) && armenianGovernmentBehind.test(behind)) return true
  if (/(?:ում|ումն|ից|իցն|վում|վից)$/.test(ending)) return false
  return !(/ի$/.test(ending) && armenianPlaceBehind.test(behind))
}

function turkic({ before, behind, ending }: Surroundings): boolean {
  if (capitalBefore.test(before) || visitedBehind.test(behind)) return false
  if (/^n?[dt][ae]/.test(ending) && turkicGovernmentBehind.test(behind)) return true
  if (/^n?[dt][ae]/.test(ending) || /^[ny]?[ae]$/.test(ending)) return false
  return !turkicPlaceBehind.test(behind)
}

function georgian({ before, behind, ending }: Surroundings): boolean {
  if (/(?:ში|დან)$/.test(ending) && georgianGovernmentBehind.test(behind)) return true
  if (capitalBefore.test(before) || /(?:ში|შიც|დან|დანაც|მდე|ზე|კენ)$/.test(ending)) return false
  return !georgianPlaceBehind.test(behind)
}

const datelineBehind = /^(?:\s*[,/(–—-]|\. ?[-–—])/u

export function createMetonymTest(capitals: ReadonlyMap<string, string>): (slug: string, hit: Hit, text: TextHits, index: number) => boolean {
  const isCapital = (hit: Hit): boolean => hit.aliases.some((alias) => alias.kind === 'place' && capitals.has(alias.slug))
  return (slug, hit, text, index) => {
    if (notTheCountry.has(slug)) return false
    const group = jointCapitals(text, index, isCapital) ?? { first: hit, last: hit }
    const { original } = text
    const lineStart = group.first.start === 0 || original[group.first.start - 1] === '\n'
    if (lineStart && group.first === group.last && datelineBehind.test(original.slice(hit.end, hit.end + 4))) return false
    // Among other towns it is a town: "Tbilisi, Batumi and Kutaisi".
    const next = text.hits[index + 1]
    if (
      group.last === hit &&
      next &&
      !isCapital(next) &&
      next.aliases.some((alias) => alias.kind === 'place' || alias.kind === 'country') &&
      /^(?:, | and | и | და | և | və | ve )$/u.test(original.slice(hit.end, next.start))
    )
      return false
    const spelling = foldString(hit.aliases.find((alias) => alias.slug === slug)?.spelling ?? '')
    const form = foldString(original.slice(hit.start, hit.end))
    let shared = 0
    while (shared < spelling.length && form[shared] === spelling[shared]) shared++
    const surroundings: Surroundings = {
      before: original.slice(Math.max(0, group.first.start - 40), group.first.start),
      behind: original.slice(group.last.end, group.last.end + 48),
      ending: form.slice(shared).replace(/^['-]/, ''),
      bare: form === spelling && group.first === group.last,
    }
    switch (scriptOf(form)) {
      case 'cyrillic':
        return russian(surroundings)
      case 'armenian':
        return armenian(surroundings)
      case 'georgian':
        return georgian(surroundings)
      default:
        return text.lang === 'az' || text.lang === 'tr' ? turkic(surroundings) : english(surroundings)
    }
  }
}
