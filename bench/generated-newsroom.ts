/** Number of pages → an HTTP server on loopback, in a process of its own, that serves feeds of so many generated articles with the usual clutter. */
import { fork } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

export interface GeneratedNewsroom {
  /** Addresses of the feeds, `feedSize` items each. */
  feeds: string[]
  close(): Promise<number>
}

const feedSize = 50
const words =
  'road canal treaty minister border harbour talks envoy maps valley toll customs bridge delegation protocol proposal agency statement reporters morning region neighbour agreement railway visit council vote budget farmers water station winter spring trade lorry officer guard question answer summit letter signature plan'.split(
    ' ',
  )
const verbs = 'said announced opened closed discussed visited signed published rejected welcomed postponed described'.split(' ')

/** Park-Miller: the same page for the same number, in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) % 2_147_483_646 || 1
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

function sentence(random: (below: number) => number): string {
  const pick = (list: readonly string[]) => list[random(list.length)] ?? ''
  const tail = Array.from({ length: 6 + random(14) }, () => pick(words)).join(' ')
  return `The ${pick(words)} ${pick(verbs)} the ${pick(words)} on ${1 + random(28)} March, and the ${tail} ${pick(verbs)} it.`
}

function links(random: (below: number) => number, count: number): string {
  return Array.from({ length: count }, (_, at) => `<li class="item"><a href="/other/${at}">${sentence(random).slice(0, 60)}</a></li>`).join('')
}

function title(n: number): string {
  return `Story ${n}: ${sentence(randomFrom(n + 7)).slice(0, 50)}`
}

function page(n: number): string {
  const random = randomFrom(n + 1)
  const paragraphs = Array.from({ length: 8 + random(14) }, () => `<p>${Array.from({ length: 2 + random(3) }, () => sentence(random)).join(' ')}</p>`)
  paragraphs.splice(3, 0, `<p><strong>Read also: <a href="/other/1">${sentence(random)}</a></strong></p>`)
  const script = `<script>window.settings=${JSON.stringify(Array.from({ length: 120 }, (_, at) => ({ at, text: sentence(random) })))}</script>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title(n)} | Generated Wire</title><meta property="article:published_time" content="2025-03-12T${String(n % 24).padStart(2, '0')}:00:00Z">
<style>${'.item{margin:0 0 4px;padding:2px}'.repeat(200)}</style></head><body><header class="site-header"><a href="/">Generated Wire</a><nav><ul>${links(random, 40)}</ul></nav></header>
<div class="layout"><main><article><h1>${title(n)}</h1><div class="meta"><span class="date">12 March 2025</span><span class="byline">By A. Writer</span></div><figure><img src="a.jpg" alt=""><figcaption>A picture of the harbour. Photo: agency</figcaption></figure>
<div class="article-body">${paragraphs.join('\n')}</div><div class="share"><a href="#">Facebook</a><a href="#">Telegram</a></div><div class="related"><h3>Related stories</h3><ul>${links(random, 12)}</ul></div></article>
<section class="comments"><h2>Comments</h2>${Array.from({ length: 15 }, () => `<div class="comment"><b>Reader</b><p>${sentence(random)}</p></div>`).join('')}</section></main>
<aside class="sidebar"><h3>Most read</h3><ul>${links(random, 40)}</ul></aside></div><footer><p>© 2025 Generated Wire. All rights reserved.</p><ul>${links(random, 20)}</ul></footer>${script}</body></html>`
}

function feed(k: number, base: string): string {
  const items = Array.from({ length: feedSize }, (_, at) => {
    const n = k * feedSize + at
    return `<item><title>${title(n)}</title><link>${base}/news/${n}</link><guid>${base}/news/${n}</guid><pubDate>Wed, 12 Mar 2025 08:00:00 GMT</pubDate><description>${sentence(randomFrom(n + 3))}</description></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Generated Wire</title><link>${base}/</link>${items.join('')}</channel></rss>`
}

const role = 'generated newsroom'

/** Starts the server's process. `close` gives the number of requests it answered. */
export async function startNewsroom(pages: number): Promise<GeneratedNewsroom> {
  const child = fork(fileURLToPath(import.meta.url), [role])
  const said = () => new Promise<unknown>((resolve) => child.once('message', resolve))
  const base = String(await said())
  return {
    feeds: Array.from({ length: Math.ceil(pages / feedSize) }, (_, k) => `${base}/feed/${k}.xml`),
    async close() {
      const answered = said()
      child.send('close')
      const count = Number(await answered)
      child.kill()
      return count
    },
  }
}

function serve(): void {
  let answered = 0
  const server = createServer((request, response) => {
    answered++
    const base = `http://${request.headers.host}`
    const [, kind, number] = /^\/(news|feed)\/(\d+)/.exec(request.url ?? '') ?? []
    if (kind === undefined) response.writeHead(404).end()
    else if (kind === 'news') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(Number(number)))
    else response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' }).end(feed(Number(number), base))
  })
  server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  process.on('message', () => process.send?.(answered))
}

if (process.argv[2] === role) serve()
