/** follow, unfollow, following: subjects of which a chat hears at once. */
import { z } from 'zod'
import { conjunction } from '../messages/format.js'
import type { Button } from '../messages/message.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { reply } from './reply-lines.js'

function subjectsOf(words: string, context: CommandContext, ports: CommandPorts): string[] {
  return [
    ...new Set(
      ports.lexicon
        .resolve(words, context.lang)
        .filter((concept) => concept.kind !== 'event')
        .map((concept) => concept.slug),
    ),
  ]
}

const suggestedTopics = ['peace-treaty', 'border', 'transport-links', 'detainees', 'mediation', 'energy'] as const

const follow: Command<string> = {
  name: 'follow',
  aliases: { ru: ['следить'], hy: ['հետևել'], az: ['izlə'], ka: ['გაყოლა'], tr: ['takip'] },
  who: 'manager',
  summary: 'command-follow',
  arguments: z.string().trim(),
  async run(words, context, ports) {
    const subjects = words ? subjectsOf(words, context, ports) : []
    if (subjects.length === 0) {
      const buttons = suggestedTopics.map(
        (topic): Button => ({ label: ports.lexicon.displayName(topic, context.lang), command: 'follow', argument: topic.replaceAll('-', ' ') }),
      )
      return reply([words ? context.say('follow-unknown', { words }) : context.say('follow-what')], context, { followed: [] }, buttons)
    }
    for (const subject of subjects) await ports.subscriptions.follow(context.chat.id, subject, context.now)
    const names = subjects.map((subject) => ports.lexicon.displayName(subject, context.lang))
    return reply([context.say('follow-done', { topics: conjunction(names, context.lang) }), context.say('follow-bounds')], context, {
      followed: subjects,
    })
  },
}

const unfollow: Command<string> = {
  name: 'unfollow',
  aliases: { ru: ['не-следить'], hy: ['չհետևել'], az: ['izləmə'], ka: ['არგაყოლა'], tr: ['takibi-bırak'] },
  who: 'manager',
  summary: 'command-unfollow',
  arguments: z.string().trim(),
  async run(words, context, ports) {
    const followed = await ports.subscriptions.following(context.chat.id)
    const named = new Set([...subjectsOf(words, context, ports), words])
    const chosen = /^(?:all|все|всё|բոլոր|hamısı|ყველა|hepsi)/iu.test(words) ? followed : followed.filter((one) => named.has(one.subject))
    if (chosen.length === 0) return followingList(followed, context, ports)
    for (const one of chosen) await ports.subscriptions.unfollow(context.chat.id, one.subject)
    const names = chosen.map((one) => ports.lexicon.displayName(one.subject, context.lang))
    return reply([context.say('unfollow-done', { topics: conjunction(names, context.lang) })], context, {
      unfollowed: chosen.map((one) => one.subject),
    })
  },
}

function followingList(followed: readonly { subject: string }[], context: CommandContext, ports: CommandPorts): Reply {
  if (followed.length === 0)
    return reply([context.say('following-none')], context, { following: [] }, [{ label: context.say('button-follow'), command: 'follow' }])
  const buttons = followed.map(
    ({ subject }): Button => ({
      label: context.say('button-unfollow', { topic: ports.lexicon.displayName(subject, context.lang) }),
      command: 'unfollow',
      argument: subject,
    }),
  )
  const names = followed.map(({ subject }) => ports.lexicon.displayName(subject, context.lang))
  return reply([context.say('following-list', { topics: names.join(', ') })], context, { following: followed.map((one) => one.subject) }, buttons)
}

const following: Command<string> = {
  name: 'following',
  aliases: { ru: ['слежу'], hy: ['հետևում-եմ'], az: ['izlədiklərim'], ka: ['მივყვები'], tr: ['takip-ettiklerim'] },
  who: 'anyone',
  summary: 'command-following',
  arguments: z.string(),
  run: async (_words, context, ports) => followingList(await ports.subscriptions.following(context.chat.id), context, ports),
}

export const followingCommands = [follow, unfollow, following]
