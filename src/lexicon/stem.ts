/** A word of a name → what it is looked up by: the shape that the endings of six languages are told in. */

/** What may follow a stem up to the end of its word. `''` in the set: the stem is a word by itself. */
export type Endings = ReadonlySet<string> | 'any' | 'latin' | 'latin-adjective'

export interface Stem {
  stem: string
  endings: Endings
}
