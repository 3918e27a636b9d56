/** Two versions of one article → whether a figure or a name that stood in the first was taken back. */
import type { ReadArticle, Understanding } from './article.js'
import { changesIn, diffRevisions, removesWords } from './revision-diff.js'

type Version = Pick<ReadArticle, 'title' | 'text' | 'lang'> & Pick<Understanding, 'people' | 'organisations' | 'countries' | 'nameKeys'>

/** Digits with their separators: "1,234.5", "28 000", "12:30". */
const figure = /\d+(?:[.,:\u00a0\u202f ]?\d+)*/g

function figures({ title, text }: Version): Set<string> {
  return new Set([...`${title}\n${text}`.matchAll(figure)].map(([found]) => found.replace(/[,\u00a0\u202f ]/g, '')))
}

function names({ people, organisations, countries, nameKeys }: Version): Set<string> {
  return new Set([...people, ...organisations, ...countries, ...nameKeys])
}

/**
 * An addition is news, not a correction: only what is gone counts. Tags may go without any word being gone (a longer text weighs them
 * anew), which takes nothing back.
 */
export function takesBack(before: Version, after: Version): boolean {
  if (!changesIn(diffRevisions(before, after, after.lang)).some(removesWords)) return false
  const keptFigures = figures(after)
  const keptNames = names(after)
  return [...figures(before)].some((found) => !keptFigures.has(found)) || [...names(before)].some((name) => !keptNames.has(name))
}
