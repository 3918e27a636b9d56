/** Blocks as Slack shows them → a page as wide as a phone: texts, quotations, small print, buttons, forms. */

interface Loose {
  [key: string]: unknown
  type?: string
  elements?: Loose[]
  style?: Record<string, unknown> & string
}

export interface Shown {
  /** Null: the app. */
  from: string | null
  text?: string
  blocks?: unknown
  /** Seen by one person alone. */
  ephemeral?: boolean
  /** A window with this title. */
  window?: string
}

const escaped = (text: unknown): string => String(text ?? '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const textOf = (value: unknown): string => escaped((value as { text?: string } | undefined)?.text)

function element({ type, text, url, style }: Loose): string {
  const look = style as unknown as { bold?: true; italic?: true; code?: true } | undefined
  let html = escaped(text ?? url)
  if (look?.bold) html = `<b>${html}</b>`
  if (look?.italic) html = `<i>${html}</i>`
  if (look?.code) html = `<code>${html}</code>`
  return type === 'link' ? `<a>${html}</a>` : html
}

function richPart(part: Loose): string {
  const inner = (part.elements ?? []).map((one) => (one.elements ? `<li>${one.elements.map(element).join('')}</li>` : element(one))).join('')
  if (part.type === 'rich_text_quote') return `<blockquote>${inner}</blockquote>`
  if (part.type === 'rich_text_list') return (part.style as unknown) === 'ordered' ? `<ol>${inner}</ol>` : `<ul>${inner}</ul>`
  return `<div>${inner}</div>`
}

/** mrkdwn as the adapter writes it: links and three escaped characters. */
const mrkdwn = (text: string): string =>
  text.replace(/<[^|>]*\|([^>]*)>|[^<]+/g, (all, label?: string) => (label === undefined ? all : `<a>${label}</a>`))

function field(block: Loose): string {
  const one = block.element as Loose & { initial_value?: string; initial_option?: Loose; initial_options?: Loose[] }
  const value =
    one.initial_value ??
    (one.initial_option ? textOf(one.initial_option.text) : (one.initial_options ?? []).map((option) => textOf(option.text)).join(', '))
  const hint = block.hint ? `<small>${textOf(block.hint)}</small>` : ''
  const select = one.type?.includes('select') ? ' ▾' : ''
  return `<label>${textOf(block.label)}</label><div class="field">${escaped(value)}<span>${select}</span></div>${hint}`
}

function blockHtml(block: Loose, pictures: ReadonlyMap<string, Buffer>): string {
  switch (block.type) {
    case 'header':
      return `<h1>${textOf(block.text)}</h1>`
    case 'rich_text':
      return `<div class="rich">${(block.elements ?? []).map(richPart).join('')}</div>`
    case 'context':
      return `<div class="context">${(block.elements ?? []).map((one) => (one.type === 'mrkdwn' ? mrkdwn(String(one.text)) : escaped(one.text))).join(' ')}</div>`
    case 'actions':
      return `<div class="actions">${(block.elements ?? []).map((one) => (one.type === 'overflow' ? '<span class="more">⋯</span>' : `<span class="button">${textOf(one.text)}</span>`)).join('')}</div>`
    case 'image':
      return `<img src="data:image/png;base64,${pictures.get((block.slack_file as { id: string }).id)?.toString('base64') ?? ''}">`
    case 'input':
      return field(block)
    default:
      return '<hr>'
  }
}

function messageHtml({ from, text, blocks, ephemeral, window }: Shown, pictures: ReadonlyMap<string, Buffer>): string {
  const inner = Array.isArray(blocks)
    ? (blocks as Loose[]).map((block) => blockHtml(block, pictures)).join('')
    : `<div class="rich"><div>${escaped(text)}</div></div>`
  if (window) return `<section class="window"><h2>${escaped(window)}</h2>${inner}</section>`
  const name = from ?? 'Readout'
  const only = ephemeral ? '<div class="only">Only visible to you</div>' : ''
  return `<article><div class="face ${from ? '' : 'app'}">${escaped(name.slice(0, 1))}</div><div class="body">${only}<div class="name">${escaped(name)}${from ? '' : ' <em>APP</em>'}</div>${inner}</div></article>`
}

const style = `
  * { box-sizing: border-box }
  body { margin: 0; width: 420px; background: #fff; font: 15px/1.46 "DejaVu Sans", "Noto Sans", sans-serif; color: #1d1c1d; overflow-wrap: anywhere }
  header { padding: 10px 16px; font-weight: bold; border-bottom: 1px solid #ddd }
  article { display: flex; gap: 8px; padding: 8px 12px } .body { flex: 1; min-width: 0 }
  .face { width: 34px; height: 34px; border-radius: 6px; background: #7c9885; color: #fff; text-align: center; line-height: 34px; font-weight: bold } .face.app { background: #1f3a4d }
  .name { font-weight: bold } .name em { font: 10px sans-serif; background: #eee; color: #616061; padding: 1px 3px; border-radius: 2px } .only { font-size: 12px; color: #616061 }
  .rich { margin: 4px 0 } h1 { font-size: 18px; margin: 8px 0 4px } ul, ol { margin: 2px 0; padding-left: 24px }
  blockquote { margin: 3px 0; padding: 0 0 0 10px; border-left: 4px solid #ddd } a { color: #1264a3 } code { color: #c01343; font-size: 13px }
  .context { font-size: 12.5px; color: #616061; margin: 4px 0 } .actions { display: flex; flex-wrap: wrap; gap: 6px; margin: 6px 0 }
  .button, .more { border: 1px solid #bbb; border-radius: 6px; padding: 4px 10px; font-size: 14px; font-weight: bold; max-width: 100% } img { max-width: 100%; border-radius: 6px }
  .window { margin: 12px; padding: 0 16px 16px; border: 1px solid #bbb; border-radius: 8px; box-shadow: 0 4px 14px #0003 } h2 { font-size: 17px; margin: 0 -16px 8px; padding: 10px 16px; border-bottom: 1px solid #ddd }
  label { display: block; font-weight: bold; margin-top: 10px } .field { border: 1px solid #999; border-radius: 5px; padding: 6px 10px; min-height: 34px; white-space: pre-wrap; font-size: 14px } .field span { float: right; color: #616061 } small { color: #616061 }
`

export function slackPage(title: string, shown: readonly Shown[], pictures: ReadonlyMap<string, Buffer>): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${style}</style><header>${escaped(title)}</header>${shown.map((one) => messageHtml(one, pictures)).join('')}</html>`
}
