/** Subscriptions that are due → their editions, decided and written into the outbox with their parts; each slot once. */
import type { Language } from '../src/lexicon/lexicon.js'
import type { Log } from '../src/log.js'
import type { Block, Button } from '../src/messages/message.js'
import { plain } from '../src/messages/spans.js'
import { interfaceLanguage, words } from '../src/messages/words.js'
import type { Platform } from '../src/platform.js'
import type { Chat } from '../src/subscribers/chat.js'
import { isQuiet, newestSlot, nextDue, nextSlot, quietEnd } from '../src/subscribers/schedule.js'
import type { Choice, Subscription } from '../src/subscribers/subscription.js'
import { type DraftContent, draftKey, draftParts } from './drafts.js'
import { composeFrom, createTold, type Edition, type EditionRequest, type LateReason, lateReadMs, quotedArticles, type Told } from './edition.js'
import { editionItems } from './edition-message.js'
import type { DecidedEdition, DuePlace, DueSubscription, Editions, Unmentioned } from './editions.js'
import type { Carried, NewDelivery } from './outbox.js'
import type { LeasePort } from './sender.js'
import { blockKey, type Item, placedStories, type SharedBlock, type StoredPart, storedBlocks, storedParts } from './shared-blocks.js'
import { type EditionPorts, readSnapshot, type Snapshot } from './snapshot.js'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** A slot that was missed longer ago than this is let go. */
const catchUpMs = 12 * hourMs
/** Later than this is late, and says so. */
const punctualMs = 5 * minuteMs
/** Two subscriptions of one chat due so near to each other make one edition. */
const togetherMs = 5 * minuteMs
/** Editions remembered within a tick for others that are equal. */
const sharedEditions = 4_000
const longestPeriodMs = 8 * dayMs
const leaseName = 'planner'

export interface PlannerOptions extends EditionPorts {
  editions: Editions
  leases: LeasePort
  /** What can be sent to, by platform name. */
  platforms: ReadonlyMap<string, Pick<Platform, 'sender' | 'split'>>
  /** Our own id → the chat: who sees drafts. */
  chatById(id: number): Promise<Chat | null>
  owner: string
  /** Zone of chats that have none. */
  zone: string
  log: Log
  /** Subscriptions decided in one transaction. */
  batch?: number
  /** When this process began: a slot before that was missed because nothing ran. */
  startedAt?: Date
  /** How long the lease of planning lasts without being renewed, in ms. */
  leaseMs?: number
}

export interface Planner {
  /** Decides every slot ≤ now. Gives how many editions were made; 0 while another process plans. */
  planDue(now: Date): Promise<number>
}

/** How one chat's edition is to be made. */
interface Task {
  lead: DueSubscription
  slot: Date
  late: LateReason | null
  /** Now; for a late one not before its quiet hours end. */
  sendAt: Date
  /** Others of the chat that this edition tells too. */
  merged: (Subscription & { nextAt: Date })[]
  choice: Choice
}

interface Memory {
  told: Told
  rendered: Map<string, SharedBlock>
  /** Keys of shared blocks that were written in this run. */
  kept: Set<string>
  /** Editions made for a choice and a state of knowledge; chats that share both share them. */
  parts: Map<string, Made>
}

interface Made {
  parts: { part: StoredPart; carried: Carried[] }[]
  shared: SharedBlock[]
  content: unknown
  isQuiet: boolean
  /** The same as a draft: one message, before it is split. */
  draft: Pick<DraftContent, 'blocks' | 'shown' | 'lang' | 'preview' | 'carried'>
}

export function createPlanner(options: PlannerOptions): Planner {
  const { editions, leases, platforms, owner, log, lexicon } = options
  const batch = options.batch ?? 1_000
  const leaseMs = options.leaseMs ?? 15_000

  async function planDue(now: Date): Promise<number> {
    if ((await leases.take(leaseName, owner, { now, ms: leaseMs })) === null) return 0
    const memory: Memory = { told: createTold(), rendered: new Map(), kept: new Set(), parts: new Map() }
    let snapshot: Snapshot | null = null
    let total = 0
    // While one batch is being written the next is composed; a batch that shares a chat with it waits.
    let writing: { chats: ReadonlySet<number>; shared: readonly SharedBlock[]; saved: Promise<number> } | null = null
    const written = async (): Promise<void> => {
      const batchWritten = writing
      writing = null
      if (!batchWritten) return
      total += await batchWritten.saved
      for (const block of batchWritten.shared) memory.kept.add(blockKey(block))
    }
    for (;;) {
      const before = total
      let after: DuePlace | null = null
      for (;;) {
        const due: DueSubscription[] = await editions.due(now, { platforms: [...platforms.keys()], limit: batch, after })
        const last = due.at(-1)
        if (!last) break
        after = { nextAt: last.subscription.nextAt, id: last.subscription.id }
        const chats = new Set(due.map((one) => one.chat.id))
        if (writing && [...chats].some((chat) => writing?.chats.has(chat))) await written()
        const { tasks, missed } = await tasksOf(due, now)
        const from = new Date(Math.min(now.getTime() - dayMs, ...tasks.map((task) => periodStart(task, now).getTime())) - lateReadMs)
        if (tasks.length > 0 && (!snapshot || snapshot.from > from)) {
          snapshot = await readSnapshot({ from, asOf: now }, options)
          memory.parts.clear()
          memory.told = createTold()
          memory.rendered.clear()
        }
        const made = snapshot ? await decide(tasks, snapshot, memory, now) : { decided: [], shared: [], mentioned: [] }
        await written()
        const saved = editions.save([...missed, ...made.decided], {
          shared: made.shared.filter((block) => !memory.kept.has(blockKey(block))),
          mentioned: made.mentioned,
          now,
        })
        // It is awaited in its turn; until then a failure is not forgotten, only not yet heard.
        saved.catch(() => {})
        writing = { chats, shared: made.shared, saved }
        if ((await leases.take(leaseName, owner, { now: new Date(), ms: leaseMs })) === null) break
      }
      await written()
      // Nothing moved: all is decided, or another process is faster.
      if (total === before) break
    }
    if (total > 0) log.info({ editions: total }, 'editions planned')
    return total
  }

  /** One task for each chat; slots that are too old are decided at once. */
  async function tasksOf(due: readonly DueSubscription[], now: Date): Promise<{ tasks: Task[]; missed: DecidedEdition[] }> {
    const chats = [...new Set(due.map((one) => one.chat.id))]
    const companions = await editions.ofChats(chats, new Date(now.getTime() + togetherMs))
    const byChat = new Map<number, (Subscription & { nextAt: Date })[]>()
    for (const companion of companions) byChat.set(companion.chatId, [...(byChat.get(companion.chatId) ?? []), companion])
    const tasks: Task[] = []
    const missed: DecidedEdition[] = []
    const done = new Set<number>()
    for (const lead of due) {
      if (done.has(lead.chat.id)) continue
      const ahead = aheadMs(lead.subscription)
      const first = new Date(lead.subscription.nextAt.getTime() + ahead)
      const slot = newestSlot(lead.subscription, first, new Date(now.getTime() + ahead), catchUpMs) ?? first
      const lateMs = now.getTime() - slot.getTime()
      const next = nextSlot(lead.subscription, now)
      const sendAt = lateMs > punctualMs ? quietEnd(now, lead.subscription.zone, lead.subscription.choice.quiet) : now
      if (lateMs > catchUpMs || (lateMs > punctualMs && next && next.getTime() - sendAt.getTime() <= hourMs)) {
        missed.push(
          decided(lead.subscription, slot, now, 'missed', lateMs > catchUpMs ? 'longer ago than 12 hours' : 'the next is due within an hour'),
        )
        continue
      }
      done.add(lead.chat.id)
      const merged = (byChat.get(lead.chat.id) ?? []).filter(
        (other) =>
          other.id !== lead.subscription.id &&
          other.choice.draft === null &&
          lead.subscription.choice.draft === null &&
          Math.abs(other.nextAt.getTime() - slot.getTime()) <= togetherMs,
      )
      const choice = merged.reduce((all, other) => together(all, other.choice), lead.subscription.choice)
      tasks.push({
        lead,
        slot,
        late: lateMs > punctualMs ? (options.startedAt && slot > options.startedAt ? 'was-busy' : 'was-down') : null,
        sendAt: lateMs > punctualMs ? quietEnd(now, lead.subscription.zone, choice.quiet) : now,
        merged,
        choice,
      })
    }
    return { tasks, missed }
  }

  async function decide(
    tasks: readonly Task[],
    snapshot: Snapshot,
    memory: Memory,
    now: Date,
  ): Promise<{ decided: DecidedEdition[]; shared: SharedBlock[]; mentioned: number[] }> {
    const chats = tasks.map((task) => task.lead.chat.id)
    const [seen, unmentioned] = [await editions.seen(chats), await editions.unmentioned(chats)]
    const lost = new Map<number, Unmentioned[]>()
    for (const one of unmentioned) lost.set(one.chatId, [...(lost.get(one.chatId) ?? []), one])
    const managers = await managersOf(tasks)
    const shared = new Map<string, SharedBlock>()
    const result: DecidedEdition[] = []
    const mentioned: number[] = []
    for (const task of tasks) {
      const { subscription, chat } = task.lead
      const losses = lost.get(chat.id) ?? []
      const made = makeEdition(task, { snapshot, memory, seen: seen.get(chat.id) ?? new Map(), losses, now })
      for (const other of task.merged)
        result.push(decided(other, other.nextAt, later(other.nextAt, now), 'merged', `told in the edition of subscription ${subscription.id}`))
      if (made.isQuiet && task.choice.skipQuietDays && losses.length === 0) {
        result.push({ ...decided(subscription, task.slot, now, 'quiet', null), tells: true })
        continue
      }
      for (const block of made.shared) shared.set(blockKey(block), block)
      mentioned.push(...losses.map((loss) => loss.delivery))
      const manager = task.choice.draft && made.draft ? managers.get(task.choice.draft.managerChat) : undefined
      const forManager = manager && platforms.get(manager.address.platform)
      if (task.choice.draft && made.draft && manager && forManager) {
        const content: DraftContent = {
          ...made.draft,
          managerChat: manager.id,
          unanswered: task.choice.draft.unanswered,
          until: task.slot.toISOString(),
        }
        result.push({
          ...decided(subscription, task.slot, now, 'draft', null),
          content,
          tells: true,
          deliveries: draftDeliveries(task, content, { made, manager, platform: forManager, now }),
        })
        continue
      }
      result.push({
        ...decided(subscription, task.slot, now, 'planned', task.late),
        content: made.content,
        tells: true,
        deliveries: deliveriesOf(task, made),
      })
    }
    return { decided: result, shared: [...shared.values()], mentioned }
  }

  /** Private chats of managers who see the edition first. */
  async function managersOf(tasks: readonly Task[]): Promise<Map<number, Chat>> {
    const found = new Map<number, Chat>()
    for (const { choice } of tasks) {
      if (!choice.draft || found.has(choice.draft.managerChat)) continue
      const chat = await options.chatById(choice.draft.managerChat)
      if (chat) found.set(chat.id, chat)
    }
    return found
  }

  function draftDeliveries(
    task: Task,
    content: DraftContent,
    { made, manager, platform, now }: { made: Made; manager: Chat; platform: Pick<Platform, 'sender' | 'split'>; now: Date },
  ): NewDelivery[] {
    const { subscription } = task.lead
    const blocks = new Map(made.shared.map((shared) => [blockKey(shared), shared.blocks]))
    const parts = draftParts(content, draftKey(subscription.id, task.slot), { kept: (key) => blocks.get(key), split: platform.split })
    return parts.map((message, part) => ({
      key: `draft:${subscription.id}:${task.slot.toISOString()}:${part}`,
      platform: manager.address.platform,
      sender: platform.sender,
      chatId: manager.id,
      part,
      kind: 'draft',
      message,
      silent: false,
      carried: [],
      notBefore: now,
    }))
  }

  function deliveriesOf(task: Task, made: Made): NewDelivery[] {
    const { subscription, chat } = task.lead
    const platform = platforms.get(chat.address.platform)
    if (!platform) return []
    const silent = isQuiet(task.sendAt, subscription.zone, task.choice.quiet)
    return made.parts.map(({ part, carried }, index) => ({
      key: `${subscription.id}:${task.slot.toISOString()}:${index}`,
      platform: chat.address.platform,
      sender: platform.sender,
      chatId: chat.id,
      part: index,
      kind: 'edition',
      message: part,
      silent,
      carried,
      notBefore: task.sendAt,
    }))
  }

  function makeEdition(
    task: Task,
    given: { snapshot: Snapshot; memory: Memory; seen: ReadonlyMap<number, number>; losses: readonly Unmentioned[]; now: Date },
  ): Made {
    const { snapshot, memory, now } = given
    const { subscription, chat } = task.lead
    const lang: Language = task.choice.lang ?? chat.settings.lang ?? interfaceLanguage(null)
    const read = task.choice.languagesRead.length > 0 ? task.choice.languagesRead : chat.settings.languagesRead
    const known = new Map(
      snapshot.stories.flatMap(({ story }) => (given.seen.has(story.id) ? [[story.id, given.seen.get(story.id) ?? 0] as const] : [])),
    )
    const request: EditionRequest = {
      from: periodStart(task, now),
      to: now,
      asOf: now,
      lang,
      zone: subscription.zone,
      languagesRead: read.length > 0 ? read : [...new Set<Language>([lang, 'en'])],
      choice: task.choice,
      seen: known,
      alsoReadLate: subscription.lastSlot !== null,
      late: task.late && { why: task.late, at: task.sendAt },
      forChannel: chat.kind === 'channel',
    }
    const key = JSON.stringify([
      chat.address.platform,
      request.forChannel,
      request.from,
      request.alsoReadLate,
      lang,
      request.zone,
      request.languagesRead,
      task.choice,
      request.late,
      [...known],
    ])
    const shareable = given.losses.length === 0
    const before = shareable ? memory.parts.get(key) : undefined
    if (before) return before
    const edition = composeFrom(snapshot, request, lexicon, memory.told)
    const made = render(edition, chat.address.platform, memory, given.losses)
    if (shareable && memory.parts.size < sharedEditions) memory.parts.set(key, made)
    return made
  }

  function render(edition: Edition, platformName: string, memory: Memory, losses: readonly Unmentioned[]): Made {
    const { request } = edition
    // A channel's edition carries no personal buttons.
    const personal = !request.forChannel
    const say = words(request.lang)
    const { items, frame } = editionItems(edition, { lexicon, say, rendered: memory.rendered })
    const notices = losses.filter((loss) => loss.edition !== null)
    const notice: Block[] = notices.map((loss) => ({
      type: 'context',
      spans: [plain(say('digest-maybe-missing', { time: clock(loss.slot ?? request.from, request) }))],
    }))
    const buttons = notices.slice(0, 3).map((loss) => [
      {
        label: say('digest-show-missing', { time: clock(loss.slot ?? request.from, request) }),
        command: 'digest',
        argument: `edition ${loss.edition}`,
      },
    ])
    const split = platforms.get(platformName)?.split ?? ((message) => [message])
    const all: Item[] = [...notice, ...items]
    const told = new Map([...edition.stories, ...edition.also].map((one) => [one.story.id, one]))
    const parts = storedParts(all, { ...frame, buttons: personal ? [...buttons, ...storyButtons(frame.stories ?? [])] : [] }, split).map(
      ({ part, refs }, index) => ({
        part,
        carried: [
          ...refs.map((ref): Carried => {
            const shown = told.get(ref.story)
            return { story: ref.story, seq: shown?.seq ?? 0, articles: shown ? quotedArticles(shown) : [] }
          }),
          ...(index === 0 ? edition.corrected.map(({ story, seq }) => ({ story: story.id, seq, articles: [] })) : []),
        ],
      }),
    )
    return {
      parts,
      shared: placedStories(items).map(({ shared }) => shared),
      draft: {
        blocks: storedBlocks(all),
        shown: edition.stories.length,
        lang: request.lang,
        preview: frame.preview ?? null,
        carried: parts.flatMap((part) => part.carried),
      },
      isQuiet: edition.stories.length === 0 && edition.corrected.length === 0,
      content: {
        from: request.from.toISOString(),
        to: request.to.toISOString(),
        stories: edition.stories.map(({ story }) => story.id),
        also: edition.also.map(({ story }) => story.id),
        readUntil: edition.readUntil?.toISOString() ?? null,
      },
    }
  }

  return { planDue }
}

function clock(instant: Date, request: EditionRequest): string {
  return new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', timeZone: request.zone }).format(instant)
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b
}

/** Numbers that open the stories, five a row. */
function storyButtons(stories: readonly number[]): Button[][] {
  const buttons = stories.map((story, index): Button => ({ label: String(index + 1), command: 'story', argument: `s${story}` }))
  return Array.from({ length: Math.ceil(buttons.length / 5) }, (_, row) => buttons.slice(row * 5, row * 5 + 5))
}

/** How long before its slot an edition is made: by the minutes of its draft. */
function aheadMs(subscription: Pick<Subscription, 'choice'>): number {
  return (subscription.choice.draft?.minutes ?? 0) * minuteMs
}

/** A decision with nothing to send; the subscription goes on to its next slot after `after`. */
function decided(
  subscription: Subscription & { nextAt: Date },
  slot: Date,
  after: Date,
  state: DecidedEdition['state'],
  reason: string | null,
): DecidedEdition {
  return {
    subscriptionId: subscription.id,
    chatId: subscription.chatId,
    slot,
    state,
    reason,
    content: null,
    deliveries: [],
    nextAt: nextDue(subscription, later(new Date(slot.getTime() - aheadMs(subscription)), after)),
    expectedNextAt: subscription.nextAt,
    tells: state === 'merged',
  }
}

/** Where the last edition ended; a day before the slot for the first; never further back than eight days. */
function periodStart(task: Task, now: Date): Date {
  const start = task.lead.subscription.lastSlot?.getTime() ?? task.slot.getTime() - dayMs
  return new Date(Math.max(start, now.getTime() - longestPeriodMs))
}

/** What two subscriptions of one chat want, as one. */
function together(a: Choice, b: Choice): Choice {
  return {
    ...a,
    concepts: a.concepts.length === 0 || b.concepts.length === 0 ? [] : [...new Set([...a.concepts, ...b.concepts])],
    mutedConcepts: a.mutedConcepts.filter((slug) => b.mutedConcepts.includes(slug)),
    mutedSources: a.mutedSources.filter((id) => b.mutedSources.includes(id)),
    length: a.length === 'full' || b.length === 'full' ? 'full' : 'short',
    skipQuietDays: a.skipQuietDays && b.skipQuietDays,
  }
}
