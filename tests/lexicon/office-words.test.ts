/** Texts in six languages → the titles of office in them, from the shipped data. */
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../src/lexicon/load.js'

const lexicon = loadLexicon()
const titles = (text: string, lang: string): string[] =>
  lexicon.officeWords(text, lang).map(({ id, standing, start, end }) => `${text.slice(start, end)}: ${id}, ${standing}`)

describe('titles of office', () => {
  it.each([
    [
      'en',
      'Foreign ministers met; an opposition MP objected',
      ['Foreign ministers: foreign-minister, official', 'opposition MP: opposition-figure, other'],
    ],
    [
      'ru',
      'с министром иностранных дел и пресс-секретарём',
      ['министром иностранных дел: foreign-minister, official', 'пресс-секретарём: spokesperson, official'],
    ],
    ['hy', 'Արտգործնախարարը և փաստաբանը', ['Արտգործնախարարը: foreign-minister, official', 'փաստաբանը: lawyer, other']],
    ['az', 'xarici işlər nazirinin politoloqa', ['xarici işlər nazirinin: foreign-minister, official', 'politoloqa: expert, other']],
    ['ka', 'საგარეო საქმეთა მინისტრმა დეპუტატს', ['საგარეო საქმეთა მინისტრმა: foreign-minister, official', 'დეპუტატს: member-of-parliament, other']],
    ['tr', "Dışişleri Bakanı'nın avukatı", ["Dışişleri Bakanı'nın: foreign-minister, official", 'avukatı: lawyer, other']],
  ])('are found in %s', (lang, text, expected) => {
    expect(titles(text, lang)).toEqual(expected)
  })
})

describe('loaded terms', () => {
  it.each([
    ['en', 'the so-called regime fell', 'so-called regime'],
    ['en', 'the ceasefire regime held', ''],
    ['ru', 'режим прекращения огня и сепаратисты', 'сепаратисты'],
    ['az', 'atəşkəs rejiminin qondarma', 'qondarma'],
    ['ka', 'უვიზო რეჟიმი და ოკუპანტები', 'ოკუპანტები'],
    ['tr', 'vize rejimi, sözde yetkililer', 'sözde'],
    ['hy', 'հրադադարի ռեժիմը և ահաբեկիչները', 'ահաբեկիչները'],
  ])('in %s "%s": "%s"', (lang, text, expected) => {
    expect(
      lexicon
        .loadedTerms(text, lang)
        .map(({ start, end }) => text.slice(start, end))
        .join(' '),
    ).toBe(expected)
  })
})
