/** Settings as one message: what can be set, each by buttons, read back at once. */
import { describe, expect, it } from 'vitest'
import type { CommandPorts } from '../../src/commands/command.js'
import { runCommand } from '../../src/commands/run.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { messageText } from '../../src/messages/spans.js'
import type { Store } from '../../src/store/open.js'
import { openTestStore } from '../store/test-store.js'

const lexicon = loadLexicon()
const now = new Date('2026-03-02T10:00:00Z')

const someSource = {
  kind: 'feed' as const,
  url: 'https://caspian.example/feed',
  home: null,
  confirmed: true,
  country: 'AZ',
  language: 'en',
  ownership: null,
  zone: null,
}

let store: Store | null = null
let chats = 0

/** A new private chat of the one store. */
async function speaker() {
  store ??= await openTestStore()
  const ports = { ...store, lexicon, sample: false } as unknown as CommandPorts
  const chat = String(++chats)
  return async (command: string, words = '') => {
    const situation = {
      address: { platform: 'telegram', workspace: '', chat, thread: '' },
      kind: 'private' as const,
      person: { platform: 'telegram', workspace: '', user: chat },
      languageHint: 'en',
      zoneHint: null,
      now,
      asOf: null,
    }
    const { messages } = await runCommand(command, words, situation, ports, 'Asia/Tbilisi')
    const [message] = messages
    if (!message) throw new Error('expected a message')
    return { text: messageText(message), buttons: message.buttons.flat().flatMap((button) => ('command' in button ? [button] : [])) }
  }
}

describe('settings', () => {
  it('offer one button for each thing that can be set', async () => {
    const say = await speaker()
    const { buttons } = await say('settings')
    expect(buttons.map((button) => button.label)).toEqual(
      expect.arrayContaining(['Time', 'Days', 'Time zone', 'Topics', 'Language', 'Length', 'Quiet hours', 'Alerts']),
    )
  })
  it('a time chosen without a subscription makes one; chosen again it changes that one and nothing else', async () => {
    const say = await speaker()
    expect((await say('settings', '7:30')).text).toContain('every day at 07:30')
    await say('settings', 'full')
    await say('settings', 'weekdays')
    await say('settings', 'quiet 22-7')
    const { text } = await say('settings', '9:00')
    expect(text).toContain('on weekdays at 09:00')
    expect(text).toContain('full')
    expect(text).toContain('quiet from 22:00 to 07:00')
    expect(text).not.toContain('07:30')
    expect((await say('settings', 'quiet off')).text).not.toContain('quiet from')
  })
  it('a topic is switched on and off in its panel, which stays open', async () => {
    const say = await speaker()
    await say('subscribe', '8:30')
    const on = await say('settings', 'toggle peace-treaty')
    expect(on.buttons.map((button) => button.label)).toContain('✓ Peace treaty')
    expect((await say('settings')).text).toContain('about Peace treaty')
    const off = await say('settings', 'toggle peace-treaty')
    expect(off.buttons.map((button) => button.label)).toContain('Peace treaty')
  })
  it('every button of every panel is understood', async () => {
    const say = await speaker()
    await say('subscribe', '8:30')
    for (const panel of ['time', 'days', 'zone', 'topics', 'language', 'length', 'quiet']) {
      const { buttons } = await say('settings', panel)
      expect(buttons.length, panel).toBeGreaterThan(2)
      for (const { command, argument = '', mode } of buttons) {
        expect(mode, `${panel}: ${argument}`).toBe('edit')
        expect((await say(command, argument)).text, argument).not.toMatch(/not understood/i)
        await say('settings', 'lang en')
      }
    }
  })
})

describe('mute', () => {
  it('leaves a topic or a source out of every digest of the chat, until it is let in again', async () => {
    const say = await speaker()
    expect((await say('mute', 'energy')).text).toBe('This chat has no subscription.')
    await say('subscribe', '8:30')
    await say('subscribe', '18:00 border')
    expect((await say('mute')).text).toContain('Mute what?')
    const muted = await say('mute', 'energy')
    expect(muted.text).toBe('Muted: Energy. The digests of this chat leave it out.')
    expect((await say('settings')).text.match(/without Energy/g)).toHaveLength(2)
    const source = await store?.sources.add({ ...someSource, name: 'Caspian Wire' }, now)
    expect((await say('mute', 'caspian wire')).text).toContain('Muted: Caspian Wire')
    const list = await say('mute')
    expect(list.text).toBe('Muted: Energy and Caspian Wire')
    expect(list.buttons.map((button) => button.argument)).toEqual(['energy', String(source?.source.id)])
    for (const { command, argument } of list.buttons) await say(command, argument)
    expect((await say('settings')).text).not.toContain('without')
    expect((await say('mute', 'blorp')).text).toContain('“blorp”')
  })
})
