/** A reader and what he wants to see → the page: today, an answer, days, a story, sources, about; topics: topic-pages.ts. Null: there is no such page. */
import { html } from 'hono/html'
import { topicOf } from '../../src/commands/topic-page.js'
import type { Said } from '../../src/commands/typed.js'
import { longDay } from '../../src/messages/format.js'
import type { Message, Span } from '../../src/messages/message.js'
import { pathOf } from '../../src/messages/own-pages.js'
import { addDays, plainDateIn } from '../../src/text/dates.js'
import { askForm, messagesHtml, type Speaking, utter } from './ask.js'
import type { Page } from './layout.js'
import { limits } from './limits.js'
import type { Reader } from './reader.js'
import { described, type Html, spansHtml, titleOf } from './render.js'
import { coverage, storiesOf } from './topic-pages.js'

/** Where a page lies by now. */
export interface Moved {
  movedTo: string
}

/** A story's message begins with its day and its headline, in one paragraph. */
function headOf(message: Message): { date: string; headline: Span[]; rest: Message } {
  const at = message.blocks.findIndex((block) => block.type === 'paragraph')
  const head = message.blocks[at]
  const [first, ...headline] = head?.type === 'paragraph' ? head.spans : []
  const rest = { ...message, blocks: message.blocks.filter((_block, index) => index !== at) }
  return { date: first?.text.replace(/\s*·\s*$/, '') ?? '', headline, rest }
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
