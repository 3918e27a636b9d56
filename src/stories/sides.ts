/** Articles of a story → what each side says in it: official words first, a denial beside the claim it answers. */
import type { Article, Statement } from '../articles/article.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { quote } from './quoting.js'
import { sentenceAt } from './sentences.js'
import { byTimeThenUrl } from './solve.js'
import { stillPublished } from './still-published.js'
import type { Outlet, SideStatement } from './story.js'
import { textWords } from './word-memory.js'

interface Said {
  statement: Statement
  article: Article
  text: string
  stems: ReadonlySet<string>
  figures: ReadonlySet<number>
}

const standings = ['official', 'other', 'unknown']

function everySaid(articles: readonly Article[], lexicon: Lexicon): Said[] {
  return [...stillPublished(articles)].sort(byTimeThenUrl).flatMap((article) =>
    // An office that the lexicon contradicts stands in a quotation only, never as a side's word.
    article.statements
      .filter((statement) => !statement.contradictsLexicon)
      .map((statement) => {
        const text = sentenceAt(article, statement.start, lexicon)?.text ?? statement.text
        const words = textWords(text, article.lang)
        return { statement, article, text, stems: new Set(words.stems.keys()), figures: words.figures }
      }),
  )
}

/** Share of the shorter one's words that both have. */
function alike(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  const both = [...first].filter((stem) => second.has(stem)).length
  return both / Math.max(1, Math.min(first.size, second.size))
}

/** The same words of the same speaker, told by several outlets, stand once: the first one's. */
function withoutRepeats(said: readonly Said[]): Said[] {
  const kept: Said[] = []
  for (const one of said)
    if (
      !kept.some(
        (other) =>
          other.statement.speaker === one.statement.speaker && other.article.lang === one.article.lang && alike(other.stems, one.stems) > 0.6,
      )
    )
      kept.push(one)
  return kept
}

/** True when only outlets of other countries report the speaker, whose side is a country. */
function onlyThroughOthers({ statement, article }: Said, said: readonly Said[], outlets: ReadonlyMap<number, Outlet>): boolean {
  const { side, speaker } = statement
  if (side === null || !/^[A-Z]{2}$/.test(side)) return false
  const told = said.filter((other) => other.statement.speaker === speaker)
  const countries = [article, ...told.map((other) => other.article)].map((each) => outlets.get(each.sourceId)?.country ?? null)
  return !countries.includes(side) && !countries.includes(null)
}

function order(a: Said, b: Said): number {
  return (
    standings.indexOf(a.statement.standing) - standings.indexOf(b.statement.standing) ||
    (a.statement.side ?? '~').localeCompare(b.statement.side ?? '~', 'en') ||
    byTimeThenUrl(a.article, b.article) ||
    a.statement.start - b.statement.start
  )
}

/** Claims in order; each denial directly behind the claim of another side that it is most like, else at the end. */
function denialsBesideClaims(said: readonly Said[]): Said[] {
  const claims = said.filter((one) => !one.statement.denial).sort(order)
  const answers = new Map<Said, Said[]>()
  const loose: Said[] = []
  for (const denial of said.filter((one) => one.statement.denial).sort(order)) {
    const others = claims.filter((claim) => claim.statement.side !== denial.statement.side && claim.statement.side !== null)
    const denied = denial.statement.denies === null ? denial.stems : new Set(textWords(denial.statement.denies, denial.article.lang).stems.keys())
    const claim = others.sort((a, b) => alike(b.stems, denied) - alike(a.stems, denied))[0]
    if (claim) answers.set(claim, [...(answers.get(claim) ?? []), denial])
    else loose.push(denial)
  }
  return [...claims.flatMap((claim) => [claim, ...(answers.get(claim) ?? [])]), ...loose]
}

export function sideStatements(articles: readonly Article[], context: { outlets: ReadonlyMap<number, Outlet>; lexicon: Lexicon }): SideStatement[] {
  const all = everySaid(articles, context.lexicon)
  return denialsBesideClaims(withoutRepeats(all)).map((said) => ({
    speaker: said.statement.speaker,
    role: said.statement.role,
    side: said.statement.side,
    standing: said.statement.standing,
    denial: said.statement.denial,
    sentence: quote(said.article, said.text, context.outlets),
    onlyThroughOthers: onlyThroughOthers(said, all, context.outlets),
  }))
}
