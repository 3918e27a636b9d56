import { describe, expect, it } from 'vitest'
import { split } from '../../adapters/telegram/split.js'
import { blockKey, blocksOf, type Item, type PlacedStory, refsOf, type SharedBlock, storedParts, wholeMessage } from '../../digests/shared-blocks.js'
import type { Block } from '../../src/messages/message.js'
import { link, plain } from '../../src/messages/spans.js'

function shared(story: number, text: string): SharedBlock {
  const blocks: Block[] = [
    { type: 'paragraph', spans: [plain(text), link('[1]', `https://outlet.example/${story}`)] },
    { type: 'context', spans: [plain('AM 1; 1 article')] },
  ]
  return {
    story,
    version: 'v',
    look: 'l',
    blocks,
    cited: [{ url: `https://outlet.example/${story}`, title: text, source: 'Outlet', publishedAt: null }],
  }
}

function placed(story: number, text = `Story ${story} `): PlacedStory {
  return {
    type: 'shared',
    shared: shared(story, text),
    ref: { type: 'story', story, version: 'v', look: 'l', label: `${story}. `, numbers: [story] },
  }
}

const frame = { buttons: [], lang: 'en', stories: [1, 2, 3] }
const items = (text?: string): Item[] => [
  { type: 'heading', spans: [plain('Digest')] },
  placed(1),
  { type: 'break' },
  { type: 'fold', title: [plain('Also')], blocks: [placed(2, text), placed(3, text)] },
]

describe('a message that is stored by reference', () => {
  const kept = (key: string) => [shared(1, 'Story 1 '), shared(2, 'Story 2 '), shared(3, 'Story 3 ')].find((one) => blockKey(one) === key)?.blocks

  it('keeps what folds away folded, by reference too, and comes back as it was', () => {
    const [first, ...others] = storedParts(items(), frame, split)
    expect(others).toEqual([])
    expect(first?.part.blocks.map((block) => block.type)).toEqual(['heading', 'story', 'break', 'fold'])
    expect([refsOf(first?.part.blocks ?? []).map((ref) => ref.story), first?.refs.map((ref) => ref.story)]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ])
    expect(first && wholeMessage(first.part, kept).blocks).toEqual(blocksOf(items()))
  })
  it('stores what the platform had to cut as it was cut', () => {
    const parts = storedParts(items('word '.repeat(1_500)), frame, split)
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.flatMap(({ part }) => refsOf(part.blocks).map((ref) => ref.story))).toEqual([1])
    expect([...new Set(parts.flatMap(({ refs }) => refs.map((ref) => ref.story)))]).toEqual([1, 2, 3])
    expect(parts.map(({ part }) => part.stories?.length)).toEqual([3, ...parts.slice(1).map(() => undefined)])
  })
})
