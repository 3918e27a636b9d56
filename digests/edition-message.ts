/** An edition → the message a subscriber sees and the JSON that programs see. */
import type { Lexicon } from '../src/lexicon/lexicon.js'
import { createCitations, sourceList, type Voice } from '../src/messages/citations.js'
import { clockTime, longDate } from '../src/messages/format.js'
import type { Block, Message } from '../src/messages/message.js'
import { plain } from '../src/messages/spans.js'
import { headlineSpans, labelText, storyBlocks } from '../src/messages/story-message.js'
import type { Say } from '../src/messages/words.js'
import type { Edition } from './edition.js'

export function editionMessage(edition: Edition, lexicon: Lexicon, say: Say): Message {
  const { request } = edition
  const voice: Voice = { lang: request.lang, zone: request.zone, say, citations: createCitations() }
  const until = clockTime(edition.readUntil ?? request.to, request.lang, request.zone)
  const title: Block = { type: 'heading', spans: [plain(say('digest-title', { date: longDate(request.to, request.lang, request.zone) }))] }
  if (edition.stories.length === 0) {
    return {
      blocks: [title, { type: 'paragraph', spans: [plain(say('digest-quiet', { sources: edition.sources, time: until }))] }],
      buttons: [],
      lang: request.lang,
    }
  }
  const also: Block[] =
    edition.also.length > 0
      ? [
          { type: 'break' },
          {
            type: 'fold',
            title: [plain(say('digest-also'))],
            blocks: [{ type: 'list', ordered: false, items: edition.also.map((story) => headlineSpans(story, lexicon, voice)) }],
          },
        ]
      : []
  const blocks: Block[] = [
    title,
    { type: 'context', spans: [plain(say('digest-read-until', { time: until }))] },
    ...edition.stories.flatMap(({ story, sentences }, index) => storyBlocks(story, sentences, lexicon, voice, index + 1)),
    ...also,
    { type: 'break' },
    sourceList(voice),
    { type: 'context', spans: [plain(say('digest-foot', { read: edition.sources - edition.unreadSources.length, all: edition.sources }))] },
  ]
  return {
    blocks,
    buttons: [],
    lang: request.lang,
    stories: [...edition.stories.map(({ story }) => story.id), ...edition.also.map((story) => story.id)],
  }
}

/** The contract's Digest shape. */
export function editionJson(edition: Edition, lexicon: Lexicon): Record<string, unknown> {
  const { request } = edition
  const label = labelText(lexicon, request.lang)
  return {
    from: request.from.toISOString(),
    to: request.to.toISOString(),
    timeZone: request.zone,
    stories: edition.stories.map(({ story, sentences, isNew }) => ({
      id: `s${story.id}`,
      title: label(story),
      summary: sentences.map((sentence) => ({ text: sentence.text, citations: [sentence.url] })),
      isNew,
      balance: story.balance,
    })),
    also: edition.also.map((story) => ({ id: `s${story.id}`, title: label(story) })),
    comingUp: [],
    notSeen: [],
    corrected: [],
    readUntil: edition.readUntil?.toISOString() ?? null,
    unreadSources: edition.unreadSources,
  }
}
