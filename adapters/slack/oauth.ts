/** "Add to Slack" → an installation kept: the two pages of OAuth, /slack/install and /slack/oauth_redirect. */
import { type Installation as BoltInstallation, HTTPReceiver } from '@slack/bolt'
import type { InstallationStore } from './installations.js'
import { boltLogger, type Log } from './log.js'
import { linkScopes, scopes } from './manifest.js'
import type { NodeListener } from './node-request.js'

export interface OAuthOptions {
  clientId: string
  clientSecret: string
  stateSecret: string
  installations: InstallationStore
  /** Web API root; Slack's own page of consent stands beside it. */
  slackApiUrl: string
  clientOptions: object
  publicUrl: string | null
  /** READOUT_PUBLIC_URL: links to it are unfurled, which needs two scopes more. */
  pagesUrl: string | null
  now: () => Date
  log: Log
}

const wayBack = '/slack/oauth_redirect'

/** @throws from the listener for any other path. */
export function createOAuth(options: OAuthOptions): NodeListener {
  const { clientId, clientSecret, stateSecret, installations, slackApiUrl, clientOptions, publicUrl, pagesUrl, now, log } = options
  const receiver = new HTTPReceiver({
    clientId,
    clientSecret,
    stateSecret,
    // It takes no events: those need their own receiver, for Bolt lets an app with an installer not say whose token an event needs.
    signingSecret: 'unused',
    endpoints: [],
    logger: boltLogger(log) as never,
    scopes: [...Object.keys(scopes), ...(pagesUrl ? Object.keys(linkScopes) : [])],
    ...(publicUrl ? { redirectUri: new URL(wayBack, publicUrl).href } : {}),
    installationStore: {
      async storeInstallation(installation: BoltInstallation) {
        const team = installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id
        if (!team || !installation.bot) throw new Error('Slack gave no workspace or no bot token')
        const { token, id, userId } = installation.bot
        const row = {
          team,
          enterprise: installation.enterprise?.id ?? null,
          orgWide: installation.isEnterpriseInstall === true,
          botToken: token,
          botId: id,
          botUserId: userId,
          scopes: [...installation.bot.scopes],
        }
        await installations.save(row, now())
        log.info({ platform: 'slack', workspace: team }, 'the app was installed in a workspace')
      },
      fetchInstallation: () => Promise.reject(new Error('installations are looked up by authorize')),
    },
    installerOptions: {
      clientOptions: clientOptions as never,
      ...(publicUrl ? { redirectUriPath: wayBack } : {}),
      authorizationUrl: new URL('/oauth/v2/authorize', slackApiUrl).href,
      directInstall: true,
    },
  })
  return (request, response) => void receiver.requestListener(request, response)
}
