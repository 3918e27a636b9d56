/** A clean text → everything in it that tags are decided by: names, cue words, dates, and where in the text each stands. */
import type { Cue, Lexicon, Mention } from '../lexicon/lexicon.js'
import { foldForWords, notionHits } from '../lexicon/notions.js'
import { type DateMention, findDates, type PlainDate } from '../text/dates.js'
import { splitSentences } from '../text/sentences.js'

/** Text to be tagged. `published` is the article's day in the source's zone. */
export interface TagInput {
  title: string
  text: string
  lang: string
  published: PlainDate | null
}

/** title; lead: the first paragraph; second: the second; late: the last third of a longer text; body: what is between. */
export type Zone = 'title' | 'lead' | 'second' | 'body' | 'late'

export interface Evidence {
  input: TagInput
  /** Title, blank line, text: all offsets are of this. */
  whole: string
  zoneOf(offset: number): Zone
  /** Bounds of the sentence at an offset. */
  sentenceAt(offset: number): { start: number; end: number }
  /** Number of the paragraph at an offset; the title is 0. */
  paragraphAt(offset: number): number
  paragraphs: number
  /** Whether the sentence at an offset tells of a day more than two months before the article's: background, not news. */
  isPast(offset: number): boolean
  mentions: readonly Mention[]
  topicCues: readonly Cue[]
  threadCues: readonly Cue[]
  eventCues: readonly Cue[]
  offTopicCues: readonly Cue[]
  /** Notions of the glossary that words name, each with the beginning of its paragraph. */
  notions: readonly { notion: string; start: number }[]
  dates: readonly DateMention[]
  words: number
}

/** Reads a text once. Offsets are UTF-16 units of `whole`. */
export function gatherEvidence(input: TagInput, lexicon: Lexicon): Evidence {
  const { title, text, lang } = input
  const whole = `${title}\n\n${text}`
  const from = title.length + 2
  const paragraphEnd = (start: number): number => {
    const at = text.indexOf('\n\n', start)
    return at < 0 ? text.length : at
  }
  const leadEnd = paragraphEnd(0)
  const secondEnd = leadEnd < text.length ? paragraphEnd(leadEnd + 2) : leadEnd
  const lateFrom = Math.max(secondEnd, Math.floor((text.length * 2) / 3))
  const sentences = splitSentences(text, lang).map(({ start, end }) => ({ start: start + from, end: end + from }))
  const breaks: number[] = []
  for (let at = whole.indexOf('\n\n'); at >= 0; at = whole.indexOf('\n\n', at + 2)) breaks.push(at)
  const dates = findDates(text, lang, { reference: input.published }).map((date) => ({ ...date, start: date.start + from, end: date.end + from }))
  const sentenceAt = (offset: number): { start: number; end: number } => {
    if (offset < from) return { start: 0, end: title.length }
    return sentences.find(({ start, end }) => start <= offset && offset < end) ?? { start: offset, end: offset }
  }
  const past = pastSentences(dates, input.published, sentenceAt)
  return {
    input,
    whole,
    paragraphAt: (offset) => breaks.filter((at) => at < offset).length,
    paragraphs: breaks.length,
    isPast: (offset) => past.some(({ start, end }) => start <= offset && offset < end),
    zoneOf: (offset) => {
      const at = offset - from
      if (at < 0) return 'title'
      if (at < leadEnd) return 'lead'
      if (at < secondEnd) return 'second'
      return at < lateFrom ? 'body' : 'late'
    },
    sentenceAt,
    mentions: lexicon.mentions(whole, lang),
    topicCues: lexicon.topicCues(whole, lang),
    threadCues: lexicon.threadCues(whole, lang),
    eventCues: lexicon.eventCues(whole, lang),
    offTopicCues: lexicon.offTopicCues(whole, lang),
    notions: notionsOf(whole, lang),
    dates,
    words: whole.split(/\s+/).length,
  }
}

function notionsOf(whole: string, lang: string): { notion: string; start: number }[] {
  const found: { notion: string; start: number }[] = []
  let start = 0
  for (const paragraph of whole.split('\n\n')) {
    for (const { notions } of notionHits(foldForWords(paragraph), lang)) for (const notion of notions) found.push({ notion, start })
    start += paragraph.length + 2
  }
  return found
}

const pastDays = 60

function pastSentences(
  dates: readonly DateMention[],
  published: PlainDate | null,
  sentenceAt: (offset: number) => { start: number; end: number },
): { start: number; end: number }[] {
  if (!published) return []
  const limit = Date.parse(published) - pastDays * 86_400_000
  return dates.filter(({ date }) => Date.parse(date) < limit).map(({ start }) => sentenceAt(start))
}
