/** Two versions of a page → what a reader is shown of the difference. */
import { describe, expect, it } from 'vitest'
import { aligned } from '../../src/articles/align.js'
import { changesIn, diffRevisions, shortened } from '../../src/articles/revision-diff.js'

const title = 'Border commission meets'
const diff = (before: string, after: string) => diffRevisions({ title, text: before }, { title, text: after }, 'en')

describe('the difference between two revisions', () => {
  it('is the changed figure inside its sentence', () => {
    const found = diff(
      'The ministers met on Monday. The sides agreed on 12 border posts near the river.\n\nTalks go on.',
      'The ministers met on Monday. The sides agreed on 13 border posts near the river.\n\nTalks go on.',
    )
    expect(found.title).toBeNull()
    expect(found.sentences).toHaveLength(1)
    expect(found.sentences[0]?.spans).toEqual([
      { text: 'The sides agreed on', kind: 'same' },
      { text: '12', kind: 'removed' },
      { text: '13', kind: 'added' },
      { text: 'border posts near the river.', kind: 'same' },
    ])
    const [change] = changesIn(found)
    expect(change && shortened(change, 2).map((span) => span.text)).toEqual(['… agreed on', '12', '13', 'border posts …'])
  })
  it('is a sentence put in or taken out as a whole', () => {
    const found = diff(
      'One sentence stands here. A second one was never true.',
      'One sentence stands here.\n\nTalks will resume in Tbilisi on Friday.',
    )
    expect(found.sentences.map(({ before, after }) => [before, after])).toEqual([
      [null, 'Talks will resume in Tbilisi on Friday.'],
      ['A second one was never true.', null],
    ])
  })
  it('is nothing for white space, and nothing for a sentence that moved', () => {
    expect(diff('First  sentence here. Second sentence\nhere.', 'Second sentence here.\n\nFirst sentence here.').sentences).toEqual([])
  })
  it('shows a changed title', () => {
    const found = diffRevisions({ title: 'Mirzoyan meets Bayramov', text: 'x' }, { title: 'Mirzoyan calls Bayramov', text: 'x' }, 'en')
    expect(found.title?.spans.map(({ text, kind }) => `${kind}:${text}`)).toEqual(['same:Mirzoyan', 'removed:meets', 'added:calls', 'same:Bayramov'])
  })
  it('reads Armenian and Georgian sentences as such', () => {
    const found = diffRevisions(
      { title: '', text: 'Նախարարները հանդիպեցին երկուշաբթի։ Պայմանավորվել են 12 կետի շուրջ։' },
      { title: '', text: 'Նախարարները հանդիպեցին երկուշաբթի։ Պայմանավորվել են 13 կետի շուրջ։' },
      'hy',
    )
    expect(found.sentences.flatMap(({ spans }) => spans.filter(({ kind }) => kind !== 'same').map(({ text }) => text))).toEqual(['12', '13'])
  })
})

describe('lining up two lists', () => {
  it('keeps each list in its own order, and pairs only what is equal', () => {
    let seed = 7
    const random = () => {
      seed = (seed * 16807) % 2147483647
      return seed / 2147483647
    }
    for (let round = 0; round < 200; round++) {
      const list = () => Array.from({ length: Math.floor(random() * 9) }, () => Math.floor(random() * 4))
      const [first, second] = [list(), list()]
      const pairs = aligned(first, second)
      expect(pairs.flatMap((pair) => (pair.first === null ? [] : [pair.first]))).toEqual(first)
      expect(pairs.flatMap((pair) => (pair.second === null ? [] : [pair.second]))).toEqual(second)
      for (const pair of pairs) if (pair.first !== null && pair.second !== null) expect(pair.first).toBe(pair.second)
    }
  })
  it('ends soon on lists that have nothing in common', () => {
    const pairs = aligned(
      Array.from({ length: 20_000 }, (_, n) => n),
      Array.from({ length: 20_000 }, (_, n) => -n - 1),
    )
    expect(pairs).toHaveLength(40_000)
  })
})
