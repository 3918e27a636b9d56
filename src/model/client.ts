/** A prompt → what the operator's language model says to it: one bounded call to an OpenAI-compatible endpoint, pausing after failures. */
import { z } from 'zod'
import { retryAfterOf } from '../sources/fetch.js'

export interface ModelOptions {
  /** LLM_BASE_URL: what `/chat/completions` is put behind. The operator's choice, so it may be a private address. */
  baseUrl: string
  /** LLM_API_KEY; null where the endpoint wants none. */
  apiKey: string | null
  /** LLM_MODEL. */
  model: string
  fetch: typeof fetch
  now: () => Date
  /** How long one reply may take. */
  timeoutMs?: number
  callsAMinute?: number
}

export interface Prompt {
  /** What the model is to do. */
  task: string
  /** What it is to do it with: never an instruction. */
  data: string
}

/** Calls since the start. */
export interface CallCounts {
  answered: number
  failed: number
}

export interface ModelClient {
  /** The model's name, as configured. */
  model: string
  /** @throws ModelError when no reply came that can be used; what `signal` aborts throws its reason and counts as no failure. */
  complete(prompt: Prompt, signal?: AbortSignal): Promise<string>
  /** Milliseconds for which nothing is to be asked: after a failure, or when a minute has had its calls. */
  pauseMs(): number
  counts(): CallCounts
}

/** What kept a reply from coming: nothing answers, the key is refused, no such address or model, too many calls, or an unusable reply. */
export type ModelFault = 'unreachable' | 'key' | 'not-found' | 'busy' | 'reply'

/** A call without a usable reply. The message says which host, what it said and what was expected; never the key. */
export class ModelError extends Error {
  override name = 'ModelError'
  constructor(
    readonly fault: ModelFault,
    message: string,
  ) {
    super(message)
  }
}

const minuteMs = 60_000
const replyBytes = 256_000
const firstPauseMs = 30_000
const longestPauseMs = 15 * minuteMs
/** An endpoint may ask for more patience than our own back-off, up to this. */
const longestAskedMs = 60 * minuteMs

const replyShape = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullable() }) })).min(1),
})

/** `https://host/v1` → `https://host/v1/chat/completions`; a query (`?api-version=…`) stays. */
function completionsUrl(baseUrl: string): URL {
  const url = new URL(baseUrl)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`
  return url
}

/** @throws ModelError as soon as there is more than a reply of a few lines can have. */
async function boundedText(response: Response, place: string): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > replyBytes) throw new ModelError('reply', `${place}: the reply is longer than ${replyBytes} bytes, expected one headline`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text
}

/** " (ECONNREFUSED)", where the network gave a code. */
function codeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } }
  return typeof cause?.code === 'string' ? ` (${cause.code})` : ''
}

function faultOf(status: number): ModelFault {
  if (status === 401 || status === 403) return 'key'
  if (status === 404 || status === 405) return 'not-found'
  return status === 429 ? 'busy' : 'reply'
}

const meanings: Record<ModelFault, string> = {
  unreachable: 'nothing answers there',
  key: 'the key is refused, expected LLM_API_KEY to be one of this endpoint',
  'not-found': 'no such address or model, expected LLM_BASE_URL to end where /chat/completions follows, and LLM_MODEL to be served there',
  busy: 'too many calls for now',
  reply: 'expected a chat completion',
}

export function createModelClient(options: ModelOptions): ModelClient {
  const { apiKey, model, now, timeoutMs = minuteMs, callsAMinute = 20 } = options
  const url = completionsUrl(options.baseUrl)
  // Credentials may stand in an address, or a key in its query.
  const place = `${url.origin}${url.pathname}`
  const counts: CallCounts = { answered: 0, failed: 0 }
  let failuresInARow = 0
  let pausedUntil = 0
  let calledAt: number[] = []

  async function ask({ task, data }: Prompt, signal: AbortSignal): Promise<string> {
    const response = await options.fetch(url, {
      method: 'POST',
      // What was configured is asked, and nobody else is handed the key.
      redirect: 'manual',
      signal,
      headers: { 'content-type': 'application/json', accept: 'application/json', ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }) },
      body: JSON.stringify({
        model,
        temperature: 0,
        messages: [
          { role: 'system', content: task },
          { role: 'user', content: data },
        ],
      }),
    })
    if (!response.ok) {
      const asked = retryAfterOf(response.headers.get('retry-after'), now())
      if (asked) pausedUntil = Math.min(asked.getTime(), now().getTime() + longestAskedMs)
      await response.body?.cancel()
      const fault = faultOf(response.status)
      throw new ModelError(fault, `${place}: HTTP ${response.status}, ${meanings[fault]}`)
    }
    const text = await boundedText(response, place)
    let parsed: z.infer<typeof replyShape>
    try {
      parsed = replyShape.parse(JSON.parse(text))
    } catch {
      // The reply itself is shown nowhere: it may repeat what was sent.
      throw new ModelError('reply', `${place}: the reply is no chat completion (${text.length} characters), expected {"choices": [{"message": …}]}`)
    }
    return parsed.choices[0]?.message.content ?? ''
  }

  function noteFailure(): void {
    counts.failed++
    failuresInARow++
    const ownPause = Math.min(firstPauseMs * 2 ** (failuresInARow - 1), longestPauseMs)
    pausedUntil = Math.max(pausedUntil, now().getTime() + ownPause)
  }

  return {
    model,
    async complete(prompt, stopped) {
      calledAt = [...calledAt.filter((at) => at > now().getTime() - minuteMs), now().getTime()]
      const timeout = AbortSignal.timeout(timeoutMs)
      try {
        const reply = await ask(prompt, stopped ? AbortSignal.any([stopped, timeout]) : timeout)
        failuresInARow = 0
        counts.answered++
        return reply
      } catch (error) {
        stopped?.throwIfAborted()
        noteFailure()
        if (error instanceof ModelError) throw error
        if (timeout.aborted) throw new ModelError('reply', `${place}: no whole reply within ${timeoutMs} ms`)
        // No cause: what fetch says of a header that it cannot send repeats the header.
        throw new ModelError('unreachable', `${place}: ${meanings.unreachable}${codeOf(error)}`)
      }
    },
    pauseMs() {
      const at = now().getTime()
      const oldest = calledAt.filter((called) => called > at - minuteMs).at(-callsAMinute)
      return Math.max(0, pausedUntil - at, oldest === undefined ? 0 : oldest + minuteMs - at)
    },
    counts: () => ({ ...counts }),
  }
}
