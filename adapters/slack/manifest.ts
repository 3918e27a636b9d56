/** The whole app as Slack creates it "from a manifest": what the code listens to and needs, in one place. */

/** Each scope and why it is needed; docs/slack.md tells the same. */
export const scopes = {
  'app_mentions:read': 'to see questions that mention the app',
  'channels:join': 'to post a digest into a public channel that asked for one, without an invitation',
  'channels:read': 'to see whether the app is in a channel, and that a public channel was archived',
  'chat:write': 'to answer and to post digests',
  commands: 'for /readout and the message shortcut',
  'files:write': 'to upload the picture of a timeline',
  'groups:read': 'the same as channels:read for private channels it was invited to',
  'im:history': 'to read questions in the conversation with the app',
  'im:write': 'to tell its own conversation with a person from one between people',
  'users:read': 'for time zone and language as defaults, and to know workspace admins',
} as const

/** Events that the app subscribes to; each has its listener in updates.ts. */
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

/** `publicUrl`: for HTTP mode; null: Socket Mode. */
export function manifest(publicUrl: string | null): Record<string, unknown> {
  const address = (path: string): string => new URL(path, publicUrl ?? 'https://example.org').href
  const events_ = publicUrl ? { request_url: address('/slack/events'), bot_events: [...events] } : { bot_events: [...events] }
  return {
    display_information: {
      name: 'Readout',
      description: 'South Caucasus diplomacy: digests and answers, every sentence with its source',
      background_color: '#1f3a4d',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Readout', always_online: true },
      shortcuts: [
        {
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
          ...(publicUrl ? { url: address('/slack/events') } : {}),
        },
      ],
    },
    oauth_config: {
      ...(publicUrl ? { redirect_urls: [address('/slack/oauth_redirect')] } : {}),
      scopes: { bot: Object.keys(scopes) },
    },
    settings: {
      event_subscriptions: events_,
      interactivity: { is_enabled: true, ...(publicUrl ? { request_url: address('/slack/events') } : {}) },
      org_deploy_enabled: false,
      socket_mode_enabled: publicUrl === null,
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
