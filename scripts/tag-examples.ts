/** Labelled rows → examples of each kind of tag: the candidates of the article with which of them its labels name. */
import type { LabelledArticle } from '../bench/corpus.js'
import { countryCandidates } from '../src/articles/countries.js'
import { eventCandidates } from '../src/articles/event.js'
import { eventDateCandidates } from '../src/articles/event-date.js'
import type { Evidence } from '../src/articles/evidence.js'
import { organisationCandidates } from '../src/articles/organisations.js'
import { placeCandidates } from '../src/articles/places.js'
import { relevanceCandidate } from '../src/articles/relevance.js'
import { type Candidate, rank, type Weights } from '../src/articles/tag-model.js'
import { topicCandidates } from '../src/articles/topics.js'
import type { EventType, Lexicon } from '../src/lexicon/lexicon.js'
import type { Example } from './fit-weights.js'
import { lexicon, type Row } from './tag-rows.js'

/** Slugs compared as the gold's score compares them: sets of words, usual variants made one. */
const variants: Record<string, string> = {
  armenian: 'armenia',
  azerbaijani: 'azerbaijan',
  georgian: 'georgia',
  russian: 'russia',
  turkish: 'turkey',
  iranian: 'iran',
  american: 'us',
  french: 'france',
  mid: 'mfa',
  mia: 'interior-ministry',
  mod: 'defence-ministry',
  gazakh: 'qazakh',
  the: '',
  of: '',
  and: '',
}
const plain = (slug: string): string =>
  slug
    .replace(/foreign-ministry|ministry-of-foreign-affairs/, 'mfa')
    .split('-')
    .flatMap((word) => (variants[word] ?? word).split('-'))
    .filter(Boolean)
    .sort()
    .join('-')

/** `countLost`: truth that is no candidate stays in the truth, as missed. */
function examplesOf(
  among: readonly Row[],
  candidatesOf: (row: Row) => readonly Candidate[],
  truthOf: (article: LabelledArticle) => readonly string[],
  { countLost = false } = {},
): Example[] {
  return among.map((row) => {
    const truth = new Set(truthOf(row.article).map(plain))
    const candidates = candidatesOf(row)
    const found = candidates.filter(({ id }) => truth.has(plain(id))).map(({ id }) => id)
    const lost = countLost ? [...truth].filter((slug) => !candidates.some(({ id }) => plain(id) === slug)) : []
    return { story: row.story, corpus: row.corpus, candidates, truth: new Set([...found, ...lost]) }
  })
}

/** Examples of tags of which an article may have several, by the label that lists them. */
function ofSet(
  candidatesOf: (evidence: Evidence, lexicon: Lexicon) => Candidate[],
  label: 'topics' | 'countries' | 'places' | 'orgs',
  options?: { countLost: boolean },
): (among: readonly Row[]) => Example[] {
  return (among) =>
    examplesOf(
      among,
      ({ evidence }) => candidatesOf(evidence, lexicon),
      ({ gold }) => gold[label],
      options,
    )
}

export const topicExamples = ofSet(topicCandidates, 'topics', { countLost: true })
export const countryExamples = ofSet(countryCandidates, 'countries')
export const placeExamples = ofSet(placeCandidates, 'places', { countLost: true })
export const organisationExamples = ofSet(organisationCandidates, 'orgs', { countLost: true })

export const eventExamples = (among: readonly Row[]): Example[] =>
  examplesOf(
    among.filter(({ article }) => article.gold.event),
    ({ evidence }) => eventCandidates(evidence, lexicon),
    ({ gold }) => (gold.event ? [gold.event] : []),
  )

/** Weights that have not seen the row. */
type Unseen = (row: Row) => Weights

/** `event` judges the type of the event whose day is sought. */
export const eventDateExamples = (among: readonly Row[], event: Unseen): Example[] =>
  examplesOf(
    among.filter(({ article }) => article.gold.eventDate),
    (row) => eventDateCandidates(row.evidence, (rank(eventCandidates(row.evidence, lexicon), event(row))[0]?.id ?? null) as EventType | null),
    ({ gold }) => (gold.eventDate ? [gold.eventDate] : []),
  )

/** Topics and countries of a page not seen while learning are less sure than those of a page seen: relevance learns from the former. */
export const relevanceExamples = (among: readonly Row[], unseen: { topics: Unseen; countries: Unseen }): Example[] =>
  examplesOf(
    among,
    (row) => {
      const tags = {
        topics: rank(topicCandidates(row.evidence, lexicon), unseen.topics(row)),
        countries: rank(countryCandidates(row.evidence, lexicon), unseen.countries(row)),
      }
      return [relevanceCandidate(row.evidence, tags, lexicon)]
    },
    ({ gold }) => (gold.relevant ? ['relevant'] : []),
  )
