/** The data as it ships → free of faults, and as broad as promised. */
import { describe, expect, it } from 'vitest'
import { checkLexiconData } from '../../src/lexicon/check.js'
import { languages } from '../../src/lexicon/lexicon.js'
import { readLexiconData } from '../../src/lexicon/load.js'
import { emptyData } from '../../src/lexicon/schema.js'

const data = readLexiconData()

describe('the shipped lexicon', () => {
  it('has no faults', () => {
    expect(checkLexiconData(data, '2100-01-01')).toEqual([])
  })
  it('holds the people, bodies and places of the region', () => {
    expect(data.people.length).toBeGreaterThan(350)
    expect(data.organisations.length).toBeGreaterThan(150)
    expect(data.places.length).toBeGreaterThan(250)
  })
  it('gives no post that one person holds to two at once', () => {
    const single =
      /^(President|Prime Minister|\w+ Minister|Speaker|Secretary|Secretary General|Chancellor|Vice President|Chief|Prosecutor|Mayor|Supreme|Ambassador|US Sec)/
    const terms = data.people.flatMap(({ slug, offices }) =>
      offices.flatMap(({ title, from, to }) =>
        from && single.test(title.en?.[0] ?? '') ? [{ slug, title: title.en?.[0] ?? '', from, to: to ?? '9999' }] : [],
      ),
    )
    expect(terms.length).toBeGreaterThan(200)
    const doubled = terms.filter((one) =>
      terms.some((other) => other !== one && other.title === one.title && other.from <= one.from && one.from < other.to && other.slug !== one.slug),
    )
    expect(doubled).toEqual([])
  })
  it.each(languages)('names every topic, event, thread and title of office in %s', (lang) => {
    const without = [...data.topics, ...data.events, ...data.threads, ...data.offices].filter(({ names }) => !names[lang]?.length)
    expect(without.map(({ id }) => id)).toEqual([])
  })
})

describe('the check', () => {
  const person = { slug: 'a-b', names: { en: ['A B'] }, familyNames: {}, side: 'AM', offices: [] }
  it('finds doubled slugs and names that mean two', () => {
    expect(checkLexiconData({ ...emptyData, people: [person, person] }, '2026-01-01')).toEqual(['a-b: twice, expected one entry a slug'])
    expect(checkLexiconData({ ...emptyData, people: [person, { ...person, slug: 'c-d' }] }, '2026-01-01')).toEqual([
      'people "a b": a-b and c-d, expected one of them',
    ])
  })
  it('finds an office with dates and no source', () => {
    const office = {
      title: { en: ['Minister'] },
      side: 'aruaa',
      standing: 'official' as const,
      from: '2020-01-01',
      to: null,
      source: '',
      checkedOn: '1970-01-01',
    }
    expect(checkLexiconData({ ...emptyData, people: [{ ...person, offices: [office] }] }, '2026-01-01')).toEqual([
      'a-b, Minister: dates without a source, expected none or a source',
    ])
  })
})
