/** What a page shows → the whole document: head for readers, search and unfurls; where to go; the languages. No script. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import { languageName } from '../../src/messages/format.js'
import { urlBelow } from '../../src/messages/own-pages.js'
import { interfaceLanguages } from '../../src/messages/words.js'
import { packageFile } from '../../src/package-files.js'
import type { Reader } from './reader.js'
import type { Html } from './render.js'

export const styleSheet = readFileSync(packageFile('adapters/web/style.css'), 'utf8')
/** Another content is another address: it may be kept for ever. */
export const stylePath = `/style-${createHash('sha256').update(styleSheet).digest('hex').slice(0, 12)}.css`

export interface Page {
  title: string
  /** One or two sentences, quoted with their outlets where they are someone's. */
  description: string
  /** Path of the page without a language: where the language links lead, and what is canonical. Null: a page nobody should be led to. */
  path: string | null
  main: Html
  /** Path where the language links lead, on a page that has none of its own; absent: the front page. */
  languagesAt?: string
  /** Path of the page's feed, with its name. */
  feed?: { path: string; title: string }
  kind?: 'website' | 'article'
}

/** Where readers make a page of their own, and below which those pages lie. */
export const personalPath = '/mine'

interface Place {
  path: string
  label: string
}

function places({ say }: Reader): Place[] {
  return [
    { path: '/', label: say('web-today') },
    { path: '/digests', label: say('web-digests') },
    { path: '/topics', label: say('button-topics') },
    { path: '/sources', label: say('sources') },
    { path: personalPath, label: say('web-mine') },
  ]
}

/** Absolute addresses stand only where the public one is known. */
function headLinks({ path, title, description, kind = 'website' }: Page, reader: Reader, publicUrl: string | null): Html | string {
  if (!publicUrl || path === null) return ''
  const at = (lang: string | null): string => urlBelow(publicUrl, path) + (lang ? `?lang=${lang}` : '')
  return html`<link rel="canonical" href="${at(reader.lang)}">
${interfaceLanguages.map((lang) => html`<link rel="alternate" hreflang="${lang}" href="${at(lang)}">\n`)}<link rel="alternate" hreflang="x-default" href="${at(null)}">
<meta property="og:title" content="${title}"><meta property="og:description" content="${description}"><meta property="og:type" content="${kind}"><meta property="og:url" content="${at(null)}"><meta property="og:site_name" content="Readout"><meta property="og:locale" content="${reader.lang}">`
}

function languageLinks(page: Page, reader: Reader): Html {
  const links = interfaceLanguages.map((lang) =>
    lang === reader.lang
      ? html`<li><span lang="${lang}" aria-current="true">${languageName(lang, lang)}</span></li>`
      : html`<li><a href="${page.path ?? page.languagesAt ?? '/'}?lang=${lang}" lang="${lang}" hreflang="${lang}">${languageName(lang, lang)}</a></li>`,
  )
  return html`<nav class="languages" aria-label="${reader.say('web-language')}"><ul>${links}</ul></nav>`
}

export async function documentOf(page: Page, reader: Reader, { publicUrl, zone }: { publicUrl: string | null; zone: string }): Promise<string> {
  const { lang, say } = reader
  const links = places(reader).map(
    ({ path, label }) => html`<li><a href="${reader.to(path)}"${page.path === path ? html` aria-current="page"` : ''}>${label}</a></li>`,
  )
  const title = page.title === 'Readout' ? page.title : `${page.title} – Readout`
  const feed = page.feed ? html`<link rel="alternate" type="application/rss+xml" title="${page.feed.title}" href="${page.feed.path}">` : ''
  return (
    await html`<!doctype html>
<html lang="${lang}" dir="ltr">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${page.description}">
${page.path === null ? html`<meta name="robots" content="noindex">` : ''}
<link rel="stylesheet" href="${stylePath}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${feed}
${headLinks(page, reader, publicUrl)}
</head>
<body>
<a class="skip" href="#text">${say('web-skip')}</a>
<header>
<a class="brand" href="${reader.to('/')}">Readout</a>
<nav class="places" aria-label="Readout"><ul>${links}</ul></nav>
</header>
<main id="text">
${page.main}
</main>
<footer>
${languageLinks(page, reader)}
<p>${say('help-line')} <a href="${reader.to('/about')}">${say('about-title')}</a></p>
<p>${say('web-times', { zone })}</p>
</footer>
</body>
</html>
`
  ).toString()
}
