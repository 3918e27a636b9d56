import { describe, expect, it } from 'vitest'
import { discover } from '../../src/sources/discover.js'
import { sourceIdentity } from '../../src/sources/source-identity.js'
import { type Answer, openSite, testFetcher, testNow } from './site.js'

const fetcher = testFetcher()
const rss = (title: string, path: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><item><title>Talks go on in Yerevan today</title><link>{root}${path}</link><pubDate>Sun, 18 Aug 2024 10:00:00 GMT</pubDate></item></channel></rss>`
const teaser = 'The ministers met for the third time this year and agreed to go on with the talks in the autumn, their offices said.'
const list = (paths: readonly string[]) =>
  `<ul>${paths.map((path, index) => `<li><a href="${path}">Foreign ministers agree on round ${index + 1}</a> <time>18.08.2024 1${index}:00</time></li>`).join('')}</ul>`
const home = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>Example News</title>${head}</head><body>${body}</body></html>`
const paths = ['/2024/08/18/one-long-slug-here', '/2024/08/18/two-long-slug-here', '/2024/08/18/three-long-slug-here']

async function look(pages: Record<string, Answer>, path = '/') {
  const site = await openSite(pages)
  const found = await discover(`${site.root}${path}`, { fetcher, zone: '+04:00', now: testNow, telegramWebRoot: `${site.root}/tg` })
  return { site, found, kinds: found.candidates.map(({ kind, url }) => `${kind} ${url.replace(site.root, '')}`) }
}

describe('any link', () => {
  it('of a feed is taken as it is, with samples', async () => {
    const { found, kinds } = await look({ '/feed': rss('Example', '/a') }, '/feed')
    expect(kinds).toEqual(['feed /feed'])
    expect(found.candidates[0]?.sample[0]).toMatchObject({ title: 'Talks go on in Yerevan today' })
    expect(found.pageLinks).toEqual([])
  })

  it('of a home page leads to the feeds it names, several as a choice, the comments last; its articles are read once', async () => {
    const head =
      '<link rel="alternate" type="application/rss+xml" href="/comments/feed"><link rel="alternate" type="application/rss+xml" href="/en/feed"><link rel="alternate" type="application/rss+xml" href="/hy/feed">'
    const feeds = { '/en/feed': rss('English', '/a'), '/hy/feed': rss('Armenian', '/b'), '/comments/feed': rss('Comments', '/c') }
    const { found, kinds, site } = await look({ '/': home(head, list(paths)), ...feeds })
    expect(kinds).toEqual(['feed /en/feed', 'feed /hy/feed', 'feed /comments/feed'])
    expect(found.pageLinks).toEqual(paths.map((path) => `${site.root}${path}`))
  })

  it('of a page that names none leads to a feed at a usual place below it', async () => {
    expect(
      (await look({ '/site/': home('', list(paths)), '/site/rss.xml': rss('R', '/a'), '/rss.xml': rss('Other', '/b') }, '/site/')).kinds,
    ).toEqual(['feed /site/rss.xml'])
  })

  it('of a site without feed leads to the news sitemap of its robots.txt, then to its own list', async () => {
    const sitemap = `<?xml version="1.0"?><urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{root}/x</loc><news:news><news:title>Talks</news:title><news:publication_date>2024-08-18</news:publication_date></news:news></url></urlset>`
    const robots: Answer = (request, response) =>
      response.writeHead(200).end(`User-agent: *\nDisallow: /no\nSitemap: http://${request.headers.host}/news-map.xml`)
    const { kinds } = await look({ '/': home('', list(paths)), '/robots.txt': robots, '/news-map.xml': sitemap })
    expect(kinds).toEqual(['sitemap /news-map.xml', 'page /'])
  })

  it('of a site with nothing else leads to its list of article links, with their dates', async () => {
    const { found, kinds } = await look({ '/': home('', `<nav><a href="/about">About us and our work</a></nav>${list(paths)}`) })
    expect(kinds).toEqual(['page /'])
    expect(found.candidates[0]?.sample.map(({ publishedAt }) => publishedAt?.instant.toISOString())).toEqual([
      '2024-08-18T06:00:00.000Z',
      '2024-08-18T07:00:00.000Z',
      '2024-08-18T08:00:00.000Z',
    ])
  })

  it('of one article leads to the site behind it, and only that article is read', async () => {
    const article = home('<meta property="og:type" content="article">', `<a href="/">Example News</a><p>${teaser}</p>${list(paths.slice(1))}`)
    const { kinds, found, site } = await look({ [paths[0] ?? '']: article, '/': home('', list(paths)), '/feed': rss('F', '/a') }, paths[0])
    expect(kinds).toEqual(['feed /feed'])
    expect(found.pageLinks).toEqual([`${site.root}${paths[0]}`])
  })

  it('of an OPML file gives its sources', async () => {
    const { found } = await look(
      {
        '/list':
          '<?xml version="1.0"?><opml version="2.0"><body><outline text="AM"><outline text="X" xmlUrl="https://x.example/rss"/></outline></body></opml>',
      },
      '/list',
    )
    expect(found.listed).toMatchObject([{ name: 'X', url: 'https://x.example/rss', folder: 'AM' }])
  })

  it('of a public channel is its posts, in any spelling', async () => {
    const post = (id: number, inner: string) =>
      `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="example_news/${id}">${inner}<a class="tgme_widget_message_date"><time datetime="2024-08-18T10:0${id}:00+00:00"></time></a></div></div>`
    const page = home(
      '',
      `<div class="tgme_channel_info_header_title"><span>Example Channel</span></div>
      ${post(1, '<div class="tgme_widget_message_text">First line of the post<br/><br/>Second <b>paragraph</b> &amp; more</div>')}
      ${post(2, '<div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name">Other Channel</a></div><div class="tgme_widget_message_grouped_wrap"></div><div class="tgme_widget_message_text">An album of the visit</div>')}`,
    )
    const site = await openSite({ '/tg/s/example_news': page })
    for (const link of [
      '@example_news',
      't.me/example_news',
      'https://t.me/s/example_news/2',
      'https://telegram.me/example_news',
      'tg://resolve?domain=example_news',
    ]) {
      const found = await discover(link, { fetcher, zone: null, now: testNow, telegramWebRoot: `${site.root}/tg` })
      expect(found.candidates, link).toMatchObject([{ kind: 'telegram', title: 'Example Channel' }])
      expect(found.candidates[0]?.sample).toMatchObject([
        { id: 'example_news/2', link: 'https://t.me/example_news/2', author: 'Other Channel', categories: ['forwarded from Other Channel', 'album'] },
        { id: 'example_news/1', title: 'First line of the post', content: 'First line of the post\n\nSecond paragraph & more' },
      ])
    }
  })

  it.each([
    ['not an address', 'is not an address'],
    ['mailto:x@y.example', 'only http and https'],
    ['http://localhost:1/', 'private network'],
  ])('that cannot be opened (%s) is refused in plain words', async (link, problem) => {
    const found = await discover(link, { fetcher, zone: null, now: testNow, telegramWebRoot: 'https://t.me' })
    expect(found.candidates).toEqual([])
    expect(found.problem).toContain(problem)
  })

  it('of an empty, binary or huge page says why', async () => {
    const binary: Answer = (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/pdf' }).end(Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2]))
    expect((await look({ '/': '' })).found.problem).toBeTruthy()
    expect((await look({ '/': binary })).found.problem).toBeTruthy()
    expect((await look({ '/': (_request, response) => response.writeHead(200).end(Buffer.alloc(11_000_000, 32)) })).found.problem).toContain(
      'larger than 10 MB',
    )
    expect((await look({ '/': home('', '<p>Hello</p>') })).found.problem).toContain('no feed')
  })
})

describe('the identity of a source', () => {
  it.each([
    ['https://www.example.am/rss/', 'http://example.am/rss'],
    ['https://example.am', 'HTTP://EXAMPLE.AM:80/index.php'],
    ['feed://example.am/feed', 'https://m.example.am/feed?utm_source=x'],
    ['https://t.me/s/Example_News', '@example_news'],
    ['https://example.am/?b=2&a=1', 'https://example.am/?a=1&b=2'],
  ])('is the same for %s and %s', (one, other) => {
    expect(sourceIdentity(one)).toBe(sourceIdentity(other))
  })
  it('differs by path, query and port', () => {
    const all = ['https://a.am/hy', 'https://a.am/ru', 'https://a.am/?feed=1', 'https://a.am:8443/hy', 'https://b.a.am/hy']
    expect(new Set(all.map(sourceIdentity)).size).toBe(all.length)
  })
})
