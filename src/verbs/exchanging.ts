/** An OPML file in, the list of sources out. */
import { readFile } from 'node:fs/promises'
import { print, type Session, show } from './session.js'

/** `readout importsources <opml>`: a file, or the address of one. @throws naming the file that cannot be read. */
export async function importSources(file: string, session: Session): Promise<void> {
  if (/^https?:\/\//i.test(file)) return show(session, await session.say('importsources', file))
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`${file}: cannot be read. Expected: an OPML file or an http(s) address.`, { cause })
  })
  show(session, await session.say('importsources', text.replace(/^\ufeff/, '')))
}

/** `readout exportsources`: the OPML itself, to be kept in a file; `--json` wraps it. */
export async function exportSources(session: Session): Promise<void> {
  const said = await session.say('exportsources', '')
  const { opml } = said.data as { opml: string }
  print(session.options.json ? JSON.stringify(said.data) : opml)
}
