/** Typed words → their language, and the content words among them. */
import type { Language } from '../lexicon/lexicon.js'
import { foldForWords, notionHits, readLatinWord } from '../lexicon/notions.js'
import { identifyLanguage } from '../text/language.js'
import { words as wordsIn } from '../text/normalise.js'
import { nameKey } from '../text/romanise.js'
import { stem, stopWords } from '../text/stem.js'
import type { QuestionWord } from './answer.js'
import { askedOf, isNoise } from './question-cues.js'

const englishWords =
  /\b(?:the|what|when|who|why|how|did|does|is|are|was|were|on|about|of|say|said|latest|and|between|with|for|timeline|positions|news|will|has|have|where|which)\b/i

/** Words by which Russian, Armenian and Georgian in Latin letters are known. */
const latinWords =
  /\b(?:inch|inchu|masin|yerb|asats|asav|verjin|lurer|norutyun(?:ner)?|ra|rodis|khdeba|xdeba|tqva|shesakheb|shesaxeb|siakhle(?:ebi)?|bolo|ratom|vin|chto|novogo|kogda|skazal|zayavil|pochemu|novosti|mezhdu|peregovor\w*|dogovor\w*|vstrech\w*|po|pro|gde|kto)\b/i

/** Short typed text tells its language badly: letters decide, then the interface's language for a Latin text without English words. */
export function languageOf(text: string, lang: Language): string {
  if (/[\u0531-\u0587]/.test(text)) return 'hy'
  if (/[\u10a0-\u10ff\u1c90-\u1cbf]/.test(text)) return 'ka'
  if (/[\u0400-\u04ff]/.test(text)) return 'ru'
  if (/[əƏ]/.test(text)) return 'az'
  const english = englishWords.test(text)
  if (lang === 'az' || lang === 'tr') return english && !/[çğışöü]/i.test(text) && identifyLanguage(text).lang === 'en' ? 'en' : lang
  if (english) return 'en'
  const found = identifyLanguage(text, lang).lang
  return ['en', 'az', 'tr'].includes(found) ? found : 'en'
}

/** Content words outside the spans of names and times. */
export function questionWords(
  text: string,
  { lang, interfaceLang }: { lang: string; interfaceLang: string },
  taken: readonly [number, number][],
  topicSpans: readonly [number, number][],
): QuestionWord[] {
  const stops = stopWords(lang)
  const found: QuestionWord[] = []
  const whole = notionHits(foldForWords(text), lang)
  const transliterated = lang === 'en' && !englishWords.test(text) && (latinWords.test(text) || ['ru', 'hy', 'ka'].includes(interfaceLang))
  let covered = 0
  for (const word of wordsIn(text)) {
    if (taken.some(([start, end]) => word.start < end && word.end > start)) continue
    const plain = foldForWords(word.text)
    const at = foldForWords(text.slice(0, word.start)).length
    const marked = markedHit(word.text, lang, at)
    if (plain.length < 2 || (!marked && (stops.has(word.text.toLowerCase()) || stops.has(plain)))) continue
    if (at < covered) continue
    const hit = marked ?? whole.find((one) => one.start === at)
    if (hit) covered = hit.end
    const latin = transliterated && !hit && !isNoise(plain) && /^[a-z'’-]+$/.test(plain) ? readLatinWord(plain) : { notions: [], written: [] }
    const notions = hit?.notions ?? latin.notions
    if (notions.length === 0 && (isNoise(plain) || askedOf(plain).length > 0 || (plain.length < 3 && !/^\d\d$/.test(plain)))) continue
    const inTopic = topicSpans.some(([start, end]) => word.start >= start && word.end <= end)
    found.push({
      text: plain,
      stem: foldForWords(stem(word.text, lang)),
      notions,
      key: nameKey(word.text),
      written: latin.written,
      transliterated,
      inTopic,
    })
  }
  return found
}

/** Turkic words that only their marks tell from common ones: "öldü" (died), "oldu" (became). */
function markedHit(word: string, lang: string, at: number): { start: number; end: number; notions: string[] } | undefined {
  const dies = (lang === 'tr' || lang === 'az') && /^öl(?:dü|müş|en|üb|üm)/u.test(word.toLowerCase())
  return dies ? { start: at, end: at + word.length, notions: ['die'] } : undefined
}

/** Names outside the lexicon are kept whole: a word alone and with its neighbour. */
export function nameKeysOf(words: readonly QuestionWord[]): string[] {
  const plain = words.filter((word) => word.notions.length === 0 && word.key.length >= 4).map((word) => word.key)
  return [...new Set([...plain, ...plain.slice(1).map((key, index) => `${plain[index]} ${key}`)])]
}

/** Words that mean something by themselves: of the glossary, of questions, or without content. */
export function isPlain(typed: string, lang: string, withNotions = true): boolean {
  const stops = stopWords(lang)
  return wordsIn(typed).every(({ text }) => {
    const plain = foldForWords(text)
    const isEmpty = stops.has(text.toLowerCase()) || stops.has(plain) || isNoise(plain) || askedOf(plain).length > 0
    return isEmpty || (withNotions && notionHits(plain, lang).length > 0)
  })
}
