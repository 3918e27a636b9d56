/** A text → the agency or outlet it names as its own origin ("With reporting by AFP" → "afp"), or null. */
import type { Lexicon } from '../lexicon/lexicon.js'
import type { TagInput } from './tag.js'

/** "Reporting by", "AFP reports", "передаёт ТАСС", "TASS-a istinadən": phrases beside the name of the origin. */
const phrases = [
  /\b(?:with )?reporting by\b/i,
  /\bsources?:/i,
  /\baccording to\b/i,
  /\breport(?:s|ed)\b/i,
  /сообща(?:ет|ют)|передаёт|передает|со ссылкой на/i,
  /istinadən|xəbər verir|məlumatına görə/i,
  /հաղորդում է|հղումով/i,
  /იტყობინება|ცნობით/i,
  /aktardı|haberine göre|bildirdi/i,
]

/** Slug of the media organisation named with such a phrase in the first or last 300 characters. */
export function findOriginHint(input: TagInput, lexicon: Lexicon): string | null {
  for (const part of [input.text.slice(-300), input.text.slice(0, 300)]) {
    if (!phrases.some((phrase) => phrase.test(part))) continue
    for (const mention of lexicon.mentions(part, input.lang)) {
      const entity = lexicon.entity(mention.slug)
      if (entity?.kind !== 'organisation' || entity.class !== 'media') continue
      const around = part.slice(Math.max(0, mention.start - 40), mention.end + 40)
      if (phrases.some((phrase) => phrase.test(around))) return mention.slug
    }
  }
  return null
}
