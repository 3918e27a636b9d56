import { describe, expect, it } from 'vitest'
import { findDates, parseDateTime } from '../../src/text/dates.js'
import { identifyLanguage } from '../../src/text/language.js'
import { foldCase, foldDiacritics, squeeze, words } from '../../src/text/normalise.js'
import { findFigures } from '../../src/text/numbers.js'
import { nameKey, romanise } from '../../src/text/romanise.js'
import { splitSentences } from '../../src/text/sentences.js'
import { minhash } from '../../src/text/shingles.js'
import { contentStems } from '../../src/text/stem.js'
import { processorMs } from '../processor-time.js'

const size = 200_000

/** Each is about 200 KB of what breaks careless patterns. */
const hostile: Record<string, string> = {
  'one letter': 'a'.repeat(size),
  'one long Armenian word': 'ա՛'.repeat(size / 2),
  apostrophes: "a'".repeat(size / 2),
  spaces: ' '.repeat(size),
  'full stops': '.'.repeat(size),
  'stops and spaces': '. '.repeat(size / 2),
  initials: 'A. '.repeat(size / 3),
  abbreviations: 'г. '.repeat(size / 3),
  'opening quotes': '«'.repeat(size),
  'closing quotes': '.»'.repeat(size / 2),
  digits: '1'.repeat(size),
  'digits and dots': '1.'.repeat(size / 2),
  'digits and spaces': '1 '.repeat(size / 2),
  thousands: '1,000,'.repeat(size / 6),
  days: '18 '.repeat(size / 3),
  ranges: '18-19-'.repeat(size / 6),
  months: 'August '.repeat(size / 7),
  years: '2024-cü il '.repeat(size / 11),
  weekdays: 'Tuesday, '.repeat(size / 9),
  'line breaks': '\n'.repeat(size),
  'broken lines': 'a\n \n'.repeat(size / 4),
  'angle brackets': '<a '.repeat(size / 3),
  'at signs': 'a@'.repeat(size / 2),
  addresses: 'http://'.repeat(size / 7),
  joiners: 'a\u200b'.repeat(size / 2),
  'combining marks': 'e\u0301'.repeat(size / 2),
  'lone surrogates': '\ud800'.repeat(size),
  'mixed scripts': 'aяաა '.repeat(size / 5),
}

const functions: Record<string, (text: string) => unknown> = {
  foldCase,
  foldDiacritics,
  squeeze,
  words,
  romanise,
  nameKey,
  minhash,
  findFigures,
  identifyLanguage: (text) => identifyLanguage(text),
  splitSentences: (text) => ['en', 'hy', 'tr'].map((lang) => splitSentences(text, lang)),
  findDates: (text) => findDates(text, 'en', { reference: '2024-08-20' }),
  parseDateTime: (text) => parseDateTime(text, { zone: null, now: new Date('2024-08-20T12:00:00Z') }),
  contentStems: (text) => ['en', 'ru', 'az'].map((lang) => contentStems(text, lang)),
}

describe('200 KB of hostile text takes less than a second', () => {
  it.each(Object.keys(functions))('%s', (name) => {
    const run = functions[name]
    for (const [kind, text] of Object.entries(hostile)) {
      const start = processorMs()
      run?.(text)
      expect(processorMs() - start, kind).toBeLessThan(1_000)
    }
  })
})
