/** A ministry, court or commission named without its country → which one it is, from what stands around it and what the text spoke of before. */
import type { Lexicon, Mention } from '../lexicon/lexicon.js'

/** Kinds of state bodies: the ending of their slugs, and how they are called without their country. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['mfa', /foreign ministry|ministry of foreign affairs|(?<!\p{L})мид(?!\p{L})|министерств\p{L} иностранных дел|внешнеполитическ\p{L}+ ведомств/giu],
  ['defence-ministry', /defen[cs]e ministry|ministry of defen[cs]e|минобороны|министерств\p{L} обороны|оборонн\p{L}+ ведомств|müdafiə idarəsi/giu],
  ['interior-ministry', /interior ministry|ministry of internal affairs|(?<!\p{L})мвд(?!\p{L})|министерств\p{L} внутренних дел/giu],
  ['finance-ministry', /finance ministry|минфин|министерств\p{L} финансов/giu],
  ['economy-ministry', /economy ministry|минэкономики|минэкономразвития|министерств\p{L} экономик/giu],
  ['justice-ministry', /justice ministry|минюст|министерств\p{L} юстиции/giu],
  ['health-ministry', /health ministry|минздрав|министерств\p{L} здравоохранения/giu],
  ['emergency-ministry', /emergency ministry|emergencies ministry|(?<!\p{L})мчс(?!\p{L})/giu],
  [
    'prosecutors',
    /prosecutor general['’]s office|prosecutor['’]s office|(?<!\p{L})prosecutors(?!\p{L})|генпрокуратур\p{L}|(?<!\p{L})прокуратур\p{L}/giu,
  ],
  ['investigative-committee', /investigative committee|следственн\p{L}+ комитет\p{L}?|(?<!\p{L})скр?(?!\p{L})/gu],
]

export interface NamedBody {
  slug: string
  start: number
  end: number
  country: string
}

/** Country that a mention speaks for: itself, or by its capital's name. */
function countryOf(mention: Mention, lexicon: Lexicon): string | null {
  if (mention.kind === 'country') return mention.slug
  const entity = lexicon.entity(mention.slug)
  return entity?.kind === 'place' && entity.capital ? entity.country : null
}

/** The country most named in the title and the first two paragraphs. */
function leadingCountry(text: string, mentions: readonly Mention[], lexicon: Lexicon): string | null {
  const second = text.indexOf('\n\n', text.indexOf('\n\n') + 2)
  const limit = second < 0 ? text.length : second
  const count = new Map<string, number>()
  for (const mention of mentions) {
    if (mention.start > limit) break
    const country = countryOf(mention, lexicon)
    if (country) count.set(country, (count.get(country) ?? 0) + 1)
  }
  const [first, next] = [...count].sort((a, b) => b[1] - a[1])
  return first && (!next || first[1] > next[1]) ? first[0] : null
}

/** Bodies of which the lexicon's matcher found none, because their name lacks the country. `mentions` are the text's, in order. */
export function findBodies(text: string, mentions: readonly Mention[], lexicon: Lexicon): NamedBody[] {
  const found: NamedBody[] = []
  const slugs = new Map(lexicon.organisations().map((body) => [body.slug, body.country]))
  const bodyOf = (country: string, kind: string): string | null =>
    [...slugs].find(([slug, of]) => of === country && slug.endsWith(`-${kind}`))?.[0] ?? null
  for (const [kind, pattern] of kinds) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (mentions.some((mention) => mention.kind === 'organisation' && mention.start < end && mention.end > start)) continue
      const near = mentions.find((mention) => {
        const between = mention.start >= end ? text.slice(end, mention.start) : text.slice(mention.end, start)
        const beside = mention.start >= end ? /^\s(?:(?:in|of|в)\s(?:the\s)?)?$/u : /^(?:['’]s)?\s$/u
        return beside.test(between) && countryOf(mention, lexicon) !== null
      })
      const before = mentions.findLast((mention) => mention.start < start && mention.kind === 'organisation' && mention.slug.endsWith(`-${kind}`))
      const country = near ? countryOf(near, lexicon) : before ? (slugs.get(before.slug) ?? null) : leadingCountry(text, mentions, lexicon)
      const slug = country ? bodyOf(country, kind) : null
      if (country && slug)
        found.push({ slug, start: near && near.start < start ? near.start : start, end: near && near.end > end ? near.end : end, country })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
