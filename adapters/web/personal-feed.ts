/** What came to a reader's own page → Atom (RFC 4287): whole, so that it is read where feeds are read; links of ours only where the public address is known. */
import { createHash } from 'node:crypto'
import { html } from 'hono/html'
import type { CommandPorts } from '../../src/commands/command.js'
import { ownPageUrl, urlBelow } from '../../src/messages/own-pages.js'
import { noXml } from './feed.js'
import { type Look, messageHtml, titleOf } from './render.js'

type Entry = Awaited<ReturnType<CommandPorts['showInbox']>>[number]

export interface PersonalFeed {
  /** Newest first. */
  entries: readonly Entry[]
  title: string
  lang: string
  /** Says which feed it is, and opens nothing. */
  feedHash: string
  made: Date
  publicUrl: string | null
  /** Path of the feed itself. */
  path: string
}

/** The same for the same words: version 8 of RFC 9562, of a hash. */
function uuidOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export async function personalFeedXml({ entries, title, lang, feedHash, made, publicUrl, path }: PersonalFeed): Promise<string> {
  const look: Look = { button: () => null, story: (story) => publicUrl && ownPageUrl(publicUrl, { kind: 'story', story }) }
  const items = await Promise.all(
    entries.map(async ({ id, at, messages }) => {
      const content = await html`${messages.map((message) => messageHtml(message, look))}`
      const [first] = messages
      return html`<entry>
<id>${uuidOf(`${feedHash}/${id}`)}</id>
<title>${first ? titleOf(first) : title}</title>
<updated>${at.toISOString()}</updated>
<content type="html">${content.toString()}</content>
</entry>
`
    }),
  )
  const self = publicUrl ? html`<link rel="self" href="${urlBelow(publicUrl, path)}"/>\n` : ''
  const xml = await html`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<id>${uuidOf(feedHash)}</id>
<title>${title} – Readout</title>
<updated>${(entries[0]?.at ?? made).toISOString()}</updated>
<author><name>Readout</name></author>
${self}${items}</feed>
`
  return xml.toString().replace(noXml, '')
}
