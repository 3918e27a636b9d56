/** topics, story, cite: what was read, by topic and by story. */
import { z } from 'zod'
import type { TopicId } from '../lexicon/lexicon.js'
import { quotation, sourceList, type Voice } from '../messages/citations.js'
import { correctionBlock, correctionJson } from '../messages/correction-message.js'
import { clockTime, longDate } from '../messages/format.js'
import type { Block, Button, Message } from '../messages/message.js'
import { noAnswerText } from '../messages/no-answer.js'
import { ownPageUrl } from '../messages/own-pages.js'
import { italic, messageText, plain } from '../messages/spans.js'
import { headlineSpans, labelText, saidBy, sideName, storyBlocks } from '../messages/story-message.js'
import { correctionsOf } from '../stories/corrections.js'
import { storiesOfGroups } from '../stories/of-groups.js'
import { sourceReadings } from '../stories/silence.js'
import type { QuotedSentence, SideStatement, Story } from '../stories/story.js'
import { storyJson } from '../stories/story-json.js'
import { unansweredIn } from '../stories/unanswered.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { nothingRead, storiesSince, voiceOf } from './newest.js'
import { chooseSubject } from './subjects.js'

const dayMs = 86_400_000
const topicButtons = 8
const sidesShown = 4
const correctionsShown = 4

function reply(blocks: Block[], context: CommandContext, data: unknown, more: Partial<Message> = {}): Reply {
  const message: Message = { blocks, buttons: [], lang: context.lang, ...more }
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
    const stories = await storiesSince(new Date(context.asOf.getTime() - dayMs), context, ports, { limit: 300 })
    const counts = new Map<TopicId, number>()
    for (const story of stories) for (const topic of story.topics) counts.set(topic, (counts.get(topic) ?? 0) + 1)
    const rows = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    if (rows.length === 0) return say(context.say('topics-none'), context)
    const name = (topic: TopicId): string => ports.lexicon.displayName(topic, context.lang)
    const lines = rows.map(([topic, count]) => [plain(context.say('topic-line', { topic: name(topic), count }))])
    const buttons = rows.slice(0, topicButtons).map(([topic]): Button => ({ label: name(topic), command: 'latest', argument: name(topic) }))
    return reply(
      [
        { type: 'heading', spans: [plain(context.say('topics-title'))] },
        { type: 'list', items: lines, ordered: false },
      ],
      context,
      rows.map(([topic, stories]) => ({ topic, stories })),
      { buttons: buttons.flatMap((_button, index) => (index % 2 === 0 ? [buttons.slice(index, index + 2)] : [])) },
    )
  },
}

/** A story by its id, as of the instant asked; null when there is none, or it had not begun. */
export async function storyOf(id: number, context: Pick<CommandContext, 'asOf' | 'languagesRead'>, ports: CommandPorts): Promise<Story | null> {
  const alive = await ports.stories.resolve(id)
  if (alive === null) return null
  const members = await ports.archive.story(alive)
  const groups = [...new Set(members.flatMap((article) => (article.group === null ? [] : [article.group])))]
  const stories = await storiesOfGroups(groups, { asOf: context.asOf, languages: context.languagesRead }, ports)
  return stories.find((story) => story.id === alive) ?? null
}

/** "s12", or a position in the chat's last list (bare words: its first) → the story as of the instant asked. */
async function findStory(words: string, context: CommandContext, ports: CommandPorts): Promise<Story | null> {
  const id = await storyId(words.trim(), context, ports)
  return id === null ? null : storyOf(id, context, ports)
}

/** "s12", or a position in the chat's last list (no words: its first) → the story's number. */
export async function storyId(words: string, context: CommandContext, ports: CommandPorts): Promise<number | null> {
  if (/^s\d+$/i.test(words)) return Number(words.slice(1))
  const position = words === '' ? 1 : /^\d+\.?$/.test(words) ? Number.parseInt(words, 10) : 0
  return (await ports.chats.lastList(context.chat.id))[position - 1] ?? null
}

/** What each side says in the story, where it says anything: one statement a side, in the story's order. */
function sideBlocks(story: Story, shown: readonly QuotedSentence[], voice: Voice, ports: CommandPorts): Block[] {
  const sides = new Map<string, SideStatement>()
  for (const statement of story.statements) {
    const side = statement.side ?? statement.speaker
    if (sides.size >= sidesShown || sides.has(side) || shown.some((sentence) => sentence.text.includes(statement.sentence.text))) continue
    sides.set(side, statement)
  }
  // Quoted only now: a sentence that is not shown takes no number.
  if (sides.size < 2) return []
  return [
    { type: 'paragraph', spans: [italic(voice.say('sides-differ'))] },
    ...[...sides].map(([side, statement]) =>
      saidBy(sideName(side, voice.lang, ports.lexicon), statement, voice, quotation(statement.sentence, voice)),
    ),
  ]
}

/** Where a reader goes from a story: along its topic, to its digests and alerts, out into a mail. */
function storyButtons({ id, topics: [topic] }: Story, { say, lang }: CommandContext, ports: CommandPorts): Button[][] {
  const out: Button[] = [
    { label: say('button-cite'), command: 'cite', argument: `s${id}` },
    { label: say('button-report'), command: 'report', argument: `s${id}` },
  ]
  if (topic === undefined) return [out]
  const name = ports.lexicon.displayName(topic, lang)
  return [
    [
      { label: say('button-timeline'), command: 'timeline', argument: name },
      { label: say('button-positions'), command: 'positions', argument: name },
    ],
    [
      { label: say('button-follow-topic'), command: 'follow', argument: topic },
      { label: say('button-mute-topic'), command: 'mute', argument: topic },
    ],
    out,
  ]
}

/** Nothing has this number: what there is to choose from instead. */
async function noSuchStory(words: string, command: 'story' | 'cite', context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const choice = await chooseSubject(command, context, ports)
  const typed = words.trim()
  if (typed === '') return choice
  const blocks = choice.messages.flatMap((message) => message.blocks)
  const text = context.say('story-unknown', { story: typed })
  const message: Message = {
    lang: context.lang,
    buttons: [],
    ...choice.messages[0],
    blocks: [{ type: 'paragraph', spans: [plain(text)] }, ...blocks],
  }
  return { ...choice, messages: [message] }
}

const story: Command<string> = {
  name: 'story',
  aliases: { ru: ['сюжет'], hy: ['պատմություն'], az: ['hekayə'], ka: ['ამბავი'], tr: ['haber'] },
  who: 'anyone',
  summary: 'command-story',
  arguments: z.string(),
  async run(words, context, ports) {
    if (words.trim() === '') return chooseSubject('story', context, ports)
    const found = await findStory(words, context, ports)
    if (!found) return noSuchStory(words, 'story', context, ports)
    const voice = voiceOf(context)
    const [first, last] = [found.firstAt, found.lastAt].map((at) => longDate(at, context.lang, context.zone)) as [string, string]
    const span = first === last ? context.say('reported-on', { date: first }) : context.say('story-span', { first, last })
    const corrections = await correctionsOf(found, ports.articles, context.asOf)
    const silences = unansweredIn(
      found,
      found.statements.map((statement) => statement.sentence),
      { now: context.asOf, sources: await sourceReadings(ports.sources), lexicon: ports.lexicon },
    )
    const blocks: Block[] = [
      ...storyBlocks(found, found.summary, ports.lexicon, voice, null),
      ...sideBlocks(found, found.summary, voice, ports),
      ...silences.map((one): Block => ({ type: 'context', spans: [plain(noAnswerText(one, ports.lexicon, voice))] })),
      ...corrections.slice(0, correctionsShown).map((correction) => correctionBlock(correction, voice)),
      { type: 'context', spans: [plain(span)] },
      { type: 'break' },
      sourceList(voice),
    ]
    const { publicUrl } = ports.web
    const page = publicUrl ? [[{ label: context.say('button-web'), href: ownPageUrl(publicUrl, { kind: 'story', story: found.id }) }]] : []
    const buttons = [...storyButtons(found, context, ports), ...page]
    const data = { ...storyJson(found, labelText(ports.lexicon, context.lang)), corrections: corrections.map(correctionJson) }
    const changes = await ports.stories.changesSince(0, [found.id])
    const shown = [{ story: found.id, seq: changes.reduce((last, { seq }) => Math.max(last, seq), 0) }]
    return { ...reply(blocks, context, data, { buttons, stories: [found.id] }), shown }
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
    if (!found) return noSuchStory(words, 'cite', context, ports)
    const voice = voiceOf(context)
    const head: Block = { type: 'paragraph', spans: headlineSpans(found, ports.lexicon, voice) }
    const sentences = found.summary.map((sentence) => `“${sentence.text}” [${voice.citations.numberOf(sentence)}]`)
    const quoted = found.headline.kind === 'quoted' ? [found.headline.sentence, ...found.summary] : found.summary
    const notes = quoted
      .filter((sentence, index, all) => all.findIndex((other) => other.url === sentence.url) === index)
      .map((sentence) => `[${voice.citations.numberOf(sentence)}] ${footnote(sentence, context)}`)
    return reply([head, ...[...sentences, ...notes].map((text): Block => ({ type: 'paragraph', spans: [plain(text)] }))], context, null)
  },
}

/** "Caspian Wire (AZ, state), title, 28 August 2024, 19:40 (Asia/Baku), address". */
function footnote(sentence: QuotedSentence, context: CommandContext): string {
  const { country, ownership } = sentence.outlet
  const labels = [country ?? context.say('unlabelled'), ownership && context.say(`ownership-${ownership}`)].filter(Boolean).join(', ')
  const at = sentence.publishedAt
  const date = at
    ? `${longDate(at, context.lang, context.zone)}, ${clockTime(at, context.lang, context.zone)} (${context.zone})`
    : context.say('undated')
  return `${sentence.outlet.name} (${labels}), ${sentence.articleTitle}, ${date}, ${sentence.url}`
}

export const readingCommands = [topics, story, cite]
