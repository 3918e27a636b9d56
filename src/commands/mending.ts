/** hide, split, merge, retag, undo: an admin mends what was understood wrongly; audited, undoable, kept through a rebuild. */
import { z } from 'zod'
import { longDate } from '../messages/format.js'
import type { Block } from '../messages/message.js'
import { messageText, typed } from '../messages/spans.js'
import { CannotMend, createMending, type Mender, type Mending } from '../stories/mending.js'
import { actOf, tagDetail } from '../stories/mends.js'
import type { Mend } from '../stories/story-store.js'
import { personName } from '../subscribers/people.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { correctionOf } from './retagging.js'

/** Words that name stories ("s12", or a position in the chat's last list), articles ("a45", or an address) or mends ("m3"); the rest as typed. */
interface Named {
  stories: number[]
  articles: number[]
  mends: number[]
  rest: string[]
}

async function named(words: string, context: CommandContext, { chats, articles }: CommandPorts): Promise<Named> {
  const found: Named = { stories: [], articles: [], mends: [], rest: [] }
  for (const word of words.split(/[\s,]+/).filter(Boolean)) {
    const [, letter = '', digits = ''] = /^([sam]?)(\d{1,9})$/i.exec(word) ?? []
    const listed = digits && !letter ? (await chats.lastList(context.chat.id))[Number(digits) - 1] : undefined
    const addressed = /^https?:/i.test(word) ? (await articles.byUrl(word))?.id : undefined
    if (letter.toLowerCase() === 's') found.stories.push(Number(digits))
    else if (letter.toLowerCase() === 'a') found.articles.push(Number(digits))
    else if (letter.toLowerCase() === 'm') found.mends.push(Number(digits))
    else if (listed !== undefined) found.stories.push(listed)
    else if (addressed !== undefined) found.articles.push(addressed)
    else found.rest.push(word)
  }
  return found
}

function say(lines: string[], context: CommandContext, data: object): Reply {
  const blocks = lines.map((text): Block => ({ type: 'paragraph', spans: typed(text) }))
  const message = { blocks, buttons: [], lang: context.lang }
  return { messages: [message], data: { text: messageText(message), ...data } }
}

interface Acting {
  mending: Mending
  mender: Mender
  context: CommandContext
  ports: CommandPorts
}

/** The mends of each act, with the articles whose stories may now be others and what else is to be told; or why nothing was done. */
type Outcome = { acts: number[][]; articles: readonly number[]; told?: string } | { lines: string[]; failed: boolean }

interface MendingCommand {
  name: 'hide' | 'split' | 'merge' | 'retag'
  act(what: Named, acting: Acting): Promise<Outcome>
}

function mend({ name, act }: MendingCommand): Command<string> {
  return {
    name,
    aliases: {},
    who: 'admin',
    summary: `command-${name}`,
    arguments: z.string().trim(),
    async run(words, context, ports) {
      const by = personName(context.person.address)
      const what = await named(words, context, ports)
      const outcome = await unlessItCannot(act(what, { mending: createMending(ports), mender: { by, at: context.now }, context, ports }), context)
      if ('lines' in outcome) return { ...say(outcome.lines, context, { mends: [] }), ...(outcome.failed ? { failed: true } : {}) }
      const { acts, articles, told = '' } = outcome
      const mends = acts.flat()
      await ports.audit.record({ at: context.now, by, action: name, detail: { words, mends } })
      const firsts = acts.map(([first]) => `m${first}`).join(' ')
      const lines = [context.say('mended', { undo: firsts }), told, await whereTheyStand(articles, ports)]
      return say(lines.filter(Boolean), context, { mends })
    },
  }
}

async function unlessItCannot(outcome: Promise<Outcome>, context: CommandContext): Promise<Outcome> {
  try {
    return await outcome
  } catch (error) {
    if (!(error instanceof CannotMend)) throw error
    return { lines: [context.say(error.fault, error.values)], failed: true }
  }
}

/** Which stories now hold these articles: "s1: a2 a5 · s77: a1". */
async function whereTheyStand(ids: readonly number[], { articles, archive }: CommandPorts): Promise<string> {
  const stories = [...new Set((await articles.byIds(ids)).flatMap(({ story }) => story ?? []))].sort((a, b) => a - b)
  const lines: string[] = []
  for (const story of stories) lines.push(`s${story}: ${(await archive.story(story)).map((article) => `a${article.id}`).join(' ')}`)
  return lines.join(' · ')
}

/** How it is said; first of all what was not understood. */
function how(name: MendingCommand['name'], rest: readonly string[], { say: words }: CommandContext): Outcome {
  const odd = rest.length > 0 ? [words('mend-not-understood', { words: rest.join(' ') })] : []
  return { lines: [...odd, words(`${name}-how`)], failed: odd.length > 0 }
}

const hide = mend({
  name: 'hide',
  async act({ stories, articles, rest }, { mending, mender, context }) {
    if (stories.length + articles.length === 0 || rest.length > 0) return how('hide', rest, context)
    const acts: number[][] = []
    for (const story of stories) acts.push(await mending.hideStory(story, mender))
    for (const article of articles) acts.push(await mending.hideArticle(article, mender))
    return { acts, articles: [] }
  },
})

const split = mend({
  name: 'split',
  async act({ stories: [story], articles, rest }, { mending, mender, context, ports }) {
    if (rest.length > 0) return how('split', rest, context)
    if (articles.length > 0) {
      const [{ story: before } = { story: null }] = await ports.articles.byIds(articles.slice(0, 1))
      const acts = [await mending.split(articles, mender)]
      const stayed = (await ports.archive.story(before ?? 0)).map((article) => article.id)
      return { acts, articles: [...articles, ...stayed] }
    }
    return story === undefined ? how('split', rest, context) : { lines: await articlesIn(story, context, ports), failed: false }
  },
})

/** The articles of a story with their numbers, to choose from. */
async function articlesIn(story: number, context: CommandContext, { archive }: CommandPorts): Promise<string[]> {
  const members = await archive.story(story)
  if (members.length === 0) throw new CannotMend('story-unknown', { story: `s${story}` })
  const outlets = await archive.outlets()
  const lines = members.map(({ id, title, sourceId, publishedAt }) =>
    [`\`a${id}\``, title.replaceAll('`', "'"), outlets.get(sourceId)?.name, publishedAt ? longDate(publishedAt, context.lang, context.zone) : null]
      .filter(Boolean)
      .join(' · '),
  )
  return [...lines, context.say('split-how')]
}

const merge = mend({
  name: 'merge',
  async act({ stories, articles, rest }, { mending, mender, context, ports }) {
    const [first, ...others] = [...new Set(stories)]
    const odd = [...rest, ...articles.map((id) => `a${id}`)]
    if (first === undefined || others.length === 0 || odd.length > 0) return how('merge', odd, context)
    const acts: number[][] = []
    for (const other of others) acts.push(await mending.merge(first, other, mender))
    const [held] = await ports.archive.story(first)
    return { acts, articles: held ? [held.id] : [] }
  },
})

/** "a45 topics +border -karabakh". */
const retag = mend({
  name: 'retag',
  async act({ stories, articles: [article, ...more], rest }, { mending, mender, context, ports }) {
    if (article === undefined || rest.length === 0) return how('retag', article === undefined ? rest : [], context)
    const odd = [...more.map((id) => `a${id}`), ...stories.map((id) => `s${id}`)]
    if (odd.length > 0) return how('retag', odd, context)
    const [kept] = await ports.articles.byIds([article])
    if (!kept) throw new CannotMend('mend-no-article', { article: `a${article}` })
    const correction = correctionOf(rest, kept, ports.lexicon)
    if ('unknown' in correction) {
      const { unknown: tag, field, expected } = correction
      if (tag === '') return { lines: [context.say('retag-how'), expected.join(' ')], failed: true }
      return { lines: [context.say('retag-unknown', { tag, field, expected: expected.join(', ') })], failed: true }
    }
    const acts = [await mending.retag(article, correction, mender)]
    const [retagged = kept] = await ports.articles.byIds([article])
    const tags = [retagged[correction.field]].flat().map((tag) => String(tag ?? '–'))
    return { acts, articles: [article], told: `a${article} ${correction.field}: ${tags.join(', ') || '–'}` }
  },
})

const commandOf = { hidden: 'hide', 'must-not-link': 'split', 'must-link': 'merge', tag: 'retag' } as const
const mendsListed = 10

/** "m3 · retag a45 topics +border · telegram:1 · 25 November 2026". A split is told by the article that left, where it was one. */
function mendLine(one: Mend, standing: readonly Mend[], context: CommandContext): string {
  const { story } = actOf(one)
  const parts = standing.filter((mend) => mend.id === one.id || actOf(mend).first === one.id)
  const inAll = one.articles.filter((id) => parts.every((mend) => mend.articles.includes(id)))
  const articles = inAll.length > 0 ? inAll : one.articles
  const what = story === undefined ? articles.map((id) => `a${id}`).join(' ') : `s${story}`
  const detail = one.kind === 'tag' ? tagDetail.safeParse(one.detail).data : undefined
  const tags = detail ? [detail.field, ...detail.add.map((id) => `+${id}`), ...detail.remove.map((id) => `-${id}`)] : []
  return [`\`undo m${one.id}\``, [commandOf[one.kind], what, ...tags].join(' '), one.by, longDate(one.at, context.lang, context.zone)].join(' · ')
}

const undo: Command<string> = {
  name: 'undo',
  aliases: {},
  who: 'admin',
  summary: 'command-undo',
  arguments: z.string().trim(),
  async run(words, context, ports) {
    const { mends, rest, stories, articles } = await named(words, context, ports)
    const standing = await ports.stories.mends()
    const missing = mends.filter((id) => !standing.some((one) => one.id === id))
    if (words === '' && standing.length > 0) {
      const acts = standing.filter((one) => actOf(one).first === undefined)
      const newest = acts.slice(-mendsListed).reverse()
      return say(
        newest.map((one) => mendLine(one, standing, context)),
        context,
        { undone: [], mends: newest.map(({ id }) => id) },
      )
    }
    if (mends.length === missing.length || rest.length + stories.length + articles.length > 0)
      return { ...say([context.say('undo-how')], context, { undone: [] }), ...(words === '' ? {} : { failed: true }) }
    const by = personName(context.person.address)
    const undone = await createMending(ports).undo(mends, { by, at: context.now })
    await ports.audit.record({ at: context.now, by, action: 'undo', detail: { mends: undone } })
    const taken = mends.filter((id) => !missing.includes(id)).map((id) => `m${id}`)
    return say([context.say('undone', { mends: taken.join(' ') })], context, { undone })
  },
}

export const mendingCommands = [hide, split, merge, retag, undo]
