/** Word and language → its stem, and text → the stems of its content words, for comparing texts (never for names). */
import { stemmer as armenian } from '@orama/stemmers/armenian'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import { foldCase, words } from './normalise.js'
import { stopWordLists } from './stop-words.js'

// Longest first; one plural, then one possessive or case ending is taken off, never below `least` letters.
const azerbaijaniEndings =
  'lərimizdən larımızdan lərindən larından lərində larında lərinin larının lərinə larına ləridir larıdır lərini larını lərdən lardan lərdə larda lərin ların lərə lara ləri ları lər lar indən ından undan ündən sindən sından sində sında ində ında unda ündə inin ının unun ünün sinin sının sinə sına inə ına una ünə sini sını ini ını unu ünü dəki dakı dən dan tən tan nin nın nun nün dir dır dur dür də da si sı su sü yə ya in ın un ün ni nı nu nü yi yı i ı u ü ə a'.split(
    ' ',
  )
const georgianEndings = 'ისათვის ისთვის ათვის იდან თან ამდე ისა მდე ზე ში მა ით ის ად ას ვით ს მ ი ა ო ე'.split(' ')

function strip(word: string, endings: readonly string[], least: number): string {
  for (const ending of endings) if (word.endsWith(ending) && word.length - ending.length >= least) return word.slice(0, -ending.length)
  return word
}

/** Longest word that is stemmed; anything longer is noise and comes back as it is. */
const longestWord = 60

/**
 * Stem of one word (lower-cased here; Armenian ՛ ՜ ՞, soft hyphens and what follows a Turkic apostrophe are taken off).
 * English, Russian, Armenian, Turkish by Snowball; Azerbaijani and Georgian by endings; other languages: the lower-cased word.
 */
export function stem(word: string, lang: string): string {
  const bare = word
    .replace(/[\u055b\u055c\u055e\u00ad\u200b-\u200d\u2060]/g, '')
    .replaceAll('ё', 'е')
    .replaceAll('և', 'եւ')
  const lower = foldCase(bare, lang).replace(/['’ʼ‘＇].*$/, '')
  if (lower.length > longestWord) return lower
  switch (lang) {
    case 'en':
      return english(lower)
    case 'ru':
      return russian(lower)
    case 'hy':
      return armenian(lower)
    case 'tr':
      return turkish(lower)
    case 'az':
      return strip(strip(lower, azerbaijaniEndings, 3), ['lər', 'lar'], 3)
    case 'ka':
      // Verbal nouns end like plurals, and have plurals of their own (ხელშეკრულება, ხელშეკრულებები): -ებ goes from all.
      return strip(strip(lower, georgianEndings, 3), ['ებებ', 'ებ'], 3)
    default:
      return lower
  }
}

const none: ReadonlySet<string> = new Set()
const stopSets = new Map(Object.entries(stopWordLists).map(([lang, list]) => [lang, new Set(list.split(/\s+/)) as ReadonlySet<string>]))

/** Lower-case words of a language that carry no subject of their own; empty for a language we have no list for. */
export function stopWords(lang: string): ReadonlySet<string> {
  return stopSets.get(lang) ?? none
}

/** Stems of the words that carry content, in order, repeats kept: no stop words, no single letters; numbers stay as they are. */
export function contentStems(text: string, lang: string): string[] {
  const stops = stopWords(lang)
  const stems: string[] = []
  for (const word of words(text)) {
    const lower = foldCase(word.text, lang).replace(/[\u055b\u055c\u055e\u00ad\u200b-\u200d\u2060]/g, '')
    if (lower.length < 2 || stops.has(lower) || stops.has(lower.replaceAll('ё', 'е'))) continue
    const found = stem(lower, lang)
    if (found.length > 0) stems.push(found)
  }
  return stems
}
