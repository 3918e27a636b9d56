/** Evidence of a text → everybody named in it: people of the lexicon, and those whom the text itself shows to be people. */
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Evidence } from './evidence.js'
import { findUnknownNames } from './names.js'

/** More people outside the lexicon no news names. */
const mostUnknown = 30

/** Slugs, in the order of the alphabet. Who is not in the lexicon goes by the usual English spelling of the name, one for all scripts and cases. */
export function findPeople({ mentions, whole, input }: Evidence, lexicon: Lexicon): string[] {
  const known = mentions.filter(({ kind }) => kind === 'person').map(({ slug }) => slug)
  const unknown = findUnknownNames(whole, input.lang, mentions, lexicon).filter(({ person }) => person)
  return [...new Set([...known, ...unknown.slice(0, mostUnknown).map(({ slug }) => slug)])].sort()
}
