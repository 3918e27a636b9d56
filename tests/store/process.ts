/** Lines of TypeScript → another process that works on a store and is told what to do next; killed after the test file. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll } from 'vitest'
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
let compiled = ''

// JavaScript, as it is run in earnest: loading TypeScript costs each process a second.
beforeAll(() => {
  mkdirSync(packageFile('dist'), { recursive: true })
  compiled = mkdtempSync(packageFile('dist/tests-'))
  const compiler = packageFile('node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [compiler, '-p', packageFile('tsconfig.build.json'), '--noCheck', '--sourceMap', 'false', '--outDir', compiled])
})
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(compiled, { recursive: true, force: true })
})

function opening(): string {
  return `
import { createLog } from ${JSON.stringify(join(compiled, 'src/log.js'))}
import { openStore } from ${JSON.stringify(join(compiled, 'src/store/open.js'))}
const say = (line) => process.stdout.write(line + '\\n')
const told = []
let waiting = null
process.stdin.on('data', () => (waiting ? waiting() : told.push(1)))
const go = () => new Promise((done) => { if (told.length) { told.pop(); done() } else waiting = done })
const open = (dataDir, name = 'other', prepared) => openStore({ dataDir, databaseUrl: null, now: () => new Date(), log: createLog('error'), name, prepared })
`
}

/** `script` may use open(dataDir, name, prepared), say(line) and go(). */
export function startProcess(script: string): OtherProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-e', `${opening()}\n${script}\nprocess.exit()`], {
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
