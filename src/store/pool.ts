/** Where the database is → a pg.Pool that gives plain dates as text, big integers as numbers, and no query outside an open transaction. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { Socket } from 'node:net'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Log } from '../log.js'
import type { Database } from './schema.js'

/** Longer than any query of ours; the embedded engine has no time limit of its own. */
const queryTimeoutMs = 120_000

// pg writes Date parameters in local time with whole-minute offsets, which is wrong in zones that once had seconds.
pg.defaults.parseInputDatesAsUTC = true

function bigInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text}: expected one that a number holds exactly`)
  return value
}

const { builtins } = pg.types
const bigIntegerArray = 1016
const dateArray = 1182
const textArrayType = 1009
const textArray = pg.types.getTypeParser(textArrayType as never) as (text: string) => string[]

/** Array literals without escapes, NULL or arrays in them: much faster than by the driver's own parser, and an article has hundreds of items. */
function texts(literal: string): string[] {
  if (literal[0] !== '{' || literal[1] === '{' || /\\|[{,]NULL[,}]/.test(literal)) return textArray(literal)
  const items = literal.slice(1, -1).match(/"[^"]*"|[^,]+/g) ?? []
  return items.map((item) => (item[0] === '"' ? item.slice(1, -1) : item))
}

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.INT8, bigInteger],
  [bigIntegerArray, (text) => texts(text).map(bigInteger)],
  [textArrayType, texts],
  [dateArray, texts],
])

/** A socket that finds out where to connect only when asked to. */
function lateSocket(where: () => Promise<string>): Socket {
  const socket = new Socket()
  const connect = socket.connect.bind(socket) as (path: string) => Socket
  socket.connect = () => {
    where().then(connect, (error: Error) => socket.destroy(error))
    return socket
  }
  return socket
}

/** `url`: a served PostgreSQL. `socket`: asked for at each new connection, the embedded one's. */
export type Place = { url: string } | { socket: () => Promise<string> }

const open = new AsyncLocalStorage<{ open: boolean }>()

function refuseInTransaction(): void {
  if (open.getStore()?.open) {
    throw new Error('database: a query outside the open transaction, expected one through the transaction that was handed in')
  }
}

/** What a query fails with when the process that runs the embedded database ends under it. */
function explainLostEngine(error: unknown): never {
  const { message = '', code } = error as NodeJS.ErrnoException
  if (!/^Connection terminated/.test(message) && code !== 'ECONNRESET' && code !== 'EPIPE') throw error
  throw new Error('database: the process that ran it ended in the middle of this; what was not finished is undone, expected to be done again', {
    cause: error,
  })
}

export function createPool(place: Place, log: Log): pg.Pool {
  const pool = new pg.Pool({
    ...('url' in place
      ? { connectionString: place.url, max: 10 }
      : { stream: () => lateSocket(place.socket), user: 'postgres', database: 'postgres', max: 4 }),
    // Compiling a plan takes longer than any of our queries.
    options: 'url' in place ? '-c TimeZone=UTC -c jit=off' : '-c TimeZone=UTC',
    application_name: 'readout',
    query_timeout: queryTimeoutMs,
    connectionTimeoutMillis: 90_000,
    types: {
      getTypeParser: ((oid: number, format: never) => parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  })
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on('error', (error) => log.warn({ error: error.message }, 'an idle database connection broke'))
  pool.on('connect', (client) => {
    // While a query or a transaction holds the connection the pool does not listen to it; the query itself fails.
    client.on('error', (error) => log.warn({ error: error.message }, 'a database connection broke'))
    if ('url' in place) return
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      const result = query(...given)
      return result instanceof Promise ? result.catch(explainLostEngine) : result
    }) as typeof client.query
  })
  const connect = pool.connect.bind(pool) as (...given: unknown[]) => unknown
  pool.connect = ((...given: unknown[]) => {
    refuseInTransaction()
    return connect(...given)
  }) as typeof pool.connect
  return pool
}

/** Queries over the pool. Inside `transaction().execute(…)` a query that does not go through the transaction throws, where it would wait for ever. */
export function createQueries(pool: pg.Pool): Kysely<Database> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const begin = db.transaction.bind(db)
  db.transaction = () => {
    const builder = begin()
    const execute = builder.execute.bind(builder)
    builder.execute = (work) =>
      execute((transaction) => {
        const state = { open: true }
        return open
          .run(state, () => work(transaction))
          .finally(() => {
            state.open = false
          })
      })
    return builder
  }
  return db
}
