/** Text → the figures it names. */
import { foldCase } from './normalise.js'

/** A figure in a text: [start, end) covers number and unit; `value` has the scale applied ("2.5 million" is 2500000). */
export interface Figure {
  start: number
  end: number
  value: number
  /** '%', or a currency as ISO 4217, or 'km', 'km2', 'm', 'ton'; absent where none stands. */
  unit?: string
}

const scales: [RegExp, number][] = [
  [/^(?:thousand|тыс\.?|тысяч[аи]?|հազար|ათასი?|min|bin)$/u, 1e3],
  [/^(?:million|mln\.?|mn|млн\.?|миллион(?:а|ов)?|միլիոն|մլն|მილიონი?|მლნ|milyon)$/u, 1e6],
  [/^(?:billion|bln|bn|млрд\.?|миллиард(?:а|ов)?|միլիարդ|մլրդ|მილიარდი?|მლრდ|milyard|milyar|mlrd)$/u, 1e9],
  [/^(?:trillion|трлн\.?|триллион(?:а|ов)?|տրիլիոն|ტრილიონი?|trilyon)$/u, 1e12],
]
const units: [RegExp, string][] = [
  [/^(?:%|percent|per cent|процент(?:а|ов)?|տոկոս\p{L}*|პროცენტ\p{L}*|faiz\p{L}*|yüzde)$/u, '%'],
  [/^(?:\$|usd|dollars?|доллар(?:а|ов)?|долл\.?|դոլար\p{L}*|დოლარ\p{L}*|dollar\p{L}*|dolar\p{L}*)$/u, 'USD'],
  [/^(?:€|eur|euros?|евро|եվրո\p{L}*|ევრო\p{L}*|avro\p{L}*)$/u, 'EUR'],
  [/^(?:₽|rub|rubles?|roubles?|руб\.?|рубл(?:ь|я|ей)|ռուբլի\p{L}*|რუბლ\p{L}*|rubl\p{L}*|ruble\p{L}*)$/u, 'RUB'],
  [/^(?:֏|amd|drams?|драм(?:а|ов)?|դրամ\p{L}*|დრამ\p{L}*|dram)$/u, 'AMD'],
  [/^(?:₼|azn|manats?|манат(?:а|ов)?|մանաթ\p{L}*|მანათ\p{L}*|manat\p{L}*)$/u, 'AZN'],
  [/^(?:₾|gel|laris?|лари|լարի\p{L}*|ლარ\p{L}*|lari\p{L}*)$/u, 'GEL'],
  [/^(?:₺|try|liras?|лир(?:а|ы)?|lira\p{L}*)$/u, 'TRY'],
  [/^(?:km2|km²|square kilomet(?:er|re)s?|кв\.? ?км)$/u, 'km2'],
  [/^(?:km|kilomet(?:er|re)s?|км|километр(?:а|ов)?|կմ|կիլոմետր\p{L}*|კმ|კილომეტრ\p{L}*|kilometr\p{L}*)$/u, 'km'],
  [/^(?:tons?|tonnes?|тонн[аы]?|տոննա|ტონა|ton)$/u, 'ton'],
]

const figurePattern =
  /(?<![\p{L}\p{N}.,])([$€₽֏₼₾₺])?\s?(\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,15}(?:[.,]\d{1,4})?)(?![\d])/gu

function numberOf(raw: string): number {
  const compact = raw.replace(/[ \u00a0\u202f]/g, '')
  const marks = compact.match(/[.,]/g) ?? []
  const lastMark = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','))
  if (marks.length === 0) return Number(compact)
  const behind = compact.length - lastMark - 1
  const mixed = new Set(marks).size > 1
  // Three digits behind a single mark are thousands ("1,200", "1.200"), unless a zero leads ("0.125").
  const thousands = !mixed && behind === 3 && !compact.startsWith('0')
  const whole = compact.slice(0, lastMark).replace(/[.,]/g, '')
  return thousands ? Number(compact.replace(/[.,]/g, '')) : Number(`${whole}.${compact.slice(lastMark + 1)}`)
}

function wordFollowing(text: string, from: number): { word: string; end: number } | null {
  const match = /^[\s\u00a0-]{0,2}(%|[$€₽֏₼₾₺]|[\p{L}]{1,20}[²2]?\.?)/u.exec(text.slice(from, from + 26))
  // A full stop may be the abbreviation's or the sentence's: it is not the unit's.
  return match?.[1] === undefined ? null : { word: match[1], end: from + match[0].replace(/\.$/, '').length }
}

function lookUp<T>(table: readonly [RegExp, T][], word: string): T | undefined {
  const bare = word.replace(/\.$/, '')
  return table.find(([pattern]) => pattern.test(word) || pattern.test(bare))?.[1]
}

/** Numbers with their scale and unit, in order: "29,743 km²", "2,5 млрд долларов", "15 faiz", "$3 million". Times and dates are not told apart from other numbers. */
export function findFigures(text: string): Figure[] {
  const lower = foldCase(text)
  const figures: Figure[] = []
  for (const match of lower.matchAll(figurePattern)) {
    const [whole, sign, raw = ''] = match
    let end = match.index + whole.length
    let value = numberOf(raw)
    let unit = sign === undefined ? undefined : lookUp(units, sign)
    let next = wordFollowing(lower, end)
    const scale = next ? lookUp(scales, next.word) : undefined
    if (next && scale !== undefined) {
      value = Number((value * scale).toPrecision(12))
      end = next.end
      next = wordFollowing(lower, lower.charAt(end) === '.' ? end + 1 : end)
    }
    const named = next && unit === undefined ? lookUp(units, next.word) : undefined
    if (next && named !== undefined) {
      unit = named
      end = next.end
    }
    const start = match.index + (whole.length - whole.trimStart().length)
    figures.push(unit === undefined ? { start, end, value } : { start, end, value, unit })
  }
  return figures
}
