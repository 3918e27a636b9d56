/** What each step of reading a page leaves out → with its reason: nothing is dropped in silence. */

/** A text that was left out of the article. */
export interface DroppedText {
  step: string
  reason: string
  text: string
}
