/** An edition → the message a subscriber sees, of blocks that chats share; and the JSON that programs see. */
import type { Lexicon } from '../src/lexicon/lexicon.js'
import { createCitations, quotation, sourceList, type Voice } from '../src/messages/citations.js'
import { correctionBlock, correctionJson } from '../src/messages/correction-message.js'
import { clockTime, countryName, longDate, longDay } from '../src/messages/format.js'
import type { Block, Button, Message } from '../src/messages/message.js'
import { noAnswerText } from '../src/messages/no-answer.js'
import { plain } from '../src/messages/spans.js'
import { headlineSpans, labelText, lineSpans, storyBlocks } from '../src/messages/story-message.js'
import type { Say } from '../src/messages/words.js'
import { wholeChoice } from '../src/subscribers/subscription.js'
import type { Edition, EditionRequest, EditionStory } from './edition.js'
import { blockKey, contentVersion, type Item, placed, type SharedBlock } from './shared-blocks.js'

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

/** One story, its citations numbered from 1. `also`: its headline alone. */
export function renderStory(told: EditionStory, request: EditionRequest, rendering: Rendering, also: boolean): SharedBlock {
  const look = `${lookOf(request)}|${also ? 'also' : told.isNew ? 'new' : 'developed'}`
  const key = `${look}|${told.story.id}|${told.seq}|${told.sentences.map((sentence) => `${sentence.articleId}:${sentence.text.length}`).join(',')}|${told.notSeen.map((one) => `${one.country}${one.sourcesRead}`).join()}|${told.unanswered.map((one) => `${one.country}${one.sourcesRead}${one.until.getTime()}`).join()}`
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
    ? [{ type: 'paragraph', spans: lineSpans(told.story, lexicon, voice) }, ...noAnswer]
    : [
        ...storyBlocks(told.story, told.sentences, lexicon, voice, null),
        ...noAnswer,
        ...(marks.length > 0 ? [{ type: 'context' as const, spans: [plain(marks.join(' · '))] }] : []),
      ]
  const made: SharedBlock = { story: told.story.id, version: contentVersion(blocks), look, blocks, cited: citations.list() }
  rendering.rendered?.set(key, made)
  return made
}

function oneSidedText({ country, origins }: NonNullable<EditionStory['oneSided']>, request: EditionRequest, say: Say): string {
  return country ? say('digest-one-sided', { country: countryName(country, request.lang) }) : say('digest-one-origin', { origins })
}

/** Where nothing is polled there are no sources and no hour to name; where nothing is kept there is no quiet to tell of. */
function quietText(edition: Edition, until: string, say: Say): string {
  if (edition.readUntil === null) return say('nothing-read')
  return edition.sources > 0 ? say('digest-quiet', { sources: edition.sources, time: until }) : say('digest-quiet-plain')
}

/** What is announced: its day, then the words that announce it. */
function comingBlocks(edition: Edition, { say }: Rendering, numberOf: (url: string) => number): Block[] {
  if (edition.comingUp.length === 0) return []
  const { lang, zone } = edition.request
  const voice: Voice = { lang, zone, say, citations: { numberOf: (sentence) => numberOf(sentence.url), list: () => [] } }
  return [
    { type: 'break' },
    { type: 'paragraph', spans: [plain(say('digest-coming-up'))] },
    {
      type: 'list',
      ordered: false,
      items: edition.comingUp.map(({ day, sentence }) => [plain(`${longDay(day, lang)}: `), ...quotation(sentence, voice)]),
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

/** What a message is made of, in order; shared blocks by reference. */
export function editionItems(edition: Edition, rendering: Rendering): { items: Item[]; frame: Omit<Message, 'blocks'> } {
  const { request } = edition
  const { say } = rendering
  const choice = request.choice ?? wholeChoice
  const until = clockTime(edition.readUntil ?? request.to, request.lang, request.zone)
  const context = (text: string): Block => ({ type: 'context', spans: [plain(text)] })
  const head: Item[] = [
    ...(choice.above ? [{ type: 'paragraph' as const, spans: [plain(choice.above)] }] : []),
    { type: 'heading', spans: [plain(say('digest-title', { date: longDate(request.to, request.lang, request.zone) }))] },
  ]
  const late = request.late ? [context(say(`digest-late-${request.late}`, { time: clockTime(request.to, request.lang, request.zone) }))] : []
  const signature: Item[] = choice.signature ? [context(choice.signature)] : []
  const corrected: Item[] = edition.corrected.flatMap((corrected) => correctedBlocks(edition, corrected, rendering))
  if (edition.stories.length === 0) {
    const quiet: Block = {
      type: 'paragraph',
      spans: [plain(quietText(edition, until, say))],
    }
    return { items: [...head, ...late, quiet, ...corrected, ...signature], frame: { buttons: [], lang: request.lang } }
  }
  const numbers = new Map<string, number>()
  const numberOf = (url: string): number => {
    const known = numbers.get(url)
    if (known !== undefined) return known
    numbers.set(url, numbers.size + 1)
    return numbers.size
  }
  const item = (told: EditionStory, label: string | null, also: boolean): Item => {
    const shared = renderStory(told, request, rendering, also)
    return {
      shared,
      ref: {
        type: 'story',
        story: shared.story,
        version: shared.version,
        look: shared.look,
        label,
        numbers: shared.cited.map((citation) => numberOf(citation.url)),
      },
    }
  }
  const stories = edition.stories.map((told, index) => item(told, `${say('story-number', { number: index + 1 })} `, false))
  const also = edition.also.map((told, index) => item(told, `${say('story-number', { number: edition.stories.length + index + 1 })} `, true))
  const foot = [
    say('digest-foot', { read: edition.sources - edition.unreadSources.length, all: edition.sources }),
    ...(edition.unreadSources.length > 0 ? [say('digest-not-read', { names: edition.unreadSources.slice(0, 5).join(', ') })] : []),
  ].join('; ')
  return {
    items: [
      ...head,
      context(say('digest-read-until', { time: until })),
      ...late,
      ...corrected,
      ...stories,
      ...(also.length > 0 ? [{ type: 'break' as const }, { type: 'paragraph' as const, spans: [plain(say('digest-also'))] }, ...also] : []),
      ...comingBlocks(edition, rendering, numberOf),
      { type: 'break' },
      context(foot),
      ...signature,
    ],
    frame: {
      buttons: [numberButtons(edition, say)],
      lang: request.lang,
      ...(request.choice?.length === 'full' ? { threaded: true as const } : {}),
      preview: say('digest-title', { date: longDate(request.to, request.lang, request.zone) }),
      stories: [...edition.stories, ...edition.also].map(({ story }) => story.id),
    },
  }
}

/** What was changed or withdrawn of one story; its first sentence where no page tells what. */
function correctedBlocks(edition: Edition, { story, corrections }: Edition['corrected'][number], { lexicon, say }: Rendering): Block[] {
  const { request } = edition
  const voice: Voice = { lang: request.lang, zone: request.zone, say, citations: createCitations() }
  return [
    { type: 'paragraph', spans: [plain(`${say('digest-corrected')}: `), ...headlineSpans(story, lexicon, voice)] },
    ...corrections.slice(0, correctionsShown).map((correction) => correctionBlock(correction, voice)),
    ...(corrections.length > 0 ? [] : story.summary.slice(0, 1)).map((sentence): Block => ({ type: 'quote', spans: quotation(sentence, voice) })),
  ]
}

/** The whole message at once, with its list of sources: for `digest` now and for the terminal. */
export function editionMessage(edition: Edition, lexicon: Lexicon, say: Say): Message {
  const { items, frame } = editionItems(edition, { lexicon, say })
  const blocks = items.flatMap((item): Block[] => ('ref' in item ? placed(item.shared, item.ref) : [item]))
  const cited = new Map(items.flatMap((item) => ('ref' in item ? item.shared.cited.map((citation) => [citation.url, citation] as const) : [])))
  const citations = { numberOf: () => 0, list: () => [...cited.values()] }
  const voice: Voice = { lang: edition.request.lang, zone: edition.request.zone, say, citations }
  const foot = blocks.findLastIndex((block) => block.type === 'break')
  if (edition.stories.length > 0) blocks.splice(foot + 1, 0, sourceList(voice))
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

/** Keys of the shared blocks that items refer to. */
export function sharedOf(items: readonly Item[]): Map<string, SharedBlock> {
  return new Map(items.flatMap((item) => ('ref' in item ? [[blockKey(item.shared), item.shared] as const] : [])))
}
