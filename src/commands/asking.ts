/** ask, latest, timeline, positions, calendar: words → an answer with its sources; a short question goes on with the last one. */
import { z } from 'zod'
import type { Answer, Question, QuestionKind } from '../answers/answer.js'
import { answerJson } from '../answers/answer-json.js'
import { answerQuestion } from '../answers/answer-question.js'
import { goingOn, keptMs, linesKept } from '../answers/follow-up.js'
import { namesNothing, parseQuestion } from '../answers/parse-question.js'
import { greets } from '../answers/question-cues.js'
import { type Language, languages } from '../lexicon/lexicon.js'
import { answerMessage } from '../messages/answer-message.js'
import type { Block, Message } from '../messages/message.js'
import { messageText, plain } from '../messages/spans.js'
import { labelText } from '../messages/story-message.js'
import { timelinePicture } from '../pictures/timeline-picture.js'
import { sourceReadings } from '../stories/silence.js'
import { type Unanswered, unanswered, unansweredIn } from '../stories/unanswered.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { newestStories, newestWithin } from './newest.js'
import { chooseSubject, comingCalendar } from './subjects.js'

async function answer(text: string, kind: QuestionKind | undefined, context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const parsed = parseQuestion(text, {
    lexicon: ports.lexicon,
    lang: context.lang,
    asOf: context.asOf,
    zone: context.zone,
    ...(kind ? { kind } : {}),
  })
  const lines = kind ? [] : await ports.conversations.last(context.chat.id, context.now)
  const { question, before } = goingOn(parsed, lines, ports.lexicon)
  if (question.kind === 'calendar' && !question.elsewhere) return comingCalendar(context, ports, namesNothing(question) ? null : question)
  if (greets.test(text)) return whatToAsk(context)
  const broad = await answerToNothingNamed(question, context, ports)
  if (broad) return broad
  const languagesRead = readBy(context, question.textLang)
  const found = await answerQuestion(question, { ...ports, languagesRead })
  const shown = found.found ? found.developments.map((development) => development.story.id) : []
  if (found.found) {
    const line = { text, kind: kind ?? null, lang: context.lang, zone: context.zone, asOf: context.asOf, shown }
    await ports.conversations.remember(
      { chat: context.chat.id, person: context.person.id, lines: [...before, line].slice(-linesKept) },
      { now: context.now, until: new Date(context.now.getTime() + keptMs) },
    )
  }
  const view = answerMessage(found, {
    lexicon: ports.lexicon,
    say: context.say,
    languagesRead,
    unanswered: await unansweredPositions(found, context, ports),
    silences: await silencesOf(found, context, ports),
  })
  const label = labelText(ports.lexicon, context.lang)
  const data = answerJson(found, { text: messageText(view.message), citations: view.citations }, label)
  const picture =
    found.found && kind === 'timeline'
      ? pictureBlock(
          question,
          found.developments.map((one) => one.story),
          context,
          ports,
        )
      : []
  return { messages: [{ ...view.message, blocks: [...view.message.blocks, ...picture] }], data }
}

/** "What happened today?", "any news", "what is coming up?": what the command without words says; null where something is named. */
async function answerToNothingNamed(question: Question, context: CommandContext, ports: CommandPorts): Promise<Reply | null> {
  const { kind, kindSaid, from, to } = question
  if (question.elsewhere || !namesNothing(question)) return null
  if (kind === 'timeline' || kind === 'positions') return chooseSubject(kind, context, ports)
  if (from || to) return newestWithin({ from, to }, context, ports)
  return kindSaid && (kind === 'latest' || kind === 'what-changed') ? newestStories(context, ports) : whatToAsk(context)
}

/** Sides that the positions shown make a claim about, and of which nothing was read. */
async function unansweredPositions(found: Answer, context: CommandContext, ports: CommandPorts): Promise<Unanswered[]> {
  if (!found.found || !found.positions) return []
  const { official, others } = found.positions
  const stories = found.developments.map((development) => development.story)
  const shown = new Set(found.developments.flatMap(({ sentences }) => sentences.map(({ text }) => text)))
  const told = stories.flatMap((story) => story.statements.filter(({ sentence }) => shown.has(sentence.text)))
  return unanswered(
    {
      statements: [...official, ...told],
      heard: new Set([...official, ...others, ...stories.flatMap((story) => story.statements)].map(({ side }) => side)),
      countries: new Set(stories.flatMap((story) => story.countries)),
      since: context.asOf,
    },
    { now: context.asOf, sources: await sourceReadings(ports.sources), lexicon: ports.lexicon },
  )
}

/** By story, what else an answer shows of it than positions: claims that nobody of the other side answers. */
async function silencesOf(found: Answer, context: CommandContext, ports: CommandPorts): Promise<Map<number, Unanswered[]>> {
  if (!found.found || found.positions || found.developments.every(({ story }) => story.statements.length === 0)) return new Map()
  const reading = { now: context.asOf, sources: await sourceReadings(ports.sources), lexicon: ports.lexicon }
  return new Map(
    found.developments.map(({ story, sentences, sides }) => [
      story.id,
      unansweredIn(story, [...sentences, ...sides.map(({ sentence }) => sentence)], reading),
    ]),
  )
}

/** Who asks in a language reads it, whatever the settings say. */
function readBy({ languagesRead }: CommandContext, asked: string): readonly Language[] {
  const lang = languages.find((one) => one === asked)
  return lang && !languagesRead.includes(lang) ? [lang, ...languagesRead] : languagesRead
}

/** The coverage of a timeline's stories, drawn. */
function pictureBlock(
  question: Question,
  stories: Parameters<typeof timelinePicture>[0]['stories'],
  context: CommandContext,
  ports: CommandPorts,
): Block[] {
  const picture = timelinePicture({
    stories,
    title: subjectOf(question, context, ports),
    lang: context.lang,
    zone: context.zone,
    say: context.say,
    lexicon: ports.lexicon,
  })
  if (!picture) return []
  const { alt } = picture
  let drawn: Uint8Array | undefined
  // Drawn only where somebody looks: the web shows the SVG.
  const png = (): Uint8Array => {
    drawn ??= picture.png()
    return drawn
  }
  return [
    {
      type: 'image',
      svg: { wide: picture.svg, narrow: picture.narrowSvg() },
      alt,
      get png() {
        return png()
      },
    },
  ]
}

/** The subject as Readout calls it: concepts by their neutral names, else the words typed. */
function subjectOf(question: Question, context: CommandContext, ports: CommandPorts): string {
  const slugs = [...question.named, ...question.related, ...question.topics.slice(0, 1), ...question.countries].slice(0, 2)
  return slugs.length > 0 ? slugs.map((slug) => ports.lexicon.displayName(slug, context.lang)).join(' · ') : question.text.slice(0, 60)
}

/** A command whose words are a question of a certain kind; without words it runs `bare`. */
function questionCommand(
  name: string,
  aliases: Command<string>['aliases'],
  kind: QuestionKind | undefined,
  bare: (context: CommandContext, ports: CommandPorts) => Promise<Reply>,
): Command<string> {
  return {
    name,
    aliases,
    who: 'anyone',
    summary: `command-${name}`,
    arguments: z.string(),
    run: (text, context, ports) => (text.trim() ? answer(text.trim(), kind, context, ports) : bare(context, ports)),
  }
}

/** Nothing was asked: says what to ask. */
async function whatToAsk(context: CommandContext): Promise<Reply> {
  const text = context.say('question-missing')
  const message: Message = { blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons: [], lang: context.lang }
  return { messages: [message], data: { found: false, text } }
}

export const askingCommands = [
  questionCommand('ask', { ru: ['спросить'], hy: ['հարցնել'], az: ['soruş'], ka: ['კითხვა'], tr: ['sor'] }, undefined, whatToAsk),
  questionCommand('latest', { ru: ['новости'], hy: ['վերջինը'], az: ['son'], ka: ['ბოლო'], tr: ['son'] }, 'latest', newestStories),
  questionCommand(
    'timeline',
    { ru: ['хронология'], hy: ['ժամանակագրություն'], az: ['xronologiya'], ka: ['ქრონოლოგია'], tr: ['kronoloji'] },
    'timeline',
    (context, ports) => chooseSubject('timeline', context, ports),
  ),
  questionCommand(
    'positions',
    { ru: ['позиции'], hy: ['դիրքորոշումներ'], az: ['mövqelər'], ka: ['პოზიციები'], tr: ['tutumlar'] },
    'positions',
    (context, ports) => chooseSubject('positions', context, ports),
  ),
  questionCommand(
    'calendar',
    { ru: ['календарь'], hy: ['օրացույց'], az: ['təqvim'], ka: ['კალენდარი'], tr: ['takvim'] },
    'calendar',
    (context, ports) => comingCalendar(context, ports),
  ),
]
