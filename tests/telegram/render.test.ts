/** Hostile text, any script, any length: what is sent is text with entities that hold, in parts that fit. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '../../adapters/telegram/limits.js'
import { render } from '../../adapters/telegram/render.js'
import { split } from '../../adapters/telegram/split.js'
import type { Block, Message, Span } from '../../src/messages/message.js'
import { bold, italic, link, plain } from '../../src/messages/spans.js'
import { messageFault } from './fake-bot-api.js'

const message = (blocks: Block[]): Message => ({ blocks, buttons: [], lang: 'en' })
const shown = (blocks: Block[]) => render(message(blocks))

/** The text that an entity covers. */
function covered({ text, entities }: ReturnType<typeof render>, type: string): string[] {
  return entities.filter((entity) => entity.type === type).map((entity) => text.slice(entity.offset, entity.offset + entity.length))
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '<b>bold</b> & <a href="https://evil.example">x</a>',
    '*not bold* _[x](https://evil.example)_ `code`',
    '\u202eevil\u202c',
    'مرحبا (שלום) \u200f',
    '👩‍👩‍👧‍👦🏳️‍🌈👍🏽',
    'Ստեփանակերտ (Խանքենդի)',
    'ხელშეკრულება',
    '\ud83d half',
    'half \ude00',
    '   ',
    'x'.repeat(5_000),
    'long title '.repeat(60),
    'слово '.repeat(900),
    '😀'.repeat(2_500),
  ),
)
const raw: fc.Arbitrary<Span> = hostile.map((text) => ({ text }))
const spans = fc.array(
  fc.oneof(
    hostile.map(plain),
    hostile.map(bold),
    hostile.map(italic),
    hostile.map((text) => link(text, 'https://caspian.example/1')),
    raw,
    hostile.map((text): Span => ({ text, code: true })),
  ),
  { minLength: 1, maxLength: 4 },
)
const leaf: fc.Arbitrary<Block> = fc.oneof(
  spans.map((one): Block => ({ type: 'heading', spans: one })),
  spans.map((one): Block => ({ type: 'paragraph', spans: one })),
  spans.map((one): Block => ({ type: 'quote', spans: one })),
  spans.map((one): Block => ({ type: 'context', spans: one })),
  fc.record({ type: fc.constant('list' as const), items: fc.array(spans, { maxLength: 4 }), ordered: fc.boolean() }),
  fc.constant<Block>({ type: 'break' }),
  fc.constant<Block>({ type: 'divider' }),
)
const fold = (inner: fc.Arbitrary<Block>): fc.Arbitrary<Block> =>
  fc.record({ type: fc.constant('fold' as const), title: fc.oneof(spans, fc.constant<Span[]>([])), blocks: fc.array(inner, { maxLength: 6 }) })
const block: fc.Arbitrary<Block> = fc.oneof({ weight: 6, arbitrary: leaf }, { weight: 2, arbitrary: fold(fc.oneof(leaf, fold(leaf))) })

/** What a reader sees of blocks, without spaces, marks of lists and what is never sent. */
function letters(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff•\d./]|[\ud800-\udfff]/g, '')
}

describe('a message as Telegram gets it', () => {
  it('is text and entities; marks of any markup are letters like others', () => {
    const { text, entities } = shown([{ type: 'paragraph', spans: [plain('<b>*x*</b> &amp; '), bold('[y](z)')] }])
    expect(text).toBe('<b>*x*</b> &amp; [y](z)')
    expect(entities).toEqual([{ type: 'bold', offset: 17, length: 6 }])
  })
  it('counts offsets in UTF-16 units behind emoji and other scripts', () => {
    const made = shown([{ type: 'paragraph', spans: [plain('👩‍👧 Ստեփանակերտ '), bold('жирно'), plain(' '), link('[1]', 'https://hetq.am/1')] }])
    expect(covered(made, 'bold')).toEqual(['жирно'])
    expect(covered(made, 'text_link')).toEqual(['[1]'])
  })
  it('quotes a source in a quotation, and folds what folds in one that opens', () => {
    const made = shown([
      { type: 'quote', spans: [plain('“Signed.” - Hetq, AM')] },
      { type: 'fold', title: [plain('More')], blocks: [{ type: 'quote', spans: [plain('inner')] }] },
    ])
    expect(covered(made, 'blockquote')).toEqual(['“Signed.” - Hetq, AM'])
    expect(covered(made, 'expandable_blockquote')).toEqual(['More\ninner'])
  })
  it('sets stories apart by an empty line', () => {
    const line = (text: string): Block => ({ type: 'paragraph', spans: [plain(text)] })
    expect(shown([line('one'), line('more'), { type: 'break' }, line('two')]).text).toBe('one\nmore\n\ntwo')
  })
  it('links only where Telegram would keep the link', () => {
    const { entities } = shown([{ type: 'paragraph', spans: [link('here', 'http://localhost/x'), link('there', 'https://a.example/x')] }])
    expect(entities.map((entity) => entity.type === 'text_link' && entity.url)).toEqual(['https://a.example/x'])
  })
  it('gives a command to type its slash, to be tapped', () => {
    const { text } = shown([{ type: 'paragraph', spans: [{ text: 'latest', code: true }, plain(' – the newest')] }])
    expect(text).toBe('/latest – the newest')
  })
  it('loses nothing and breaks nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const parts = split(message(blocks)).map(render)
        for (const { text, entities } of parts) {
          expect(messageFault({ text, entities })).toBeNull()
          expect([...text].length).toBeLessThanOrEqual(limits.text)
        }
        const whole = shown(blocks)
        // A title that folds over several parts is said in each; nothing else may come twice or get lost.
        if (!blocks.some((one) => one.type === 'fold')) expect(letters(parts.map((part) => part.text).join(''))).toBe(letters(whole.text))
      }),
      { numRuns: 150 },
    )
  })
})

describe('a picture or a file', () => {
  it('carries as its caption only what fits there, whatever the text', () => {
    const attached = fc.constantFrom<Block>(
      { type: 'image', png: new Uint8Array([1]), alt: 'Coverage' },
      { type: 'file', name: 'list.opml', mediaType: 'text/x-opml', text: '<opml/>' },
    )
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), attached, (blocks, one) => {
        const parts = split(message([...blocks, one]))
        expect(parts.filter((part) => part.blocks.includes(one))).toHaveLength(1)
        for (const part of parts) {
          const { text, entities } = render(part)
          const longest = part.blocks.includes(one) ? limits.caption : limits.text
          if (text || longest === limits.text) expect(messageFault({ caption: text, caption_entities: entities }, longest)).toBeNull()
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('a long message', () => {
  it('is cut between characters as a reader sees them, in any script', () => {
    const seen = new Intl.Segmenter('und', { granularity: 'grapheme' })
    const characters = fc.array(fc.constantFrom('👩‍👩‍👧‍👦', '🇦🇲', '🇬🇪', 'e\u0301\u0323', 'ক্ষি', '각', '1️⃣', 'Է', 'ʼn', 'שּׁ', '👍🏽', ' '), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(characters, fc.integer({ min: 100, max: 300 }), (some, times) => {
        const text = some.join('').repeat(times)
        const parts = split(message([{ type: 'paragraph', spans: [plain(text)] }])).map((part) => render(part).text)
        const whole = [...seen.segment(text)].map((segment) => segment.segment).filter((segment) => segment.trim() !== '')
        const made = parts.flatMap((part) => [...seen.segment(part)].map((segment) => segment.segment)).filter((segment) => segment.trim() !== '')
        expect(made.join('|')).toBe(whole.join('|'))
      }),
      { numRuns: 15 },
    )
  })
  it('folds where it is folded, in every part', () => {
    const blocks: Block[] = [
      { type: 'heading', spans: [plain('Digest')] },
      {
        type: 'fold',
        title: [plain('Also')],
        blocks: Array.from({ length: 80 }, (_, n): Block => ({ type: 'paragraph', spans: [plain(`${n} ${'x'.repeat(90)}`)] })),
      },
      { type: 'fold', title: [plain('Sources')], blocks: [{ type: 'paragraph', spans: [plain('y'.repeat(50))] }] },
    ]
    const parts = split(message(blocks)).map(render)
    expect(parts.length).toBeGreaterThan(1)
    const folded = parts.flatMap((part) => covered(part, 'expandable_blockquote'))
    expect(folded.filter((text) => text.startsWith('Also'))).toHaveLength(parts.length)
    expect(folded.at(-1)).toMatch(/^Sources\ny+$/)
    // Two quotations side by side stay two.
    expect(parts.at(-1)?.entities.filter((entity) => entity.type === 'expandable_blockquote').length).toBe(2)
  })
  const story = (name: string, size: number): Block[] => [
    { type: 'break' },
    { type: 'paragraph', spans: [bold(name), plain(' x'.repeat(size / 2))] },
    { type: 'quote', spans: [plain('y'.repeat(100))] },
  ]
  it('is split between stories, whose blocks stay the same objects', () => {
    const blocks = ['one', 'two', 'three', 'four'].flatMap((name) => story(name, 1_500))
    const parts = split({ ...message(blocks), buttons: [[{ label: 'More', command: 'latest' }]], stories: [1, 2], preview: 'Digest' })
    expect(parts.map((part) => render(part).text.match(/^\w+/)?.[0])).toEqual(['one', 'three'])
    expect(parts.flatMap((part) => part.blocks)).toEqual(blocks)
    expect(parts.flatMap((part) => part.blocks).every((block, index) => block === blocks[index])).toBe(true)
    expect(parts.map((part) => part.buttons.length)).toEqual([0, 1])
    expect(parts.map((part) => part.stories)).toEqual([undefined, [1, 2]])
    expect(parts.map((part) => part.preview)).toEqual(['Digest', undefined])
  })
  it('keeps a picture and its text together where a caption holds it, else sends the picture first', () => {
    const image: Block = { type: 'image', png: new Uint8Array([1]), alt: 'Coverage' }
    expect(split(message([...story('one', 200), image]))).toHaveLength(1)
    expect(split(message([...story('one', 2_000), image])).map((part) => part.blocks.some((one) => one.type === 'image'))).toEqual([true, false])
  })
  it('is not cut inside a character', () => {
    const parts = split(message([{ type: 'paragraph', spans: [plain('👍🏽'.repeat(3_000))] }]))
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) expect(render(part).text.replaceAll('👍🏽', '')).toBe('')
  })
  it('of many links is split before Telegram would drop some', () => {
    const blocks = Array.from({ length: 30 }, (_, index): Block[] => [
      { type: 'break' },
      { type: 'paragraph', spans: Array.from({ length: 6 }, (_one, n) => link(`[${n}] `, `https://a.example/${index}/${n}`)) },
    ]).flat()
    expect(
      split(message(blocks))
        .map((part) => render(part).entities.length)
        .every((count) => count <= limits.entities),
    ).toBe(true)
  })
})
