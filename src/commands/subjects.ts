/** A command said without words → something useful at once: today's topics and stories as buttons, or what is coming up. */
import { type CalendarEntry, calendarOf } from '../answers/calendar.js'
import type { TopicId } from '../lexicon/lexicon.js'
import { quotation, sourceList, type Voice } from '../messages/citations.js'
import { longDate, longDay } from '../messages/format.js'
import type { Block, Button, Message } from '../messages/message.js'
import { bold, messageText, plain } from '../messages/spans.js'
import { labelText } from '../messages/story-message.js'
import { plainDateIn } from '../text/dates.js'
import type { CommandContext, CommandPorts, Reply } from './command.js'
import { nothingRead, storiesSince, voiceOf } from './newest.js'

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
  command: 'timeline' | 'positions' | 'follow' | 'story',
  context: CommandContext,
  ports: CommandPorts,
): Promise<Reply> {
  const stories = await recentStories(context, ports)
  if (stories.length === 0) return nothingRead(context)
  const counts = new Map<TopicId, number>()
  for (const story of stories) for (const topic of story.topics) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  const topics = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, topicsOffered)
  const label = labelText(ports.lexicon, context.lang)
  const topicButtons = topics.map(([topic]): Button => {
    const name = ports.lexicon.displayName(topic, context.lang)
    return { label: name, command: command === 'story' ? 'latest' : command, argument: name }
  })
  const shown = command === 'follow' ? [] : stories.slice(0, storiesOffered)
  const items = shown.map((story) => [plain(label(story))])
  const storyButtons = shown.map((story, index): Button => ({ label: String(index + 1), command: 'story', argument: `s${story.id}` }))
  const message: Message = {
    blocks: [
      { type: 'paragraph', spans: [plain(context.say(`choose-${command}`))] },
      ...(items.length > 0 ? [{ type: 'list' as const, items, ordered: true }] : []),
    ],
    buttons: [...pairs(topicButtons), storyButtons].filter((row) => row.length > 0),
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
    const found = await storiesSince(new Date(context.asOf.getTime() - days * dayMs), context, ports, 200)
    if (found.length > 0) return found
  }
  return storiesSince(null, context, ports, 40)
}

function pairs(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = []
  for (let i = 0; i < buttons.length; i += 2) rows.push(buttons.slice(i, i + 2))
  return rows
}

/** The day and the words that announce it, by whom, and what a later report says of it. */
function entryBlocks({ day, sentence, state, countries, announcedAt, later }: CalendarEntry, voice: Voice): Block[] {
  const line = voice.say(state === 'past' && !later ? 'calendar-past-nothing' : `calendar-${state}`, {
    countries: countries.join(', ') || voice.say('unlabelled'),
    date: longDate(announcedAt, voice.lang, voice.zone),
  })
  return [
    { type: 'break' },
    { type: 'paragraph', spans: [bold(`${longDay(day, voice.lang)}: `), ...quotation(sentence, voice)] },
    { type: 'context', spans: [plain(line)] },
    ...(later ? [{ type: 'quote' as const, spans: quotation(later.sentence, voice) }] : []),
  ]
}

/** Everything announced for today and the days to come, then what came out of what the last days held. */
export async function comingCalendar(context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const stories = await storiesSince(new Date(context.asOf.getTime() - calendarDaysBack * dayMs), context, ports, 300)
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
    return { messages: [{ blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons: [], lang: context.lang }], data: { text, entries: [] } }
  }
  const blocks: Block[] = [
    { type: 'heading', spans: [plain(context.say('calendar-title'))] },
    ...(ahead.length === 0 ? [{ type: 'paragraph' as const, spans: [plain(context.say('calendar-none'))] }] : []),
    ...entries.flatMap((entry) => entryBlocks(entry, voice)),
    { type: 'break' },
    sourceList(voice),
  ]
  const message: Message = { blocks, buttons: [], lang: context.lang, stories: entries.map((entry) => entry.story.id) }
  const data = entries.map((entry) => ({
    day: entry.day,
    text: entry.sentence.text,
    url: entry.sentence.url,
    story: `s${entry.story.id}`,
    state: entry.state,
    countries: entry.countries,
    announcedAt: entry.announcedAt.toISOString(),
    ...(entry.later ? { later: { text: entry.later.sentence.text, url: entry.later.sentence.url, story: `s${entry.later.story.id}` } } : {}),
  }))
  return { messages: [message], data: { text: messageText(message), entries: data } }
}
