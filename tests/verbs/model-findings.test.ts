/** `readout doctor` tries the language model as it will be used, and says what to do where it cannot be. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import type { Finding } from '../../src/verbs/finding.js'
import { modelFindings } from '../../src/verbs/model-findings.js'
import { type FakeModel, startFakeModel, translating } from '../model/fake-model.js'

const lexicon = loadLexicon([])
const key = 'sk-very-secret-key'
let server: FakeModel
beforeAll(async () => {
  server = await startFakeModel()
})
afterAll(async () => server.close())

const findings = (variables: Record<string, string>): Promise<Finding[]> => modelFindings(loadConfig(variables), lexicon, fetch)
const whole = (): Record<string, string> => ({ LLM_BASE_URL: server.url, LLM_MODEL: 'small', LLM_API_KEY: key })

describe('what doctor says of the language model', () => {
  it('is nothing to mend where none is set, or where it translates a headline', async () => {
    expect(await findings({})).toMatchObject([{ ok: true, says: expect.stringContaining('LLM_BASE_URL') }])
    server.behave(() => translating('Pashinyan and Aliyev met in Abu Dhabi'))
    expect(await findings(whole())).toMatchObject([{ ok: true, says: expect.stringContaining('Pashinyan and Aliyev met in Abu Dhabi') }])
    expect(server.asked).toHaveLength(1)
  })

  it('names the variable that is missing', async () => {
    expect(await findings({ LLM_BASE_URL: server.url })).toMatchObject([{ ok: false, remedy: expect.stringContaining('Set LLM_MODEL') }])
    expect(await findings({ LLM_MODEL: 'small' })).toMatchObject([{ ok: false, remedy: expect.stringContaining('Set LLM_BASE_URL') }])
  })

  it('tells a model that cannot do it from one that cannot be reached', async () => {
    server.behave(() => translating('Putin and Aliyev met in Abu Dhabi'))
    expect(await findings(whole())).toMatchObject([
      { ok: false, says: expect.stringContaining('(names)'), remedy: expect.stringContaining('LLM_MODEL') },
    ])
    expect(await findings({ ...whole(), LLM_BASE_URL: 'http://127.0.0.1:1/v1' })).toMatchObject([
      { ok: false, says: expect.stringContaining('127.0.0.1:1'), remedy: expect.stringContaining('LLM_BASE_URL') },
    ])
  })

  it.each([
    [401, 'LLM_API_KEY'],
    [404, 'LLM_MODEL'],
    [429, 'Wait'],
    [500, 'log'],
  ])('knows a remedy for HTTP %i, and never tells the key', async (status, remedy) => {
    server.behave((_asked, response) => {
      response.writeHead(status).end(key)
      return undefined
    })
    const found = await findings(whole())
    expect(found).toMatchObject([{ ok: false, says: expect.stringContaining(String(status)), remedy: expect.stringContaining(remedy) }])
    expect(JSON.stringify(found)).not.toContain(key)
  })

  it('says that nothing uses an embedding model yet', async () => {
    expect(await findings({ EMBEDDING_MODEL: 'e5' })).toMatchObject([{ about: 'language model' }, { ok: true, says: expect.stringContaining('e5') }])
  })

  it('is not asked of a key that no header takes', () => {
    expect(() => loadConfig({ LLM_API_KEY: 'ключ' })).toThrow(/LLM_API_KEY: the value \(not shown\) cannot be used/)
  })
})
