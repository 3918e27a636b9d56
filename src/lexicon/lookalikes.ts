/** A hit that reads like a country or place of the region → whether another one is meant (Georgia, USA; East Azerbaijan; Michael Jordan). */
import type { Alias, Hit } from './candidates.js'
import type { TextHits } from './mentions.js'

export function isAnotherPlace(_alias: Alias, _hit: Hit, _text: TextHits): boolean {
  return false
}
