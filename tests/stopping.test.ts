/** `readout start` as a process of its own → SIGTERM ends it at once when nothing runs. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageFile } from '../src/package-files.js'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

it('an idle service ends within a second or two of SIGTERM: no timer keeps it', { timeout: 90_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-stop-'))
  const child = spawn(process.execPath, ['--import', 'tsx', packageFile('src/launch.ts'), 'start'], {
    env: { PATH: process.env.PATH, READOUT_DATA: folder, HTTP_PORT: String(await freePort()) },
  })
  try {
    let said = ''
    const ended = once(child, 'exit')
    await new Promise<void>((settle, fail) => {
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (text: Buffer) => {
          said += text.toString()
          if (said.includes('Readout runs')) settle()
        })
      void ended.then(() => fail(new Error(`readout start ended: ${said}`)))
    })
    const at = performance.now()
    child.kill('SIGTERM')
    const [code] = (await ended) as [number | null]
    expect(code, said).toBe(0)
    expect(performance.now() - at).toBeLessThan(3_000)
  } finally {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})
