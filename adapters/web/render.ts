/** Blocks of spans → HTML: every text escaped by the template, every address checked to be http(s), never a string of our own making. */
import { html } from 'hono/html'
import type { Block, Button, LinkButton, Message, Span } from '../../src/messages/message.js'
import { spansText } from '../../src/messages/spans.js'
import { interfaceLanguage, words } from '../../src/messages/words.js'

/** Escaped HTML. */
export type Html = ReturnType<typeof html>

export interface Look {
  /** What a button becomes: a link, a form; null where the page has no place for it. */
  button(button: Button): Html | null
  /** Address of a story's page, in the language of the page; null where nothing may lead there. */
  story(story: number): string | null
  /** True: the first heading is the heading of the whole page. */
  headsPage?: boolean
}

function isWebAddress(href: string): boolean {
  return /^https?:\/\//i.test(href) && URL.canParse(href)
}

function spanHtml(span: Span): Html {
  let shown: Html | string = span.text
  if (span.code) shown = html`<code>${shown}</code>`
  if (span.bold) shown = html`<strong>${shown}</strong>`
  if (span.italic) shown = html`<em>${shown}</em>`
  // With a direction of its own, what is quoted cannot turn the words beside it.
  if (span.lang) shown = html`<span lang="${span.lang}" dir="auto">${shown}</span>`
  return span.href && isWebAddress(span.href) ? html`<a href="${span.href}" rel="noopener nofollow">${shown}</a>` : html`${shown}`
}

export function spansHtml(spans: readonly Span[]): Html {
  return html`${spans.map(spanHtml)}`
}

/** What stands between two breaks, with the stories that are numbered in it. */
interface Section {
  blocks: Block[]
  stories: number[]
}

/** The number with which a paragraph begins, where that is the number of a story of the message: "2. " → 2. */
function storyNumber(block: Block, message: Message): number | null {
  if (block.type !== 'paragraph' || !message.stories) return null
  const [first] = block.spans
  if (!first?.bold) return null
  const say = words(interfaceLanguage(message.lang))
  const index = message.stories.findIndex((_story, at) => say('story-number', { number: at + 1 }) === first.text.trim())
  return index < 0 ? null : index + 1
}

function storyNumbers(block: Block, message: Message): number[] {
  if (block.type === 'fold') return block.blocks.flatMap((inner) => storyNumbers(inner, message))
  const number = storyNumber(block, message)
  return number === null ? [] : [number]
}

function sectionsOf(message: Message): Section[] {
  const sections: Section[] = [{ blocks: [], stories: [] }]
  for (const block of message.blocks) {
    if (block.type === 'break') sections.push({ blocks: [], stories: [] })
    else {
      const section = sections.at(-1)
      section?.blocks.push(block)
      section?.stories.push(...storyNumbers(block, message))
    }
  }
  return sections.filter((section) => section.blocks.length > 0)
}

/** Look and message, for all that is below it. */
interface Rendering {
  look: Look
  message: Message
  headings: number
}

/** A paragraph whose number opens its story. */
function numbered(spans: readonly Span[], number: number, { look, message }: Rendering): Html {
  const [label, ...rest] = spans
  const address = look.story(message.stories?.[number - 1] ?? 0)
  return address === null
    ? html`<p class="lead">${spansHtml(spans)}</p>`
    : html`<p class="lead"><a class="number" href="${address}">${label?.text.trim()}</a> ${spansHtml(rest)}</p>`
}

function blockHtml(block: Block, rendering: Rendering): Html {
  switch (block.type) {
    case 'heading':
      rendering.headings++
      return rendering.look.headsPage && rendering.headings === 1
        ? html`<h1>${spansHtml(block.spans)}</h1>`
        : html`<h2>${spansHtml(block.spans)}</h2>`
    case 'paragraph': {
      const number = storyNumber(block, rendering.message)
      return number === null ? html`<p>${spansHtml(block.spans)}</p>` : numbered(block.spans, number, rendering)
    }
    case 'quote':
      return html`<blockquote><p>${spansHtml(block.spans)}</p></blockquote>`
    case 'context':
      return html`<p class="small">${spansHtml(block.spans)}</p>`
    case 'list': {
      const items = block.items.map((item) => html`<li>${spansHtml(item)}</li>`)
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
    }
    case 'fold':
      // A page has room for what a chat folds away.
      return html`<details open><summary>${spansHtml(block.title)}</summary>${block.blocks.map((inner) => blockHtml(inner, rendering))}</details>`
    case 'divider':
      return html`<hr>`
    case 'image':
      return block.svg
        ? pictureHtml({ picture: block.svg.wide, narrow: block.svg.narrow, alt: block.alt })
        : pictureHtml({ picture: block.png, alt: block.alt })
    case 'file':
      return html`<p><a download="${block.name}" href="data:${block.mediaType};base64,${Buffer.from(block.text).toString('base64')}">${block.name}</a></p>`
    case 'break':
      return html``
  }
}

function dataAddress(picture: string | Uint8Array): string {
  const type = typeof picture === 'string' ? 'image/svg+xml' : 'image/png'
  return `data:${type};base64,${Buffer.from(picture as Uint8Array).toString('base64')}`
}

/** A picture within the page: an SVG drawn by the pictures room, or a PNG. As an image it can run no script and load nothing. */
export function pictureHtml({ picture, narrow, alt }: { picture: string | Uint8Array; narrow?: string | undefined; alt: string }): Html {
  const onPhones = narrow ? html`<source media="(max-width: 40rem)" srcset="${dataAddress(narrow)}">` : ''
  return html`<figure><picture>${onPhones}<img src="${dataAddress(picture)}" alt="${alt}"></picture></figure>`
}

function buttonHtml(button: Button | LinkButton, look: Look): Html | null {
  if ('href' in button) return isWebAddress(button.href) ? html`<a href="${button.href}" rel="noopener nofollow">${button.label}</a>` : null
  return look.button(button)
}

/** True for the button that opens a story which its number or the link below it opens already. */
function isShown(button: Button | LinkButton, shown: ReadonlySet<number>): boolean {
  return 'command' in button && button.command === 'story' && shown.has(Number(button.argument?.replace(/^s/, '')))
}

/** One message, whole: its sections, each story with the link that opens it, then what its buttons lead to. */
export function messageHtml(message: Message, look: Look): Html {
  const rendering: Rendering = { look, message, headings: 0 }
  const say = words(interfaceLanguage(message.lang))
  const shown = new Set<number>()
  const sections = sectionsOf(message).map(({ blocks, stories }) => {
    for (const number of stories) shown.add(message.stories?.[number - 1] ?? 0)
    const [only] = stories
    const address = stories.length === 1 && only ? look.story(message.stories?.[only - 1] ?? 0) : null
    const open = address === null ? '' : html`<p class="open"><a href="${address}">${say('button-story', { number: only ?? 0 })}</a></p>`
    return html`<section class="${stories.length > 0 ? 'story' : 'plain'}">${blocks.map((block) => blockHtml(block, rendering))}${open}</section>`
  })
  const shownButtons = message.buttons
    .flat()
    .filter((button) => !isShown(button, shown))
    .flatMap((button) => buttonHtml(button, look) ?? [])
  const buttons = shownButtons.length > 0 ? html`<nav class="beside">${shownButtons}</nav>` : ''
  return html`${sections}${buttons}`
}

/** The heading of a message, or its first words, without the numbers of citations. */
export function titleOf({ blocks }: Message): string {
  const head = blocks.find((block) => block.type === 'heading') ?? blocks.find((block) => block.type === 'paragraph')
  return head && 'spans' in head
    ? spansText(head.spans)
        .replace(/\s*\[\d+\]/g, '')
        .trim()
    : 'Readout'
}

const describedLength = 240

/** The first words of a message in plain text, for the description that other sites show of a page. */
export function described(message: Message): string {
  const texts = message.blocks.flatMap((block) => (block.type === 'paragraph' || block.type === 'quote' ? [spansText(block.spans)] : []))
  const text = texts
    .map((one) => one.replace(/^\d+\.\s/, ''))
    .join(' ')
    .replace(/\s*\[\d+\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return text.length <= describedLength ? text : `${text.slice(0, describedLength).replace(/\s+\S*$/u, '')} …`
}
