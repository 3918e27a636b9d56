/** Slack as a platform of the port: what people say there in, messages out; over a socket or HTTP; one workspace or many. */

import type { Platform, PlatformHooks } from '../../src/platform.js'
import type { PersonAddress } from '../../src/subscribers/address.js'
import type { ChatStore } from '../../src/subscribers/chat.js'
import type { Handled } from '../../src/subscribers/handled.js'
import { messageOf } from '../../src/text/error-message.js'
import { createAgent } from './agent.js'
import { connect, type SlackTokens, tokensFault } from './connect.js'
import { createConverse } from './converse.js'
import { platformError, platformErrors, tokenRefused } from './errors.js'
import { greetingKey } from './events.js'
import { createHints } from './hints.js'
import { createHome } from './home.js'
import type { InstallationStore } from './installations.js'
import { createKeptReplies } from './kept-replies.js'
import { limits } from './limits.js'
import type { Log } from './log.js'
import { createModals } from './modals.js'
import { answerWith } from './node-request.js'
import { createOwnConversations } from './own-conversations.js'
import { createPacing } from './pacing.js'
import type { Fetch } from './respond.js'
import { createDeliverer, pace } from './send.js'
import { splitMessage } from './split.js'
import { type ChannelRules, mayManage, personOf, type Talk, type Talking } from './talk.js'
import { createUnfurl } from './unfurl.js'
import { listen } from './updates.js'

export interface SlackOptions {
  tokens: SlackTokens
  /** Null where READOUT_SECRET_KEY is not set: then only one workspace, by token. */
  installations: InstallationStore | null
  /** Where OAuth comes back to. */
  publicUrl: string | null
  /** READOUT_PUBLIC_URL, whose links are shown as what stands there; null: others can't open the pages of this Readout. */
  pagesUrl: string | null
  /** A topic's name in a language; null: there is none of that id. */
  topicName(id: string, lang: string): string | null
  chats: Pick<ChatStore, 'chat'>
  handled: Handled
  rules: ChannelRules
  isAdmin(person: PersonAddress): Promise<boolean>
  /** The owner lets the admins of this workspace change the sources. */
  workspaceChangesSources(workspace: string): Promise<boolean>
  /** Every topic by its name in one interface language. */
  topics(lang: string): string[]
  /** The workspace of SLACK_BOT_TOKEN is known now: "slack:U1" in READOUT_ADMINS means a person there. */
  onWorkspace(team: string): void
  fetch: Fetch
  /** Between two messages to one channel, in ms; Slack's own pace unless a test is in a hurry. */
  betweenPostsMs?: number
  now: () => Date
  log: Log
}

/** @throws when variables do not fit together, naming variable and remedy. */
export function createSlackPlatform(options: SlackOptions): Platform {
  const { tokens, log, now, handled } = options
  const fault = tokensFault(tokens, options.installations ? 1 : 0)
  if (fault) throw new Error(fault)
  const connection = connect(options)
  const { listener } = connection
  const pacing = createPacing(options.betweenPostsMs ?? limits.betweenPostsMs)
  const hints = createHints(now)
  const running = new Set<Promise<unknown>>()
  let hooks: PlatformHooks | null = null
  const hooked = (): PlatformHooks => {
    if (!hooks) throw new Error('slack: not started')
    return hooks
  }
  const talking: Talking = { hints, rules: options.rules, hooks: hooked }
  const joining = async (workspace: string, channel: string): Promise<void> =>
    void (await handled.first('slack', greetingKey(workspace, channel), now()))
  const converse = createConverse({ ...talking, pacing, joining, kept: createKeptReplies(), fetch: options.fetch, now, log })
  const changesSources = async (talk: Talk): Promise<boolean> =>
    (await options.isAdmin(personOf(talk))) ||
    ((await hints.of(talk.client, talk.workspace, talk.user)).workspaceAdmin && (await options.workspaceChangesSources(talk.workspace)))
  const home = createHome({ converse, changesSources, log })
  const shown = new Map<string, number>()
  const changed = async (talk: Talk): Promise<void> => {
    // App Home shows what was changed in the private chat, if it was ever opened since the start.
    if (talk.private && shown.has(`${talk.workspace}/${talk.user}`)) await home(talk, `changed:${talk.workspace}/${talk.user}:${now().getTime()}`)
  }
  const modals = createModals({ ...talking, converse, chats: options.chats, topics: options.topics, changesSources, now, log, changed })

  async function left(workspace: string, reason: string): Promise<void> {
    for (const gone of await connection.forget(workspace)) await hooked().chatEvent({ kind: 'left', platform: 'slack', workspace: gone, reason })
    log.info({ platform: 'slack', workspace, reason }, 'the app was removed from a workspace')
  }

  listen({
    app: connection.app,
    converse,
    modals,
    home: async (talk, key) => {
      shown.set(`${talk.workspace}/${talk.user}`, now().getTime())
      await home(talk, key)
    },
    conversations: createOwnConversations(),
    hints,
    agent: createAgent({ hints, log }),
    unfurl: createUnfurl({ publicUrl: options.pagesUrl, topicName: options.topicName, converse, log }),
    handled,
    hooks: hooked,
    mayManage: (talk) => mayManage(talk, talking),
    async uninstalled(workspace, reason) {
      // The token of the environment was taken back: who runs this Readout gives it another, and nobody loses a subscription.
      if (reason === 'tokens_revoked' && workspace === connection.ownTeam())
        return log.error({ platform: 'slack', workspace }, tokenRefused('tokens_revoked'))
      await left(workspace, reason)
    },
    now,
    log,
    track: (work) => {
      running.add(work)
      void work.finally(() => running.delete(work))
    },
  })

  const deliverer = createDeliverer({
    clientOf: connection.clientOf,
    pacing,
    log,
    joining,
    cameBy: connection.cameBy,
    async revoked(workspace, client, reason) {
      const asked = await client.auth.test().then(
        () => null,
        (error: unknown) => platformError(error),
      )
      if (asked === null || platformErrors[asked] !== 'token') return false
      await left(workspace, reason)
      return true
    },
  })

  return {
    name: 'slack',
    // One Slack app a deployment, whatever its tokens are today: what was planned before they were changed is still sent.
    sender: 'slack',
    pace,
    ...(listener ? { requests: { path: '/slack/*', answer: (request: Request) => answerWith(listener, request) } } : {}),
    async start(given) {
      hooks = given
      await connection.start()
      const team = connection.ownTeam()
      if (team) options.onWorkspace(team)
      log.info({ platform: 'slack', mode: connection.mode, workspace: team }, 'Slack is listened to')
    },
    split: splitMessage,
    send: deliverer.send,
    edit: deliverer.edit,
    startLink: (payload) => (hooks ? `/readout ${payload.replace(/^own_/, 'own ').replace(/^inv_/, 'start inv_')}` : null),
    trouble: connection.trouble,
    check: connection.check,
    async stop(withinMs) {
      await connection.stop().catch((error: unknown) => log.warn({ platform: 'slack', error: messageOf(error) }, 'the socket did not close cleanly'))
      await Promise.race([Promise.allSettled(running), new Promise((settle) => setTimeout(settle, withinMs).unref())])
    },
  }
}
