import { describe, expect, it } from 'vitest'
import { inspectFeed, readListing } from '../../src/sources/inspect-feed.js'
import { testNow } from './site.js'

const about = { contentType: null, url: 'https://news.example/rss/feed.xml', zone: 'Asia/Yerevan', now: testNow }

function inspect(text: string | Uint8Array, more: Partial<typeof about> & { contentType?: string | null } = {}) {
  return inspectFeed(typeof text === 'string' ? Buffer.from(text) : text, { ...about, ...more })
}
const rss = (items: string, head = '') => `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${head}${items}</channel></rss>`

/** Text in windows-1251 or KOI8-R. */
function cyrillic(text: string, encoding: 'windows-1251' | 'koi8-r'): Uint8Array {
  const table = new Map(Array.from({ length: 128 }, (_, index) => [new TextDecoder(encoding).decode(Uint8Array.of(index + 128)), index + 128]))
  return Uint8Array.from([...text].map((sign) => table.get(sign) ?? sign.charCodeAt(0)))
}

describe('an RSS feed', () => {
  it('gives plain titles, absolute links and paragraphs of plain text', async () => {
    const feed = await inspect(
      rss(`<item><title>AT&amp;amp;T &lt;b&gt;talks&lt;/b&gt; &quot;today&quot;</title><link>/2024/1</link><guid isPermaLink="false">n1</guid>
        <pubDate>Sun, 18 Aug 2024 10:00:00 +0400</pubDate><author>desk@news.example (News Desk)</author><category>Politics</category><category>Politics</category>
        <description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &lt;a href="javascript:alert(1)" onclick="x()"&gt;three&lt;/a&gt;.&lt;/p&gt;&lt;script&gt;evil()&lt;/script&gt;</description>
        <content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>First&nbsp;one.</p><p>Second<br>line.</p>]]></content:encoded></item>`),
    )
    expect(feed).toMatchObject({
      title: 'News',
      items: [
        {
          id: 'n1',
          title: 'AT&T talks "today"',
          link: 'https://news.example/2024/1',
          publishedAt: '2024-08-18T06:00:00.000Z',
          summary: 'One. Two three.',
          content: 'First one.\n\nSecond\nline.',
          author: 'News Desk',
          categories: ['Politics'],
        },
      ],
      problems: [],
    })
  })

  it.each([
    ['18 августа 2024, 21:40', '2024-08-18T17:40:00.000Z'],
    ['18 օգոստոսի, 2024 21:40', '2024-08-18T17:40:00.000Z'],
    ['18 avqust 2024, 21:40', '2024-08-18T17:40:00.000Z'],
    ['18 აგვისტო 2024, 21:40', '2024-08-18T17:40:00.000Z'],
    ['18 Ağustos 2024 21:40', '2024-08-18T17:40:00.000Z'],
    ['2024-08-18T21:40:00', '2024-08-18T17:40:00.000Z'],
    ['18.08.2024 21:40', '2024-08-18T17:40:00.000Z'],
    ['Sun, 18 Aug 24 21:40 GMT', '2024-08-18T21:40:00.000Z'],
    ['1724017200', '2024-08-18T21:40:00.000Z'],
    ['2024-08-18', '2024-08-17T20:00:00.000Z'],
  ])('reads the date %s', async (text, instant) => {
    const feed = await inspect(rss(`<item><guid>1</guid><pubDate>${text}</pubDate></item>`))
    expect(feed.items[0]?.publishedAt).toBe(instant)
  })

  it.each([
    ['Sun, 18 Aug 2044 10:00:00 GMT', 'lies in the future'],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 'is before 1985'],
    ['soon', 'is not understood'],
  ])('refuses the date %s, and says why', async (text, reason) => {
    const feed = await inspect(rss(`<item><guid>1</guid><title>T</title><pubDate>${text}</pubDate></item>`))
    expect(feed.items[0]?.publishedAt).toBeNull()
    expect(feed.problems.join()).toContain(reason)
  })

  it('cut in the middle keeps its whole items and the whole parts of the last', async () => {
    const feed = await inspect(
      '<rss><channel><item><title>One</title><link>https://a.example/1</link></item><item><title>Two</title><link>https://a.example/2</link><description>It was sa',
    )
    expect(feed.items.map(({ title, summary }) => [title, summary])).toEqual([
      ['One', null],
      ['Two', null],
    ])
    expect(feed.problems).toContain('the document ends in the middle')
  })

  it('with one GUID for all items tells them apart by their links; an item listed twice is one', async () => {
    const item = (n: number) => `<item><guid>same</guid><title>T${n}</title><link>https://a.example/${n}</link></item>`
    const feed = await inspect(rss(item(1) + item(2) + item(2)))
    expect(feed.items.map(({ id }) => id)).toEqual(['same', 'https://a.example/2'])
  })

  it('takes no link that is not http', async () => {
    const feed = await inspect(rss('<item><title>T</title><link>javascript:alert(1)</link><guid>data:text/html,x</guid></item>'))
    expect(feed.items[0]?.link).toBeNull()
  })
})

describe('an Atom feed', () => {
  it('resolves links by xml:base and prefers the alternate', async () => {
    const feed = await inspect(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/a/"><title type="html">A &amp;amp; B</title>
      <entry xml:base="b/"><id>tag:1</id><link rel="self" href="self"/><link href="c.html"/><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <em>&lt;tag&gt;</em></div></title>
      <updated>2024-08-18T10:00:00Z</updated><author><name>N. N.</name></author><content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>`)
    expect(feed.title).toBe('A & B')
    expect(feed.items[0]).toMatchObject({
      link: 'https://base.example/a/b/c.html',
      title: 'The <tag>',
      updatedAt: '2024-08-18T10:00:00.000Z',
      author: 'N. N.',
      content: 'Text',
    })
  })
})

describe('the encoding of a feed', () => {
  const text = (declared: string) =>
    `<?xml version="1.0" encoding="${declared}"?><rss><channel><item><title>Переговоры в Баку</title><guid>1</guid></item></channel></rss>`
  it.each([
    ['declared windows-1251', cyrillic(text('windows-1251'), 'windows-1251'), null],
    ['declared koi8-r', cyrillic(text('koi8-r'), 'koi8-r'), null],
    ['named by the server', cyrillic(text('x'), 'koi8-r'), 'text/xml; charset=koi8-r'],
    ['declared wrongly', cyrillic(text('utf-8'), 'windows-1251'), null],
    ['UTF-8 declared as windows-1251', Buffer.from(text('windows-1251')), null],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text('utf-16')}`, 'utf16le'), null],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text('utf-8')}`), null],
  ])('is found: %s', async (_name, bytes, contentType) => {
    const feed = await inspectFeed(bytes, { ...about, contentType })
    expect(feed.items[0]?.title).toBe('Переговоры в Баку')
  })
})

describe('a JSON Feed', () => {
  it('is read with its authors, tags and text', async () => {
    const feed = await inspect(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J &amp; K',
        items: [
          {
            id: 7,
            url: '/7',
            title: 'Seven',
            content_html: '<p>a</p><p>b</p>',
            date_published: '2024-08-18T10:00:00Z',
            authors: [{ name: 'A' }],
            tags: ['x'],
          },
          5,
        ],
      }),
    )
    expect(feed.title).toBe('J & K')
    expect(feed.items).toEqual([
      {
        id: '7',
        link: 'https://news.example/7',
        title: 'Seven',
        content: 'a\n\nb',
        summary: null,
        publishedAt: '2024-08-18T10:00:00.000Z',
        updatedAt: null,
        author: 'A',
        categories: ['x'],
      },
    ])
    expect(feed.problems.join()).toContain('not an item of a JSON Feed')
  })
})

describe('a sitemap', () => {
  it('of news gives titles and dates, newest first; an index its sitemaps', async () => {
    const news = await readListing(
      Buffer.from(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>https://a.example/1</loc><news:news><news:publication><news:name>A</news:name><news:language>ru</news:language></news:publication><news:publication_date>2024-08-17</news:publication_date><news:title>Old</news:title></news:news></url>
        <url><loc>https://a.example/2</loc><news:news><news:publication_date>2024-08-18T10:00:00Z</news:publication_date><news:title>New</news:title></news:news></url></urlset>`),
      about,
    )
    expect(news.type === 'sitemap' && news.listing.items.map(({ title, link }) => [title, link])).toEqual([
      ['New', 'https://a.example/2'],
      ['Old', 'https://a.example/1'],
    ])
    const index = await readListing(Buffer.from('<sitemapindex><sitemap><loc>https://a.example/s1.xml</loc></sitemap></sitemapindex>'), about)
    expect(index).toMatchObject({ type: 'sitemap', listing: { children: [{ url: 'https://a.example/s1.xml' }] } })
  })
})

describe('what is no feed', () => {
  it.each([
    ['', 'an empty document'],
    ['   \n', 'nothing but white space'],
    ['<!doctype html><html><body>Sorry</body></html>', 'a web page, not a feed'],
    ['{"a":1}', 'JSON, but no JSON Feed'],
    ['hello', 'no XML and no JSON'],
    ['<?xml version="1.0"?><note/>', 'XML, but no feed and no sitemap'],
  ])('%j is said to be none', async (text, problem) => {
    expect(await inspect(text)).toEqual({ title: null, items: [], problems: [problem] })
  })
})
