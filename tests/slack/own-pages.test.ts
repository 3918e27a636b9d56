/** Links to this Readout's own pages are shown as what stands there; links to anything else are nobody's business here. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { event, line, openWorkspace, storyAnswer, type Workspace, wordsOf } from './workspace.js'

const publicUrl = 'https://readout.example.org'
let work: Workspace
beforeAll(async () => {
  work = await openWorkspace({ pagesUrl: publicUrl })
})
afterAll(async () => work.close())
beforeEach(() => {
  work.said.length = 0
  work.slack.calls.length = 0
  work.answer.with = () => [storyAnswer()]
})

const shared = (urls: string[], more: Record<string, unknown> = {}): Record<string, unknown> =>
  event({
    type: 'link_shared',
    channel: 'C1',
    user: 'U1',
    message_ts: '17.3',
    links: urls.map((url) => ({ domain: 'readout.example.org', url })),
    ...more,
  })

describe('a link to an own page', () => {
  it('is shown below its message, without buttons', async () => {
    await work.slack.envelope('events_api', shared([`${publicUrl}/stories/s12?lang=en&amp;x=1`, `${publicUrl}/topics/peace-treaty`]))
    const params = await work.slack.first('chat.unfurl')
    expect(params).toMatchObject({ channel: 'C1', ts: '17.3' })
    const unfurls = params.unfurls as Record<string, { blocks: { type: string }[] }>
    expect(Object.keys(unfurls)).toEqual([`${publicUrl}/stories/s12?lang=en&amp;x=1`, `${publicUrl}/topics/peace-treaty`])
    const { blocks } = unfurls[`${publicUrl}/topics/peace-treaty`] as { blocks: { type: string }[] }
    expect(wordsOf(blocks)).toContain('They met <today> & agreed')
    expect(blocks.map((block) => block.type)).not.toContain('actions')
    expect(work.said.map(({ command, argument }) => [command, argument])).toEqual([
      ['story', 's12'],
      ['latest', 'Peace treaty'],
    ])
  })

  it('still being written is shown there', async () => {
    const composing = { channel: 'COMPOSER', message_ts: 'abc', unfurl_id: 'C1.17.3', source: 'composer' }
    await work.slack.envelope('events_api', shared([`${publicUrl}/digests/2026-11-25`], composing))
    const params = await work.slack.first('chat.unfurl')
    expect([params.unfurl_id, params.source, params.channel]).toEqual(['C1.17.3', 'composer', undefined])
    expect(work.said).toMatchObject([{ command: 'digest', argument: '2026-11-25', kind: 'private', address: { chat: 'U1' } }])
  })

  it('delivered twice is shown once', async () => {
    const twice = shared([`${publicUrl}/`])
    await work.slack.envelope('events_api', twice)
    await work.slack.envelope('events_api', twice)
    await work.slack.wait('chat.unfurl')
    await new Promise((settle) => setTimeout(settle, 200))
    expect(work.slack.of('chat.unfurl').length).toBe(1)
  })

  it('where nothing stands is left alone, and so is every other link', async () => {
    work.answer.with = () => [line('There is no such story.')]
    await work.slack.envelope('events_api', shared([`${publicUrl}/stories/s999`, `${publicUrl}/admin`, 'https://elsewhere.example/stories/s12']))
    await expect.poll(() => work.said.length).toBe(1)
    await new Promise((settle) => setTimeout(settle, 200))
    expect(work.slack.of('chat.unfurl')).toEqual([])
  })

  it('that Slack does not let us show is no fault', async () => {
    work.slack.faults.set('chat.unfurl', [{ error: 'cannot_unfurl_url' }])
    await work.slack.envelope('events_api', shared([`${publicUrl}/stories/s12`]))
    await expect.poll(() => work.logged.join('\n')).toContain('could not be shown')
  })
})
