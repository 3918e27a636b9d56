/** hide, split, merge, retag, undo: an admin mends what was understood wrongly; audited, undoable, kept through a rebuild. */
import { z } from 'zod'
import { messageText, typed } from '../messages/spans.js'
import { createMending, type Mender } from '../stories/mending.js'
import { tagFields } from '../stories/mends.js'
import { personName } from '../subscribers/people.js'
import type { Command, CommandContext, Reply } from './command.js'

/** Words that name stories ("s12"), articles ("a45") or mends ("m3"); the rest as typed. */
interface Named {
  stories: number[]
  articles: number[]
  mends: number[]
  rest: string[]
}

function named(words: string): Named {
  const found: Named = { stories: [], articles: [], mends: [], rest: [] }
  for (const word of words.split(/[\s,]+/).filter(Boolean)) {
    const [, letter, digits] = /^([sam])(\d+)$/i.exec(word) ?? []
    if (!letter || !digits) found.rest.push(word)
    else if (letter.toLowerCase() === 's') found.stories.push(Number(digits))
    else if (letter.toLowerCase() === 'a') found.articles.push(Number(digits))
    else found.mends.push(Number(digits))
  }
  return found
}

function say(text: string, context: CommandContext, data: object): Reply {
  const message = { blocks: [{ type: 'paragraph' as const, spans: typed(text) }], buttons: [], lang: context.lang }
  return { messages: [message], data: { text: messageText(message), ...data } }
}

type Act = (what: Named, mending: ReturnType<typeof createMending>, mender: Mender) => Promise<number[] | null>

/** `act` gives the mends it made, or null when the words are not enough: then the reply shows how it is said. */
function mend(name: string, act: Act): Command<string> {
  return {
    name,
    aliases: {},
    who: 'admin',
    summary: `command-${name}`,
    arguments: z.string().trim(),
    async run(words, context, ports) {
      const by = personName(context.person.address)
      const made = await act(named(words), createMending(ports), { by, at: context.now })
      if (made === null) return say(context.say(`${name}-how`), context, { mends: [] })
      await ports.audit.record({ at: context.now, by, action: name, detail: { words, mends: made } })
      return say(context.say('mended', { undo: made.map((id) => `m${id}`).join(' ') }), context, { mends: made })
    },
  }
}

const hide = mend('hide', async ({ stories, articles }, mending, mender) => {
  if (stories.length + articles.length === 0) return null
  const made: number[] = []
  for (const story of stories) made.push(...(await mending.hideStory(story, mender)))
  for (const article of articles) made.push(...(await mending.hideArticle(article, mender)))
  return made
})

const split = mend('split', async ({ articles }, mending, mender) => (articles.length > 0 ? mending.split(articles, mender) : null))

const merge = mend('merge', async ({ stories }, mending, mender) => {
  const [first, second] = stories
  return first !== undefined && second !== undefined && first !== second ? mending.merge(first, second, mender) : null
})

/** "a45 topics +border -karabakh". */
const retag = mend('retag', async ({ articles: [article], rest }, mending, mender) => {
  const [field, ...changes] = rest
  const known = tagFields.find((name) => name === field)
  const of = (sign: string): string[] => changes.flatMap((change) => (change.startsWith(sign) && change.length > 1 ? [change.slice(1)] : []))
  if (article === undefined || !known || of('+').length + of('-').length === 0) return null
  return mending.retag(article, { field: known, add: of('+'), remove: of('-') }, mender)
})

const undo: Command<string> = {
  name: 'undo',
  aliases: {},
  who: 'admin',
  summary: 'command-undo',
  arguments: z.string().trim(),
  async run(words, context, ports) {
    const { mends } = named(words)
    const open = (await ports.stories.mends()).filter((one) => mends.includes(one.id) && one.undoneAt === null)
    if (open.length === 0) return say(context.say('undo-how'), context, { undone: [] })
    const by = personName(context.person.address)
    const ids = open.map((one) => one.id)
    await createMending(ports).undo(ids, { by, at: context.now })
    await ports.audit.record({ at: context.now, by, action: 'undo', detail: { mends: ids } })
    return say(context.say('undone', { mends: ids.map((id) => `m${id}`).join(' ') }), context, { undone: ids })
  },
}

export const mendingCommands = [hide, split, merge, retag, undo]
