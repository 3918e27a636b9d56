/** State bodies named without their country, or with two → whose they are, from the shipped data. */
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../src/lexicon/load.js'

const lexicon = loadLexicon()
const bodies = (text: string, lang: string): string[] =>
  lexicon
    .mentions(text, lang)
    .filter(({ kind }) => kind === 'organisation')
    .map(({ slug }) => slug)
    .sort()

describe('one noun for the bodies of two states', () => {
  it.each([
    ['en', 'The foreign ministries of Armenia and Azerbaijan said on Tuesday.'],
    ['en', 'The Armenian and Azerbaijani foreign ministries announced it.'],
    ['en', 'Armenia and Azerbaijan agreed, the two foreign ministries said.'],
    ['ru', 'МИД Армении и Азербайджана сообщили о встрече.'],
    ['hy', 'Հայաստանի և Ադրբեջանի ԱԳՆ-ները հաղորդեցին։'],
    ['az', 'Azərbaycan və Ermənistan Xarici İşlər nazirlikləri bildirib.'],
    ['az', 'Azərbaycan və Ermənistan razılaşıb. Bunu iki ölkənin Xarici İşlər nazirlikləri elan edib.'],
    ['ka', 'სომხეთისა და აზერბაიჯანის საგარეო საქმეთა სამინისტროებმა განაცხადეს.'],
    ['tr', 'Azerbaycan ve Ermenistan Dışişleri bakanlıkları açıkladı.'],
  ])('in %s: %s', (lang, text) => {
    expect(bodies(text, lang)).toEqual(['armenian-mfa', 'azerbaijani-mfa'])
  })
  it('a second state that acts by itself keeps its ministry out', () => {
    expect(bodies('Об этом сообщил МИД Армении, и Азербайджан согласился.', 'ru')).toEqual(['armenian-mfa'])
  })
  it('two ministers are not two ministries', () => {
    expect(bodies('Azerbaycan ve Ermenistan Dışişleri Bakanları görüştü.', 'tr')).toEqual([])
    expect(bodies('Главам МИД Джейхуну Байрамову и Арарату Мирзояну поручено продолжить.', 'ru')).toEqual([])
  })
})

describe('a body without its country', () => {
  it.each([
    ['en', 'Georgia decided not to attend. Its Foreign Ministry had confirmed this.', 'georgian-mfa'],
    ['en', 'Armenia has accepted the wording of Azerbaijan, the foreign ministry announced.', 'armenian-mfa'],
    ['en', 'The Ministry of Foreign Affairs of the Republic of Kazakhstan said so.', 'kazakh-mfa'],
    ['az', 'Ermənistanın müdafiə idarəsi bəyan edib.', 'armenian-defence-ministry'],
    ['ru', 'Служба госбезопасности Грузии сообщила.', 'georgian-state-security-service'],
    ['en', 'Georgia has lost a citizen near Kirbali, the State Security Service said.', 'georgian-state-security-service'],
    ['en', 'The EU monitoring mission in Georgia said.', 'eumm'],
    ['ru', 'Миссия ЕС в Армении сообщила.', 'euma'],
  ])('in %s: %s', (lang, text, slug) => {
    expect(bodies(text, lang)).toEqual([slug])
  })
  it('a border service of nobody named is nobody’s', () => {
    expect(bodies('В Армению отправятся специалисты американской таможенной и пограничной службы.', 'ru')).toEqual([])
  })
})

it.each([
  ['hy', 'Ընդդիմադիր «Հայաստան» դաշինքը դեմ է։'],
  ['ru', 'Фракция «Армения» выступила против.'],
  ['ka', 'ბლოკი „სომხეთი“ წინააღმდეგია.'],
])('a name is found through the quotation marks inside it: %s', (lang, text) => {
  expect(bodies(text, lang)).toEqual(['armenia-alliance'])
})

it('an aircraft is not its maker', () => {
  expect(bodies('An Embraer 190 crashed near Aktau.', 'en')).toEqual([])
  expect(bodies('Embraer sent experts to Aktau.', 'en')).toEqual(['embraer'])
})
