/** Tokens and secrets → a Bolt app that listens over a socket or HTTP, and a client for each workspace. */

import { App, HTTPReceiver, webApi } from '@slack/bolt'
import { messageOf } from '../../src/text/error-message.js'
import { platformError, receiptOf } from './errors.js'
import type { Installation, InstallationStore } from './installations.js'
import { boltLogger, type Log } from './log.js'
import { agentScope } from './manifest.js'
import type { NodeListener } from './node-request.js'
import { createOAuth } from './oauth.js'
import type { Fetch } from './respond.js'
import type { Client } from './send.js'
import { createSocket } from './socket.js'
import { tieredFetch } from './tiers.js'

export interface SlackTokens {
  /** One workspace by token. */
  botToken: string | null
  /** Socket Mode. */
  appToken: string | null
  /** HTTP mode. */
  signingSecret: string | null
  /** Web API root. */
  apiUrl: string
  /** Many workspaces by OAuth, where all are set. */
  clientId: string | null
  clientSecret: string | null
  stateSecret: string | null
}

export interface ConnectOptions {
  tokens: SlackTokens
  installations: InstallationStore | null
  /** Address of the project's own HTTP server, for OAuth's way back; null: what the request says. */
  publicUrl: string | null
  /** READOUT_PUBLIC_URL. */
  pagesUrl: string | null
  fetch: Fetch
  now: () => Date
  log: Log
}

export interface Connection {
  app: App
  mode: 'socket' | 'http'
  /** Takes POST /slack/events (HTTP mode), GET /slack/install and /slack/oauth_redirect. @throws for any other path. */
  listener: NodeListener | null
  clientOf(workspace: string): Promise<Client | null>
  /** Forgets the tokens of a workspace, or of an organisation and all its workspaces. Gives the ids of all that are served no more. */
  forget(workspace: string): Promise<string[]>
  /** The workspace of SLACK_BOT_TOKEN, once `start` has asked for it. */
  ownTeam(): string | null
  trouble(): string | null
  /** As Platform.check: of SLACK_BOT_TOKEN, where one is set. */
  check(): Promise<string | null>
  /** How the app came into the workspace of a client. */
  cameBy(client: Client): 'token' | 'token-beside' | 'oauth'
  start(): Promise<void>
  stop(): Promise<void>
}

const eventsPath = '/slack/events'

/** What is wrong with the variables together; null: nothing. Names variable and remedy. */
export function tokensFault({ botToken, appToken, signingSecret, clientId, clientSecret, stateSecret }: SlackTokens, keys: number): string | null {
  const some = [clientId, clientSecret, stateSecret].filter(Boolean).length
  if (some > 0 && some < 3) return 'SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET: only some of them are set. Set all three, or none.'
  if (some === 3 && keys === 0) return 'READOUT_SECRET_KEY: missing. It seals the tokens of Slack workspaces; set at least 16 random characters.'
  if (!appToken && !signingSecret) return 'SLACK_APP_TOKEN: missing. Set it (Socket Mode), or SLACK_SIGNING_SECRET (HTTP mode).'
  if (!botToken && some < 3) return 'SLACK_BOT_TOKEN: missing. Copy it from "OAuth & Permissions" after installing the app.'
  return null
}

/** "http://host/api" and "http://host" → "http://host/api/". */
export function apiRoot(url: string): string {
  const root = new URL(url)
  if (root.pathname === '/') root.pathname = '/api/'
  if (!root.pathname.endsWith('/')) root.pathname += '/'
  return root.href
}

export function connect({ tokens, installations, publicUrl, pagesUrl, fetch, now, log }: ConnectOptions): Connection {
  const { botToken, appToken, signingSecret, clientId, clientSecret, stateSecret } = tokens
  const slackApiUrl = apiRoot(tokens.apiUrl)
  const logger = boltLogger(log) as never
  // Each call is made once: a repeated chat.postMessage would show twice when only its answer was lost.
  const clientOptions = {
    slackApiUrl,
    fetch: tieredFetch(fetch),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger,
  }
  let own: Installation | null = null
  const clients = new Map<string, Client>()

  async function installationOf(team: string | undefined, enterprise: string | undefined): Promise<Installation | null> {
    const found = team ? await installations?.find(team) : null
    if (found) return found
    const organisation = enterprise ? await installations?.find(enterprise) : null
    if (organisation?.orgWide) {
      // What is sent to this workspace later names the workspace only.
      if (team) await installations?.adopt(team, organisation, now())
      return organisation
    }
    // Events of an organisation may name the organisation only; one that installed the app for all may name any workspace.
    return own && (!team || own.orgWide || team === own.team || (enterprise !== undefined && enterprise === own.enterprise)) ? own : null
  }

  const socket = appToken ? createSocket(appToken, slackApiUrl, { now, log }) : null
  const http = signingSecret && !socket ? new HTTPReceiver({ signingSecret, endpoints: [eventsPath], logger }) : null
  const oauth =
    clientId && clientSecret && stateSecret && installations
      ? createOAuth({ clientId, clientSecret, stateSecret, installations, slackApiUrl, clientOptions, publicUrl, pagesUrl, now, log })
      : null

  const app = new App({
    receiver: socket?.receiver ?? http ?? undefined,
    clientOptions: clientOptions as never,
    logger,
    convoStore: false,
    authorize: async ({ teamId, enterpriseId }: { teamId?: string; enterpriseId?: string }) => {
      const found = await installationOf(teamId, enterpriseId)
      if (!found) throw new Error(`no installation for workspace ${teamId ?? enterpriseId ?? '?'}`)
      const { botToken: token, botId, botUserId, team } = found
      const agent = found.scopes.includes(agentScope)
      return { botToken: token, botId, botUserId, teamId: teamId ?? team, agent, ...(enterpriseId ? { enterpriseId } : {}) }
    },
  } as never)
  app.error(async (error) => log.error({ platform: 'slack', error: messageOf(error) }, 'an update could not be handled'))

  const listener: NodeListener = (request, response) => {
    const events = request.url?.split('?')[0] === eventsPath
    if (events && http) return void http.requestListener(request, response)
    if (!events && oauth) return oauth(request, response)
    throw new Error('nothing is taken here')
  }

  return {
    app,
    mode: socket ? 'socket' : 'http',
    listener: http || oauth ? listener : null,
    async clientOf(workspace) {
      const found = await installationOf(workspace, undefined)
      if (!found) return null
      const client = clients.get(found.botToken) ?? new webApi.WebClient(found.botToken, clientOptions)
      clients.set(found.botToken, client)
      return client
    },
    async forget(workspace) {
      const removed = (await installations?.remove(workspace)) ?? []
      return [...new Set([workspace, ...removed])]
    },
    ownTeam: () => own?.team ?? null,
    trouble: () => socket?.trouble() ?? null,
    cameBy: (client) => (client.token !== botToken ? 'oauth' : oauth ? 'token-beside' : 'token'),
    async check() {
      if (!botToken) return null
      const fault = await new webApi.WebClient(botToken, clientOptions as never).auth.test().then(
        () => null,
        (error: unknown) => receiptOf(error),
      )
      return fault && (fault.outcome === 'refused' && fault.botRefused !== undefined ? fault.botRefused : fault.reason)
    },
    async start() {
      if (botToken) own = await whoAmI(botToken, clientOptions)
      await socket?.open()
    },
    async stop() {
      await socket?.close()
    },
  }
}

/** @throws naming SLACK_BOT_TOKEN when Slack refuses it, SLACK_API_URL when it does not answer. */
async function whoAmI(botToken: string, clientOptions: object): Promise<Installation> {
  try {
    const me = await new webApi.WebClient(botToken, clientOptions as never).auth.test()
    return {
      team: me.team_id ?? me.enterprise_id ?? '',
      enterprise: me.enterprise_id ?? null,
      orgWide: me.is_enterprise_install === true,
      botToken,
      botId: me.bot_id ?? '',
      botUserId: me.user_id ?? '',
      scopes: me.response_metadata?.scopes ?? [],
    }
  } catch (error) {
    if (!platformError(error))
      throw new Error(`SLACK_API_URL: Slack cannot be reached (${receiptOf(error).reason}). Check the network and the address.`, { cause: error })
    throw new Error(`SLACK_BOT_TOKEN: Slack refuses it (${platformError(error) ?? messageOf(error)}). Copy it anew from "OAuth & Permissions".`, {
      cause: error,
    })
  }
}
