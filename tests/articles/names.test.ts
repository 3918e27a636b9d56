import { describe, expect, it } from 'vitest'
import { findNames, findUnknownNames } from '../../src/articles/names.js'
import { loadLexicon } from '../../src/lexicon/load.js'

const lexicon = loadLexicon()
const keys = (lang: string, text: string): string[] => findNames({ title: '', text, lang, published: null }, lexicon)
const slugs = (lang: string, text: string): string[] => findUnknownNames(text, lang, lexicon.mentions(text, lang), lexicon).map((name) => name.slug)

describe('names outside the lexicon', () => {
  it('have one key in every script and case', () => {
    const [english] = keys('en', 'The bridge was drawn by Giorgi Berishvili in 1901.')
    expect(english).toBeDefined()
    expect(keys('ru', 'Мост построил Георгий Беришвили, а не город.').map((key) => key.split(' ')[1])).toEqual([english?.split(' ')[1]])
    expect(keys('ka', 'ხიდი გიორგი ბერიშვილმა ააშენა.')).toEqual([english])
    expect(keys('ka', 'გიორგი ბერიშვილის თქმით, ხიდი ძველია.')).toEqual([english])
  })
  it('are the same for an Armenian in Armenian, Russian and English', () => {
    const [english] = keys('en', 'They asked Vahan Sargsyants about it.')
    expect(keys('hy', 'Հարցրին Վահան Սարգսյանցին այդ մասին։')).toEqual([english])
    expect(keys('ru', 'Об этом спросили: ответил Ваан Саргсянц.')).toEqual([english])
  })
  it('lose their Azerbaijani and Turkish endings', () => {
    expect(slugs('az', 'Körpünü Elnur Qasımzadənin qardaşı tikib.')).toEqual(['elnur-gasimzade'])
    expect(slugs('tr', "Köprüyü Kemal Yıldızoğlu'nun kardeşi yaptı.")).toEqual(['kemal-yildizoglu'])
  })
  it('are not those that the lexicon knows, nor a capital at the start of a sentence', () => {
    expect(keys('en', 'Yesterday Nikol Pashinyan met Ilham Aliyev. Nobody else came.')).toEqual([])
  })
})
