/** A reader reports a mistake: the admins find it in the audit, without his name. */
import { describe, expect, it } from 'vitest'
import type { CommandPorts } from '../../src/commands/command.js'
import { runCommand } from '../../src/commands/run.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { messageText } from '../../src/messages/spans.js'
import { openTestStore } from '../store/test-store.js'

const now = new Date('2026-03-02T10:00:00Z')

describe('report', () => {
  it('writes down the story and what is wrong, never who says so, and no more than helps', async () => {
    const store = await openTestStore()
    // Story 3 went into story 12; no other is known.
    const stories = { ...store.stories, resolve: async (id: number) => (id === 3 || id === 12 ? 12 : null) }
    const ports = { ...store, stories, lexicon: loadLexicon(), sample: false } as unknown as CommandPorts
    const address = { platform: 'telegram', workspace: '', chat: '7', thread: '' }
    const situation = {
      address,
      kind: 'private' as const,
      person: { platform: 'telegram', workspace: '', user: '7' },
      languageHint: 'en',
      zoneHint: null,
      now,
      asOf: null,
    }
    const say = async (words: string): Promise<string> => {
      const { messages } = await runCommand('report', words, situation, ports, 'UTC')
      return messages.map(messageText).join('\n')
    }
    expect(await say('')).toContain('Which story')
    expect(await say('s99 wrong')).toContain('Which story')
    expect(await say('s3')).toBe('Thank you. The admins of this bot will see it. To say what is wrong: report s12 …')
    await store.chats.saveList((await store.chats.chat(address, 'private', now)).id, [40, 12], now)
    await say('2 the date is wrong')
    const entries = await store.audit.list(100)
    expect(entries.map(({ by, action, detail }) => [by, action, detail])).toEqual([
      ['reader', 'report', { story: 's12', words: 'the date is wrong' }],
      ['reader', 'report', { story: 's12' }],
    ])
    for (let n = 0; n < 40; n++) await say('s12')
    expect((await store.audit.list(100)).length).toBe(30)
  })
})
