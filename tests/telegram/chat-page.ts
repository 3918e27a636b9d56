/** What a chat was sent → a page that looks like a phone's chat: bubbles, quotations, buttons. */
import type { InlineKeyboardMarkup, MessageEntity } from 'grammy/types'

export interface Bubble {
  /** Null: the bot. */
  from: string | null
  text: string
  entities: readonly MessageEntity[]
  keyboard?: InlineKeyboardMarkup | undefined
  /** Base64. */
  png?: string | undefined
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const tags: Partial<Record<MessageEntity['type'], (entity: MessageEntity) => [string, string]>> = {
  bold: () => ['<b>', '</b>'],
  italic: () => ['<i>', '</i>'],
  code: () => ['<code>', '</code>'],
  blockquote: () => ['<blockquote>', '</blockquote>'],
  expandable_blockquote: () => ['<blockquote class="folded">', '</blockquote>'],
  text_link: (entity) => [`<a href="${escaped(entity.type === 'text_link' ? entity.url : '')}">`, '</a>'],
}

/** Text with its entities as HTML; inner ones lie within outer ones. */
export function entitiesHtml(text: string, entities: readonly MessageEntity[], from = 0, to = text.length): string {
  let html = ''
  let at = from
  const inside = entities.filter((entity) => entity.offset >= from && entity.offset + entity.length <= to)
  for (const [index, entity] of inside.entries()) {
    if (entity.offset < at) continue
    const end = entity.offset + entity.length
    const [open, close] = tags[entity.type]?.(entity) ?? ['', '']
    html += escaped(text.slice(at, entity.offset)) + open + entitiesHtml(text, inside.slice(index + 1), entity.offset, end) + close
    at = end
  }
  return html + escaped(text.slice(at, to))
}

const commandLinks = (html: string): string => html.replace(/(^|\s)(\/[a-z]+)(?![\w/])/g, '$1<a>$2</a>')

function bubbleHtml({ from, text, entities, keyboard, png }: Bubble): string {
  const rows = keyboard?.inline_keyboard ?? []
  const buttons = rows.map((row) => `<div class="row">${row.map((button) => `<span>${escaped(button.text)}</span>`).join('')}</div>`).join('')
  const name = from && from !== 'me' ? `<div class="name">${escaped(from)}</div>` : ''
  const picture = png ? `<img src="data:image/png;base64,${png}">` : ''
  return `<div class="item ${from === null ? 'bot' : from === 'me' ? 'me' : 'other'}"><div class="bubble">${name}${picture}<div class="text">${commandLinks(entitiesHtml(text, entities)).replace(/<\/blockquote>\n/g, '</blockquote>')}</div></div>${buttons}</div>`
}

const style = `
  * { box-sizing: border-box }
  body { margin: 0; width: 420px; background: #c8dcc4; font: 15px/1.32 "DejaVu Sans", "Noto Sans", sans-serif; color: #111 }
  header { background: #fff; padding: 10px 16px; font-weight: bold; border-bottom: 1px solid #ddd }
  main { padding: 8px; display: flex; flex-direction: column; gap: 8px }
  .item { max-width: 92% } .item:has(.row) { width: 92% } .me { align-self: flex-end } .bot, .other { align-self: flex-start }
  .bubble { background: #fff; border-radius: 12px; padding: 7px 10px; overflow-wrap: anywhere } .me .bubble { background: #e4fbd0 }
  .text { white-space: pre-wrap } .name { color: #c0572c; font-weight: bold; font-size: 13px }
  img { display: block; width: calc(100% + 20px); margin: -7px -10px 6px; border-radius: 12px 12px 0 0 }
  a { color: #2678b6; text-decoration: none } code { font-family: "DejaVu Sans Mono", monospace; font-size: 13px; color: #8a3ab9 }
  blockquote { margin: 2px 0; padding: 3px 8px; border-left: 3px solid #5b9bd5; background: #eaf3fb; border-radius: 4px; white-space: pre-wrap }
  blockquote.folded { max-height: 66px; overflow: hidden; position: relative }
  .row { display: flex; gap: 4px; margin-top: 4px } .row span { flex: 1; background: rgba(70, 105, 75, .55); color: #fff; border-radius: 8px; padding: 7px 4px; text-align: center; font-size: 14px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
`

export function chatPage(title: string, bubbles: readonly Bubble[]): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${style}</style><header>${escaped(title)}</header><main>${bubbles.map(bubbleHtml).join('')}</main></html>`
}
