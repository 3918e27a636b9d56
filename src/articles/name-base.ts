/** A name as it stands in a clause → its base form, and the role that its ending gives it; six languages, rules of names only. */
import { isGivenName } from '../lexicon/given-names.js'

/** Role of a name's form in its clause. */
export type NameCase = 'subject' | 'genitive' | 'other'

interface Base {
  base: string
  form: NameCase
}

/** Endings that a man's given name and family name take together: "Стивена Бигана", "Стивену Бигану". */
const russianPairs: readonly (readonly [RegExp, RegExp, NameCase])[] = [
  [/(?<=[бвгджзклмнпрстфхцчшщ])а$/u, /(?<=[бвгджзклмнпрстфхцчшщ])а$/u, 'genitive'],
  [/(?<=[бвгджзклмнпрстфхцчшщ])у$/u, /(?<=[бвгджзклмнпрстфхцчшщ])у$/u, 'other'],
  [/(?<=[бвгджзклмнпрстфхцчшщ])(?:ом|ем)$/u, /(?<=[бвгджзклмнпрстфхцчшщ])(?:ом|ем|ым)$/u, 'other'],
  [/(?<=[бвгджзклмнпрстфхцчшщ])е$/u, /(?<=[бвгджзклмнпрстфхцчшщ])е$/u, 'other'],
]
/** "Зазы", "Николая", "Важе": given names in a vowel or -й, before a family name that does not change. */
const russianGivenEndings: readonly (readonly [RegExp, readonly string[], NameCase])[] = [
  [/(?:ы|и)$/u, ['а', 'я'], 'genitive'],
  [/(?:ой|ей)$/u, ['а', 'я'], 'other'],
  [/(?:у|ю)$/u, ['а', 'я', '', 'й', 'ь'], 'other'],
  [/е$/u, ['а', 'я', ''], 'other'],
  [/(?:а|я)$/u, ['', 'й', 'ь'], 'genitive'],
  [/(?:ом|ем)$/u, ['', 'й', 'ь'], 'other'],
]

/** A given name without its case ending; what is no given name in any form stays. */
function russianGiven(word: string): { word: string; form: NameCase } {
  if (isGivenName(word, 'ru')) return { word, form: 'subject' }
  for (const [ending, endings, form] of russianGivenEndings) {
    if (!ending.test(word)) continue
    const stem = word.replace(ending, '')
    if (stem.length < 2) continue
    const found = endings.map((end) => `${stem}${end}`).find((one) => isGivenName(one, 'ru'))
    if (found) return { word: found, form }
  }
  return { word, form: 'subject' }
}

function russianBase(name: string): Base {
  const words = name.split(/[ \u00a0]/)
  const last = words.at(-1) ?? ''
  const given = words[0] ?? ''
  if (words.length === 1) return russianFamily(last, null)
  const rest = words.slice(1, -1)
  const own = russianGiven(given)
  for (const [ofGiven, ofFamily, form] of russianPairs) {
    if (!ofGiven.test(given) || !ofFamily.test(last) || (isGivenName(given, 'ru') && !isGivenName(given.replace(ofGiven, ''), 'ru'))) continue
    const bare = given.replace(ofGiven, '')
    if (!isGivenName(bare, 'ru') && own.form === 'subject') continue
    return {
      base: [isGivenName(bare, 'ru') ? bare : own.word, ...rest.map((word) => russianGiven(word).word), last.replace(ofFamily, '')].join(' '),
      form,
    }
  }
  const family = russianFamily(last, own.word)
  const form = family.form === 'subject' ? own.form : family.form
  return { base: [own.word, ...rest, family.base].join(' '), form }
}

const familyRules: readonly (readonly [RegExp, string, NameCase])[] = [
  [/(ов|ев|ёв|ин)ым$/u, '$1', 'other'],
  [/(ов|ев|ёв|ин)у$/u, '$1', 'other'],
  [/(ов|ев|ин)ой$/u, '$1а', 'genitive'],
  [/(ск)(?:ого)$/u, '$1ий', 'genitive'],
  [/(ск)(?:ому|им)$/u, '$1ий', 'other'],
  [/(ск)ой$/u, '$1ая', 'genitive'],
  [/([яа]н)а$/u, '$1', 'genitive'],
  [/([яа]н)(?:у|ом|е)$/u, '$1', 'other'],
  [/ии$/u, 'ия', 'genitive'],
  [/и(?:ю|ей)$/u, 'ия', 'other'],
]

/** `given` in its base form tells whether "Иванова" is Ivanov's genitive or herself. */
function russianFamily(family: string, given: string | null): Base {
  for (const [pattern, to, form] of familyRules) if (pattern.test(family)) return { base: family.replace(pattern, to), form }
  if (given !== null && /(?:ов|ев|ёв|ин)а$/u.test(family) && !/[аяиь]$/u.test(given)) return { base: family.slice(0, -1), form: 'genitive' }
  return { base: family, form: 'subject' }
}

function armenianBase(name: string): Base {
  if (/(?:շվիլի|ձե)ն$/u.test(name) || /[ևվ]ն$/u.test(name)) return { base: name.slice(0, -1), form: 'subject' }
  if (/(?:շվիլիի|ովի|ևի|եվի)$/u.test(name)) return { base: name.slice(0, -1), form: 'genitive' }
  if (/(?:յան|ն|ց|ս|կ)(?:ի|ու)$/u.test(name)) return { base: name.slice(0, -1), form: 'genitive' }
  if (/(?:ին|ից|ով|ում)$/u.test(name)) return { base: name.slice(0, -2), form: 'other' }
  if (/[բ-դզթժլ-նշչ-րցւփքֆ]ը$/u.test(name) || /ն[նը]$/u.test(name)) return { base: name.slice(0, -1), form: 'subject' }
  return { base: name, form: 'subject' }
}

function georgianBase(name: string): Base {
  const restore = (stem: string): string => (/[აეიოუ]$/u.test(stem) ? stem : `${stem}ი`)
  if (/(?:მა|მ)$/u.test(name)) return { base: restore(name.replace(/(?:მა|მ)$/u, '')), form: 'subject' }
  if (/(?:ისა|ის)$/u.test(name))
    return { base: /ძის$/u.test(name) ? name.replace(/ის$/u, 'ე') : restore(name.replace(/(?:ისა|ის)$/u, '')), form: 'genitive' }
  if (/(?:თან|ს|ით|ად)$/u.test(name)) return { base: restore(name.replace(/(?:თან|ს|ით|ად)$/u, '')), form: 'other' }
  return { base: name, form: 'subject' }
}

function turkicBase(name: string): Base {
  const apostrophe = /['’](\p{L}+)$/u.exec(name)
  if (apostrophe) {
    const bare = name.slice(0, apostrophe.index)
    return { base: bare, form: /^n?[ıiuü]n$/u.test(apostrophe[1] ?? '') ? 'genitive' : 'other' }
  }
  const genitive = /(?:ov|ev|yev|lı|li|lu|lü|zadə|oğlu|yan|ski)(n[ıiuü]n|[ıiuü]n)$/u.exec(name)
  if (genitive?.[1]) return { base: name.slice(0, -genitive[1].length), form: 'genitive' }
  const other = /(?:ov|ev|yev|lı|li|lu|lü|zadə|oğlu|yan|ski)(la|lə|a|ə|ya|yə|dan|dən|da|də|[ıiuü]|n[ıiuü])$/u.exec(name)
  // "Elmira Süleymanova": a woman's name, no ending.
  const isHers = /^[aə]$/u.test(other?.[1] ?? '') && /[aə]$/u.test(name.split(/[ \u00a0]/)[0] ?? '')
  if (other?.[1] && !isHers) return { base: name.slice(0, -other[1].length), form: 'other' }
  return { base: name, form: 'subject' }
}

/** A name without the case ending of its language, and what the ending says. */
export function baseOfName(name: string, lang: string): Base {
  if (lang === 'ru') return russianBase(name)
  if (lang === 'hy') return armenianBase(name)
  if (lang === 'ka') return georgianBase(name)
  if (lang === 'az' || lang === 'tr') return turkicBase(name)
  return { base: name.replace(/['’]s?$/u, ''), form: /['’]s?$/u.test(name) ? 'genitive' : 'subject' }
}
