/** topics, story, cite: what was read, by topic and by story. */
import { z } from 'zod'
import type { TopicId } from '../lexicon/lexicon.js'
import { sourceList } from '../messages/citations.js'
import { longDate } from '../messages/format.js'
import type { Block, Message } from '../messages/message.js'
import { messageText, plain } from '../messages/spans.js'
import { headlineSpans, labelText, storyBlocks } from '../messages/story-message.js'
import { storiesAsOf } from '../stories/as-of.js'
import type { Story } from '../stories/story.js'
import { storyJson } from '../stories/story-json.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { nothingRead, storiesSince, voiceOf } from './newest.js'

const dayMs = 86_400_000

function reply(blocks: Block[], context: CommandContext, data: unknown, stories?: number[]): Reply {
  const message: Message = { blocks, buttons: [], lang: context.lang, ...(stories ? { stories } : {}) }
  return { messages: [message], data: data ?? { text: messageText(message) } }
}

function say(text: string, context: CommandContext): Reply {
  return reply([{ type: 'paragraph', spans: [plain(text)] }], context, null)
}

const topics: Command<string> = {
  name: 'topics',
  aliases: { ru: ['темы'], hy: ['թեմաներ'], az: ['mövzular'], ka: ['თემები'], tr: ['konular'] },
  who: 'anyone',
  summary: 'command-topics',
  arguments: z.string(),
  async run(_text, context, ports) {
    if ((await ports.archive.state(context.asOf)).articles === 0) return nothingRead(context)
    const stories = await storiesSince(new Date(context.asOf.getTime() - dayMs), context, ports, 300)
    const counts = new Map<TopicId, number>()
    for (const story of stories) for (const topic of story.topics) counts.set(topic, (counts.get(topic) ?? 0) + 1)
    const rows = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    if (rows.length === 0) return say(context.say('topics-none'), context)
    const lines = rows.map(([topic, count]) => [plain(context.say('topic-line', { topic: ports.lexicon.displayName(topic, context.lang), count }))])
    return reply(
      [
        { type: 'heading', spans: [plain(context.say('topics-title'))] },
        { type: 'list', items: lines, ordered: false },
      ],
      context,
      rows.map(([topic, stories]) => ({ topic, stories })),
    )
  },
}

/** "s12", or a position in the chat's last list → the story as of the instant asked. */
async function findStory(words: string, context: CommandContext, ports: CommandPorts): Promise<Story | null> {
  const id = await storyId(words.trim(), context, ports)
  const alive = id === null ? null : await ports.stories.resolve(id)
  if (alive === null) return null
  const members = await ports.archive.story(alive)
  const groups = [...new Set(members.flatMap((article) => (article.group === null ? [] : [article.group])))]
  const stories = storiesAsOf(await ports.archive.groups(groups), {
    asOf: context.asOf,
    mends: await ports.stories.mends(),
    outlets: await ports.archive.outlets(),
    lexicon: ports.lexicon,
  })
  return stories.find((story) => story.id === alive) ?? null
}

async function storyId(words: string, context: CommandContext, ports: CommandPorts): Promise<number | null> {
  if (/^s\d+$/i.test(words)) return Number(words.slice(1))
  if (/^\d+$/.test(words)) return (await ports.chats.lastList(context.chat.id))[Number(words) - 1] ?? null
  return null
}

const story: Command<string> = {
  name: 'story',
  aliases: { ru: ['сюжет'], hy: ['պատմություն'], az: ['hekayə'], ka: ['ამბავი'], tr: ['haber'] },
  who: 'anyone',
  summary: 'command-story',
  arguments: z.string(),
  async run(words, context, ports) {
    const found = await findStory(words, context, ports)
    if (!found) return say(context.say('story-unknown', { story: words.trim() || '?' }), context)
    const voice = voiceOf(context)
    const span = context.say('story-span', {
      first: longDate(found.firstAt, context.lang, context.zone),
      last: longDate(found.lastAt, context.lang, context.zone),
    })
    const blocks: Block[] = [
      ...storyBlocks(found, found.summary, ports.lexicon, voice, null),
      { type: 'context', spans: [plain(span)] },
      sourceList(voice),
    ]
    return reply(blocks, context, storyJson(found, labelText(ports.lexicon, context.lang)))
  },
}

const cite: Command<string> = {
  name: 'cite',
  aliases: { ru: ['источники-текста'], hy: ['հղում'], az: ['istinad'], ka: ['ციტირება'], tr: ['alıntı'] },
  who: 'anyone',
  summary: 'command-cite',
  arguments: z.string(),
  async run(words, context, ports) {
    const found = await findStory(words, context, ports)
    if (!found) return say(context.say('story-unknown', { story: words.trim() || '?' }), context)
    const voice = voiceOf(context)
    const sentences = found.summary.map((sentence) => `“${sentence.text}” [${voice.citations.numberOf(sentence)}]`)
    const notes = found.summary
      .filter((sentence, index, all) => all.findIndex((other) => other.url === sentence.url) === index)
      .map((sentence) => {
        const labels = [sentence.outlet.country ?? context.say('unlabelled'), sentence.outlet.ownership].filter(Boolean).join(', ')
        const date = sentence.publishedAt ? `${sentence.publishedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC` : context.say('undated')
        return `[${voice.citations.numberOf(sentence)}] ${sentence.outlet.name} (${labels}), ${sentence.articleTitle}, ${date}, ${sentence.url}`
      })
    const blocks = [...sentences, ...notes].map((text): Block => ({ type: 'paragraph', spans: [plain(text)] }))
    return reply([{ type: 'paragraph', spans: headlineSpans(found, ports.lexicon, voice) }, ...blocks], context, null)
  },
}

export const readingCommands = [topics, story, cite]
