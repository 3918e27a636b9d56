/** A story + which sources were read → the countries it concerns in whose sources it was not seen (product.md, "Not seen"). */
import type { SourceStore } from '../sources/source-store.js'
import type { Story } from './story.js'

/** How reading each active source went; files are not polled. */
export async function sourceReadings(sources: Pick<SourceStore, 'list' | 'pollStates'>): Promise<SourceReading[]> {
  const states = await sources.pollStates()
  return (await sources.list())
    .filter((source) => source.state === 'active' && source.kind !== 'files')
    .map(({ id, country, ownership }) => {
      const state = states.get(id)
      return { sourceId: id, country, ownership, lastSuccessAt: state?.lastSuccessAt ?? null, failures: state?.failures ?? 0 }
    })
}

/** How reading one source went. */
export interface SourceReading {
  sourceId: number
  /** Confirmed country; null: unlabelled. */
  country: string | null
  ownership: string | null
  lastSuccessAt: Date | null
  /** Failures in a row until now. */
  failures: number
}

export interface NotSeen {
  country: string
  /** Sources of that country that were read and did not have it. */
  sourcesRead: number
}

const hourMs = 3_600_000
const leastSources = 3
/** A source last read longer ago may have it by now. */
const freshHours = 6

/** 24 hours; 36 where they touch a Saturday or Sunday of the region (UTC+4), when desks are thin. */
function patienceHours(firstAt: Date): number {
  for (let hour = 0; hour <= 24; hour += 6) {
    const weekday = new Date(firstAt.getTime() + (hour + 4) * hourMs).getUTCDay()
    if (weekday === 0 || weekday === 6) return 36
  }
  return 24
}

function isOfficial({ ownership }: SourceReading): boolean {
  return ownership === 'state' || ownership === 'official'
}

/** By country code. Empty while the story is young, and for a country as soon as one of its outlets has it. */
export function notSeenIn(story: Story, reading: { now: Date; sources: readonly SourceReading[] }): NotSeen[] {
  const { now, sources } = reading
  if (now.getTime() - story.firstAt.getTime() < patienceHours(story.firstAt) * hourMs) return []
  const reporting = new Set(story.outlets.map((outlet) => outlet.country))
  return story.countries
    .filter((country) => !reporting.has(country))
    .sort()
    .flatMap((country) => {
      const read = sources.filter((source) => source.country === country && wasRead(source, story.firstAt, now))
      return read.length >= leastSources && read.some(isOfficial) ? [{ country, sourcesRead: read.length }] : []
    })
}

/** Without error, freshly, and after the instant. */
export function wasRead({ lastSuccessAt, failures }: SourceReading, since: Date, now: Date): boolean {
  return failures === 0 && lastSuccessAt !== null && lastSuccessAt > since && now.getTime() - lastSuccessAt.getTime() <= freshHours * hourMs
}
