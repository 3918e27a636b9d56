/** A story → the JSON shape that programs rely on (`readout export stories`). */
import type { Story } from './story.js'

/** `label` gives the words of a headline made from tags. */
export function storyJson(story: Story, label: (story: Story) => string): Record<string, unknown> {
  return {
    id: `s${story.id}`,
    title: story.headline.kind === 'quoted' ? story.headline.sentence.text : label(story),
    titleSource: story.headline.kind === 'quoted' ? story.headline.sentence.url : null,
    firstAt: story.firstAt.toISOString(),
    lastAt: story.lastAt.toISOString(),
    topics: story.topics,
    threads: story.threads,
    summary: story.summary.map((sentence) => ({ text: sentence.text, citations: [sentence.url] })),
    balance: story.balance,
    origins: story.origins,
    articles: story.articles.map((article) => article.url),
  }
}
