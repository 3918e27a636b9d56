/** backup, restore: everything that is kept ↔ one file. */
import { loadConfig } from '../config.js'
import { createLog } from '../log.js'
import { operatorWords } from '../messages/words.js'
import { restoreStore } from '../store/open.js'
import { type Options, oneLine, print, type Session, tell } from './session.js'

const say = operatorWords()

export async function backUp(file: string, session: Session): Promise<void> {
  const rows = await session.readout.backup(file)
  print(session.options.json ? JSON.stringify({ file, rows }) : say('backup-done', { rows, file }))
}

/** Needs an empty store that no other process owns. Gives the exit code. */
export async function restore(file: string, options: Options): Promise<number> {
  try {
    const config = loadConfig()
    const place = { dataDir: options.data ?? config.dataDir, databaseUrl: config.databaseUrl, now: () => new Date(), log: createLog('warn') }
    const { rows, leftOut } = await restoreStore(place, file)
    print(options.json ? JSON.stringify({ file, rows, leftOut }) : say('restore-done', { rows, file }))
    if (leftOut > 0 && !options.json) print(say('restore-left-out', { rows: leftOut }))
    return 0
  } catch (error) {
    tell(`readout: ${oneLine(error)}`)
    return 1
  }
}
