import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldCase, foldDiacritics, squeeze, words } from '../../src/text/normalise.js'

describe('folding case', () => {
  it('keeps every offset, İ included', () => {
    expect(foldCase('İlham Əliyev')).toBe('ilham əliyev')
    expect(foldCase('İĞIR')).toHaveLength(4)
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldCase(text).length === text.length))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldDiacritics(text).length === text.length))
  })
  it('reads I as ı only in Azerbaijani and Turkish', () => {
    expect(foldCase('IRAN İran', 'en')).toBe('iran iran')
    expect(foldCase('IĞDIR İran', 'tr')).toBe('ığdır iran')
    expect(foldCase('QARABAĞIN', 'az')).toBe('qarabağın')
  })
  it('lowers Cyrillic and Armenian', () => {
    expect(foldCase('ПАШИНЯН Փաշինյան ԵՐԵՎԱՆ')).toBe('пашинян փաշինյան երեվան')
  })
})

describe('folding marks', () => {
  it('gives the base letters of Latin and ё, and leaves other scripts', () => {
    expect(foldDiacritics('Əliyev Şuşa Çiçək Erdoğan ısı Łódź ёлка йод Հայ ქართ')).toBe('Eliyev Susa Cicek Erdogan isi Lodz елка йод Հայ ქართ')
  })
})

describe('squeezing', () => {
  it('makes one clean line', () => {
    expect(squeeze(' Peace\u00a0 treaty\n\ttext\u2009here ')).toBe('Peace treaty text here')
    expect(squeeze('Azer\u00adbai\u200bjan \u202eand\u202c \ufeffArmenia\u2066')).toBe('Azerbaijan and Armenia')
    expect(squeeze('\u200b\u00ad')).toBe('')
  })
})

describe('words', () => {
  it('keeps apostrophes inside and nothing else', () => {
    const text = "Erdoğan'ın sözləri: \"Bakı – 5-ci\" O'Brien's 'quoted'"
    expect(words(text).map((word) => word.text)).toEqual(["Erdoğan'ın", 'sözləri', 'Bakı', '5', 'ci', "O'Brien's", 'quoted'])
    for (const word of words(text)) expect(text.slice(word.start, word.end)).toBe(word.text)
  })
  it('does not break at Armenian marks and soft hyphens', () => {
    expect(words('Ի՞նչ է ասել Նիկո\u00adլը։').map((word) => word.text)).toEqual(['Ի՞նչ', 'է', 'ասել', 'Նիկո\u00adլը'])
  })
  it('reads Georgian and Cyrillic', () => {
    expect(words('საქართველოში, 26 ოქტომბერს').map((word) => word.text)).toEqual(['საქართველოში', '26', 'ოქტომბერს'])
    expect(words('Кто-то сказал «нет»').map((word) => word.text)).toEqual(['Кто', 'то', 'сказал', 'нет'])
  })
  it('finds nothing in nothing', () => {
    expect(words(' – … !')).toEqual([])
  })
})
