/** Where the app is installed: by token in one workspace, or by OAuth in many; the second kept sealed in the database. */

/** What one workspace, or one organisation, granted. */
export interface Installation {
  /** Team id; the organisation's id where the app is installed for all of it. */
  team: string
  enterprise: string | null
  /** The token is the whole organisation's: it serves each of its workspaces. */
  orgWide: boolean
  botToken: string
  botId: string
  botUserId: string
  scopes: string[]
}

/** Implemented in store/: each row sealed with READOUT_SECRET_KEY. */
export interface InstallationStore {
  /** A workspace, or an organisation, said yes; with an audit entry. Workspaces that an organisation's token serves get its new one. */
  save(installation: Installation, now: Date): Promise<void>
  /** A workspace of an organisation that installed the app for all: found by its own id from now on. */
  adopt(team: string, organisation: Installation, now: Date): Promise<void>
  /** Null when there is none. @throws naming READOUT_SECRET_KEY when its seal can't be opened with the keys that are set. */
  find(team: string): Promise<Installation | null>
  /** Of an organisation with all workspaces that its token served. Gives the ids that were removed. */
  remove(team: string): Promise<string[]>
}
