/** Names that admins add or take out → the lexicon of this process, and the articles of the last days tagged anew. */

import type { ArticleStore } from './articles/article-store.js'
import type { LexiconEntries } from './lexicon/lexicon-entries.js'
import type { LiveLexicon } from './lexicon/live.js'
import { loadLexicon } from './lexicon/load.js'
import type { Log } from './log.js'
import { type PipelinePorts, understandAnew } from './pipeline.js'
import { messageOf } from './text/error-message.js'

export interface NamingPorts {
  entries: LexiconEntries
  live: LiveLexicon
  pipeline: PipelinePorts
  zones(): Promise<Map<number, string | null>>
  log: Log
}

export interface Naming {
  /** Takes up what another process added or took out; cheap when that was nothing. True when names changed. */
  refresh(): Promise<boolean>
  /** Tags the articles of the last 30 days anew, beside other work; gives how many there are. What runs already begins anew. */
  retag(): Promise<number>
  /** Resolves when nothing is being tagged any more. `onStep` hears each article. */
  settled(onStep?: () => void): Promise<void>
  /** Ends what runs; the rest is left to `rebuild`. */
  stop(): Promise<void>
}

const daysRetagged = 30
const pageSize = 200

/** Ids and sources of the articles read since an instant. */
async function readSince(since: Date, articles: ArticleStore): Promise<{ id: number; sourceId: number }[]> {
  const all: { id: number; sourceId: number }[] = []
  for (let after = 0; ; ) {
    const page = await articles.readSince(since, { after, limit: pageSize })
    all.push(...page)
    const last = page.at(-1)
    if (!last) return all
    after = last.id
  }
}

/** `stamp`: of the entries with which the lexicon was loaded. */
export function createNaming({ entries, live, pipeline, zones, log }: NamingPorts, stamp: string): Naming {
  let loaded = stamp
  let round = 0
  let running: Promise<void> = Promise.resolve()
  const listeners = new Set<() => void>()

  async function retagAll(these: readonly { id: number; sourceId: number }[], mine: number): Promise<void> {
    const zoneOf = await zones()
    for (const { id, sourceId } of these) {
      if (mine !== round) return
      try {
        await understandAnew(id, zoneOf.get(sourceId) ?? null, pipeline)
      } catch (error) {
        log.warn({ article: id, error: messageOf(error) }, 'an article could not be tagged anew')
      }
      for (const heard of listeners) heard()
      // Digests and chats go on meanwhile.
      await new Promise((done) => setImmediate(done))
    }
  }

  return {
    async refresh() {
      const now = await entries.stamp()
      if (now === loaded) return false
      live.replace(loadLexicon(await entries.list()))
      loaded = now
      return true
    },
    async retag() {
      round++
      const mine = round
      const these = await readSince(new Date(pipeline.now().getTime() - daysRetagged * 86_400_000), pipeline.articles)
      running = running
        .then(() => retagAll(these, mine))
        .catch((error: unknown) => log.warn({ error: messageOf(error) }, 'articles could not be tagged anew: run readout rebuild'))
      return these.length
    },
    async settled(onStep) {
      if (onStep) listeners.add(onStep)
      for (let waited: Promise<void> | null = null; waited !== running; ) {
        waited = running
        await waited
      }
      if (onStep) listeners.delete(onStep)
    },
    async stop() {
      round++
      await running
    },
  }
}
