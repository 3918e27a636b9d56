/** Key and values → words of the interface in one of six languages; English where a translation is missing. */
import { readFileSync } from 'node:fs'
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { type Language, languages } from '../lexicon/lexicon.js'
import { packageFile } from '../package-files.js'

export type WordValues = Record<string, FluentVariable>

/** Says one interface text. */
export type Say = (key: string, values?: WordValues) => string

const bundles = new Map<Language, FluentBundle>()

function readBundle(lang: Language, names: readonly string[]): FluentBundle {
  // Isolation marks would show as boxes on some phones; our texts put values where direction is not in doubt.
  const bundle = new FluentBundle(lang, { useIsolating: false })
  for (const name of names) {
    const errors = bundle.addResource(new FluentResource(readFileSync(packageFile(`src/messages/words/${name}.ftl`), 'utf8')))
    if (errors.length > 0) throw new Error(`words/${name}.ftl: ${errors.map(String).join('; ')}`)
  }
  return bundle
}

function bundleOf(lang: Language): FluentBundle {
  let bundle = bundles.get(lang)
  if (!bundle) {
    bundle = readBundle(lang, [lang])
    bundles.set(lang, bundle)
  }
  return bundle
}

/** The languages that the interface speaks. */
export const interfaceLanguages: readonly Language[] = languages

/** The interface language nearest to a code ("ru-RU" → "ru"); English where Readout does not speak it. */
export function interfaceLanguage(code: string | null | undefined): Language {
  const short = (code ?? '').slice(0, 2).toLowerCase()
  return languages.find((lang) => lang === short) ?? 'en'
}

function format(bundle: FluentBundle, key: string, values: WordValues): string {
  const lang = bundle.locales.join()
  const pattern = bundle.getMessage(key)?.value
  if (!pattern) throw new Error(`words: no text "${key}" in ${lang}`)
  const errors: Error[] = []
  const text = bundle.formatPattern(pattern, values, errors)
  if (errors.length > 0) throw new Error(`words: "${key}" in ${lang}: ${errors.map((error) => error.message).join('; ')}`)
  return text
}

/** The words of one interface language. @throws for a key that English lacks or a value that is missing. */
export function words(lang: Language): Say {
  return (key, values = {}) => format(bundleOf(lang).hasMessage(key) ? bundleOf(lang) : bundleOf('en'), key, values)
}

/** Words of the operator's terminal, with those of the interface beside them; English. */
export function operatorWords(): Say {
  const bundle = readBundle('en', ['en', 'operator', 'why'])
  return (key, values = {}) => format(bundle, key, values)
}

/** Keys of one language's bundle, for the check of completeness.@internal */
export function wordKeys(lang: Language): string[] {
  return [...bundleOf(lang)._messages.keys()].sort()
}
