/** A text → its words and numbers, with what stands between them: what days are read from. */
import type { PlainDate } from './dates.js'
import { foldCase } from './normalise.js'

export interface Token {
  /** Lower case. */
  text: string
  /** Value of a number of at most four digits, -1 for a word, -2 for a longer number. */
  value: number
  start: number
  end: number
  /** What stands between the previous token and this one. */
  gap: string
}

export interface DateContext {
  text: string
  tokens: readonly Token[]
  lang: string
  reference: PlainDate | null
}

const tokenPattern = /\d+|\p{L}[\p{L}\p{M}'’]*/gu

/** In order; `lang` tells how letters are made small. */
export function tokensOf(text: string, lang: string): Token[] {
  const lower = foldCase(text, lang)
  const tokens: Token[] = []
  let last = 0
  for (const match of lower.matchAll(tokenPattern)) {
    const word = match[0]
    const value = /^\d/.test(word) ? (word.length <= 4 ? Number(word) : -2) : -1
    tokens.push({
      text: word,
      value,
      start: match.index,
      end: match.index + word.length,
      gap: lower.slice(Math.max(last, match.index - 8), match.index),
    })
    last = match.index + word.length
  }
  return tokens
}

const nothing: Token = { text: '', value: -3, start: 0, end: 0, gap: '' }

/** The token at `index`; one that matches nothing outside the text. */
export function at(context: DateContext, index: number): Token {
  return context.tokens[index] ?? nothing
}

export function isDay(token: Token): boolean {
  return token.value >= 1 && token.value <= 31 && token.text.length <= 2
}

export function isYear(token: Token): boolean {
  return token.text.length === 4 && token.value >= 1900 && token.value <= 2100
}
