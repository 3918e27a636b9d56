/** What was made of a text with a lexicon → kept as long as the lexicon's names are the same; the oldest goes first. */
import type { Lexicon } from './lexicon.js'

/** Gives what is kept under the key, or makes it. */
export type TextMemory<Value> = (lexicon: Lexicon, key: string, make: () => Value) => Value

/** `most`: values kept. */
export function createTextMemory<Value>(most: number): TextMemory<Value> {
  const memories = new WeakMap<Lexicon, { version: string; values: Map<string, Value> }>()
  const valuesOf = (lexicon: Lexicon): Map<string, Value> => {
    const known = memories.get(lexicon)
    // A running lexicon changes when names are added.
    if (known?.version === lexicon.version) return known.values
    const made = { version: lexicon.version, values: new Map<string, Value>() }
    memories.set(lexicon, made)
    return made.values
  }
  return (lexicon, key, make) => {
    const values = valuesOf(lexicon)
    const known = values.get(key)
    if (known !== undefined) return known
    const made = make()
    values.set(key, made)
    if (values.size > most) values.delete(values.keys().next().value as string)
    return made
  }
}
