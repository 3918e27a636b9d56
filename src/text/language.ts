/** Text → the language it is written in (ISO 639-1): script first, then letters, then common words, then n-grams. */
import { eld } from 'eld/small'
import { foldCase } from './normalise.js'

/** `lang` is an ISO 639-1 code, or 'und' when nothing speaks for any; `confidence` is 0 to 1. */
export interface IdentifiedLanguage {
  lang: string
  confidence: number
}

type Script = 'latin' | 'cyrillic' | 'armenian' | 'georgian' | 'arabic' | 'greek' | 'hebrew' | 'other'

/** More than this many UTF-16 units of a text change nothing. */
const sampleLength = 3_000

function scriptOf(code: number): Script | null {
  if (code < 0x41) return null
  if (code <= 0x7a) return code <= 0x5a || code >= 0x61 ? 'latin' : null
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return null
  if (code <= 0x24f || code === 0x259 || (code >= 0x1e00 && code <= 0x1eff)) return 'latin'
  if (code >= 0x370 && code <= 0x3ff) return 'greek'
  if (code >= 0x400 && code <= 0x52f) return 'cyrillic'
  if ((code >= 0x531 && code <= 0x556) || (code >= 0x561 && code <= 0x587)) return 'armenian'
  if (code >= 0x590 && code <= 0x5ff) return 'hebrew'
  if ((code >= 0x600 && code <= 0x6ff) || (code >= 0x750 && code <= 0x77f) || (code >= 0xfb50 && code <= 0xfdff)) return 'arabic'
  if ((code >= 0x10a0 && code <= 0x10ff) || (code >= 0x1c90 && code <= 0x1cbf)) return 'georgian'
  return code >= 0x900 && code < 0xd800 && !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0x3000 && code <= 0x303f) ? 'other' : null
}

function countScripts(text: string): Map<Script, number> {
  const counts = new Map<Script, number>()
  for (let i = 0; i < text.length; i++) {
    const script = scriptOf(text.charCodeAt(i))
    if (script) counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  return counts
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** Small words that stand in almost every sentence of the language and, as far as can be, of no neighbour. */
const commonWords: Record<string, ReadonlySet<string>> = {
  ru: wordSet(
    'и в во не на что с со по из к за от для это как но его он она они или при бы же был была было были их все уже между только после мы я ты ее то так если где кто до у о об а',
  ),
  bg: wordSet(
    'на се да за от с ще са е което който която които не по във със това като беше между след и в при ли си им го ги му тя той те един една',
  ),
  sr: wordSet('је се да у на су за од са као који која који које није би из о ће и али што његов после само до'),
  mk: wordSet('на се да во од за со е ќе ги го што кој која кои беше не и како дека'),
  uk: wordSet('і в у на що з та до не за це як але його він вона вони або про від для й був була було були між після також щодо'),
  be: wordSet('і ў у на што з да не за гэта як але яго ён яна яны або пра ад для быў была было былі паміж пасля таксама'),
  az: wordSet(
    'və ilə bu bir üçün də ki o da edib olub isə edir olan daha sonra görə kimi deyib bildirib arasında haqqında tərəfindən deyil onun prezident nazir mən hər ən çox əgər oldu var',
  ),
  tr: wordSet(
    've ile bu bir için de ki o da olan olarak daha sonra göre gibi dedi değil arasında hakkında tarafından onun her en çok eğer oldu var yeni kadar ne ama mi mı ise cumhurbaşkanı bakanı olduğunu',
  ),
  en: wordSet(
    'the of and to in a is that for on with as was at by from it has have be not are he his said after over will its an this which but they were who between would',
  ),
  de: wordSet('der die das und ist nicht mit für von den dem ein eine zu auf im des sich auch als nach bei über wie aus zum wird oder sind hat'),
  fr: wordSet('le la les des et est un une du dans que qui pour pas sur avec au par plus ce sont il elle ne se son à en aux ont été'),
}

const lettersOf: Record<string, { only: RegExp; never: RegExp }> = {
  ru: { only: /[ыэё]/g, never: /[іїєґўјљњћђџѓќѕәғқңөұүһҝҹ]/g },
  uk: { only: /[їєґі]/g, never: /[ыэёъўјљњћђџәғқңөұүһ]/g },
  be: { only: /[ўі]/g, never: /[иїєґщъјљњћђџәғқңөұүһ]/g },
  bg: { only: /[ъ]/g, never: /[ыэёіїєґўјљњћђџәғқңөұүһ]/g },
  sr: { only: /[јљњћђџ]/g, never: /[ыэёйщъьюяіїєґўѓќѕәғқңөұүһ]/g },
  mk: { only: /[ѓќѕјљњџ]/g, never: /[ыэёйщъьюяіїєґўћђәғқңөұүһ]/g },
  kk: { only: /[әғқңөұүһі]/g, never: /[їєґўјљњћђџ]/g },
  ky: { only: /[ңөү]/g, never: /[іїєґўјљњћђџәғқұһ]/g },
  tt: { only: /[әөүңҗһ]/g, never: /[іїєґўјљњћђџғқұ]/g },
  az: { only: /[әғҝјөүһҹ]/g, never: /[эюяцщьъіїєґўқңұљњ]/g },
  ab: { only: /[ҟқҭҵҳәҽҿӡҧӷҩџ]/g, never: /[эюяйіїєґўөү]/g },
  os: { only: /[ӕ]/g, never: /[іїєґўәғқңөұү]/g },
  ce: { only: /[ӏ]/g, never: /[іїєґўәғқңөұү]/g },
}

function wordsOf(lower: string): string[] {
  return lower.match(/[\p{L}\p{M}'’]+/gu) ?? []
}

/** Share of the words that are the language's common ones, with a floor for very short texts. */
function commonShare(list: readonly string[], lang: string): number {
  const common = commonWords[lang]
  if (!common || list.length === 0) return 0
  let hits = 0
  for (const word of list) if (common.has(word)) hits++
  return hits / Math.max(4, list.length)
}

function best(scores: ReadonlyMap<string, number>): IdentifiedLanguage {
  let first = 'und'
  let top = Number.NEGATIVE_INFINITY
  let second = Number.NEGATIVE_INFINITY
  for (const [lang, score] of scores) {
    if (score > top) {
      second = top
      top = score
      first = lang
    } else if (score > second) second = score
  }
  const gap = second === Number.NEGATIVE_INFINITY ? 1 : top - second
  return { lang: first, confidence: Math.max(0, Math.min(1, 0.5 + gap / 2)) }
}

/** n-gram scores relative to the best one. `setLanguageSubset` is never used: it is global and forces foreign text into the subset. */
function ngramScores(text: string): Map<string, number> {
  const scores = Object.entries(eld.detect(text).getScores())
  const top = Math.max(1e-9, ...scores.map(([, score]) => score))
  return new Map(scores.map(([lang, score]) => [lang, score / top]))
}

function cyrillicLanguage(lower: string, hint: string | null): IdentifiedLanguage {
  const list = wordsOf(lower)
  const total = Math.max(1, count(lower, /[\u0400-\u052f]/g))
  const grams = ngramScores(lower)
  const scores = new Map<string, number>()
  for (const [lang, { only, never }] of Object.entries(lettersOf)) {
    const own = Math.min(1, (count(lower, only) / total) * 12)
    const foreign = Math.min(1, (count(lower, never) / total) * 25)
    // Languages that neither words nor n-grams know must show their letters.
    const known = grams.get(lang) ?? (lang === 'ru' ? 0.3 : 0)
    scores.set(lang, own - 1.6 * foreign + 0.9 * known + 1.6 * commonShare(list, lang) + (hint === lang ? 0.25 : 0) + (lang === 'ru' ? 0.12 : 0))
  }
  for (const [lang, score] of grams) if (!lettersOf[lang] && /^(?:mn|tg)$/.test(lang)) scores.set(lang, 0.9 * score)
  return best(scores)
}

function latinLanguage(lower: string, hint: string | null): IdentifiedLanguage {
  const list = wordsOf(lower)
  const total = Math.max(1, count(lower, /[a-z\u00df-\u024f\u0259]/g))
  const scores = new Map<string, number>()
  for (const [lang, score] of ngramScores(lower)) if (score > 0.3) scores.set(lang, 0.9 * score)
  const add = (lang: string, score: number): void => {
    scores.set(lang, (scores.get(lang) ?? 0) + score)
  }
  for (const lang of ['en', 'tr', 'az', 'de', 'fr']) add(lang, 1.6 * commonShare(list, lang))
  const schwa = count(lower, /ə/g) / total
  const turkic = count(lower, /[ışğçöü]/g) / total
  const dotless = count(lower, /[ışğ]/g) / total
  const q = count(lower, /x|q(?!u)/g) / total
  // Of the languages written here only Azerbaijani has ə; Turkish has neither ə, q, x nor w.
  add('az', Math.min(2, schwa * 40))
  if (schwa > 0.005) add('tr', -Math.min(1.5, schwa * 40))
  if (dotless > 0 || (turkic > 0 && schwa > 0)) {
    add('az', Math.min(0.6, dotless * 6) + (turkic > 0 ? Math.min(0.8, q * 20) : 0))
    add('tr', Math.min(0.6, dotless * 6) - Math.min(0.8, q * 20))
    add('en', -Math.min(0.6, dotless * 10))
  }
  const accents = count(lower, /[^\u0000-\u007f]/g) / total
  add('en', accents === 0 ? 0.15 : -Math.min(0.5, accents * 4))
  if (hint && (scores.get(hint) ?? 0) > 0) add(hint, 0.25)
  return best(scores)
}

function arabicLanguage(text: string): IdentifiedLanguage {
  const persian = count(text, /[پچژگکی\u200c]/g)
  const urdu = count(text, /[ٹڈڑںےہ]/g)
  const arabic = count(text, /[ةكيىأإؤ]|(?:^|\s)ال/g)
  if (urdu > 0 && urdu * 6 >= persian) return { lang: 'ur', confidence: 0.8 }
  const total = persian + arabic
  if (total === 0) return { lang: 'ar', confidence: 0.4 }
  const lang = persian > arabic ? 'fa' : 'ar'
  return { lang, confidence: 0.5 + Math.abs(persian - arabic) / total / 2 }
}

/** What is no language: addresses, handles, tags of markup, entities. */
const noise = /https?:\/\/\S{1,2000}|www\.\S{1,2000}|\S{1,64}@\S{1,200}|[@#][\w.]{2,100}|&[a-z]{2,8};|<[^<>]{1,200}>/giu

/**
 * The language of a text or title; `hint` (what the page or feed declares, "en-US" will do) only tips what is otherwise even.
 * Texts without letters give 'und' with confidence 0 (with a hint: the hint, 0.1). Names alone tell little: look at the confidence.
 */
export function identifyLanguage(text: string, hint: string | null = null): IdentifiedLanguage {
  const declared = hint ? (/^[a-z]{2}(?![a-z])/i.exec(hint.trim())?.[0].toLowerCase() ?? null) : null
  const sample = text.slice(0, sampleLength).replace(noise, ' ')
  const scripts = countScripts(sample)
  let letters = 0
  for (const n of scripts.values()) letters += n
  if (letters === 0) return declared ? { lang: declared, confidence: 0.1 } : { lang: 'und', confidence: 0 }
  // Foreign names are mostly in Latin or Cyrillic letters: an Armenian or Georgian third outweighs them.
  const share = (script: Script): number => (scripts.get(script) ?? 0) / letters
  if (share('armenian') >= 0.33) return { lang: 'hy', confidence: Math.min(1, 0.6 + share('armenian') * 0.4) }
  if (share('georgian') >= 0.33) return { lang: 'ka', confidence: Math.min(1, 0.6 + share('georgian') * 0.4) }
  const [main] = [...scripts.entries()].sort((a, b) => b[1] - a[1])[0] ?? ['other']
  const certainty = Math.min(1, letters / 20)
  const limited = (found: IdentifiedLanguage): IdentifiedLanguage => ({ lang: found.lang, confidence: found.confidence * (0.4 + 0.6 * certainty) })
  switch (main) {
    case 'armenian':
      return limited({ lang: 'hy', confidence: 0.6 })
    case 'georgian':
      return limited({ lang: 'ka', confidence: 0.6 })
    case 'greek':
      return limited({ lang: 'el', confidence: 1 })
    case 'hebrew':
      return limited({ lang: 'he', confidence: 0.9 })
    case 'arabic':
      return limited(arabicLanguage(sample))
    case 'cyrillic':
      return limited(cyrillicLanguage(foldCase(sample), declared))
    case 'latin':
      return limited(latinLanguage(foldCase(sample, /[əƏğĞıİ]/.test(sample) ? 'az' : 'en'), declared))
    default: {
      const found = eld.detect(sample).language
      return found ? limited({ lang: found, confidence: 0.6 }) : { lang: 'und', confidence: 0 }
    }
  }
}
