/** Names that admins added + a later release of the shipped data → one lexicon, in which nobody stands twice. */
import { describe, expect, it } from 'vitest'
import { createLexicon } from '../../src/lexicon/create.js'
import { mergeOverlay, type OverlayEntry } from '../../src/lexicon/overlay.js'
import { emptyData } from '../../src/lexicon/schema.js'

const added: OverlayEntry = {
  slug: 'vartan-testov',
  kind: 'person',
  names: { en: ['Vartan Testov'], hy: ['Վարդան Տեստով'] },
  side: 'AM',
  author: 'telegram:1',
  addedAt: '2026-11-20T10:00:00Z',
}
const shipped = { slug: 'vardan-testov', names: { en: ['Vardan Testov', 'VARTAN TESTOV'] }, familyNames: { en: ['Testov'] }, side: 'AM', offices: [] }
const lexiconOf = (data: Parameters<typeof mergeOverlay>[0]) => {
  const merged = mergeOverlay(data, [added])
  return createLexicon(merged.data, { redirects: merged.redirects })
}

describe('a name that an admin added', () => {
  it('is a person of its own while the shipped data has none of that name', () => {
    const lexicon = lexiconOf(emptyData)
    expect(lexicon.people().map(({ slug }) => slug)).toEqual(['vartan-testov'])
    expect(lexicon.mentions('Vartan Testov spoke', 'en').map(({ slug }) => slug)).toEqual(['vartan-testov'])
  })

  it('is taken over by a shipped person of an equal name, and its slug leads there', () => {
    const lexicon = lexiconOf({ ...emptyData, people: [shipped] })
    expect(lexicon.people().map(({ slug }) => slug)).toEqual(['vardan-testov'])
    expect(lexicon.entity('vartan-testov')).toMatchObject({ slug: 'vardan-testov', names: { hy: ['Վարդան Տեստով'] } })
    expect(lexicon.mentions('Վարդան Տեստովը խոսեց', 'hy').map(({ slug }) => slug)).toEqual(['vardan-testov'])
    expect(lexicon.displayName('vartan-testov', 'en')).toBe('Vardan Testov')
  })

  it('is not taken over by a body or a place', () => {
    const place = { slug: 'testov', names: { en: ['Vartan Testov'] }, country: 'AM' }
    expect(
      lexiconOf({ ...emptyData, places: [place] })
        .people()
        .map(({ slug }) => slug),
    ).toEqual(['vartan-testov'])
  })
})
