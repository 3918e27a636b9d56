/** Every migration in order. Forward-only: one that was released is never changed. */
import type { Migration } from 'kysely'
import { up as first } from './0001-first.js'
import { up as digests } from './0002-digests.js'

export const migrations: Record<string, Migration> = {
  '0001-first': { up: first },
  '0002-digests': { up: digests },
}
