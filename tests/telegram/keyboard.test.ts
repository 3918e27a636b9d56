/** Buttons: what is pressed is what was meant, within 64 bytes; what is too old says so. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createKeyboards } from '../../adapters/telegram/keyboard.js'
import { limits } from '../../adapters/telegram/limits.js'
import type { Button } from '../../src/messages/message.js'

const long = 'ხელშეკრულების დადება და მისი მიმდინარეობა'

function shownAndPressed(button: Button, keyboards = createKeyboards(), pressedIn = keyboards) {
  const markup = keyboards.markup([[button]])
  const shown = markup?.inline_keyboard[0]?.[0]
  if (!markup || !shown || !('callback_data' in shown)) throw new Error('expected a button')
  expect(Buffer.byteLength(shown.callback_data)).toBeLessThanOrEqual(64)
  return pressedIn.pressed(shown.callback_data, markup)
}

describe('a button', () => {
  it('runs its command with its argument', () => {
    expect(shownAndPressed({ label: 'Story 1', command: 'story', argument: 's12' })).toEqual({ command: 'story', argument: 's12', mode: 'reply' })
    expect(shownAndPressed({ label: 'Русский', command: 'settings', argument: 'lang ru', mode: 'edit' })).toMatchObject({ mode: 'edit' })
  })
  it('whose argument is too long is known by its label, also after a restart', () => {
    expect(shownAndPressed({ label: long, command: 'latest', argument: long }, createKeyboards(), createKeyboards())).toMatchObject({
      argument: long,
    })
  })
  it('with other long words is known while the program runs, and too old after', () => {
    const button: Button = { label: 'Timeline', command: 'timeline', argument: long }
    expect(shownAndPressed(button)).toMatchObject({ command: 'timeline', argument: long })
    expect(shownAndPressed(button, createKeyboards(), createKeyboards())).toBeNull()
  })
  it('of another bot or version is too old', () => {
    for (const data of ['', 'x', 'ra:', 'zz:story 1', 'rl:latest nohash', '{"a":1}']) expect(createKeyboards().pressed(data, undefined)).toBeNull()
  })
  it('row that is too wide for a phone becomes several; many stories show their numbers', () => {
    const stories = [1, 2, 3, 4, 5].map((n): Button => ({ label: `Story ${n}`, command: 'story', argument: `s${n}` }))
    const wide = ['Armenia and Azerbaijan', 'Border and delimitation', 'x', 'Copy with sources'].map(
      (label): Button => ({ label, command: 'latest', argument: label }),
    )
    const rows = createKeyboards()
      .markup([stories, wide])
      ?.inline_keyboard.map((row) => row.map((button) => button.text))
    expect(rows).toEqual([['1', '2', '3', '4', '5'], ['Armenia and Azerbaijan'], ['Border and delimitation'], ['x', 'Copy with sources']])
  })
  it('of a choice takes the place that a long one leaves', () => {
    const topics = ['Sülh sazişi', 'Vasitəçilik', 'Nəqliyyat əlaqələri', 'Sərhəd', 'Konstitusiya', 'Daxili siyasət'].map(
      (label): Button => ({ label, command: 'latest', argument: label }),
    )
    const back: Button = { label: 'Back', command: 'latest' }
    const rows = createKeyboards()
      .markup([topics.slice(0, 2), topics.slice(2, 4), topics.slice(4), [back]])
      ?.inline_keyboard.map((row) => row.map((button) => button.text))
    expect(rows).toEqual([['Sülh sazişi', 'Vasitəçilik'], ['Nəqliyyat əlaqələri'], ['Sərhəd', 'Konstitusiya'], ['Daxili siyasət'], ['Back']])
  })
  it('row of many numbers is shared evenly', () => {
    const row = Array.from({ length: 9 }, (_, index): Button => ({ label: `Story ${index + 1}`, command: 'story', argument: `s${index}` }))
    expect(
      createKeyboards()
        .markup([row])
        ?.inline_keyboard.map((one) => one.length),
    ).toEqual([5, 4])
  })
  it('link without a real host is left out', () => {
    expect(createKeyboards().markup([[{ label: 'x', href: 'http://localhost:8080/' }]])).toBeNull()
  })
  it('of any words is one that Telegram takes, and means what it says', () => {
    const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('ხელშეკრულება '.repeat(8), '🇦🇲'.repeat(20), '   ', ''))
    const button: fc.Arbitrary<Button> = fc.record({
      label: words,
      command: fc.constantFrom('latest', 'timeline', 'check-sources', 'channel'),
      argument: words,
      mode: fc.constantFrom('reply' as const, 'edit' as const),
    })
    fc.assert(
      fc.property(fc.array(fc.array(button, { maxLength: 12 }), { maxLength: 14 }), (rows) => {
        const keyboards = createKeyboards()
        const markup = keyboards.markup(rows)
        const shown = markup?.inline_keyboard ?? []
        const wanted = rows.flat().filter((one) => one.label.trim())
        expect(shown.flat().length).toBe(Math.min(wanted.length, limits.buttons))
        for (const row of shown) expect(row.length).toBeLessThanOrEqual(limits.buttonsInRow)
        for (const [index, made] of shown.flat().entries()) {
          if (!('callback_data' in made)) throw new Error('expected a button that is pressed')
          expect(Buffer.byteLength(made.callback_data)).toBeLessThanOrEqual(limits.callbackData)
          expect(made.text.trim()).not.toBe('')
          const { command, argument, mode } = wanted[index] as Button
          expect(keyboards.pressed(made.callback_data, markup ?? undefined)).toEqual({ command, argument, mode })
        }
      }),
      { numRuns: 100 },
    )
  })
})
