/** `about` says whether a language model is used, and for what. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '../../src/lexicon/lexicon.js'
import { createSession } from '../../src/verbs/session.js'
import { openSampleReadout, type SampleReadout } from '../sample-readout.js'

let sample: SampleReadout
beforeAll(async () => {
  sample = await openSampleReadout({ read: false })
})
afterAll(async () => sample.close())

describe('about', () => {
  it('says that no language model is used where none is', async () => {
    expect((await createSession(sample.readout, {}).say('about', '')).text).toContain('No language model is used.')
  })
  it.each(languages)('names the model that is used, and what it does, in %s', async (lang) => {
    const readout = { ...sample.readout, commandPorts: { ...sample.readout.commandPorts, languageModel: 'small-model' } }
    const { text } = await createSession(readout, {}).say('about', '', { lang })
    expect(text).toContain('(small-model)')
    expect(text).not.toContain('No language model')
  })
})
