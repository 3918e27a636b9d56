import { describe, expect, it } from 'vitest'
import { readTyped } from '../../src/commands/typed.js'

describe('what is typed', () => {
  it.each([
    ['latest peace treaty', 'latest', 'peace treaty'],
    ['', 'start', ''],
    ['/topics', 'topics', ''],
    ['/about the trial', 'about', 'the trial'],
    ['beni unut', 'forget', 'me'],
    ['subscribe 8:30 weekdays', 'subscribe', '8:30 weekdays'],
    ['report of the UN on mines', 'ask', 'report of the UN on mines'],
    ['report s12 the date is wrong', 'report', 's12 the date is wrong'],
    ['темы', 'topics', ''],
    ['story s12', 'story', 's12'],
    ['digest 2024-08-19', 'digest', '2024-08-19'],
    ['about the trial in Baku', 'ask', 'about the trial in Baku'],
    ['story of the two villages', 'ask', 'story of the two villages'],
    ['what did Bayramov say?', 'ask', 'what did Bayramov say?'],
    ['is this so https://a.example/news', 'check', 'is this so https://a.example/news'],
  ])('%s', (typed, command, argument) => {
    expect(readTyped(typed)).toEqual({ command, argument })
  })
  it('is looked up where it is as long as a post', () => {
    expect(readTyped('word '.repeat(90).trim()).command).toBe('check')
  })
})
