/** Public web preview of a Telegram channel → its posts as items; the address of a channel in any spelling → its name. */
import { readDate } from './feed-date.js'
import type { FeedItem } from './feed-item.js'
import { htmlToText } from './html-text.js'
import { elementsOf, type HtmlElement, hasClass, lineText } from './html-tree.js'
import { absoluteLink } from './parse-feed.js'

export interface ChannelPage {
  title: string | null
  items: FeedItem[]
}

const reserved = new Set([
  's',
  'joinchat',
  'share',
  'addstickers',
  'proxy',
  'socks',
  'login',
  'iv',
  'c',
  'addlist',
  'setlanguage',
  'bg',
  'confirmphone',
])

/** "@name", "t.me/name", "https://t.me/s/name/123", "tg://resolve?domain=name" → "name"; null for anything else. `webRoot` counts as t.me. */
export function channelName(link: string, webRoot: string): string | null {
  const text = link.trim()
  const at = /^@([A-Za-z]\w{3,31})$/.exec(text)?.[1]
  if (at) return at
  const resolve = /^tg:\/\/resolve\/?\?(?:.*&)?domain=([A-Za-z]\w{3,31})(?:&|$)/i.exec(text)?.[1]
  if (resolve) return resolve
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const own = URL.canParse(webRoot) ? new URL(webRoot) : null
  const official = /^(?:www\.)?(?:t\.me|telegram\.(?:me|dog))$/i.test(url.hostname)
  const underRoot = own !== null && own.host === url.host && url.pathname.startsWith(own.pathname.replace(/\/?$/, '/'))
  if (!official && !underRoot) return null
  const path = underRoot && !official && own ? url.pathname.slice(own.pathname.replace(/\/?$/, '').length) : url.pathname
  const [first, second] = path.split('/').filter(Boolean)
  const name = first === 's' ? second : first
  return name && !reserved.has(name.toLowerCase()) && /^[A-Za-z]\w{3,31}$/.test(name) ? name : null
}

/** Where a channel's posts are read. */
export function channelPreview(name: string, webRoot: string): string {
  return `${webRoot.replace(/\/$/, '')}/s/${name}`
}

function byClass(root: HtmlElement, name: string): HtmlElement | null {
  for (const element of elementsOf(root)) if (hasClass(element, name)) return element
  return null
}

/** The HTML of a post's text, for its paragraphs and line breaks; the words of reactions and buttons stand outside it. */
function postText(message: HtmlElement): string {
  const element = byClass(message, 'tgme_widget_message_text')
  if (!element) return ''
  const parts: string[] = []
  const walk = (node: HtmlElement | string): void => {
    if (typeof node === 'string') parts.push(node.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`))
    else if (node.name === 'br') parts.push('<br>')
    else if (node.name !== 'script' && node.name !== 'style') {
      const block = node.name === 'blockquote' || node.name === 'p' || node.name === 'div' || node.name === 'pre'
      if (block) parts.push('<p>')
      for (const child of node.children) walk(child)
      if (block) parts.push('</p>')
    }
  }
  for (const child of element.children) walk(child)
  return htmlToText(parts.join(''))
}

/** First line, or first sentence of a long one. */
function titleOf(text: string): string | null {
  const [line] = text.split('\n').filter((part) => /\p{L}/u.test(part))
  if (!line) return null
  if (line.length <= 200) return line
  const sentence = /^.{30,200}?[.!?…։](?=\s)/u.exec(line)?.[0]
  return sentence ?? `${line.slice(0, 180).replace(/\s+\S*$/, '')}…`
}

function isAlbum(message: HtmlElement): boolean {
  for (const element of elementsOf(message)) if (/\btgme_widget_message_grouped/.test(element.attributes.class ?? '')) return true
  return false
}

function itemOf(message: HtmlElement, post: string, now: Date): FeedItem {
  const text = postText(message)
  const forwarded = byClass(message, 'tgme_widget_message_forwarded_from_name')
  const author = byClass(message, 'tgme_widget_message_from_author')
  const preview = byClass(message, 'tgme_widget_message_link_preview')
  let stamp: string | null = null
  for (const element of elementsOf(message)) if (element.name === 'time' && element.attributes.datetime) stamp = element.attributes.datetime
  const linked = absoluteLink(preview?.attributes.href, null)
  const linkedTitle = preview ? byClass(preview, 'link_preview_title') : null
  return {
    id: post,
    title: titleOf(text) ?? (linkedTitle ? lineText(linkedTitle) : null),
    link: `https://t.me/${post}`,
    publishedAt: readDate(stamp, { zone: null, lang: null, now }).date,
    updatedAt: null,
    summary: linked ? lineText(preview as HtmlElement).slice(0, 500) || null : null,
    content: text || null,
    author: forwarded ? lineText(forwarded) : author ? lineText(author) : null,
    categories: [
      ...(forwarded ? [`forwarded from ${lineText(forwarded)}`] : []),
      ...(isAlbum(message) ? ['album'] : []),
      ...(linked ? [`links to ${linked}`] : []),
    ],
  }
}

/** Null when the page is no channel preview (a private channel, a person, a bot). Newest first. An album is one post. */
export function readChannel(root: HtmlElement, now: Date): ChannelPage | null {
  const items: FeedItem[] = []
  let title: string | null = null
  for (const element of elementsOf(root)) {
    if (hasClass(element, 'tgme_channel_info_header_title') && !title) title = lineText(element) || null
    const post = hasClass(element, 'tgme_widget_message') ? element.attributes['data-post'] : undefined
    if (post && /^\w+\/\d+$/.test(post)) items.push(itemOf(element, post, now))
  }
  if (!title && items.length === 0) return null
  return { title, items: items.filter((item) => item.title !== null || item.content !== null).reverse() }
}
