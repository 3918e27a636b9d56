/** Lines of TypeScript → another process that works on a store and is told what to do next; killed after the test file. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll } from 'vitest'
import { packageFile } from '../../src/package-files.js'

export interface OtherProcess {
  pid: number
  /** The next line that it says; rejects when it ends before. */
  line(): Promise<string>
  /** Lets it go on from its `await go()`. */
  go(): void
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
  ended: Promise<number | null>
}

const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

const before = `
import { createLog } from ${JSON.stringify(packageFile('src/log.ts'))}
import { openStore } from ${JSON.stringify(packageFile('src/store/open.ts'))}
const say = (line) => process.stdout.write(line + '\\n')
const told = []
let waiting = null
process.stdin.on('data', () => (waiting ? waiting() : told.push(1)))
const go = () => new Promise((done) => { if (told.length) { told.pop(); done() } else waiting = done })
const open = (dataDir, name = 'other') => openStore({ dataDir, databaseUrl: null, now: () => new Date(), log: createLog('error'), name })
`

/** `script` may use open(dataDir, name), say(line) and go(). */
export function startProcess(script: string): OtherProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', `${before}\n${script}\nprocess.exit()`], {
    cwd: packageFile('.'),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  running.add(child)
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    pid: child.pid ?? 0,
    async line() {
      const next = await lines.next()
      if (next.done) throw new Error(`process ${child.pid} ended with ${await ended}, expected a line`)
      return next.value
    },
    go: () => void child.stdin.write('go\n'),
    async kill(signal) {
      child.kill(signal)
      await ended
    },
    ended,
  }
}
