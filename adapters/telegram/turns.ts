/** An update as it comes in → when it is its turn: who asks too fast waits, is told so once, far too fast is left out. */
import type { Update } from 'grammy/types'
import type { Flood } from './flood.js'
import { type Me, type Scene, understand } from './updates.js'

interface Arrival {
  /** In ms of the monotonic clock. */
  notBefore: number
  drop: boolean
}

export interface Turns {
  /** To be told of every update as it comes in, before those of its chat that still wait. */
  arrived(update: Update): void
  /** Waits for the update's turn. False: too fast by far, or something newer was typed meanwhile: no answer. */
  come(update: Update): Promise<boolean>
}

export function createTurns(options: {
  me: Me
  flood: Flood
  /** Tells who is too fast. */
  slowDown(scene: Scene): void
  /** Aborted: what waits its turn waits no longer. */
  ending: AbortSignal
}): Turns {
  const { me, flood, ending } = options
  const arrivals = new WeakMap<Update, Arrival>()
  /** The last inline query of each person: what was typed before it is asked no more. */
  const typed = new Map<number, string>()

  async function until(time: number): Promise<void> {
    const left = time - performance.now()
    if (left <= 0 || ending.aborted) return
    await new Promise<void>((settle) => {
      const ended = (): void => {
        clearTimeout(timer)
        ending.removeEventListener('abort', ended)
        settle()
      }
      const timer = setTimeout(ended, left)
      ending.addEventListener('abort', ended)
    })
  }

  return {
    arrived(update) {
      if (update.inline_query) typed.set(update.inline_query.from.id, update.inline_query.id)
      const meaning = understand(update, me)
      if (!('scene' in meaning) || meaning.type === 'joined') return
      const { delayMs, notice, drop } = flood.enter(meaning.scene.person.user)
      arrivals.set(update, { notBefore: performance.now() + delayMs, drop })
      if (notice) options.slowDown(meaning.scene)
    },
    async come(update) {
      const { inline_query: query } = update
      if (query) {
        if (typed.get(query.from.id) !== query.id) return false
        typed.delete(query.from.id)
      }
      const arrival = arrivals.get(update)
      if (arrival?.drop) return false
      await until(arrival?.notBefore ?? 0)
      return true
    },
  }
}
