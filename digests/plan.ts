/** Subscriptions that are due → their editions, decided and written into the outbox with their parts; each slot once. */
import type { Log } from '../src/log.js'
import type { Platform } from '../src/platform.js'
import type { Chat } from '../src/subscribers/chat.js'
import { isQuiet } from '../src/subscribers/schedule.js'
import { type DraftContent, draftKey, draftParts } from './drafts.js'
import { createTold, lateReadMs } from './edition.js'
import type { DecidedEdition, DuePlace, DueSubscription, Editions } from './editions.js'
import { lossesByChat } from './lost.js'
import { type Made, type MakingMemory, makeEdition, type View } from './make-edition.js'
import type { NewDelivery } from './outbox.js'
import { blockKey, type SharedBlock } from './shared-blocks.js'
import { type EditionPorts, readSnapshot } from './snapshot.js'
import type { LeasePort } from './standing.js'
import { decided, later, reachOf, type Task, tasksOf } from './tasks.js'

const dayMs = 86_400_000
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
  /** Senders that nothing is to be planned for now: an edition is made when it can be sent. Null: none at all (all sending is paused). Absent: each is fine. */
  silenced?(): Promise<ReadonlySet<string> | null>
  /** When this process began: a slot before that was missed because nothing ran. */
  startedAt?: Date
  /** How long the lease of planning lasts without being renewed, in ms. */
  leaseMs?: number
}

export interface Planner {
  /** Decides every slot ≤ now. Gives how many editions were made; 0 while another process plans. */
  planDue(now: Date): Promise<number>
}

interface Decisions {
  decided: DecidedEdition[]
  shared: SharedBlock[]
  mentioned: number[]
}

interface Memory extends MakingMemory {
  /** By how far they look back. */
  views: Map<'short' | 'long', View>
  /** Keys of shared blocks that were written in this run. */
  kept: Set<string>
}

export function createPlanner(options: PlannerOptions): Planner {
  const { editions, leases, platforms, owner, log, lexicon } = options
  const batch = options.batch ?? 1_000
  const leaseMs = options.leaseMs ?? 15_000

  async function planDue(now: Date): Promise<number> {
    if ((await leases.take(leaseName, owner, { now, ms: leaseMs })) === null) return 0
    const silenced = options.silenced ? await options.silenced() : new Set<string>()
    if (silenced === null) return 0
    const reachable = [...platforms].flatMap(([name, { sender }]) => (silenced.has(sender) ? [] : [name]))
    if (reachable.length === 0) return 0
    const memory: Memory = { views: new Map(), rendered: new Map(), kept: new Set(), parts: new Map() }
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
        const due: DueSubscription[] = await editions.due(now, { platforms: reachable, limit: batch, after })
        const last = due.at(-1)
        if (!last) break
        after = { nextAt: last.subscription.nextAt, id: last.subscription.id }
        const chats = new Set(due.map((one) => one.chat.id))
        if (writing && [...chats].some((chat) => writing?.chats.has(chat))) await written()
        const { tasks, missed } = await tasksOf(due, now, options)
        const made: Decisions[] = []
        for (const reach of ['short', 'long'] as const) {
          const some = tasks.filter((task) => reachOf(task, now) === reach)
          if (some.length > 0) made.push(await decide(some, await viewOf(reach, some, memory, now), memory, now))
        }
        await written()
        const shared = made.flatMap((one) => one.shared)
        const saved = editions.save([...missed, ...made.flatMap((one) => one.decided)], {
          shared: shared.filter((block) => !memory.kept.has(blockKey(block))),
          mentioned: made.flatMap((one) => one.mentioned),
          now,
        })
        // It is awaited in its turn; until then a failure is not forgotten, only not yet heard.
        saved.catch(() => {})
        writing = { chats, shared, saved }
        if ((await leases.take(leaseName, owner, { now: new Date(), ms: leaseMs })) === null) break
      }
      await written()
      // Nothing moved: all is decided, or another process is faster.
      if (total === before) break
    }
    if (total > 0) log.info({ editions: total }, 'editions planned')
    return total
  }

  /** Read once for everything that looks back as far or less far. */
  async function viewOf(reach: 'short' | 'long', tasks: readonly Task[], memory: Memory, now: Date): Promise<View> {
    const from = new Date(Math.min(now.getTime() - dayMs, ...tasks.map((task) => task.from.getTime())) - lateReadMs)
    const known = memory.views.get(reach)
    if (known && known.snapshot.from <= from) return known
    const view: View = { snapshot: await readSnapshot({ from, asOf: now }, options), told: createTold() }
    memory.views.set(reach, view)
    memory.parts.clear()
    return view
  }

  async function decide(tasks: readonly Task[], view: View, memory: Memory, now: Date): Promise<Decisions> {
    const chats = tasks.map((task) => task.lead.chat.id)
    const [seen, unmentioned] = [await editions.seen(chats), await editions.unmentioned(chats)]
    const lost = lossesByChat(unmentioned)
    const managers = await managersOf(tasks)
    const shared = new Map<string, SharedBlock>()
    const result: DecidedEdition[] = []
    const mentioned: number[] = []
    for (const task of tasks) {
      const { subscription, chat } = task.lead
      const losses = lost.get(chat.id) ?? []
      const made = makeEdition(task, { view, memory, seen: seen.get(chat.id) ?? new Map(), losses, now, lexicon, split: splitOf(chat) })
      for (const other of task.merged)
        result.push(
          decided(other.subscription, other.slot, later(other.slot, now), 'merged', `told in the edition of subscription ${subscription.id}`),
        )
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
          place: chat.title,
          zone: subscription.zone,
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

  function splitOf({ address }: Chat): Platform['split'] {
    return platforms.get(address.platform)?.split ?? ((message) => [message])
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

  return { planDue }
}
