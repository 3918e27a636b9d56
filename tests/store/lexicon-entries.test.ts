/** Names added by admins → kept, replaced, removed; and what the lexicon makes of them. */
import { describe, expect, it } from 'vitest'
import { addEntry, exportEntries, newEntrySchema } from '../../src/lexicon/lexicon-entries.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { openTestStore } from './test-store.js'

const now = new Date('2026-11-20T10:00:00Z')

describe('names that admins add', () => {
  it('are kept, found in texts, exported and removed', async () => {
    const store = await openTestStore()
    const entries = store.lexiconEntries
    const shipped = loadLexicon()
    const typed = newEntrySchema.parse({ kind: 'person', names: { en: ['Testa Testyan'], ru: ['Теста Тестян'] }, side: 'AM' })
    await entries.add(addEntry(typed, { lexicon: shipped, author: 'terminal:owner', now }))
    const overlay = await entries.list()
    expect(overlay).toEqual([
      { slug: 'testa-testyan', kind: 'person', names: typed.names, side: 'AM', author: 'terminal:owner', addedAt: now.toISOString() },
    ])
    const lexicon = loadLexicon(overlay)
    expect(lexicon.mentions('с Тестой Тестяном', 'ru').map(({ slug }) => slug)).toEqual(['testa-testyan'])
    expect(lexicon.version).not.toBe(shipped.version)
    expect(JSON.parse(exportEntries(overlay))).toMatchObject({ slug: 'testa-testyan' })
    await entries.add(addEntry({ ...typed, names: { en: ['Testa Testian'] }, slug: 'testa-testyan' }, { lexicon, author: 'terminal:owner', now }))
    expect((await entries.list()).map(({ names }) => names.en)).toEqual([['Testa Testian']])
    expect(await entries.remove('testa-testyan', now)).toBe(true)
    expect(await entries.remove('testa-testyan', now)).toBe(false)
    expect(await entries.list()).toEqual([])
  })
  it('go to the entry that has the name', () => {
    const entry = addEntry({ kind: 'person', names: { en: ['Nikol Pashinyan', 'N. Pashinyan'] } }, { lexicon: loadLexicon(), author: 'a', now })
    expect(entry.slug).toBe('nikol-pashinyan')
  })
  it('cannot make a place of a person', () => {
    expect(() => addEntry({ kind: 'place', slug: 'nikol-pashinyan', names: { en: ['X Y'] } }, { lexicon: loadLexicon(), author: 'a', now })).toThrow(
      'nikol-pashinyan is a person, expected a place',
    )
  })
})
