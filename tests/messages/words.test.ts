import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languages } from '../../src/lexicon/lexicon.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { languageName } from '../../src/messages/format.js'
import { wordKeys, words } from '../../src/messages/words.js'
import { packageFile } from '../../src/package-files.js'

const others = languages.filter((lang) => lang !== 'en')
const source = (lang: string) => readFileSync(packageFile(`src/messages/words/${lang}.ftl`), 'utf8')
/** Placeables of each message of a file: `$count` and the like. */
function placeables(lang: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  let key = ''
  for (const line of source(lang).split('\n')) {
    key = /^([a-z][a-z0-9-]*) =/.exec(line)?.[1] ?? key
    for (const [, name = ''] of line.matchAll(/\$([a-zA-Z]+)/g)) found.set(key, (found.get(key) ?? new Set()).add(name))
  }
  return found
}

describe('the words of the interface', () => {
  it.each(others)('are all there in %s, and nothing that English lacks', (lang) => {
    const english = wordKeys('en')
    expect(english.length).toBeGreaterThan(100)
    expect(wordKeys(lang)).toEqual(english)
  })

  it.each(others)('use in %s no value that English is not given', (lang) => {
    const english = placeables('en')
    for (const [key, names] of placeables(lang)) for (const name of names) expect([...(english.get(key) ?? [])], `${lang} ${key}`).toContain(name)
  })

  it.each(languages)('hold no loaded term in %s', (lang) => {
    const lexicon = loadLexicon()
    const text = source(lang).replace(/^#.*$/gm, '')
    expect(lexicon.loadedTerms(text, lang).map((cue) => text.slice(cue.start, cue.end))).toEqual([])
  })

  it('stand before what they name with the mark of the language', () => {
    expect(languages.map((lang) => words(lang)('label', { name: 'X' }))).toEqual(languages.map((lang) => (lang === 'hy' ? 'X՝' : 'X:')))
  })

  it('call a story otherwise than a topic, and an article otherwise than both', () => {
    const first = (text: string): string => text.replace(/[\d:\s]+/g, ' ').trim()
    for (const lang of languages) {
      const say = words(lang)
      const called = [say('button-story', { number: 1 }), say('balance-articles', { count: 5 }), say('button-topics')].map(first)
      const stems = called.map((word) => word.toLowerCase().slice(0, 4))
      expect(new Set(stems).size, `${lang}: ${called.join(', ')}`).toBe(3)
    }
  })

  it('count in Russian as Russian counts', () => {
    const say = words('ru')
    expect([1, 3, 5, 21].map((count) => say('balance-articles', { count }))).toEqual(['1 статья', '3 статьи', '5 статей', '21 статья'])
  })
})

describe('a language', () => {
  it('is named as a language, and what is written in it so that it can be read', () => {
    expect(languages.map((lang) => languageName(lang, lang))).toEqual(['English', 'русский', 'հայերեն', 'azərbaycan dili', 'ქართული', 'Türkçe'])
    expect(words('az')('in-language', { language: languageName('en', 'az') })).toBe('ingilis dilində')
    expect(words('tr')('in-language', { language: languageName('ka', 'tr') })).toBe('Gürcüce')
  })
})
