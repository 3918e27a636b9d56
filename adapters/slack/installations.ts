/** Where the app is installed: by token in one workspace, or by OAuth in many; the second kept sealed in the database. */

/** What one workspace, or one organisation, granted. */
export interface Installation {
  /** Team id; the organisation's id where the app is installed for all of it. */
  team: string
  enterprise: string | null
  botToken: string
  botId: string
  botUserId: string
  scopes: string[]
}

/** Implemented in store/: each row sealed with READOUT_SECRET_KEY. */
export interface InstallationStore {
  save(installation: Installation, now: Date): Promise<void>
  /** Null when there is none. @throws naming READOUT_SECRET_KEY when its seal can't be opened with the keys that are set. */
  find(team: string): Promise<Installation | null>
  remove(team: string): Promise<void>
}
