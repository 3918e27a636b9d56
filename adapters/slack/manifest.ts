/** The whole app as Slack creates it "from a manifest": what the code listens to and needs, in one place. */

/** Each scope and why it is needed; docs/slack.md tells the same. */
export const scopes = {
  'app_mentions:read': 'to see questions that mention the app',
  'channels:join': 'to post a digest into a public channel that asked for one, without an invitation',
  'channels:read': 'to see whether the app is in a channel, and that a public channel was archived',
  'chat:write': 'to answer and to post digests',
  commands: 'for /readout and the message shortcut',
  'files:write': 'to upload the picture of a timeline, and the source list as a file',
  'groups:read': 'the same as channels:read for private channels it was invited to',
  'im:history': 'to read questions in the conversation with the app',
  'im:write': 'to tell its own conversation with a person from one between people',
  'users:read': 'for time zone and language as defaults, and to know workspace admins',
} as const

/** Only where the pages of this Readout have a public address (READOUT_PUBLIC_URL). */
export const linkScopes = {
  'links:read': "to see links to this Readout's own pages, and no others",
  'links:write': 'to show below such a link what stands there',
} as const

/** Only where the app lives in Slack's agent container. */
export const agentScope = 'assistant:write'

/** Events that the app subscribes to; each has its listener in events.ts. */
export const events = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_id_changed',
  'channel_left',
  'channel_unarchive',
  'group_archive',
  'group_deleted',
  'group_left',
  'group_unarchive',
  'member_joined_channel',
  'message.im',
  'tokens_revoked',
  'user_change',
] as const

export const checkShortcut = 'check_message'

export interface ManifestWishes {
  /** HTTP mode: Slack posts to `publicUrl`. False: Socket Mode. */
  http: boolean
  /** Address of this Readout's own pages; null: none, so that no link is unfurled and nobody installs by OAuth. */
  publicUrl: string | null
  /** Slack's agent container, which needs a paid plan (docs.slack.dev: Developing agents). */
  agent: boolean
  /** Installed at once for all workspaces of an Enterprise organisation. */
  organisation: boolean
}

/** @throws when HTTP mode has no address. */
export function manifest({ http, publicUrl, agent, organisation }: ManifestWishes): Record<string, unknown> {
  if (http && !publicUrl) throw new Error('READOUT_PUBLIC_URL: missing. In HTTP mode Slack posts to it; set the https address of this Readout.')
  const address = (path: string): string => new URL(path, publicUrl ?? undefined).href
  const posted = http ? { request_url: address('/slack/events') } : {}
  const heard = [...events, ...(publicUrl ? ['link_shared'] : []), ...(organisation ? ['team_access_revoked'] : [])].sort()
  const asked = [...Object.keys(scopes), ...(publicUrl ? Object.keys(linkScopes) : []), ...(agent ? [agentScope] : [])].sort()
  return {
    display_information: {
      name: 'Readout',
      description: 'South Caucasus diplomacy: digests and answers, every sentence with its source',
      background_color: '#1f3a4d',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Readout', always_online: true },
      ...(agent
        ? {
            agent_view: {
              agent_description: 'Answers questions about South Caucasus diplomacy from what it has read, every sentence with its source.',
            },
          }
        : {}),
      shortcuts: [
        {
          // At most 24 characters: no room for the question mark.
          name: 'What is known about this',
          type: 'message',
          callback_id: checkShortcut,
          description: 'Looks up what Readout has read about a message',
        },
      ],
      slash_commands: [
        {
          command: '/readout',
          description: 'Digests and answers on South Caucasus diplomacy',
          usage_hint: 'latest peace treaty · ask … · digest · subscribe 8:30 · help',
          should_escape: true,
          ...(http ? { url: address('/slack/events') } : {}),
        },
      ],
      ...(publicUrl ? { unfurl_domains: [new URL(publicUrl).hostname] } : {}),
    },
    oauth_config: {
      ...(publicUrl ? { redirect_urls: [address('/slack/oauth_redirect')] } : {}),
      scopes: { bot: asked },
    },
    settings: {
      event_subscriptions: { ...posted, bot_events: heard },
      interactivity: { is_enabled: true, ...posted },
      org_deploy_enabled: organisation,
      socket_mode_enabled: !http,
      token_rotation_enabled: false,
    },
  }
}

/** Plain data → YAML, as far as a manifest needs it. */
export function yaml(value: unknown, indent = ''): string {
  if (Array.isArray(value)) return value.map((item) => `${indent}- ${yaml(item, `${indent}  `).trimStart()}`).join('')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, inner]) => {
        const name = /^[\w.-]+$/.test(key) ? key : JSON.stringify(key)
        return typeof inner === 'object' && inner !== null
          ? `${indent}${name}:\n${yaml(inner, `${indent}  `)}`
          : `${indent}${name}: ${JSON.stringify(inner)}\n`
      })
      .join('')
  return `${JSON.stringify(value)}\n`
}
