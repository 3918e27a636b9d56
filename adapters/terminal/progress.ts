/** Steps of long work → a bar on stderr; nothing where stderr is no terminal. */
export interface Progress {
  step(): void
  end(): void
}

const columns = 30

export function createProgress(label: string, total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  let done = 0
  const draw = (): void => {
    const filled = total > 0 ? Math.round((columns * done) / total) : columns
    stream.write(`\r${label} ${'█'.repeat(filled)}${'░'.repeat(columns - filled)} ${done}/${total}`)
  }
  return {
    step() {
      done++
      if (stream.isTTY) draw()
    },
    end() {
      if (stream.isTTY) stream.write('\r\u001b[K')
    },
  }
}
