/** A reply that one person sees → remembered for as long as he may share it, so that exactly what he saw is shared. */
import { randomBytes } from 'node:crypto'
import type { Message } from '../../src/messages/message.js'

export interface KeptReplies {
  keep(parts: readonly Message[], now: Date): string
  take(id: string, now: Date): readonly Message[] | null
}

const keptMs = 30 * 60_000
const most = 500

export function createKeptReplies(): KeptReplies {
  const kept = new Map<string, { parts: readonly Message[]; until: number }>()
  return {
    keep(parts, now) {
      const id = randomBytes(6).toString('base64url')
      kept.set(id, { parts, until: now.getTime() + keptMs })
      const [oldest] = kept.keys()
      if (kept.size > most && oldest) kept.delete(oldest)
      return id
    },
    take(id, now) {
      const found = kept.get(id)
      return found && found.until > now.getTime() ? found.parts : null
    },
  }
}
