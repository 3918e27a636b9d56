/** A small lexicon of literals → what the tests of the matcher read; independent of the shipped data. */
import { createLexicon } from '../../src/lexicon/create.js'
import type { Lexicon, Office } from '../../src/lexicon/lexicon.js'
import { emptyData, type LexiconData } from '../../src/lexicon/schema.js'

function office(title: string, side: string, from: string, to: string | null): Office {
  return { title: { en: [title] }, side, standing: 'official', from, to, source: 'general knowledge', checkedOn: '2026-11-01' }
}

export const smallData: LexiconData = {
  ...emptyData,
  people: [
    {
      slug: 'ilham-aliyev',
      names: {
        en: ['Ilham Aliyev', 'Ilham Aliev'],
        ru: ['Ильхам Алиев'],
        hy: ['Իլհամ Ալիև'],
        az: ['İlham Əliyev'],
        ka: ['ილჰამ ალიევი'],
        tr: ['İlham Aliyev'],
      },
      familyNames: { en: ['Aliyev', 'Aliev'], ru: ['Алиев'], hy: ['Ալիև'], az: ['Əliyev'], ka: ['ალიევი'] },
      side: 'AZ',
      offices: [office('President of Azerbaijan', 'AZ', '2003-10-31', null)],
    },
    {
      slug: 'heydar-aliyev',
      names: { en: ['Heydar Aliyev'], ru: ['Гейдар Алиев'], az: ['Heydər Əliyev'] },
      familyNames: {},
      side: 'AZ',
      offices: [office('President of Azerbaijan', 'AZ', '1993-10-10', '2003-10-31')],
    },
    {
      slug: 'mehriban-aliyeva',
      names: { en: ['Mehriban Aliyeva'], ru: ['Мехрибан Алиева'], az: ['Mehriban Əliyeva'] },
      familyNames: { en: ['Aliyeva'], ru: ['Алиева'], az: ['Əliyeva'] },
      side: 'AZ',
      offices: [office('First Vice President of Azerbaijan', 'AZ', '2017-02-21', null)],
    },
    {
      slug: 'nikol-pashinyan',
      names: {
        en: ['Nikol Pashinyan'],
        ru: ['Никол Пашинян'],
        hy: ['Նիկոլ Փաշինյան'],
        az: ['Nikol Paşinyan'],
        ka: ['ნიკოლ ფაშინიანი'],
        tr: ['Nikol Paşinyan'],
      },
      familyNames: { en: ['Pashinyan', 'Pashinian'], ru: ['Пашинян'], hy: ['Փաշինյան'], az: ['Paşinyan'], ka: ['ფაშინიანი'], tr: ['Paşinyan'] },
      side: 'AM',
      offices: [office('Prime Minister of Armenia', 'AM', '2018-05-08', null)],
    },
    {
      slug: 'irakli-kobakhidze',
      names: { en: ['Irakli Kobakhidze'], ru: ['Ираклий Кобахидзе'], ka: ['ირაკლი კობახიძე'] },
      familyNames: { en: ['Kobakhidze'], ru: ['Кобахидзе'], ka: ['კობახიძე'] },
      side: 'GE',
      offices: [office('Prime Minister of Georgia', 'GE', '2024-02-08', null)],
    },
    {
      slug: 'sergey-lavrov',
      names: { en: ['Sergey Lavrov'], ru: ['Сергей Лавров'] },
      familyNames: { en: ['Lavrov'], ru: ['Лавров'] },
      side: 'RU',
      offices: [office('Foreign Minister of Russia', 'RU', '2004-03-09', null)],
    },
  ],
  organisations: [
    {
      slug: 'eu',
      names: {
        en: ['EU', 'European Union'],
        ru: ['ЕС', 'Европейский союз', 'Евросоюз'],
        hy: ['ԵՄ', 'Եվրամիություն'],
        ka: ['ევროკავშირი'],
        az: ['Aİ', 'Avropa İttifaqı'],
        tr: ['AB', 'Avrupa Birliği'],
      },
      country: null,
      class: 'international',
    },
    { slug: 'un', names: { en: ['UN', 'United Nations'], az: ['BMT'], ru: ['ООН'] }, country: null, class: 'international' },
    {
      slug: 'osce-minsk-group',
      names: { en: ['OSCE Minsk Group', 'Minsk Group'], ru: ['Минская группа'], az: ['Minsk qrupu'] },
      country: null,
      class: 'international',
    },
    {
      slug: 'russian-mfa',
      names: { en: ['Russian Foreign Ministry'], ru: ['МИД России', 'Министерство иностранных дел России'] },
      country: 'RU',
      class: 'government',
    },
    { slug: 'georgian-dream', names: { en: ['Georgian Dream'], ru: ['Грузинская мечта'], ka: ['ქართული ოცნება'] }, country: 'GE', class: 'party' },
  ],
  places: [
    { slug: 'baku', names: { en: ['Baku'], ru: ['Баку'], hy: ['Բաքու'], az: ['Bakı'], ka: ['ბაქო'], tr: ['Bakü'] }, country: 'AZ', capital: true },
    {
      slug: 'yerevan',
      names: { en: ['Yerevan'], ru: ['Ереван'], hy: ['Երևան'], az: ['İrəvan'], ka: ['ერევანი'], tr: ['Erivan'] },
      country: 'AM',
      capital: true,
    },
    { slug: 'tbilisi', names: { en: ['Tbilisi'], ru: ['Тбилиси'], ka: ['თბილისი'] }, country: 'GE', capital: true },
    { slug: 'minsk', names: { en: ['Minsk'], ru: ['Минск'] }, country: 'BY' },
    { slug: 'syunik', names: { en: ['Syunik'], ru: ['Сюник', 'Сюникская область'], hy: ['Սյունիք'] }, country: 'AM' },
    { slug: 'stepanakert-khankendi', names: { en: ['Stepanakert', 'Khankendi'] }, country: 'AZ', neutral: { en: 'Stepanakert (Khankendi)' } },
  ],
  countries: [
    {
      slug: 'AZ',
      names: { en: ['Azerbaijan'], ru: ['Азербайджан'], hy: ['Ադրբեջան'], az: ['Azərbaycan'], ka: ['აზერბაიჯანი'], tr: ['Azerbaycan'] },
      adjectives: { en: ['Azerbaijani'], ru: ['азербайджанский'], ka: ['აზერბაიჯანული'] },
      demonyms: { ru: ['азербайджанец'] },
      capital: 'baku',
      metonyms: {},
    },
    {
      slug: 'AM',
      names: { en: ['Armenia'], ru: ['Армения'], hy: ['Հայաստան'], az: ['Ermənistan'], ka: ['სომხეთი'], tr: ['Ermenistan'] },
      adjectives: { en: ['Armenian'], ru: ['армянский'] },
      demonyms: { en: ['Armenian'], ru: ['армянин'] },
      capital: 'yerevan',
      metonyms: {},
    },
    {
      slug: 'GE',
      names: { en: ['Georgia'], ru: ['Грузия'], ka: ['საქართველო'] },
      adjectives: { en: ['Georgian'], ru: ['грузинский'] },
      demonyms: {},
      capital: 'tbilisi',
      metonyms: {},
    },
    {
      slug: 'US',
      names: { en: ['United States', 'US', 'U.S.'], ru: ['США'], az: ['ABŞ'] },
      adjectives: { en: ['American'] },
      demonyms: {},
      capital: null,
      metonyms: { en: ['White House'] },
    },
    { slug: 'ML', names: { en: ['Mali'], tr: ['Mali'] }, adjectives: {}, demonyms: {}, capital: null, metonyms: {} },
    { slug: 'JO', names: { en: ['Jordan'] }, adjectives: {}, demonyms: {}, capital: null, metonyms: {} },
    {
      slug: 'RU',
      names: { en: ['Russia'], ru: ['Россия'] },
      adjectives: { en: ['Russian'], ru: ['российский'] },
      demonyms: {},
      capital: null,
      metonyms: {},
    },
  ],
  topics: [
    {
      id: 'peace-treaty',
      names: { en: ['Peace treaty'] },
      aliases: { en: ['peace treaty', 'peace deal'], ru: ['мирный договор'] },
      cues: [
        { lang: 'en', text: 'peace treat*', weight: 3 },
        { lang: 'ru', text: 'мирн* договор*', weight: 3 },
        { lang: 'ru', text: 'договор*', weight: 1 },
        { lang: 'hy', text: 'պայմանագ*', weight: 1 },
      ],
    },
    {
      id: 'border',
      names: { en: ['Border'] },
      aliases: { en: ['border'] },
      cues: [
        { lang: 'ka', text: 'საზღვ*', weight: 2 },
        { lang: 'en', text: 'border*', weight: 2 },
      ],
    },
  ],
  events: [{ id: 'visit', names: { en: ['Visit'] }, cues: [{ lang: 'en', text: 'arrived in', weight: 2 }] }],
  threads: [
    {
      id: 'border-delimitation',
      names: { en: ['Border delimitation'] },
      aliases: { en: ['border talks'] },
      topics: ['border'],
      countries: ['AM', 'AZ'],
      cues: [{ lang: 'en', text: 'delimitation', weight: 3 }],
    },
  ],
  loadedTerms: [{ id: 'occupied', names: { en: ['occupied', 'occupier*'], ru: ['оккупирован*'] }, except: { en: ['occupied with'] }, side: 'AZ' }],
}

export const smallLexicon: Lexicon = createLexicon(smallData)
