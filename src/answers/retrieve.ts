/** Question → the stories it may be about, as of its instant; by concepts from indexes, never by a scan. */
import type { Lexicon } from '../lexicon/lexicon.js'
import { storiesAsOf } from '../stories/as-of.js'
import type { Story } from '../stories/story.js'
import type { Archive, StoryStore } from '../stories/story-store.js'
import type { Question } from './answer.js'

/** Articles looked at for one question. */
const articleLimit = 150

export async function retrieveStories(question: Question, ports: { archive: Archive; stories: StoryStore; lexicon: Lexicon }): Promise<Story[]> {
  const found = await ports.archive.find({
    concepts: question.subjects,
    asOf: question.asOf,
    ...(question.from ? { from: question.from } : {}),
    ...(question.to ? { to: question.to } : {}),
    limit: articleLimit,
  })
  const wanted = new Set(found.map((article) => article.id))
  const groups = [...new Set(found.flatMap((article) => (article.group === null ? [] : [article.group])))]
  const members = await ports.archive.groups(groups)
  const stories = storiesAsOf(members, {
    asOf: question.asOf,
    mends: await ports.stories.mends(),
    outlets: await ports.archive.outlets(),
    lexicon: ports.lexicon,
  })
  return stories.filter((story) => story.articles.some((article) => wanted.has(article.id)))
}
