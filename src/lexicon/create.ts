/** Lexicon data → the lexicon: matching, cues, offices and names of every concept. Pure. */
import { createHash } from 'node:crypto'
import { allAliases, buildAliasTrie, findHits } from './candidates.js'
import { type CueEntry, type CueFinder, createCueFinder, withExceptions } from './cues.js'
import { type FoldedText, foldText } from './fold.js'
import { type Entity, type Language, type Lexicon, languages, type Names } from './lexicon.js'
import { createMentionResolver } from './mentions.js'
import { createOfficeWordFinder } from './office-words.js'
import { createQueryResolver } from './resolve.js'
import type { LexiconData } from './schema.js'

/** Builds the lexicon of some data. `version` is a hash of it unless given; `redirects` lead from retired slugs to the entry that took their names. */
export function createLexicon(data: LexiconData, options: { version?: string; redirects?: ReadonlyMap<string, string> } = {}): Lexicon {
  const people = data.people.map((person) => ({ kind: 'person' as const, ...person }))
  const organisations = data.organisations.map((body) => ({ kind: 'organisation' as const, ...body }))
  const places = data.places.map((place) => ({ kind: 'place' as const, ...place }))
  const countries = data.countries.map(({ slug, names }) => ({ kind: 'country' as const, slug, names }))
  const threads = data.threads
  const entities = new Map<string, Entity>()
  for (const entity of [...places, ...organisations, ...people, ...countries] as Entity[]) entities.set(entity.slug, entity)
  const labels = new Map<string, Names>()
  for (const { id, names } of [...data.events, ...threads, ...data.topics]) labels.set(id, names)

  const trie = buildAliasTrie(allAliases(data))
  const resolveMentions = createMentionResolver(data)
  const topicFinder = createCueFinder(data.topics.flatMap(({ id, cues }) => cues.map((cue) => ({ id, ...cue }))))
  const eventFinder = createCueFinder(data.events.flatMap(({ id, cues }) => cues.map((cue) => ({ id, ...cue }))))
  const threadFinder = createCueFinder(threads.flatMap(({ id, cues }) => cues.map((cue) => ({ id, ...cue }))))
  const offTopicFinder = createCueFinder(data.offTopic.flatMap(({ id, cues }) => cues.map((cue) => ({ id, ...cue }))))
  const loadedFinder = loadedTermFinder(data)
  const officeWordFinder = createOfficeWordFinder(data.offices)
  const fold = rememberLast(foldText)
  const find = (finder: CueFinder) => (text: string, lang: string) => finder(fold(text), lang)
  const entity = (slug: string): Entity | undefined => entities.get(slug) ?? entities.get(options.redirects?.get(slug) ?? '')

  return {
    version: options.version ?? createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 12),
    entity,
    people: () => people,
    organisations: () => organisations,
    places: () => places,
    countries: () => countries,
    threads: () => threads,
    mentions: (text, lang) => {
      const folded = fold(text)
      return resolveMentions({ original: text, folded, hits: findHits(trie, { original: text, folded }, lang), lang })
    },
    topicCues: find(topicFinder),
    eventCues: find(eventFinder),
    threadCues: find(threadFinder),
    loadedTerms: find(loadedFinder),
    offTopicCues: find(offTopicFinder),
    officeWords: (text, lang) => officeWordFinder(fold(text), lang),
    officesOn: (slug, on) => {
      const found = entity(slug)
      if (found?.kind !== 'person') return []
      return found.offices
        .filter((office) => office.source !== '' && office.from !== null && office.from <= on && (office.to === null || on <= office.to))
        .sort((a, b) => Number(b.standing === 'official') - Number(a.standing === 'official'))
    },
    displayName: (slug, lang) => {
      const found = entity(slug)
      if (found?.kind === 'place' && found.neutral) {
        const neutral = found.neutral[lang] ?? found.neutral.en
        if (neutral !== undefined) return neutral
      }
      return firstName(found?.names ?? labels.get(slug), lang) ?? spelledOut(slug)
    },
    resolve: createQueryResolver(data, trie, resolveMentions),
  }
}

/** Whom only a text names: the words of the slug with their capitals. */
function spelledOut(slug: string): string {
  return slug.replace(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase()).replaceAll('-', ' ')
}

function firstName(names: Names | undefined, lang: Language): string | undefined {
  if (!names) return undefined
  return names[lang]?.[0] ?? names.en?.[0] ?? Object.values(names).find((list) => list.length > 0)?.[0]
}

function loadedTermFinder(data: LexiconData): CueFinder {
  const entries = (id: string, names: Names): CueEntry[] =>
    Object.entries(names).flatMap(([lang, list]) => list.map((text) => ({ id, lang: lang as Language, text, weight: 1 })))
  const terms = createCueFinder(data.loadedTerms.flatMap(({ id, names }) => entries(id, names)))
  const excepted = data.loadedTerms.flatMap(({ id, except }) => {
    if (except === undefined) return []
    if (!Array.isArray(except)) return entries(id, except as Names)
    return (except as string[]).flatMap((text) => languages.map((lang) => ({ id, lang, text, weight: 1 })))
  })
  return excepted.length === 0 ? terms : withExceptions(terms, createCueFinder(excepted))
}

/** Several finders read the same text one after the other; the last folding is kept. */
function rememberLast(fold: (text: string) => FoldedText): (text: string) => FoldedText {
  let last: { text: string; folded: FoldedText } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, folded: fold(text) }
    return last.folded
  }
}
