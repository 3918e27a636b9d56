import { describe, expect, it } from 'vitest'
import { createLog, maskSecrets } from '../src/log.js'

describe('the log', () => {
  it('masks tokens and passwords wherever they stand', () => {
    const lines: string[] = []
    const log = createLog('info', (line) => lines.push(line))
    log.error({ url: 'https://api.example/bot123456789:AAE-abcdefghijklmnopqrstuvwxyz_12345/sendMessage' }, 'failed with xoxb-1234-5678-abcdefgh')
    expect(lines.join('')).not.toMatch(/AAE-abc|xoxb-1234/)
    expect(maskSecrets('postgres://readout:secret@db/readout')).toBe('postgres://readout:<password>@db/readout')
    expect(maskSecrets('postgres://readout:se@cret@db/readout')).toBe('postgres://readout:<password>@db/readout')
    expect(maskSecrets('start inv_0123456789abcdefghijkl')).toBe('start inv_<code>')
    expect(maskSecrets('http://localhost:8080/admin/enter?code=0123456789abcdefghijkl')).toBe('http://localhost:8080/admin/enter?code=<code>')
  })
  it('says nothing below its level', () => {
    const lines: string[] = []
    createLog('error', (line) => lines.push(line)).info({}, 'hello')
    expect(lines).toEqual([])
  })
})
