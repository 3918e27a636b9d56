/** Every migration in order. Forward-only: one that was released is never changed. */
import type { Migration } from 'kysely'
import { up as first } from './0001-first.js'
import { up as digests } from './0002-digests.js'
import { up as rereading } from './0003-rereading.js'
import { up as answers } from './0004-answers.js'
import { up as conversations } from './0005-conversations.js'
import { up as backlog } from './0006-backlog.js'
import { up as personalPages } from './0007-personal-pages.js'
import { up as pace } from './0008-pace.js'
import { up as titleTranslations } from './0009-title-translations.js'
import { up as lookedUp } from './0010-looked-up.js'

export const migrations: Record<string, Migration> = {
  '0001-first': { up: first },
  '0002-digests': { up: digests },
  '0003-rereading': { up: rereading },
  '0004-answers': { up: answers },
  '0005-conversations': { up: conversations },
  '0006-backlog': { up: backlog },
  '0007-personal-pages': { up: personalPages },
  '0008-pace': { up: pace },
  '0009-title-translations': { up: titleTranslations },
  '0010-looked-up': { up: lookedUp },
}
