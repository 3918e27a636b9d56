/** A topic's stories → RSS 2.0 (rssboard.org/rss-specification, with atom:link as its profile asks): headlines and sentences quoted with their outlets. */
import { html } from 'hono/html'
import type { CommandPorts } from '../../src/commands/command.js'
import type { ToldStory } from '../../src/commands/newest.js'
import { createCitations, quotation, type Voice } from '../../src/messages/citations.js'
import type { Span } from '../../src/messages/message.js'
import { noAnswerText } from '../../src/messages/no-answer.js'
import { ownPageUrl } from '../../src/messages/own-pages.js'
import { spansText } from '../../src/messages/spans.js'
import { balanceText, lineSpans } from '../../src/messages/story-message.js'

export interface Feed {
  topic: string
  title: string
  description: string
  /** Newest first. */
  stories: readonly ToldStory[]
  /** Where this Readout is found: READOUT_PUBLIC_URL, else where the feed was asked for. */
  root: string
  voice: Omit<Voice, 'citations'>
  lexicon: CommandPorts['lexicon']
}

/** Letters that XML 1.0 has no place for. */
export const noXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

function words(spans: readonly Span[]): string {
  return spansText(spans)
    .replace(/\s*\[\d+\]$/, '')
    .replace(noXml, '')
    .trim()
}

export async function feedXml({ topic, title, description, stories, root, voice, lexicon }: Feed): Promise<string> {
  const items = stories.map(({ story, sentences, unanswered }) => {
    const cited: Voice = { ...voice, citations: createCitations() }
    const told = [
      ...sentences.map((sentence) => words(quotation(sentence, cited))),
      ...unanswered.map((one) => noAnswerText(one, lexicon, cited)),
      balanceText(story.balance, story.articles.length, cited),
    ]
    const page = ownPageUrl(root, { kind: 'story', story: story.id })
    return html`<item>
<title>${words(lineSpans(story, lexicon, cited))}</title>
<link>${page}</link>
<guid isPermaLink="true">${page}</guid>
<pubDate>${story.firstAt.toUTCString()}</pubDate>
<description>${told.join('\n')}</description>
${story.topics.map((one) => html`<category>${lexicon.displayName(one, cited.lang)}</category>`)}
</item>
`
  })
  const home = ownPageUrl(root, { kind: 'topic', topic })
  const [newest] = stories
  return (
    await html`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${title} – Readout</title>
<link>${home}</link>
<atom:link href="${home}.rss?lang=${voice.lang}" rel="self" type="application/rss+xml"/>
<description>${description}</description>
<language>${voice.lang}</language>
${newest ? html`<lastBuildDate>${newest.story.lastAt.toUTCString()}</lastBuildDate>` : ''}
<ttl>15</ttl>
${items}
</channel>
</rss>
`
  ).toString()
}
