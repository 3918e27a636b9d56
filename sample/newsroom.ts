/** The bundled sample → a newsroom on loopback: six invented outlets with pages and feeds, told from public facts (README.md beside). */
import { createServer } from 'node:http'
import { feedText, feedTypes } from './feeds.js'
import { loadSample, type SampleOutlet } from './outlets.js'
import { articlePage, homePage } from './pages.js'

/** The instant at which the sample is told: the afternoon after its last article. */
export const sampleNow = new Date('2025-08-09T16:30:00Z')

export interface Newsroom {
  /** Home page of each outlet. */
  homes: { outlet: SampleOutlet; home: string }[]
  close(): Promise<void>
}

/** Serves the sample on a free port of 127.0.0.1, told as if `sampleNow` were `now`. */
export async function openNewsroom(now: Date = sampleNow): Promise<Newsroom> {
  const { outlets, articles: told } = loadSample()
  const laterMs = now.getTime() - sampleNow.getTime()
  const articles = told.map((article) => ({ ...article, publishedAt: new Date(Date.parse(article.publishedAt) + laterMs).toISOString() }))
  const bodies = new Map<string, { type: string; text: string }>()
  const server = createServer((request, response) => {
    const body = bodies.get(decodeURI(request.url ?? '/'))
    if (!body) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here')
      return
    }
    response.writeHead(200, { 'content-type': `${body.type}; charset=utf-8` }).end(body.text)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('sample newsroom: no port on 127.0.0.1, expected a free one')
  const root = `http://127.0.0.1:${address.port}`
  const homes = outlets.map((outlet) => {
    const home = `${root}/${outlet.id}/`
    const entries = articles.filter((article) => article.outlet === outlet.id).map((article) => ({ article, url: `${home}2025/${article.slug}` }))
    const links = entries.map(({ article, url }) => ({ title: article.title, url }))
    bodies.set(`/${outlet.id}/`, { type: 'text/html', text: homePage(outlet, home, links) })
    bodies.set(`/${outlet.id}/${outlet.feed === 'sitemap' ? 'sitemap.xml' : 'feed'}`, {
      type: feedTypes[outlet.feed],
      text: feedText(outlet, home, entries),
    })
    for (const { article, url } of entries) {
      const related = links.filter((one) => one.url !== url).slice(0, 3)
      const text = articlePage({ outlet, article, lang: article.lang ?? outlet.lang, url, home, related })
      bodies.set(new URL(url).pathname, { type: 'text/html', text })
    }
    return { outlet, home }
  })
  return { homes, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
