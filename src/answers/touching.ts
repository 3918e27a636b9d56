/** A question about a topic + the stories that answer it → stories of other matters whose reports speak of the topic, each with a sentence that names it. */
import { storiesOfGroups } from '../stories/of-groups.js'
import type { Outlet, Story } from '../stories/story.js'
import type { Development, Question } from './answer.js'
import { chooseSentences, type SentenceChoice } from './choose-sentences.js'
import { daysOf } from './days.js'
import { isOnTopic } from './rank.js'
import type { RetrievalPorts } from './retrieve.js'

const dayMs = 86_400_000
/** Days around the answer's own developments in which such a story still belongs to the news. */
const newsDays = 30
const articlesRead = 16
/** Weight of the cue by which another matter's report must name the topic. */
const namedOutright = 3
/** With so many developments of its own an answer needs no others. */
const enough = 4

/** One bare topic asked newest first; other questions, and a matter of several topics, are not answered in passing. */
function isBareTopic(question: Question): boolean {
  return (
    (question.kind === 'latest' || question.kind === 'what-happened') &&
    question.topics.length === 1 &&
    question.named.length + question.countries.length + question.events.length + question.asked.length === 0 &&
    question.words.every((word) => word.inTopic)
  )
}

interface Beside {
  /** Stories that answer already. */
  shown: readonly Story[]
  /** Stories that were weighed and left out. */
  weighed: readonly Story[]
  outlets: ReadonlyMap<number, Outlet>
  choice: SentenceChoice
}

/** Newest first; none for a question that nothing answers. */
export async function touchingDevelopments(
  question: Question,
  { shown, weighed, outlets, choice }: Beside,
  ports: RetrievalPorts,
): Promise<Development[]> {
  if (!isBareTopic(question) || shown.length === 0 || shown.length >= enough) return []
  const newest = Math.max(...shown.map((story) => story.lastAt.getTime()))
  const articles = await ports.archive.find({
    concepts: [question.topics.map((topic) => `touches:${topic}`)],
    asOf: question.asOf,
    from: new Date(Math.max(newest - newsDays * dayMs, question.from?.getTime() ?? 0)),
    ...(question.to ? { to: question.to } : {}),
    limit: articlesRead,
  })
  const known = new Set([...shown, ...weighed].filter((story) => isOnTopic(story, question)).map((story) => story.id))
  for (const story of shown) known.add(story.id)
  const wanted = new Set(articles.map((article) => article.id))
  const groups = [...new Set(articles.flatMap((article) => (article.group === null ? [] : [article.group])))]
  const stories = await storiesOfGroups(groups, { asOf: question.asOf, languages: ports.languagesRead, outlets }, ports)
  const told = [...choice.told]
  return stories
    .filter((story) => !known.has(story.id) && !question.skip.includes(story.id) && story.articles.some((article) => wanted.has(article.id)))
    .sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime() || a.id - b.id)
    .flatMap((story): Development[] => {
      const sentences = chooseSentences(story, { ...choice, told, naming: { topics: question.topics, weight: namedOutright } })
      const [sentence] = sentences
      if (!sentence || !(choice.languages as readonly string[]).includes(sentence.lang)) return []
      told.push(sentence.text)
      // What the story is about comes first: its day is not that of the topic's sentence.
      const own = story.summary.find((one) => one.text !== sentence.text && (choice.languages as readonly string[]).includes(one.lang))
      const both = own ? [own, sentence] : sentences
      return [{ story, sentences: both, days: daysOf(story, own ? [own] : [], question), sides: [] }]
    })
    .slice(0, shown.length > 1 ? 1 : 2)
}
