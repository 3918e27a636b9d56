/** An engine → the same engine, of which the socket server lets one client finish its pipeline before another begins. */
import type { PGlite } from '@electric-sql/pglite'

const sync = Uint8Array.of(0x53, 0, 0, 0, 4)
/** Parse, Bind, Describe, Execute, Close, Flush, and COPY's data: what a Sync, a Query or a failed copy ends. */
const opensPipeline = new Set('PBDECHdc'.split('').map((letter) => letter.charCodeAt(0)))

/**
 * The server takes single protocol messages from its clients in turn, but all clients share one session and its unnamed
 * statement: between one client's Parse and its Bind (sent in pieces when large) another's Parse would slip in. The server
 * does keep to one client while a transaction is open, so an open pipeline is told to it as one.
 * `broken`: the engine itself failed, nothing more may be asked of it.
 */
export function keepPipelinesTogether(engine: PGlite, broken: (error: unknown) => void): PGlite {
  let inPipeline = false
  const overrides: Partial<PGlite> = {
    isInTransaction: () => inPipeline || engine.isInTransaction(),
    async execProtocolRawStream(message, options) {
      inPipeline = opensPipeline.has(message[0] ?? 0)
      try {
        return await engine.execProtocolRawStream(message, options)
      } catch (error) {
        broken(error)
        throw error
      }
    },
    // The server calls it to roll back what a lost client left open.
    async exec(query, options) {
      if (inPipeline) {
        inPipeline = false
        await engine.runExclusive(() => engine.execProtocolRawStream(sync, { onRawData() {} }))
      }
      return engine.isInTransaction() ? engine.exec(query, options) : []
    },
  }
  return new Proxy(engine, {
    get(target, name) {
      if (name in overrides) return overrides[name as keyof typeof overrides]
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
