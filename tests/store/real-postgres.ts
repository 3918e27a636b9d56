/** Debian's PostgreSQL → a server of our own in a temporary folder, for the tests of the served store. */
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export interface RealPostgres {
  version: string
  /** URL of a new, empty database. */
  newDatabase(): Promise<string>
  /** Ends it in the middle of everything, and starts it again after `ms`. */
  crash(ms: number): Promise<void>
  stop(): Promise<void>
}

const packages = '/usr/lib/postgresql'

/** Null where there is none. */
function newestBin(): string | null {
  if (!existsSync(packages)) return null
  const versions = readdirSync(packages)
    .map(Number)
    .filter((version) => existsSync(join(packages, String(version), 'bin', 'initdb')))
  return versions.length > 0 ? join(packages, String(Math.max(...versions)), 'bin') : null
}

/** PostgreSQL refuses to run as root; its package makes a user for it. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })))
  return uid && gid ? { uid, gid } : {}
}

/** Starts it (a second or two). Throws an Error that says what to install when there is no server. */
export async function startRealPostgres(): Promise<RealPostgres> {
  const bin = newestBin()
  if (!bin) throw new Error(`${packages}: no PostgreSQL there, expected one (apt-get install postgresql)`)
  const user = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'readout-pg-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const run = { cwd: folder, stdio: 'pipe', ...user } as const
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'readout', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'], run)
  // A Unix socket only: no port to clash with.
  const urlOf = (database: string) => `postgresql://readout@/${database}?host=${encodeURIComponent(folder)}`
  const start = (): Promise<Server> =>
    startServer({ program: join(bin, 'postgres'), parameters: ['-D', data, '-k', folder], run, url: urlOf('postgres') })
  let server = await start()
  let databases = 0
  return {
    version: server.version,
    async newDatabase() {
      const name = `store_${++databases}`
      const maker = new pg.Client({ connectionString: urlOf('postgres') })
      await maker.connect()
      await maker.query(`create database ${name}`)
      await maker.end()
      return urlOf(name)
    },
    async crash(ms) {
      // Its immediate shutdown: nothing is written out, the next start recovers from the log.
      await server.end('SIGQUIT')
      await new Promise((done) => setTimeout(done, ms))
      server = await start()
    },
    async stop() {
      await server.end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Server {
  version: string
  end(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>
}

interface Start {
  program: string
  parameters: string[]
  run: { cwd: string; stdio: 'pipe'; uid?: number; gid?: number }
  url: string
}

/** Resolves once it answers. */
async function startServer({ program, parameters, run, url }: Start): Promise<Server> {
  // A Unix socket only: no port to clash with.
  const server = spawn(program, [...parameters, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'timezone=Asia/Tehran'], run)
  let said = ''
  server.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = new Promise<void>((done) => server.once('exit', () => done()))
  for (let waited = 0; ; waited += 50) {
    const admin = new pg.Client({ connectionString: url })
    try {
      await admin.connect()
      const { rows } = await admin.query<{ version: string }>('select version()')
      await admin.end()
      return {
        version: rows[0]?.version ?? '',
        async end(signal) {
          server.kill(signal)
          await ended
        },
      }
    } catch (error) {
      if (waited >= 20_000 || server.exitCode !== null) throw new Error(`PostgreSQL in ${run.cwd} did not start: ${said}`, { cause: error })
      await new Promise((done) => setTimeout(done, 50))
    }
  }
}
