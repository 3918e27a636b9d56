/** Name of a file that ships in the package → its absolute path, the same under tsx, vitest, dist and an installed package. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'readout') return folder
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`package root: no package.json of "readout" above ${fileURLToPath(import.meta.url)}`)
    folder = parent
  }
}

const root = findRoot()

/** Path of `name` (relative to the package root, e.g. `src/lexicon/data/people.json`). The file need not exist. */
export function packageFile(name: string): string {
  return join(root, name)
}

/** The version that `package.json` names. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version
}
