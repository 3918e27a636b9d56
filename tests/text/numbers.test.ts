import { describe, expect, it } from 'vitest'
import { findFigures } from '../../src/text/numbers.js'

describe('figures', () => {
  it.each([
    ['29,743 km²', 29743, 'km2'],
    ['1.200 nəfər', 1200, undefined],
    ['2,5 млрд долларов', 2_500_000_000, 'USD'],
    ['$3 million', 3_000_000, 'USD'],
    ['15 faiz', 15, '%'],
    ['53,92 процента', 53.92, '%'],
    ['12.5%', 12.5, '%'],
    ['100 հազար', 100_000, undefined],
    ['46,38 პროცენტი', 46.38, '%'],
    ['10 milyon avro', 10_000_000, 'EUR'],
    ['1 234 567 драмов', 1_234_567, 'AMD'],
    ['6-km stretch', 6, 'km'],
    ['0.125', 0.125, undefined],
  ])('%s', (text, value, unit) => {
    const [figure, ...rest] = findFigures(`It was ${text}.`.replace('..', '.'))
    expect(rest).toEqual([])
    expect(figure?.value).toBeCloseTo(value, 6)
    expect(figure?.unit).toBe(unit)
  })
  it('stand where they say', () => {
    const text = 'Ранены 13 человек, ущерб 2,5 млрд руб., рост 4%.'
    expect(findFigures(text).map((figure) => text.slice(figure.start, figure.end))).toEqual(['13', '2,5 млрд руб', '4%'])
  })
  it('are not parts of words', () => {
    expect(findFigures('COP29, s123, A4')).toEqual([])
  })
})
