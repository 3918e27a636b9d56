import { describe, expect, it } from 'vitest'
import { findOriginHint } from '../../src/articles/origin-hint.js'
import { loadLexicon } from '../../src/lexicon/load.js'

const lexicon = loadLexicon()
const hint = (lang: string, text: string): string | null => findOriginHint({ title: '', text, lang, published: null }, lexicon)

describe('the origin that a text names', () => {
  it.each([
    ['en', 'The talks went on all night, AFP reports. No date was set.', 'afp'],
    ['en', 'The talks went on all night.\n\nWith reporting by Reuters', 'reuters'],
    ['en', 'BAKU (APA) - The talks went on all night.', 'apa'],
    ['ru', 'Переговоры продолжались всю ночь, передаёт ТАСС. Дата не названа.', 'tass'],
    ['ru', 'Переговоры продолжались всю ночь, пишет издание со ссылкой на агентство «Интерфакс».', 'interfax'],
    ['az', 'TASS-a istinadən xəbər verilir ki, danışıqlar bütün gecə davam edib.', 'tass'],
    ['tr', "Görüşmeler gece boyunca sürdü. Reuters'ın haberine göre tarih belirlenmedi.", 'reuters'],
  ])('%s: %s', (lang, text, slug) => {
    expect(hint(lang, text)).toBe(slug)
  })
  it('is not an outlet that is merely spoken of', () => {
    expect(hint('en', 'A correspondent of Reuters was turned away at the door of the court.')).toBeNull()
    expect(hint('ru', 'Корреспондента ТАСС не пустили в зал суда.')).toBeNull()
  })
  it('is looked for at the start and end only', () => {
    const filler = 'The road was empty and the shops were shut. '.repeat(30)
    expect(hint('en', `${filler}Prices rose, AFP reports. ${filler}`)).toBeNull()
  })
})
