/** start, help: what this is in one line, today's two top stories at once, then what to press or type next. */
import { z } from 'zod'
import { sourceList } from '../messages/citations.js'
import { languageName } from '../messages/format.js'
import type { Block, Button, Message } from '../messages/message.js'
import { bold, italic, messageText, plain, typed } from '../messages/spans.js'
import { storyBlocks } from '../messages/story-message.js'
import { interfaceLanguages } from '../messages/words.js'
import type { Story } from '../stories/story.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { storiesSince, voiceOf } from './newest.js'

const dayMs = 86_400_000
const storiesShown = 2
const forReaders = [
  'latest',
  'ask',
  'digest',
  'topics',
  'timeline',
  'positions',
  'story',
  'cite',
  'calendar',
  'check',
  'report',
  'sources',
  'about',
  'forget',
]
const forManagers = ['subscribe', 'unsubscribe', 'settings', 'follow', 'following', 'unfollow', 'mute']
const forAdmins = [
  'addsource',
  'pausesource',
  'resumesource',
  'removesource',
  'retrysource',
  'movesource',
  'labelsource',
  'check-sources',
  'importsources',
  'exportsources',
  'stats',
  'weblogin',
  'audit',
  'outbox',
  'resend',
  'pausesending',
  'resumesending',
  'hide',
  'split',
  'merge',
  'retag',
  'undo',
  'lexicon',
  'admins',
  'promote',
  'demote',
  'allow',
  'invite',
]

/** Those told by most origins within a day; where they are too few, then those of the week. */
async function topStories(context: CommandContext, ports: CommandPorts): Promise<Story[]> {
  const top: Story[] = []
  for (const days of [1, 7]) {
    const found = await storiesSince(new Date(context.asOf.getTime() - days * dayMs), context, ports, { limit: 200 })
    const fresh = found.filter((story) => !top.some((one) => one.id === story.id))
    top.push(...fresh.sort((a, b) => b.origins - a.origins || b.lastAt.getTime() - a.lastAt.getTime() || a.id - b.id))
    if (top.length >= storiesShown) break
  }
  return top.slice(0, storiesShown)
}

function paragraph(text: string): Block {
  return { type: 'paragraph', spans: typed(text) }
}

function startButtons(stories: readonly Story[], context: CommandContext): Button[][] {
  const { say, chat } = context
  const own = stories.map(
    (story, index): Button => ({ label: say('button-story', { number: index + 1 }), command: 'story', argument: `s${story.id}` }),
  )
  const languages = interfaceLanguages
    .filter((code) => code !== context.lang)
    .map((code): Button => ({ label: languageName(code, code), command: 'settings', argument: `lang ${code}` }))
  return [
    own,
    [
      { label: say('button-daily', { time: '8:30' }), command: 'subscribe', argument: '8:30' },
      { label: say('button-topics'), command: 'topics' },
    ],
    [
      { label: say('button-latest'), command: 'latest' },
      { label: say('button-settings'), command: 'settings' },
    ],
    ...(chat.kind === 'private' ? [languages] : []),
  ].filter((row) => row.length > 0)
}

const start: Command<string> = {
  name: 'start',
  aliases: {},
  who: 'anyone',
  summary: 'command-start',
  arguments: z.string(),
  async run(_payload, context, ports) {
    const { say } = context
    const stories = await topStories(context, ports)
    const voice = voiceOf(context)
    const isAdmin = context.person.role !== 'reader'
    const top: Block[] =
      stories.length > 0
        ? [
            { type: 'break' },
            { type: 'heading', spans: [bold(say('start-top'))] },
            ...stories.flatMap((story, index) => storyBlocks(story, story.summary.slice(0, 1), ports.lexicon, voice, index + 1)),
            { type: 'break' },
            sourceList(voice),
            { type: 'break' },
          ]
        : [paragraph(say('nothing-read')), ...(isAdmin ? [paragraph(say('start-admin'))] : [])]
    const blocks: Block[] = [
      paragraph(say('help-line')),
      ...top,
      paragraph(say(context.chat.kind === 'private' ? 'start-ask-private' : 'start-ask-group')),
      { type: 'paragraph', spans: [plain(`${say('help-commands')}: `), { text: 'help', code: true }] },
    ]
    const message: Message = { blocks, buttons: startButtons(stories, context), lang: context.lang, stories: stories.map((story) => story.id) }
    return { messages: [message], data: { text: messageText(message) } }
  },
}

function commandList(names: readonly string[], context: CommandContext): Block {
  return {
    type: 'list',
    ordered: false,
    items: names.map((name) => [{ text: name, code: true as const }, plain(` – ${context.say(`command-${name}`)}`)]),
  }
}

const help: Command<string> = {
  name: 'help',
  aliases: { ru: ['помощь'], hy: ['օգնություն'], az: ['kömək'], ka: ['დახმარება'], tr: ['yardım'] },
  who: 'anyone',
  summary: 'command-help',
  arguments: z.string(),
  async run(_words, context): Promise<Reply> {
    const { say } = context
    const isAdmin = context.person.role !== 'reader'
    const blocks: Block[] = [
      paragraph(say('help-line')),
      paragraph(say(context.chat.kind === 'private' ? 'start-ask-private' : 'start-ask-group')),
      { type: 'break' },
      commandList(forReaders, context),
      { type: 'break' },
      { type: 'paragraph', spans: [italic(say('help-own'))] },
      commandList(forManagers, context),
      ...(isAdmin
        ? [{ type: 'break' as const }, { type: 'fold' as const, title: [plain(say('help-admins'))], blocks: [commandList(forAdmins, context)] }]
        : []),
    ]
    const message: Message = { blocks, buttons: startButtons([], context), lang: context.lang }
    return { messages: [message], data: { text: messageText(message) } }
  },
}

export const startingCommands = [start, help]
