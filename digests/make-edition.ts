/** What is to be made for a chat + what is known of its period → its edition as parts to be stored; equal wishes share them. */
import type { Language, Lexicon } from '../src/lexicon/lexicon.js'
import type { Button } from '../src/messages/message.js'
import { interfaceLanguage, words } from '../src/messages/words.js'
import type { Platform } from '../src/platform.js'
import { languagesReadOf } from '../src/subscribers/chat.js'
import type { DraftContent } from './drafts.js'
import { composeFrom, type Edition, type EditionRequest, quotedArticles, type Told } from './edition.js'
import { editionItems } from './edition-message.js'
import type { Unmentioned } from './editions.js'
import { lossNotice } from './lost.js'
import type { Carried } from './outbox.js'
import { type Item, placedStories, type SharedBlock, type StoredPart, storedBlocks, storedParts } from './shared-blocks.js'
import type { Snapshot } from './snapshot.js'
import type { Task } from './tasks.js'

/** Editions remembered within a tick for others that are equal. */
const sharedEditions = 4_000

/** What is known of a period, and what was worked out from it. */
export interface View {
  snapshot: Snapshot
  told: Told
}

/** What the editions of one tick share. */
export interface MakingMemory {
  rendered: Map<string, SharedBlock>
  /** Editions made for a choice and a state of knowledge; chats that share both share them. */
  parts: Map<string, Made>
}

export interface Made {
  parts: { part: StoredPart; carried: Carried[] }[]
  shared: SharedBlock[]
  content: unknown
  isQuiet: boolean
  /** The same as a draft: one message, before it is split. */
  draft: Pick<DraftContent, 'blocks' | 'shown' | 'lang' | 'preview' | 'carried'>
}

interface Rendering {
  lexicon: Lexicon
  split: Platform['split']
  rendered: Map<string, SharedBlock>
  losses: readonly Unmentioned[]
}

interface Given extends Omit<Rendering, 'rendered'> {
  view: View
  memory: MakingMemory
  /** Story → the last change of it that the chat has seen. */
  seen: ReadonlyMap<number, number>
  now: Date
}

/** Pure but for what it remembers. */
export function makeEdition(task: Task, given: Given): Made {
  const { memory, lexicon, now } = given
  const { snapshot, told } = given.view
  const { subscription, chat } = task.lead
  const lang: Language = task.choice.lang ?? chat.settings.lang ?? interfaceLanguage(null)
  const read = task.choice.languagesRead.length > 0 ? task.choice.languagesRead : chat.settings.languagesRead
  const known = new Map(
    snapshot.stories.flatMap(({ story }) => (given.seen.has(story.id) ? [[story.id, given.seen.get(story.id) ?? 0] as const] : [])),
  )
  const request: EditionRequest = {
    from: task.from,
    to: now,
    asOf: now,
    lang,
    zone: subscription.zone,
    languagesRead: languagesReadOf(read, lang),
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
  const edition = composeFrom(snapshot, request, lexicon, told)
  const made = render(edition, { ...given, rendered: memory.rendered })
  if (shareable && memory.parts.size < sharedEditions) memory.parts.set(key, made)
  return made
}

function render(edition: Edition, { lexicon, split, rendered, losses }: Rendering): Made {
  const { request } = edition
  // A channel's edition carries no personal buttons.
  const personal = !request.forChannel
  const say = words(request.lang)
  const { items, frame } = editionItems(edition, { lexicon, say, rendered })
  const lost = lossNotice(losses, say)
  const all: Item[] = [...lost.blocks, ...items]
  const told = new Map([...edition.stories, ...edition.also].map((one) => [one.story.id, one]))
  const parts = storedParts(all, { ...frame, buttons: personal ? [...lost.buttons, ...storyButtons(frame.stories ?? [])] : [] }, split).map(
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

/** Numbers that open the stories, five a row. */
function storyButtons(stories: readonly number[]): Button[][] {
  const buttons = stories.map((story, index): Button => ({ label: String(index + 1), command: 'story', argument: `s${story}` }))
  return Array.from({ length: Math.ceil(buttons.length / 5) }, (_, row) => buttons.slice(row * 5, row * 5 + 5))
}
