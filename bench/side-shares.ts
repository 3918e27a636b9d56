/** Stories with the countries of outlets they quote first → how often each side of a dispute gives headline and first sentence, and how likely a fair coin falls so. */
import { disputes } from '../src/lexicon/disputes.js'

export interface Quoted {
  /** Of all outlets that report the story. */
  countries: readonly string[]
  /** Of the outlet whose headline stands; null: a label. */
  headline: string | null
  /** Of the outlet of the first sentence. */
  first: string | null
}

/** Two-sided binomial test: the chance of a split at least so uneven. */
function fairCoin(heads: number, all: number): number {
  const chance = (k: number): number => {
    let value = 0.5 ** all
    for (let i = 1; i <= k; i++) value *= (all - k + i) / i
    return value
  }
  let sum = 0
  for (let k = 0; k <= all; k++) if (chance(k) <= chance(heads) * (1 + 1e-9)) sum += chance(k)
  return Math.min(1, sum)
}

function line(name: string, stories: readonly Quoted[], of: (story: Quoted) => string | null): string {
  let [one, two, others] = [0, 0, 0]
  for (const story of stories)
    for (const [first, second] of disputes) {
      if (!story.countries.includes(first) || !story.countries.includes(second)) continue
      if (of(story) === first) one++
      else if (of(story) === second) two++
      else others++
    }
  const chance = fairCoin(one, one + two)
  return `${name.padEnd(16)}of ${one + two + others} stories that both sides tell: AM or GE ${one}, AZ or RU ${two}, others or a label ${others}; chance of so uneven a split ${chance.toFixed(2)}${chance < 0.05 ? '  UNFAIR' : ''}`
}

/** Two lines to print. */
export function sideShares(stories: readonly Quoted[]): string {
  return [line('headlines', stories, (story) => story.headline), line('first sentences', stories, (story) => story.first)].join('\n')
}
