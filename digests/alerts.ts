/** Stories that changed + who follows what → alerts within their bounds, the rest bundled. */
import type { Language, Lexicon } from '../src/lexicon/lexicon.js'
import type { Log } from '../src/log.js'
import { plain } from '../src/messages/spans.js'
import { interfaceLanguage, words } from '../src/messages/words.js'
import type { Platform } from '../src/platform.js'
import type { StoryChange } from '../src/stories/story-store.js'
import { newAfter } from '../src/stories/whats-new.js'
import { type AlertCandidate, decideAlert } from '../src/subscribers/alert-rules.js'
import { type Chat, languagesReadOf } from '../src/subscribers/chat.js'
import { type QuietHours, quietEnd } from '../src/subscribers/schedule.js'
import { createTold, type EditionRequest, quotedArticles, tagsOf, tellStory } from './edition.js'
import { renderStory } from './edition-message.js'
import type { Editions } from './editions.js'
import { lossesByChat, lossNotice } from './lost.js'
import type { Carried, NewDelivery } from './outbox.js'
import type { BlockRef, SharedBlock, StoredPart } from './shared-blocks.js'
import { type EditionPorts, readSnapshot, type Snapshot, type SnapshotStory } from './snapshot.js'
import type { LeasePort } from './standing.js'

export interface Follower {
  chat: Chat
  /** Topic id or lexicon slug. */
  subject: string
  /** Of the chat's subscriptions. */
  quiet: QuietHours | null
  zone: string | null
}

/** An alert that waits for its time: more may join it. */
export interface WaitingAlert {
  delivery: number
  message: StoredPart
  carried: Carried[]
}

/** Implemented in store/. */
export interface AlertStore {
  /** The last change that was looked at; null before the first time. */
  cursor(): Promise<number | null>
  saveCursor(seq: number, now: Date): Promise<void>
  /** Changes behind the cursor, oldest first. */
  changedAfter(seq: number, limit: number): Promise<{ seq: number; story: number }[]>
  followersOf(subjects: readonly string[]): Promise<Follower[]>
  /** When chats were alerted since, by chat; what waits counts at its time. */
  alertedSince(chats: readonly number[], since: Date): Promise<Map<number, Date[]>>
  waiting(chats: readonly number[], now: Date): Promise<Map<number, WaitingAlert>>
  /** The last alert of a chat that carried a story, by "chat/story". */
  lastAbout(chats: readonly number[], stories: readonly number[]): Promise<Map<string, number>>
  save(alerts: { made: readonly NewDelivery[]; extended: readonly WaitingAlert[]; shared: readonly SharedBlock[]; now: Date }): Promise<void>
}

export interface AlertsOptions extends EditionPorts {
  alerts: AlertStore
  editions: Pick<Editions, 'seen' | 'unmentioned' | 'mention'>
  leases: LeasePort
  platforms: ReadonlyMap<string, Pick<Platform, 'sender'>>
  owner: string
  zone: string
  log: Log
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const changesAtOnce = 500
const mostInBundle = 10
const leaseMs = 60_000

export interface AlertPlanner {
  /** Looks at what changed since the last time. Gives how many alerts were made or joined. */
  planAlerts(now: Date): Promise<number>
}

export function createAlertPlanner(options: AlertsOptions): AlertPlanner {
  const { alerts, lexicon, platforms } = options

  async function planAlerts(now: Date): Promise<number> {
    if ((await options.leases.take('alerts', options.owner, { now, ms: leaseMs })) === null) return 0
    const cursor = await alerts.cursor()
    if (cursor === null) {
      // What was read before anybody could follow is no news.
      await alerts.saveCursor(await options.stories.lastSeq(), now)
      return 0
    }
    const changes = await alerts.changedAfter(cursor, changesAtOnce)
    const last = changes.at(-1)
    if (!last) return 0
    const snapshot = await readSnapshot({ from: new Date(now.getTime() - dayMs), asOf: now }, options)
    const changed = new Set(changes.map((change) => change.story))
    const made = await decideAll(
      snapshot,
      snapshot.stories.filter(({ story }) => changed.has(story.id)),
      now,
    )
    await alerts.saveCursor(last.seq, now)
    return made
  }

  async function decideAll(snapshot: Snapshot, stories: readonly SnapshotStory[], now: Date): Promise<number> {
    const followers = (await alerts.followersOf([...new Set(stories.flatMap(({ story }) => [...tagsOf(story)]))])).filter(({ chat }) =>
      platforms.has(chat.address.platform),
    )
    if (followers.length === 0) return 0
    const chats = [...new Set(followers.map(({ chat }) => chat.id))]
    const seen = await options.editions.seen(chats)
    const sent = await alerts.alertedSince(chats, new Date(now.getTime() - dayMs))
    const waiting = await alerts.waiting(chats, now)
    const about = await alerts.lastAbout(
      chats,
      stories.map(({ story }) => story.id),
    )
    const backlogs = await backlogUntil()
    const lost = lossesByChat(await options.editions.unmentioned(chats))
    const mentioned: number[] = []
    const made: NewDelivery[] = []
    const extended = new Map<number, WaitingAlert>()
    const shared: SharedBlock[] = []
    const done = new Set<string>()
    let count = 0
    for (const item of stories) {
      const tags = tagsOf(item.story)
      for (const follower of followers) {
        const { chat } = follower
        const key = `${chat.id}/${item.story.id}`
        if (!tags.has(follower.subject) || done.has(key)) continue
        done.add(key)
        const seenSeq = seen.get(chat.id)?.get(item.story.id)
        const joins = waiting.get(chat.id)
        const under = about.get(key)
        // A claim that still waits itself is told together with its answer.
        const isWaiting = joins?.carried.some((one) => one.story === item.story.id) === true
        const isAlerted = under !== undefined && !isWaiting
        const isAnswer = isAlerted && seenSeq !== undefined && bringsAnswer(item, seenSeq)
        const candidate = candidateOf(item, { seenSeq, backlogs, isAnswer })
        const zone = follower.zone ?? chat.settings.zone ?? options.zone
        const decision = candidate && decideAlert(candidate, sent.get(chat.id) ?? [], now, { quietEnd: quietEnd(now, zone, follower.quiet) })
        if (!decision || decision.act === 'drop') continue
        const alert = alertOf(item, seenSeq, follower, { snapshot, zone, now, isAnswer })
        shared.push(alert.shared)
        count++
        if (joins && !isAnswer) {
          if (joins.carried.length >= mostInBundle && !isWaiting) continue
          join(joins, alert)
          if (joins.delivery !== 0) extended.set(joins.delivery, joins)
          continue
        }
        const notBefore = decision.act === 'bundle' ? decision.until : now
        // A chat's next message says what may be missing.
        const losses = lost.get(chat.id) ?? []
        lost.delete(chat.id)
        mentioned.push(...losses.map((loss) => loss.delivery))
        const notice = lossNotice(losses, words(alert.lang))
        const message: StoredPart = {
          blocks: [...notice.blocks, alert.head, alert.ref],
          buttons: [...(chat.kind === 'channel' ? [] : notice.buttons), ...alert.buttons],
          lang: alert.lang,
          stories: [item.story.id],
        }
        const delivery: NewDelivery = {
          key: `alert:${chat.id}:${item.story.id}:${item.seq}`,
          platform: chat.address.platform,
          sender: platforms.get(chat.address.platform)?.sender ?? '',
          chatId: chat.id,
          part: 0,
          kind: 'alert',
          message,
          silent: isAnswer || chat.kind !== 'private',
          carried: [alert.carried],
          notBefore,
          ...(under === undefined ? {} : { under }),
        }
        made.push(delivery)
        if (!isAnswer) sent.set(chat.id, [...(sent.get(chat.id) ?? []), notBefore])
        // What follows in this run joins it while it waits.
        if (decision.act === 'bundle' && !isAnswer) waiting.set(chat.id, { delivery: 0, message, carried: delivery.carried })
      }
    }
    await alerts.save({ made, extended: [...extended.values()], shared, now })
    await options.editions.mention(mentioned, now)
    return count
  }

  /** Until when each source's backlog was read. */
  async function backlogUntil(): Promise<Map<number, Date>> {
    return new Map([...(await options.sources.pollStates())].flatMap(([id, state]) => (state.backlogUntil ? [[id, state.backlogUntil]] : [])))
  }

  interface Alert {
    shared: SharedBlock
    ref: BlockRef
    head: StoredPart['blocks'][number]
    buttons: StoredPart['buttons']
    carried: Carried
    lang: Language
  }

  function alertOf(
    item: SnapshotStory,
    seenSeq: number | undefined,
    { chat, subject }: Follower,
    { snapshot, zone, now, isAnswer }: { snapshot: Snapshot; zone: string; now: Date; isAnswer: boolean },
  ): Alert {
    const lang = chat.settings.lang ?? interfaceLanguage(null)
    const say = words(lang)
    const request: EditionRequest = {
      from: snapshot.from,
      to: now,
      asOf: now,
      lang,
      zone,
      languagesRead: languagesReadOf(chat.settings.languagesRead, lang),
      ...(seenSeq === undefined ? {} : { seen: new Map([[item.story.id, seenSeq]]) }),
    }
    const told = tellStory(item, request, { snapshot, lexicon: lexicon as Lexicon, told: createTold() })
    const shared = renderStory(told, request, { lexicon, say }, false)
    const topic = lexicon.displayName(subject, lang)
    return {
      shared,
      ref: {
        type: 'story',
        story: shared.story,
        version: shared.version,
        look: shared.look,
        label: null,
        numbers: shared.cited.map((_, index) => index + 1),
      },
      head: { type: 'heading', spans: [plain(say(isAnswer ? 'alert-answer' : 'alert-title', { topic }))] },
      // A channel's message carries no personal buttons.
      buttons: chat.kind === 'channel' ? [] : [[{ label: say('button-less', { topic }), command: 'unfollow', argument: subject }]],
      carried: { story: item.story.id, seq: item.seq, articles: quotedArticles(told) },
      lang,
    }
  }

  function join(waiting: WaitingAlert, alert: Alert): void {
    const at = waiting.message.blocks.findIndex((block) => block.type === 'story' && block.story === alert.carried.story)
    if (at >= 0) {
      // As it stands now: an answer may have come meanwhile.
      waiting.message.blocks[at] = alert.ref
      waiting.carried.splice(0, waiting.carried.length, ...waiting.carried.filter((one) => one.story !== alert.carried.story), alert.carried)
    } else {
      waiting.message.blocks.push(alert.ref)
      waiting.message.stories = [...(waiting.message.stories ?? []), alert.carried.story]
      waiting.carried.push(alert.carried)
    }
    let used = 0
    waiting.message.blocks = waiting.message.blocks.map((block) =>
      block.type === 'story' ? { ...block, numbers: block.numbers.map(() => ++used) } : block,
    )
  }

  return { planAlerts }
}

/** Whether what came since brings the word of a side that had said nothing, or denied nothing, of what the chat saw. */
function bringsAnswer({ story, joined }: SnapshotStory, seenSeq: number): boolean {
  const since = new Set(joined.filter((change) => change.seq > seenSeq).map((change) => change.article))
  const before = story.statements.filter(({ sentence }) => !since.has(sentence.articleId))
  return story.statements.some(({ side, denial, sentence }) => {
    if (side === null || !since.has(sentence.articleId) || !story.countries.includes(side)) return false
    const own = before.filter((statement) => statement.side === side)
    return own.length === 0 || (denial && !own.some((statement) => statement.denial))
  })
}

/** What the rules look at; null when nothing of the story is new to the chat. */
function candidateOf(
  item: SnapshotStory,
  { seenSeq, backlogs, isAnswer }: { seenSeq: number | undefined; backlogs: ReadonlyMap<number, Date>; isAnswer: boolean },
): AlertCandidate | null {
  const { story } = item
  const changes = item.joined
    .filter((change) => seenSeq === undefined || change.seq > seenSeq)
    .map((change): StoryChange => ({ seq: change.seq, story: story.id, kind: 'article-added', articleId: change.article, at: change.at }))
  const news = newAfter(story, changes)
  const newest = news.articles[0]
  if (!newest) return null
  return {
    isNew: seenSeq === undefined,
    isAnswer,
    origins: story.origins,
    official: story.outlets.some((outlet) => outlet.ownership === 'state' || outlet.ownership === 'official'),
    adds: [
      ...(news.datedEvent ? (['dated-event'] as const) : []),
      ...(news.figures.length > 0 ? (['figure'] as const) : []),
      ...(news.officialStatements.length > 0 ? (['official-statement'] as const) : []),
    ],
    publishedAt: newest.publishedAt,
    readAt: newest.readAt,
    backlog: newest.readAt <= (backlogs.get(newest.sourceId) ?? new Date(0)),
  }
}
