/** What the article room needs kept of a source's pages: which blocks they share. Implemented in store/. */
import type { RepeatedBlocks } from './repeated-blocks.js'

export interface ClutterStore {
  /** Null while no page of the source was read. */
  repeated(sourceId: number): Promise<RepeatedBlocks | null>
  saveRepeated(sourceId: number, blocks: RepeatedBlocks): Promise<void>
  /** What a page never said of its own is taken out of the stored text: no revision, for the page has not changed. */
  replaceText(articleId: number, text: string): Promise<void>
}
