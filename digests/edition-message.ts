/** An edition → the message a subscriber sees, of blocks that chats share; and the JSON that programs see. */
import type { Lexicon } from '../src/lexicon/lexicon.js'
import { type Citation, createCitations, quotation, sourceList, type Voice } from '../src/messages/citations.js'
import { correctionBlock, correctionJson } from '../src/messages/correction-message.js'
import { clockTime, countryName, dayRange, longDay } from '../src/messages/format.js'
import type { Block, Button, Message, Span } from '../src/messages/message.js'
import { noAnswerText } from '../src/messages/no-answer.js'
import { bold, plain, typed } from '../src/messages/spans.js'
import { headlineSpans, labelText, lineSpans, storyBlocks } from '../src/messages/story-message.js'
import type { Say } from '../src/messages/words.js'
import { wholeChoice } from '../src/subscribers/subscription.js'
import { plainDateIn } from '../src/text/dates.js'
import type { Edition, EditionRequest, EditionStory } from './edition.js'
import { blocksOf, contentVersion, type Item, type PlacedStory, type SharedBlock } from './shared-blocks.js'

export interface Rendering {
  lexicon: Lexicon
  say: Say
  /** Blocks rendered before, by everything that decides how they look. */
  rendered?: Map<string, SharedBlock>
}

/** Of one story; the rest stands in the story whole. */
const correctionsShown = 2

function lookOf(request: EditionRequest): string {
  return [request.lang, request.zone, request.languagesRead.join('>'), (request.choice ?? wholeChoice).length].join('|')
}

/** One story, its citations numbered from 1. `also`: its headline alone, or the one sentence that is new of it. */
export function renderStory(told: EditionStory, request: EditionRequest, rendering: Rendering, also: boolean): SharedBlock {
  const look = `${lookOf(request)}|${also ? 'also' : told.isNew ? 'new' : 'developed'}`
  const key = `${look}|${told.story.id}|${told.seq}|${told.sentences.map((sentence) => `${sentence.articleId}:${sentence.text.length}`).join(',')}|${told.notSeen.map((one) => `${one.country}${one.sourcesRead}`).join()}|${told.unanswered.map((one) => `${one.country}${one.sourcesRead}${one.until?.getTime()}`).join()}`
  const known = rendering.rendered?.get(key)
  if (known) return known
  const { lexicon, say } = rendering
  const citations = createCitations()
  const voice: Voice = { lang: request.lang, zone: request.zone, say, citations, languagesRead: request.languagesRead }
  const marks = [
    ...(told.isNew ? [] : [say('digest-developed')]),
    ...(told.oneSided ? [oneSidedText(told.oneSided, request, say)] : []),
    ...told.notSeen.map(({ country, sourcesRead }) => say('not-seen', { country: countryName(country, request.lang), count: sourcesRead })),
  ]
  const noAnswer = told.unanswered.map((one): Block => ({ type: 'context', spans: [plain(noAnswerText(one, lexicon, voice))] }))
  const blocks: Block[] = also
    ? [{ type: 'paragraph', spans: alsoSpans(told, lexicon, voice) }, ...noAnswer]
    : [
        ...storyBlocks(told.story, told.sentences, lexicon, voice, null),
        ...noAnswer,
        ...(marks.length > 0 ? [{ type: 'context' as const, spans: [plain(marks.join(' · '))] }] : []),
      ]
  const made: SharedBlock = { story: told.story.id, version: contentVersion(blocks), look, blocks, cited: citations.list() }
  rendering.rendered?.set(key, made)
  return made
}

function alsoSpans({ story, sentences, isNew }: EditionStory, lexicon: Lexicon, voice: Voice): Span[] {
  const fresh = isNew ? undefined : sentences[0]
  return fresh ? [...quotation(fresh, voice), plain(` · ${voice.say('digest-developed')}`)] : lineSpans(story, lexicon, voice)
}

function oneSidedText({ country, origins }: NonNullable<EditionStory['oneSided']>, request: EditionRequest, say: Say): string {
  return country ? say('digest-one-sided', { country: countryName(country, request.lang) }) : say('digest-one-origin', { origins })
}

/** Where nothing is polled there are no sources and no hour to name; where nothing is kept there is no quiet to tell of. */
function quietText(edition: Edition, until: string, say: Say): string {
  if (edition.readUntil === null) return say('nothing-read')
  if (edition.seenBefore > 0) return say('digest-quiet-seen', { count: edition.seenBefore, time: until })
  return edition.sources > 0 ? say('digest-quiet', { sources: edition.sources, time: until }) : say('digest-quiet-plain')
}

/** Days up to which an edition goes by its last day alone: a weekend is not told apart. */
const untoldDays = 4

/** The day of an edition, or the days of a longer one. */
function spanText({ from, to, lang, zone }: EditionRequest): string {
  const last = plainDateIn(new Date(to.getTime() - 1), zone)
  return to.getTime() - from.getTime() > untoldDays * 86_400_000 ? dayRange([plainDateIn(from, zone), last], lang) : longDay(last, lang)
}

/** What is announced: its day, then the words that announce it. */
function comingBlocks(edition: Edition, voice: Voice): Block[] {
  if (edition.comingUp.length === 0) return []
  return [
    { type: 'break' },
    { type: 'paragraph', spans: [plain(voice.say('digest-coming-up'))] },
    {
      type: 'list',
      ordered: false,
      items: edition.comingUp.map(({ day, sentence }) => [plain(`${longDay(day, voice.lang)}: `), ...quotation(sentence, voice)]),
    },
  ]
}

/** Each story by its number: opens it whole. */
function numberButtons(edition: Edition, say: Say): Button[] {
  return [...edition.stories, ...edition.also].map(({ story }, index) => ({
    label: say('button-story', { number: index + 1 }),
    command: 'story',
    argument: `s${story.id}`,
  }))
}

/** How many of the sources were read, and which of those that matter to this edition were not. */
function footText({ sources, unreadSources }: Edition, say: Say): string {
  const read = say('digest-foot', { read: sources - unreadSources.length, all: sources })
  return unreadSources.length > 0 ? `${read}; ${say('digest-not-read', { names: unreadSources.slice(0, 5).join(', ') })}` : read
}

/** A message in the making, and the pages it cites in the order of their numbers. */
interface EditionItems {
  items: Item[]
  frame: Omit<Message, 'blocks'>
  cited: Citation[]
}

/** What a message is made of, in order; shared blocks by reference. */
export function editionItems(edition: Edition, rendering: Rendering): EditionItems {
  const { request } = edition
  const { lexicon, say } = rendering
  const { lang, zone } = request
  const choice = request.choice ?? wholeChoice
  const citations = createCitations()
  const voice: Voice = { lang, zone, say, citations, languagesRead: request.languagesRead }
  const until = clockTime(edition.readUntil ?? request.to, lang, zone)
  // A digest up to midnight is that of the day which ends there.
  const title = say('digest-title', { date: spanText(request) })
  const context = (text: string): Item => ({ type: 'context', spans: [plain(text)] })
  const above: Item[] = choice.above ? [{ type: 'paragraph', spans: [plain(choice.above)] }] : []
  const late = request.late ? [context(say(`digest-late-${request.late.why}`, { time: clockTime(request.late.at, lang, zone) }))] : []
  const signature = choice.signature ? [context(choice.signature)] : []
  const corrected = edition.corrected.flatMap((one) => correctedBlocks(one, lexicon, voice))
  if (edition.stories.length === 0) {
    // A date may end in a full stop of its own ("г.").
    const quiet: Item = { type: 'paragraph', spans: [bold(title.endsWith('.') ? title : `${title}.`), plain(` ${quietText(edition, until, say)}`)] }
    return { items: [...above, quiet, ...late, ...corrected, ...signature], frame: { buttons: [], lang }, cited: citations.list() }
  }
  const item = (told: EditionStory, number: number, also: boolean): PlacedStory => {
    const shared = renderStory(told, request, rendering, also)
    const { story, version, look } = shared
    const label = `${say('story-number', { number })} `
    return { type: 'shared', shared, ref: { type: 'story', story, version, look, label, numbers: shared.cited.map(citations.take) } }
  }
  const stories = edition.stories.map((told, index) => item(told, index + 1, false))
  const also = edition.also.map((told, index) => item(told, edition.stories.length + index + 1, true))
  const more: Item[] = edition.more > 0 && !request.forChannel ? [{ type: 'context', spans: typed(say('digest-more', { count: edition.more })) }] : []
  const coming = comingBlocks(edition, voice)
  const foot = request.forChannel ? [] : [{ type: 'break' } satisfies Block, context(footText(edition, say))]
  return {
    items: [
      ...above,
      { type: 'heading', spans: [plain(title)] },
      context(say('digest-read-until', { time: until })),
      ...late,
      ...corrected,
      ...stories,
      ...(also.length > 0
        ? ([{ type: 'break' }, { type: 'fold', title: [plain(say('digest-also'))], blocks: [...also, ...more] }] satisfies Item[])
        : []),
      ...coming,
      ...foot,
      ...signature,
    ],
    frame: {
      buttons: [numberButtons(edition, say)],
      lang,
      ...(choice.length === 'full' ? { threaded: true as const } : {}),
      preview: title,
      stories: [...edition.stories, ...edition.also].map(({ story }) => story.id),
    },
    cited: citations.list(),
  }
}

/** What was changed or withdrawn of one story; its first sentence where no page tells what. */
function correctedBlocks({ story, corrections }: Edition['corrected'][number], lexicon: Lexicon, voice: Voice): Block[] {
  return [
    { type: 'paragraph', spans: [plain(`${voice.say('digest-corrected')}: `), ...headlineSpans(story, lexicon, voice)] },
    ...corrections.slice(0, correctionsShown).map((correction) => correctionBlock(correction, voice)),
    ...(corrections.length > 0 ? [] : story.summary.slice(0, 1)).map((sentence): Block => ({ type: 'quote', spans: quotation(sentence, voice) })),
  ]
}

/** The whole message at once, with its list of sources: for `digest` now and for the terminal. */
export function editionMessage(edition: Edition, lexicon: Lexicon, say: Say): Message {
  const { items, frame, cited } = editionItems(edition, { lexicon, say })
  const blocks = blocksOf(items)
  const voice: Voice = { lang: edition.request.lang, zone: edition.request.zone, say, citations: { numberOf: () => 0, list: () => cited } }
  const foot = blocks.findLastIndex((block) => block.type === 'break')
  if (cited.length > 0) blocks.splice(edition.stories.length > 0 ? foot + 1 : blocks.length, 0, sourceList(voice))
  return { ...frame, blocks }
}

/** The contract's Digest shape. */
export function editionJson(edition: Edition, lexicon: Lexicon): Record<string, unknown> {
  const { request } = edition
  const label = labelText(lexicon, request.lang)
  const named = (story: EditionStory['story']) => ({ id: `s${story.id}`, title: label(story) })
  return {
    from: request.from.toISOString(),
    to: request.to.toISOString(),
    timeZone: request.zone,
    stories: edition.stories.map(({ story, sentences, isNew }) => ({
      ...named(story),
      summary: sentences.map((sentence) => ({ text: sentence.text, citations: [sentence.url] })),
      isNew,
      balance: story.balance,
    })),
    also: edition.also.map(({ story }) => named(story)),
    comingUp: edition.comingUp.map(({ day, sentence, story }) => ({ day, text: sentence.text, citations: [sentence.url], story: `s${story.id}` })),
    notSeen: edition.stories.flatMap(({ story, notSeen }) =>
      notSeen.map(({ country, sourcesRead }) => ({ story: `s${story.id}`, country, sourcesRead })),
    ),
    corrected: edition.corrected.map(({ story, corrections }) => ({ ...named(story), corrections: corrections.map(correctionJson) })),
    readUntil: edition.readUntil?.toISOString() ?? null,
    unreadSources: edition.unreadSources,
  }
}
