/** Three invented outlets with news of the last hours, on loopback: what a service reads in a session of today. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const hourMs = 3_600_000

interface Item {
  slug: string
  title: string
  text: string
  hoursAgo: number
}

const outlets: Readonly<Record<string, { title: string; items: readonly Item[] }>> = {
  am: {
    title: 'Sample Yerevan',
    items: [
      {
        slug: 'text',
        title: 'Armenian minister says text of peace treaty is ready for signing',
        text: 'Armenian Foreign Minister Ararat Mirzoyan said in Yerevan that the text of the peace treaty between Armenia and Azerbaijan is ready for signing. "The text is agreed," Mirzoyan told reporters.',
        hoursAgo: 5,
      },
      {
        slug: 'mission',
        title: 'EU monitoring mission in Armenia is extended by two years',
        text: 'The Council of the European Union extended the mandate of the EU monitoring mission in Armenia by two years, the Armenian Foreign Ministry said.',
        hoursAgo: 9,
      },
    ],
  },
  az: {
    title: 'Sample Baku',
    items: [
      {
        slug: 'constitution',
        title: 'Bayramov: constitution of Armenia remains an obstacle to the peace treaty',
        text: 'Azerbaijani Foreign Minister Jeyhun Bayramov said in Baku that claims in the constitution of Armenia remain the main obstacle to the signing of the peace treaty. "The treaty cannot be signed before the constitution is amended," Bayramov said.',
        hoursAgo: 4,
      },
      {
        slug: 'commissions',
        title: 'Border commissions of Azerbaijan and Armenia to meet in December',
        text: 'The border delimitation commissions of Azerbaijan and Armenia will hold their next meeting in December, the office of Deputy Prime Minister Shahin Mustafayev said <& added nothing>.',
        hoursAgo: 6,
      },
    ],
  },
  ge: {
    title: 'Sample Tbilisi',
    items: [
      {
        slug: 'host',
        title: 'Tbilisi is ready to host talks of Armenia and Azerbaijan on the peace treaty',
        text: 'Georgia is ready to host talks between Armenia and Azerbaijan on the peace treaty, Georgian Foreign Minister Maka Botchorishvili said in Tbilisi.',
        hoursAgo: 2,
      },
    ],
  },
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const padding =
  'The statement was published by the press service, which gave no further details about the schedule of the talks between the two countries.'

export interface News {
  /** Country → home page. */
  homes: Record<string, string>
  close(): void
}

export async function openNews(): Promise<News> {
  let root = ''
  const at = (item: Item): Date => new Date(Date.now() - item.hoursAgo * hourMs)
  const server = createServer((request, response) => {
    const [, key = '', page = ''] = new URL(request.url ?? '/', 'http://x').pathname.split('/')
    const outlet = outlets[key]
    const item = outlet?.items.find(({ slug }) => page === `${slug}.html`)
    if (!outlet || (page !== '' && page !== 'feed.xml' && !item)) return void response.writeHead(404).end()
    if (page === 'feed.xml') {
      const items = outlet.items.map(
        (one) =>
          `<item><title>${escapeHtml(one.title)}</title><link>${root}/${key}/${one.slug}.html</link><pubDate>${at(one).toUTCString()}</pubDate></item>`,
      )
      const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>${outlet.title}</title><link>${root}/${key}/</link><language>en</language>${items.join('')}</channel></rss>`
      return void response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed)
    }
    const head = item ? `<meta property="article:published_time" content="${at(item).toISOString()}">` : ''
    const body = item
      ? `<article><h1>${escapeHtml(item.title)}</h1><p>${escapeHtml(item.text)}</p><p>${padding}</p></article>`
      : outlet.items.map((one) => `<p><a href="/${key}/${one.slug}.html">${escapeHtml(one.title)}</a></p>`).join('')
    const feed = `<link rel="alternate" type="application/rss+xml" href="/${key}/feed.xml">`
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<html lang="en"><head><title>${escapeHtml(item?.title ?? outlet.title)}</title>${feed}${head}</head><body>${body}</body></html>`)
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    homes: Object.fromEntries(Object.keys(outlets).map((key) => [key.toUpperCase(), `${root}/${key}/`])),
    close: () => void server.close(),
  }
}
