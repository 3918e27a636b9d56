/** A page that cannot be read → the error that says why: value, place, expectation. */

/** Why a page gave no article. `size`, `binary`, `data` (a feed, JSON), `empty`, `encoding`: refused before parsing; `depth`, `elements`: refused while parsing. */
export type UnreadableReason = 'empty' | 'binary' | 'data' | 'size' | 'encoding' | 'depth' | 'elements'

export class UnreadablePage extends Error {
  readonly reason: UnreadableReason
  readonly url: string

  /** `value` is what was found, `expectation` what would have been read. */
  constructor(reason: UnreadableReason, at: { url: string; value: string; expectation: string; cause?: unknown }) {
    super(`${at.url}: ${at.value}, expected ${at.expectation}`, at.cause === undefined ? undefined : { cause: at.cause })
    this.name = 'UnreadablePage'
    this.reason = reason
    this.url = at.url
  }
}
