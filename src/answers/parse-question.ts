/** Typed words → a question: kind, subjects, words, time bounds. */
import type { Lexicon } from '../lexicon/lexicon.js'
import { contentStems } from '../text/stem.js'
import type { Question, QuestionKind } from './answer.js'

export interface ParseOptions {
  lexicon: Lexicon
  lang: string
  asOf: Date
  zone: string
  /** The command it was said with, where that settles the kind. */
  kind?: QuestionKind
}

/** Cue words of each kind in six languages, tried in this order. */
const kinds: [QuestionKind, RegExp][] = [
  ['timeline', /\btimeline|chronolog|хронолог|ժամանակագր|xronologiya|ქრონოლოგ|kronoloji|zaman çizelgesi/iu],
  ['positions', /\bposition|who says what|\bsides?\b|позици|դիրքորոշ|mövqe|პოზიცი|tutum/iu],
  ['who-said', /\b(?:say|said|says|tell|told|statement|react|reaction)\b|сказал|заявил|реакци|ասաց|ասել|dedi|deyib|თქვა|განაცხად|söyledi/iu],
  ['when', /\bwhen\b|когда|ե՞?րբ|երբ|nə vaxt|როდის|ne zaman/iu],
  ['latest', /\blatest|\bnews\b|\bnew\b|новост|нового|последн|վերջին|նորություն|son x[əe]b[əe]r|სიახლ|ბოლო|son durum|son dakika|haber/iu],
]

/** Never throws: an empty text gives a question without subjects. */
export function parseQuestion(text: string, options: ParseOptions): Question {
  const concepts = options.lexicon.resolve(text, options.lang)
  const rest = concepts.reduce(
    (left, concept) => left.slice(0, concept.start) + ' '.repeat(concept.end - concept.start) + left.slice(concept.end),
    text,
  )
  const kind = options.kind ?? kinds.find(([, cue]) => cue.test(text))?.[0] ?? 'what-happened'
  return {
    text,
    lang: options.lang,
    kind,
    subjects: concepts.filter((concept) => concept.kind !== 'event').map((concept) => [concept.slug]),
    words: contentStems(rest, options.lang),
    nameKeys: [],
    speakers:
      kind === 'who-said'
        ? concepts.filter((concept) => concept.kind === 'person' || concept.kind === 'organisation').map((concept) => concept.slug)
        : [],
    from: null,
    to: null,
    asOf: options.asOf,
    zone: options.zone,
  }
}
