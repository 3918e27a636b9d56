/** A person of a workspace → zone, language and whether he runs the workspace (users.info), remembered for a while. */
import type { Client } from './send.js'

export interface Hints {
  zone: string | null
  language: string | null
  workspaceAdmin: boolean
  /** A guest sees some channels only, and changes nothing there. */
  guest: boolean
}

const keptMs = 15 * 60_000
const most = 5_000
const nothing: Hints = { zone: null, language: null, workspaceAdmin: false, guest: false }

export interface HintsOf {
  of(client: Client, workspace: string, user: string): Promise<Hints>
  /** The person changed something about himself. */
  forget(workspace: string, user: string): void
}

export function createHints(now: () => Date): HintsOf {
  const known = new Map<string, { hints: Promise<Hints>; until: number }>()

  async function ask(client: Client, user: string): Promise<Hints> {
    const { user: person } = await client.users.info({ user, include_locale: true })
    return {
      zone: person?.tz ?? null,
      language: person?.locale ?? null,
      workspaceAdmin: person?.is_admin === true || person?.is_owner === true || person?.is_primary_owner === true,
      guest: person?.is_restricted === true || person?.is_ultra_restricted === true,
    }
  }

  return {
    of(client, workspace, user) {
      const key = `${workspace}/${user}`
      const at = now().getTime()
      const found = known.get(key)
      if (found && found.until > at) return found.hints
      if (known.size >= most) known.clear()
      // Hints only: without the answer everything works, with the newsroom's zone and English.
      const hints = ask(client, user).catch(() => {
        known.delete(key)
        return nothing
      })
      known.set(key, { hints, until: at + keptMs })
      return hints
    },
    forget(workspace, user) {
      known.delete(`${workspace}/${user}`)
    },
  }
}
