/** A text → who said what: speaker, office, side, standing, and the words verbatim. */
import type { Lexicon, Mention } from '../lexicon/lexicon.js'
import { splitSentences } from '../text/sentences.js'
import type { Statement } from './article.js'
import type { TagInput } from './tag.js'

/** Verbs of saying, six languages, as stems. */
const saying =
  /\b(?:said|says|told|stated|added|noted|announced|declared|stressed|argued|insisted|called|accused|warned|explained|claimed|denied|rejected|dismissed|welcomed)\b|сказал|заявил|сообщил|отметил|подчеркнул|добавил|объявил|обвинил|опроверг|отверг|назвал|считает|пояснил|ասաց|ասել|հայտարար|նշեց|նշել|ընդգծ|հերքեց|հերքել|մեղադր|bildir|dedi|söylə|qeyd et|vurğula|açıqla|təkzib|ittiham|განაცხად|თქვა|აღნიშნ|უარყო|დაადანაშაულ|söyledi|belirtti|açıkladı|kaydetti|vurguladı|yalanladı|suçladı|ifade etti/i

const denying =
  /\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es|ed))\b|опроверг|отверг|հերք|մերժ|təkzib|rədd|უარყო|yalanla|reddet/i

const quoted = /[“"«„]([^”"»“„]{12,})[”"»“]/u

/** One statement a sentence at most: the person or body named nearest before the verb of saying. */
export function findStatements(input: TagInput, lexicon: Lexicon): Statement[] {
  const mentions = lexicon.mentions(input.text, input.lang).filter((mention) => mention.kind === 'person' || mention.kind === 'organisation')
  return splitSentences(input.text, input.lang).flatMap((sentence) => {
    const verb = saying.exec(sentence.text)
    if (!verb) return []
    const inside = mentions.filter((mention) => mention.start >= sentence.start && mention.end <= sentence.end)
    const speaker = nearest(inside, sentence.start + verb.index)
    if (!speaker) return []
    const words = quoted.exec(sentence.text)
    const said = words?.[1]
      ? { text: words[1], start: sentence.start + words.index + 1, quoted: true }
      : { text: sentence.text, start: sentence.start, quoted: false }
    return [{ speaker: speaker.slug, ...capacity(speaker.slug, input, lexicon), ...said, denial: denying.test(sentence.text) }]
  })
}

function nearest(mentions: readonly Mention[], at: number): Mention | undefined {
  return [...mentions].sort((a, b) => Math.abs(a.end - at) - Math.abs(b.end - at))[0]
}

function capacity(slug: string, input: TagInput, lexicon: Lexicon): Pick<Statement, 'role' | 'side' | 'standing'> {
  const entity = lexicon.entity(slug)
  if (entity?.kind === 'organisation')
    return { role: null, side: entity.country, standing: entity.class === 'government' || entity.class === 'parliament' ? 'official' : 'other' }
  const office = input.published ? lexicon.officesOn(slug, input.published)[0] : undefined
  if (office) return { role: null, side: office.side, standing: office.standing }
  return { role: null, side: entity?.kind === 'person' ? entity.side : null, standing: 'unknown' }
}
