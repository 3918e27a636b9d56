/** subscribe, unsubscribe, settings: what a chat chose for itself, read back in words. */
import { z } from 'zod'
import type { Language } from '../lexicon/lexicon.js'
import { conjunction, languageName } from '../messages/format.js'
import type { Button } from '../messages/message.js'
import { interfaceLanguage, words as wordsOf } from '../messages/words.js'
import { parseSubscription } from '../subscribers/parse-subscription.js'
import { nextDue, nextSlot, type Schedule } from '../subscribers/schedule.js'
import { type Choice, type Subscription, wholeChoice } from '../subscribers/subscription.js'
import type { Command, CommandContext, CommandPorts } from './command.js'
import { recordForGroup } from './recording.js'
import { reply } from './reply-lines.js'
import { panelButtons, panelNamed, panelOf, toggled } from './settings-panels.js'

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const defaultTime = '08:30'
const mostSubscriptions = 10

function weekdayNames(days: readonly number[], lang: Language): string {
  // 1 January 2024 was a Monday.
  const name = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' })
  return conjunction(
    days.map((day) => name.format(Date.UTC(2024, 0, day))),
    lang,
  )
}

function daysText(days: readonly number[], context: CommandContext): string {
  if (days.length === 7) return context.say('days-every')
  if (days.join() === '1,2,3,4,5') return context.say('days-weekdays')
  return weekdayNames(days, context.lang)
}

function slotText(slot: Date, zone: string, lang: Language): string {
  const text = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(slot)
  // CLDR's Azerbaijani joins day and time with a slash.
  return text.replace(/\/(?=\d\d:)/, ', ')
}

/** The next two times, in words of the reader. */
function nextTwo(schedule: Schedule, context: CommandContext): string {
  const first = nextSlot(schedule, context.now)
  const second = first && nextSlot(schedule, first)
  const slots = [first, second].flatMap((slot) => (slot ? [slotText(slot, schedule.zone, context.lang)] : []))
  return context.say('subscription-next', { times: slots.join('; ') })
}

/** One subscription in words: when, where, what, how. */
async function readBack(subscription: Schedule & { choice: Choice }, context: CommandContext, ports: CommandPorts): Promise<string> {
  const { choice } = subscription
  const sources = choice.mutedSources.length > 0 ? await ports.sources.list() : []
  const sourceName = (id: number): string => sources.find((source) => source.id === id)?.name ?? String(id)
  const names = (slugs: readonly string[]): string =>
    conjunction(
      slugs.map((slug) => ports.lexicon.displayName(slug, context.lang)),
      context.lang,
    )
  const languagesText = (key: string, codes: readonly Language[]): string[] =>
    codes.length > 0 ? [context.say(key, { languages: codes.map((code) => languageName(code, context.lang)).join(', ') })] : []
  const when = context.say('subscription-when', {
    days: daysText(subscription.weekdays, context),
    times: conjunction(subscription.times, context.lang),
    zone: subscription.zone,
  })
  const parts = [
    when,
    choice.concepts.length > 0 ? context.say('subscription-topics', { topics: names(choice.concepts) }) : context.say('subscription-all'),
    ...(choice.mutedConcepts.length + choice.mutedSources.length > 0
      ? [
          context.say('subscription-muted', {
            topics: [
              ...choice.mutedConcepts.map((slug) => ports.lexicon.displayName(slug, context.lang)),
              ...choice.mutedSources.map(sourceName),
            ].join(', '),
          }),
        ]
      : []),
    ...languagesText('subscription-muted-languages', choice.mutedLanguages),
    ...languagesText('subscription-only-languages', choice.onlyLanguages),
    ...languagesText('subscription-languages', choice.languagesRead),
    context.say(`subscription-${choice.length}`),
    ...(choice.quiet ? [context.say('subscription-quiet', { from: choice.quiet.from, to: choice.quiet.to })] : []),
    ...(choice.skipQuietDays ? [context.say('subscription-skip-quiet')] : []),
  ]
  return parts.join(' · ')
}

async function mutedSources(wanted: readonly string[], ports: CommandPorts): Promise<{ ids: number[]; unknown: string[] }> {
  const ids: number[] = []
  const unknown: string[] = []
  for (const name of wanted) {
    const found = await ports.sources.find(name)
    if (found[0]) ids.push(...found.map((source) => source.id))
    else unknown.push(name)
  }
  return { ids, unknown }
}

function sameConcepts(a: Choice, b: Choice): boolean {
  return [...a.concepts].sort().join() === [...b.concepts].sort().join()
}

const subscribe: Command<string> = {
  name: 'subscribe',
  aliases: { ru: ['подписаться'], hy: ['բաժանորդագրվել'], az: ['abunə'], ka: ['გამოწერა'], tr: ['abone'] },
  who: 'manager',
  summary: 'command-subscribe',
  arguments: z.string(),
  async run(line, context, ports) {
    const parsed = parseSubscription(line, ports.lexicon, context.lang)
    const muted = await mutedSources(parsed.mutedWords, ports)
    const unknown = [...parsed.unknown, ...muted.unknown]
    const zoneGuessed = parsed.zone === null && context.chat.settings.zone === null
    const choice: Choice = {
      ...wholeChoice,
      concepts: parsed.concepts,
      mutedConcepts: parsed.mutedConcepts,
      mutedSources: muted.ids,
      mutedLanguages: parsed.mutedLanguages,
      onlyLanguages: parsed.onlyLanguages,
      length: parsed.length ?? 'short',
      languagesRead: parsed.languagesRead,
      lang: parsed.lang ?? context.lang,
      skipQuietDays: parsed.skipQuietDays,
      quiet: parsed.quiet,
    }
    const schedule: Schedule = {
      times: parsed.times.length > 0 ? parsed.times : [defaultTime],
      weekdays: parsed.weekdays.length > 0 ? parsed.weekdays : everyDay,
      zone: parsed.zone ?? context.zone,
    }
    const existing = await ports.subscriptions.ofChat(context.chat.id)
    const same = existing.find((one) => sameConcepts(one.choice, choice))
    if (!same && existing.length >= mostSubscriptions)
      return reply([context.say('subscription-too-many', { count: mostSubscriptions })], context, { subscribed: null }, [
        { label: context.say('button-settings'), command: 'settings' },
      ])
    const kept: Choice = same ? { ...choice, draft: same.choice.draft, above: same.choice.above, signature: same.choice.signature } : choice
    const nextAt = nextDue({ ...schedule, choice: kept }, context.now)
    if (same) await ports.subscriptions.change(same.id, { ...schedule, choice: kept, nextAt })
    else await ports.subscriptions.add({ ...schedule, chatId: context.chat.id, choice: kept, nextAt }, context.person.id, context.now)
    await recordForGroup('subscribe', schedule, context, ports)
    if (parsed.zone && context.chat.settings.zone !== parsed.zone)
      await ports.chats.saveSettings(context.chat.id, { ...context.chat.settings, zone: parsed.zone })
    // A language asked for here is the one that answers.
    const speaking = { ...context, lang: choice.lang ?? context.lang, say: wordsOf(interfaceLanguage(choice.lang ?? context.lang)) }
    const lines = [
      speaking.say(same ? 'subscription-changed' : 'subscription-made'),
      await readBack({ ...schedule, choice: kept }, speaking, ports),
      nextTwo(schedule, speaking),
      ...(zoneGuessed ? [speaking.say('subscription-zone-guessed', { zone: schedule.zone })] : []),
      ...(unknown.length > 0 ? [speaking.say('subscription-unknown', { words: unknown.map((one) => `“${one}”`).join(', ') })] : []),
    ]
    return reply(lines, speaking, { ...schedule, choice: kept, nextAt: nextAt?.toISOString() ?? null, unknown }, [
      { label: speaking.say('button-digest-now'), command: 'digest' },
      { label: speaking.say('button-settings'), command: 'settings' },
    ])
  },
}

const unsubscribe: Command<string> = {
  name: 'unsubscribe',
  aliases: { ru: ['отписаться'], hy: ['ապաբաժանորդագրվել'], az: ['abunəni-ləğv'], ka: ['გაუქმება'], tr: ['abonelikten-çık'] },
  who: 'manager',
  summary: 'command-unsubscribe',
  arguments: z.string().trim(),
  async run(words, context, ports) {
    const all = await ports.subscriptions.ofChat(context.chat.id)
    if (all.length === 0) return reply([context.say('subscription-none')], context, { ended: [] }, [subscribeButton(context)])
    const number = /^\d+$/.test(words) ? Number(words) : null
    const chosen =
      number !== null ? all.slice(number - 1, number) : all.length === 1 || /^(?:all|все|всё|բոլոր|hamısı|ყველა|hepsi)/iu.test(words) ? all : []
    if (chosen.length === 0) {
      const lines = await Promise.all(all.map(async (one, index) => `${index + 1}. ${await readBack(one, context, ports)}`))
      const buttons = all.map(
        (_, index): Button => ({ label: context.say('button-end', { number: index + 1 }), command: 'unsubscribe', argument: String(index + 1) }),
      )
      return reply([context.say('unsubscribe-which'), ...lines], context, { ended: [] }, [
        ...buttons,
        { label: context.say('button-end-all'), command: 'unsubscribe', argument: 'all' },
      ])
    }
    for (const one of chosen) await ports.subscriptions.end(one.id, 'unsubscribed', context.now)
    await recordForGroup('unsubscribe', { subscriptions: chosen.map((one) => one.id) }, context, ports)
    return reply([context.say('subscription-ended', { count: chosen.length })], context, { ended: chosen.map((one) => one.id) }, [
      subscribeButton(context),
    ])
  },
}

function subscribeButton(context: CommandContext): Button {
  return { label: context.say('button-daily', { time: '8:30' }), command: 'subscribe', argument: '8:30' }
}

/** `settings lang ru`, `settings zone Asia/Yerevan`, `settings read hy, ru`: the same words as in `subscribe`. */
const settings: Command<string> = {
  name: 'settings',
  aliases: { ru: ['настройки'], hy: ['կարգավորումներ'], az: ['parametrlər'], ka: ['პარამეტრები'], tr: ['ayarlar'] },
  who: 'manager',
  summary: 'command-settings',
  arguments: z.string().trim(),
  async run(words, context, ports) {
    let { settings: now } = context.chat
    const before = await ports.subscriptions.ofChat(context.chat.id)
    const panel = panelNamed(words) ?? (toggled(words) ? 'topics' : null)
    const change = changeOf(words, context, ports)
    if (change && before.length === 0 && !toggled(words)) return subscribe.run(words, context, ports)
    if (change) await adjust(before, change, context, ports)
    if (panel) {
      const { line, buttons } = panelOf(panel, await ports.subscriptions.ofChat(context.chat.id), context, ports)
      return reply([line], context, { panel }, buttons)
    }
    const parsed = parseSubscription(words.replace(/^zone\s+/i, 'zone: '), ports.lexicon, context.lang)
    const zone = parsed.zone ?? null
    if (zone || parsed.lang || parsed.languagesRead.length > 0) {
      now = {
        lang: parsed.lang ?? now.lang,
        zone: zone ?? now.zone,
        languagesRead: parsed.languagesRead.length > 0 ? parsed.languagesRead : now.languagesRead,
      }
      await ports.chats.saveSettings(context.chat.id, now)
      await carryOver(
        await ports.subscriptions.ofChat(context.chat.id),
        { zone, lang: parsed.lang, languagesRead: parsed.languagesRead },
        context,
        ports,
      )
    }
    const lang = now.lang ?? context.lang
    const speaking = { ...context, lang, say: wordsOf(lang) }
    const all = await ports.subscriptions.ofChat(context.chat.id)
    const read = now.languagesRead.length > 0 ? now.languagesRead : context.languagesRead
    const lines = [
      speaking.say('settings-chat', {
        language: languageName(lang, lang),
        zone: now.zone ?? context.zone,
        read: read.map((code) => languageName(code, lang)).join(', '),
      }),
      ...(all.length > 0
        ? await Promise.all(all.map(async (one, index) => `${index + 1}. ${await readBack(one, speaking, ports)} · ${nextTwo(one, speaking)}`))
        : [speaking.say('subscription-none')]),
      speaking.say('settings-how'),
    ]
    return reply(lines, speaking, { settings: now, subscriptions: all.map(subscriptionJson) }, [
      ...panelButtons(speaking),
      ...(all.length === 0
        ? [subscribeButton(speaking)]
        : [
            { label: speaking.say('button-digest-now'), command: 'digest' },
            { label: speaking.say('button-unsubscribe'), command: 'unsubscribe' },
          ]),
    ])
  },
}

/** What of the first subscription is to change; null: nothing that a subscription holds. */
function changeOf(words: string, context: CommandContext, ports: CommandPorts): ((one: Subscription) => Subscription) | null {
  const topic = toggled(words)
  if (topic)
    return (one) => {
      const concepts = one.choice.concepts.includes(topic) ? one.choice.concepts.filter((slug) => slug !== topic) : [...one.choice.concepts, topic]
      return { ...one, choice: { ...one.choice, concepts } }
    }
  if (panelNamed(words)) return null
  const quietOff = /^quiet\s+(?:off|none|no)$/i.test(words)
  const { times, weekdays, length, quiet, concepts } = parseSubscription(words.replace(/^zone\s+/i, 'zone: '), ports.lexicon, context.lang)
  if (times.length + weekdays.length + concepts.length === 0 && !length && !quiet && !quietOff) return null
  return (one) => ({
    ...one,
    times: times.length > 0 ? times : one.times,
    weekdays: weekdays.length > 0 ? weekdays : one.weekdays,
    choice: {
      ...one.choice,
      length: length ?? one.choice.length,
      quiet: quietOff ? null : (quiet ?? one.choice.quiet),
      concepts: concepts.length > 0 ? concepts : one.choice.concepts,
    },
  })
}

async function adjust(
  all: readonly Subscription[],
  change: (one: Subscription) => Subscription,
  context: CommandContext,
  ports: CommandPorts,
): Promise<void> {
  const [first] = all
  if (!first) return
  const changed = change(first)
  await ports.subscriptions.change(first.id, { ...changed, nextAt: nextDue(changed, context.now) })
}

/** A chat that moves to another zone or language takes its subscriptions with it. */
async function carryOver(
  all: readonly Subscription[],
  to: { zone: string | null; lang: Language | null; languagesRead: Language[] },
  context: CommandContext,
  ports: CommandPorts,
): Promise<void> {
  for (const one of all) {
    const zone = to.zone ?? one.zone
    const choice = { ...one.choice, lang: to.lang ?? one.choice.lang, ...(to.languagesRead.length > 0 ? { languagesRead: to.languagesRead } : {}) }
    await ports.subscriptions.change(one.id, { ...one, zone, choice, nextAt: nextDue({ ...one, zone, choice }, context.now) })
  }
}

function subscriptionJson(one: Subscription): Record<string, unknown> {
  return { id: one.id, times: one.times, weekdays: one.weekdays, zone: one.zone, choice: one.choice, nextAt: one.nextAt?.toISOString() ?? null }
}

export const subscribingCommands = [subscribe, unsubscribe, settings]
