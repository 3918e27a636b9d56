/** A person's offices → how well known the person is, which decides whom a family name alone means. */
import type { Office, Person } from './lexicon.js'

const ranks: readonly (readonly [RegExp, number])[] = [
  [/\b(deputy|vice|assistant|former|adviser|advisor|aide|ambassador|member|mayor|governor)\b/i, 2],
  [/\b(president|prime minister|king|supreme leader|chancellor|catholicos|patriarch|pope|secretary[- ]general)\b/i, 5],
  [/\b(foreign minister|minister of foreign affairs|secretary of state|high representative|speaker|chair(man|person)? of (the )?parliament)\b/i, 4],
  [/\b(minister|spokes\w+|secretary|special representative|envoy|commissioner|head|chief)\b/i, 3],
]

function rankOf(office: Office): number {
  const title = office.title.en?.[0] ?? ''
  const rank = ranks.find(([pattern]) => pattern.test(title))?.[1] ?? 1
  return office.standing === 'official' ? rank : Math.min(rank, 2)
}

/** 0 (no office known) to about 6: rank of the best office, a little more while it is held, less the longer ago it ended. */
export function prominenceOf(person: Person): number {
  let best = 0
  for (const office of person.offices) {
    const ended = office.to === null ? 0 : Math.max(0, 2026 - Number(office.to.slice(0, 4)))
    best = Math.max(best, rankOf(office) + (office.to === null ? 1 : 0) - Math.min(1.5, ended * 0.1))
  }
  return best
}
