/** lexicon add|remove|list|export from the command line: the chat command, and the tagging waited for with a bar. */
import { createProgress } from '../../adapters/terminal/progress.js'
import { WrongWords } from '../commands/run.js'
import { exportEntries } from '../lexicon/lexicon-entries.js'
import type { OverlayEntry } from '../lexicon/overlay.js'
import { print, type Session, show } from './session.js'

export interface LexiconOptions {
  slug?: string
  kind?: string
  side?: string
  nameIn?: string[]
  familyNameIn?: string[]
}

/** "en:Name, N. Name" given several times → names by language. */
function byLanguage(given: readonly string[]): Record<string, string[]> {
  const names: Record<string, string[]> = {}
  for (const one of given) {
    const [lang = '', ...rest] = one.split(':')
    const spellings = rest.join(':').split(',')
    names[lang] = [...(names[lang] ?? []), ...spellings.map((spelling) => spelling.trim()).filter(Boolean)]
  }
  return names
}

/** @throws WrongWords when what was typed is no entry. */
export async function lexiconVerb(words: readonly string[], options: LexiconOptions, session: Session): Promise<void> {
  const { slug, kind, side, nameIn = [], familyNameIn = [] } = options
  const [action = 'list', second] = words
  const asOptions = slug !== undefined || nameIn.length > 0
  const said = await session.say(
    'lexicon',
    asOptions
      ? {
          action,
          kind: kind ?? (action === 'add' ? second : undefined),
          slug,
          side,
          names: byLanguage(nameIn),
          familyNames: byLanguage(familyNameIn),
        }
      : words.join(' '),
  )
  const data = said.data as { added?: unknown; removed?: unknown; retagged?: number; entries?: OverlayEntry[] }
  if (data.added === null || data.removed === null) throw new WrongWords(said.text.trim())
  if (action === 'export' && !session.options.json) process.stdout.write(exportEntries(data.entries ?? []))
  else if (action === 'list' || action === 'export') session.options.json ? print(JSON.stringify(data.entries)) : show(session, said)
  else show(session, said)
  const progress = createProgress('tagging', data.retagged ?? 0)
  await session.readout.naming.settled(() => progress.step())
  progress.end()
}
