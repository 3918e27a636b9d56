/** READOUT_CORPORA → the folders of the measuring sets, where they are on this machine. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Sets: extraction, feeds, hostile, language, robots, same-story-pairs (corpora) eval (gold corpus with its score) and fakes (strict stand-ins of the platforms). */
export type MeasuringSet = 'extraction' | 'feeds' | 'hostile' | 'language' | 'robots' | 'same-story-pairs' | 'eval' | 'seeds' | 'fakes'

/**
 * Folder of a set, or null when READOUT_CORPORA is absent or does not hold it.
 * The variable may name the folder that holds `corpora`, `eval` and `seeds`, or `corpora` itself.
 */
export function measuringSet(name: MeasuringSet): string | null {
  const root = process.env.READOUT_CORPORA
  if (!root) return null
  return [join(root, name), join(root, 'corpora', name), join(root, '..', name)].find((folder) => existsSync(folder)) ?? null
}
