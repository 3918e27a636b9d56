/** A text → the agency or outlet it names as its own origin ("With reporting by AFP" → "afp"), or null. */
import { type Language, type Lexicon, languages } from '../lexicon/lexicon.js'
import type { TagInput } from './tag.js'

interface OriginPhrases {
  /** Right before the outlet's name. */
  before: RegExp
  /** Right behind it. */
  behind: RegExp
}

const phrases: Readonly<Record<Language, OriginPhrases>> = {
  en: {
    before:
      /(?:reporting by|reported by|(?<!\p{L})sources?:|according to|citing|quoting|as reported by|reports? from|with material from|material by|courtesy of|via|originally published (?:by|in|on)|republished from|first (?:appeared|published) (?:in|on|by))\s*(?:the\s+)?(?:(?:state |news |the )*(?:news )?agenc(?:y|ies)\s+)?[“"«]?$/iu,
    behind: /^[”"»]?\s*(?:news agency )?(?:,\s*)?(?:reports|reported|writes|says in a report|cited|quoted|contributed to this report)/iu,
  },
  ru: {
    before:
      /(?:со ссылкой на|ссылаясь на|переда[её]т(?: корреспондент)?|сообща(?:ет|ют|ил[аои]?)(?: корреспондент)?|пишет|по (?:данным|сообщению|информации)|источник:|как (?:сообщает|передает|передаёт|пишет))\s+(?:(?:информационное\s+)?агентств[оауе]\s+|издание\s+|газет[ауы]\s+|телеканал[а]?\s+|ИА\s+)?[«"“]?$/iu,
    behind: /^[»"”]?\s*(?:сообща(?:ет|л[аио]?)|переда[её]т|пишет|со ссылкой)/iu,
  },
  hy: {
    before: /(?:հղում կատարելով|հղումով|հաղորդում է|տեղեկացնում է|գրում է|ըստ|աղբյուր[՝:])\s*[«"]?$/iu,
    behind: /^[»"]?(?:[-ըինՆ]{0,3})?\s*(?:հաղորդում է|հաղորդմամբ|փոխանցմամբ|տեղեկացնում է|գրում է|-ի հաղորդմամբ|հղումով)/iu,
  },
  az: {
    before: /(?:mənbə:|istinad edərək|istinadən)\s*[“"«]?$/iu,
    behind: /^[”"»]?(?:-?\p{Ll}{1,3})?\s+(?:istinadən|istinad edərək|istinadla|xəbər verir|məlumat verir|bildirir|yazır|məlumatına görə)/iu,
  },
  ka: {
    before: /(?:წყარო:|იტყობინება|ავრცელებს|წერს)\s*[„"“]?$/iu,
    behind: /^[“"”]?(?:-?\p{L}{1,3})?\s*(?:იტყობინება|ცნობით|ავრცელებს|წერს|ინფორმაციით|-ზე დაყრდნობით|დაყრდნობით)/iu,
  },
  tr: {
    before: /(?:kaynak:|kaynağı:)\s*[“"]?$/iu,
    behind:
      /^[”"]?(?:['’]?\p{Ll}{1,4})?\s+(?:haberine göre|aktardığına göre|bildirdiğine göre|geçtiği habere göre|dayandırdığı|haber ajansına göre|muhabirine|aktardı|bildirdi|duyurdu)/iu,
  },
}

/** A credit alone in brackets or between slashes at the start or end: "(AFP)", "/ТАСС/", "BAKU (APA) -". */
const bracketBefore = /[([/]\s*$/u
const bracketBehind = /^\s*[)\]/]/u

/** How much of the start and end is looked at: origins are named in the first or last lines. UTF-16 units. */
const reach = 400

/** Slug of the outlet that the start or the end of the text names as its source; the end, where credits stand, comes first. */
export function findOriginHint(input: TagInput, lexicon: Lexicon): string | null {
  const lang = languages.find((one) => one === input.lang)
  const { text } = input
  const own = lang ? [phrases[lang]] : Object.values(phrases)
  for (const mention of [...lexicon.mentions(text, input.lang)].sort(
    (a, b) => Number(b.start > text.length - reach) - Number(a.start > text.length - reach),
  )) {
    if (mention.start > reach && mention.end < text.length - reach) continue
    const entity = lexicon.entity(mention.slug)
    if (entity?.kind !== 'organisation' || entity.class !== 'media') continue
    const before = text.slice(Math.max(0, mention.start - 60), mention.start)
    const behind = text.slice(mention.end, mention.end + 60)
    // An inflected name ("TASS-a") may end the mention before or behind its ending; the phrases take either.
    const bracketed = bracketBefore.test(before) && bracketBehind.test(behind) && (mention.start < 120 || mention.end > text.length - 60)
    if (bracketed || own.some((one) => one.before.test(before) || one.behind.test(behind))) return mention.slug
  }
  return null
}
