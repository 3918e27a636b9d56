/** Words for a picture: escaped, measured, clipped. */

export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Width of a letter of DejaVu Sans in ems, a little more than the average of its kind. */
function letterWidth(char: string): number {
  if (/[\s.,:;'’|!ilIjſ·]/.test(char)) return 0.34
  if (/[mwMWшщжюфыШЩЖЮФЫ]/.test(char)) return 0.92
  if (/[ա-և]/.test(char)) return 0.76
  if (/[ა-ჰ]/.test(char)) return 0.62
  if (/[\p{Lu}\p{Nd}]/u.test(char)) return 0.69
  return /[а-яё]/.test(char) ? 0.64 : 0.61
}

/** Width in units of the picture, estimated on the safe side. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0
  for (const char of text) ems += letterWidth(char)
  return ems * size * (bold ? 1.12 : 1)
}

/** The text, or as much of it as fits with an ellipsis. */
export function clipped(text: string, size: number, room: number, bold = false): string {
  if (textWidth(text, size, bold) <= room) return text
  const chars = [...text]
  while (chars.length > 1 && textWidth(`${chars.join('')}…`, size, bold) > room) chars.pop()
  return `${chars.join('').trimEnd()}…`
}
