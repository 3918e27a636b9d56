/** Configuration and ports → the whole web: pages for readers, `/admin`, `/metrics`; mounted beside health on one server. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { CommandPorts } from '../../src/commands/command.js'
import { words } from '../../src/messages/words.js'
import { createAdmin } from './admin.js'
import { createMetrics, type Metrics } from './metrics.js'
import { createPages, type PagesOptions } from './pages.js'
import { createSessions } from './sessions.js'

export interface WebOptions extends Omit<PagesOptions, 'isSignedIn' | 'answered'> {
  ports: CommandPorts
  /** READOUT_WEB_PASSWORD. */
  password: string | null
  /** READOUT_SECRET_KEY: the first signs. */
  secretKeys: readonly string[]
  lastGoodPoll(): Promise<Date | null>
}

export interface Web {
  pages: Hono
  /** For the histogram of answers: on which platform, after how many seconds. */
  answered: Metrics['answered']
}

/** No script, nothing from elsewhere, no frame around it; pictures may stand in the page itself. */
function headers(publicUrl: string | null): ReturnType<typeof secureHeaders> {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: publicUrl?.startsWith('https:') ? 'max-age=15552000' : false,
  })
}

export function createWeb(options: WebOptions): Web {
  const { ports, publicUrl, password, secretKeys, now } = options
  const metrics = createMetrics(options)
  const sessions = createSessions({ keys: secretKeys, password, secure: publicUrl?.startsWith('https:') ?? false, now })
  const pages = new Hono()
  pages.use(headers(publicUrl))
  pages.route('/', metrics.page)
  pages.route('/', createAdmin({ ...options, ports, sessions, hasPassword: password !== null, hasKey: secretKeys.length > 0 }))
  pages.route(
    '/',
    createPages({
      ...options,
      isSignedIn: async (context) => (await sessions.of(context)) !== null,
      answered: (seconds) => metrics.answered('web', seconds),
    }),
  )
  pages.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse()
    options.log.error({ path: context.req.path, error: error.message }, 'a page failed')
    return context.text(words('en')('went-wrong'), 500)
  })
  return { pages, answered: metrics.answered }
}

/** Where a one-time login link leads: below READOUT_PUBLIC_URL, else where the service listens. */
export function loginLink({ host, port, publicUrl }: { host: string; port: number; publicUrl: string | null }, code: string): string {
  const local = `http://${['0.0.0.0', '::'].includes(host) ? 'localhost' : host}:${port}`
  return `${(publicUrl ?? local).replace(/\/+$/, '')}/admin/enter?code=${code}`
}
