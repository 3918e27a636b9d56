/** Forms and App Home: opened at once, filled when the answer is there, checked beside each field. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { event, line, openWorkspace, press, slashCommand, storyAnswer, submission, type Workspace, wordsOf } from './workspace.js'

let work: Workspace
beforeAll(async () => {
  work = await openWorkspace()
})
afterAll(async () => work.close())
beforeEach(() => {
  work.said.length = 0
  work.slack.calls.length = 0
  work.answer.with = ({ command, argument }) => [line(`${command} ${argument}`.trim())]
})

interface View {
  type: string
  callback_id: string
  private_metadata: string
  blocks: { block_id?: string; type: string; element?: { type: string; initial_value?: string; options?: unknown[] } }[]
}
const filled = async (count = 1): Promise<View> => (await work.slack.wait('views.update', count))[count - 1]?.params.view as View
const fields = (view: View): string[] => view.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id ?? ''] : []))

describe('subscribe without words', () => {
  it('opens a form before anything else is asked, and fills it with what is known', async () => {
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'subscribe'))
    const opened = await work.slack.first('views.open')
    expect(wordsOf((opened.view as View).blocks)).toBe('One moment…')
    const view = await filled()
    expect(fields(view)).toEqual(['times', 'days', 'zone', 'topics', 'read', 'length'])
    expect(view.blocks.find((block) => block.block_id === 'zone')?.element?.initial_value).toBe('Asia/Tbilisi')
    expect(work.said).toEqual([])
  })

  it('delivered twice opens one form, and subscribes nobody', async () => {
    const twice = slashCommand(work.slack, 'subscribe')
    await work.slack.envelope('slash_commands', twice)
    await work.slack.envelope('slash_commands', twice)
    await filled()
    await new Promise((settle) => setTimeout(settle, 200))
    expect(work.slack.of('views.open').length).toBe(1)
    expect(work.said).toEqual([])
  })

  it('says what is wrong beside the field', async () => {
    const wrong = await work.slack.envelope(
      'interactive',
      submission(
        { callback_id: 'subscribe' },
        { times: { value: '25:00' }, zone: { value: 'Mars/Base' }, days: { selected_option: { value: 'daily' } } },
      ),
    )
    expect(wrong).toMatchObject({
      response_action: 'errors',
      errors: { times: expect.stringContaining('8:30'), zone: expect.stringContaining('Mars/Base') },
    })
    expect(work.said).toEqual([])
  })

  it('subscribes the channel it was opened in, and reads back what was understood', async () => {
    const done = await work.slack.envelope(
      'interactive',
      submission(
        { callback_id: 'subscribe' },
        {
          times: { value: '8:30, 18:00' },
          zone: { value: 'Asia/Baku' },
          days: { selected_option: { value: 'weekdays' } },
          topics: { selected_options: [{ value: 'Peace treaty' }, { value: 'Border' }] },
          read: { selected_options: [{ value: 'hy' }, { value: 'ru' }] },
          length: { selected_option: { value: 'full' } },
        },
      ),
    )
    expect(done).toMatchObject({ response_action: 'update' })
    expect(wordsOf((done?.view as View | undefined)?.blocks)).toContain('subscribe 8:30, 18:00')
    expect(work.said).toMatchObject([
      {
        command: 'subscribe',
        argument: '8:30, 18:00, weekdays, Asia/Baku, Peace treaty, Border, read: hy, ru, full',
        address: { chat: 'C1' },
        kind: 'group',
      },
    ])
  })

  it('sent twice subscribes once', async () => {
    const twice = submission({ callback_id: 'subscribe' }, { times: { value: '9:00' } })
    await work.slack.envelope('interactive', twice)
    await work.slack.envelope('interactive', twice)
    expect(work.said.length).toBe(1)
  })

  it('that does not open is answered in words', async () => {
    work.slack.faults.set('views.open', [{ error: 'expired_trigger_id' }])
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'settings'))
    await work.slack.wait('response_url')
    expect(work.said).toMatchObject([{ command: 'settings', argument: '' }])
  })

  it('is acknowledged in time even when Slack does not say who the person is', async () => {
    work.slack.faults.set('users.info', ['no answer'])
    const begun = performance.now()
    const link = { link: { value: 'cw.example' } }
    await work.slack.envelope('interactive', { ...submission({ callback_id: 'addsource' }, link), user: { id: 'UNOBODY' } })
    expect(performance.now() - begun).toBeLessThan(3_000)
    work.slack.faults.clear()
  })

  it('an answer that takes long comes by an update', async () => {
    work.answer.with = async () => {
      await new Promise((settle) => setTimeout(settle, 2_200))
      return [line('Late.')]
    }
    const waiting = await work.slack.envelope('interactive', submission({ callback_id: 'subscribe' }, { times: { value: '9:00' } }))
    expect(wordsOf((waiting?.view as View | undefined)?.blocks)).toContain('takes longer')
    expect(wordsOf((await filled()).blocks)).toContain('Late.')
  })
})

describe('settings without words', () => {
  it('offers workspace admins to keep a channel to themselves, which members then feel', async () => {
    work.slack.users.set('UBOSS', { is_admin: true })
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'settings', { user_id: 'UBOSS' }))
    expect(fields(await filled())).toEqual(['lang', 'zone', 'read', 'who'])
    await work.slack.envelope('interactive', {
      ...submission({ callback_id: 'settings' }, { who: { selected_option: { value: 'admins' } } }),
      user: { id: 'UBOSS' },
    })
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'subscribe 8:00'))
    await work.slack.wait('response_url')
    expect(work.said.at(-1)).toMatchObject({ command: 'subscribe', chatAdmin: false })
    await work.slack.envelope('interactive', {
      ...submission({ callback_id: 'settings' }, { who: { selected_option: { value: 'members' } } }),
      user: { id: 'UBOSS' },
    })
  })

  it('shows members no such choice', async () => {
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'settings'))
    expect(fields(await filled())).toEqual(['lang', 'zone', 'read'])
  })
})

describe('add a source', () => {
  it('asks for a link, shows what was found with a guess of its labels, adds with those confirmed', async () => {
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'addsource', { user_id: 'UADMIN' }))
    expect(fields(await filled())).toEqual(['link'])
    expect(await work.slack.envelope('interactive', submission({ callback_id: 'addsource' }, { link: { value: 'no link at all' } }))).toMatchObject({
      response_action: 'errors',
    })
    work.answer.with = () => [
      line('Found feed “Caspian Wire”', {
        buttons: [[{ label: 'Add 1', command: 'addsource', argument: 'https://cw.example yes country=AZ language=en' }]],
      }),
    ]
    const found = await work.slack.envelope('interactive', submission({ callback_id: 'addsource' }, { link: { value: 'cw.example' } }))
    const view = found?.view as View
    expect(wordsOf(view.blocks)).toContain('Found feed “Caspian Wire”')
    expect(fields(view)).toEqual(['name', 'country', 'language', 'ownership'])
    expect(view.blocks.find((block) => block.block_id === 'country')?.element?.initial_value).toBe('AZ')
    const bad = { country: { value: 'A1' } }
    expect(await work.slack.envelope('interactive', submission(view as never, bad))).toMatchObject({
      response_action: 'errors',
      errors: { country: expect.any(String) },
    })
    await work.slack.envelope(
      'interactive',
      submission(view as never, {
        name: { value: 'Caspian "Wire"' },
        country: { value: 'AZ' },
        ownership: { selected_option: { value: 'independent' } },
      }),
    )
    expect(work.said.at(-1)).toMatchObject({
      command: 'addsource',
      argument: 'cw.example yes country=AZ ownership=independent name="Caspian ”Wire”"',
    })
  })
})

describe('add a source, by somebody who may not', () => {
  it('is refused before anything is filled in', async () => {
    work.answer.with = () => [line('addsource: for admins of this bot.')]
    await work.slack.envelope('slash_commands', slashCommand(work.slack, 'addsource'))
    const view = await filled()
    expect([fields(view), wordsOf(view.blocks)]).toEqual([[], 'addsource: for admins of this bot.'])
  })

  it('is not, for who runs a workspace that the owner lets change the sources', async () => {
    work.slack.users.set('UBOSS', { is_admin: true })
    const asks = async (): Promise<string[]> => {
      work.slack.calls.length = 0
      await work.slack.envelope('slash_commands', slashCommand(work.slack, 'addsource', { user_id: 'UBOSS' }))
      return fields(await filled())
    }
    work.answer.with = () => [line('addsource: for admins of this bot.')]
    expect(await asks()).toEqual([])
    work.granted.add('T1')
    expect(await asks()).toEqual(['link'])
  })
})

describe('Copy with sources', () => {
  it('opens a window with text to copy', async () => {
    work.answer.with = () => [line('“They met” [1] Caspian Wire')]
    await work.slack.envelope('interactive', press(work.slack, { action_id: 'run:1', value: 'cite s12' }))
    const view = await filled()
    expect(view.blocks[0]?.element).toMatchObject({ type: 'plain_text_input', multiline: true, initial_value: '“They met” [1] Caspian Wire' })
    expect(work.said).toMatchObject([{ command: 'cite', argument: 's12' }])
  })
})

describe('App Home', () => {
  const open = (user: string): Promise<unknown> =>
    work.slack.envelope('events_api', event({ type: 'app_home_opened', user, channel: `D${user}`, tab: 'home' }))

  it("shows today's digest, my digests, followed topics and what is announced", async () => {
    work.answer.with = ({ command }) => [command === 'digest' ? storyAnswer() : line(`my ${command}`)]
    await open('U1')
    const { user_id: user, view } = await work.slack.first('views.publish')
    expect(user).toBe('U1')
    const words = wordsOf((view as View).blocks)
    for (const part of ['Today', 'They met <today>', 'my settings', 'my following', 'my calendar']) expect(words).toContain(part)
    expect(words).not.toContain('Sources (for admins)')
    expect(work.said.every(({ kind, address }) => kind === 'private' && address.chat === 'U1')).toBe(true)
  })

  it('shows admins the sources too', async () => {
    await open('UADMIN')
    expect(wordsOf(((await work.slack.first('views.publish')).view as View).blocks)).toContain('Sources (for admins)')
  })

  it('shows a picture in the window, without a public address', async () => {
    work.answer.with = () => [
      { ...line('Timeline'), blocks: [{ type: 'image', png: new Uint8Array([137, 80, 78, 71]), alt: 'Timeline of the border' }] },
    ]
    const home = { type: 'home', id: 'VHOME', callback_id: '', private_metadata: '', state: {} }
    await work.slack.envelope('interactive', press(work.slack, { action_id: 'run:1', value: 'timeline border' }, { view: home }))
    expect((await filled()).blocks[0]).toMatchObject({ type: 'image', alt_text: 'Timeline of the border' })
  })

  it('answers its buttons in a window, and shows what they changed', async () => {
    await open('U1')
    await work.slack.wait('views.publish')
    const home = { type: 'home', id: 'VHOME', callback_id: '', private_metadata: '', state: {} }
    await work.slack.envelope(
      'interactive',
      press(work.slack, { action_id: 'run:1', value: 'story s12' }, { view: home, channel: undefined, message: undefined, response_url: undefined }),
    )
    expect(wordsOf((await filled()).blocks)).toBe('story s12')
    await work.slack.wait('views.publish', 2)
  })
})
