/** A ministry, court or commission named without its country → which one it is, from what stands around it and what the text spoke of before. */
import type { Lexicon, Mention } from '../lexicon/lexicon.js'

/** Kinds of state bodies: the ending of their slugs, and how they are called without their country. */
const kinds: readonly (readonly [string, RegExp])[] = [
  [
    'mfa',
    /foreign ministry|ministry of foreign affairs|(?<!\p{L})мид(?!\p{L})|министерств\p{L} иностранных дел|внешнеполитическ\p{L}+ ведомств|(?<!\p{L})ԱԳՆ(?!\p{Lu})|(?<!\p{L})XİN(?!\p{Lu})/giu,
  ],
  [
    'defence-ministry',
    /defen[cs]e ministry|ministry of defen[cs]e|минобороны|министерств\p{L} обороны|оборонн\p{L}+ ведомств|müdafiə idarəsi|(?<!\p{L})ՊՆ(?!\p{Lu})/giu,
  ],
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

/** "local", "de facto": not the state's own; "its": another country's than the one that leads. */
const notTheState = /(?<!\p{L})(?:its|their|local|de facto|separatist|so-called|местн\p{L}+|де-факто|сепаратист\p{L}+|так называем\p{L}+)\s$/iu

function countriesNamed(mentions: readonly Mention[], lexicon: Lexicon): Map<string, number> {
  const count = new Map<string, number>()
  for (const mention of mentions) {
    const entity = lexicon.entity(mention.slug)
    const country =
      entity?.kind === 'organisation' || entity?.kind === 'place' ? entity.country : entity?.kind === 'person' ? entity.side : mention.slug
    if (country && /^[A-Z]{2}$/.test(country)) count.set(country, (count.get(country) ?? 0) + 1)
  }
  return count
}

/** So many times more often than any other a country must be named to be the one that a bare "Foreign Ministry" belongs to. */
const clearLead = 1.5

/** The only country that the title names, through itself, its bodies or its people; else the one most named, by far, in the text's first two paragraphs. */
export function leadingCountry(
  article: { title: string; text: string; lang: string },
  mentions: readonly Mention[],
  lexicon: Lexicon,
): string | null {
  const inTitle = [...countriesNamed(lexicon.mentions(article.title, article.lang), lexicon).keys()]
  if (inTitle.length === 1) return inTitle[0] ?? null
  const { text } = article
  const second = text.indexOf('\n\n', text.indexOf('\n\n') + 2)
  const limit = second < 0 ? text.length : second
  const [first, next] = [
    ...countriesNamed(
      mentions.filter((mention) => mention.start <= limit),
      lexicon,
    ),
  ].sort((a, b) => b[1] - a[1])
  return first && (!next || first[1] >= clearLead * next[1]) ? first[0] : null
}

/** Bodies whose name lacks the country. The lexicon's matcher takes the nearest evidence; a statement needs the article's, so its guess comes last. `mentions` are the text's, in order; `leading`: the country meant where nothing else tells. */
export function findBodies(text: string, mentions: readonly Mention[], lexicon: Lexicon, leading: string | null): NamedBody[] {
  const found: NamedBody[] = []
  const slugs = new Map(lexicon.organisations().map((body) => [body.slug, body.country]))
  const bodyOf = (country: string, kind: string): string | null =>
    [...slugs].find(([slug, of]) => of === country && slug.endsWith(`-${kind}`))?.[0] ?? null
  for (const [kind, pattern] of kinds) {
    const isBare = (mention: Mention): boolean => mention.text.replace(pattern, '').trim().length < 3
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (notTheState.test(text.slice(Math.max(0, start - 30), start))) continue
      const guessed = mentions.find((mention) => mention.kind === 'organisation' && mention.start < end && mention.end > start)
      if (guessed && !isBare(guessed)) continue
      const near = mentions.find((mention) => {
        const between = mention.start >= end ? text.slice(end, mention.start) : text.slice(mention.end, start)
        const beside = mention.start >= end ? /^\s(?:(?:in|of|в)\s(?:the\s)?)?$/u : /^(?:(?:['’]s)?\s|,?\s(?:the\s)?)$/u
        return beside.test(between) && countryOf(mention, lexicon) !== null
      })
      const before = mentions.findLast(
        (mention) => mention.start < start && mention.kind === 'organisation' && mention.slug.endsWith(`-${kind}`) && !isBare(mention),
      )
      const beside = near ? countryOf(near, lexicon) : before ? (slugs.get(before.slug) ?? null) : leading
      const country = beside ?? slugs.get(guessed?.slug ?? '') ?? null
      const slug = country ? bodyOf(country, kind) : null
      // "In Yerevan the Foreign Ministry": the town is where it spoke, no part of its name.
      const isPrefix = near !== undefined && near.start < start && !/,|\bthe\b/u.test(text.slice(near.end, start))
      if (country && slug) found.push({ slug, start: isPrefix ? near.start : start, end: near && near.end > end ? near.end : end, country })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function sameWords(text: string, spelling: string): boolean {
  const [a, b] = [text, spelling].map((one) =>
    one
      .toLowerCase()
      .replace(/[.’']/g, '')
      .split(/[\s-]+/),
  )
  return a !== undefined && b !== undefined && a.length === b.length && a.every((word, at) => word.slice(0, 3) === b[at]?.slice(0, 3))
}

/** Whether a body of a state is named here by one of its own names, not by a common noun that the matcher gave a country ("the presidential press service"). */
export function hasOwnName(mention: Mention, lexicon: Lexicon): boolean {
  const entity = lexicon.entity(mention.slug)
  if (entity?.kind !== 'organisation') return false
  return Object.values(entity.names)
    .flat()
    .some((spelling) => sameWords(mention.text, spelling))
}
