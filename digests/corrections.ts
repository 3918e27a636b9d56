/** Pages that were changed or withdrawn + messages that still show them → edits that say so, where a platform can edit. */
import type { Language } from '../src/lexicon/lexicon.js'
import { clockTime } from '../src/messages/format.js'
import type { Block } from '../src/messages/message.js'
import { plain } from '../src/messages/spans.js'
import { interfaceLanguage, words } from '../src/messages/words.js'
import type { Platform } from '../src/platform.js'
import type { Chat } from '../src/subscribers/chat.js'
import type { NewDelivery } from './outbox.js'
import type { StoredBlock, StoredPart } from './shared-blocks.js'
import type { LeasePort } from './standing.js'

/** A sent part that shows sentences of a page that was corrected. */
export interface Carrier {
  delivery: number
  chat: Chat
  part: number
  message: StoredPart
}

/** Implemented in store/. */
export interface CorrectionStore {
  cursor(): Promise<number | null>
  saveCursor(seq: number, now: Date): Promise<void>
  lastChange(): Promise<number>
  /** Corrections behind the cursor, oldest first. */
  correctedAfter(seq: number, limit: number): Promise<{ seq: number; story: number; article: number }[]>
  /** Sent since on these platforms and carrying the article: to channels, on Slack and on the web to chats of any kind. */
  carriers(article: number, since: Date, platforms: readonly string[]): Promise<Carrier[]>
  save(deliveries: readonly NewDelivery[], now: Date): Promise<void>
}

export interface CorrectorOptions {
  corrections: CorrectionStore
  leases: LeasePort
  platforms: ReadonlyMap<string, Pick<Platform, 'sender' | 'edit'>>
  owner: string
  zone: string
}

const leaseMs = 60_000
const atOnce = 200
/** What was posted longer ago is left as it is. */
const editableMs = 7 * 86_400_000

/** Gives how many edits were planned. */
export async function planCorrections(now: Date, options: CorrectorOptions): Promise<number> {
  const { corrections, platforms } = options
  if ((await options.leases.take('corrections', options.owner, { now, ms: leaseMs })) === null) return 0
  const cursor = await corrections.cursor()
  if (cursor === null) {
    await corrections.saveCursor(await corrections.lastChange(), now)
    return 0
  }
  const corrected = await corrections.correctedAfter(cursor, atOnce)
  const last = corrected.at(-1)
  if (!last) return 0
  const editing = [...platforms].filter(([, platform]) => platform.edit).map(([name]) => name)
  const planned: NewDelivery[] = []
  for (const { seq, story, article } of corrected) {
    for (const carrier of await corrections.carriers(article, new Date(now.getTime() - editableMs), editing))
      planned.push(
        editOf(carrier, story, `correction:${carrier.delivery}:${seq}`, {
          now,
          zone: options.zone,
          sender: platforms.get(carrier.chat.address.platform)?.sender ?? '',
        }),
      )
  }
  if (planned.length > 0) await corrections.save(planned, now)
  await corrections.saveCursor(last.seq, now)
  return planned.length
}

/** The note right under the story, wherever that stands; null: it stands nowhere. */
function noted(blocks: readonly StoredBlock[], story: number, note: Block): StoredBlock[] | null {
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'story' && block.story === story) return [...blocks.slice(0, at + 1), note, ...blocks.slice(at + 1)]
    const inner = block.type === 'fold' ? noted(block.blocks, story, note) : null
    if (block.type === 'fold' && inner) return [...blocks.slice(0, at), { ...block, blocks: inner }, ...blocks.slice(at + 1)]
  }
  return null
}

function editOf(carrier: Carrier, story: number, key: string, { now, zone, sender }: { now: Date; zone: string; sender: string }): NewDelivery {
  const { chat, message } = carrier
  const lang: Language = interfaceLanguage(message.lang)
  const note: Block = {
    type: 'context',
    spans: [plain(words(lang)('edited-correction', { time: clockTime(now, lang, chat.settings.zone ?? zone) }))],
  }
  const blocks = noted(message.blocks, story, note) ?? [...message.blocks, note]
  return {
    key,
    platform: chat.address.platform,
    sender,
    chatId: chat.id,
    part: 0,
    kind: 'correction',
    message: { ...message, blocks },
    silent: true,
    // The next edition names the correction as well: an edit is easily overlooked.
    carried: [],
    notBefore: now,
    under: carrier.delivery,
  }
}
