/** What an admin types behind `retag a45` ("topics +border -karabakh") → a checked correction of that article's tags, or the word that cannot be used. */
import type { Article } from '../articles/article.js'
import { type Entity, eventTypes, type Lexicon, topicIds } from '../lexicon/lexicon.js'
import { type TagDetail, tagFields } from '../stories/mends.js'

type Field = (typeof tagFields)[number]

/** `unknown` is no tag of that field (empty: none was given); `expected` tells what is. */
export interface UnknownTag {
  unknown: string
  field: string
  expected: string[]
}

const kindOf: Partial<Record<Field, Entity['kind']>> = { countries: 'country', people: 'person', organisations: 'organisation', places: 'place' }

/** All tags of a field, or a few where there are hundreds. */
const tagsOf: Record<Field, readonly string[]> = {
  topics: topicIds,
  event: eventTypes,
  relevant: ['yes', 'no'],
  countries: ['AM', 'AZ', 'GE'],
  people: ['nikol-pashinyan', 'ilham-aliyev'],
  organisations: ['osce-minsk-group', 'eu'],
  places: ['baku', 'syunik'],
}

/** The tag that a word names: an id, a slug, a code, or a name that one thing of that kind bears. Null: none. */
function tagOf(word: string, field: Field, lexicon: Lexicon): string | null {
  const kind = kindOf[field]
  if (!kind) return tagsOf[field].find((id) => id === word.toLowerCase()) ?? null
  const slug = kind === 'country' ? word.toUpperCase() : word.toLowerCase()
  const known = lexicon.entity(slug)
  if (known?.kind === kind) return known.slug
  const called = lexicon.resolve(word, 'en').filter((concept) => concept.kind === kind && concept.confidence === 1)
  return called.length === 1 ? (called[0]?.slug ?? null) : null
}

/** Every word must be used: one that is passed over in silence is a mistake nobody sees. */
export function correctionOf(words: readonly string[], article: Article, lexicon: Lexicon): TagDetail | UnknownTag {
  const [first = '', ...changes] = words
  const field = tagFields.find((name) => name === first.toLowerCase())
  if (!field) return { unknown: first, field: 'retag', expected: [...tagFields] }
  const expected = [...tagsOf[field].map((tag) => `+${tag}`), ...(kindOf[field] ? ['…'] : [])]
  const correction = { field, add: [] as string[], remove: [] as string[] }
  const has: readonly string[] = field === 'event' || field === 'relevant' ? [] : article[field]
  for (const change of changes) {
    const [, sign, word = ''] = /^([+\-−–])(.+)$/.exec(change) ?? []
    const tag = has.includes(word) ? word : tagOf(word, field, lexicon)
    // "relevant" is yes or no; it has nothing to take away.
    if (!sign || !tag || (field === 'relevant' && sign !== '+')) return { unknown: change, field, expected }
    correction[sign === '+' ? 'add' : 'remove'].push(tag)
  }
  return changes.length > 0 ? correction : { unknown: '', field, expected }
}
