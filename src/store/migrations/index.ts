/** Every migration in order. Forward-only: one that was released is never changed. */
import type { Migration } from 'kysely'
import { up as first } from './0001-first.js'
import { up as digests } from './0002-digests.js'
import { up as rereading } from './0003-rereading.js'

export const migrations: Record<string, Migration> = {
  '0001-first': { up: first },
  '0002-digests': { up: digests },
  '0003-rereading': { up: rereading },
}
