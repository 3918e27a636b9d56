/** The articles of a group → why each stands in its story and not in another: scores with the features that made them. */
import type { Article } from '../articles/article.js'
import { explainPair, pairScore, type Reason, threshold } from './pair-score.js'

export interface Neighbour {
  articleId: number
  title: string
  story: number | null
  score: number
  /** Weightiest first; `adds` is what a feature adds to the logit. */
  reasons: Reason[]
}

export interface Explanation {
  articleId: number
  title: string
  /** Mean score with the other articles of its story; null when it is alone. */
  meanInStory: number | null
  /** The mean that joining takes. */
  threshold: number
  /** Its story's article that holds it most. */
  nearest: Neighbour | null
  /** The article of another story that comes nearest. */
  rival: Neighbour | null
}

function nearestOf(article: Article, others: readonly Article[]): Neighbour | null {
  const ranked = others.map((other) => ({ other, score: pairScore(article, other) })).sort((a, b) => b.score - a.score || a.other.id - b.other.id)
  const best = ranked[0]?.other
  return best ? { articleId: best.id, title: best.title, story: best.story, ...explainPair(article, best) } : null
}

/** `members`: the whole group of the article, as stored. */
export function explainArticle(article: Article, members: readonly Article[]): Explanation {
  const others = members.filter((member) => member.id !== article.id)
  const own = others.filter((member) => member.story === article.story)
  const scores = own.map((member) => pairScore(article, member))
  return {
    articleId: article.id,
    title: article.title,
    meanInStory: scores.length === 0 ? null : scores.reduce((a, b) => a + b, 0) / scores.length,
    threshold,
    nearest: nearestOf(article, own),
    rival: nearestOf(
      article,
      others.filter((member) => member.story !== article.story),
    ),
  }
}

/** Each article of a story, by id. */
export function explainStory(story: number, members: readonly Article[]): Explanation[] {
  return members.filter((member) => member.story === story).map((member) => explainArticle(member, members))
}
