/** Character and entity references → characters, once; what is no reference stays as it stands. */
import { Parser } from 'htmlparser2'

const xmlNames = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
const htmlNames = new Map<string, string | null>()

/** What windows-1252 has at 128 to 159 (Encoding Standard, index windows-1252); Node 20's own decoder gives control characters there. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Text whose control characters 128 to 159 are meant as windows-1252. */
export function fromWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? sign)
}

function fromCodePoint(code: number): string {
  // References 128 to 159 mean windows-1252 wherever they are written (HTML Standard, section 13.2.5.80).
  if (code >= 0x80 && code <= 0x9f) return windows1252[code - 0x80] ?? ''
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd'
  return String.fromCodePoint(code)
}

/** A name of HTML ("eacute") → its character; null when HTML knows none. */
function htmlCharacter(name: string): string | null {
  const known = htmlNames.get(name)
  if (known !== undefined) return known
  let text = ''
  const parser = new Parser({ ontext: (part) => (text += part) }, { decodeEntities: true })
  parser.end(`&${name};`)
  const character = text.endsWith(';') ? null : text
  if (htmlNames.size < 5_000) htmlNames.set(name, character)
  return character
}

/** `declared`: the document's own entities, already plain. Names of HTML count everywhere, since feeds use them undeclared. */
export function decodeReferences(text: string, declared?: { get(name: string): string | undefined }): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{0,31}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal) return fromCodePoint(Number(decimal))
    if (hex) return fromCodePoint(Number.parseInt(hex, 16))
    if (!name) return whole
    return xmlNames.get(name) ?? declared?.get(name) ?? htmlCharacter(name) ?? whole
  })
}

/** Plain text → HTML that shows exactly it. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
}
