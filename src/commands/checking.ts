/** check: a link or a text that was sent → what is known about it: its story, the earliest report, copies, who says otherwise. */
import { z } from 'zod'
import type { Answer } from '../answers/answer.js'
import { answerQuestion } from '../answers/answer-question.js'
import { parseQuestion } from '../answers/parse-question.js'
import type { Article } from '../articles/article.js'
import { canonicalUrl } from '../articles/canonical-url.js'
import { quotation, sourceList, type Voice } from '../messages/citations.js'
import { clockTime, longDate } from '../messages/format.js'
import type { Block, Message } from '../messages/message.js'
import { bold, italic, messageText, plain } from '../messages/spans.js'
import { headlineSpans, labelText, storyDate } from '../messages/story-message.js'
import type { Story } from '../stories/story.js'
import { storyJson } from '../stories/story-json.js'
import { splitSentences } from '../text/sentences.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { nothingRead, voiceOf } from './newest.js'
import { storyOf } from './reading.js'

/** Characters of a forwarded text that tell what it is about. */
const textRead = 500
const othersShown = 2

interface Shown {
  stories?: number[]
  /** Further rows of buttons. */
  more?: Message['buttons']
}

function reply(blocks: Block[], context: CommandContext, data: unknown, { stories = [], more = [] }: Shown = {}): Reply {
  const buttons = [...(stories.length > 0 ? storyButtons(stories, context) : []), ...more]
  const message: Message = { blocks, buttons, lang: context.lang, stories }
  return { messages: [message], data: { ...(data as object), text: messageText(message) } }
}

/** For those who may: the channel a post was forwarded from, else the site of the link, as a source. */
function addButton(text: string, context: CommandContext): Message['buttons'] {
  if (context.person.role === 'reader') return []
  const channel = /https?:\/\/t\.me\/(\w{4,32})(?:\/\d+)?/i.exec(text)?.[1]
  const argument = channel ? `@${channel}` : /https?:\/\/\S+/.exec(text)?.[0]
  return argument ? [[{ label: context.say('button-add-source'), command: 'addsource', argument }]] : []
}

/** Where to look instead. */
function elsewhereButtons(context: CommandContext): Message['buttons'][number] {
  return [
    { label: context.say('button-topics'), command: 'topics' },
    { label: context.say('button-latest'), command: 'latest' },
  ]
}

function storyButtons(stories: readonly number[], context: CommandContext): Message['buttons'] {
  const argument = `s${stories[0]}`
  return [
    [
      { label: context.say('button-story', { number: 1 }), command: 'story', argument },
      { label: context.say('button-cite'), command: 'cite', argument },
    ],
  ]
}

/** The story of a page that was read; null when it was not read or tells nothing of the field. */
async function storyOfLink(link: string, context: CommandContext, ports: CommandPorts): Promise<Story | null> {
  const article = (await ports.articles.byUrl(link)) ?? (URL.canParse(link) ? await ports.articles.byUrl(canonicalUrl(link, null)) : null)
  return article?.story == null ? null : storyOf(article.story, context, ports)
}

async function storyOfText(text: string, context: CommandContext, ports: CommandPorts): Promise<Story | null> {
  const opening = splitSentences(text.slice(0, textRead), 'en')
    .slice(0, 3)
    .map((sentence) => sentence.text)
    .join(' ')
  const parsed = parseQuestion(opening || text, { lexicon: ports.lexicon, lang: context.lang, asOf: context.asOf, zone: context.zone, kind: 'check' })
  // A report names more than its subject: nothing alone must stand in the story.
  const question = { ...parsed, named: [], related: [...parsed.named, ...parsed.related], from: null, to: null, elsewhere: false, readings: null }
  const found: Answer = await answerQuestion(question, { ...ports, languagesRead: context.languagesRead })
  return found.found ? (found.developments[0]?.story ?? null) : null
}

/** "Earliest report that I read: Caspian Wire, 18 August 2024, 21:48"; a day-precise date has no hour. */
function earliestLine(story: Story, context: CommandContext): string {
  const dated = story.articles.filter((article) => article.publishedAt !== null)
  const first = dated.reduce<Article | undefined>(
    (best, article) => (best?.publishedAt && article.publishedAt && best.publishedAt <= article.publishedAt ? best : article),
    undefined,
  )
  const outlet = story.outlets.find((one) => one.sourceId === first?.sourceId)
  const at = first?.publishedAt ?? story.firstAt
  const hour = first?.publishedAtPrecision === 'minute' ? `, ${clockTime(at, context.lang, context.zone)}` : ''
  return context.say('check-earliest', {
    outlet: outlet ? `${outlet.name}, ${outlet.country ?? context.say('unlabelled')}` : '?',
    when: longDate(at, context.lang, context.zone) + hour,
  })
}

/** Statements that deny, of any side. */
function otherwise(story: Story, voice: Voice, context: CommandContext): Block[] {
  const denials = story.statements.filter((statement) => statement.denial).slice(0, othersShown)
  if (denials.length === 0) return []
  return [
    { type: 'paragraph', spans: [italic(context.say('sides-differ'))] },
    ...denials.map((statement): Block => ({ type: 'quote', spans: quotation(statement.sentence, voice) })),
  ]
}

const check: Command<string> = {
  name: 'check',
  aliases: { ru: ['проверить'], hy: ['ստուգել'], az: ['yoxla'], ka: ['შემოწმება'], tr: ['kontrol'] },
  who: 'anyone',
  summary: 'command-check',
  arguments: z.string(),
  async run(words, context, ports) {
    const typed = words.trim()
    if (typed === '') return reply([{ type: 'paragraph', spans: [plain(context.say('check-ask'))] }], context, { found: false })
    if ((await ports.archive.state(context.asOf)).articles === 0) return nothingRead(context)
    const link = /https?:\/\/\S+/.exec(typed)?.[0]
    const rest = link ? typed.replace(link, '').trim() : typed
    const story =
      (link ? await storyOfLink(link, context, ports) : null) ?? (rest.length >= 20 || !link ? await storyOfText(rest, context, ports) : null)
    if (!story) {
      const text = context.say('check-unknown', { asOf: longDate(context.asOf, context.lang, context.zone) })
      return reply(
        [{ type: 'paragraph', spans: [plain(text)] }],
        context,
        { found: false, reason: 'nothing-found' },
        { more: [...addButton(typed, context), elsewhereButtons(context)] },
      )
    }
    const voice = voiceOf(context)
    const blocks: Block[] = [
      { type: 'paragraph', spans: [bold(context.say('check-title'))] },
      { type: 'paragraph', spans: [plain(`${storyDate(story, voice)} · `), ...headlineSpans(story, ports.lexicon, voice)] },
      ...story.summary.slice(0, 2).map((sentence): Block => ({ type: 'quote', spans: quotation(sentence, voice) })),
      { type: 'paragraph', spans: [plain(earliestLine(story, context))] },
      {
        type: 'context',
        spans: [plain(context.say('check-reports', { count: story.articles.length, copies: story.articles.length - story.origins }))],
      },
      ...otherwise(story, voice, context),
      { type: 'break' },
      sourceList(voice),
    ]
    return reply(
      blocks,
      context,
      { found: true, story: storyJson(story, labelText(ports.lexicon, context.lang)) },
      { stories: [story.id], more: addButton(typed, context) },
    )
  },
}

export const checkingCommands = [check]
