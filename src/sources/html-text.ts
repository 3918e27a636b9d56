/** HTML of a title, summary or feed content → plain text; nothing that could act survives. */
import { Parser } from 'htmlparser2'

const hidden = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'applet',
  'svg',
  'math',
  'head',
  'form',
  'select',
  'button',
  'textarea',
  'video',
  'audio',
  'canvas',
  'noembed',
  'xmp',
])
const breaking = new Set([
  'p',
  'div',
  'section',
  'article',
  'blockquote',
  'ul',
  'ol',
  'li',
  'table',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'pre',
  'figure',
  'figcaption',
  'dl',
  'dt',
  'dd',
  'header',
  'footer',
  'aside',
  'main',
  'nav',
  'address',
  'center',
  'details',
  'summary',
])

/** More than this of one text is not read: a feed item is not a book. UTF-16 units. */
const longest = 300_000
/** Deeper markup is an attack; the parser's own stack grows slow with it. */
const deepest = 300
const chunk = 4_096

/** Tags of ordinary markup: a text that still shows them after it was read once had been escaped twice. */
const leftover =
  /<\/?(?:p|br|div|span|a|img|b|i|u|em|strong|ul|ol|li|table|tr|td|h[1-6]|script|style|iframe|object|embed|form|input|link|meta|base|svg|html|body|font|blockquote|figure|video|audio)(?:\s[^<>]*|\s*\/?)>/i

function paragraphsOnce(html: string): string[] {
  const paragraphs: string[] = []
  let current = ''
  let breaks = 0
  let muted = 0
  let depth = 0
  const finish = () => {
    const text = current
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
    if (text) paragraphs.push(text)
    current = ''
    breaks = 0
  }
  const parser = new Parser(
    {
      onopentagname(name) {
        depth++
        if (hidden.has(name)) muted++
        if (breaking.has(name)) finish()
        else if (name === 'br') {
          // Two line breaks are a paragraph on many sites.
          if (++breaks >= 2) finish()
          else current += '\n'
        } else if (name === 'td' || name === 'th') current += ' '
      },
      onclosetag(name) {
        depth--
        if (hidden.has(name) && muted > 0) muted--
        if (breaking.has(name)) finish()
      },
      ontext(text) {
        if (muted > 0) return
        if (text.trim() !== '') breaks = 0
        current += text.replace(/\s+/g, ' ')
      },
    },
    { decodeEntities: true, recognizeCDATA: true },
  )
  const end = Math.min(html.length, longest)
  for (let at = 0; at < end && depth < deepest; at += chunk) parser.write(html.slice(at, Math.min(at + chunk, end)))
  if (depth < deepest) parser.end()
  finish()
  return paragraphs
}

function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '')
}

/** Paragraphs divided by a blank line; a line break inside one stays. */
export function htmlToText(html: string): string {
  let text = paragraphsOnce(html).join('\n\n')
  for (let again = 0; again < 2 && leftover.test(text); again++) text = paragraphsOnce(text.replace(/\n\n/g, '<p>')).join('\n\n')
  return clean(text)
}

/** One line; no title or summary is longer than 20,000 units. */
export function htmlToLine(html: string): string {
  return oneLine(htmlToText(html.slice(0, 20_000)))
}

export function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim()
}

/** Whether a text that claims to be plain is HTML after all. */
export function looksLikeHtml(text: string): boolean {
  return leftover.test(text)
}
