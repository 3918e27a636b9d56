/** Messages → blocks: whatever words stand in them, nothing pings, nothing is cut without a sign, nothing breaks Slack's limits. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '../../adapters/slack/limits.js'
import { escapeText, fallbackText, renderBlocks } from '../../adapters/slack/render.js'
import { splitMessage } from '../../adapters/slack/split.js'
import type { Block, Message, Span } from '../../src/messages/message.js'
import { link, messageText, plain } from '../../src/messages/spans.js'
import { blockFaults } from './fake-slack.js'
import { line, wordsOf } from './workspace.js'

const hostile = fc.oneof(
  fc.constantFrom(
    '<!channel>',
    '<!here|x>',
    '<@U1>',
    '<#C1>',
    '&',
    '&amp;',
    '<https://evil.example|bank>',
    '*b* _i_ ~s~ `c`',
    '\u202eabc',
    '👩‍👩‍👧 🇦🇲',
    ':fire:',
    '>quote',
    'ա'.repeat(50),
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 1, max: 7_000 }).map((length) => 'слово '.repeat(Math.ceil(length / 6))),
)
const span: fc.Arbitrary<Span> = fc.oneof(
  hostile.map(plain),
  fc
    .tuple(
      hostile,
      fc.constantFrom('https://a.example/?x=1&y=2', 'https://a.example/a|b>c', 'javascript:alert(1)', `https://a.example/${'x'.repeat(3_200)}`),
    )
    .map(([text, href]) => link(text, href)),
  hostile.map((text): Span => ({ ...plain(text), bold: true, italic: true })),
)
const spans = fc.array(span, { minLength: 1, maxLength: 4 })
const block: fc.Arbitrary<Block> = fc.oneof(
  spans.map((all): Block => ({ type: 'heading', spans: all })),
  spans.map((all): Block => ({ type: 'paragraph', spans: all })),
  spans.map((all): Block => ({ type: 'quote', spans: all })),
  spans.map((all): Block => ({ type: 'context', spans: all })),
  fc.array(spans, { minLength: 1, maxLength: 12 }).map((items): Block => ({ type: 'list', items, ordered: false })),
  fc.constant<Block>({ type: 'break' }),
  fc.constant<Block>({ type: 'divider' }),
  hostile.map((alt): Block => ({ type: 'image', png: new Uint8Array([1]), alt })),
  fc.tuple(spans, spans).map(([title, inner]): Block => ({ type: 'fold', title, blocks: [{ type: 'paragraph', spans: inner }] })),
)
const button = fc.tuple(hostile, hostile).map(([label, argument]) => ({ label, command: 'latest', argument }))
const message: fc.Arbitrary<Message> = fc.record({
  blocks: fc.array(block, { minLength: 1, maxLength: 30 }),
  buttons: fc.array(fc.array(button, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
  lang: fc.constant('en'),
})

describe('a message on Slack', () => {
  it('fits every limit, whatever it holds', () => {
    fc.assert(
      fc.property(message, (made) => {
        for (const part of splitMessage(made)) {
          expect(blockFaults(renderBlocks(part))).toEqual([])
          const text = fallbackText(part)
          expect(text.length).toBeGreaterThan(0)
          expect([...text].length).toBeLessThanOrEqual(4_000)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('never holds markup of its own: mrkdwn and fallback have no mention, no stray < > &', () => {
    fc.assert(
      fc.property(message, (made) => {
        const [part] = splitMessage(made)
        if (!part) return
        const written = renderBlocks(part).flatMap((one) => (one.type === 'context' ? one.elements : []))
        for (const element of written) {
          if (element.type !== 'mrkdwn') continue
          const outsideLinks = element.text.replace(/<https?:[^<>|]*\|[^<>|]*(?:\|[^<>]*)?>/g, '')
          expect(outsideLinks).not.toMatch(/[<>]/)
          expect(outsideLinks).not.toMatch(/&(?!amp;|lt;|gt;)/)
          expect(outsideLinks).not.toMatch(/[*_~`]/)
        }
        expect(fallbackText(part)).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
      }),
      { numRuns: 60 },
    )
  })

  it('loses no word when it is split', () => {
    fc.assert(
      fc.property(
        fc.array(
          spans.map((all): Block => ({ type: 'paragraph', spans: all })),
          { minLength: 1, maxLength: 40 },
        ),
        (blocks) => {
          const whole: Message = { blocks: blocks.flatMap((one) => [{ type: 'break' } as Block, one]), buttons: [], lang: 'en' }
          const told = splitMessage(whole).map(messageText).join('')
          expect(told.replace(/\s/g, '')).toBe(messageText(whole).replace(/\s/g, ''))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('shows quoted words as they are, in rich text', () => {
    const blocks = renderBlocks(line('<!channel> & *not bold*'))
    expect(blocks).toEqual([
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '<!channel> & *not bold*' }] }] },
    ])
  })

  it('links only where an address is', () => {
    const [context] = renderBlocks({
      ...line(''),
      blocks: [{ type: 'context', spans: [link('[1] A & B', 'https://a.example/?x=1&y=2'), plain(', today')] }],
    })
    expect(context).toEqual({
      type: 'context',
      elements: [{ type: 'mrkdwn', text: '<https://a.example/?x=1&amp;y=2|[1] A &amp; B>, today', verbatim: true }],
    })
  })

  it('leaves out a button whose words do not fit, and folds the last of very many into a menu', () => {
    const many = Array.from({ length: 20 }, (_, index) => [{ label: `Story ${index}`, command: 'story', argument: `s${index}` }])
    const blocks = renderBlocks(line('x', { buttons: [...many, [{ label: 'long', command: 'ask', argument: 'x'.repeat(limits.buttonValue) }]] }))
    expect(wordsOf(blocks)).not.toContain('long')
    expect(renderBlocks(line('x', { buttons: many })).at(-1)).toMatchObject({ elements: [{ type: 'overflow', options: { length: 5 } }] })
  })

  it('keeps what fits one message one message, and puts what folds into the thread', () => {
    const short = line('x')
    expect(splitMessage(short)).toEqual([short])
    const folded = splitMessage({
      ...short,
      blocks: [...short.blocks, { type: 'fold', title: [plain('More')], blocks: [{ type: 'paragraph', spans: [plain('inside')] }] }],
    })
    expect(folded.map(messageText)).toEqual(['x', 'More\ninside'])
  })

  it('escapes as Slack prescribes', () => {
    expect(escapeText('<@U1> & "x"')).toBe('&lt;@U1&gt; &amp; "x"')
  })
})
