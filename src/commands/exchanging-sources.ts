/** importsources, exportsources: the list of sources as OPML, in and out, with folders and labels. */
import { z } from 'zod'
import type { Block, Button } from '../messages/message.js'
import { type ListedSource, readOpml, writeOpml } from '../sources/opml.js'
import type { NewSource, Source } from '../sources/source.js'
import { zoneOfCountry } from '../sources/starter-list.js'
import { channelName } from '../sources/telegram-channel.js'
import type { Command, CommandContext, CommandPorts, Reply } from './command.js'
import { hint, lines } from './naming-source.js'
import { record } from './recording.js'

function newSource(listed: ListedSource): NewSource {
  const { name, url, home, kind, folder, country, language, ownership, zone } = listed
  const address = url.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://')
  return {
    name: name ?? new URL(address).host,
    kind: kind ?? (channelName(address, 'https://t.me') ? 'telegram' : 'feed'),
    url: address,
    home,
    country,
    language,
    ownership,
    zone: zone ?? zoneOfCountry(country),
    confirmed: country !== null,
    folder,
  }
}

/** One report that ends in totals and the list of those whose labels are still to be confirmed. */
export async function importListed(listed: readonly ListedSource[], context: CommandContext, ports: CommandPorts): Promise<Reply> {
  const added: Source[] = []
  let existed = 0
  for (const one of listed) {
    if (!URL.canParse(one.url)) continue
    const result = await ports.sources.add(newSource(one), context.now)
    if (result.existed) existed++
    else added.push(result.source)
  }
  if (added.length > 0) await record('importsources', { sources: added.map((source) => source.id) }, context, ports)
  const open = added.filter((source) => !source.confirmed)
  const texts = [
    context.say('import-total', { all: listed.length, added: added.length, existed }),
    ...(open.length > 0
      ? [
          context.say('import-unlabelled', {
            count: open.length,
            names: open
              .slice(0, 20)
              .map(({ id, name }) => `${id}. ${name}`)
              .join(', '),
          }),
        ]
      : []),
  ]
  const buttons: Button[][] = open.length > 0 ? [[{ label: context.say('button-guess-labels'), command: 'labelsource', argument: 'all guess' }]] : []
  return lines(texts, context, { added, existed, unlabelled: open.length }, buttons)
}

const importsources: Command<string> = {
  name: 'importsources',
  aliases: { ru: ['импорт'] },
  who: 'admin',
  summary: 'command-importsources',
  arguments: z.string(),
  async run(given, context, ports) {
    const text = given.trim()
    if (text === '') return hint(context.say('import-bare'), context, { added: null })
    const listed = text.startsWith('<') ? ((await readOpml(text)) ?? []) : (await ports.discover(text, null)).listed
    return listed.length > 0 ? importListed(listed, context, ports) : lines([context.say('import-nothing')], context, { added: null })
  },
}

const exportsources: Command<string> = {
  name: 'exportsources',
  aliases: { ru: ['экспорт'] },
  who: 'anyone',
  summary: 'command-exportsources',
  arguments: z.string(),
  async run(_words, context, ports) {
    const all = (await ports.sources.list()).filter((source) => source.kind !== 'files')
    const opml = writeOpml(all, context.now)
    const reply = lines([context.say('export-total', { count: all.length })], context, { opml, count: all.length })
    const file: Block = { type: 'file', name: 'readout-sources.opml', mediaType: 'text/x-opml', text: opml }
    return { ...reply, messages: reply.messages.map((message) => ({ ...message, blocks: [...message.blocks, file] })) }
  },
}

export const exchangeCommands = [importsources, exportsources]
