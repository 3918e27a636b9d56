/** Quoted sentences → numbered citations in order of use, and the spans of a quotation with its outlet and country. */
import type { Language } from '../lexicon/lexicon.js'
import type { QuotedSentence } from '../stories/story.js'
import { plainDateIn } from '../text/dates.js'
import { clockTime, dayRange, languageName, longDate } from './format.js'
import type { Block, Span } from './message.js'
import { italic, link, plain } from './spans.js'
import type { Say } from './words.js'

export interface Citation {
  url: string
  title: string
  source: string
  publishedAt: Date | null
}

/** Numbers citations: the same page keeps its number throughout one message. */
export interface Citations {
  numberOf(sentence: QuotedSentence): number
  list(): Citation[]
}

/** Citations that also take what was cited elsewhere: a block that was rendered before. */
interface OpenCitations extends Citations {
  take(citation: Citation): number
}

export function createCitations(): OpenCitations {
  const numbers = new Map<string, number>()
  const order: Citation[] = []
  function take(citation: Citation): number {
    const known = numbers.get(citation.url)
    if (known !== undefined) return known
    order.push(citation)
    numbers.set(citation.url, order.length)
    return order.length
  }
  return {
    take,
    numberOf: ({ url, articleTitle, outlet, publishedAt }) => take({ url, title: articleTitle, source: outlet.name, publishedAt }),
    list: () => [...order],
  }
}

/** How the words of a message are said: language, zone, and what numbers its citations. */
export interface Voice {
  lang: Language
  zone: string
  say: Say
  citations: Citations
  /** Languages the reader reads; absent: not known. */
  languagesRead?: readonly string[]
}

/** "Caspian Wire, AZ" or "Hetq, unlabelled". */
function outletLabel(sentence: QuotedSentence, voice: Voice): string {
  return `${sentence.outlet.name}, ${sentence.outlet.country ?? voice.say('unlabelled')}`
}

/** Before the words of a page that is gone: by whom it was withdrawn and when that was seen. */
function withdrawnMark(sentence: QuotedSentence, voice: Voice): string {
  const at = sentence.withdrawnAt
  if (!at) return ''
  const values = { outlet: outletLabel(sentence, voice), date: longDate(at, voice.lang, voice.zone), time: clockTime(at, voice.lang, voice.zone) }
  return `${voice.say('page-withdrawn', values)} `
}

/** Behind the words of a page in a language that the reader does not read, where there is one: marked, and without quotation marks. */
function machineTranslation({ lang, machineTranslations }: QuotedSentence, voice: Voice): Span[] {
  const text = machineTranslations?.[voice.lang]
  if (text === undefined || !voice.languagesRead || lang === voice.lang || voice.languagesRead.includes(lang)) return []
  return [plain(' '), italic(voice.say('machine-translation', { text }))]
}

/** “…” - Outlet, country [n]: the only form in which a source's words are shown. */
export function quotation(sentence: QuotedSentence, voice: Voice): Span[] {
  const foreign = sentence.lang !== voice.lang ? ` (${voice.say('in-language', { language: languageName(sentence.lang, voice.lang) })})` : ''
  return [
    plain(`${withdrawnMark(sentence, voice)}“`),
    sentence.lang === voice.lang ? plain(sentence.text) : { ...plain(sentence.text), lang: sentence.lang },
    plain('”'),
    italic(` - ${outletLabel(sentence, voice)}${foreign} `),
    link(`[${voice.citations.numberOf(sentence)}]`, sentence.url),
    ...machineTranslation(sentence, voice),
  ]
}

/** Pages of one outlet from which its name is written once for all of them. */
const manyOfOne = 3

/** The list of sources under a message: "[1] Caspian Wire, 28 August 2024"; "[2] [3] [5] Ararat Daily, 26 – 28 August 2024" where many are of one outlet. */
export function sourceList(voice: Voice): Block {
  const numbered = voice.citations.list().map((citation, index) => ({ ...citation, number: index + 1 }))
  const groups = new Map<string, typeof numbered>()
  for (const one of numbered) {
    const isOften = numbered.filter(({ source }) => source === one.source).length >= manyOfOne
    const key = isOften ? one.source : `${one.number}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return {
    type: 'context',
    spans: [...groups.values()].flatMap((group, index) => [
      ...(index > 0 ? [plain(' · ')] : []),
      ...group.flatMap(({ number, source, url }, at) =>
        at === group.length - 1 ? [link(`[${number}] ${source}`, url)] : [link(`[${number}]`, url), plain(' ')],
      ),
      plain(`, ${publishedText(group, voice)}`),
    ]),
  }
}

/** The day, or the first and the last. */
function publishedText(group: readonly Citation[], voice: Voice): string {
  const days = group.flatMap(({ publishedAt }) => (publishedAt ? [plainDateIn(publishedAt, voice.zone)] : [])).sort()
  const [first, last] = [days[0], days.at(-1)]
  return first && last ? dayRange([first, last], voice.lang) : voice.say('undated')
}
