/** No words → the five newest stories as of the instant asked. */
import type { Lexicon } from '../lexicon/lexicon.js'
import { createCitations, sourceList, type Voice } from '../messages/citations.js'
import type { Block, Button, Message } from '../messages/message.js'
import { noAnswerText } from '../messages/no-answer.js'
import { messageText, plain } from '../messages/spans.js'
import { labelText, storyBlocks } from '../messages/story-message.js'
import { storiesOfGroups } from '../stories/of-groups.js'
import { sourceReadings } from '../stories/silence.js'
import type { QuotedSentence, Story } from '../stories/story.js'
import { storyJson } from '../stories/story-json.js'
import { type Unanswered, unansweredIn } from '../stories/unanswered.js'
import type { CommandContext, CommandPorts, Reply } from './command.js'

/** Stories with an article visible between `from` and asOf that carries one of each list of concepts, newest first. */
export async function storiesSince(
  from: Date | null,
  context: Pick<CommandContext, 'asOf' | 'languagesRead'>,
  ports: CommandPorts,
  { limit, concepts = [] }: { limit: number; concepts?: readonly (readonly string[])[] },
): Promise<Story[]> {
  const found = await ports.archive.find({ concepts, asOf: context.asOf, ...(from ? { from } : {}), limit })
  const groups = [...new Set(found.flatMap((article) => (article.group === null ? [] : [article.group])))]
  const stories = await storiesOfGroups(groups, { asOf: context.asOf, languages: context.languagesRead }, ports)
  return stories.filter((story) => from === null || story.lastAt >= from).sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime() || a.id - b.id)
}

/** A story as it is told, with the sides that it makes a claim about and that did not answer. */
export interface ToldStory {
  story: Story
  sentences: QuotedSentence[]
  unanswered: Unanswered[]
}

/** Stories told by their headlines and at most so many sentences of their summaries. */
export async function toldStories(
  stories: readonly Story[],
  { asOf, sentences: most }: { asOf: Date; sentences: number },
  ports: CommandPorts,
): Promise<ToldStory[]> {
  const reading = { now: asOf, sources: await sourceReadings(ports.sources), lexicon: ports.lexicon }
  return stories.map((story) => {
    const sentences = story.summary.slice(0, most)
    const headline = story.headline.kind === 'quoted' ? [story.headline.sentence] : []
    return { story, sentences, unanswered: unansweredIn(story, [...headline, ...sentences], reading) }
  })
}

/** A numbered story, and where the answer to its claims was looked for. */
export function toldBlocks({ story, sentences, unanswered }: ToldStory, number: number, lexicon: Lexicon, voice: Voice): Block[] {
  const notes = unanswered.map((one): Block => ({ type: 'context', spans: [plain(noAnswerText(one, lexicon, voice))] }))
  return [...storyBlocks(story, sentences, lexicon, voice, number), ...notes]
}

export function voiceOf(context: CommandContext): Voice {
  return { lang: context.lang, zone: context.zone, say: context.say, citations: createCitations(), languagesRead: context.languagesRead }
}

/** "I have not read anything yet", with the two next commands. */
export function nothingRead(context: CommandContext): Reply {
  const text = context.say('nothing-read')
  const message: Message = {
    blocks: [
      { type: 'paragraph', spans: [plain(text)] },
      { type: 'context', spans: [plain(context.say('nothing-read-next', { add: 'addsource <link>', demo: 'demo' }))] },
    ],
    buttons: [],
    lang: context.lang,
  }
  return { messages: [message], data: { found: false, reason: 'nothing-read', text: messageText(message), citations: [], stories: [] } }
}

const storiesShown = 5

export async function newestStories(context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const stories = (await storiesSince(null, context, ports, { limit: 40 })).slice(0, storiesShown)
  return stories.length === 0 ? nothingRead(context) : storyList(stories, context, ports)
}

/** The newest of some days, from inclusive, to exclusive; null when nothing of them was read. */
export async function newestWithin(
  { from, to }: { from: Date | null; to: Date | null },
  context: CommandContext,
  ports: CommandPorts,
): Promise<Reply | null> {
  const stories = await storiesSince(from, context, ports, { limit: 200 })
  const inTime = stories.filter((story) => to === null || story.firstAt < to).slice(0, storiesShown)
  return inTime.length === 0 ? null : storyList(inTime, context, ports)
}

async function storyList(stories: readonly Story[], context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const voice = voiceOf(context)
  const told = await toldStories(stories, { asOf: context.asOf, sentences: 1 }, ports)
  const blocks: Block[] = [
    { type: 'heading', spans: [plain(context.say('latest-title'))] },
    ...told.flatMap((one, index) => toldBlocks(one, index + 1, ports.lexicon, voice)),
    { type: 'break' },
    sourceList(voice),
  ]
  const numbers = stories.map(
    (story, index): Button => ({
      label: context.say('button-story', { number: index + 1 }),
      command: 'story',
      argument: `s${story.id}`,
    }),
  )
  const message: Message = { blocks, buttons: [numbers], lang: context.lang, stories: stories.map((story) => story.id) }
  const label = labelText(ports.lexicon, context.lang)
  const citations = voice.citations.list().map((citation) => ({ ...citation, publishedAt: citation.publishedAt?.toISOString() ?? null }))
  const data = {
    found: true,
    text: messageText(message),
    asOf: context.asOf.toISOString(),
    citations,
    stories: stories.map((story) => storyJson(story, label)),
  }
  return { messages: [message], data }
}
