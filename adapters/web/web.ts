/** Configuration and ports → the whole web: pages for readers, `/admin`, `/metrics`; mounted beside health on one server. */
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { CommandPorts } from '../../src/commands/command.js'
import { urlBelow } from '../../src/messages/own-pages.js'
import { words } from '../../src/messages/words.js'
import type { Handle } from '../../src/platform.js'
import { createAdmin } from './admin.js'
import { personalPath } from './layout.js'
import { createMetrics, type Metrics, type MetricsOptions } from './metrics.js'
import { createPages, type PagesOptions } from './pages.js'
import type { PersonalPages } from './personal.js'
import { createPersonalPages } from './personal-pages.js'
import { createSessions } from './sessions.js'

export interface WebOptions extends Omit<PagesOptions, 'isSignedIn' | 'answered'> {
  ports: CommandPorts
  personalPages: PersonalPages
  /** What readers say on their own pages is handled like what is said in any chat. */
  handle: Handle
  /** READOUT_WEB_PASSWORD. */
  password: string | null
  /** READOUT_SECRET_KEY: the first signs. */
  secretKeys: readonly string[]
  lastGoodPoll(): Promise<Date | null>
  languageModelCounts: MetricsOptions['languageModelCounts']
}

export interface Web {
  pages: Hono
  /** For the histogram of answers: on which platform, after how many seconds. */
  answered: Metrics['answered']
}

/** No script, nothing from elsewhere, no frame around it; pictures may stand in the page itself. */
function headers(publicUrl: string | null, referrerPolicy: 'same-origin' | 'no-referrer'): ReturnType<typeof secureHeaders> {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy,
    xFrameOptions: 'DENY',
    strictTransportSecurity: publicUrl?.startsWith('https:') ? 'max-age=15552000' : false,
  })
}

export function createWeb(options: WebOptions): Web {
  const { ports, publicUrl, password, secretKeys, now } = options
  const metrics = createMetrics(options)
  const sessions = createSessions({ keys: secretKeys, password, secure: publicUrl?.startsWith('https:') ?? false, now })
  const pages = new Hono()
  const [ordinary, secret] = [headers(publicUrl, 'same-origin'), headers(publicUrl, 'no-referrer')]
  // The address of a reader's own page is its key: no other page is told where one came from.
  pages.use((context, next) => (context.req.path.startsWith(personalPath) ? secret : ordinary)(context, next))
  pages.route('/', metrics.page)
  pages.route('/', createAdmin({ ...options, ports, sessions, hasPassword: password !== null, hasKey: secretKeys.length > 0 }))
  const isSignedIn = async (context: Context): Promise<boolean> => (await sessions.of(context)) !== null
  pages.route('/', createPersonalPages({ ...options, isSignedIn }))
  pages.route(
    '/',
    createPages({
      ...options,
      isSignedIn,
      answered: (seconds) => metrics.answered('web', seconds),
    }),
  )
  pages.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse()
    // The address of a reader's own page is secret.
    const path = context.req.path.startsWith(personalPath) ? personalPath : context.req.path
    options.log.error({ path, error: error.message }, 'a page failed')
    return context.text(words('en')('went-wrong'), 500)
  })
  return { pages, answered: metrics.answered }
}

/** Where the code of an invitation opens a page of one's own; null where nobody outside finds it. */
export function inviteLink(publicUrl: string | null, code: string): string | null {
  return publicUrl && urlBelow(publicUrl, `${personalPath}?code=${code}`)
}

/** Where a one-time login link leads: below READOUT_PUBLIC_URL, else where the service listens. */
export function loginLink({ host, port, publicUrl }: { host: string; port: number; publicUrl: string | null }, code: string): string {
  const local = `http://${['0.0.0.0', '::'].includes(host) ? 'localhost' : host}:${port}`
  return urlBelow(publicUrl ?? local, `/admin/enter?code=${code}`)
}
