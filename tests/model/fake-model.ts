/** Nothing → an OpenAI-compatible endpoint on loopback that answers as a test says, and remembers what it was asked. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  path: string
  authorization: string | undefined
  model: string
  temperature: number
  /** What the model is to do. */
  task: string
  headline: string
  from: string
  to: string
}

/** A reply's content, or whatever else a server may do. */
export type Behaviour = (asked: Asked, response: ServerResponse) => string | undefined

export interface FakeModel {
  /** LLM_BASE_URL. */
  url: string
  asked: Asked[]
  /** What the next calls meet. */
  behave(behaviour: Behaviour): void
  close(): Promise<void>
}

/** What a model says that does as it is told. */
export function translating(text: string): string {
  return JSON.stringify({ translation: text })
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

export async function startFakeModel(): Promise<FakeModel> {
  const asked: Asked[] = []
  let behaviour: Behaviour = () => translating('')
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await bodyOf(request)) as { model: string; temperature: number; messages: { role: string; content: string }[] }
    const [task = '', data = '{}'] = body.messages.map(({ content }) => content)
    const one: Asked = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      model: body.model,
      temperature: body.temperature,
      task,
      ...(JSON.parse(data) as { headline: string; from: string; to: string }),
    }
    asked.push(one)
    const content = behaviour(one, response)
    if (content === undefined) return
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ id: 'x', object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content } }] }))
  }
  const server: Server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave: (next) => {
      behaviour = next
    },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
