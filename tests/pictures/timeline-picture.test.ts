import { describe, expect, it } from 'vitest'
import { languages } from '../../src/lexicon/lexicon.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { words } from '../../src/messages/words.js'
import { clipped, textWidth } from '../../src/pictures/svg-text.js'
import { timelinePicture } from '../../src/pictures/timeline-picture.js'
import type { Story } from '../../src/stories/story.js'

const lexicon = loadLexicon()

function story(id: number, day: string, sourceId: number): Story {
  const at = new Date(`${day}T10:00:00Z`)
  return {
    id,
    firstAt: at,
    lastAt: at,
    event: 'meeting',
    topics: ['peace-treaty', 'border'],
    people: ['ararat-mirzoyan'],
    places: ['yerevan'],
    eventDate: day,
    eventDateInText: true,
    articles: [{ id, publishedAt: at, sourceId }],
    outlets: [{ sourceId, name: 'Outlet', country: sourceId === 1 ? 'AM' : 'AZ', ownership: null }],
  } as unknown as Story
}

const stories = [story(1, '2024-08-01', 1), story(2, '2024-08-02', 2), story(3, '2024-09-20', 1)]

describe('the picture of a timeline', () => {
  it.each(languages)('is drawn in %s with every development dated and labelled', (lang) => {
    const picture = timelinePicture({ stories, title: '<&">', lang, zone: 'Asia/Yerevan', say: words(lang), lexicon })
    expect(picture).not.toBeNull()
    expect(picture?.svg).toContain('&lt;&amp;&quot;&gt;')
    expect(picture?.svg).toContain(lexicon.displayName('meeting', lang))
    expect(picture?.svg.match(/<circle/g)).toHaveLength(6)
    expect(picture?.svg).not.toMatch(/NaN|undefined|null/)
    const narrow = picture?.narrowSvg() ?? ''
    expect(narrow).toContain('viewBox="0 0 380 ')
    expect(narrow).toContain(lexicon.displayName('meeting', lang))
    expect(Math.max(...[...narrow.matchAll(/ x[12]?="([\d.]+)"/g)].map(([, x]) => Number(x)))).toBeLessThanOrEqual(380)
  })

  it('is a PNG twice as wide as a phone needs', () => {
    const png = timelinePicture({ stories, title: 'Peace treaty', lang: 'en', zone: 'UTC', say: words('en'), lexicon })?.png() ?? new Uint8Array()
    const view = new DataView(png.buffer, png.byteOffset)
    expect([...png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(view.getUint32(16)).toBe(1440)
  })

  it('is not drawn of a single development', () => {
    expect(timelinePicture({ stories: stories.slice(0, 1), title: 'x', lang: 'en', zone: 'UTC', say: words('en'), lexicon })).toBeNull()
  })

  it('cuts words that have no room', () => {
    const cut = clipped('Transport links across the region', 15, 90)
    expect(cut.endsWith('…')).toBe(true)
    expect(textWidth(cut, 15)).toBeLessThanOrEqual(90)
  })
})
