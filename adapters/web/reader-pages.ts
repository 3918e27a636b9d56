/** A reader and what he wants to see → the page: today, an answer, days, a story, topics, sources, about. Null: there is no such page. */
import { html } from 'hono/html'
import { storiesOnTopic, topicOf, topicsWithCounts } from '../../src/commands/topic-page.js'
import { createCitations, sourceList, type Voice } from '../../src/messages/citations.js'
import { longDay } from '../../src/messages/format.js'
import type { Block, Message, Span } from '../../src/messages/message.js'
import { pathOf } from '../../src/messages/own-pages.js'
import { plain, spansText } from '../../src/messages/spans.js'
import { storyBlocks } from '../../src/messages/story-message.js'
import { timelinePicture } from '../../src/pictures/timeline-picture.js'
import { addDays, plainDateIn } from '../../src/text/dates.js'
import { askForm, lookOf, type Speaking, utter } from './ask.js'
import { feedXml } from './feed.js'
import type { Page } from './layout.js'
import { limits } from './limits.js'
import type { Reader } from './reader.js'
import { described, type Html, messageHtml, pictureHtml, spansHtml } from './render.js'
import type { Said } from './typed.js'

/** Where a page lies by now. */
export interface Moved {
  movedTo: string
}

/** What a reader of a page in one language reads, as in a chat without settings. */
function readBy(lang: Reader['lang']): Reader['lang'][] {
  return [...new Set([lang, 'en'] as const)]
}

type Stories = Awaited<ReturnType<typeof storiesOnTopic>>

/** The heading of a message, or its first words, without the numbers of citations. */
function titleOf({ blocks }: Message): string {
  const head = blocks.find((block) => block.type === 'heading') ?? blocks.find((block) => block.type === 'paragraph')
  return head && 'spans' in head
    ? spansText(head.spans)
        .replace(/\s*\[\d+\]/g, '')
        .trim()
    : 'Readout'
}

/** A story's message begins with its day and its headline, in one paragraph. */
function headOf(message: Message): { date: string; headline: Span[]; rest: Message } {
  const at = message.blocks.findIndex((block) => block.type === 'paragraph')
  const head = message.blocks[at]
  const [first, ...headline] = head?.type === 'paragraph' ? head.spans : []
  const rest = { ...message, blocks: message.blocks.filter((_block, index) => index !== at) }
  return { date: first?.text.replace(/\s*·\s*$/, '') ?? '', headline, rest }
}

function messagesHtml(messages: readonly Message[], reader: Reader, more: { conversation?: string; headsPage?: boolean } = {}): Html {
  return html`${messages.map((message) => messageHtml(message, lookOf(reader, more)))}`
}

/** A digest's messages; a quiet day has no heading of its own. */
function digestHtml(messages: readonly Message[], day: string, reader: Reader): Html {
  const isHeaded = messages.some(({ blocks }) => blocks.some((block) => block.type === 'heading'))
  return html`${isHeaded ? '' : html`<h1>${longDay(day, reader.lang)}</h1>`}${messagesHtml(messages, reader, { headsPage: true })}`
}

/** The form, then the digest of the last 24 hours. */
export async function todayPage(reader: Reader, speaking: Speaking): Promise<Page> {
  const { messages } = await utter({ command: 'digest', argument: '' }, reader, speaking)
  return {
    title: 'Readout',
    description: `${reader.say('help-line')} ${messages.map(described).join(' ')}`.slice(0, 300),
    path: '/',
    main: html`${askForm(reader)}${digestHtml(messages, plainDateIn(speaking.now(), speaking.zone), reader)}`,
  }
}

/** The question, its answer, and the form to ask further in the same conversation. */
export async function answerPage(asked: { said: Said; typed: string; conversation: string }, reader: Reader, speaking: Speaking): Promise<Page> {
  const { said, typed, conversation } = asked
  const { messages } = await utter(said, reader, speaking, conversation)
  const main = html`<h1>${typed}</h1>${messagesHtml(messages, reader, { conversation })}${askForm(reader, { conversation })}`
  // What was asked goes into no history: it is no title.
  return { title: 'Readout', description: reader.say('help-line'), path: null, main }
}

/** Days of the last three months of which something was read, newest first. */
export async function daysPage(reader: Reader, { ports, zone, now }: Speaking): Promise<Page> {
  const days = await ports.archive.days(now(), zone, limits.daysListed)
  const items = days.map(
    ({ day, articles }) =>
      html`<li><a href="${reader.to(pathOf({ kind: 'digest', day }))}">${longDay(day, reader.lang)}</a> <span class="small">${reader.say('balance-articles', { count: articles })}</span></li>`,
  )
  const list = days.length > 0 ? html`<ul class="list">${items}</ul>` : html`<p>${reader.say('nothing-read')}</p>`
  const title = reader.say('web-digests')
  return { title, description: reader.say('help-line'), path: '/digests', main: html`<h1>${title}</h1>${list}` }
}

/** The digest of one day of the newsroom's zone; null for a day to come. `day` is a day of the calendar. */
export async function dayPage(day: string, reader: Reader, speaking: Speaking): Promise<Page | null> {
  const { ports, zone, now } = speaking
  const today = plainDateIn(now(), zone)
  if (day > today) return null
  const { messages } = await utter({ command: 'digest', argument: day }, reader, speaking)
  const [first] = await ports.archive.days(now(), zone, limits.daysListed).then((days) => days.slice(-1))
  const to = (other: string, key: string): Html => html`<a href="${reader.to(pathOf({ kind: 'digest', day: other }))}">${reader.say(key)}</a>`
  const beside = html`<nav class="beside">${first && first.day < day ? to(addDays(day, -1), 'web-day-before') : ''}${day < today ? to(addDays(day, 1), 'web-day-after') : ''}</nav>`
  return {
    title: messages[0] ? titleOf(messages[0]) : day,
    description: messages.map(described).join(' '),
    path: pathOf({ kind: 'digest', day }),
    main: html`${digestHtml(messages, day, reader)}${beside}`,
    kind: 'article',
  }
}

/** A story whole, and the coverage of its topic around it. */
export async function storyPage(story: number, reader: Reader, speaking: Speaking): Promise<Page | Moved | null> {
  const { messages, data } = await utter({ command: 'story', argument: `s${story}` }, reader, speaking)
  const [message] = messages
  const { id, topics = [] } = data as { id?: string; topics?: string[] }
  if (!message || !id) return null
  if (id !== `s${story}`) return { movedTo: reader.to(`/stories/${id}`) }
  const { date, headline, rest } = headOf(message)
  const named = topics.flatMap((topic) => topicOf(topic) ?? [])
  const links = named.map(
    (topic) => html`<a href="${reader.to(pathOf({ kind: 'topic', topic }))}">${speaking.ports.lexicon.displayName(topic, reader.lang)}</a>`,
  )
  const [topic] = named
  const around = topic ? coverage(topic, await storiesOf(topic, reader, speaking), reader, speaking) : ''
  return {
    title: titleOf(message),
    description: described(rest) || titleOf(message),
    path: pathOf({ kind: 'story', story }),
    main: html`<p class="date">${date}</p><h1 class="story">${spansHtml(headline)}</h1>${messagesHtml([rest], reader)}${links.length > 0 ? html`<nav class="beside">${links}</nav>` : ''}${around}`,
    kind: 'article',
  }
}

function storiesOf(topic: NonNullable<ReturnType<typeof topicOf>>, { lang }: Reader, { ports, now }: Speaking): Promise<Stories> {
  return storiesOnTopic(topic, { asOf: now(), languagesRead: readBy(lang) }, ports)
}

/** The timeline of a topic's stories as a picture; nothing where there is nothing to draw: a day alone is no line. */
function coverage(topic: string, stories: Stories, reader: Reader, { ports, zone }: Speaking): Html | string {
  const { lang, say } = reader
  const days = new Set(stories.flatMap(({ firstAt, lastAt }) => [plainDateIn(firstAt, zone), plainDateIn(lastAt, zone)]))
  if (days.size < 2) return ''
  const title = ports.lexicon.displayName(topic, lang)
  const picture = timelinePicture({ stories, title, lang, zone, say, lexicon: ports.lexicon })
  return picture ? pictureHtml({ picture: picture.svg, narrow: picture.narrowSvg(), alt: picture.alt }) : ''
}

export async function topicsPage(reader: Reader, { ports, now }: Speaking): Promise<Page> {
  const { lang } = reader
  const topics = await topicsWithCounts({ asOf: now(), lang, languagesRead: readBy(lang) }, ports)
  const items = topics.map(
    ({ topic, name, stories }) =>
      html`<li><a href="${reader.to(pathOf({ kind: 'topic', topic }))}">${name}</a> ${stories > 0 ? html`<span class="small">${reader.say('web-stories', { count: stories })}</span>` : ''}</li>`,
  )
  const title = reader.say('topics-title')
  return {
    title,
    description: topics.map(({ name }) => name).join(' · '),
    path: '/topics',
    main: html`<h1>${title}</h1><ul class="list">${items}</ul>`,
  }
}

/** A topic's newest stories, each with its first sentence, and their coverage over time; null when there is no such topic. */
export async function topicPage(id: string, reader: Reader, speaking: Speaking): Promise<Page | null> {
  const topic = topicOf(id)
  if (!topic) return null
  const { ports, zone } = speaking
  const { lang } = reader
  const name = ports.lexicon.displayName(topic, lang)
  const stories = await storiesOf(topic, reader, speaking)
  const shown = stories.slice(0, limits.storiesOfTopic)
  const voice: Voice = { lang, zone, say: reader.say, citations: createCitations(), languagesRead: readBy(lang) }
  const blocks: Block[] = shown.flatMap((story, index) => storyBlocks(story, story.summary.slice(0, 1), ports.lexicon, voice, index + 1))
  const message: Message = {
    blocks:
      shown.length > 0 ? [...blocks, { type: 'break' }, sourceList(voice)] : [{ type: 'paragraph', spans: [plain(reader.say('web-topic-quiet'))] }],
    buttons: [
      [
        { label: reader.say('button-positions'), command: 'positions', argument: name },
        { label: reader.say('button-timeline'), command: 'timeline', argument: name },
      ],
    ],
    lang,
    stories: shown.map((story) => story.id),
  }
  const feed = { path: reader.to(`${pathOf({ kind: 'topic', topic })}.rss`), title: name }
  return {
    title: name,
    description: described(message),
    path: pathOf({ kind: 'topic', topic }),
    feed,
    main: html`<h1>${name}</h1>${coverage(topic, shown, reader, speaking)}${messagesHtml([message], reader)}<p class="small"><a href="${feed.path}">${reader.say('web-feed')}</a></p>`,
  }
}

/** `words`: a country, a language, "page 2": as `sources` takes them. */
export async function sourcesPage(words: string, reader: Reader, speaking: Speaking): Promise<Page> {
  const { messages } = await utter({ command: 'sources', argument: words }, reader, speaking)
  const title = reader.say('sources')
  return { title, description: messages.map(described).join(' '), path: '/sources', main: html`<h1>${title}</h1>${messagesHtml(messages, reader)}` }
}

export async function aboutPage(reader: Reader, speaking: Speaking): Promise<Page> {
  const { messages } = await utter({ command: 'about', argument: '' }, reader, speaking)
  const title = reader.say('about-title')
  return { title, description: reader.say('help-line'), path: '/about', main: messagesHtml(messages, reader, { headsPage: true }) }
}

/** A topic as RSS; null when there is no such topic. `root`: where this Readout is found. */
export async function topicFeed(
  id: string,
  { reader, speaking, root }: { reader: Reader; speaking: Speaking; root: string },
): Promise<string | null> {
  const topic = topicOf(id)
  if (!topic) return null
  const { lang, say } = reader
  const { lexicon } = speaking.ports
  const stories = await storiesOf(topic, reader, speaking)
  return feedXml({
    topic,
    title: lexicon.displayName(topic, lang),
    description: say('help-line'),
    stories: stories.slice(0, limits.storiesOfTopic),
    root,
    voice: { lang, zone: speaking.zone, say, languagesRead: readBy(lang) },
    lexicon,
  })
}
