import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { environmentExample, environmentWith, loadConfig } from '../src/config.js'
import { packageFile } from '../src/package-files.js'

describe('configuration', () => {
  it('has a working default for everything', () => {
    expect(loadConfig({})).toMatchObject({
      dataDir: './data',
      databaseUrl: null,
      pollMinutes: 15,
      timeZone: 'UTC',
      access: 'open',
      http: { host: '127.0.0.1', port: 8080 },
    })
  })
  it('names the variable, its value and what was expected', () => {
    expect(() => loadConfig({ READOUT_TIME_ZONE: 'Asia/Jerewan' })).toThrow(/READOUT_TIME_ZONE: "Asia\/Jerewan" cannot be used\. Expected: IANA zone/)
    expect(() => loadConfig({ HTTP_PORT: '99999' })).toThrow(/HTTP_PORT: "99999".*0 to 65535/)
  })
  it('refuses a contact that no header takes, and a key that is short in any of its parts', () => {
    expect(() => loadConfig({ READOUT_CONTACT: 'Խմբագրություն' })).toThrow(/READOUT_CONTACT: "Խմբագրություն" cannot be used/)
    expect(() => loadConfig({ READOUT_SECRET_KEY: 'short,an old key that is long enough' })).toThrow(/READOUT_SECRET_KEY.*at least 16 characters/)
    expect(loadConfig({ READOUT_SECRET_KEY: 'a key that is long enough, an old key as long' }).secretKeys).toHaveLength(2)
  })
  it('never shows the value of a secret', () => {
    expect(() => loadConfig({ TELEGRAM_BOT_TOKEN: 'wrong-secret-token' })).toThrow(/^(?!.*wrong-secret-token).*TELEGRAM_BOT_TOKEN/)
  })
  it('takes a secret from a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'readout-config-')), 'token')
    writeFileSync(file, '123456:abc-DEF\n')
    expect(loadConfig({ TELEGRAM_BOT_TOKEN_FILE: file }).telegram.token).toBe('123456:abc-DEF')
    expect(() => loadConfig({ TELEGRAM_BOT_TOKEN_FILE: `${file}.missing` })).toThrow(/TELEGRAM_BOT_TOKEN_FILE.*cannot be read/)
  })
  it('reads .env under what the environment sets', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'readout-config-')), '.env')
    writeFileSync(
      file,
      '# token\nTELEGRAM_BOT_TOKEN=123456:abc-DEF # from BotFather\nREADOUT_CONTACT="desk of the paper"\nHTTP_PORT=9000\nREADOUT_DATA=\n',
    )
    const config = loadConfig(environmentWith(file, { HTTP_PORT: '9001' }))
    expect([config.telegram.token, config.contact, config.http.port, config.dataDir]).toEqual(['123456:abc-DEF', 'desk of the paper', 9001, './data'])
    expect(environmentWith(`${file}.missing`, { HTTP_PORT: '1' })).toEqual({ HTTP_PORT: '1' })
    expect(() => environmentWith(tmpdir())).toThrow(/cannot be read\. Expected: a file of lines NAME=value/)
  })
  it('wants a secret with a webhook', () => {
    expect(() => loadConfig({ TELEGRAM_WEBHOOK_URL: 'https://bot.example/telegram/webhook' })).toThrow(/TELEGRAM_WEBHOOK_SECRET: missing/)
  })
  it('reads several administrators and hosts', () => {
    const config = loadConfig({ READOUT_ADMINS: 'telegram:123, slack:T1/U1', READOUT_ALLOW_HOSTS: '127.0.0.1, localhost' })
    expect(config.admins).toEqual(['telegram:123', 'slack:T1/U1'])
    expect(config.allowHosts).toEqual(['127.0.0.1', 'localhost'])
  })
  it('is what .env.example says', () => {
    expect(readFileSync(packageFile('.env.example'), 'utf8')).toBe(environmentExample())
  })
})
