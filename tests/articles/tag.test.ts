/** Short articles in six languages → the tags they get and why, with the shipped lexicon. */
import { describe, expect, it } from 'vitest'
import { decideTags } from '../../src/articles/decide-tags.js'
import { explainTags } from '../../src/articles/explain-tags.js'
import { tagArticle } from '../../src/articles/tag.js'
import { loadLexicon } from '../../src/lexicon/load.js'

const lexicon = loadLexicon()
const tag = (title: string, text: string, lang: string, published: string | null = '2024-09-05') =>
  tagArticle({ title, text, lang, published }, lexicon)

describe('an article about the region', () => {
  it.each([
    [
      'en',
      'Armenia and Azerbaijan agree on text of peace treaty',
      'Foreign ministers Ararat Mirzoyan and Jeyhun Bayramov said on Thursday that the text of the peace treaty was agreed.',
    ],
    [
      'ru',
      'Армения и Азербайджан согласовали мирный договор',
      'Главы МИД Арарат Мирзоян и Джейхун Байрамов сообщили в четверг, что текст мирного договора согласован.',
    ],
    [
      'hy',
      'Հայաստանն ու Ադրբեջանը համաձայնեցրին խաղաղության պայմանագիրը',
      'Արարատ Միրզոյանն ու Ջեյհուն Բայրամովը հինգշաբթի հայտարարեցին, որ խաղաղության պայմանագրի տեքստը համաձայնեցված է։',
    ],
    [
      'az',
      'Azərbaycan və Ermənistan sülh sazişinin mətnini razılaşdırıb',
      'Ceyhun Bayramov və Ararat Mirzoyan cümə axşamı bildiriblər ki, sülh sazişinin mətni razılaşdırılıb.',
    ],
    [
      'ka',
      'სომხეთი და აზერბაიჯანი სამშვიდობო ხელშეკრულებაზე შეთანხმდნენ',
      'ჯეიჰუნ ბაირამოვმა და არარატ მირზოიანმა ხუთშაბათს განაცხადეს, რომ სამშვიდობო ხელშეკრულების ტექსტი შეთანხმებულია.',
    ],
    [
      'tr',
      'Azerbaycan ile Ermenistan barış anlaşması metninde anlaştı',
      'Ceyhun Bayramov ve Ararat Mirzoyan perşembe günü barış anlaşması metninde uzlaşıldığını açıkladı.',
    ],
  ])('in %s is relevant and tagged: %s', (lang, title, text) => {
    const tags = tag(title, text, lang)
    expect(tags.relevant).toBe(true)
    expect(tags.topics).toContain('peace-treaty')
    expect(tags.countries).toEqual(['AM', 'AZ'])
    expect(tags.people).toEqual(['ararat-mirzoyan', 'jeyhun-bayramov'])
    expect(tags.eventDate).toBe('2024-09-05')
    expect(tags.eventDateInText).toBe(true)
  })
})

describe('the type of the event', () => {
  it.each([
    [
      'en',
      'negotiation',
      'Talks on treaty resume in Geneva',
      'Delegations of Armenia and Azerbaijan began a new round of negotiations on the draft treaty.',
    ],
    ['en', 'release', 'Baku frees two Armenian captives', 'Two Armenian prisoners were released on Friday and returned home from Baku.'],
    [
      'en',
      'exercise',
      'Georgia hosts Agile Spirit drills',
      'The joint military exercise Agile Spirit opened near Tbilisi on Monday, the Georgian Defence Ministry said.',
    ],
    ['en', 'sanction', 'EU sanctions two Georgian judges', 'The European Union imposed sanctions on two Georgian judges, freezing their assets.'],
    [
      'ru',
      'call',
      'Путин позвонил Пашиняну',
      'Владимир Путин провел телефонный разговор с премьер-министром Армении Николом Пашиняном, сообщил Кремль.',
    ],
    ['hy', 'clash', 'Ադրբեջանը կրակ է բացել Սյունիքի ուղղությամբ', 'Ադրբեջանի զինուժը կրակ է բացել հայկական դիրքերի ուղղությամբ, հայտնեց ՊՆ-ն։'],
    ['az', 'visit', 'Ərdoğan Bakıya rəsmi səfərə gəlib', 'Türkiyə Prezidenti Rəcəb Tayyib Ərdoğan Azərbaycana rəsmi səfərə gəlib.'],
    ['ka', 'protest', 'თბილისში საპროტესტო აქცია გაიმართა', 'რუსთაველზე ოპოზიციის მხარდამჭერთა საპროტესტო აქცია გაიმართა.'],
    [
      'tr',
      'meeting',
      'Fidan, Mirzoyan ile görüştü',
      'Dışişleri Bakanı Hakan Fidan, Ermenistanlı mevkidaşı Ararat Mirzoyan ile Ankara’da bir araya geldi.',
    ],
    ['en', 'sanction', 'London blacklists two Georgian officials', 'Britain froze the assets of two Georgian officials on Monday.'],
    ['en', 'agreement', 'Yerevan and Baku settle on date for rail survey', 'Armenia and Azerbaijan agreed on Friday to survey the railway together.'],
    ['ru', 'meeting', 'Посла Азербайджана вызвали в МИД', 'Послу Азербайджана в Москве во вторник вручили ноту протеста.'],
    ['ru', 'appointment', 'Новым послом Армении стал бывший министр', 'Бывший министр экономики назначен послом Армении в России.'],
    ['hy', 'law', 'Խորհրդարանն ընդունեց օրենքը', 'Հայաստանի խորհրդարանը երրորդ ընթերցմամբ ընդունեց օրենքը։'],
    ['az', 'vote', 'Gürcüstanda bələdiyyə seçkiləri keçirilib', 'Gürcüstanda bələdiyyə seçkilərinin ilkin nəticələri elan olunub.'],
    ['ka', 'trial', 'სასამართლომ ჟურნალისტს პატიმრობა მიუსაჯა', 'თბილისის საქალაქო სასამართლომ ჟურნალისტს ორი წლით პატიმრობა მიუსაჯა.'],
    ['tr', 'aid', 'Türkiye, Ermenistan’a yardım gönderdi', 'Kızılay, insani yardım tırlarını Ermenistan’a gönderdi.'],
  ])('in %s: %s', (lang, event, title, text) => {
    expect(tag(title, text, lang).event).toBe(event)
  })
})

describe('what else stands in the text', () => {
  it('speaks for or against a topic, and is named to who asks why', () => {
    const input = {
      title: 'Putin calls Aliyev and Pashinyan together in Sochi',
      text: 'Vladimir Putin hosted Ilham Aliyev and Nikol Pashinyan for talks on peace between their countries on Tuesday.',
      lang: 'en',
      published: '2024-09-05',
    }
    expect(tagArticle(input, lexicon).topics).toContain('mediation')
    const mediation = decideTags(input, lexicon).topics.find(({ id }) => id === 'mediation')
    expect(mediation?.features['mediation with vladimir-putin']).toBeGreaterThan(0)
    expect(mediation?.features['mediation beside peace-treaty']).toBeGreaterThan(0)
  })
})

describe('a topic that is only touched', () => {
  it('is told apart from what the article is about', () => {
    const background = 'Earlier, Baku repeated that the preamble of the Armenian constitution must be changed before a treaty.'
    const tags = tag(
      'SOCAR starts gas supplies to Syria',
      `Azerbaijani gas began to flow through the pipeline in Türkiye on Monday, SOCAR said.\n\nDeliveries of natural gas will feed power plants.\n\n${background}`,
      'en',
    )
    expect(tags.topics).toContain('energy')
    expect(tags.topics).not.toContain('constitution')
    expect(tags.touches).toContain('constitution')
  })
})

describe('the day of the event', () => {
  const news = (day: string): ReturnType<typeof tag> =>
    tag(
      'Armenia and Azerbaijan sign regulation of border commissions',
      `Armenia and Azerbaijan signed the regulation on ${day}, the ministries said.`,
      'en',
    )
  it('is a weekday before the article', () => {
    expect(news('Tuesday')).toMatchObject({ eventDate: '2024-09-03', eventDateInText: true })
  })
  it('is a date without a year', () => {
    expect(news('30 August')).toMatchObject({ eventDate: '2024-08-30', eventDateInText: true })
  })
  it('is yesterday', () => {
    const tags = tag(
      'Подписан регламент комиссий по делимитации',
      'Армения и Азербайджан вчера подписали регламент комиссий по делимитации границы.',
      'ru',
    )
    expect(tags).toMatchObject({ eventDate: '2024-09-04', eventDateInText: true })
  })
  it("is the article's own where the text names none, and said not to stand in the text", () => {
    expect(
      tag('Armenia and Azerbaijan sign border regulation', 'Armenia and Azerbaijan signed the regulation of their border commissions.', 'en'),
    ).toMatchObject({
      eventDate: '2024-09-05',
      eventDateInText: false,
    })
  })
})

describe('other pages', () => {
  it('of sport are not relevant, whoever is named', () => {
    const tags = tag(
      'Armenia beat Latvia in Nations League',
      'Armenia won the football match 4-1 in Yerevan; the striker scored two goals and the coach praised the fans.',
      'en',
    )
    expect(tags).toMatchObject({ relevant: false, topics: [], event: null })
  })
  it('without a word are tagged with nothing', () => {
    expect(tag('', '', 'en', null)).toMatchObject({ relevant: false, topics: [], countries: [], people: [], eventDate: null })
  })
})

describe('why', () => {
  it('names the features that weighed most', () => {
    const { tags: reasons } = explainTags(
      { title: 'Armenia and Azerbaijan agree on text of peace treaty', text: 'The peace treaty is ready.', lang: 'en', published: '2024-09-05' },
      lexicon,
    )
    expect(reasons.topics[0]).toMatchObject({ tag: 'peace-treaty', given: true })
    expect(reasons.topics[0]?.because.length).toBeGreaterThan(0)
    expect(reasons.countries.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['AM', 'AZ']))
  })
  it('tells what was decided, against the numbers too, and by what people are named', () => {
    for (const text of [
      'Ararat Mirzoyan spoke in Yerevan.',
      'The striker scored twice in Yerevan.',
      'Mirzoyan and Bayramov signed the peace treaty.',
    ]) {
      const input = { title: 'Ararat Mirzoyan', text, lang: 'en', published: '2024-09-05' }
      const { tags, people } = explainTags(input, lexicon)
      const decided = tagArticle(input, lexicon)
      const given = (kind: keyof typeof tags): string[] => tags[kind].flatMap(({ tag: id, given: is }) => (is ? [id] : [])).sort()
      expect(given('topics')).toEqual([...decided.topics].sort())
      expect(given('countries')).toEqual(decided.countries)
      expect(given('event')).toEqual([decided.event].flatMap((id) => id ?? []))
      expect(people.map(({ tag: id }) => id)).toEqual(decided.people)
      expect(people.find(({ tag: id }) => id === 'ararat-mirzoyan')?.spellings).toContain('Ararat Mirzoyan')
    }
  })
})

describe('places of the news', () => {
  const places = (text: string, lang = 'en', title = 'Georgian opposition calls for a rally'): string[] => tag(title, text, lang).places

  it('a street of a town is news of the town', () => {
    expect(places('Protesters gathered on Rustaveli Avenue on Monday evening, and police in Georgia closed the road.')).toEqual(['tbilisi'])
  })
  it('a document called after a place is not the place', () => {
    expect(places('Delimitation in Tavush will follow the Alma-Ata Declaration.')).toEqual(['tavush'])
  })
  it('a ship or a club called after a place is not the place', () => {
    expect(places('Корабль «Дагестан» вошел в порт, делегация приехала в Баку.', 'ru', 'Корабли в Баку')).toEqual(['baku'])
  })
  it('a dateline of another country is not a place of the news', () => {
    expect(places("BRUSSELS (Daily) - Armenia's parliament adopted the law on Wednesday.", 'en', 'Armenia adopts a law')).toEqual([])
  })
})

it('a part of the EU that bears its name speaks of the EU too', () => {
  expect(tag('EU keeps observers', 'The EU mission in Armenia reported on Tuesday from Syunik.', 'en').organisations).toEqual(['eu', 'euma'])
})
