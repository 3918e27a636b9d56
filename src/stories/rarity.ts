/** A concept or a word → how much sharing it tells. From committed frequencies, never from what the store holds: a score must not change with the archive. */
import { conceptShare, notionShare, soundShare, stemShare } from './rarity-data.js'

/** Natural logarithm of one over the share of texts that have it; what is not listed is rare. */
export function conceptWeight(slug: string): number {
  return Math.min(5, -Math.log(conceptShare[slug] ?? 0.007))
}

export function stemWeight(stem: string, lang: string): number {
  return Math.min(5, -Math.log(stemShare[lang]?.[stem] ?? 0.01))
}

/** Of a name's key, in whatever script. */
export function soundWeight(key: string): number {
  return Math.min(4, -Math.log(soundShare[key] ?? 0.02))
}

export function notionWeight(notion: string): number {
  return Math.min(4, -Math.log(notionShare[notion] ?? 0.02))
}
