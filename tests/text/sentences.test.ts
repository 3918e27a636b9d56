import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/text/sentences.js'

function split(text: string, lang: string): string[] {
  const sentences = splitSentences(text, lang)
  for (const sentence of sentences) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
  return sentences.map((sentence) => sentence.text)
}

/** Sentences are written apart here and joined by a space. */
const cases: Record<string, [string, string[]][]> = {
  en: [
    ['titles, initials, months', ['Mr. Pashinyan met U.S. Secretary of State A. B. Carter on 18 Aug. in Washington.', 'Dr. J. D. Miles was absent.']],
    ['a quotation and who said it', ['"We agreed," he said.', '"It will hold!" she added.', '"Will it hold?" Bayramov asked.', 'Nobody answered.']],
    ['the name of a case', ['The Court ruled in Georgia v. Russia (IV) on Tuesday.', 'Moscow did not come.']],
    ['an abbreviation before a new sentence', ['The text was sent to the U.S.', 'The talks lasted 2.5 hours...', 'They go on.']],
    ['numbers', ['Georgia fell to No. 5 in the list.', 'See art. 5 of the law.', 'Trade grew by 3.5% in 2023.', '5,000 people came.']],
    ['times', ['He left at 5 p.m. local time.', 'The plane landed at 7.40.']],
    ['addresses', ['Read more at caspian.example.', 'The site mfa.example.org was down.']],
    ['brackets and quotes behind the stop', ['(The ministry did not reply.)', '"The line is the same."', 'Nothing changed.']],
    ['mixed stops', ['Really?!', 'Yes.', 'St. Petersburg hosted the summit…', 'It ended late.']],
  ],
  ru: [
    ['years and cities', ['В 2024 г. Пашинян посетил г. Баку.', 'Это было в мае 2023 г.', 'Он уехал.']],
    ['initials and months', ['Встреча прошла 18 авг. в Кремле, сообщил А. Б. Иванов.', 'М.В. Захарова промолчала.']],
    ['speech', ['«Мы договорились!» — сказал он.', '«Что дальше?» — спросил Алиев.', 'Ответа не было.']],
    ['shortened words', ['Т.е. договор готов, им. Шаумяна и др. улицы, и т.д.', 'Президент ушел.']],
    ['money and fractions', ['Помощь составила 2,5 млрд руб. и 10 тыс. долл. США.', 'Больше не дали.']],
    ['dialogue', ['— Да!', '— Нет.', 'И все…', 'Конец.']],
  ],
  hy: [
    ['the full stop', ['Նիկոլ Փաշինյանը հանդիպել է Ալիևին։', 'Ի՞նչ է լինելու։', 'Ոչինչ։']],
    ['a colon typed for it', ['Հանդիպումը տեղի ունեցավ 2024 թ. օգոստոսի 18-ին:', 'Ա. Միրզոյանը մեկնեց Բաքու:', '«Մենք պատրաստ ենք»,- ասել է նա:']],
    ['a stop that introduces', ['Նա ասաց. «Մենք գնում ենք առաջ»։', 'Ժամը 10:30-ին նիստն ավարտվեց։']],
    ['a Latin full stop', ['Նախարարը մեկնել է Թբիլիսի.', 'Այցը կտևի երկու օր.']],
  ],
  az: [
    ['ordinals and months', ['Prezident 5-ci görüşdə iştirak edib.', 'Görüş 18 avq. keçirilib.', 'O, dünən Bakıda olub.']],
    ['titles and initials', ['Prof. Ə. Həsənov danışıb.', 'C. Bayramov isə susub.']],
    ['speech', ['"Biz hazırıq!" – deyə o bildirib.', '“Sülh yaxındır”.']],
  ],
  ka: [
    ['no capitals', ['მოლაპარაკებები გაგრძელდება.', 'შეხვედრა 2024 წ. 18 აგვისტოს გაიმართა.', 'გ. კვაშალი ჩავიდა ბაქოში.']],
    ['quotes', ['„ჩვენ მზად ვართ.“', 'მინისტრი წავიდა!', 'რა იქნება ხვალ?', 'არავინ იცის.']],
  ],
  tr: [
    ['ordinals', ['Bakan 3. Antalya zirvesine katıldı.', "Görüşme 18 Ağustos'ta yapıldı.", 'Dr. Mehmet Yılmaz geldi.']],
    ['speech', ['"Barış istiyoruz." dedi.', 'Salon sustu.', 'Savaş 2020.de değil, 2023’te bitti.']],
  ],
}

for (const [lang, list] of Object.entries(cases)) {
  describe(`sentences in ${lang}`, () => {
    it.each(list)('%s', (_, sentences) => {
      expect(split(sentences.join(' '), lang)).toEqual(sentences)
    })
  })
}

describe('paragraphs', () => {
  it('end a sentence, with a stop or without', () => {
    expect(split('Peace talks resume\n\nThe sides met in Geneva. They agreed.\n\n  \nNext round in May', 'en')).toEqual([
      'Peace talks resume',
      'The sides met in Geneva.',
      'They agreed.',
      'Next round in May',
    ])
  })
  it('go on over a line break before a small letter', () => {
    expect(split('The ministers met in the capital\nof Georgia. They left.', 'en')).toEqual([
      'The ministers met in the capital\nof Georgia.',
      'They left.',
    ])
    expect(split('Headline of the day\nBody begins here.', 'en')).toEqual(['Headline of the day', 'Body begins here.'])
  })
  it('split where a space was forgotten, not inside names of sites and numbers', () => {
    expect(split('The mission stays.The second one left. Version 2.0 of news.am is out.', 'en')).toEqual([
      'The mission stays.',
      'The second one left.',
      'Version 2.0 of news.am is out.',
    ])
  })
  it('cut what never ends', () => {
    const sentences = splitSentences('мир '.repeat(3_000), 'ru')
    expect(sentences.length).toBeGreaterThan(5)
    expect(Math.max(...sentences.map((sentence) => sentence.text.length))).toBeLessThanOrEqual(2_000)
  })
  it('give nothing for nothing', () => {
    expect(splitSentences(' \n\n ', 'en')).toEqual([])
  })
})
