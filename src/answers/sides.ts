/** A story + a question → the statements of its sides that belong beside the answer: each side once, a denial beside its claim. */
import type { QuotedSentence, SideStatement, Story } from '../stories/story.js'
import type { SentenceChoice } from './choose-sentences.js'
import { heldBy, speaksFor, termsWorth } from './sentence-fit.js'

const mostForPositions = 4
const mostBeside = 2

/** Statements that the sentences do not already show, best per side. */
export function sidesOf(story: Story, sentences: readonly QuotedSentence[], choice: SentenceChoice): SideStatement[] {
  const { kind } = choice.question
  if (kind === 'timeline' || kind === 'calendar') return []
  const differ = story.statements.some((statement) => statement.denial)
  if (kind !== 'positions' && !differ) return []
  const shown = (text: string): boolean => sentences.some((sentence) => sentence.text.includes(text) || text.includes(sentence.text))
  const best = bestPerSide(story, choice).filter((statement) => !shown(statement.sentence.text))
  return best.slice(0, kind === 'positions' ? mostForPositions : mostBeside)
}

function bestPerSide(story: Story, choice: SentenceChoice): SideStatement[] {
  const { question, lexicon, languages } = choice
  const articles = new Map(story.articles.map((article) => [article.id, article]))
  const worth = (statement: SideStatement): number => {
    const article = articles.get(statement.sentence.articleId)
    if (!article) return -1
    const { text, lang } = statement.sentence
    const concepts = new Set(lexicon.mentions(text, lang).map((mention) => mention.slug))
    const language = (languages as readonly string[]).indexOf(lang)
    return (
      termsWorth(heldBy(text, article, concepts, choice), choice) +
      (statement.denial ? 0.9 : 0) +
      (statement.standing === 'official' ? 0.7 : 0) +
      (language < 0 ? -0.8 : 0.4 - 0.2 * language) -
      lexicon.loadedTerms(text, lang).length * 0.4 -
      Math.max(0, text.length - 200) / 200
    )
  }
  const asked = (statement: SideStatement): boolean =>
    question.countries.includes(statement.side ?? '') ||
    question.speakers.some((speaker) => speaksFor(statement.speaker, statement.side, speaker, lexicon))
  const found = new Map<string, SideStatement>()
  const rated = story.statements
    .map((statement) => ({ statement, worth: worth(statement) + (asked(statement) ? 0.8 : 0) }))
    .sort((a, b) => b.worth - a.worth)
  for (const { statement } of rated) {
    const side = statement.side ?? statement.speaker
    if (!found.has(side)) found.set(side, statement)
  }
  const named = question.countries.length > 0 ? [...found.values()].filter(asked) : []
  return named.length > 0 ? [...named, ...[...found.values()].filter((statement) => !asked(statement) && statement.denial)] : [...found.values()]
}
