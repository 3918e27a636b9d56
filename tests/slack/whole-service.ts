/** The whole service as an operator starts it, against the strict stand-in of the measuring sets; driven as people do. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { packageFile } from '../../src/package-files.js'
import { freePort, startService } from '../telegram/service-session.js'
import { type News, openNews } from './todays-news.js'

const run = promisify(execFile)

export interface Control {
  type: string
  text?: string
  action_id?: string
  block_id?: string
  value?: string
  url?: string
}
export interface Sent {
  seq: number
  via: string
  channel: string
  channel_name?: string
  dm_user?: string
  ts: string
  thread_ts?: string
  ephemeral_to?: string
  deleted_at?: number
  text: string
  rendered: string
  controls: Control[]
  buttons: Control[]
  files?: { name: string }[]
  unfurl_links?: boolean
  unfurl_media?: boolean
  edits: { rendered: string }[]
}
export interface Done {
  acked?: boolean
  acked_ms?: number
  status?: number
  errors?: Record<string, string>
  closed?: boolean
  last_seq: number
  ts?: string
  channel?: string
  replies?: Sent[]
  rendered?: string
  controls?: Control[]
}
export interface View {
  title: { text: string }
  rendered: string
  controls: Control[]
  blocks: { type: string; block_id: string; element?: { initial_value?: string } }[]
}
export interface Violation {
  kind: string
  method?: string
  what?: string
  error?: string
}

type Options = Record<string, unknown>

/** As the stand-in's README tells. */
export interface SlackControl {
  post(path: string, body?: Options): Promise<Done & Record<string, unknown>>
  command(options: Options): Promise<Done>
  say(options: Options): Promise<Done>
  mention(options: Options): Promise<Done>
  event(options: Options): Promise<Done>
  home(options: Options): Promise<Done>
  action(options: Options): Promise<Done>
  viewSubmit(options: Options): Promise<Done>
  member(options: Options): Promise<Done>
  channel(options: Options): Promise<unknown>
  user(options: Options): Promise<unknown>
  socket(options: Options): Promise<unknown>
  fault(options: Options): Promise<unknown>
  config(options: Options): Promise<unknown>
  uninstall(options: Options): Promise<Done>
  sent(query: Options): Promise<Sent[]>
  calls(query: Options): Promise<{ method: string; ok?: boolean; params: Record<string, unknown> }[]>
  violations(): Promise<Violation[]>
  views(query?: Options): Promise<{ stack: View[] }>
  waitBot(ms: number): Promise<unknown>
  waitSocket(ms: number): Promise<unknown>
}

export interface WholeService {
  slack: SlackControl
  news: News
  publicUrl: string
  log(): string
  /** Runs a verb of the terminal on the same data, and gives its JSON. */
  verb(...words: string[]): Promise<unknown>
  /** Ends the service; its data stay until `close`. */
  stop(): Promise<void>
  close(): Promise<void>
}

/** `fakes`: the folder of the stand-ins. */
export async function startWholeService(fakes: string, mode: 'socket' | 'http'): Promise<WholeService> {
  const { startFakeSlack, slackControl } = (await import(pathToFileURL(join(fakes, 'fake-slack.mjs')).href)) as {
    startFakeSlack(options: Options): Promise<{ url: string; close(): Promise<void> }>
    slackControl(url: string): SlackControl
  }
  const fake = await startFakeSlack({ port: 0 })
  const slack = slackControl(fake.url)
  const news = await openNews()
  const folder = mkdtempSync(join(tmpdir(), 'readout-slack-'))
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const environment = {
    READOUT_DATA: folder,
    READOUT_ALLOW_HOSTS: '127.0.0.1',
    READOUT_ADMINS: 'slack:T0FAKE/U01ALICE',
    READOUT_PUBLIC_URL: publicUrl,
    HTTP_PORT: String(port),
    SLACK_API_URL: `${fake.url}/api/`,
    SLACK_BOT_TOKEN: 'xoxb-test-token',
    ...(mode === 'socket' ? { SLACK_APP_TOKEN: 'xapp-test-token' } : { SLACK_SIGNING_SECRET: 'test-signing-secret' }),
  }
  const service = startService(environment)
  const close = async (): Promise<void> => {
    await service.kill()
    news.close()
    await fake.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (mode === 'http') await slack.config({ request_url: `${publicUrl}/slack/events` })
    await service.until('Readout runs', 180_000)
    if (mode === 'socket') await slack.waitSocket(10_000)
  } catch (error) {
    await close()
    throw error
  }
  return {
    slack,
    news,
    publicUrl,
    log: service.said,
    async verb(...words) {
      const { PATH = '', HOME = '' } = process.env
      const { stdout } = await run(process.execPath, ['--import', 'tsx', packageFile('src/launch.ts'), ...words, '--json'], {
        cwd: packageFile('.'),
        env: { PATH, HOME, ...environment },
      })
      return JSON.parse(stdout) as unknown
    },
    async stop() {
      await service.stop()
    },
    close,
  }
}
