/** An answer → the message a reader sees: first what was asked, with its date, then developments, sides, what is announced, then sources. */
import type { Answer, Development, Question } from '../answers/answer.js'
import { isTold } from '../answers/sides.js'
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import type { QuotedSentence, SideStatement } from '../stories/story.js'
import type { Unanswered } from '../stories/unanswered.js'
import { plainDateIn } from '../text/dates.js'
import { daysBetween } from '../text/zones.js'
import type { Citation } from './citations.js'
import { createCitations, quotation, sourceList, type Voice } from './citations.js'
import { countryName, dayRange, longDate, longDay } from './format.js'
import type { Block, Button, Message, Span } from './message.js'
import { noAnswerText } from './no-answer.js'
import { bold, italic, link, plain } from './spans.js'
import { saidBy, sideName, storyDate } from './story-message.js'
import type { Say } from './words.js'

export interface AnswerView {
  message: Message
  citations: Citation[]
}

export interface AnswerWords {
  lexicon: Lexicon
  say: Say
  /** Languages the reader reads, best first. */
  languagesRead: readonly Language[]
  /** Sides that a shown position makes a claim about and that did not answer. */
  unanswered?: readonly Unanswered[]
  /** By story: sides that what is shown of it makes a claim about and that did not answer. */
  silences?: ReadonlyMap<number, readonly Unanswered[]>
}

/** Up to this age news needs no word on how old it is. */
const freshMs = 3 * 86_400_000
/** Developments of one answer; what lies behind them is asked for with "more". */
const fullList = 5

/** Answer → message with its citations in order of use. */
export function answerMessage(answer: Answer, options: AnswerWords): AnswerView {
  const { question } = answer
  const { say, languagesRead } = options
  const voice: Voice = { lang: question.lang, zone: question.zone, say, citations: createCitations(), languagesRead }
  if (!answer.found) return { message: refusal(answer, voice, options.lexicon), citations: voice.citations.list() }
  const timeline = question.kind === 'timeline'
  const numbered = answer.developments.length > 1
  const blocks: Block[] = [
    ...readingBlocks(answer, voice, options.lexicon),
    ...unheardBlocks(answer, voice, options.lexicon),
    ...(timeline ? centralBlocks(answer, voice, options) : []),
    ...answer.developments.flatMap((development, index) => [
      ...(index > 0 && !timeline ? [{ type: 'break' as const }] : []),
      ...(index > 0 && index === answer.developments.length - answer.touching ? [touchingHead(voice)] : []),
      ...developmentBlocks(development, {
        voice,
        options,
        number: numbered ? index + 1 : null,
        head: index === 0 && isNewestFirst(answer),
        timeline,
        told: timeline && index > 0 && development.sentences === answer.lead,
      }),
    ]),
    ...positionBlocks(answer, voice, options),
    ...comingBlocks(answer, voice),
    ...ageBlocks(answer, voice),
    { type: 'break' },
    sourceList(voice),
  ]
  const stories = answer.developments.map((development) => development.story.id)
  return { message: { blocks, buttons: buttons(answer, voice, options.lexicon), lang: voice.lang, stories }, citations: voice.citations.list() }
}

function isNewestFirst(answer: Extract<Answer, { found: true }>): boolean {
  return ['latest', 'what-changed'].includes(answer.question.kind)
}

/** Above what is told of other matters and only speaks of this one: it stands in no order with what is above it. */
function touchingHead(voice: Voice): Block {
  return { type: 'paragraph', spans: [italic(voice.say('touching'))] }
}

interface Showing {
  voice: Voice
  options: AnswerWords
  number: number | null
  /** The first of a list that goes from new to old: "As of 28 August 2024". */
  head: boolean
  timeline: boolean
  /** Quoted above already: its place in the chain, with the number of its source. */
  told: boolean
}

/** What is most about the matter stands above the chain, where the chain does not begin with it. */
function centralBlocks(answer: Extract<Answer, { found: true }>, voice: Voice, options: AnswerWords): Block[] {
  const index = answer.developments.findIndex((development) => development.sentences === answer.lead)
  const [sentence] = answer.lead
  const development = answer.developments[index]
  if (index <= 0 || !development || !sentence) return []
  const day = development.days ? dayRange(development.days, voice.lang) : storyDate(development.story, voice)
  return [
    { type: 'paragraph', spans: [bold(voice.say('label', { name: day })), plain(' '), ...quotation(sentence, voice)] },
    ...silenceBlocks(development, voice, options),
    { type: 'break' },
  ]
}

/** A claim about the other side never travels without where its answer was looked for. */
function silenceBlocks({ story }: Development, voice: Voice, { silences, lexicon }: AnswerWords): Block[] {
  return (silences?.get(story.id) ?? []).map((one): Block => ({ type: 'context', spans: [plain(noAnswerText(one, lexicon, voice))] }))
}

/** The day of the event, or of the report where no text carries one. */
function dayLabel(development: Development, { voice, head, number }: Showing): Span[] {
  const { days, story } = development
  const label = head
    ? voice.say('as-of', { date: knownUntil(development, voice) })
    : voice.say('label', { name: days ? dayRange(days, voice.lang) : storyDate(story, voice) })
  return [bold(number === null ? label : `${number}. ${label}`)]
}

/** The last day that is told, or that of the report where no text carries one; nobody knows of a day before it was reported. */
function knownUntil({ days, story }: Development, voice: Voice): string {
  const told = days?.[1] ?? plainDateIn(story.firstAt, voice.zone)
  const [earlier = told] = [told, plainDateIn(story.lastAt, voice.zone)].sort()
  return longDay(earlier, voice.lang)
}

function developmentBlocks(development: Development, showing: Showing): Block[] {
  const { voice, options } = showing
  const [first, ...rest] = development.sentences
  if (!first) return []
  if (showing.told)
    return [
      {
        type: 'paragraph',
        spans: [...dayLabel(development, showing), plain(' '), ...quotedAbove(first, voice)],
      },
    ]
  const readable = development.sentences.some((sentence) => (options.languagesRead as readonly string[]).includes(sentence.lang))
  // Nothing in a language that is read: a line of our own words says what it is about.
  const label = readable ? [] : [plain(`${voice.say('label', { name: labelOf(development, options.lexicon, voice.lang) })} `)]
  return [
    { type: 'paragraph', spans: [...dayLabel(development, showing), plain(' '), ...label, ...quotation(first, voice)] },
    ...rest.map((sentence): Block => ({ type: 'quote', spans: quotation(sentence, voice) })),
    ...sideBlocks(development, showing),
    ...silenceBlocks(development, voice, options),
  ]
}

function labelOf({ story }: Development, lexicon: Lexicon, lang: Language): string {
  const parts = [...(story.event ? [story.event] : []), ...story.topics.slice(0, 2)]
  return parts.map((slug) => lexicon.displayName(slug, lang)).join(' · ')
}

/** Words that stand above already: pointed to, not told twice. */
function quotedAbove(sentence: QuotedSentence, voice: Voice): Span[] {
  return [plain(`${voice.say('quoted-above')} `), link(`[${voice.citations.numberOf(sentence)}]`, sentence.url)]
}

/** Each side's words beside the answer. */
function sideBlocks({ sides, sentences }: Development, { voice, options }: Showing): Block[] {
  if (sides.length === 0) return []
  return [
    { type: 'paragraph', spans: [italic(voice.say('sides-differ'))] },
    ...sides.map((side) => statementBlock(side, voice, options.lexicon, isTold(side, sentences))),
  ]
}

/** "Armenia: “…” - Outlet, AM [2]"; other voices by their own names. Words that stand above already are pointed to by their number. */
function statementBlock(statement: SideStatement, voice: Voice, lexicon: Lexicon, isShown = false): Block {
  const isSide = statement.standing === 'official' && statement.side !== null
  const name = isSide ? sideName(statement.side ?? '', voice.lang, lexicon) : lexicon.displayName(statement.speaker, voice.lang)
  const { sentence } = statement
  return saidBy(name, statement, voice, isShown ? quotedAbove(sentence, voice) : quotation(sentence, voice))
}

function positionBlocks(answer: Extract<Answer, { found: true }>, voice: Voice, { lexicon, unanswered = [] }: AnswerWords): Block[] {
  const { positions } = answer
  if (!positions) return []
  const head = (key: string): Block => ({ type: 'paragraph', spans: [italic(voice.say(key))] })
  const shown = answer.developments.flatMap(({ sentences }) => sentences)
  return [
    ...(positions.official.length > 0
      ? [head('sides-differ'), ...positions.official.map((statement) => statementBlock(statement, voice, lexicon, isTold(statement, shown)))]
      : []),
    ...unanswered.map((one): Block => ({ type: 'context', spans: [plain(noAnswerText(one, lexicon, voice))] })),
    ...positions.silent
      .filter((country) => !unanswered.some((one) => one.country === country))
      .map((country): Block => ({ type: 'context', spans: [plain(voice.say('positions-silent', { country: countryName(country, voice.lang) }))] })),
    ...(positions.others.length > 0
      ? [head('positions-other'), ...positions.others.map((statement) => statementBlock(statement, voice, lexicon))]
      : []),
  ]
}

function comingBlocks(answer: Extract<Answer, { found: true }>, voice: Voice): Block[] {
  const shown = new Set(answer.developments.flatMap((development) => development.sentences.map((sentence) => sentence.text)))
  const fresh = answer.coming.filter((coming) => !shown.has(coming.sentence.text)).slice(0, answer.question.kind === 'calendar' ? 5 : 1)
  return fresh.map(
    (coming): Block => ({
      type: 'paragraph',
      spans: [
        bold(voice.say('coming-on', { date: dayRange([coming.day, coming.day], voice.lang) })),
        plain(' '),
        ...quotation(coming.sentence, voice),
      ],
    }),
  )
}

function ageBlocks(answer: Extract<Answer, { found: true }>, voice: Voice): Block[] {
  const { question, newestAt } = answer
  if (question.asOf.getTime() - newestAt.getTime() < freshMs || question.kind === 'timeline') return []
  const days = daysBetween(plainDateIn(newestAt, voice.zone), plainDateIn(question.asOf, voice.zone))
  return [{ type: 'context', spans: [plain(voice.say('newest-age', { days, date: longDate(newestAt, voice.lang, voice.zone) }))] }]
}

/** An ambiguous name: which reading was taken. */
function readingBlocks(answer: Answer, voice: Voice, lexicon: Lexicon): Block[] {
  const { readings } = answer.question
  if (!readings) return []
  return [{ type: 'context', spans: [plain(voice.say('read-as', { name: lexicon.displayName(readings.taken, voice.lang) }))] }]
}

/** Somebody's words were asked for and none were read: said before what others say. */
function unheardBlocks({ unheard }: Extract<Answer, { found: true }>, voice: Voice, lexicon: Lexicon): Block[] {
  return unheard ? [{ type: 'context', spans: [plain(voice.say('unheard', { name: sideName(unheard, voice.lang, lexicon) }))] }] : []
}

function buttons(answer: Extract<Answer, { found: true }>, voice: Voice, lexicon: Lexicon): Button[][] {
  const stories = answer.developments.map(
    (development, index): Button => ({
      label: voice.say('button-story', { number: index + 1 }),
      command: 'story',
      argument: `s${development.story.id}`,
    }),
  )
  const first = answer.developments[0]?.story.id
  const others = (answer.question.readings?.others ?? []).map(
    (slug): Button => ({ label: lexicon.displayName(slug, voice.lang), command: 'latest', argument: lexicon.displayName(slug, voice.lang) }),
  )
  const more: Button[] = [
    ...(answer.question.kind === 'timeline' ? [] : [{ label: voice.say('button-timeline'), command: 'timeline', argument: answer.question.subject }]),
    ...(answer.question.kind === 'positions'
      ? []
      : [{ label: voice.say('button-positions'), command: 'positions', argument: answer.question.subject }]),
    ...(first === undefined ? [] : [{ label: voice.say('button-cite'), command: 'cite', argument: `s${first}` }]),
    // As many as are shown at once: there may be more.
    ...(isNewestFirst(answer) && answer.developments.length >= fullList
      ? [{ label: voice.say('button-more'), command: 'ask', argument: 'more' }]
      : []),
  ]
  return [stories, others, more].filter((row) => row.length > 0)
}

function refusal(answer: Extract<Answer, { found: false }>, voice: Voice, lexicon: Lexicon): Message {
  const { question, nearest } = answer
  const values = {
    question: question.text.replace(/\s+/g, ' ').slice(0, 120),
    searched: answer.searched,
    asOf: longDate(question.asOf, voice.lang, voice.zone),
    lastRead: answer.lastRead ? longDate(answer.lastRead, voice.lang, voice.zone) : voice.say('never'),
  }
  const blocks: Block[] = [{ type: 'paragraph', spans: [plain(voice.say(answer.reason, values))] }]
  if (answer.reason === 'nothing-read')
    blocks.push({ type: 'context', spans: [plain(voice.say('nothing-read-next', { add: 'addsource', demo: 'demo' }))] })
  const near = nearest?.sentences[0]
  if (nearest && near) {
    const day = nearest.days ? dayRange(nearest.days, voice.lang) : storyDate(nearest.story, voice)
    blocks.push(
      { type: 'paragraph', spans: [plain(voice.say('nearest', { date: day }))] },
      { type: 'quote', spans: quotation(near, voice) },
      { type: 'break' },
      sourceList(voice),
    )
  }
  const rows: Button[][] =
    answer.reason === 'not-covered' || answer.reason === 'nothing-found'
      ? [
          subjectButtons(question, voice, lexicon),
          [
            { label: voice.say('button-topics'), command: 'topics' },
            { label: voice.say('button-latest'), command: 'latest' },
          ],
        ].filter((row) => row.length > 0)
      : []
  return { blocks, buttons: rows, lang: voice.lang, ...(nearest ? { stories: [nearest.story.id] } : {}) }
}

const subjectsOffered = 3

/** What is new on each thing that the question names: where the question itself has no answer. */
function subjectButtons({ named, topics, countries, elsewhere }: Question, voice: Voice, lexicon: Lexicon): Button[] {
  if (elsewhere) return []
  return [...named, ...topics, ...countries].slice(0, subjectsOffered).map((slug) => {
    const name = sideName(slug, voice.lang, lexicon)
    return { label: name, command: 'latest', argument: name }
  })
}
