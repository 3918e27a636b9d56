/** Bytes in ARMSCII-8 (Armenian standard AST 34.002) → text; the platform's decoder does not know it. */

const signs: Record<number, string> = {
  162: 'և',
  163: '։',
  164: ')',
  165: '(',
  166: '»',
  167: '«',
  168: '—',
  169: '.',
  170: '՝',
  171: ',',
  172: '-',
  173: '֊',
  174: '…',
  175: '՜',
  176: '՛',
  177: '՞',
  254: '՚',
}

/** Letters stand in pairs from 178 on: capital, small. */
export function decodeArmscii(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) {
    if (byte < 160) text += String.fromCharCode(byte)
    else if (byte >= 178 && byte <= 253) text += String.fromCharCode((byte % 2 ? 0x561 : 0x531) + ((byte - 178) >> 1))
    else text += signs[byte] ?? ' '
  }
  return text
}
