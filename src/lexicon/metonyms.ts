/** A capital in a text → whether it stands for the government ("Baku said") or is the town ("in Baku"). */
import type { Hit } from './candidates.js'
import type { TextHits } from './mentions.js'

export function isCapitalAsGovernment(_slug: string, hit: Hit, text: TextHits, _index: number): boolean {
  return /^\s+(said|says|wants|demands|accuses|accused|denied|denies|insists)\b/.test(text.original.slice(hit.end, hit.end + 30))
}
