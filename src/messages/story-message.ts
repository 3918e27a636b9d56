/** A story → the block that digests and answers share: headline, sentences, balance, each side's words. */
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import type { Balance, QuotedSentence, SideStatement, Story } from '../stories/story.js'
import { quotation, type Voice } from './citations.js'
import { countryName, longDate, longDay } from './format.js'
import type { Block, Span } from './message.js'
import { bold, plain } from './spans.js'

function joined(slugs: readonly string[], lexicon: Lexicon, lang: Language): string {
  return slugs.map((slug) => lexicon.displayName(slug, lang)).join(' · ')
}

/** Words of a headline that is a label made from agreed tags: "Trial · Baku · 17 January 2025". */
export function labelText(lexicon: Lexicon, lang: Language): (story: Story) => string {
  return ({ headline }) => {
    if (headline.kind === 'quoted') return headline.sentence.text
    const { event, topics, places, people, date } = headline
    const parts = joined([...(event ? [event] : []), ...topics, ...places, ...people], lexicon, lang)
    return date ? `${parts} · ${longDay(date, lang)}` : parts
  }
}

/** What a story is about in the interface language, where neither its headline nor a sentence stands in a language its reader reads; else null. */
function labelForReader(story: Story, sentences: readonly QuotedSentence[], lexicon: Lexicon, voice: Voice): string | null {
  if (story.headline.kind === 'label' || !voice.languagesRead) return null
  const shown = [story.headline.sentence, ...sentences].map((sentence) => sentence.lang)
  if (shown.some((lang) => voice.languagesRead?.includes(lang))) return null
  const about = [...(story.event ? [story.event] : []), ...story.topics.slice(0, 2), ...story.people.slice(0, 1)]
  return about.length > 0 ? joined(about, lexicon, voice.lang) : null
}

/** The headline: quoted with its outlet, or a label made from agreed tags. */
export function headlineSpans(story: Story, lexicon: Lexicon, voice: Voice): Span[] {
  if (story.headline.kind === 'label') return [bold(labelText(lexicon, voice.lang)(story))]
  const [open, text, ...rest] = quotation(story.headline.sentence, voice)
  return [...(open ? [open] : []), ...(text ? [{ ...text, bold: true as const }] : []), ...rest]
}

/** A story in one line: its headline, told in a few words first where its language is none that the reader reads. */
export function lineSpans(story: Story, lexicon: Lexicon, voice: Voice): Span[] {
  const label = labelForReader(story, [], lexicon, voice)
  return [...(label ? [plain(`${label} · `)] : []), ...headlineSpans(story, lexicon, voice)]
}

/** "AM 3 · AZ 2, 1 state · RU 1; 10 articles": origins by the country of the outlet. */
export function balanceText(balance: Balance, articles: number, voice: Voice): string {
  const countries = Object.entries(balance)
    .filter(([, count]) => count.origins > 0)
    .sort(([a, x], [b, y]) => y.origins - x.origins || (a < b ? -1 : 1))
    .map(([country, count]) => {
      const name = country === 'unlabelled' ? voice.say('unlabelled') : country
      const state = count.state > 0 ? `, ${voice.say('balance-state', { state: count.state })}` : ''
      return voice.say('balance-country', { country: name, origins: count.origins }) + state
    })
  return `${countries.join(' · ')}; ${voice.say('balance-articles', { count: articles })}`
}

/** The day of the event if the text carries it, else "reported on …". */
export function storyDate(story: Story, voice: Voice): string {
  if (story.eventDate && story.eventDateInText) return voice.say('event-on', { date: longDay(story.eventDate, voice.lang) })
  return voice.say('reported-on', { date: longDate(story.firstAt, voice.lang, voice.zone) })
}

/** A side, by its country's code or a slug, in the reader's language. */
export function sideName(side: string, lang: Language, lexicon: Lexicon): string {
  return /^[A-Z]{2}$/.test(side) ? countryName(side, lang) : lexicon.displayName(side, lang)
}

/** "Armenia: “…” - Outlet, AM [2]"; `said` is the quotation, or what points to it. */
export function saidBy(name: string, { onlyThroughOthers }: Pick<SideStatement, 'onlyThroughOthers'>, voice: Voice, said: readonly Span[]): Block {
  const note = onlyThroughOthers ? ` (${voice.say('only-through-others')})` : ''
  return { type: 'quote', spans: [bold(voice.say('label', { name: `${name}${note}` })), plain(' '), ...said] }
}

/** Blocks of one story: date and headline, the given sentences, the sides, balance. */
export function storyBlocks(story: Story, sentences: readonly QuotedSentence[], lexicon: Lexicon, voice: Voice, number: number | null): Block[] {
  const head = number === null ? [] : [bold(`${voice.say('story-number', { number })} `)]
  const label = labelForReader(story, sentences, lexicon, voice)
  return [
    { type: 'break' },
    {
      type: 'paragraph',
      spans: [...head, plain(`${storyDate(story, voice)} · ${label ? `${label} · ` : ''}`), ...headlineSpans(story, lexicon, voice)],
    },
    ...sentences.map((sentence): Block => ({ type: 'quote', spans: quotation(sentence, voice) })),
    { type: 'context', spans: [plain(balanceText(story.balance, story.articles.length, voice))] },
    ...(story.corrected ? [{ type: 'context' as const, spans: [plain(voice.say('corrected'))] }] : []),
  ]
}
