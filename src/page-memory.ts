/** The pages of one source that one round reads → what they share, learnt; and the first of them cleaned again with that. */
import type { ClutterStore } from './articles/clutter-store.js'
import type { CleanPage } from './articles/page.js'
import { learnRepeated, type RepeatedBlocks, recleanText, repeatedReason } from './articles/repeated-blocks.js'

export interface PageMemory {
  /** What was known before this round. */
  repeated: RepeatedBlocks | null
  /** Notes a page that was kept as article `id`. */
  note(id: number, page: CleanPage): void
  /** Keeps what was learnt and gives the articles whose text it changed. */
  settle(): Promise<number[]>
}

export async function openPageMemory(sourceId: number, clutter: ClutterStore): Promise<PageMemory> {
  const before = await clutter.repeated(sourceId)
  const noted: { id: number; page: CleanPage }[] = []
  return {
    repeated: before,
    note(id, page) {
      if (page.text !== '') noted.push({ id, page })
    },
    async settle() {
      if (noted.length === 0) return []
      // What was dropped because it repeats still counts, else it would come back once it is rare.
      const learnt = learnRepeated(
        noted.map(({ page }) => [page.text, ...page.dropped.filter((one) => one.reason === repeatedReason).map((one) => one.text)].join('\n\n')),
        before,
      )
      await clutter.saveRepeated(sourceId, learnt)
      const changed: number[] = []
      for (const { id, page } of noted) {
        const { text, dropped } = recleanText(page.text, learnt)
        if (dropped.length === 0) continue
        await clutter.replaceText(id, text)
        changed.push(id)
      }
      return changed
    },
  }
}
