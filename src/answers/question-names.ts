/** The names that typed words hold → which a story must hold, which may be misread, and whose words are asked for. */
import type { Lexicon, Person, QueryConcept } from '../lexicon/lexicon.js'
import { foldForWords } from '../lexicon/notions.js'
import type { PlainDate } from '../text/dates.js'
import { words as wordsIn } from '../text/normalise.js'
import { nameKey } from '../text/romanise.js'
import type { Question, QuestionWord } from './answer.js'
import { nameKeysOf, questionWords } from './question-words.js'

const familyIndexes = new WeakMap<Lexicon, { version: string; people: ReadonlyMap<string, readonly string[]> }>()

/** Sound of a family name → the people who bear it. */
function bearersOf(lexicon: Lexicon): ReadonlyMap<string, readonly string[]> {
  const known = familyIndexes.get(lexicon)
  if (known?.version === lexicon.version) return known.people
  const people = new Map<string, string[]>()
  for (const { slug, familyNames } of lexicon.people())
    for (const key of new Set(Object.values(familyNames).flat().map(nameKey))) people.set(key, [...(people.get(key) ?? []), slug])
  familyIndexes.set(lexicon, { version: lexicon.version, people })
  return people
}

/** Family names of several people, none of them the one who held an office on that day: what was read tells who is meant. */
export function familyNamesOf(
  concepts: readonly QueryConcept[],
  text: string,
  free: readonly QuestionWord[],
  { lexicon, on }: { lexicon: Lexicon; on: PlainDate },
): Question['familyNames'] {
  const bearers = bearersOf(lexicon)
  const taken = concepts
    .filter(({ kind, slug, start, end }) => {
      if (kind !== 'person' || wordsIn(text.slice(start, end)).length !== 1) return false
      return lexicon.officesOn(slug, on).length === 0
    })
    .map(({ slug, start, end }) => ({ typed: text.slice(start, end), taken: slug, people: sharingFamilyName(slug, lexicon, bearers) }))
  const open = free
    .filter(({ notions, key, transliterated }) => notions.length === 0 && key.length >= 4 && !transliterated)
    .map(({ text: typed, key }) => ({ typed, taken: null, people: bearers.get(key) ?? [] }))
  return [...taken.filter(({ people }) => people.length > 1), ...open.filter(({ people }) => people.length > 0)]
}

/** Bearers of one of the person's own spellings: what only sounds alike ("Özel", "Özal") is another name. */
function sharingFamilyName(slug: string, lexicon: Lexicon, bearers: ReadonlyMap<string, readonly string[]>): string[] {
  const person = lexicon.entity(slug)
  if (person?.kind !== 'person') return []
  const spelt = ({ familyNames }: Person): string[] => Object.values(familyNames).flat().map(foldForWords)
  const own = new Set(spelt(person))
  const alike = unique(
    Object.values(person.familyNames)
      .flat()
      .flatMap((name) => bearers.get(nameKey(name)) ?? []),
  )
  return alike.filter((other) => {
    const entity = lexicon.entity(other)
    return entity?.kind === 'person' && spelt(entity).some((name) => own.has(name))
  })
}

/** People and places typed as one word: by a near spelling, or in small letters like any other word. */
export function doubtfulOf(concepts: readonly QueryConcept[], text: string, langs: { lang: string; interfaceLang: string }): Question['doubtful'] {
  const turkic = langs.lang === 'tr' || langs.lang === 'az'
  return concepts
    .filter(({ kind, start, end, confidence }) => {
      const typed = text.slice(start, end)
      if (confidence < 0.9 && ['person', 'place', 'organisation'].includes(kind)) return true
      // Turkish family names are plain words ("özel").
      return kind === 'person' && turkic && wordsIn(typed).length === 1 && /^\p{Ll}/u.test(typed)
    })
    .map(({ slug, start, end }) => {
      const words = questionWords(
        text,
        langs,
        [
          [0, start],
          [end, text.length],
        ],
        [],
      )
      return { slug, words, nameKeys: nameKeysOf(words) }
    })
}

/** A place inside a topic's name ("Syunik road") or a body of a state: stories may tell the same without naming it. */
export function isSoft(concept: QueryConcept, concepts: readonly QueryConcept[], lexicon: Lexicon): boolean {
  const entity = lexicon.entity(concept.slug)
  if (entity?.kind === 'place' && entity.wide) return true
  if (entity?.kind === 'organisation') return entity.country !== null && ['government', 'parliament', 'military', 'other'].includes(entity.class)
  if (entity?.kind !== 'place') return false
  const wider = (other: QueryConcept): boolean => other.end - other.start > concept.end - concept.start || other.slug === concept.slug
  return concepts.some((other) => other.kind === 'topic' && other.start <= concept.start && other.end >= concept.end && wider(other))
}

/** Who is asked about in "what did X say": the people and bodies, else the country that speaks. */
export function speakersOf(concepts: readonly QueryConcept[], folded: string): string[] {
  const people = concepts.filter((concept) => concept.kind === 'person')
  const bodies = concepts.filter((concept) => concept.kind === 'organisation')
  const countries = concepts.filter((concept) => concept.kind === 'country')
  const verb = folded.search(
    /(?:\bsay|\bsaid|\btell|\btold|\bwant|\breact|\brespon|\bden(?:y|i)|\banswer|сказал|говор|заяв|реакц|отве|треб|ասաց|ասել|ասում|հայտար|արձագ|dedi|deyir|deyib|bildir|reaksiya|თქვა|ამბობ|განაცხ|soyle|diyor|tepki|asats|tqva|skazal)/u,
  )
  // English puts the speaker before the verb, the one spoken to behind it; the other languages put them anywhere.
  const distance = (concept: QueryConcept): number => Math.abs(concept.start - verb) + (/^[ -~]*$/.test(folded) && concept.start > verb ? 40 : 0)
  const nearest = (list: readonly QueryConcept[]): string[] => {
    const [first] = [...list].sort((a, b) => distance(a) - distance(b))
    return first ? [first.slug] : []
  }
  if (people.length > 0) return verb < 0 ? unique(people.map((person) => person.slug)) : nearest(people)
  if (bodies.length > 0) return nearest(bodies)
  return nearest(countries)
}

/** Two people or bodies for the same typed words: the likeliest is taken, the others are offered. */
export function readingsOf(concepts: readonly QueryConcept[]): Question['readings'] {
  for (const concept of concepts) {
    const rivals = concepts.filter(
      (other) =>
        other !== concept && other.kind === concept.kind && other.start === concept.start && other.end === concept.end && other.slug !== concept.slug,
    )
    const [taken, ...others] = [concept, ...rivals].sort((a, b) => b.confidence - a.confidence)
    if (concept.kind !== 'topic' && taken && others.length > 0)
      return { taken: taken.slug, others: unique(others.map((other) => other.slug)).slice(0, 3) }
  }
  return null
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}
