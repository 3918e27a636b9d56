/** Mentions of a body in a text → what they show of its part in the news: who acts, who is only named beside it, how it is called. */
import { isLanguage, type Lexicon, type Mention } from '../lexicon/lexicon.js'
import { stateNamed } from './countries.js'
import type { Evidence } from './evidence.js'
import { isInFront } from './front.js'
import { sayingWords } from './saying-words.js'
import type { Features } from './tag-model.js'

/** An office before the body's name: "secretary of the Security Council" speaks of a person. */
const officeBefore =
  /(?:(?:head|chief|chair(?:man|woman|person)?|secretary|director|president|member|leader|spokes(?:man|woman|person)|deputy|commander|manager|governor|lawyer|prosecutor|judge|founder|analyst|co-?chairs?)s? (?:of|at|for|from|with) (?:the |both |its )?|(?:глав\p{L}|руководител\p{L}+|секретар\p{L}+|председател\p{L}+|директор\p{L}*|член\p{L}*|лидер\p{L}*|представител\p{L}+|депутат\p{L}*|замглавы|начальник\p{L}*) )$/iu
/** The same behind it, where the language has it so: "XİN-in sözçüsü", "ԱԳՆ խոսնակ". */
const officeBehind =
  /^(?:['’]s)?\s?(?:\p{L}+ )?(?:chief|head|spokes(?:man|woman|person)|president|director|chair(?:man|woman)?|secretary|leader|lawyer|envoy|deputy|deputies|member|lawmaker|co-?chairs?|խոսնակ|ղեկավար|նախագահ|քարտուղար|տնօրեն|անդամ|պատգամավոր|առաջնորդ|համանախագահ|sözçüsü|rəhbəri|sədri|katibi|üzvü|deputatı|həmsədr\p{L}*|sözcüsü|başkanı|genel sekreteri|üyesi|milletvekili|lideri|eş başkan\p{L}*|სპიკერ|ხელმძღვანელ|თავმჯდომარ|მდივან|წევრ|ლიდერ|თანათავმჯდომარ)/iu

const quotedFrom = 300

function isSaying(mention: Mention, { whole, input: { lang } }: Evidence): boolean {
  if (!isLanguage(lang)) return false
  const { verbs, accordingBefore } = sayingWords[lang]
  const clause =
    whole
      .slice(mention.end, mention.end + 30)
      .toLowerCase()
      .split(/[,.;:!?\n։]/u)[0] ?? ''
  if (clause.match(verbs) !== null) return true
  const before = whole.slice(Math.max(0, mention.start - 40), mention.start).toLowerCase()
  return accordingBefore !== null && new RegExp(`(?:${accordingBefore.source})\\s(?:the\\s)?(?:\\p{L}+\\s)?$`, 'u').test(before)
}

function isQuoted(mention: Mention, whole: string): boolean {
  const before = whole.slice(Math.max(0, mention.start - quotedFrom), mention.start)
  return (before.match(/[“«„]/gu)?.length ?? 0) > (before.match(/[”»]/gu)?.length ?? 0)
}

/** The states that the title or the first paragraph names, themselves or through their people, bodies and places. */
export function statesInFront(evidence: Evidence, lexicon: Lexicon): ReadonlySet<string> {
  return new Set(evidence.mentions.filter((mention) => isInFront(evidence, mention)).flatMap((mention) => stateNamed(mention, lexicon) ?? []))
}

/** Shares of the mentions, 0 to 1, and yes or no as 1 or 0. */
export function bodyFeatures(mentions: readonly Mention[], evidence: Evidence): Features {
  const { whole } = evidence
  const share = (isSo: (mention: Mention) => boolean): number => mentions.filter(isSo).length / Math.max(1, mentions.length)
  const any = (isSo: (mention: Mention) => boolean): number => (mentions.some(isSo) ? 1 : 0)
  const letter = ({ text }: Mention): string => text[0] ?? ''
  return {
    lowerCase: share((mention) => letter(mention) !== letter(mention).toUpperCase() && !/\p{Script=Georgian}/u.test(letter(mention))),
    says: any((mention) => isSaying(mention, evidence)),
    quoted: any((mention) => isQuoted(mention, whole)),
    office: share(
      ({ start, end }) => officeBefore.test(whole.slice(Math.max(0, start - 40), start)) || officeBehind.test(whole.slice(end, end + 32)),
    ),
  }
}
