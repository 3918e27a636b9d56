/** Names added by admins → kept, replaced, removed; and what the lexicon makes of them. */
import { describe, expect, it } from 'vitest'
import { addEntry, exportEntries, newEntry, type TypedEntry } from '../../src/lexicon/lexicon-entries.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { openTestStore } from './test-store.js'

const now = new Date('2026-11-20T10:00:00Z')

describe('names that admins add', () => {
  it('are kept, found in texts, exported and removed', async () => {
    const store = await openTestStore()
    const entries = store.lexiconEntries
    const shipped = loadLexicon()
    const typed = newEntry({ kind: 'person', names: { en: ['Testa Testyan'], ru: ['Теста Тестян'] }, familyNames: {}, side: 'am' }, shipped)
    await entries.add(addEntry(typed, { lexicon: shipped, author: 'terminal:owner', now }))
    const overlay = await entries.list()
    expect(overlay).toEqual([
      { slug: 'testa-testyan', kind: 'person', names: typed.names, side: 'AM', author: 'terminal:owner', addedAt: now.toISOString() },
    ])
    const lexicon = loadLexicon(overlay)
    expect(lexicon.mentions('с Тестой Тестяном', 'ru').map(({ slug }) => slug)).toEqual(['testa-testyan'])
    expect(lexicon.version).not.toBe(shipped.version)
    expect(JSON.parse(exportEntries(overlay))).toMatchObject({ slug: 'testa-testyan' })
    const more = addEntry({ kind: 'person', names: { en: ['Testa Testian'] }, slug: 'testa-testyan' }, { lexicon, author: 'telegram:2', now })
    await entries.add(more)
    expect(await entries.list(), 'names of another admin come beside the first ones').toEqual([
      {
        slug: 'testa-testyan',
        kind: 'person',
        names: { en: ['Testa Testyan', 'Testa Testian'], ru: ['Теста Тестян'] },
        side: 'AM',
        author: 'telegram:2',
        addedAt: now.toISOString(),
      },
    ])
    expect(await entries.remove('testa-testyan', now)).toBe(true)
    expect(await entries.remove('testa-testyan', now)).toBe(false)
    expect(await entries.list()).toEqual([])
  })
  it('go to the entry that has the name', () => {
    const entry = addEntry({ kind: 'person', names: { en: ['Nikol Pashinyan', 'N. Pashinyan'] } }, { lexicon: loadLexicon(), author: 'a', now })
    expect(entry.slug).toBe('nikol-pashinyan')
  })
  it.each([
    ['a place of a person', { kind: 'place', slug: 'nikol-pashinyan', names: { en: ['X Y'] } }, 'lexicon-other-kind'],
    [
      'another person of somebody’s name',
      { kind: 'person', slug: 'somebody-else', names: { en: ['Testa Testyan', 'Nikol Pashinyan'] } },
      'lexicon-taken',
    ],
    [
      'a person of a family name that is known',
      { kind: 'person', slug: 'somebody-else', names: { en: ['Testa Testyan', 'Bayramov'] } },
      'lexicon-taken',
    ],
    ['a place of a person’s name', { kind: 'place', names: { en: ['Pashinyan'] } }, 'lexicon-taken'],
    ['a person of a town’s name', { kind: 'person', names: { ru: ['Ереван'] } }, 'lexicon-taken'],
    ['an animal', { kind: 'animal', names: { en: ['Testa Testyan'] } }, 'lexicon-no-kind'],
    ['a name of a language that is none of the six', { kind: 'person', names: { fr: ['Testa Testyan'] } }, 'lexicon-no-language'],
    ['five thousand letters', { kind: 'person', names: { en: ['A'.repeat(5000)] } }, 'lexicon-bad-name'],
    ['control characters', { kind: 'person', names: { en: ['Testa \u001b[31m Testyan'] } }, 'lexicon-bad-name'],
    ['an everyday word', { kind: 'person', names: { en: ['the'] } }, 'lexicon-bad-name'],
    ['a number', { kind: 'person', names: { en: ['12345'] } }, 'lexicon-bad-name'],
    ['an empty name', { kind: 'person', names: { en: [' '] } }, 'lexicon-bad-name'],
    ['no name', { kind: 'person', names: {} }, 'lexicon-how'],
    ['a slug with blanks', { kind: 'person', slug: 'a b', names: { en: ['Testa Testyan'] } }, 'lexicon-bad-slug'],
    ['a side that nobody knows', { kind: 'person', side: 'XX', names: { en: ['Testa Testyan'] } }, 'lexicon-no-side'],
  ])('cannot make %s', (_what, typed, fault) => {
    const lexicon = loadLexicon()
    const add = () => addEntry(newEntry({ familyNames: {}, ...typed } as TypedEntry, lexicon), { lexicon, author: 'a', now })
    expect(add).toThrow(expect.objectContaining({ fault }))
  })
  it('are kept in scripts without capitals, and for a side that is a body', () => {
    const typed = { kind: 'person', names: { ka: ['ტესტა ტესტიანი'] }, familyNames: {}, side: 'abkhazia' }
    expect(newEntry(typed, loadLexicon())).toMatchObject({ side: 'abkhazia', names: { ka: ['ტესტა ტესტიანი'] } })
  })
})
