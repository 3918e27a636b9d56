/** A command said without words → something useful at once: today's topics and stories as buttons, or what is coming up. */
import type { Question } from '../answers/answer.js'
import { type CalendarEntry, calendarOf } from '../answers/calendar.js'
import type { TopicId } from '../lexicon/lexicon.js'
import { quotation, sourceList, type Voice } from '../messages/citations.js'
import { longDate, longDay } from '../messages/format.js'
import type { Block, Button, Message } from '../messages/message.js'
import { bold, messageText, plain } from '../messages/spans.js'
import { labelText } from '../messages/story-message.js'
import { dangles, hasBareSubject } from '../stories/standing-alone.js'
import type { QuotedSentence } from '../stories/story.js'
import { plainDateIn } from '../text/dates.js'
import type { CommandContext, CommandPorts, Reply } from './command.js'
import { nothingRead, storiesSince, voiceOf } from './newest.js'
import { inRows } from './reply-lines.js'

const dayMs = 86_400_000
const topicsOffered = 6
const storiesOffered = 3
const calendarDaysBack = 45
/** Days for which it is told what came out of what was announced. */
const calendarDaysPast = 7
const aheadShown = 6
const pastShown = 3

/** The topics and stories of the last days; pressing one runs `command` on it. */
export async function chooseSubject(
  command: 'timeline' | 'positions' | 'follow' | 'story' | 'cite',
  context: CommandContext,
  ports: CommandPorts,
): Promise<Reply> {
  const stories = await recentStories(context, ports)
  if (stories.length === 0) return nothingRead(context)
  const counts = new Map<TopicId, number>()
  for (const story of stories) for (const topic of story.topics) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  const topics = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, topicsOffered)
  const label = labelText(ports.lexicon, context.lang)
  const ofStories = command === 'story' || command === 'cite'
  const topicButtons = topics.map(([topic]): Button => {
    const name = ports.lexicon.displayName(topic, context.lang)
    return { label: name, command: ofStories ? 'latest' : command, argument: name }
  })
  const shown = command === 'follow' ? [] : stories.slice(0, storiesOffered)
  const items = shown.map((story) => [plain(label(story))])
  const storyButtons = shown.map(
    (story, index): Button => ({
      label: context.say('button-story', { number: index + 1 }),
      command: command === 'cite' ? 'cite' : 'story',
      argument: `s${story.id}`,
    }),
  )
  const message: Message = {
    blocks: [
      { type: 'paragraph', spans: [plain(context.say(`choose-${ofStories ? 'story' : command}`))] },
      ...(items.length > 0 ? [{ type: 'list' as const, items, ordered: true }] : []),
    ],
    buttons: [...inRows(topicButtons), storyButtons].filter((row) => row.length > 0),
    lang: context.lang,
    stories: shown.map((story) => story.id),
  }
  const data = {
    topics: topics.map(([topic, count]) => ({ topic, stories: count })),
    stories: shown.map((story) => ({ id: `s${story.id}`, title: label(story) })),
  }
  return { messages: [message], data: { ...data, text: messageText(message) } }
}

/** Stories of the last day, else of the last week, else the newest there are. */
async function recentStories(context: CommandContext, ports: CommandPorts): ReturnType<typeof storiesSince> {
  for (const days of [1, 7]) {
    const found = await storiesSince(new Date(context.asOf.getTime() - days * dayMs), context, ports, { limit: 200 })
    if (found.length > 0) return found
  }
  return storiesSince(null, context, ports, { limit: 40 })
}

/** "The exercise will last until 20 August": only its story says which one. */
function needsHeadline({ text, lang }: QuotedSentence): boolean {
  return hasBareSubject(text, lang) || dangles(text, lang)
}

/** The day and the words that announce it, by whom, and what a later report says of it. */
function entryBlocks({ day, sentence, state, countries, announcedAt, later, story }: CalendarEntry, voice: Voice): Block[] {
  const line = voice.say(state === 'past' && !later ? 'calendar-past-nothing' : `calendar-${state}`, {
    countries: countries.join(', ') || voice.say('unlabelled'),
    date: longDate(announcedAt, voice.lang, voice.zone),
  })
  return [
    { type: 'break' },
    { type: 'paragraph', spans: [bold(`${longDay(day, voice.lang)}: `), ...quotation(sentence, voice)] },
    ...(needsHeadline(sentence) && story.headline.kind === 'quoted'
      ? [{ type: 'quote' as const, spans: quotation(story.headline.sentence, voice) }]
      : []),
    { type: 'context', spans: [plain(line)] },
    ...(later ? [{ type: 'quote' as const, spans: quotation(later.sentence, voice) }] : []),
  ]
}

/** Concepts of which an article must carry one of each list: what the question names. */
function subjectsOf({ named, topics, countries }: Question): string[][] {
  return [
    ...named.map((slug) => [slug]),
    ...(topics.length > 0 ? [topics.flatMap((topic) => [topic, `touches:${topic}`])] : []),
    ...countries.map((country) => [country]),
  ]
}

/** What is announced for today and the days to come, then what came out of what the last days held: of all, or of what a question names. */
export async function comingCalendar(context: CommandContext, ports: CommandPorts, question: Question | null = null): Promise<Reply> {
  const from = new Date(context.asOf.getTime() - calendarDaysBack * dayMs)
  const stories = await storiesSince(from, context, ports, { limit: 300, concepts: question ? subjectsOf(question) : [] })
  const all = calendarOf(stories, {
    asOf: context.asOf,
    zone: context.zone,
    lexicon: ports.lexicon,
    outlets: await ports.archive.outlets(),
    languages: context.languagesRead,
    daysBack: calendarDaysPast,
  })
  const today = plainDateIn(context.asOf, context.zone)
  const ahead = all.filter(({ day }) => day >= today).slice(0, aheadShown)
  const entries = [...ahead, ...all.filter(({ day }) => day < today).slice(0, pastShown)]
  const voice = voiceOf(context)
  if (entries.length === 0) {
    const text = context.say('calendar-none')
    const buttons = question ? [[{ label: context.say('button-latest'), command: 'latest', argument: question.subject }]] : []
    const data = { found: false, reason: 'nothing-found', text, asOf: context.asOf.toISOString(), citations: [], stories: [], entries: [] }
    return { messages: [{ blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons, lang: context.lang }], data }
  }
  const blocks: Block[] = [
    { type: 'heading', spans: [plain(context.say('calendar-title'))] },
    ...(ahead.length === 0 ? [{ type: 'paragraph' as const, spans: [plain(context.say('calendar-none'))] }] : []),
    ...entries.flatMap((entry) => entryBlocks(entry, voice)),
    { type: 'break' },
    sourceList(voice),
  ]
  const message: Message = { blocks, buttons: [], lang: context.lang, stories: entries.map((entry) => entry.story.id) }
  const listed = entries.map((entry) => ({
    day: entry.day,
    text: entry.sentence.text,
    url: entry.sentence.url,
    story: `s${entry.story.id}`,
    state: entry.state,
    countries: entry.countries,
    announcedAt: entry.announcedAt.toISOString(),
    ...(entry.later ? { later: { text: entry.later.sentence.text, url: entry.later.sentence.url, story: `s${entry.later.story.id}` } } : {}),
  }))
  const label = labelText(ports.lexicon, context.lang)
  const data = {
    found: true,
    text: messageText(message),
    asOf: context.asOf.toISOString(),
    citations: voice.citations.list().map((citation) => ({ ...citation, publishedAt: citation.publishedAt?.toISOString() ?? null })),
    stories: entries.map(({ story }) => ({ id: `s${story.id}`, title: label(story), lastAt: story.lastAt.toISOString() })),
    entries: listed,
  }
  return { messages: [message], data }
}
