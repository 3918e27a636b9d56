/** A password or a one-time link → a session in a signed cookie, and back: who holds it may administer. Right comes from nothing else. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'

export interface Session {
  id: string
  /** Stands in every form of this session: a page elsewhere cannot know it. */
  formToken: string
}

export interface SessionOptions {
  /** READOUT_SECRET_KEY, the one that signs first. Empty: a key of this process signs, and sessions end with it. */
  keys: readonly string[]
  /** READOUT_WEB_PASSWORD; another one ends every session. */
  password: string | null
  /** True where the public address is https. */
  secure: boolean
  now: () => Date
}

export interface Sessions {
  isPassword(given: string): boolean
  open(context: Context): Promise<void>
  close(context: Context, session: Session): void
  of(context: Context): Promise<Session | null>
  isToken(session: Session, given: unknown): boolean
}

const lifetimeMs = 12 * 3_600_000
const name = 'readout'

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Takes as long whatever differs. */
function same(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

export function createSessions({ keys, password, secure, now }: SessionOptions): Sessions {
  const given = keys.length > 0 ? keys : [randomBytes(32).toString('base64url')]
  const secrets = given.map((key) =>
    createHmac('sha256', key)
      .update(`web session\n${password ?? ''}`)
      .digest('base64url'),
  )
  const [signing = ''] = secrets
  const prefix = secure ? ({ prefix: 'host' } as const) : {}
  /** Those that were closed before their time, until then. */
  const closed = new Map<string, number>()

  function sessionOf(value: string): Session | null {
    const [expires = '', id = ''] = value.split('.')
    if (!/^\d+$/.test(expires) || Number(expires) <= now().getTime() || !/^[\w-]{22}$/.test(id) || closed.has(id)) return null
    return { id, formToken: createHmac('sha256', signing).update(`form\n${id}`).digest('base64url') }
  }

  return {
    isPassword: (words) => password !== null && same(words, password),
    async open(context) {
      const value = `${now().getTime() + lifetimeMs}.${randomBytes(16).toString('base64url')}`
      await setSignedCookie(context, name, value, signing, {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        maxAge: lifetimeMs / 1_000,
        secure,
        ...prefix,
      })
    },
    close(context, session) {
      const at = now().getTime()
      for (const [id, until] of closed) if (until <= at) closed.delete(id)
      closed.set(session.id, at + lifetimeMs)
      deleteCookie(context, name, { path: '/', secure, ...prefix })
    },
    async of(context) {
      for (const secret of secrets) {
        const value = await getSignedCookie(context, secret, name, secure ? 'host' : undefined)
        if (value) return sessionOf(value)
      }
      return null
    },
    isToken: (session, token) => typeof token === 'string' && same(token, session.formToken),
  }
}
