/** What the owner lets the admins of a workspace do ↔ the service's settings. */
import type { WorkspaceRights } from '../subscribers/people.js'
import type { Settings } from './settings.js'

export function createWorkspaceRights(settings: Settings): WorkspaceRights {
  const key = (platform: string, workspace: string): string => `sources-of:${platform}:${workspace}`
  return {
    mayChangeSources: async (platform, workspace) => (await settings.get(key(platform, workspace))) === true,
    letChangeSources: (platform, workspace, yes, now) => settings.set(key(platform, workspace), yes, now),
  }
}
