/** A web request → the Node request and response that Bolt's receiver takes; what it writes → a web response. */
import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void

/** Bytes; Slack's own payloads are far below. */
const largestBody = 1_000_000

function headersOf(outgoing: OutgoingHttpHeaders): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(outgoing))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, String(one))
  return headers
}

/** Null for a body that is too large: no more of it is read, for anybody may send one. */
async function bodyOf(request: Request): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > largestBody) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** 404 for what the listener does not know. */
export async function answerWith(listener: NodeListener, request: Request): Promise<Response> {
  const body = await bodyOf(request)
  if (!body) return new Response(null, { status: 413 })
  const url = new URL(request.url)
  const incoming = new IncomingMessage(new Socket())
  incoming.method = request.method
  incoming.url = url.pathname + url.search
  incoming.headers = Object.fromEntries(request.headers)
  incoming.push(body)
  incoming.push(null)
  return new Promise((settle) => {
    const response = new ServerResponse(incoming)
    const writeHead = response.writeHead.bind(response) as (...all: unknown[]) => ServerResponse
    const written: Buffer[] = []
    Object.assign(response, {
      writeHead(status: number, ...rest: unknown[]) {
        const headers = rest.findLast((one): one is OutgoingHttpHeaders => typeof one === 'object' && one !== null)
        for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value as string)
        return writeHead(status)
      },
      end(chunk?: unknown) {
        if (typeof chunk === 'string' || chunk instanceof Uint8Array) written.push(Buffer.from(chunk as string))
        const content = Buffer.concat(written)
        settle(new Response(content.length > 0 ? content : null, { status: response.statusCode, headers: headersOf(response.getHeaders()) }))
        return response
      },
      write(chunk: unknown) {
        if (typeof chunk === 'string' || chunk instanceof Uint8Array) written.push(Buffer.from(chunk as string))
        return true
      },
    })
    try {
      listener(incoming, response)
    } catch {
      settle(new Response('Not found.', { status: 404 }))
    }
  })
}
