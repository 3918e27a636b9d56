/** A file of questions → one JSON line for each, with its id (`readout ask --file`). */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { createProgress } from '../../adapters/terminal/progress.js'
import { print, type Session } from './session.js'

const questions = z.array(
  z.object({ id: z.string().optional(), q: z.string(), lang: z.string().optional(), asOf: z.iso.datetime({ offset: true }).optional() }),
)

/** @throws naming the file, the place in it and what was expected. */
export async function askFile(file: string, session: Session): Promise<void> {
  let parsed: z.infer<typeof questions>
  try {
    parsed = questions.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    const fault = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
    throw new Error(`${file}: ${fault}. Expected: a JSON array of { id, q, lang, asOf }.`, { cause })
  }
  const progress = createProgress('asking', parsed.length)
  for (const question of parsed) {
    const said = await session.say('ask', question.q, {
      ...(question.asOf ? { asOf: new Date(question.asOf) } : {}),
      ...(question.lang ? { lang: question.lang } : {}),
    })
    print(JSON.stringify({ ...(question.id ? { id: question.id } : {}), ...(said.data as object) }))
    progress.step()
  }
  progress.end()
}
