/** A topic and its reader → the list of topics, the page of one, its feed. Null: there is no such topic. */
import { html } from 'hono/html'
import { toldBlocks, toldStories } from '../../src/commands/newest.js'
import { storiesOnTopic, topicOf, topicsWithCounts } from '../../src/commands/topic-page.js'
import { createCitations, sourceList, type Voice } from '../../src/messages/citations.js'
import type { Message } from '../../src/messages/message.js'
import { pathOf } from '../../src/messages/own-pages.js'
import { plain } from '../../src/messages/spans.js'
import { timelinePicture } from '../../src/pictures/timeline-picture.js'
import { languagesReadOf } from '../../src/subscribers/chat.js'
import { plainDateIn } from '../../src/text/dates.js'
import { messagesHtml, type Speaking } from './ask.js'
import { feedXml } from './feed.js'
import type { Page } from './layout.js'
import { limits } from './limits.js'
import type { Reader } from './reader.js'
import { described, type Html, pictureHtml } from './render.js'

type Stories = Awaited<ReturnType<typeof storiesOnTopic>>

export function storiesOf(topic: NonNullable<ReturnType<typeof topicOf>>, { lang }: Reader, { ports, now }: Speaking): Promise<Stories> {
  return storiesOnTopic(topic, { asOf: now(), languagesRead: languagesReadOf([], lang) }, ports)
}

/** The timeline of a topic's stories as a picture; nothing where there is nothing to draw: a day alone is no line. */
export function coverage(topic: string, stories: Stories, reader: Reader, { ports, zone }: Speaking): Html | string {
  const { lang, say } = reader
  const days = new Set(stories.flatMap(({ firstAt, lastAt }) => [plainDateIn(firstAt, zone), plainDateIn(lastAt, zone)]))
  if (days.size < 2) return ''
  const title = ports.lexicon.displayName(topic, lang)
  const picture = timelinePicture({ stories, title, lang, zone, say, lexicon: ports.lexicon })
  return picture ? pictureHtml({ picture: picture.svg, narrow: picture.narrowSvg(), alt: picture.alt }) : ''
}

export async function topicsPage(reader: Reader, { ports, now }: Speaking): Promise<Page> {
  const { lang } = reader
  const topics = await topicsWithCounts({ asOf: now(), lang, languagesRead: languagesReadOf([], lang) }, ports)
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

/** A topic's newest stories, each with its summary, and their coverage over time; null when there is no such topic. */
export async function topicPage(id: string, reader: Reader, speaking: Speaking): Promise<Page | null> {
  const topic = topicOf(id)
  if (!topic) return null
  const { ports, zone } = speaking
  const { lang } = reader
  const name = ports.lexicon.displayName(topic, lang)
  const stories = await storiesOf(topic, reader, speaking)
  const shown = stories.slice(0, limits.storiesOfTopic)
  const told = await toldStories(shown, { asOf: speaking.now(), sentences: limits.sentencesOfStory }, ports)
  const voice: Voice = { lang, zone, say: reader.say, citations: createCitations(), languagesRead: languagesReadOf([], lang) }
  const blocks = told.flatMap((one, index) => toldBlocks(one, index + 1, ports.lexicon, voice))
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
    stories: await toldStories(stories.slice(0, limits.storiesOfTopic), { asOf: speaking.now(), sentences: limits.sentencesOfStory }, speaking.ports),
    root,
    voice: { lang, zone: speaking.zone, say, languagesRead: languagesReadOf([], lang) },
    lexicon,
  })
}
