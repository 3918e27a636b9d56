/** A snapshot + what one chat chose and has seen → an edition: which stories, in which order, and what else its reader should know. */
import { type CalendarEntry, calendarOf } from '../src/answers/calendar.js'
import type { Article } from '../src/articles/article.js'
import type { Language, Lexicon } from '../src/lexicon/lexicon.js'
import type { Correction } from '../src/stories/corrections.js'
import { type NotSeen, notSeenIn } from '../src/stories/silence.js'
import { stillPublished } from '../src/stories/still-published.js'
import type { QuotedSentence, Story } from '../src/stories/story.js'
import { sentencesFor } from '../src/stories/summary.js'
import { type Unanswered, unansweredIn } from '../src/stories/unanswered.js'
import type { SeenStory } from '../src/subscribers/chat.js'
import { type Choice, wholeChoice } from '../src/subscribers/subscription.js'
import { type EditionPorts, readSnapshot, type Snapshot, type SnapshotStory } from './snapshot.js'
import { type OneSided, oneSidedness, weightOf } from './weight.js'

export interface EditionRequest {
  from: Date
  to: Date
  /** Nothing published later is seen. */
  asOf: Date
  lang: Language
  zone: string
  languagesRead: readonly Language[]
  /** Absent: everything, short. */
  choice?: Choice
  /** Story id → the last change of it that the chat has seen. Absent: nothing was seen. */
  seen?: ReadonlyMap<number, number>
  /** True: what was published up to a day before the period but read within it counts too (the last edition could not have it). */
  alsoReadLate?: boolean
  /** A channel's readers are not told which sources could not be read. */
  forChannel?: boolean
  /** Why it comes late, and when it does; null or absent: on time. */
  late?: { why: LateReason; at: Date } | null
}

export type LateReason = 'was-down' | 'was-busy'

export interface EditionStory {
  story: Story
  sentences: QuotedSentence[]
  /** False: the chat saw it before, and `sentences` come only from what is new. */
  isNew: boolean
  oneSided: OneSided | null
  /** Countries it concerns in whose sources it was looked for and not seen. */
  notSeen: NotSeen[]
  /** Sides that a shown sentence makes a claim about and that did not answer. */
  unanswered: Unanswered[]
  /** The last change shown. */
  seq: number
}

/** Equal inputs give equal editions. */
export interface Edition {
  request: EditionRequest
  stories: EditionStory[]
  /** One-liners: what did not fit. */
  also: EditionStory[]
  /** How many more there are that not even a line is left for. */
  more: number
  /** How many that are wanted the chat has seen already, and nothing is new of them. */
  seenBefore: number
  /** Announced for days to come, soonest first. */
  comingUp: CalendarEntry[]
  /** Stories this chat was shown, of which a page was changed or withdrawn since it last saw them. */
  corrected: { story: Story; seq: number; corrections: Correction[] }[]
  /** Names of sources that matter to this edition and could not be read. */
  unreadSources: string[]
  sources: number
  readUntil: Date | null
}

const sizes = {
  short: { shown: 5, also: 5, sentences: 1 },
  full: { shown: 10, also: 10, sentences: 3 },
} as const
/** What was published before the period but read only within it still counts, so much back. */
export const lateReadMs = 24 * 3_600_000

/** What was worked out before for one snapshot: many chats of a tick are told the same. */
export interface Told {
  stories: Map<string, EditionStory>
  calendars: Map<string, CalendarEntry[]>
}

export function createTold(): Told {
  return { stories: new Map(), calendars: new Map() }
}

const comingUpShown = 3

/** A story as a candidate for one chat: what of it is new to that chat. */
interface Candidate extends SnapshotStory {
  /** Articles that are new to the chat and no reprints of what it saw; all of them for a story it never saw. */
  added: Article[]
  isNew: boolean
}

/** Whether an article of it was published in the period, or so long before it that it could be read only within it. */
function isToldIn({ articles }: Story, { from, to }: EditionRequest, readLate: ReadonlySet<number> = new Set()): boolean {
  const begin = from.getTime()
  return articles.some((article) => {
    const at = article.publishedAt?.getTime()
    return at !== undefined && at <= to.getTime() && (at >= begin || (at >= begin - lateReadMs && readLate.has(article.id)))
  })
}

function candidateOf(item: SnapshotStory, request: EditionRequest): Candidate | null {
  const { story } = item
  const readLate = new Set((request.alsoReadLate ? item.joined : []).filter((change) => change.at >= request.from).map((change) => change.article))
  if (!isToldIn(story, request, readLate)) return null
  const seenSeq = request.seen?.get(story.id)
  if (seenSeq === undefined) return { ...item, added: story.articles, isNew: true }
  const joined = new Set(item.joined.filter((change) => change.seq > seenSeq).map((change) => change.article))
  // A reprint of what the chat was shown is nothing new.
  const added = stillPublished(story.articles).filter((article) => joined.has(article.id) && joined.has(item.origins.get(article.id) ?? article.id))
  return added.length > 0 ? { ...item, added, isNew: false } : null
}

function isMuted(story: Story, choice: Choice): boolean {
  if (choice.mutedConcepts.some((slug) => tagsOf(story).has(slug))) return true
  if (choice.mutedSources.length > 0 && story.articles.every((article) => choice.mutedSources.includes(article.sourceId))) return true
  const isTold = ({ lang }: Article): boolean =>
    !(choice.mutedLanguages as string[]).includes(lang) && (choice.onlyLanguages.length === 0 || (choice.onlyLanguages as string[]).includes(lang))
  return choice.mutedLanguages.length + choice.onlyLanguages.length > 0 && !story.articles.some(isTold)
}

const tags = new WeakMap<Story, Set<string>>()

/** What was chosen; where nothing was, whatever belongs to a topic and concerns a country: the rest is no matter of the field. */
function isWanted(story: Story, choice: Choice): boolean {
  if (choice.concepts.length === 0) return story.countries.length > 0 && (story.topics.length > 0 || story.threads.length > 0)
  return choice.concepts.some((slug) => tagsOf(story).has(slug))
}

/** Every topic and lexicon slug that a story carries. */
export function tagsOf(story: Story): Set<string> {
  const known = tags.get(story)
  if (known) return known
  const made = new Set<string>([...story.topics, ...story.threads, ...story.countries, ...story.people, ...story.organisations, ...story.places])
  tags.set(story, made)
  return made
}

/** What telling needs beside the story. */
export interface Telling {
  snapshot: Snapshot
  lexicon: Lexicon
  told: Told
}

/** The words of one story for one reader: fewer for a short edition, two where sides differ, only from what is new where it was seen. */
function tell({ story, added, isNew, seq }: Candidate, request: EditionRequest, { snapshot, lexicon, told }: Telling): EditionStory {
  const choice = request.choice ?? wholeChoice
  const key = [story.id, seq, choice.length, request.languagesRead.join('>'), isNew ? 'new' : added.map((article) => article.id).join(',')].join('|')
  const known = told.stories.get(key)
  if (known) return known
  const words = telling({ story, added, isNew, seq }, choice, request.languagesRead, lexicon)
  const reading = { now: snapshot.asOf, sources: snapshot.readings, lexicon }
  const made = { ...words, notSeen: notSeenIn(story, reading), unanswered: unansweredIn(story, [...headlineOf(story), ...words.sentences], reading) }
  told.stories.set(key, made)
  return made
}

/** A line of one story: its headline, or one sentence of what is new where it was seen. */
function tellShortly(candidate: Candidate, request: EditionRequest, { snapshot, lexicon, told }: Telling): EditionStory {
  const { story, added, isNew, seq } = candidate
  const key = ['also', story.id, seq, request.languagesRead.join('>'), isNew ? 'new' : added.map((article) => article.id).join(',')].join('|')
  const known = told.stories.get(key)
  if (known) return known
  const sentences = isNew ? [] : sentencesFor({ ...story, articles: added }, { languages: request.languagesRead, count: 1, lexicon })
  const quoted = sentences.length > 0 ? sentences : headlineOf(story)
  const unanswered = unansweredIn(story, quoted, { now: snapshot.asOf, sources: snapshot.readings, lexicon })
  const made: EditionStory = { story, sentences, isNew, oneSided: null, notSeen: [], unanswered, seq }
  told.stories.set(key, made)
  return made
}

function headlineOf({ headline }: Story): QuotedSentence[] {
  return headline.kind === 'quoted' ? [headline.sentence] : []
}

function telling(
  { story, added, isNew, seq }: Pick<Candidate, 'story' | 'added' | 'isNew' | 'seq'>,
  choice: Choice,
  languages: readonly Language[],
  lexicon: Lexicon,
): Omit<EditionStory, 'notSeen' | 'unanswered'> {
  const denial = story.statements.find((statement) => statement.denial)
  const asNew: Story = isNew ? story : { ...story, articles: added }
  const count = Math.max(sizes[choice.length].sentences, denial || new Set(story.statements.map((statement) => statement.side)).size > 1 ? 2 : 1)
  const sentences = sentencesFor(asNew, { languages, count, lexicon })
  // A claim never travels without its denial, whatever the length.
  const answered = denial && isNew && !sentences.some((sentence) => sentence.text === denial.sentence.text) ? [denial.sentence] : []
  return { story, sentences: [...sentences, ...answered], isNew, oneSided: oneSidedness(story), seq }
}

/** One story for one reader, whole or only what is new to him. */
export function tellStory(item: SnapshotStory, request: EditionRequest, telling: Telling): EditionStory {
  const candidate = candidateOf(item, { ...request, alsoReadLate: true })
  return tell(candidate ?? { ...item, added: item.story.articles, isNew: true }, request, telling)
}

/** The articles whose words an edition shows of a story. */
export function quotedArticles({ story, sentences }: EditionStory): number[] {
  return [...new Set([...headlineOf(story), ...sentences].map((sentence) => sentence.articleId))]
}

/** The pure heart: no clock, no store. */
export function composeFrom(snapshot: Snapshot, request: EditionRequest, lexicon: Lexicon, told: Told = createTold()): Edition {
  const choice = request.choice ?? wholeChoice
  const size = sizes[choice.length]
  const ranked = snapshot.stories
    .flatMap((item) => candidateOf(item, request) ?? [])
    .filter((candidate) => !isMuted(candidate.story, choice) && isWanted(candidate.story, choice))
    .map((candidate) => ({
      candidate,
      weight: weightOf(candidate.story, {
        at: request.to,
        concepts: choice.concepts,
        tags: tagsOf(candidate.story),
        isNew: candidate.isNew,
        addedOrigins: new Set(candidate.added.map((article) => candidate.origins.get(article.id) ?? article.id)).size,
      }),
    }))
    .sort(
      (a, b) =>
        b.weight - a.weight || b.candidate.story.lastAt.getTime() - a.candidate.story.lastAt.getTime() || a.candidate.story.id - b.candidate.story.id,
    )
    .map(({ candidate }) => candidate)
  const rankedIds = new Set(ranked.map(({ story }) => story.id))
  const shown = ranked.slice(0, size.shown)
  // One place is kept for the weightiest story that only one country's media or one origin report.
  const lonely = ranked.slice(size.shown).find((candidate) => oneSidedness(candidate.story) !== null)
  if (lonely && !shown.some((candidate) => oneSidedness(candidate.story) !== null)) shown[shown.length - 1] = lonely
  const rest = ranked.filter((candidate) => !shown.includes(candidate)).slice(0, size.also)
  return {
    request,
    stories: shown.map((candidate) => tell(candidate, request, { snapshot, lexicon, told })),
    seenBefore: snapshot.stories.filter(
      ({ story }) =>
        request.seen?.has(story.id) && isToldIn(story, request) && isWanted(story, choice) && !isMuted(story, choice) && !rankedIds.has(story.id),
    ).length,
    more: ranked.length - shown.length - rest.length,
    also: rest.map((candidate) => tellShortly(candidate, request, { snapshot, lexicon, told })),
    comingUp: comingFor(snapshot, request, lexicon, told),
    corrected: snapshot.stories
      .filter(({ story, correctedSeq }) => correctedSeq > (request.seen?.get(story.id) ?? Number.MAX_SAFE_INTEGER))
      .map(({ story, seq, corrections }) => ({
        story,
        seq,
        corrections: corrections.filter((correction) => correction.seq > (request.seen?.get(story.id) ?? 0)),
      }))
      // A story that is shown says itself that a page of it was changed; what is said here is which words.
      .filter(({ story, corrections }) => corrections.length > 0 || !shown.some((one) => one.story.id === story.id)),
    unreadSources: unreadFor(snapshot, ranked, choice),
    sources: snapshot.sources,
    readUntil: snapshot.readUntil,
  }
}

/** What the stories that this reader wants announce. */
function comingFor(snapshot: Snapshot, request: EditionRequest, lexicon: Lexicon, told: Told): CalendarEntry[] {
  const choice = request.choice ?? wholeChoice
  const key = `${request.zone}|${request.languagesRead.join('>')}`
  const known = told.calendars.get(key)
  const all =
    known ??
    calendarOf(
      snapshot.stories.map(({ story }) => story),
      { asOf: request.to, zone: request.zone, lexicon, outlets: snapshot.outlets, languages: request.languagesRead },
    )
  if (!known) told.calendars.set(key, all)
  return all
    .filter(
      ({ story, sentence, state }) =>
        // What was moved or cancelled does not come up on that day.
        state !== 'moved' &&
        state !== 'cancelled' &&
        isWanted(story, choice) &&
        !isMuted(story, choice) &&
        (request.languagesRead as readonly string[]).includes(sentence.lang),
    )
    .slice(0, comingUpShown)
}

/** Only those that matter: of a country that the edition's stories concern, and not muted. */
function unreadFor(snapshot: Snapshot, ranked: readonly Candidate[], choice: Choice): string[] {
  const countries = new Set(ranked.flatMap(({ story }) => story.countries))
  return snapshot.unread
    .filter((source) => !choice.mutedSources.includes(source.id) && (source.country === null || ranked.length === 0 || countries.has(source.country)))
    .map((source) => source.name)
    .sort()
}

/** Stories that an edition tells, in whole or in a line, with the last change told. */
export function shownIn({ stories, also }: Edition): SeenStory[] {
  return [...stories, ...also].map(({ story, seq }) => ({ story: story.id, seq }))
}

/** One edition, now, for anyone. */
export async function composeEdition(request: EditionRequest, ports: EditionPorts): Promise<Edition> {
  const snapshot = await readSnapshot({ from: request.from, asOf: request.asOf }, ports)
  return composeFrom(snapshot, request, ports.lexicon)
}
