/** How polling went so far → how well each source is, worst first, in totals, and what admins must hear at once. Pure. */
import type { Source } from './source.js'
import type { PollState } from './source-store.js'

/** Worst first. `unread`: never read since it was added. */
export const conditions = ['ended', 'failing', 'unreadable', 'silent', 'unread', 'paused', 'well'] as const
export type Condition = (typeof conditions)[number]

/** How often a source has something new, as far as is known: hours in which something came, over the days looked at. */
export interface Habit {
  activeHours: number
  days: number
}

export interface Health {
  source: Source
  state: PollState
  condition: Condition
  /** Share of its pages that gave no article, 0 to 1; null while too few were read. */
  unreadableShare: number | null
  /** Hours since something new; null when nothing ever came. */
  silentHours: number | null
  /** Hours within which something new usually comes; null while too little is known. */
  usualHours: number | null
  /** Instant of the first failure in the present row is not kept; the last error is, in plain words. */
  error: string | null
}

const hourMs = 3_600_000
/** Two failures in a row: one may be chance. */
export const failuresThatCount = 2
const fewestPages = 8

function usualHours(habit: Habit | undefined): number | null {
  return habit && habit.activeHours >= 5 && habit.days >= 3 ? (habit.days * 24) / habit.activeHours : null
}

function conditionOf(source: Source, state: PollState, health: Pick<Health, 'unreadableShare' | 'silentHours' | 'usualHours'>): Condition {
  if (source.state === 'ended') return 'ended'
  if (source.state === 'paused') return 'paused'
  if (state.failures >= failuresThatCount || (state.failures > 0 && state.lastSuccessAt === null)) return 'failing'
  if (health.unreadableShare !== null && health.unreadableShare > 0.5) return 'unreadable'
  if (state.lastSuccessAt === null) return 'unread'
  const limit = health.usualHours === null ? 14 * 24 : Math.max(48, health.usualHours * 4)
  return health.silentHours !== null && health.silentHours > limit ? 'silent' : 'well'
}

export function judge(source: Source, state: PollState, habit: Habit | undefined, now: Date): Health {
  const pages = state.pagesRead + state.pagesUnreadable
  const facts = {
    unreadableShare: pages >= fewestPages ? state.pagesUnreadable / pages : null,
    silentHours: state.lastNewItemAt ? (now.getTime() - state.lastNewItemAt.getTime()) / hourMs : null,
    usualHours: usualHours(habit),
  }
  return { source, state, ...facts, condition: conditionOf(source, state, facts), error: state.failures > 0 ? state.lastError : null }
}

/** Worst first; of equally ill ones the longer ill. */
export function worstFirst(healths: readonly Health[]): Health[] {
  const since = ({ state }: Health) => (state.lastSuccessAt ?? state.lastPolledAt)?.getTime() ?? 0
  return [...healths].sort(
    (a, b) => conditions.indexOf(a.condition) - conditions.indexOf(b.condition) || since(a) - since(b) || a.source.id - b.source.id,
  )
}

export interface HealthTotals {
  all: number
  /** By condition; every condition is there. */
  by: Record<Condition, number>
  unlabelled: number
  countries: { country: string; all: number; readable: number }[]
}

function isReadable({ condition }: Health): boolean {
  return condition === 'well' || condition === 'silent'
}

export function totals(healths: readonly Health[]): HealthTotals {
  const by = Object.fromEntries(conditions.map((condition) => [condition, healths.filter((one) => one.condition === condition).length]))
  const countries = [...new Set(healths.flatMap(({ source }) => (source.country ? [source.country] : [])))].sort()
  return {
    all: healths.length,
    by: by as Record<Condition, number>,
    unlabelled: healths.filter(({ source }) => source.country === null).length,
    countries: countries.map((country) => {
      const own = healths.filter(({ source }) => source.country === country)
      return { country, all: own.length, readable: own.filter(isReadable).length }
    }),
  }
}

/** The three sides must each be heard: sides with fewer than three readable sources that are not state-owned. */
export function thinSides(healths: readonly Health[]): { country: string; readable: number }[] {
  return ['AM', 'AZ', 'GE'].flatMap((country) => {
    const own = healths.filter(
      ({ source }) => source.country === country && source.ownership && source.ownership !== 'state' && source.ownership !== 'official',
    )
    const readable = own.filter(isReadable).length
    return readable < 3 ? [{ country, readable }] : []
  })
}

/** Countries all of whose sources (two or more that were read before) cannot be read now: this cannot wait for the weekly report. */
export function unreadCountries(healths: readonly Health[]): string[] {
  return totals(healths).countries.flatMap(({ country }) => {
    const own = healths.filter(({ source, state }) => source.country === country && source.state === 'active' && state.lastSuccessAt !== null)
    return own.length >= 2 && own.every(({ state }) => state.failures > 0) ? [country] : []
  })
}

/** What admins were told of a source's trouble. */
export interface Told {
  toldAt: Date | null
  /** Since when it has been well again; null while it is not. */
  wellSince: Date | null
}

export const toldNothing: Told = { toldAt: null, wellSince: null }

const quietDays = 3

/** A source that comes and goes is told once, until it has been well for three days. */
export function tell(before: Told, { condition }: Pick<Health, 'condition'>, now: Date): { tell: boolean; next: Told } {
  const ill = condition === 'failing' || condition === 'ended' || condition === 'unreadable'
  if (!ill) {
    const wellSince = before.wellSince ?? now
    const forgiven = now.getTime() - wellSince.getTime() >= quietDays * 24 * hourMs
    return { tell: false, next: { toldAt: forgiven ? null : before.toldAt, wellSince } }
  }
  return { tell: before.toldAt === null, next: { toldAt: before.toldAt ?? now, wellSince: null } }
}

/** Length of a source's articles, in bytes of UTF-8: the middle one of the last three days, and of the weeks before. */
export interface Shape {
  recent: number
  recentCount: number
  before: number
  beforeCount: number
}

/** Its articles became much shorter or longer at once: the site was rebuilt, and what is read may be its clutter or a stub. */
export function changedShape(shape: Shape | undefined): boolean {
  if (!shape || shape.recentCount < 5 || shape.beforeCount < 20 || shape.before === 0) return false
  const ratio = shape.recent / shape.before
  return ratio > 2.5 || ratio < 0.4
}

/** What admins must hear at once. */
export type Notice = { kind: 'country'; country: string } | { kind: 'ended'; health: Health } | { kind: 'shape'; health: Health }

/**
 * The notices of this moment and what is then to be remembered, by source. Everything else waits for the weekly report.
 * A country is named once: its sources are remembered as told of.
 */
export function notices(
  healths: readonly Health[],
  known: { told: ReadonlyMap<number, Told>; shapes: ReadonlyMap<number, Shape> },
  now: Date,
): { notices: Notice[]; told: Map<number, Told> } {
  const told = new Map<number, Told>()
  const found: Notice[] = []
  const silentAbout = new Set<number>()
  for (const country of unreadCountries(healths)) {
    const own = healths.filter(({ source }) => source.country === country && source.state === 'active')
    if (own.some(({ source }) => (known.told.get(source.id) ?? toldNothing).toldAt === null)) found.push({ kind: 'country', country })
    for (const { source } of own) {
      silentAbout.add(source.id)
      told.set(source.id, { toldAt: known.told.get(source.id)?.toldAt ?? now, wellSince: null })
    }
  }
  for (const health of healths) {
    const { id } = health.source
    if (silentAbout.has(id)) continue
    const before = known.told.get(id) ?? toldNothing
    const isEnded = health.condition === 'ended'
    const isBent = health.condition === 'well' && changedShape(known.shapes.get(id))
    // A single source that fails can wait for the week; its recovery is what counts here.
    const { tell: isNew, next } = tell(before, { condition: isEnded || isBent ? 'ended' : 'well' }, now)
    if (isNew) found.push(isEnded ? { kind: 'ended', health } : { kind: 'shape', health })
    if (next.toldAt !== before.toldAt || (next.wellSince === null) !== (before.wellSince === null)) told.set(id, next)
  }
  return { notices: found, told }
}
