/** An answer with its text and citations → the JSON shape that programs rely on. */
import type { Story } from '../stories/story.js'
import type { Answer } from './answer.js'

export interface AnswerJson {
  id?: string
  found: boolean
  reason?: string
  text: string
  asOf: string
  citations: { url: string; title: string; source: string; publishedAt: string | null }[]
  stories: { id: string; title: string; lastAt: string }[]
}

/** The words of a story's headline; a label's words are given by the caller. */
export function storyTitle(story: Story, label: (story: Story) => string): string {
  return story.headline.kind === 'quoted' ? story.headline.sentence.text : label(story)
}

export function answerJson(
  answer: Answer,
  view: { text: string; citations: readonly { url: string; title: string; source: string; publishedAt: Date | null }[] },
  label: (story: Story) => string,
): AnswerJson {
  return {
    found: answer.found,
    ...(answer.found ? {} : { reason: answer.reason }),
    text: view.text,
    asOf: answer.question.asOf.toISOString(),
    citations: view.citations.map((citation) => ({ ...citation, publishedAt: citation.publishedAt?.toISOString() ?? null })),
    stories: answer.found
      ? answer.developments.map(({ story }) => ({ id: `s${story.id}`, title: storyTitle(story, label), lastAt: story.lastAt.toISOString() }))
      : [],
  }
}
