/** An article → its sentences as they may be quoted: no dateline, no fragment, with what each names. Remembered, as the same article is read for many stories. */
import type { Article } from '../articles/article.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { createTextMemory } from '../lexicon/text-memory.js'
import { splitSentences } from '../text/sentences.js'
import { dangles, hasBareSubject, withoutDateline } from './standing-alone.js'
import { textWords } from './word-memory.js'

export interface ReportedSentence {
  /** Verbatim, from behind a dateline to the sentence's end. */
  text: string
  lang: string
  /** UTF-16 offset in the article's text. */
  start: number
  /** Index of the paragraph, from 0. */
  paragraph: number
  stems: ReadonlySet<string>
  figures: ReadonlySet<number>
  /** All numbers, days of the month included. */
  numbers: ReadonlySet<number>
  /** Of the glossary. */
  notions: ReadonlySet<string>
  /** Slugs of the entities it names. */
  concepts: ReadonlySet<string>
  loadedTerms: number
  /** True when it leans on a sentence before it ("He added …"). */
  dangling: boolean
  /** True when it is clear enough beside its article, less so alone: "The drill began …", a line of the head without its stop. */
  hazy: boolean
}

/** Sentences looked at: a news text tells its news early. */
const paragraphsRead = 12
const longest = 420
const remembered = 1_500

/** A stop, whatever closes behind it. */
const ended = /[.!?…։:]['’”"»“)\]]*$/u

const memory = createTextMemory<readonly ReportedSentence[]>(remembered)

export function reportedSentences(article: Pick<Article, 'text' | 'lang'>, lexicon: Lexicon): readonly ReportedSentence[] {
  return memory(lexicon, `${article.lang}\n${article.text}`, () => readSentences(article, lexicon))
}

function readSentences({ text, lang }: Pick<Article, 'text' | 'lang'>, lexicon: Lexicon): ReportedSentence[] {
  const found: ReportedSentence[] = []
  let offset = 0
  for (const [paragraph, part] of text.split('\n\n').slice(0, paragraphsRead).entries()) {
    for (const sentence of splitSentences(part, lang)) {
      const cut = paragraph === 0 && found.length === 0 ? withoutDateline(sentence.text) : sentence.text
      if (cut.length < 25 || cut.length > longest) continue
      const named = lexicon.mentions(cut, lang)
      const isFirst = found.length === 0
      const words = textWords(cut, lang)
      found.push({
        text: cut,
        lang,
        start: offset + sentence.start + (sentence.text.length - cut.length),
        paragraph,
        stems: new Set(words.stems.keys()),
        figures: words.figures,
        numbers: words.numbers,
        notions: new Set(words.notions.keys()),
        concepts: new Set(named.map((mention) => mention.slug)),
        loadedTerms: lexicon.loadedTerms(cut, lang).length,
        dangling: dangles(cut, lang, { named, isFirst }),
        hazy: !ended.test(cut) || (!isFirst && hasBareSubject(cut, lang)),
      })
    }
    offset += part.length + 2
  }
  return found
}

/** The sentence of an article's text that holds a place in it; null for the title or a place beyond what is read. */
export function sentenceAt(article: Pick<Article, 'text' | 'lang'>, start: number, lexicon: Lexicon): ReportedSentence | null {
  if (start < 0) return null
  return reportedSentences(article, lexicon).find((sentence) => start >= sentence.start && start < sentence.start + sentence.text.length) ?? null
}
