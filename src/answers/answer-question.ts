/** Question + archive → answer: find by concepts, weigh, compose the stories as of the instant asked, choose sentences; or an honest no. */
import type { Lexicon } from '../lexicon/lexicon.js'
import { notionsOf } from '../lexicon/notions.js'
import type { Story } from '../stories/story.js'
import type { Answer, Development, NoAnswerReason, Question } from './answer.js'
import { chooseStories, tellsOfIt, voicesOf } from './choose-stories.js'
import { comingUp } from './coming-up.js'
import { develop, roomFor } from './develop.js'
import { isOnTopic, type RankedStory } from './rank.js'
import { rereadings, withBearers } from './rereading.js'
import type { RetrievalPorts } from './retrieve.js'
import { type Search, searchStories } from './search-stories.js'
import { speaksFor } from './sentence-fit.js'
import { namesAny } from './sentence-reading.js'
import { positionsOf } from './sides.js'
import { touchingDevelopments } from './touching.js'

const dayMs = 86_400_000
/** Days after which a report that announces nothing says no more when something will be. */
const staleDays = 21

/** Never throws for what was typed; errors are the store's. */
export async function answerQuestion(asked: Question, ports: RetrievalPorts): Promise<Answer> {
  const question = await withBearers(asked, ports)
  const first = await tryToAnswer(question, ports)
  if (first.found) return first
  if (first.leadsNowhere)
    for (const reading of await rereadings(question, ports)) {
      const other = await tryToAnswer(reading, ports)
      if (other.found) return other
    }
  return refuse(question, first, ports)
}

/** Why one reading of a question has no answer; what only the last word needs is looked up by then. */
interface Refusal {
  found: false
  reason: NoAnswerReason
  /** No story fits: the words may be meant otherwise. */
  leadsNowhere: boolean
  nearest(): Promise<Development | null>
}

function refusal(reason: NoAnswerReason, nearest: Development | null = null): Refusal {
  return { found: false, reason, leadsNowhere: false, nearest: async () => nearest }
}

async function tryToAnswer(question: Question, ports: RetrievalPorts): Promise<Extract<Answer, { found: true }> | Refusal> {
  if (isElsewhere(question, ports.lexicon)) return refusal('not-covered')
  const isBounded = Boolean(question.from || question.to)
  if (question.subjects.length === 0 && question.words.length === 0) return refusal(isBounded ? 'nothing-found' : 'not-covered')
  const search = await searchStories(question, ports, true)
  const fresh = search.ranked.filter(({ story }) => !question.skip.includes(story.id))
  const chosen = chooseStories(fresh, question, ports.languagesRead)
  if (chosen.length === 0)
    return {
      found: false,
      reason: search.known || question.subjects.length > 0 ? 'nothing-found' : 'not-covered',
      leadsNowhere: true,
      nearest: async () => (isBounded ? nearestOf(question, ports) : null),
    }
  const [premise] = chosen
  if (premise && !tellsOfIt(search.ranked, question)) {
    const about = search.ranked.find(({ story }) => isOnTopic(story, question)) ?? premise
    return refusal('nothing-found', inBrief(about.story, question, search, ports))
  }
  const told: string[] = []
  const common = {
    question,
    terms: search.judge.terms,
    lexicon: ports.lexicon,
    outlets: search.outlets,
    languages: ports.languagesRead,
    count: 1,
    characters: 300,
  }
  const developments = chosen.map(({ story }, index): Development => {
    const development = develop(story, {
      question,
      ports,
      judge: search.judge,
      outlets: search.outlets,
      ...roomFor(question, index, chosen.length),
      told,
    })
    told.push(...development.sentences.map((sentence) => sentence.text))
    return development
  })
  const shownStories = onSubject(
    developments.filter((development) => development.sentences.length > 0),
    question,
    ports.lexicon,
  )
  if (shownStories.length === 0) return refusal('nothing-found')
  const beside = await touchingDevelopments(
    question,
    {
      shown: shownStories.map(({ story }) => story),
      weighed: search.ranked.map(({ story }) => story),
      outlets: search.outlets,
      choice: { ...common, count: 1, characters: 240, told },
    },
    ports,
  )
  const newest = Math.max(...shownStories.map(({ story }) => story.lastAt.getTime()))
  const newestAgeDays = Math.max(0, Math.floor((question.asOf.getTime() - newest) / dayMs))
  const coming = comingUp(
    chosen.map(({ story }) => story),
    { asOf: question.asOf, zone: question.zone, lexicon: ports.lexicon, outlets: search.outlets, languages: ports.languagesRead },
  )
  // What will be is not told by what was: an old event is offered as the nearest only.
  const tellsOfNext = shownStories.some(({ sentences }) => sentences.some(({ text, lang }) => notionsOf(text, lang).has('date')))
  if (question.kind === 'when' && question.future && coming.length === 0 && (newestAgeDays > staleDays || (question.next && !tellsOfNext)))
    return refusal('nothing-found', shownStories[0] ? { ...shownStories[0], sides: [] } : null)
  return {
    found: true,
    question,
    lead: leading(shownStories, search.ranked, question)?.sentences ?? [],
    developments: [...shownStories, ...beside],
    positions: question.kind === 'positions' ? positionsOf(voicesOf(search.ranked, chosen), { ...common, told }) : null,
    coming,
    unheard: unheardIn(shownStories, question, ports.lexicon),
    touching: beside.length,
    newestAt: new Date(newest),
  }
}

/** Of a list of what is new on a name, what is shown names it; where nothing does, all. */
function onSubject(developments: Development[], { kind, named }: Question, lexicon: Lexicon): Development[] {
  if (kind !== 'latest' || named.length === 0) return developments
  const naming = developments.filter(({ sentences }) => sentences.some((sentence) => namesAny(sentence, named, lexicon)))
  return naming.length > 0 ? naming : developments
}

/** The speaker asked for, where no story shown holds a statement of his or of one who speaks for it, and no sentence shown so much as names him. */
function unheardIn(shownStories: readonly Development[], { kind, speakers }: Question, lexicon: Lexicon): string | null {
  const isAsked = (speaker: string, side: string | null): boolean => speakers.some((asked) => speaksFor(speaker, side, asked, lexicon))
  const heard = shownStories.some(
    ({ story, sentences }) =>
      sentences.some((sentence) => namesAny(sentence, speakers, lexicon)) || story.statements.some(({ speaker, side }) => isAsked(speaker, side)),
  )
  return kind === 'who-said' && !heard ? (speakers[0] ?? null) : null
}

/** Of a chain of events the step that tells most of the matter; else the first development. */
function leading(shownStories: readonly Development[], ranked: readonly RankedStory[], question: Question): Development | undefined {
  if (question.kind !== 'timeline') return shownStories[0]
  const scores = new Map(ranked.map((one) => [one.story, one.score]))
  return [...shownStories].sort((a, b) => (scores.get(b.story) ?? 0) - (scores.get(a.story) ?? 0))[0]
}

/** An honest no. Nothing read, or nothing readable, goes before what was asked. */
async function refuse(question: Question, { reason, nearest }: Refusal, ports: RetrievalPorts): Promise<Answer> {
  const state = await ports.archive.state(question.asOf)
  const nothing: NoAnswerReason = state.sources > 0 && state.sourcesFailing === state.sources ? 'sources-down' : 'nothing-read'
  return {
    found: false,
    question,
    reason: state.articles === 0 ? nothing : reason,
    nearest: await nearest(),
    searched: state.relevantArticles,
    lastRead: state.lastPollAt,
  }
}

/** Off the newsroom's field: unless somebody of its own field is asked about. */
function isElsewhere(question: Question, lexicon: Lexicon): boolean {
  if (!question.elsewhere) return false
  return !question.named.some((slug) => ['person', 'organisation'].includes(lexicon.entity(slug)?.kind ?? ''))
}

/** What an honest no offers of a story: one sentence of it; null where none can be shown. */
function inBrief(story: Story, question: Question, { judge, outlets }: Search, ports: RetrievalPorts): Development | null {
  const near = develop(story, { question, ports, judge, outlets, count: 1, characters: 250, told: [] })
  return near.sentences.length > 0 ? { ...near, sides: [] } : null
}

/** The nearest that was read outside the bounds in time, offered as such. */
async function nearestOf(question: Question, ports: RetrievalPorts): Promise<Development | null> {
  const open: Question = { ...question, from: null, to: null }
  const search = await searchStories(open, ports, false)
  const [best] = chooseStories(search.ranked, { ...open, kind: 'latest' }, ports.languagesRead)
  if (!best || best.coverage < 0.6) return null
  return inBrief(best.story, open, search, ports)
}
