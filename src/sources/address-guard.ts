/** Host and the addresses it resolves to → connections to public addresses only. */
import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { buildConnector } from 'undici'

/** An address that may not be connected to. `host` is what was asked for, `address` what it resolves to. */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress'
  readonly host: string
  readonly address: string
  constructor(host: string, address: string, kind: string) {
    super(`${host}: resolves to ${address} (${kind}), expected a public address`)
    this.host = host
    this.address = address
  }
}

/** IPv6 prefixes that carry an IPv4 address or lead back inside; RFC 6052, 8215, 3056, 4380, 5180, 6666, 3849. */
const refusedPrefixes = [
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '2002::/16',
  '2001::/23',
  '2001:db8::/32',
  '100::/64',
  'fec0::/10',
  '::/96',
  '::ffff:0:0:0/96',
  '5f00::/16',
  '3fff::/20',
].map((prefix) => ipaddr.IPv6.parseCIDR(prefix))

/** What kind of address it is, when it is not a public unicast one; null when it may be connected to. */
export function refusedKind(address: string): string | null {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return 'no address'
  const parsed = ipaddr.parse(bare)
  const range = parsed.range()
  if (range !== 'unicast') return range
  if (parsed instanceof ipaddr.IPv6 && refusedPrefixes.some((prefix) => parsed.match(prefix))) return 'reserved'
  // 192.88.99.0/24 is the old 6to4 relay, 0/8 "this network": ipaddr.js names most, these are named here to be sure.
  if (parsed instanceof ipaddr.IPv4 && /^(?:0|192\.88\.99)\./.test(parsed.toString())) return 'reserved'
  return null
}

/** Whether a host (with or without its port) is on the operator's list of private hosts. */
export function isAllowedHost(url: URL, allowHosts: readonly string[]): boolean {
  const name = url.hostname.toLowerCase()
  return allowHosts.some((allowed) => {
    const wanted = allowed.toLowerCase()
    return wanted === name || wanted === url.host.toLowerCase() || `[${wanted}]` === name
  })
}

/** Name → its addresses; `dns.lookup` with all of them. */
export type Resolve = (host: string, callback: (error: Error | null, addresses: { address: string; family: number }[]) => void) => void

export const systemResolve: Resolve = (host, callback) => systemLookup(host, { all: true }, callback)

/** Every address is looked at, not only the one used: a name that also leads inside is refused as a whole. */
function guardedLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) =>
    resolve(hostname, (error, addresses) => {
      if (error) return callback(error, '', 0)
      for (const { address } of addresses) {
        const kind = refusedKind(address)
        if (kind) return callback(new RefusedAddress(hostname, address, kind), '', 0)
      }
      const [first] = addresses
      if (!first) return callback(new Error(`${hostname}: no address`), '', 0)
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
}

/** A connector for undici. The address actually connected to is checked again, so that a name that changes its mind gains nothing. */
export function guardedConnector(allowHosts: readonly string[], timeoutMs: number, resolve: Resolve): buildConnector.connector {
  const plain = buildConnector({ timeout: timeoutMs })
  const guarded = buildConnector({ timeout: timeoutMs, lookup: guardedLookup(resolve) })
  return (options, callback) => {
    const host = options.hostname
    const port = options.port || (options.protocol === 'https:' ? '443' : '80')
    if (isAllowedHost(new URL(`${options.protocol}//${options.host ?? `${host}:${port}`}`), allowHosts)) return plain(options, callback)
    const literal = host.replace(/^\[|\]$/g, '')
    const kind = ipaddr.isValid(literal) ? refusedKind(literal) : null
    if (kind) return callback(new RefusedAddress(host, literal, kind), null)
    guarded(options, (...result) => {
      const [error, socket] = result
      if (error) return callback(error, null)
      const remote = socket.remoteAddress ?? ''
      const connected = refusedKind(remote)
      if (connected) {
        socket.destroy()
        return callback(new RefusedAddress(host, remote, connected), null)
      }
      callback(null, socket)
    })
  }
}
