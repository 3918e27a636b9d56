/** The statements of an article → those that deny, each with the claim it denies where that stands in the same article. */
import { contentStems } from '../text/stem.js'
import type { Statement } from './article.js'

/** So many common stems make two statements about one thing. */
const leastCommon = 2

/** The clause behind a verb of denial ("denied that …", "отверг обвинения в …"), verbatim, to the end of its sentence. */
function deniedClause(text: string, denying: RegExp): string | null {
  const match = denying.exec(text.toLowerCase().length === text.length ? text.toLowerCase() : text)
  if (!match) return null
  const rest = text
    .slice(match.index + match[0].length)
    .replace(/^\p{L}*[\s,]+(?:(?:that|что|որ|ki|რომ)(?!\p{L})\s*)?/u, '')
    .replace(/[.!?…։]+["”»]?$/u, '')
    .trim()
  return rest.split(/\s+/).length >= 3 ? rest : null
}

/** Fills `denies`: the earlier claim of somebody else that shares most words, else the denied clause itself. `denying` are the language's words of denial. */
export function withDenied(statements: readonly Statement[], lang: string, denying: RegExp): Statement[] {
  const stems = statements.map((statement) => new Set(contentStems(statement.text, lang)))
  return statements.map((statement, index) => {
    if (!statement.denial) return statement
    const own = stems[index] ?? new Set<string>()
    let best: { text: string; common: number } | null = null
    statements.forEach((other, at) => {
      if (at === index || other.speaker === statement.speaker || other.denial) return
      const common = [...(stems[at] ?? [])].filter((one) => own.has(one)).length
      if (common >= leastCommon && common > (best?.common ?? 0)) best = { text: other.text, common }
    })
    const claim = best as { text: string; common: number } | null
    return { ...statement, denies: claim?.text ?? deniedClause(statement.text, denying) }
  })
}
