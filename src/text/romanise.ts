/** Text in Armenian, Georgian, Cyrillic, Persian or marked Latin letters → plain ASCII Latin as newspapers write it; a name → the key its spellings share. */
import { armenianLetters, cyrillicLetters, georgianLetters } from './letters.js'
import { foldCase } from './normalise.js'

const persian: Record<string, string> = {
  ا: 'a',
  آ: 'a',
  أ: 'a',
  إ: 'e',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 's',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'z',
  ر: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'z',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'gh',
  ک: 'k',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  و: 'v',
  ه: 'h',
  ة: 'e',
  ی: 'i',
  ي: 'i',
  ى: 'a',
  ئ: 'y',
  ؤ: 'o',
  ء: '',
  '،': ',',
  '؟': '?',
  '؛': ';',
}
const latin: Record<string, string> = {
  ə: 'a',
  ı: 'i',
  ş: 'sh',
  ç: 'ch',
  š: 'sh',
  č: 'ch',
  ž: 'zh',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}
const signs: Record<string, string> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '՚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u200c': '',
  '\u200d': '',
  '\u00ad': '',
  '№': 'No.',
}

const letters = new Map(Object.entries({ ...armenianLetters, ...georgianLetters, ...cyrillicLetters, ...persian, ...latin, ...signs }))

function capitalised(out: string, upper: boolean, shouting: boolean): string {
  if (!upper || out === '') return out
  return shouting ? out.toUpperCase() : out.charAt(0).toUpperCase() + out.slice(1)
}

/**
 * Plain ASCII Latin, case kept (Щ → Shch, in all-capital words SHCH). Context that counts: ու → u, word-initial ե → ye, ո → vo (not before վ);
 * е → ye at a word's start and after a vowel, ь or ъ; the ending -ий → -y; վ's cluster եւ → ev. A letter no table knows stays as it is.
 * Georgian has no capitals, so its names come out in lower case. Not meant to be reversed.
 */
export function romanise(text: string): string {
  let result = ''
  let last = ''
  const source = text.normalize('NFC')
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i)
    if (char >= ' ' && char <= '~') {
      result += char
      last = char
      continue
    }
    const low = foldCase(char)
    const next = foldCase(source.charAt(i + 1))
    const upper = low !== char && !(char >= '\u10a0' && char <= '\u10ff')
    const starts = !/\p{L}/u.test(last)
    const followed = source.charAt(i + 1)
    const shouting = upper && (followed !== foldCase(followed) || (!/\p{L}/u.test(followed) && last !== '' && last !== foldCase(last)))
    let out = letters.get(low)
    if (low === 'ո' && (next === 'ւ' || next === '\u0582')) {
      out = 'u'
      i++
    } else if (low === 'ո' && starts && next !== 'վ') out = 'vo'
    else if ((low === 'ե' || low === 'և') && starts) out = low === 'ե' ? 'ye' : 'yev'
    else if (low === 'е' && (starts || /[аеёиоуыэюяьъ]/.test(foldCase(last)))) out = 'ye'
    else if (low === 'и' && next === 'й' && !/\p{L}/u.test(source.charAt(i + 2))) {
      out = 'y'
      i++
    }
    if (out === undefined) {
      const base = char.normalize('NFD').charAt(0)
      result += base >= ' ' && base <= '~' ? base : char
    } else result += capitalised(out, upper, shouting)
    last = source.charAt(i)
  }
  return result.replace(/[\u0300-\u036f]/g, '')
}

/** Georgian nominative -ი, Armenian article -ը and, after a consonant, -ն: they belong to the language, not to the name. */
function withoutArticle(word: string): string {
  if (word.length < 4) return word
  if (/[ა-ჰ]ი$/.test(word)) return word.slice(0, -1)
  if (/[ա-և]ը$/.test(word)) return word.slice(0, -1)
  // Վահագն ends so by itself.
  if (/[բ-դզթժլ-նշչ-րցւփքֆև]ն$/.test(word) && !/(?:[աեէըիոօւ]|ագ)ն$/.test(word)) return word.slice(0, -1)
  return word
}

/** Letters that Azerbaijani and Turkish alone write: with them c is j. */
const turkicLetters = /[əışğçöü]/

/**
 * Applied in this order to a lower-case ASCII word. Capitals stand for one class of sounds each: S sh, C ch/j/zh, X ts/dz, K k/g/kh/gh/h/q.
 * Voiced and unvoiced stops are one (Hakobyan, Акопян; David, Davit; western and eastern Armenian), f is p (Georgian has no f),
 * k, g and h are one: Russian writes г for h, Azerbaijani q for g, Turkish h for kh.
 */
const folds: [RegExp, string][] = [
  [/chvili(?=$|s$)/g, 'Svili'],
  // Armenian names that lose their h in Russian: Акопян, Арутюнян, Айрапетян.
  [/^h(?=ak[ao]?[bp]|acop|agop|arut|ov[ahis]|a[iy]rap|ambar|a[iy]k$|asmik|unan)/, ''],
  [/^o[gh]?v?h?ann?[ei]s/, 'ovanis'],
  [/shch|sch|sh/g, 'S'],
  [/dzh|dsh|dj|zh|tch|ch/g, 'C'],
  [/j/g, 'C'],
  // Azerbaijani and Turkish write c in surnames of the region, for j; the -ian of the diaspora writes it for k (Hacopian).
  [/c(?=\w*(?:yan|[oe]v|[oe]va|zade|oglu|li)$)/g, 'C'],
  // Abdullah, Abdulla; -zadeh, -zade.
  [/(?<=[ae])h$/, ''],
  [/dz|tz|ts/g, 'X'],
  [/ck/g, 'k'],
  [/alex/g, 'aleks'],
  [/^aleksande?r[ae]?$/, 'aleksandr'],
  [/x$/g, 'ks'],
  [/ff$/g, 'v'],
  [/ph|f|b/g, 'p'],
  [/th|d/g, 't'],
  [/kh|gh|[kxhgq]/g, 'K'],
  [/w/g, 'v'],
  [/c(?=[eiy])/g, 'C'],
  [/c/g, 'K'],
  [/ou|oo/g, 'u'],
  [/[iy]+/g, 'i'],
  // A glide between vowels, or before one, is heard in some spellings and written in others: Aliyev, Aliev; Pashinyan, Pashinian.
  [/i(?=[aeou])/g, ''],
  [/i$/g, ''],
  [/e/g, 'a'],
  [/u/g, 'o'],
  [/(.)\1+/g, '$1'],
]

function wordKey(word: string): string {
  const turkic = turkicLetters.test(word)
  // Between two a's Russian drops the Armenian h: Саакян, Ваан.
  const bare = word.replace(/аа(?=.*ян$|н$|гн$)/, 'аха')
  let key = romanise(withoutArticle(bare)).replace(/[^a-z0-9]/g, '')
  if (turkic) key = key.replace(/c(?!h)/g, 'j')
  // A Latin j that is a y: Pashinjan. Other scripts write j for the sound of John only.
  if (/^[a-z]+[rnlstkm]jan$/.test(word)) key = key.replace(/jan$/, 'an')
  for (const [pattern, to] of folds) key = key.replace(pattern, to)
  return key
}

/**
 * One key for a name whatever its script and usual transliteration: Pashinyan, Pashinian, Пашинян, Փաշինյան, Paşinyan, ფაშინიანი give the same.
 * Words are keyed one by one and joined by a space; hyphens join. Case endings are not taken off. A name without letters gives ''.
 */
export function nameKey(name: string): string {
  const lower = foldCase(name.normalize('NFC').slice(0, 400))
    .replace(/[\u055b\u055c\u055e\u00ad\u200b-\u200f\u2060'’ʼ‘՚`-]/g, '')
    .replaceAll('եւ', 'և')
  return (lower.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(wordKey).filter(Boolean).join(' ')
}
