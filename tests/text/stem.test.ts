import { describe, expect, it } from 'vitest'
import { contentStems, stem, stopWords } from '../../src/text/stem.js'

describe('stems', () => {
  it.each([
    ['en', ['treaty', 'treaties']],
    ['en', ['negotiation', 'negotiations', 'Negotiating']],
    ['ru', ['договор', 'договора', 'договором', 'договоры']],
    ['ru', ['граница', 'границы', 'границу', 'границей']],
    ['hy', ['պայմանագիր', 'պայմանագիրը']],
    ['tr', ['sınır', 'sınırda', 'sınırlar']],
    ['az', ['sərhəd', 'sərhəddə', 'sərhədin', 'sərhədlər', 'sərhədlərin', 'sərhədlərindən', 'sərhəddən']],
    ['az', ['danışıq', 'danışıqlar', 'danışıqların', 'danışıqlarda', 'danışıqlarından']],
    ['ka', ['ხელშეკრულება', 'ხელშეკრულების', 'ხელშეკრულებას', 'ხელშეკრულებები']],
    ['ka', ['საზღვარი', 'საზღვარზე', 'საზღვარს']],
  ])('%s: %j are one', (lang, forms) => {
    expect(new Set(forms.map((form) => stem(form, lang))).size, forms.map((form) => stem(form, lang)).join(' ')).toBe(1)
  })
  it('drop Armenian marks and what follows a Turkic apostrophe', () => {
    expect(stem('Ի՞նչ', 'hy')).toBe(stem('Ինչ', 'hy'))
    expect(stem("Ankara'da", 'tr')).toBe(stem('Ankara', 'tr'))
  })
  it('leave short words, long noise and other languages alone', () => {
    expect(stem('su', 'az')).toBe('su')
    expect(stem('x'.repeat(500), 'en')).toHaveLength(500)
    expect(stem('Frieden', 'de')).toBe('frieden')
  })
})

describe('content stems', () => {
  it('leave out stop words in six languages', () => {
    expect(contentStems('The ministers met in the capital', 'en')).toEqual([stem('ministers', 'en'), stem('met', 'en'), stem('capital', 'en')])
    expect(contentStems('Это договор о мире', 'ru')).toEqual([stem('договор', 'ru'), stem('мире', 'ru')])
    expect(contentStems('Նա և մենք ենք', 'hy')).toEqual([])
    expect(contentStems('bu sülh və onun şərtləri', 'az')).toEqual([stem('sülh', 'az'), stem('şərtləri', 'az')])
    expect(contentStems('ეს არის მშვიდობა', 'ka')).toEqual([stem('მშვიდობა', 'ka')])
    expect(contentStems('bu barış için', 'tr')).toEqual([stem('barış', 'tr')])
  })
  it('keep numbers', () => {
    expect(contentStems('44 days', 'en')).toContain('44')
  })
  it('know no stop words of other languages', () => {
    expect(stopWords('de').size).toBe(0)
    for (const lang of ['en', 'ru', 'hy', 'az', 'ka', 'tr']) expect(stopWords(lang).size).toBeGreaterThan(60)
  })
})
