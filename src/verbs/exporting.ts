/** The store → articles or stories as JSON lines, a page at a time (`readout export`). */
import { once } from 'node:events'
import { articleJson } from '../articles/article-json.js'
import type { CommandPorts } from '../commands/command.js'
import { labelText } from '../messages/story-message.js'
import { interfaceLanguage } from '../messages/words.js'
import { everyArticle } from '../pipeline.js'
import { storiesOfGroups } from '../stories/of-groups.js'
import { storyJson } from '../stories/story-json.js'

async function writeLine(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain')
}

export async function exportArticles(ports: CommandPorts): Promise<void> {
  const outlets = await ports.archive.outlets()
  for await (const article of everyArticle(ports.articles)) {
    await writeLine(articleJson(article, outlets.get(article.sourceId)?.name ?? `source ${article.sourceId}`))
  }
}

const groupsAtOnce = 200

/** Stories as of an instant. */
export async function exportStories(ports: CommandPorts, asOf: Date): Promise<void> {
  const groups = new Set<number>()
  for await (const article of everyArticle(ports.articles)) if (article.group !== null) groups.add(article.group)
  const label = labelText(ports.lexicon, interfaceLanguage('en'))
  const outlets = await ports.archive.outlets()
  const all = [...groups]
  for (let at = 0; at < all.length; at += groupsAtOnce)
    for (const story of await storiesOfGroups(all.slice(at, at + groupsAtOnce), { asOf, outlets }, ports)) await writeLine(storyJson(story, label))
}
