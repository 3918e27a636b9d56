/** Key and values → words of the interface in one of six languages; English where a translation is missing. */
import { readFileSync } from 'node:fs'
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { type Language, languages } from '../lexicon/lexicon.js'
import { packageFile } from '../package-files.js'

export type WordValues = Record<string, FluentVariable>

/** Says one interface text. */
export type Say = (key: string, values?: WordValues) => string

const bundles = new Map<Language, FluentBundle>()

function bundleOf(lang: Language): FluentBundle {
  let bundle = bundles.get(lang)
  if (!bundle) {
    // Isolation marks would show as boxes on some phones; our texts put values where direction is not in doubt.
    bundle = new FluentBundle(lang, { useIsolating: false })
    const errors = bundle.addResource(new FluentResource(readFileSync(packageFile(`src/messages/words/${lang}.ftl`), 'utf8')))
    if (errors.length > 0) throw new Error(`words/${lang}.ftl: ${errors.map(String).join('; ')}`)
    bundles.set(lang, bundle)
  }
  return bundle
}

/** The interface language nearest to a code ("ru-RU" → "ru"); English where Readout does not speak it. */
export function interfaceLanguage(code: string | null | undefined): Language {
  const short = (code ?? '').slice(0, 2).toLowerCase()
  return languages.find((lang) => lang === short) ?? 'en'
}

/** The words of one interface language. @throws for a key that English lacks or a value that is missing. */
export function words(lang: Language): Say {
  return (key, values = {}) => {
    const bundle = bundleOf(lang).hasMessage(key) ? bundleOf(lang) : bundleOf('en')
    const pattern = bundle.getMessage(key)?.value
    if (!pattern) throw new Error(`words: no text "${key}" in ${lang} or en`)
    const errors: Error[] = []
    const text = bundle.formatPattern(pattern, values, errors)
    if (errors.length > 0) throw new Error(`words: "${key}" in ${lang}: ${errors.map((error) => error.message).join('; ')}`)
    return text
  }
}

/** Keys of one language's bundle, for the check of completeness. */
export function wordKeys(lang: Language): string[] {
  return [...bundleOf(lang)._messages.keys()].sort()
}
