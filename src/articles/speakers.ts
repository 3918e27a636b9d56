/** A text → everyone in it who might speak: people with the office the text gives them, bodies, "the minister", "he", and those without a name. */
import type { Language, Lexicon, Mention } from '../lexicon/lexicon.js'
import { findBodies, hasOwnName, leadingCountry } from './bodies.js'
import type { NameCase } from './name-base.js'
import { nameForm } from './name-form.js'
import { findUnknownNames, notAPerson } from './names.js'
import { callingWords } from './role-words.js'
import { sayingWords } from './saying-words.js'

export interface Candidate {
  kind: 'person' | 'body' | 'country' | 'role' | 'pronoun' | 'unnamed'
  /** Slug; null for roles, pronouns and the unnamed until they are resolved. */
  slug: string | null
  start: number
  end: number
  /** Where the bare name, role noun or pronoun stands. */
  nameStart: number
  nameEnd: number
  text: string
  form: NameCase
  /** The office or description beside the name, as the text has it. */
  role: string | null
  /** ISO country named within the description ("Russian president", "президент России"). */
  country: string | null
}

/** Leaves the article, a dash and "in the words of" off a description. */
function tidyRole(role: string): string {
  return role.replace(/^[-–—\s]+/u, '').replace(/^(?:(?:the|a|an)\s+|(?:по\s+)?(?:словам|мнению|данным|версии|оценке|сообщению|заявлению)\s+)/iu, '')
}

interface Lookups {
  text: string
  lang: Language
  lexicon: Lexicon
  mentions: readonly Mention[]
}

const clauseMark = /[.,;:!?…։՝()«»"“”„\n█—–]/u
/** Words that may stand inside a description before a name, besides words of office, countries and bodies. */
const insideRole: Readonly<Record<Language, RegExp>> = {
  en: /^(?:the|a|an|of|for|and|in|on|to|its|his|her|their|foreign|prime|deputy|first|vice|former|ex|acting|state|special|then|outgoing|interim|chief|senior|top|defen[cs]e|interior|justice|economy|finance|energy|health|social|affairs|press|security|council|general|de|facto|ruling|opposition|party|ministry|parliament|parliamentary|committee|commission|assembly|court|national|european|faction|human|rights|policy|presidential|government|military|police|army|bloc|mission|delegation|media|trade|climate|enlargement|election|electoral|regional|armed|forces|border|migration|education|culture|tourism|environment|transport|infrastructure|territorial|digital|labou?r|emergency|situations|investigative|railway|union|league|church|majority|minority|socialist|conservative|liberal|republican|democratic|junior|career|veteran|chairperson-in-office|cabinet|office|minister|president|mr|mrs|ms|dr|son|crowd|favourite|hungary|election|\p{Lu}[\p{L}-]+(?:['’]s)?)$/u,
  ru: /^(?:по|при|в|на|и|из|от|особым|поручениям|иностранных|дел|внутренних|внешней|политике|обороны|энергетики|экономики|первый|первая|бывший|бывшая|экс|действующий|официальный|официальная|специальный|временный|исполняющий|обязанности|его|её|ее|их|безопасности|совета|парламента|правительства|комитета|комиссии|партии|фракции|суда|службы|делегации|миссии|государства|генеральный|верховный|народный|национального|собрания|единого|\p{L}+(?:ого|его|ой|ей|ых|их|ам|ям|ии|ия|а|ы|и|у|ю))$/iu,
  hy: /^[\p{L}՛-]+$/u,
  az: /^[\p{L}\d-]+$/u,
  ka: /^[\p{L}-]+$/u,
  tr: /^[\p{L}'’-]+$/u,
}
const notInsideRole: Readonly<Record<Language, RegExp | null>> = {
  en: null,
  ru: null,
  hy: /^(?:է|են|էր|էին|և|ու|իսկ|բայց|որ|թե|հետ|մասին|նաև)$|(?:եց|եցին|ում|ել|ված|ին)$/u,
  az: /^(?:və|ilə|isə|ki|da|də|üçün|bunu|bu|o)$|(?:ıb|ib|ub|üb|dı|di|du|dü|ır|ir|ur|ür|çərçivəsində)$/u,
  ka: /^(?:და|კი|რომ|ხოლო|თუ|კვირას|შაბათს|პარასკევს|ხუთშაბათს|ოთხშაბათს|სამშაბათს|ორშაბათს)$|(?:და|ებს|ავს)$/u,
  tr: /^(?:ve|ile|ise|ki|da|de|için|önce|sonra|bunu|haberi|bu)$|(?:dı|di|du|dü|tı|ti|tu|tü|yor|arak|erek|ıp|ip|up|üp)$/u,
}

/** Start of the description that ends right before the name; null when the words there are none. */
function roleStart(at: number, { text, lang, mentions }: Lookups): number | null {
  const within = (offset: number): Mention | undefined => mentions.find((m) => m.start <= offset && offset < m.end && m.kind !== 'person')
  let start = at
  let words = 0
  while (start > 0 && words < 14) {
    const space = /[ \u00a0]$/.test(text.slice(0, start)) ? start - 1 : start
    const mention = space === start ? undefined : within(space - 1)
    if (space === start || (!mention && clauseMark.test(text.charAt(space - 1)))) break
    let from = mention ? mention.start : space
    if (!mention) {
      while (from > 0 && !/[\s]/.test(text.charAt(from - 1)) && !clauseMark.test(text.charAt(from - 1))) from--
      const word = text.slice(from, space)
      const folded = word.toLowerCase()
      const isCalling = callingWords[lang].test(folded)
      if ((notInsideRole[lang]?.test(folded) && !isCalling) || folded.match(sayingWords[lang].verbs)) break
      if (!isCalling && !insideRole[lang].test(lang === 'en' && /^\p{Lu}/u.test(word) ? word : folded)) break
    }
    start = from
    words++
  }
  if (start === at) return null
  const lower = text.slice(start, at).toLowerCase()
  const calling = callingWords[lang].exec(lower)
  if (!calling) return null
  if (lang === 'en' || lang === 'ru') {
    // Nothing before the first word of office but its own modifiers: prepositions there belong to the clause.
    const head = /(?:^|\s)(?:of|for|in|on|to|by|with|and|в|на|и|из|от|по)\s/u
    let cut = 0
    for (let m = head.exec(lower.slice(cut, calling.index + 1)); m; m = head.exec(lower.slice(cut, calling.index + 1))) cut += m.index + m[0].length
    // "Earlier in August the presidential envoy": the description begins at its article.
    const article = /^.*(?<!\p{L})(?:the|his|her|its|their)\s/u.exec(lower.slice(cut, calling.index + 1))
    return start + cut + (article ? article[0].length : 0)
  }
  return start
}

/** ", the summit's president and a former manager," behind a name. */
function roleBehind(end: number, { text, lang }: Lookups): string | null {
  const match = /^\s*,\s*([^,.;:!?…։«»"“”„\n]{4,90})(?=[,.;։]|\s*$)/u.exec(text.slice(end, end + 120))
  const words = match?.[1]
  if (!words || /^(?:who|which|that|and|but|который|которая|который|որը|որ|ki)(?!\p{L})/u.test(words)) return null
  if (lang === 'en' && !/^(?:the |a |an |its |his |her |who |[\p{L}’' -]+['’]s? |[a-z]|\p{Lu})/u.test(words)) return null
  return callingWords[lang].test(words.toLowerCase()) && !/(?<!\p{L})(?:said|says|told|сказал|заявил)(?!\p{L})/u.test(words) ? words.trim() : null
}

function countryIn(start: number, end: number, { mentions, lexicon, text }: Lookups): string | null {
  for (const mention of mentions) {
    const beside = mention.start >= end && mention.start - end <= 4 && /^\s(?:of )?$/u.test(text.slice(end, mention.start))
    if ((mention.start < start || mention.end > end) && !beside) continue
    if (mention.kind === 'country') return mention.slug
    const entity = lexicon.entity(mention.slug)
    if (entity?.kind === 'organisation' && entity.country) return entity.country
  }
  return null
}

/** Words of office and bodies' common nouns standing alone, in the form of a subject. */
const roleNouns: Readonly<Record<Language, RegExp>> = {
  en: /(?<![\p{L}'’-])(?:(?:the|his|its|their|country['’]s|\p{Lu}\p{L}+(?:['’]s)?)\s+)?(?:(?:\p{L}+\s+)?(?:president|prime minister|premier|foreign minister|minister|spokesperson|spokesman|spokeswoman|speaker|chancellor|secretary of state|secretary general|ministry|committee|commission|court|judges|agency|company|prosecutors|diplomat|leader|envoy|patriarch|catholicos))(?![\p{L}'’-])/giu,
  ru: /(?<![\p{L}-])(?:(?:российский|армянский|азербайджанский|грузинский|турецкий|американский)\s+)?(?:президент|премьер-министр|премьер|глава государства|глава правительства|глава мид|глава дипломатии|министр|пресс-секретарь|спикер|представитель кремля|канцлер|госсекретарь|лидер|дипломат|посол|министерство|ведомство|комитет|комиссия|суд|следствие|прокуратура|компания|политик)(?![\p{L}-])/giu,
  hy: /(?<![\p{L}])(?:նախագահը|նախագահն|վարչապետը|վարչապետն|նախարարը|նախարարն|խոսնակը|խոսնակն|արտգործնախարարը|նախարարությունը|նախարարությունն|գերատեսչությունը|կոմիտեն|դատարանը|վարչապետի|նախարարի|նախագահի|նախարարության)(?!\p{L})/giu,
  az: /(?<![\p{L}])(?:(?:rusiya|ermənistan|azərbaycan|türkiyə|gürcüstan)\s+)?(?:prezident|prezidenti|dövlət başçısı|baş nazir|baş naziri|nazir|nazirlik|nazirliyin|sözçü|spiker|diplomat|lideri|komitə|məhkəmə)(?!\p{L})/giu,
  ka: /(?<![\p{L}])(?:პრეზიდენტმა|პრეზიდენტი|პრემიერმა|პრემიერი|პრემიერ-მინისტრმა|პრემიერ-მინისტრი|მინისტრმა|მინისტრი|სპიკერმა|თავმჯდომარემ|სამინისტრომ|სამინისტრო|უწყებამ|უწყება|კომიტეტმა|სასამართლომ|ელჩმა)(?!\p{L})/giu,
  tr: /(?<![\p{L}'’])(?:cumhurbaşkanı|başbakan|dışişleri bakanı|bakan|bakanlık|sözcü|meclis başkanı|lider|komite|mahkeme|rus lider)(?![\p{L}'’])/giu,
}

const pronouns: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:he|she|it)(?!\p{L})/giu,
  ru: /(?<!\p{L})(?:он|она)(?!\p{L})/giu,
  hy: /(?<!\p{L})(?:նա|վերջինս)(?!\p{L})/giu,
  az: /(?<!\p{L})O(?=(?:,|\s+(?:həmçinin|eyni zamanda|daha sonra|isə|da)?\s*\p{L}+))(?!\p{L})/gu,
  ka: /(?<!\p{L})(?:მან|ის)(?!\p{L})/giu,
  tr: /(?<!\p{L})O(?=,|\s)(?!\p{L})/gu,
}

/** People without a name: they speak, but nobody can be cited; without them their words would go to whoever was named last. */
const unnamed: Readonly<Record<Language, RegExp>> = {
  en: /(?<=^|[.!?…]\s|[.!?…,][”"]\s|\n)(?:an?|one|another|some|several|many|two|three)\s+\p{L}[\p{L}-]+|(?<!\p{L})(?:an?|one|another|two|three|several|some|many|most|other|few|senior|local|unnamed|western|opposition|eu|un|\p{Lu}\p{L}+|the (?:sister|brother|wife|mother|father|son|daughter|driver|owner|resident|family|families))\s+(?:of them|(?:\p{L}+\s+){0,2}?(?:deput(?:y|ies)|lawyers?|officials?|analysts?|experts?|observers?|drivers?|residents?|teachers?|diplomats?|sources?|advis[eo]rs?|reporters?|journalists?|protesters?|demonstrators?|sister|brother|mother|father|wife|son|farmers?|families|relatives?|opponents?|campaigners?|organisers?|governments?|parties|leaders|voters?|women|men|woman|man|soldiers?|shopkeepers?|critics?|lawmakers?|negotiators?|people|students?|economists?|investigators?))(?!\p{L})|(?<!\p{L})(?:observers|officials|analysts|experts|critics|opponents|families|campaigners|organisers|supporters|diplomats|residents|witnesses|they|who|investigators|economists|lawyers|activists)(?!\p{L})/giu,
  ru: /(?<!\p{L})(?:собеседник\p{L}*|источник\p{L}*|эксперты|наблюдатели|аналитики|оппозиция|депутаты|адвокат одного|один из|одна из|местн\p{L}+ жител\p{L}+|они|чиновники|политологи|стороны|лидеры|собеседники|врачи|продюсер|власти|следователи)(?!\p{L})/giu,
  hy: /(?<!\p{L})(?:\p{L}+ից մեկ[նը]?|փորձագետները|քաղաքագետները|աղբյուրը|բնակիչները|ընդդիմադիր\p{L}*|նրանք|կողմերը|գործընկերներից)(?!\p{L})/giu,
  az: /(?<!\p{L})(?:ekspertlər|mütəxəssislər|siyasi şərhçilər|iqtisadçılar|mənbə|onlar|tərəflər|müşahidəçilər|sakinlər|rəsmilər|rəsmiləri|bir sakin|(?:hər )?iki (?:ölkə|tərəf|lider|nazir)|ölkələr|liderlər|nazirlər|prezidentlər|dövlət başçıları|yaxınları|həmkarları|müxalifət|hökumət)(?!\p{L})/giu,
  ka: /(?<!\p{L})(?:ექსპერტები|უფლებადამცველები|ოპოზიცია|ისინი|მხარეები|წყარო|ანალიტიკოსები|ერთ-ერთი|მომიტინგეები)(?!\p{L})/giu,
  tr: /(?<!\p{L})(?:bir (?:\p{L}+\s+){0,2}?(?:yetkili|vatandaş|nakliyeci|kaynak|diplomat|uzman|esnaf|şoför|öğretmen|kadın|adam)|uzmanlar|göstericiler|muhalefet|taraflar|şoförler|bakanlar|liderler|onlar|gözlemciler|yetkililer|antrenör|iki (?:ülke|taraf|lider|bakan)|ülkeler|esnaf|halk|vatandaşlar|hükümet|aileler|yakınları)(?!\p{L})/giu,
}

/** The country whose bodies need no adjective in its own language. */
export const homeCountry: Partial<Record<Language, string>> = { hy: 'AM', az: 'AZ', ka: 'GE', tr: 'TR' }

/** "глава МИД Армении", "head of the agency": its holder speaks, not the body. */
const headOfBody: Partial<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:the\s+)?(?:head|chief|chair(?:man|woman)?|director|president|leader|minister|secretary general)\s+of\s+(?:the\s+)?$/iu,
  ru: /(?<!\p{L})(?:глава|министр|председатель|руководитель|директор|генсек|генеральный секретарь|лидер|президент|спикер)\s+$/iu,
}

function base(kind: Candidate['kind'], start: number, end: number, text: string): Candidate {
  return { kind, slug: null, start, end, nameStart: start, nameEnd: end, text: text.slice(start, end), form: 'subject', role: null, country: null }
}

/** More names outside the lexicon no news has. */
const mostNames = 60

/** Slugs and base forms of people whom the lexicon does not know: a family name alone means who was named in full. */
function familyMentions(
  look: Lookups,
  names: readonly { slug: string; base: string; person: boolean }[],
  taken: (start: number, end: number) => boolean,
): Candidate[] {
  const found: Candidate[] = []
  const seen = new Set<string>()
  for (const name of names.slice(0, mostNames)) {
    if (!name.person) continue
    const family = name.base.split(/[ \u00a0]/).at(-1) ?? ''
    const stem = look.lang === 'ka' ? family.replace(/[იე]$/u, '') : family
    if (stem.length < 4 || seen.has(stem)) continue
    seen.add(stem)
    const pattern = new RegExp(`(?<![\\p{L}\\p{M}])${stem.replace(/[.*+?^${}()|[\\]\\\\]/g, '\\$&')}(?:['’]?\\p{L}{0,4})(?![\\p{L}])`, 'gu')
    for (const match of look.text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (taken(start, end)) continue
      found.push({ ...base('person', start, end, look.text), slug: name.slug, form: nameForm(match[0], [{ [look.lang]: [family] }], look.lang) })
    }
  }
  return found
}

/** All candidates in order of the text; they do not overlap. `blanked` is the text with its quotations blanked out (same offsets). */
export function findCandidates(blanked: string, lang: Language, lexicon: Lexicon, title = ''): Candidate[] {
  const mentions = lexicon.mentions(blanked, lang)
  const look: Lookups = { text: blanked, lang, lexicon, mentions }
  const found: Candidate[] = []
  const taken = (start: number, end: number): boolean => found.some((one) => one.start < end && one.end > start)
  const withRole = (candidate: Candidate): Candidate => {
    const start = roleStart(candidate.nameStart, look)
    const before = start === null ? null : blanked.slice(start, candidate.nameStart).trim()
    const role = before ?? roleBehind(candidate.nameEnd, look)
    return {
      ...candidate,
      start: start ?? candidate.start,
      role: role === null ? null : tidyRole(role),
      country: start === null ? null : countryIn(start, candidate.nameStart, look),
    }
  }
  const names = findUnknownNames(blanked, lang, mentions, lexicon)
  for (const mention of mentions) {
    if (mention.kind !== 'person') continue
    const entity = lexicon.entity(mention.slug)
    const spellings = entity?.kind === 'person' ? [entity.names, entity.familyNames] : []
    found.push(
      withRole({ ...base('person', mention.start, mention.end, blanked), slug: mention.slug, form: nameForm(mention.text, spellings, lang) }),
    )
  }
  for (const name of names) {
    if (taken(name.start, name.end)) continue
    const candidate = withRole({ ...base('person', name.start, name.end, blanked), slug: name.slug, form: name.form })
    const inScript = lang === 'en' || !/[a-z]/i.test(name.base)
    const likely =
      (lang === 'en' || lang === 'ru' || lang === 'hy') && inScript && !notAPerson.test(name.base) && name.base.split(/[ \u00a0]/).length <= 3
    if (name.person || candidate.role !== null || likely) found.push(candidate)
  }
  found.push(...familyMentions(look, names, taken))
  const headed = (start: number): number | null => {
    const match = headOfBody[lang]?.exec(blanked.slice(Math.max(0, start - 60), start))
    return match ? start - match[0].length : null
  }
  const addHead = (from: number, end: number, country: string | null): void => void found.push({ ...base('role', from, end, blanked), country })
  const leading = homeCountry[lang] ?? leadingCountry({ title, text: blanked, lang }, mentions, lexicon)
  for (const body of findBodies(blanked, mentions, lexicon, leading)) {
    if (taken(body.start, body.end)) continue
    const from = headed(body.start)
    if (from !== null) addHead(from, body.end, body.country)
    else found.push({ ...base('body', body.start, body.end, blanked), slug: body.slug, country: body.country })
  }
  for (const mention of mentions) {
    if (mention.kind !== 'organisation' || taken(mention.start, mention.end)) continue
    const entity = lexicon.entity(mention.slug)
    if (entity?.kind !== 'organisation') continue
    if (entity.class === 'media') {
      // Relays, and is nobody's speaker; the slug tells it from people without a name.
      found.push({ ...base('unnamed', mention.start, mention.end, blanked), slug: mention.slug })
      continue
    }
    if ((lang === 'en' || lang === 'ru') && entity.country !== null && entity.country !== leading && !hasOwnName(mention, lexicon)) continue
    const from = headed(mention.start)
    if (from !== null) {
      addHead(from, mention.end, entity.country)
      continue
    }
    found.push({
      ...base('body', mention.start, mention.end, blanked),
      slug: mention.slug,
      form: nameForm(mention.text, [entity.names], lang),
      country: entity.country,
    })
  }
  for (const match of blanked.matchAll(roleNouns[lang])) {
    // "told the minister": the verb before the article is no part of the office.
    const article = lang === 'en' ? /(?<=\s)(?:the|his|her|its|their)\s/iu.exec(match[0]) : null
    const [start, end] = [match.index + (article?.index ?? 0), match.index + match[0].length]
    if (taken(start, end)) continue
    const form: NameCase = /(?:ի|թյան|nazirliyin)$/u.test(match[0].toLowerCase()) ? 'genitive' : 'subject'
    found.push({ ...base('role', start, end, blanked), form, country: countryIn(start, end, look) })
  }
  for (const match of blanked.matchAll(unnamed[lang]))
    if (!taken(match.index, match.index + match[0].length)) found.push(base('unnamed', match.index, match.index + match[0].length, blanked))
  for (const match of blanked.matchAll(pronouns[lang]))
    if (!taken(match.index, match.index + match[0].length)) found.push(base('pronoun', match.index, match.index + match[0].length, blanked))
  for (const mention of mentions) {
    if ((mention.kind !== 'country' && mention.kind !== 'place') || mention.by === 'adjective' || taken(mention.start, mention.end)) continue
    const entity = lexicon.entity(mention.slug)
    if (entity?.kind !== 'country' && entity?.kind !== 'place') continue
    found.push({
      ...base('country', mention.start, mention.end, blanked),
      slug: mention.slug,
      form: mention.by === 'metonym' ? 'subject' : nameForm(mention.text, [entity.names], lang),
    })
  }
  return found.sort((a, b) => a.start - b.start)
}
