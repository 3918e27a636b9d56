/** A Latin ending → whether English, Azerbaijani or Turkish hangs it on a name. Endings are folded: ə is e, ı is i, ü is u, ğ is g. */

/** Which languages' endings a Latin word may take: the text's own. */
export type LatinMode = 'english' | 'azerbaijani' | 'turkish' | 'unknown'

const derivation = '(?:l[iu])?(?:l[ae]r)?'
const possession = '(?:[iu]m[iu]z|[iu]n[iu]z|[iu]m|s[iu]|[iu])?'
const grammaticalCase = '(?:[ny]?[iu]n?|[ny]?[ae]|n?[dt][ae]n?|y?l[ae]|[iy]le|c[ae])?'
const copula = '(?:k[iu])?(?:l[ae]r)?(?:d[iu]r|d[iu]|yd[iu]|ysa|yse)?'
const chain = new RegExp(`^${derivation}${possession}${grammaticalCase}${copula}$`)

/** Whether the letters are a chain of nominal endings: plural, possessive, case, copula ("-larının", "-nin", "-dəki", "-lılar"). */
export function isTurkicEnding(ending: string): boolean {
  return ending.length > 0 && ending.length <= 14 && chain.test(ending)
}

/** Whether a Latin stem takes the ending in a text of that language. */
export function latinEndings(
  kind: 'latin' | 'latin-adjective',
  ending: string,
  options: { mark: '' | "'" | '-'; mode: LatinMode; stemLength: number },
): boolean {
  if (ending === '') return true
  const { mark, mode, stemLength } = options
  if (mark === "'") return ending === 's' || (mode !== 'english' && isTurkicEnding(ending))
  if (kind === 'latin-adjective' && (ending === 's' || ending === 'es') && mode !== 'azerbaijani' && mode !== 'turkish') return true
  if (mode === 'english') return false
  // Turkish writes an apostrophe after a name; without one a short stem may be another word ("Maliye" is not Mali).
  if (mode !== 'azerbaijani' && stemLength <= 4) return false
  return isTurkicEnding(ending)
}
