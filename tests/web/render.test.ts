import { html } from 'hono/html'
import { describe, expect, it } from 'vitest'
import { described, type Look, messageHtml } from '../../adapters/web/render.js'
import type { Block, Message } from '../../src/messages/message.js'
import { bold, plain } from '../../src/messages/spans.js'

const look: Look = {
  story: (story) => `/stories/s${story}`,
  button: ({ label, command }) => (command === 'subscribe' ? null : html`<a href="/?q=${command}">${label}</a>`),
}
const written = async (blocks: Block[], more: Partial<Message> = {}): Promise<string> =>
  String(await messageHtml({ blocks, buttons: [], lang: 'en', ...more }, look))

describe('a message as HTML', () => {
  it('escapes whatever a source wrote, in text and in addresses', async () => {
    const made = await written([
      { type: 'paragraph', spans: [{ text: '<script>alert("1")</script> & \'x\'', bold: true, href: 'https://a.example/?a="><img src=x>&b' }] },
      { type: 'image', png: new Uint8Array([1]), svg: { wide: '<svg onload="alert(1)"/>', narrow: '<svg/>' }, alt: '"><script>' },
    ])
    expect(made).not.toMatch(/<script|<img src=x|<svg|"1"/)
    expect(made).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;')
    expect(made).toContain('rel="noopener nofollow"')
  })
  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'https:', 'HTTPS://'])('makes no link of %s', async (href) => {
    expect(await written([{ type: 'paragraph', spans: [{ text: 'x', href }] }])).not.toContain('<a')
  })
  it('keeps quoted words of another language apart, whichever way they run', async () => {
    const made = await written([{ type: 'quote', spans: [{ text: 'سلام', lang: 'fa' }, plain(' - Outlet, IR')] }])
    expect(made).toContain('<span lang="fa" dir="auto">سلام</span> - Outlet, IR')
  })
  it('opens a story by its number and by a link below it, and shows no second button for it', async () => {
    const made = await written(
      [{ type: 'heading', spans: [plain('Digest')] }, { type: 'break' }, { type: 'paragraph', spans: [bold('1. '), plain('Words')] }],
      {
        stories: [12],
        buttons: [
          [
            { label: 'Story 1', command: 'story', argument: 's12' },
            { label: 'Topics', command: 'topics' },
            { label: 'Daily', command: 'subscribe', argument: '8:30' },
          ],
        ],
      },
    )
    expect(made.match(/\/stories\/s12/g)).toHaveLength(2)
    expect(made).toContain('<a class="number" href="/stories/s12">1.</a> Words')
    expect(made).toContain('<a href="/?q=topics">Topics</a>')
    expect(made).not.toContain('Daily')
  })
  it('is described in its first words, without numbers of citations', () => {
    const message: Message = {
      blocks: [
        { type: 'heading', spans: [plain('Digest')] },
        { type: 'paragraph', spans: [bold('1. '), plain('“One” - Outlet, AM '), { text: '[1]', href: 'https://a.example/' }] },
        { type: 'quote', spans: [plain('long '.repeat(100))] },
      ],
      buttons: [],
      lang: 'en',
    }
    expect(described(message)).toMatch(/^“One” - Outlet, AM long long .* …$/)
    expect(described(message).length).toBeLessThanOrEqual(242)
  })
})
