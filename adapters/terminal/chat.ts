/** Lines typed at a prompt → commands or questions, until the input ends. */
import { createInterface } from 'node:readline'

export interface ChatOptions {
  input: NodeJS.ReadableStream
  output: NodeJS.WritableStream
  prompt: string
  /** True ends the chat at an empty line ("Enter ends"). */
  endAtEmptyLine: boolean
  /** Answers one line with text to print. */
  answer(line: string): Promise<string>
}

/** Resolves when the input ends, at Ctrl-D, or at an empty line where that ends it. */
export async function startChat(options: ChatOptions): Promise<void> {
  const lines = createInterface({ input: options.input, output: options.output, prompt: options.prompt })
  lines.prompt()
  for await (const line of lines) {
    if (line.trim() === '') {
      if (options.endAtEmptyLine) break
    } else options.output.write(`${await options.answer(line.trim())}\n`)
    lines.prompt()
  }
  lines.close()
}
