/** A channel's edition, first with its manager: post, later, skip, drop, up; unanswered at its time it is posted or skipped, as chosen. */
import { clockTime } from '../src/messages/format.js'
import type { Block, Button, Message } from '../src/messages/message.js'
import { plain } from '../src/messages/spans.js'
import { interfaceLanguage, words } from '../src/messages/words.js'
import type { Platform } from '../src/platform.js'
import type { Chat } from '../src/subscribers/chat.js'
import type { Editions } from './editions.js'
import type { Carried, NewDelivery } from './outbox.js'
import { type BlockRef, itemsOf, refsOf, renumbered, type StoredBlock, type StoredPart, storedParts, wholeMessage } from './shared-blocks.js'

/** A draft as kept: the whole message in order, stories by reference, so that one can be dropped or moved. */
export interface DraftContent {
  blocks: StoredBlock[]
  /** How many of the stories are shown whole; the rest are one-liners. */
  shown: number
  lang: string
  preview: string | null
  carried: Carried[]
  managerChat: number
  unanswered: 'skip' | 'post'
  /** When it is decided without an answer; ISO. */
  until: string
  /** Where it is to be posted, as its platform names it; null: not known. */
  place: string | null
  /** IANA zone of the subscription. */
  zone: string
}

export interface DraftEdition {
  id: number
  subscriptionId: number
  slot: Date
  chat: Chat
  content: DraftContent
}

/** Implemented in store/. */
export interface DraftStore {
  /** Drafts that nobody answered until now. */
  unanswered(now: Date): Promise<DraftEdition[]>
  /** Null: there is none, or it is decided. */
  find(subscription: number, slot: Date): Promise<DraftEdition | null>
  keep(id: number, content: DraftContent): Promise<void>
  /** Decides a draft together with what is sent for it. False: it was decided before. */
  decide(id: number, state: 'planned' | 'skipped', reason: string, deliveries: readonly NewDelivery[], now: Date): Promise<boolean>
}

const draftActions = ['post', 'later', 'skip', 'drop', 'up'] as const
type DraftAction = (typeof draftActions)[number]

export interface DraftOptions {
  drafts: DraftStore
  sharedBlocks: Editions['sharedBlocks']
  platforms: ReadonlyMap<string, Pick<Platform, 'sender' | 'split'>>
}

const laterMs = 30 * 60_000

/** "12.lz4k2f": short enough for a button of any platform. */
export function draftKey(subscription: number, slot: Date): string {
  return `${subscription}.${Math.round(slot.getTime() / 1000).toString(36)}`
}

function parseKey(key: string): { subscription: number; slot: Date } | null {
  const match = /^(\d{1,10})\.([0-9a-z]{4,10})$/.exec(key)
  return match ? { subscription: Number(match[1]), slot: new Date(Number.parseInt(match[2] ?? '', 36) * 1000) } : null
}

function isStory(block: StoredBlock): block is BlockRef {
  return block.type === 'story'
}

/** Which draft it is: "Draft for News, 04:42." */
function named({ lang, place, until, zone }: DraftContent): string {
  const language = interfaceLanguage(lang)
  const time = clockTime(new Date(until), language, zone)
  return place ? words(language)('draft-for', { place, time }) : words(language)('draft-at', { time })
}

/** What the manager sees: the edition as it would be, and what can be done with it. `isOne`: it fits one message, which is changed in place. */
function draftPart(content: DraftContent, key: string, isOne: boolean): StoredPart {
  const say = words(interfaceLanguage(content.lang))
  const button = (action: DraftAction, label: string, n?: number): Button => ({
    label,
    command: 'draft',
    argument: `${action} ${key}${n === undefined ? '' : ` ${n}`}`,
    ...(isOne && n !== undefined ? { mode: 'edit' as const } : {}),
  })
  const stories = Array.from({ length: content.shown }, (_, index) => index + 1)
  return {
    blocks: [{ type: 'context', spans: [plain(`${named(content)} ${say(`draft-note-${content.unanswered}`)}`)] }, ...content.blocks],
    buttons: [
      [button('post', say('draft-post')), button('later', say('draft-later')), button('skip', say('draft-skip'))],
      ...stories.map((n) => [
        button('drop', say('draft-drop', { number: n }), n),
        ...(n > 1 ? [button('up', say('draft-up', { number: n }), n)] : []),
      ]),
    ],
    lang: content.lang,
  }
}

/** The same in as many messages as the manager's platform needs. */
export function draftParts(
  content: DraftContent,
  key: string,
  { kept, split }: { kept: (key: string) => Block[] | undefined; split: Platform['split'] },
): StoredPart[] {
  const made = (isOne: boolean): StoredPart[] => {
    const { blocks, ...frame } = draftPart(content, key, isOne)
    return storedParts(itemsOf(blocks, kept), frame, split).map(({ part }) => part)
  }
  const parts = made(true)
  return parts.length === 1 ? parts : made(false)
}

/** Citations numbered anew, in the order in which they stand. */
function citedInOrder(blocks: readonly StoredBlock[]): StoredBlock[] {
  const order = new Map<number, number>()
  const anew = (number: number): number => {
    const known = order.get(number) ?? order.size + 1
    order.set(number, known)
    return known
  }
  const each = (list: readonly StoredBlock[]): StoredBlock[] =>
    list.map((block) => {
      if (isStory(block)) return { ...block, numbers: block.numbers.map(anew) }
      return block.type === 'fold' ? { ...block, blocks: each(block.blocks) } : renumbered(block, anew)
    })
  return each(blocks)
}

/** The n-th story out, or before the one above it; labels follow the new order. */
export function changeDraft(content: DraftContent, action: 'drop' | 'up', n: number): DraftContent {
  const places = content.blocks.flatMap((block, index) => (isStory(block) ? [index] : []))
  const at = places[n - 1]
  if (at === undefined || n > content.shown) return content
  const blocks = [...content.blocks]
  const dropped = blocks[at]
  if (action === 'drop') blocks.splice(at, 1)
  else {
    const above = places[n - 2]
    if (above === undefined) return content
    ;[blocks[above], blocks[at]] = [blocks[at] as StoredBlock, blocks[above] as StoredBlock]
  }
  const say = words(interfaceLanguage(content.lang))
  let number = 0
  const numbered = (list: readonly StoredBlock[]): StoredBlock[] =>
    list.map((block) => {
      if (block.type === 'fold') return { ...block, blocks: numbered(block.blocks) }
      return isStory(block) ? { ...block, label: `${say('story-number', { number: ++number })} ` } : block
    })
  return {
    ...content,
    shown: action === 'drop' ? content.shown - 1 : content.shown,
    carried: action === 'drop' && dropped && isStory(dropped) ? content.carried.filter((one) => one.story !== dropped.story) : content.carried,
    blocks: citedInOrder(numbered(blocks)),
  }
}

async function postings(draft: DraftEdition, now: Date, options: DraftOptions): Promise<NewDelivery[]> {
  const { content, chat } = draft
  const platform = options.platforms.get(chat.address.platform)
  if (!platform) return []
  const refs = refsOf(content.blocks)
  const kept = await options.sharedBlocks(refs)
  const items = itemsOf(content.blocks, (key) => kept.get(key))
  const stories = refs.map((ref) => ref.story)
  const frame = { buttons: [], lang: content.lang, stories, ...(content.preview ? { preview: content.preview } : {}) }
  return storedParts(items, frame, platform.split).map(({ part, refs }, index) => ({
    key: `${draft.subscriptionId}:${draft.slot.toISOString()}:${index}`,
    platform: chat.address.platform,
    sender: platform.sender,
    chatId: chat.id,
    part: index,
    kind: 'edition',
    message: part,
    silent: false,
    carried: content.carried.filter((one) => refs.some((ref) => ref.story === one.story)),
    notBefore: now,
  }))
}

/** What was decided of a draft, and of which. */
function line(content: DraftContent, key: string): Message {
  const text = `${named(content)} ${words(interfaceLanguage(content.lang))(key)}`
  return { blocks: [{ type: 'paragraph', spans: [plain(text)] }], buttons: [], lang: content.lang }
}

export interface DraftAct {
  action: string
  key: string
  story: number
  managerChat: number
  now: Date
}

/** What a manager did with a draft → the message he sees next; null when there is no such draft of his any more. */
export async function draftMessage(given: DraftAct, options: DraftOptions): Promise<Message | null> {
  const action = draftActions.find((one) => one === given.action)
  return action ? actOnDraft({ ...given, action }, options) : null
}

/** A draft once more, whole. */
async function shownAnew(draft: DraftEdition, content: DraftContent, key: string, options: DraftOptions): Promise<Message> {
  const blocks = await options.sharedBlocks(refsOf(content.blocks))
  const kept = (one: string): Block[] | undefined => blocks.get(one)
  const split = options.platforms.get(draft.chat.address.platform)?.split ?? ((message) => [message])
  return wholeMessage(draftPart(content, key, draftParts(content, key, { kept, split }).length === 1), kept)
}

async function actOnDraft(given: DraftAct & { action: DraftAction }, options: DraftOptions): Promise<Message | null> {
  const place = parseKey(given.key)
  const draft = place && (await options.drafts.find(place.subscription, place.slot))
  if (!draft || draft.content.managerChat !== given.managerChat) return null
  const { content } = draft
  switch (given.action) {
    case 'drop':
    case 'up': {
      const changed = changeDraft(content, given.action, given.story)
      await options.drafts.keep(draft.id, changed)
      return shownAnew(draft, changed, given.key, options)
    }
    case 'later': {
      const later = { ...content, until: new Date(Math.max(Date.parse(content.until), given.now.getTime()) + laterMs).toISOString() }
      await options.drafts.keep(draft.id, later)
      return line(later, `draft-note-${later.unanswered}`)
    }
    case 'skip':
      await options.drafts.decide(draft.id, 'skipped', 'skipped by its manager', [], given.now)
      return line(content, 'draft-skip-done')
    case 'post':
      await options.drafts.decide(draft.id, 'planned', 'posted by its manager', await postings(draft, given.now, options), given.now)
      return line(content, 'draft-post-done')
  }
}

/** Decides the drafts that nobody answered in time, and says so to their managers. Gives their number. */
export async function settleDrafts(now: Date, options: DraftOptions, managers: { chatById(id: number): Promise<Chat | null> }): Promise<number> {
  const left = await options.drafts.unanswered(now)
  for (const draft of left) {
    const { content } = draft
    const posts = content.unanswered === 'post'
    const manager = await managers.chatById(content.managerChat)
    const sender = manager && options.platforms.get(manager.address.platform)?.sender
    const notice: NewDelivery[] =
      manager && sender
        ? [
            {
              key: `draft-notice:${draft.subscriptionId}:${draft.slot.toISOString()}`,
              platform: manager.address.platform,
              sender,
              chatId: manager.id,
              part: 0,
              kind: 'notice',
              message: line(content, posts ? 'draft-posted-unanswered' : 'draft-skipped-unanswered'),
              silent: true,
              carried: [],
              notBefore: now,
            },
          ]
        : []
    await options.drafts.decide(
      draft.id,
      posts ? 'planned' : 'skipped',
      'not answered',
      [...(posts ? await postings(draft, now, options) : []), ...notice],
      now,
    )
  }
  return left.length
}
