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
  it.each([
    [
      'tr',
      'Gürcistan sakin. Gürcistan Başbakanı İrakli Kobakhidze, Tiflis ve Batum. İçişleri Bakanlığı 43 kişinin gözaltına alındığını bildirdi.',
      'georgian-interior-ministry',
    ],
    ['en', 'Eleven bodies were found in Shovi, in Racha, the Interior Ministry said.', 'georgian-interior-ministry'],
    ['az', 'Dövlət Sərhəd Xidməti Ermənistanla sərhəddə məntəqə qurub.', 'azerbaijani-state-border-service'],
    ['en', 'In Sukhumi the de facto foreign ministry said that Abkhazia needed no favours.', 'abkhaz-mfa'],
    ['ka', 'აფხაზეთში ე.წ. ცესკოს მონაცემებით მან გაიმარჯვა.', 'abkhaz-cec'],
  ])('what the whole text tells of decides, in %s: %s', (lang, text, slug) => {
    expect(bodies(text, lang)).toEqual([slug])
  })
  it('the Security Council is the world’s once the United Nations is named', () => {
    expect(bodies('The UN must leave Georgia. Ten members of the Security Council voted for the draft, Russia vetoed it.', 'en')).toEqual([
      'un',
      'un-security-council',
    ])
    expect(bodies('Armenia told the UN so, Armen Grigoryan, secretary of the Security Council, said.', 'en')).toEqual([
      'armenian-security-council',
      'un',
    ])
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

describe('names of several words in their cases', () => {
  it.each([
    ['ru', 'Председатель «Единого национального движения» Тина Бокучава', 'united-national-movement'],
    ['ru', 'депутаты Национального собрания Армении', 'armenian-parliament'],
    ['hy', 'ՄԱԿ-ի Անվտանգության խորհրդի նիստը', 'un-security-council'],
    ['hy', '«Քաղաքացիական պայմանագրի» վարչությունը', 'civil-contract'],
    ['hy', 'Միասնական ազգային շարժման առաջնորդը', 'united-national-movement'],
    ['ka', 'აშშ-ის კონგრესის წევრები', 'us-congress'],
    ['az', 'Aİ-nin müşahidə missiyasının rəhbəri', 'euma'],
  ])('in %s: %s', (lang, text, slug) => {
    expect(bodies(text, lang)).toEqual([slug])
  })
})

it('the very word goes before another name’s case', () => {
  expect(lexicon.mentions('Газах и Иджеван', 'ru').map(({ slug }) => slug)).toEqual(['qazakh', 'ijevan'])
  expect(lexicon.mentions('жители Газы', 'ru').map(({ slug }) => slug)).toEqual(['gaza'])
})

it.each([
  ['В Кельбаджарском районе и на Лачинской дороге', ['kalbajar', 'lachin']],
  ['У Рокского перевала, в Гальском районе', ['roki', 'gali']],
  ['Шушинская декларация, Цхинвальский район', ['shusha', 'tskhinvali']],
  ['Казахский президент и бакинская редакция', []],
])('Russian adjectives name the town or district, not a state: %s', (text, slugs) => {
  expect(
    lexicon
      .mentions(text, 'ru')
      .filter(({ kind }) => kind === 'place')
      .map(({ slug }) => slug),
  ).toEqual(slugs)
})
