/** The one table of Slack's limits: each is kept by what writes there, and none is forgotten here. */
import { describe, expect, it } from 'vitest'
import type { SlackBlock } from '../../adapters/slack/blocks.js'
import { actionBlocks } from '../../adapters/slack/buttons.js'
import * as forms from '../../adapters/slack/forms.js'
import { cut, fitView, limits } from '../../adapters/slack/limits.js'
import { fallbackText, renderBlocks, textLength } from '../../adapters/slack/render.js'
import { splitMessage } from '../../adapters/slack/split.js'
import type { Block } from '../../src/messages/message.js'
import { bold, link, plain } from '../../src/messages/spans.js'
import { words } from '../../src/messages/words.js'
import { line } from './workspace.js'

const say = words('en')
const state = { lang: 'en', zone: null, languagesRead: ['hy', 'ru'] }
const long = (count: number): string => 'ա'.repeat(count)
const length = (text: string): number => [...text].length
const part = (block: Block): SlackBlock => renderBlocks({ ...line(''), blocks: [block] })[0] as SlackBlock
const elementsOf = (block: SlackBlock | undefined): Record<string, never>[] => (block as unknown as { elements: Record<string, never>[] }).elements
const paragraphs = (count: number, words = 'word'): Block[] => Array.from({ length: count }, () => ({ type: 'paragraph', spans: [plain(words)] }))

/** Limit → what is true of it. */
const kept: Record<keyof typeof limits, () => void> = {
  messageBlocks() {
    const parts = splitMessage({ ...line(''), blocks: paragraphs(120) })
    for (const one of parts) expect(renderBlocks(one).length).toBeLessThanOrEqual(limits.messageBlocks)
  },
  messageText() {
    for (const one of splitMessage({ ...line(''), blocks: paragraphs(20, long(2_000)) }))
      expect(textLength(renderBlocks(one))).toBeLessThanOrEqual(limits.messageText)
  },
  viewBlocks() {
    const many = forms.modal('x', { title: 'x', close: 'x', about: '{}' }, renderBlocks({ ...line(''), blocks: paragraphs(200) }))
    expect(many.blocks.length).toBe(limits.viewBlocks)
  },
  viewBytes() {
    const large = fitView(renderBlocks({ ...line(''), blocks: paragraphs(100, long(2_900)) }))
    expect(Buffer.byteLength(JSON.stringify(large))).toBeLessThanOrEqual(limits.viewBytes)
    expect(large.length).toBeGreaterThan(20)
  },
  blockText() {
    const blocks = renderBlocks({ ...line(''), blocks: [{ type: 'quote', spans: [plain(long(7_000))] }] })
    for (const one of blocks) expect(textLength([one])).toBeLessThanOrEqual(limits.blockText)
  },
  header() {
    expect(part({ type: 'heading', spans: [plain(long(limits.header))] }).type).toBe('header')
    expect(part({ type: 'heading', spans: [plain(long(limits.header + 1))] }).type).toBe('rich_text')
  },
  contextElements() {
    const spans = Array.from({ length: 60 }, (_, index) => link(long(580), `https://a.example/${index}`))
    for (const one of renderBlocks({ ...line(''), blocks: [{ type: 'context', spans }] }))
      expect(elementsOf(one).length).toBeLessThanOrEqual(limits.contextElements)
  },
  actions() {
    const rows = Array.from({ length: 14 }, (_, row) =>
      Array.from({ length: 5 }, (_, index) => ({ label: 'x', href: `https://a.example/${row}/${index}` })),
    )
    for (const one of actionBlocks(rows)) expect(elementsOf(one).length).toBeLessThanOrEqual(limits.actions)
  },
  actionsShown() {
    const row = Array.from({ length: 12 }, (_, index) => ({ label: 'x', command: 'story', argument: `s${index}` }))
    expect(actionBlocks([row]).map((one) => elementsOf(one).length)).toEqual([limits.actionsShown, limits.actionsShown, 2])
  },
  button() {
    const [button] = elementsOf(actionBlocks([[{ label: long(80), command: 'latest' }]])[0]) as unknown as { text: { text: string } }[]
    expect(length(button?.text.text ?? '')).toBe(limits.button)
    expect(button?.text.text).toMatch(/…$/)
  },
  buttonValue() {
    const value = (count: number): SlackBlock[] => actionBlocks([[{ label: 'x', command: 'ask', argument: long(count - 4) }]])
    expect([value(limits.buttonValue).length, value(limits.buttonValue + 1).length]).toEqual([1, 0])
  },
  url() {
    const address = (count: number): string => `https://a.example/${'x'.repeat(count - 18)}`
    const written = (count: number): string => JSON.stringify(part({ type: 'paragraph', spans: [link('x', address(count))] }))
    expect([written(limits.url).includes('"link"'), written(limits.url + 1).includes('"link"')]).toEqual([true, false])
  },
  overflowOptions() {
    const rows = Array.from({ length: 18 }, (_, index) => [{ label: `${index}`, command: 'story', argument: `s${index}` }])
    expect(elementsOf(actionBlocks(rows).at(-1))).toMatchObject([{ type: 'overflow', options: { length: limits.overflowOptions } }])
  },
  options() {
    const select = forms
      .subscribeFields(
        state,
        Array.from({ length: 150 }, (_, index) => `Topic ${index}`),
        say,
      )
      .find((one) => 'block_id' in one && one.block_id === 'topics')
    expect(select).toMatchObject({ element: { options: { length: limits.options } } })
  },
  optionText() {
    expect(JSON.stringify(forms.subscribeFields(state, [long(200)], say))).not.toContain(long(limits.optionText + 1))
  },
  optionValue() {
    const rows = Array.from({ length: 20 }, (_, index) => [{ label: `${index}`, command: 'ask', argument: long(limits.optionValue) }])
    expect(JSON.stringify(actionBlocks(rows))).not.toContain('overflow')
  },
  placeholder: () => expect(length(say('slack-choose'))).toBeLessThanOrEqual(limits.placeholder),
  label() {
    for (const one of forms.settingsFields(state, true, (key) => long(key.length + 300)))
      if (one.type === 'input') expect(length(one.label.text)).toBe(limits.label)
  },
  hint() {
    for (const one of forms.linkField(() => long(400))) if (one.type === 'input') expect(length(one.hint?.text ?? '')).toBe(limits.hint)
  },
  blockId() {
    for (const one of [...forms.subscribeFields(state, ['x'], say), ...forms.copyFields([line(long(40_000))], say)])
      if (one.type === 'input') expect(length(one.block_id)).toBeLessThanOrEqual(limits.blockId)
  },
  altText() {
    expect(JSON.stringify(renderBlocks({ ...line(''), blocks: [{ type: 'image', png: new Uint8Array([1]), alt: long(3_000) }] }))).not.toContain(
      long(limits.altText),
    )
  },
  fallback: () => expect(fallbackText(line('&'.repeat(9_000))).length).toBeLessThanOrEqual(limits.fallback),
  viewTitle() {
    const { title, submit, close } = forms.modal('x', { title: long(30), submit: long(30), close: long(30), about: '{}' }, [])
    for (const text of [title, submit, close]) expect(length(text?.text ?? '')).toBe(limits.viewTitle)
  },
  privateMetadata() {
    const about = (count: number): string => forms.modal('x', { title: 'x', close: 'x', about: long(count) }, []).private_metadata
    expect([length(about(limits.privateMetadata)), about(limits.privateMetadata + 1)]).toEqual([limits.privateMetadata, '{}'])
  },
  input() {
    for (const one of forms.copyFields([line(`${long(7_000)}`)], say))
      if (one.type === 'input') expect(length(String(one.element.initial_value))).toBeLessThanOrEqual(limits.input)
  },
  // Kept where they are called: agent.test.ts, own-pages.test.ts, conversation.test.ts, send.test.ts.
  prompts: () => expect(limits.prompts).toBe(4),
  threadTitle: () => expect(limits.threadTitle).toBeLessThanOrEqual(255),
  unfurls: () => expect(limits.unfurls * limits.unfurlBlocks).toBeLessThanOrEqual(limits.messageBlocks),
  unfurlBlocks: () => expect(limits.unfurlBlocks).toBeLessThanOrEqual(limits.messageBlocks),
  responses: () => expect(limits.responses).toBe(5),
  betweenPostsMs: () => expect(limits.betweenPostsMs).toBeGreaterThanOrEqual(1_000),
}

describe("Slack's limit of", () => {
  it.each(Object.entries(kept))('%s is kept', (_name, holds) => holds())

  it('characters counts code points and never halves one', () => {
    expect(cut('🇦🇲🇦🇿', 3)).toBe('🇦🇲…')
    expect(part({ type: 'heading', spans: [bold('🙂'.repeat(limits.header))] }).type).toBe('header')
  })
})
