/** What was announced + the stories read → the later report that moves or cancels it, or that tells what came out on its day. */
import type { Article } from '../articles/article.js'
import type { Language } from '../lexicon/lexicon.js'
import { notionsOf } from '../lexicon/notions.js'
import { addressesMachine } from '../stories/machine-talk.js'
import { quote } from '../stories/quoting.js'
import { reportedSentences } from '../stories/sentences.js'
import { stillPublished } from '../stories/still-published.js'
import type { QuotedSentence, Story } from '../stories/story.js'
import { addDays } from '../text/dates.js'
import type { Announcement, ComingContext } from './coming-up.js'
import { publishedDay, readSentence } from './sentence-reading.js'

interface Later {
  story: Story
  sentence: QuotedSentence
}

type Context = ComingContext & { languages: readonly Language[] }

/** Days after its day within which an event is told. */
const toldWithin = 4
/** What a sentence that names no day must name of the announcement. */
const leastNamed = 2
/** Kinship from which a story of another group may be the one that was announced. */
const leastKinship = 3

/** The newest headline after the announcement that speaks of a delay or an end; of the announcing story, or of one that is close kin. */
export function changeOf(
  event: readonly Announcement[],
  stories: readonly Story[],
  context: Context,
): ({ state: 'moved' | 'cancelled' } & { later: Later }) | null {
  const since = Math.min(...event.map(({ publishedAt }) => publishedAt.getTime()))
  const last = addDays(event[0]?.day ?? '', toldWithin)
  for (const { article, story } of laterArticles(event, stories, context, since)) {
    if ((publishedDay(article, context.zone) ?? last) > last) continue
    const notions = notionsOf(article.title, article.lang)
    const state = notions.has('cancel') ? 'cancelled' : notions.has('postpone') ? 'moved' : null
    if (state && !addressesMachine(article.title)) return { state, later: { story, sentence: quote(article, article.title, context.outlets) } }
  }
  return null
}

/** What a report of its day or the days after tells: by the day it names, in a language that is read where there is one. */
export function outcomeOf(event: readonly Announcement[], stories: readonly Story[], context: Context): Later | null {
  const day = event[0]?.day ?? ''
  const announcing = new Set(event.map(({ sentence }) => sentence.text))
  const languages = context.languages as readonly string[]
  const told = laterArticles(event, stories, context, 0).flatMap(({ article, story, kin }) => {
    const reference = publishedDay(article, context.zone)
    if (!reference || reference < day || reference > addDays(day, toldWithin)) return []
    return reportedSentences(article, context.lexicon)
      .filter(({ text, dangling, paragraph }) => !dangling && paragraph <= 2 && !announcing.has(text) && !addressesMachine(text))
      .flatMap(({ text, paragraph, concepts, loadedTerms }) => {
        const days = readSentence(text, article.lang, context.lexicon)
          .dates(reference)
          .map(({ date }) => date)
        // A sentence about another day, or one still to come, tells nothing of this one.
        if (days.some((date) => date > reference) || (days.length > 0 && !days.includes(day))) return []
        const named = Math.max(...event.map((one) => [...one.concepts].filter((slug) => concepts.has(slug)).length))
        if (named < leastNamed && !days.includes(day)) return []
        const language = languages.indexOf(article.lang)
        const worth = kin + (days.includes(day) ? 2 : 0) - paragraph * 0.5 - loadedTerms - (language < 0 ? 2 : language * 0.3)
        return [{ story, sentence: quote(article, text, context.outlets), worth }]
      })
  })
  const [best] = told.sort((a, b) => b.worth - a.worth || (a.sentence.url < b.sentence.url ? -1 : 1))
  return best ? { story: best.story, sentence: best.sentence } : null
}

/** Articles after an instant (ms), the newest first, of the announcing stories and of their kin. */
function laterArticles(
  event: readonly Announcement[],
  stories: readonly Story[],
  { asOf }: Context,
  since: number,
): { article: Article; story: Story; kin: number }[] {
  const own = new Set(event.map(({ story }) => story.id))
  return stories
    .map((story) => ({ story, kin: own.has(story.id) ? leastKinship + 1 : kinship(story, event) }))
    .filter(({ kin }) => kin >= leastKinship)
    .flatMap(({ story, kin }) => stillPublished(story.articles).map((article) => ({ article, story, kin })))
    .filter(({ article }) => (article.publishedAt?.getTime() ?? 0) > since && (article.publishedAt ?? asOf) <= asOf)
    .sort((a, b) => (b.article.publishedAt?.getTime() ?? 0) - (a.article.publishedAt?.getTime() ?? 0) || a.article.id - b.article.id)
}

/** What a story shares with the announcement's own words; a matter and a kind of event they share weigh as a person does. */
function kinship(story: Story, event: readonly Announcement[]): number {
  const named = new Set(event.flatMap(({ concepts }) => [...concepts]))
  const shared = (slugs: readonly string[]): number => slugs.filter((slug) => named.has(slug)).length
  const threads = story.threads.some((thread) => event.some((one) => one.story.threads.includes(thread)))
  const events = story.event !== null && event.some((one) => one.story.event === story.event)
  return (
    2 * shared(story.people) +
    shared(story.organisations) +
    shared(story.places) +
    0.5 * shared(story.countries) +
    (threads ? 1 : 0) +
    (events ? 1 : 0)
  )
}
