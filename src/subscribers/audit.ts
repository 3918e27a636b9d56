/** What an admin or owner changed → a line that stays: who, when, what. */

export interface AuditEntry {
  id: number
  at: Date
  /** Who: a person's address ("telegram:123"), or "terminal". */
  by: string
  /** The command or change, for example "pausesource". */
  action: string
  /** As JSON: what it was done to, old and new values; never a secret. */
  detail: unknown
}

/** Implemented in store/. */
export interface Audit {
  record(entry: Omit<AuditEntry, 'id'>): Promise<void>
  /** Newest first; those with an id below `before`, when given. */
  list(limit: number, before?: number): Promise<AuditEntry[]>
}
