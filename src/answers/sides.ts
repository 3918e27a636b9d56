/** A story + a question → the statements of its sides that belong beside the answer: each side once, a denial beside its claim. */
import { dangles } from '../stories/standing-alone.js'
import type { QuotedSentence, SideStatement, Story } from '../stories/story.js'
import type { Positions } from './answer.js'
import type { SentenceChoice } from './choose-sentences.js'
import { heldBy, speaksFor, termsWorth } from './sentence-fit.js'
import { readSentence } from './sentence-reading.js'

const mostOfficial = 4
const mostOthers = 3
const mostBeside = 2
/** Worth from which words of a side are on the matter. */
const leastBeside = 1

/** Best per side, where a story's sides differ and the sentences do not show all of it already. */
export function sidesOf(story: Story, sentences: readonly QuotedSentence[], choice: SentenceChoice): SideStatement[] {
  const { kind } = choice.question
  if (kind === 'timeline' || kind === 'calendar' || kind === 'positions' || !story.statements.some((statement) => statement.denial)) return []
  const best = bestPerSide(rated([story], choice))
  const beside = best.filter((statement) => !isTold(statement, sentences)).slice(0, mostBeside)
  return beside.length === 0 ? [] : [...beside, ...best.filter((statement) => isTold(statement, sentences)).slice(0, 1)]
}

/**
 * What the sides concerned say of a matter that is asked newest first, where the sentences show fewer than two of them:
 * the words of those that they do not show, each side's best on the matter, and of the one that they do.
 */
export function sidesUnheard(story: Story, sentences: readonly QuotedSentence[], choice: SentenceChoice): SideStatement[] {
  const { kind, topics } = choice.question
  if (kind !== 'latest' || topics.length === 0) return []
  const isConcerned = ({ standing, side }: SideStatement): boolean =>
    standing === 'official' && side !== null && region.has(side) && story.countries.includes(side)
  const all = rated([story], choice).filter(({ statement }) => isConcerned(statement))
  const heard = bestPerSide(all.filter(({ statement }) => isTold(statement, sentences)))
  const others = bestPerSide(all.filter(({ worth }) => worth >= leastBeside)).filter(({ side }) => !heard.some((one) => one.side === side))
  return heard.length < 2 && heard.length + others.length >= 2 ? [...others.slice(0, mostBeside), ...heard] : []
}

/** Its words stand in one of the sentences. */
export function isTold({ sentence }: SideStatement, sentences: readonly QuotedSentence[]): boolean {
  return sentences.some(({ url, text }) => url === sentence.url && (text.includes(sentence.text) || sentence.text.includes(text)))
}

/** What each side says across stories, officials apart from other voices, of whom nothing that `told` shows already. */
export function positionsOf(stories: readonly Story[], choice: SentenceChoice): Positions {
  const told = (statement: SideStatement): boolean =>
    choice.told.some((text) => text.includes(statement.sentence.text) || statement.sentence.text.includes(text))
  const all = rated(stories, choice)
  const official = bestPerSide(all.filter(({ statement }) => statement.standing === 'official'))
  const others = bestPerSpeaker(all.filter(({ statement, worth }) => statement.standing !== 'official' && worth > 0.6))
  const heard = new Set(all.filter(({ statement }) => statement.standing === 'official').map(({ statement }) => statement.side))
  const concerned = choice.question.countries.length > 0 ? choice.question.countries : concernedBy(stories)
  return {
    official: official.slice(0, mostOfficial),
    others: others.filter((statement) => !told(statement)).slice(0, mostOthers),
    silent: concerned.filter((country) => region.has(country) && !heard.has(country)),
  }
}

/** Countries that most reports of these stories are about; one that a background names is not missed. */
function concernedBy(stories: readonly Story[]): string[] {
  const articles = stories.flatMap((story) => story.articles)
  const countries = new Set(articles.flatMap((article) => article.countries))
  return [...countries].filter((country) => articles.filter((article) => article.countries.includes(country)).length > articles.length * 0.6)
}

/** The countries whose word is missed when it is not there. */
const region: ReadonlySet<string> = new Set(['AM', 'AZ', 'GE'])

interface Rated {
  statement: SideStatement
  worth: number
}

/** Statements with what they are worth to the question; the newer story's first among equals. */
function rated(stories: readonly Story[], choice: SentenceChoice): Rated[] {
  const { question, lexicon, languages } = choice
  const newest = Math.max(...stories.map((story) => story.lastAt.getTime()))
  return stories
    .flatMap((story) => {
      const articles = new Map(story.articles.map((article) => [article.id, article]))
      const agePenalty = Math.min(1, (newest - story.lastAt.getTime()) / (30 * 86_400_000))
      return story.statements.flatMap((statement): Rated[] => {
        const article = articles.get(statement.sentence.articleId)
        if (!article) return []
        const { text, lang } = statement.sentence
        const reading = readSentence(text, lang, lexicon)
        const language = (languages as readonly string[]).indexOf(lang)
        const asked =
          question.countries.includes(statement.side ?? '') ||
          question.speakers.some((speaker) => speaksFor(statement.speaker, statement.side, speaker, lexicon))
        const worth =
          termsWorth(heldBy(text, article, reading.concepts(), choice), choice) +
          (statement.denial ? 0.9 : 0) +
          (statement.standing === 'official' ? 0.7 : 0) +
          (language < 0 ? -0.8 : 0.4 - 0.2 * language) +
          (asked ? 0.8 : 0) -
          reading.loadedTerms() * 0.4 -
          Math.max(0, text.length - 200) / 200 -
          (dangles(text, lang, { named: reading.mentions() }) ? 1 : 0) -
          agePenalty
        return [{ statement, worth }]
      })
    })
    .sort((a, b) => b.worth - a.worth)
}

function bestBy(all: readonly Rated[], key: (statement: SideStatement) => string): SideStatement[] {
  const found = new Map<string, SideStatement>()
  for (const { statement } of all) if (!found.has(key(statement))) found.set(key(statement), statement)
  return [...found.values()]
}

function bestPerSide(all: readonly Rated[]): SideStatement[] {
  return bestBy(all, (statement) => statement.side ?? statement.speaker)
}

function bestPerSpeaker(all: readonly Rated[]): SideStatement[] {
  return bestBy(all, (statement) => statement.speaker)
}
