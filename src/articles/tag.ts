/** A clean text → what it is about: relevance, topics, event, event date, countries, people, bodies, places; from its own words only. */
import type { Cue, EventType, Lexicon, Mention, TopicId } from '../lexicon/lexicon.js'
import { addDays, findDates, type PlainDate } from '../text/dates.js'

/** Text to be tagged. `published` is the article's day in the source's zone. */
export interface TagInput {
  title: string
  text: string
  lang: string
  published: PlainDate | null
}

export interface Tags {
  relevant: boolean
  topics: TopicId[]
  event: EventType | null
  eventDate: PlainDate | null
  eventDateInText: boolean
  countries: string[]
  people: string[]
  organisations: string[]
  places: string[]
}

/** Version of these rules; every derived row stores it, so that a rebuild knows what is stale. */
export const rulesVersion = '1'

/** The countries whose diplomacy Readout follows. */
const region = new Set(['AM', 'AZ', 'GE'])

/** Words count more near the start: the lead tells the news, the end tells the background. */
function positionWeight(offset: number, leadEnd: number): number {
  if (offset < leadEnd) return 3
  if (offset < leadEnd * 3) return 1.5
  return 1
}

function scores(cues: readonly Cue[], leadEnd: number): Map<string, number> {
  const total = new Map<string, number>()
  for (const cue of cues) total.set(cue.id, (total.get(cue.id) ?? 0) + cue.weight * positionWeight(cue.start, leadEnd))
  return total
}

function best<Id extends string>(total: Map<string, number>): [Id, number][] {
  return [...total].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)) as [Id, number][]
}

function unique(values: Iterable<string>): string[] {
  return [...new Set(values)].sort()
}

/** Article text → tags. Pure; unknown languages are matched as far as the names in them are known. */
export function tagArticle(input: TagInput, lexicon: Lexicon): Tags {
  const whole = `${input.title}\n\n${input.text}`
  const firstParagraph = input.text.indexOf('\n\n')
  const leadEnd = input.title.length + 2 + (firstParagraph < 0 ? input.text.length : firstParagraph)
  const mentions = lexicon.mentions(whole, input.lang)
  const countries = countriesOf(mentions, leadEnd, lexicon)
  const topicScores = best<TopicId>(scores(lexicon.topicCues(whole, input.lang), leadEnd))
  const top = topicScores[0]?.[1] ?? 0
  const topics = topicScores
    .filter(([, score]) => score >= 4 && score >= top * 0.4)
    .slice(0, 3)
    .map(([id]) => id)
  const event = best<EventType>(scores(lexicon.eventCues(whole.slice(0, leadEnd + 400), input.lang), leadEnd))[0]?.[0] ?? null
  const { date, inText } = eventDateOf(input, leadEnd)
  const relevant = topics.length > 0 && countries.some((country) => region.has(country))
  return {
    relevant,
    topics,
    event: relevant ? event : null,
    eventDate: relevant ? date : null,
    eventDateInText: relevant && inText,
    countries,
    people: unique(of('person', mentions)),
    organisations: unique(of('organisation', mentions)),
    places: unique(mentions.filter((mention) => mention.kind === 'place' && mention.by === 'name').map((mention) => mention.slug)),
  }
}

function of(kind: Mention['kind'], mentions: readonly Mention[]): string[] {
  return mentions.filter((mention) => mention.kind === kind).map((mention) => mention.slug)
}

function countriesOf(mentions: readonly Mention[], leadEnd: number, lexicon: Lexicon): string[] {
  const total = new Map<string, number>()
  const add = (country: string, weight: number): void => void total.set(country, (total.get(country) ?? 0) + weight)
  for (const mention of mentions) {
    const weight = positionWeight(mention.start, leadEnd)
    if (mention.kind === 'country') add(mention.slug, weight)
    if (mention.kind === 'organisation' || mention.kind === 'person') {
      const entity = lexicon.entity(mention.slug)
      const side = entity?.kind === 'organisation' ? entity.country : entity?.kind === 'person' ? entity.side : null
      if (side && /^[A-Z]{2}$/.test(side)) add(side, weight * 0.7)
    }
  }
  return unique([...total].filter(([, score]) => score >= 3).map(([country]) => country))
}

function eventDateOf(input: TagInput, leadEnd: number): { date: PlainDate | null; inText: boolean } {
  const lead = input.text.slice(0, leadEnd)
  const named = findDates(lead, input.lang, { reference: input.published })
  const near = named.find(
    (mention) => !input.published || (mention.date <= addDays(input.published, 1) && mention.date >= addDays(input.published, -7)),
  )
  return near ? { date: near.date, inText: true } : { date: input.published, inText: false }
}
