/** What Bolt and the adapter say → the service's log: quiet where it is no news, never a message's words. */
import { messageOf } from '../../src/text/error-message.js'

/** As src/log.ts gives it. */
export interface Log {
  error(details: object, message: string): void
  warn(details: object, message: string): void
  info(details: object, message: string): void
  debug(details: object, message: string): void
}

/** Bolt's logger: its debug lines carry whole messages and are dropped. */
export function boltLogger(log: Log): {
  debug(): void
  info(...words: unknown[]): void
  warn(...words: unknown[]): void
  error(...words: unknown[]): void
  setLevel(): void
  getLevel(): never
  setName(): void
} {
  const line = (words: readonly unknown[]): string => words.map(messageOf).join(' ')
  return {
    debug() {},
    info: (...words) => log.debug({ platform: 'slack' }, line(words)),
    warn: (...words) => log.warn({ platform: 'slack' }, line(words)),
    // A broken connection that is opened again, a call that failed: what becomes of it is told where it was made.
    error: (...words) => log.warn({ platform: 'slack' }, line(words)),
    setLevel() {},
    getLevel: () => 'info' as never,
    setName() {},
  }
}
