/** One thing that `readout doctor` looked at → what it says of it, and what to do where something is wrong. */

export interface Finding {
  about: string
  ok: boolean
  says: string
  /** What to do; null when nothing is wrong. */
  remedy: string | null
}

export const good = (about: string, says: string): Finding => ({ about, ok: true, says, remedy: null })
export const bad = (about: string, says: string, remedy: string): Finding => ({ about, ok: false, says, remedy })
