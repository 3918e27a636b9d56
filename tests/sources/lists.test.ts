import { describe, expect, it } from 'vitest'
import { readOpml, writeOpml } from '../../src/sources/opml.js'
import type { Source } from '../../src/sources/source.js'
import { sourceIdentity } from '../../src/sources/source-identity.js'
import { guessLabels, knownOutlet, starterEntries, starterOf, zoneOfCountry } from '../../src/sources/starter-list.js'

const now = new Date('2024-09-01T12:00:00Z')

function source(id: number, more: Partial<Source>): Source {
  return {
    id,
    name: `S ${id}`,
    kind: 'feed',
    url: `https://s${id}.example/rss?a=1&b=2`,
    home: `https://s${id}.example/`,
    country: 'AM',
    language: 'hy',
    ownership: 'independent',
    zone: 'Asia/Yerevan',
    confirmed: true,
    folder: null,
    state: 'active',
    pausedUntil: null,
    addedAt: now,
    ...more,
  }
}

describe('OPML', () => {
  it('goes out and comes back with folders and labels', async () => {
    const kept = [
      source(1, { name: 'Հետք & "Co" <x>', folder: 'Armenia' }),
      source(2, { kind: 'telegram', country: null, ownership: null, language: null, zone: null, home: null }),
      source(3, { folder: 'Armenia', ownership: 'exile' }),
    ]
    const text = writeOpml([...kept, source(4, { kind: 'files' })], now)
    expect(text).toContain('xmlns:readout=')
    const back = (await readOpml(text)) ?? []
    const wanted = kept.map(({ name, url, home, kind, folder, country, language, ownership, zone }) => ({
      name,
      url,
      home,
      kind,
      folder,
      country,
      language,
      ownership,
      zone,
    }))
    expect([...back].sort((a, b) => a.url.localeCompare(b.url))).toEqual(wanted)
  })
  it('of other programs is read: nested folders, missing titles, no labels; what is no address is left out', async () => {
    const text = `<opml version="1.0"><body><outline text="News"><outline title="Deep"><outline text="A" type="rss" xmlUrl="http://a.example/rss" language="en-us"/></outline></outline>
      <outline xmlUrl="javascript:alert(1)" text="Evil"/><outline xmlUrl="http://b.example/rss"/></body></opml>`
    expect((await readOpml(text))?.map(({ name, folder, language, country }) => [name, folder, language, country])).toEqual([
      ['A', 'News/Deep', 'en', null],
      [null, null, null, null],
    ])
  })
  it('with a zone that there is not gives none', async () => {
    const text = '<opml><body><outline text="A" xmlUrl="http://a.example/rss" readout:zone="Asia/Jerewan" readout:country="AM"/></body></opml>'
    expect(await readOpml(text)).toMatchObject([{ name: 'A', country: 'AM', zone: null }])
  })
  it('that is none is said to be none; one cut in the middle gives what it has', async () => {
    expect(await readOpml('<html></html>')).toBeNull()
    expect(await readOpml('<opml><body>')).toEqual([])
    expect(await readOpml('<opml><body><outline text="A" xmlUrl="http://a.example/rss"/><outline text=')).toMatchObject([{ name: 'A' }])
  })
})

describe('the starter list', () => {
  const entries = starterEntries()
  it('covers the region: sixty and more, six languages, each link once', () => {
    expect(entries.length).toBeGreaterThanOrEqual(60)
    expect(new Set(entries.map(({ link }) => sourceIdentity(link))).size).toBe(entries.length)
    expect(new Set(entries.map(({ language }) => language))).toEqual(new Set(['hy', 'az', 'ka', 'ru', 'tr', 'en']))
  })
  it.each(['AM', 'AZ', 'GE'])('has eight outlets of %s, three and more of them not owned by the state', (country) => {
    const outlets = entries.filter((entry) => entry.country === country && entry.ownership !== 'official')
    expect(outlets.length).toBeGreaterThanOrEqual(8)
    expect(outlets.filter(({ ownership }) => ownership !== 'state').length).toBeGreaterThanOrEqual(3)
    expect(zoneOfCountry(country)).not.toBeNull()
  })
  it('is taken by names', () => {
    expect(starterOf('am, az')?.every(({ list }) => list === 'am' || list === 'az')).toBe(true)
    expect(starterOf('all')).toHaveLength(entries.length)
    expect(starterOf('mars')).toBeNull()
  })
  it('offers labels for an address: what is known of the outlet, else what the host says', () => {
    expect(knownOutlet('https://www.azatutyun.am/rss')?.ownership).toBe('public')
    expect(guessLabels('https://azertag.az/en/rss')).toEqual({ country: 'AZ', language: 'en', ownership: 'state' })
    expect(guessLabels('https://unheard-of.ge/feed')).toEqual({ country: 'GE', language: null, ownership: null })
    expect(guessLabels('https://www.mfa.gov.tr/')).toMatchObject({ country: 'TR', ownership: 'official' })
  })
})
