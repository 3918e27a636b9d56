/** What an admin says about a wrong story or tag → it is so from then on, for whoever asks, for what arrives later, and after a rebuild. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config.js'
import { createLog } from '../../src/log.js'
import { assemble, type Readout } from '../../src/main.js'
import { rebuild } from '../../src/pipeline.js'
import { createSession } from '../../src/verbs/session.js'
import { keepReport } from '../keep-report.js'
import { preparedFolder } from '../store/test-store.js'

const now = new Date('2024-09-03T12:00:00Z')
const treaty =
  'Foreign Minister Ararat Mirzoyan of Armenia and Foreign Minister Jeyhun Bayramov of Azerbaijan met in Almaty on August 30 to discuss the peace treaty.\n\nThe ministers agreed to continue the talks on the text of the treaty.'
const borders =
  'The commissions of Armenia and Azerbaijan on the delimitation of the state border signed a regulation on their joint work on August 30.\n\nIt was signed by Mher Grigoryan and Shahin Mustafayev.'

describe('an admin mends', () => {
  let readout: Readout
  const say = async (name: string, words: string) =>
    (await createSession(readout, {}).say(name, words)) as { text: string; data: Record<string, unknown>; failed: boolean }
  const byId = async (id: number) => (await readout.commandPorts.articles.byIds([id]))[0]
  const storyOf = async (id: number) => (await byId(id))?.story as number
  const keep = (outlet: string, text: string, hour: number): Promise<number> => {
    const title = text === treaty ? 'Mirzoyan and Bayramov meet in Almaty on the peace treaty' : 'Border commissions sign their regulation'
    const publishedAt = new Date(Date.parse('2024-08-30T08:00:00Z') + hour * 3_600_000)
    return keepReport({ outlet, page: String(hour), title, text, publishedAt }, readout, now)
  }
  let first: number
  let second: number
  let other: number

  beforeAll(async () => {
    readout = await assemble({ ...loadConfig({}), dataDir: await preparedFolder() }, { now: () => now, log: createLog('error') })
    first = await keep('one', treaty, 1)
    second = await keep('two', treaty, 2)
    other = await keep('three', borders, 3)
  })
  afterAll(() => readout?.close())

  it('and nothing that was typed is passed over in silence', async () => {
    for (const [name, words, told] of [
      ['retag', `a${first} topics +weather`, '+weather'],
      ['retag', `a${first} topics border`, 'border'],
      ['retag', `a${first} event +party`, '+party'],
      ['retag', `a${first} relevant +maybe`, '+maybe'],
      ['retag', `a${first} countries +XX`, '+XX'],
      ['retag', `a${first} colour +red`, 'colour'],
      ['retag', 'a999 topics +border', 'a999'],
      ['hide', 's999', 's999'],
      ['hide', 's99999999999', 's99999999999'],
      ['split', `a${first} a${other}`, `a${other}`],
      ['split', `a${other}`, `s${await storyOf(other)}`],
      ['merge', `s${await storyOf(first)} a${other}`, `a${other}`],
      ['undo', 'm999', 'undo m3'],
    ] as const) {
      const said = await say(name, words)
      expect([said.failed, said.text], `${name} ${words}`).toEqual([true, expect.stringContaining(told)])
    }
    expect(await readout.commandPorts.stories.mends()).toEqual([])
    expect((await readout.commandPorts.audit.list(20)).filter(({ action }) => action !== 'addsource')).toEqual([])
  })

  it('a topic: it is found by it, exported with it, and has it after a rebuild, until it is taken back', async () => {
    expect((await byId(first))?.topics).not.toContain('climate')
    const { data } = await say('retag', `a${first} topics +climate people +pashinyan`)
    expect(data.mends, 'one field at a time').toEqual([])
    const made = (await say('retag', `a${first} topics +climate`)).data.mends as number[]
    expect((await byId(first))?.topics).toContain('climate')
    expect((await say('latest', 'climate')).text).toContain('Almaty')
    await rebuild({ ...readout.readingPorts, zoneOf: () => null }, () => undefined)
    expect((await byId(first))?.topics).toContain('climate')
    await say('undo', `m${made[0]}`)
    expect((await byId(first))?.topics).not.toContain('climate')
    expect((await say('undo', `m${made[0]}`)).failed, 'a second time').toBe(true)
  })

  it('a name by what people call him', async () => {
    const made = (await say('retag', `a${first} people +Pashinyan`)).data.mends as number[]
    expect((await byId(first))?.people).toContain('nikol-pashinyan')
    await say('undo', `m${made[0]}`)
  })

  it('a story that is hidden stays so when more comes into it', async () => {
    const story = await storyOf(first)
    const { data } = await say('hide', `s${story}`)
    const third = await keep('four', treaty, 4)
    expect(await storyOf(third)).toBe(story)
    expect((await say('latest', 'peace treaty')).text).not.toContain('Almaty')
    expect((await say('story', `s${story}`)).text).not.toContain('Almaty')
    await rebuild({ ...readout.readingPorts, zoneOf: () => null }, () => undefined)
    expect((await say('latest', 'peace treaty')).text).not.toContain('Almaty')
    await say('undo', `m${(data.mends as number[])[1]}`)
    expect((await say('latest', 'peace treaty')).text).toContain('Almaty')
  })

  it('stories by their place in the last list, and lists the articles of one', async () => {
    await say('story', `s${await storyOf(first)}`)
    expect((await say('split', '1')).text).toContain(`a${second}`)
    const one = await storyOf(first)
    const two = await storyOf(other)
    const merged = await say('merge', `1 s${two}`)
    expect(merged.text).toContain(`a${other}`)
    expect((await say('story', `s${two}`)).text, 'its old number opens it').toContain('Almaty')
    expect((await say('merge', `s${one} s${two}`)).failed).toBe(true)
    expect((await say('undo', '')).text).toContain('merge')
    await say('undo', `m${(merged.data.mends as number[])[0]}`)
    expect([await storyOf(first), await storyOf(other)]).toEqual([one, two])
  })
})
