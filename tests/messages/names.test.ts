import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { languages } from '../../src/lexicon/lexicon.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { packageFile } from '../../src/package-files.js'

it('the public list of names holds every neutral name of a place, as the lexicon has it', () => {
  const list = readFileSync(packageFile('docs/names.md'), 'utf8').replace(/ +/g, ' ')
  const lexicon = loadLexicon()
  const contested = lexicon.places().filter((place) => place.neutral)
  expect(contested.length).toBeGreaterThan(10)
  const rows = contested.map((place) => `| ${languages.map((lang) => lexicon.displayName(place.slug, lang)).join(' | ')} |`)
  expect(rows.filter((row) => !list.includes(row))).toEqual([])
})
