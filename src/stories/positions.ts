/** Stories of a topic → where each side stands: its newest official words with their answer, other voices below. */
import type { SideStatement, Story } from './story.js'

export interface Position {
  /** ISO country, or the slug of a body that is none. */
  side: string
  /** Newest first; empty: no official statement in what was read. */
  official: SideStatement[]
  /** Denials by other sides of what stands above. */
  denials: SideStatement[]
}

export interface Positions {
  /** The sides asked for first, in that order; then those that speak most. */
  sides: Position[]
  /** Opposition, experts, relatives, defendants, de facto bodies: newest first. */
  otherVoices: SideStatement[]
}

export interface PositionsWish {
  /** Sides that are listed even where they said nothing. */
  sides: readonly string[]
  /** Official statements a side. */
  perSide: number
  otherVoices: number
}

function newestFirst(a: SideStatement, b: SideStatement): number {
  const [first, second] = [a.sentence.publishedAt?.getTime() ?? 0, b.sentence.publishedAt?.getTime() ?? 0]
  return second - first || a.sentence.articleId - b.sentence.articleId || (a.sentence.text < b.sentence.text ? -1 : 1)
}

/** A denial stands directly behind the claims it answers (sides.ts), so what follows a claim up to the next claim answers it. */
function answered(stories: readonly Story[]): Map<SideStatement, SideStatement[]> {
  const found = new Map<SideStatement, SideStatement[]>()
  for (const { statements } of stories) {
    let claim: SideStatement | null = null
    for (const statement of statements) {
      if (!statement.denial) claim = statement
      else if (claim && claim.side !== statement.side) found.set(claim, [...(found.get(claim) ?? []), statement])
    }
  }
  return found
}

/** Only the newest words of each speaker: what he said before is the timeline's. */
function newestOfEach(statements: readonly SideStatement[]): SideStatement[] {
  const speakers = new Set<string>()
  return [...statements].sort(newestFirst).filter(({ speaker }) => !speakers.has(speaker) && speakers.add(speaker))
}

/** Pure; the order of the stories does not matter. */
export function positionsOf(stories: readonly Story[], wish: PositionsWish): Positions {
  const all = stories.flatMap((story) => story.statements)
  const answers = answered(stories)
  const official = all.filter((statement) => statement.standing === 'official' && statement.side !== null)
  const counts = new Map<string, number>()
  for (const { side } of official) counts.set(side ?? '', (counts.get(side ?? '') ?? 0) + 1)
  const speaking = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([side]) => side)
  const sides = [...new Set([...wish.sides, ...speaking])].map((side) => {
    const own = newestOfEach(official.filter((statement) => statement.side === side)).slice(0, wish.perSide)
    return { side, official: own, denials: own.flatMap((statement) => answers.get(statement) ?? []) }
  })
  return { sides, otherVoices: newestOfEach(all.filter((statement) => statement.standing !== 'official')).slice(0, wish.otherVoices) }
}
