/** Raw text → text that can be compared: case, marks, spaces; and its words with their offsets. */

/**
 * Lower case, one UTF-16 unit for one, so that offsets stay valid.
 * In Azerbaijani and Turkish (`lang` 'az', 'tr') I → ı; everywhere İ → i (JavaScript's own lower case of İ is two units long).
 */
export function foldCase(text: string, lang?: string): string {
  const dotted = text.includes('İ') ? text.replaceAll('İ', 'i') : text
  const turkic = lang === 'az' || lang === 'tr'
  return (turkic ? dotted.replaceAll('I', 'ı') : dotted).toLowerCase()
}

/** Letters whose base letter Unicode decomposition does not give. */
const bases: Record<string, string> = {
  ə: 'e',
  Ə: 'E',
  ı: 'i',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ß: 's',
  ð: 'd',
  Ð: 'D',
  þ: 't',
  ё: 'е',
  Ё: 'Е',
}

/** Latin letters without their marks (ş → s, ə → e, İ → I), ё → е; other scripts unchanged. One UTF-16 unit for one. */
export function foldDiacritics(text: string): string {
  return text.replace(/[\u00c0-\u024f\u0259\u018f\u1e00-\u1eff\u0401\u0451]/g, (char) => {
    const base = bases[char] ?? char.normalize('NFD').charAt(0)
    return base === '' ? char : base
  })
}

/** Characters without width or ink: soft hyphen, zero-width spaces and joiners, direction marks and isolates, byte order mark, control characters. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u0000-\u0008\u000e-\u001b\u007f]/g

/** One line of text: every kind of white space becomes one space, what cannot be seen goes, ends are trimmed. */
export function squeeze(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim()
}

/** The text without what neither PostgreSQL nor JSON takes: the character zero, halves of surrogate pairs. */
export function wellFormed(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, '')
}

/** A word as it stands in the text: `text` is the slice [start, end), offsets in UTF-16 units. */
export interface Word {
  text: string
  start: number
  end: number
}

/**
 * Letters and digits; apostrophes, Armenian ՛ ՜ ՞, soft hyphens and joiners only inside a word.
 * A plain expression in linear time: the engine's own word segmenter takes seconds on long text.
 */
const wordPattern =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u055b\u055c\u055e\u00ad\u200b-\u200d\u2060]*(?:['’ʼ‘՚＇][\p{L}\p{N}][\p{L}\p{N}\p{M}\u055b\u055c\u055e\u00ad\u200b-\u200d\u2060]*)*/gu

/** The words of a text in order. Marks at a word's end ("Ի՞նչ՞") stay with it. */
export function words(text: string): Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(wordPattern)) found.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  return found
}
