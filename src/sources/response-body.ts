/** The body of a response, as it comes → its bytes, decompressed, never more than a limit. */
import type { Readable, Transform } from 'node:stream'
import zlib from 'node:zlib'

/** A body that exceeds its limit; nothing more of it is read. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge'
}

// Node 22 and later only; typed for 20.
const createZstdDecompress = (zlib as { createZstdDecompress?: () => Transform }).createZstdDecompress

/** The Accept-Encoding header: only what can be undone here. */
export const offeredEncodings = createZstdDecompress ? 'gzip, br, zstd, deflate' : 'gzip, br, deflate'

// A stream cut short still gives what came before: feeds often end so.
const lenient = { finishFlush: zlib.constants.Z_SYNC_FLUSH }

function decoders(encoding: string | null): Transform[] {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (names.length > 2) throw new Error(`unknown encoding ${JSON.stringify(encoding)}: more than two layers`)
  return names.reverse().map((name) => {
    if (name === 'gzip' || name === 'x-gzip') return zlib.createGunzip(lenient)
    if (name === 'deflate') return zlib.createInflate(lenient)
    if (name === 'br') return zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH })
    if (name === 'zstd' && createZstdDecompress) return createZstdDecompress()
    throw new Error(`unknown encoding ${JSON.stringify(name)}, expected one of: ${offeredEncodings}`)
  })
}

async function collect(stream: Readable, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new BodyTooLarge(`the page is larger than ${Math.round(limit / 1_000_000)} MB and was not read`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** @throws BodyTooLarge as soon as the decoded bytes exceed `limit`; an Error for an encoding that cannot be undone. */
export async function bodyBytes(body: Readable, encoding: string | null, limit: number): Promise<Uint8Array> {
  let stream: Readable = body
  // A body that is given up emits an error of its own later on; unheard it would end the process.
  body.on('error', () => undefined)
  try {
    for (const decoder of decoders(encoding)) {
      const from = stream
      stream = from.pipe(decoder)
      decoder.on('error', () => undefined)
      from.on('error', (error) => decoder.destroy(error))
    }
    return await collect(stream, limit)
  } finally {
    stream.destroy()
    body.destroy()
  }
}
