/** Typed questions → the concepts they name, from the shipped data. */
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../src/lexicon/load.js'

const lexicon = loadLexicon()
const named = (query: string, lang: string): string[] => lexicon.resolve(query, lang).map(({ slug, kind }) => `${kind} ${slug}`)

describe('a question names', () => {
  it.each([
    ['latest on peace treaty', 'en', 'thread peace-treaty'],
    ['latest on peace treaty', 'en', 'topic peace-treaty'],
    ['what did bayramov say about the constitution', 'en', 'person jeyhun-bayramov'],
    ['когда встречаются мирзоян и байрамов', 'ru', 'person ararat-mirzoyan'],
    ['новости мирного договора', 'ru', 'topic peace-treaty'],
    ['zəngəzur dəhlizi son xəbər', 'az', 'thread syunik-zangezur-route'],
  ])('"%s" (%s): %s', (query, lang, expected) => {
    expect(named(query, lang)).toContain(expected)
  })
})

describe('a concept is known', () => {
  it.each([
    ['without its marks', 'zengezur dehlizi', 'az', 'thread syunik-zangezur-route'],
    ['in Latin letters for Armenian', 'khaghaghutyan paymanagir', 'hy', 'topic peace-treaty'],
    ['in Latin letters for Georgian', 'Kobakhidzis gancxadeba', 'ka', 'person irakli-kobakhidze'],
    ['in Latin letters for Russian', 'mirnyj dogovor', 'ru', 'topic peace-treaty'],
    ['by another transliteration', 'bairamov', 'en', 'person jeyhun-bayramov'],
    ['with a letter wrong', 'zurabichvili', 'en', 'person salome-zourabichvili'],
    ['with an ending of its language', 'pashinyany inch asats', 'hy', 'person nikol-pashinyan'],
  ])('%s: "%s"', (_how, query, lang, expected) => {
    expect(named(query, lang)).toContain(expected)
  })
  it('and everyday words are none', () => {
    expect(named('best pizza recipe for the weekend', 'en')).toEqual([])
    expect(named('what does the report say', 'en')).toEqual([])
  })
  it('and is less sure the more had to be guessed', () => {
    const confidence = (query: string): number => lexicon.resolve(query, 'en').find(({ slug }) => slug === 'jeyhun-bayramov')?.confidence ?? 0
    expect(confidence('bayramov')).toBe(1)
    expect(confidence('bairamov')).toBeLessThan(1)
    expect(confidence('bayramoff')).toBeLessThanOrEqual(confidence('bairamov'))
  })
})
