import { describe, expect, it } from 'vitest'
import { commands, findCommand } from '../src/commands/table.js'

describe('the list of commands', () => {
  it('has each name once', () => {
    const names = commands.map((command) => command.name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('latest')
  })
  it('finds a command by its name, with a slash, and by a word of another language', () => {
    expect(findCommand('/Latest')?.name).toBe('latest')
    expect(findCommand('темы')?.name).toBe('topics')
    expect(findCommand('მდგომარეობა')).toBeUndefined()
  })
})
