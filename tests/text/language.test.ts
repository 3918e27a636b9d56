import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { identifyLanguage } from '../../src/text/language.js'
import { measuringSet } from '../measuring-sets.js'

describe('languages of titles', () => {
  it.each([
    ['en', 'Border commissions agree on next round of talks'],
    ['en', 'Pashinyan, Aliyev to meet in Brussels'],
    ['en', 'Kobakhidze: no talks with Moscow'],
    ['en', 'Foreign ministers of Armenia, Azerbaijan talk in Almaty'],
    ['ru', 'Пашинян и Алиев обсудили мирный договор'],
    ['ru', 'МИД Грузии вызвал посла'],
    ['ru', 'Саммит в Казани: итоги'],
    ['hy', 'Փաշինյանը կմեկնի Բրյուսել'],
    ['hy', 'Facebook-ի գրառում. Միրզոյանը NATO-ի մասին'],
    ['az', 'Ceyhun Bayramov Ankaraya səfər edib'],
    ['az', 'Prezident İlham Əliyev Şuşada'],
    ['az', 'XİN: Danışıqlar davam edir'],
    ['az', 'Bakı ilə İrəvan arasında yeni razılaşma əldə olunub'],
    ['ka', 'პრემიერი ბრიუსელში გაემგზავრა'],
    ['ka', 'NATO-ს გენერალური მდივანი თბილისშია'],
    ['tr', "Bakan Fidan, Bakü'de mevkidaşıyla görüştü"],
    ['tr', 'Türkiye ile Ermenistan sınırı açılıyor mu?'],
    ['tr', "Cumhurbaşkanı Erdoğan'dan barış anlaşması açıklaması"],
    ['uk', 'Президент України зустрівся з послом Вірменії'],
    ['be', 'Прэзідэнт Беларусі сустрэўся з паслом'],
    ['bg', 'България и Армения подписаха споразумение за търговията'],
    ['sr', 'Министар спољних послова Јерменије у Београду'],
    ['kk', 'Қазақстан Президенті Әзербайжанға келді'],
    ['fa', 'وزیر خارجه ایران به باکو سفر کرد'],
    ['ar', 'وزير الخارجية يصل إلى باكو'],
    ['fr', 'Le ministre des Affaires étrangères se rend à Erevan'],
    ['de', 'Die Außenminister treffen sich am Montag in Berlin'],
    ['el', 'Ο υπουργός Εξωτερικών στο Ερεβάν'],
    ['az', 'Азәрбајҹан Президенти Илһам Әлијев'],
  ])('%s: %s', (lang, title) => {
    expect(identifyLanguage(title).lang).toBe(lang)
  })
  it('are undetermined without letters', () => {
    expect(identifyLanguage('2024 – 18:30 …')).toEqual({ lang: 'und', confidence: 0 })
    expect(identifyLanguage('', 'ka')).toEqual({ lang: 'ka', confidence: 0.1 })
  })
  it('are surer the more there is to read', () => {
    const short = identifyLanguage('Paris')
    const long = identifyLanguage('The ministers said that they would meet again in the capital before the end of the month.')
    expect(short.confidence).toBeLessThan(0.6)
    expect(long.confidence).toBeGreaterThan(0.8)
  })
  it('let a hint tip what is even, and nothing else', () => {
    expect(identifyLanguage('Саммит', 'ru-RU').lang).toBe('ru')
    expect(identifyLanguage('Пашинян и Алиев обсудили мирный договор', 'en').lang).toBe('ru')
    expect(identifyLanguage('Border commissions agree on next round of talks', 'az').lang).toBe('en')
    expect(identifyLanguage('Bakı ilə İrəvan arasında yeni razılaşma əldə olunub', 'tr').lang).toBe('az')
  })
  it('do not come from addresses and markup', () => {
    expect(identifyLanguage('https://example.org/the/news/of/the/day <span class="the of and"> Շնորհակալություն').lang).toBe('hy')
  })
})

const folder = measuringSet('language')

function shares(file: string): Map<string, number> {
  const counts = new Map<string, { right: number; all: number }>()
  for (const line of readFileSync(join(folder ?? '', file), 'utf8').split('\n')) {
    const [lang, text] = line.split('\t')
    if (!lang || !text) continue
    const count = counts.get(lang) ?? { right: 0, all: 0 }
    counts.set(lang, count)
    count.all++
    if (identifyLanguage(text).lang === lang) count.right++
  }
  return new Map([...counts].map(([lang, { right, all }]) => [lang, right / all]))
}

describe.skipIf(folder === null)('the measuring set of languages (READOUT_CORPORA)', () => {
  it('finds at least 97 of 100 sentences in each of the six languages', () => {
    const found = shares('sentences.tsv')
    for (const lang of ['en', 'ru', 'hy', 'az', 'ka', 'tr']) expect(found.get(lang) ?? 0, lang).toBeGreaterThanOrEqual(0.97)
  })
  it('reports pairs of words', () => {
    const found = shares('word-pairs.tsv')
    console.info(`word pairs: ${[...found].map(([lang, share]) => `${lang} ${share.toFixed(3)}`).join(' ')}`)
    for (const lang of ['en', 'ru', 'hy', 'az', 'ka', 'tr']) expect(found.get(lang) ?? 0, lang).toBeGreaterThan(0.9)
  })
})
