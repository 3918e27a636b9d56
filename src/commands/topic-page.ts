/** A topic → its name and its newest stories, for pages and feeds: what `latest` tells of a subject, by the topic alone. */
import { type Language, type TopicId, topicIds } from '../lexicon/lexicon.js'
import type { Story } from '../stories/story.js'
import type { CommandPorts } from './command.js'
import { storiesSince } from './newest.js'

const dayMs = 86_400_000
const daysBack = 30
const articlesRead = 200

/** Null: there is no such topic. */
export function topicOf(id: string): TopicId | null {
  return topicIds.find((topic) => topic === id) ?? null
}

/** Stories of the last 30 days on a topic, else the newest there are; newest first. */
export async function storiesOnTopic(
  topic: TopicId,
  context: { asOf: Date; languagesRead: readonly Language[] },
  ports: CommandPorts,
): Promise<Story[]> {
  const from = new Date(context.asOf.getTime() - daysBack * dayMs)
  const recent = await storiesSince(from, context, ports, { limit: articlesRead, concepts: [[topic]] })
  const found = recent.length > 0 ? recent : await storiesSince(null, context, ports, { limit: 40, concepts: [[topic]] })
  return found.filter((story) => story.topics.includes(topic))
}

/** Every topic with its name and the number of its stories of the last day, the most told first. */
export async function topicsWithCounts(
  { asOf, lang, languagesRead }: { asOf: Date; lang: Language; languagesRead: readonly Language[] },
  ports: CommandPorts,
): Promise<{ topic: TopicId; name: string; stories: number }[]> {
  const stories = await storiesSince(new Date(asOf.getTime() - dayMs), { asOf, languagesRead }, ports, { limit: 300 })
  return topicIds
    .map((topic) => ({
      topic,
      name: ports.lexicon.displayName(topic, lang),
      stories: stories.filter((story) => story.topics.includes(topic)).length,
    }))
    .sort((a, b) => b.stories - a.stories || (a.topic < b.topic ? -1 : 1))
}
