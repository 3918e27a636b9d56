import { describe, expect, it } from 'vitest'
import type { Statement } from '../../src/articles/article.js'
import { findStatements } from '../../src/articles/statements.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { processorMs } from '../processor-time.js'

const lexicon = loadLexicon()
const said = (lang: string, text: string, title = ''): Statement[] => findStatements({ title, text, lang, published: '2024-10-10' }, lexicon)
const speakers = (lang: string, text: string): string[] => said(lang, text).map((one) => one.speaker)

describe('a direct quotation with a verb of saying', () => {
  it.each([
    [
      'en',
      '"The text is nearly ready and we wait for an answer," Foreign Minister Ararat Mirzoyan said on Thursday.',
      'ararat-mirzoyan',
      'The text is nearly ready and we wait for an answer',
    ],
    [
      'ru',
      '«Текст почти готов, мы ждём ответа», — сказал в четверг министр иностранных дел Армении Арарат Мирзоян.',
      'ararat-mirzoyan',
      'Текст почти готов, мы ждём ответа',
    ],
    [
      'hy',
      '«Տեքստը գրեթե պատրաստ է, սպասում ենք պատասխանի»,- հայտարարել է արտաքին գործերի նախարար Արարատ Միրզոյանը։',
      'ararat-mirzoyan',
      'Տեքստը գրեթե պատրաստ է, սպասում ենք պատասխանի',
    ],
    [
      'az',
      '“Mətn demək olar hazırdır, cavab gözləyirik”, — deyə xarici işlər naziri Ceyhun Bayramov bildirib.',
      'jeyhun-bayramov',
      'Mətn demək olar hazırdır, cavab gözləyirik',
    ],
    [
      'ka',
      '„ტექსტი თითქმის მზად არის და პასუხს ველოდებით“, — განაცხადა პრემიერ-მინისტრმა ირაკლი კობახიძემ.',
      'irakli-kobakhidze',
      'ტექსტი თითქმის მზად არის და პასუხს ველოდებით',
    ],
    ['tr', 'Dışişleri Bakanı Hakan Fidan, "Metin neredeyse hazır, cevap bekliyoruz" dedi.', 'hakan-fidan', 'Metin neredeyse hazır, cevap bekliyoruz'],
  ])('in %s is its speaker’s, word for word', (lang, text, speaker, words) => {
    const [statement, ...more] = said(lang, text)
    expect(more).toEqual([])
    expect(statement).toMatchObject({ speaker, text: words, quoted: true, standing: 'official', denial: false })
    expect(text.slice(statement?.start, (statement?.start ?? 0) + words.length)).toBe(words)
  })
  it('that is split by the verb gives both parts to one speaker', () => {
    const text = '"We will not take that path," Nikol Pashinyan told the agency. "We have sent our answer and shall wait for theirs."'
    expect(said('en', text).map((one) => [one.speaker, one.text])).toEqual([
      ['nikol-pashinyan', 'We will not take that path'],
      ['nikol-pashinyan', 'We have sent our answer and shall wait for theirs.'],
    ])
  })
  it('that is split inside one pair of marks does so too', () => {
    expect(said('ru', '«Мы готовы, — сказал Пашинян, — но ждём ответа из Баку третью неделю».').map((one) => one.text)).toEqual([
      'Мы готовы',
      'но ждём ответа из Баку третью неделю',
    ])
    expect(said('hy', '«Մենք պատրաստ ենք», - ասաց Միրզոյանը, - «և սպասում ենք պատասխանի»։').map((one) => one.speaker)).toEqual([
      'ararat-mirzoyan',
      'ararat-mirzoyan',
    ])
  })
  it('that goes on in the next paragraph stays with its speaker', () => {
    const text =
      '“We have sent our answer to Baku and shall wait for theirs,” Ararat Mirzoyan said. “There are two articles left.\n\n“The first of them concerns the border, the second the courts.”'
    expect(said('en', text).map((one) => one.speaker)).toEqual(['ararat-mirzoyan', 'ararat-mirzoyan', 'ararat-mirzoyan'])
  })
  it('is not made of a name or a word held at arm’s length', () => {
    expect(said('ru', 'Арарат Мирзоян сообщил, что программа «Перекресток мира» остаётся в силе.')[0]?.quoted).toBe(false)
  })
})

describe('reported speech', () => {
  it.each([
    ['en', 'According to Jeyhun Bayramov, two articles remain.', 'jeyhun-bayramov'],
    ['en', 'Armenia has handed over its answer, the Armenian Foreign Ministry said on Wednesday.', 'armenian-mfa'],
    [
      'en',
      'Elchin Amirbayov, who carries out special assignments for President Ilham Aliyev, had said that the matter was put off.',
      'elchin-amirbayov',
    ],
    ['ru', 'По словам Сергея Лаврова, позиция Еревана непонятна.', 'sergey-lavrov'],
    ['ru', 'Пашинян заявил Байрамову, что ответ отправлен.', 'nikol-pashinyan'],
    ['ru', 'В МИД Армении заявили, что ответ отправлен.', 'armenian-mfa'],
    ['hy', 'Արարատ Միրզոյանի խոսքով՝ պատասխանն ուղարկված է։', 'ararat-mirzoyan'],
    ['az', 'Ceyhun Bayramovun sözlərinə görə, iki maddə qalıb.', 'jeyhun-bayramov'],
    ['ka', 'ირაკლი კობახიძის თქმით, პასუხი გაგზავნილია.', 'irakli-kobakhidze'],
    ['tr', "Bayramov'a göre iki madde kaldı.", 'jeyhun-bayramov'],
  ])('%s: %s', (lang, text, speaker) => {
    expect(said(lang, text)).toMatchObject([{ speaker, quoted: false, text }])
  })
  it('pointed at by "Об этом сообщил" is the sentence before', () => {
    expect(
      said('ru', 'Стороны исключили из проекта пункт о дорогах. Об этом сообщил представитель президента Азербайджана Эльчин Амирбеков.'),
    ).toMatchObject([
      { speaker: 'elchin-amirbayov', text: 'Стороны исключили из проекта пункт о дорогах.', role: 'представитель президента Азербайджана' },
    ])
  })
  it('is not invented from what nobody says, nor from a joint communiqué', () => {
    expect(speakers('en', 'Nikol Pashinyan met Ilham Aliyev in Kazan. They spoke for an hour.')).toEqual([])
    expect(speakers('ru', 'Никол Пашинян и Ильхам Алиев встретились в Казани.')).toEqual([])
    expect(speakers('en', 'Jeyhun Bayramov and Ararat Mirzoyan stressed the importance of peace.')).toEqual([])
  })
})

describe('who is meant', () => {
  it('by an office alone is who was named with it', () => {
    expect(speakers('en', 'Foreign Minister Ararat Mirzoyan met Sergey Lavrov. The Armenian minister said that two articles remained.')).toEqual([
      'ararat-mirzoyan',
    ])
    expect(speakers('ru', 'Министр иностранных дел Армении Арарат Мирзоян прибыл в Москву. Министр отметил, что остались две статьи.')).toEqual([
      'ararat-mirzoyan',
    ])
  })
  it('by "he" is the last who spoke, unless somebody without a name stands between', () => {
    expect(speakers('en', 'Ararat Mirzoyan said two articles remained. He added that the answer was sent.')).toEqual([
      'ararat-mirzoyan',
      'ararat-mirzoyan',
    ])
    expect(
      speakers(
        'en',
        'Ararat Mirzoyan said two articles remained. A shopkeeper from Goris was not impressed. "They have only moved it to another drawer," he said.',
      ),
    ).toEqual(['ararat-mirzoyan'])
  })
  it('by a family name is whom the text named in full, also outside the lexicon', () => {
    expect(said('en', 'Judge Zeynal Sultanzade presides. The process was open, Sultanzade said.')).toMatchObject([
      { speaker: 'zeynal-sultanzade', role: 'Judge', standing: 'other' },
    ])
  })
  it('is not the agency that relays it', () => {
    expect(speakers('en', 'Zakharova accused Yerevan of playing games, TASS reported.')).toEqual(['maria-zakharova'])
  })
  it('in a relative clause is its head', () => {
    expect(speakers('en', 'The meeting followed remarks by Sergey Lavrov, who in August accused Yerevan of sabotage.')).toEqual(['sergey-lavrov'])
    expect(speakers('ru', 'Разговор последовал за словами Сергея Лаврова, который обвинил Ереван в саботаже.')).toEqual(['sergey-lavrov'])
  })
  it.each([
    'Alen Simonyan, the speaker of parliament, told reporters that the law would wait.',
    'Armenia’s parliament speaker, Alen Simonyan, told reporters that the law would wait.',
    'Alen Simonyan, who was in Strasbourg this week, said that the law would wait.',
    'The law would wait, said parliament speaker Alen Simonyan.',
  ])('with an office in apposition is who holds it: %s', (text) => {
    expect(speakers('en', text)).toEqual(['alen-simonyan'])
  })
  it('in a second main clause is heard too, and where he spoke is not his office', () => {
    expect(speakers('en', 'Blinken welcomed both appointments, and Maria Zakharova said that Moscow was ready to host.')).toEqual([
      'antony-blinken',
      'maria-zakharova',
    ])
    expect(speakers('en', 'In Tbilisi Foreign Minister Maka Botchorishvili said that the paper was wrong.')).toEqual(['maka-botchorishvili'])
  })
  it.each([
    [
      'en',
      'Ararat Mirzoyan called the ruling a success, Jeyhun Bayramov said that the court had been misled.',
      ['ararat-mirzoyan', 'jeyhun-bayramov'],
    ],
    [
      'ru',
      'В Ереване спикер Ален Симонян ответил, что договор готов, а МИД Азербайджана отметил: конституция мешает ему.',
      ['alen-simonyan', 'azerbaijani-mfa'],
    ],
    [
      'hy',
      'Արարատ Միրզոյանը ասաց, որ պայմանագիրը պատրաստ է, իսկ Ջեյհուն Բայրամովը հայտարարեց, թե Սահմանադրությունը խանգարում է։',
      ['ararat-mirzoyan', 'jeyhun-bayramov'],
    ],
    [
      'az',
      'Ceyhun Bayramov sülh sazişinin mətninin hazır olduğunu deyib, Hikmət Hacıyev isə konstitusiyanın dəyişməli olduğunu xatırladıb.',
      ['jeyhun-bayramov', 'hikmet-hajiyev'],
    ],
    [
      'ka',
      'ირაკლი კობახიძემ თქვა, რომ კანონი საჭიროა, ხოლო სალომე ზურაბიშვილმა განაცხადა, რომ დოკუმენტს ხელს არ მოაწერს.',
      ['irakli-kobakhidze', 'salome-zourabichvili'],
    ],
    [
      'tr',
      'Hakan Fidan barışın yakın olduğunu söyledi, Recep Tayyip Erdoğan ise sınırın ilkbaharda açılacağını açıkladı.',
      ['hakan-fidan', 'recep-tayyip-erdogan'],
    ],
  ])('in each of two main clauses is heard (%s)', (lang, text, wanted) => {
    const found = said(lang, text)
    expect(found.map((one) => one.speaker)).toEqual(wanted)
    for (const one of found) expect(text.slice(one.start, one.start + one.text.length)).toBe(one.text)
  })
  it.each([
    ['en', 'Vladimir Putin, Donald Trump and Emmanuel Macron stated on Thursday that the fighting must stop.', 3],
    ['ru', 'Владимир Путин и Эмманюэль Макрон заявили, что бои надо остановить.', 2],
    ['az', 'İlham Əliyev və Rəcəb Tayyib Ərdoğan yolun açılacağını bildirib.', 2],
    ['tr', 'İlham Aliyev ve Recep Tayyip Erdoğan yolun açılacağını söyledi.', 2],
  ])('who says one thing with others says it (%s)', (lang, text, count) => {
    expect(new Set(speakers(lang, text)).size).toBe(count)
  })
  it.each([
    ['Yalchin Rafiyev, the chief negotiator, said it was a matter for the United Nations.', 'yalchin-rafiyev'],
    ['The ceremony was attended by President Ilham Aliyev. He told the guests that the road would be ready in spring.', 'ilham-aliyev'],
    ['In Yerevan the Foreign Ministry condemned the arrests and promised to go to court.', 'armenian-mfa'],
    ['Nikol Pashinyan told the minister that the road would be ready in spring.', 'nikol-pashinyan'],
    ['Hikmet Hajiyev has since suggested that the neighbours could meet on their own.', 'hikmet-hajiyev'],
  ])('is read from the whole sentence: %s', (text, speaker) => {
    expect(speakers('en', text)).toEqual([speaker])
  })
  it.each([
    ['az', 'Ceyhun Bayramov Bakıda məzarların yerini açıqlamağı tələb etmişdi.', 'jeyhun-bayramov'],
    ['tr', 'Hakan Fidan Tahran’da kalıcı barışın kapıda olduğunu söylüyordu.', 'hakan-fidan'],
    ['hy', 'Մարիա Զախարովան դժգոհեց, որ պատասխան չկա։', 'maria-zakharova'],
    ['ru', 'Дмитрий Песков отозвался кратко: это внутреннее дело соседей.', 'dmitry-peskov'],
    ['ru', 'Войска вошли в зону ответственности, говорится в бюллетене Министерства обороны России.', 'russian-defence-ministry'],
  ])('is read from verbs in all their forms (%s: %s)', (lang, text, speaker) => {
    expect(speakers(lang, text)).toEqual([speaker])
  })
  it('is not the last speaker where a subject stands that nobody knows', () => {
    const before = 'Ceyhun Bayramov jurnalistlərə bildirib ki, yol açılacaq. '
    expect(speakers('az', `${before}Nikol Paşinyanın aparatı birgə araşdırma mexanizmini də xatırladıb.`)).toEqual(['jeyhun-bayramov'])
    expect(speakers('az', `${before}Beş gün əvvəl iki ölkə mətni razılaşdırdığını elan etmişdi.`)).toEqual(['jeyhun-bayramov'])
    expect(speakers('tr', 'Serdar Kılıç yolun açılacağını söyledi. Iğdırlı esnaf ise kapının bir an önce açılmasını istiyor.')).toEqual([
      'serdar-kilic',
    ])
  })
  it('is nobody where a count, a verdict or a press service’s report of a day has a source', () => {
    expect(speakers('en', 'Turnout was 37 percent, the Georgian Central Election Commission said.')).toEqual([])
    expect(speakers('en', 'The Baku Military Court found that he had led armed groups.')).toEqual([])
    expect(speakers('en', 'The International Court of Justice found that Azerbaijan must protect the detainees.')).toEqual(['icj'])
  })
  it('is not whom an office beside the name serves', () => {
    expect(speakers('en', 'Hikmet Hajiyev, aide to Ilham Aliyev, said that the truce was temporary.')).toEqual(['hikmet-hajiyev'])
  })
  it('is somebody whom the lexicon does not know, in every language', () => {
    expect(speakers('en', 'Analyst Vardges Torikyan warned that the road would stay closed.')).toEqual(['vardges-torikyan'])
    expect(speakers('ru', 'Депутат Вардгес Торикян заявил, что дорога останется закрытой.')).toEqual(['vardges-torikyan'])
    expect(speakers('hy', 'Պատգամավոր Վարդգես Թորիկյանը հայտարարեց, որ ճանապարհը փակ կմնա։')).toEqual(['vardges-torikyan'])
  })
  it('is nobody where a country’s capital speaks', () => {
    expect(speakers('en', 'Baku said that the list of names was wrong.')).toEqual([])
  })
})

describe('the capacity of a speaker', () => {
  it('has the office as the text puts it, and stands by the office of that day', () => {
    expect(said('en', 'Armenian Foreign Minister Ararat Mirzoyan said two articles remained.')[0]).toMatchObject({
      role: 'Armenian Foreign Minister',
      side: 'AM',
      standing: 'official',
    })
  })
  it('is not official when the text’s office contradicts the lexicon', () => {
    expect(said('en', 'Parliament Speaker Ararat Mirzoyan said two articles remained.')[0]).toMatchObject({
      role: 'Parliament Speaker',
      side: 'AM',
      standing: 'unknown',
      contradictsLexicon: true,
    })
  })
  it('is that of the day: an office laid down before is contradicted, and names no capacity', () => {
    const text = 'President Serzh Sargsyan said that the talks went on.'
    const on = (published: `${number}-${number}-${number}`): Statement | undefined =>
      findStatements({ title: '', text, lang: 'en', published }, lexicon)[0]
    expect(on('2015-05-05')).toMatchObject({ standing: 'official', contradictsLexicon: false })
    expect(on('2024-05-05')).toMatchObject({ standing: 'unknown', contradictsLexicon: true })
  })
  it('of a former office-holder is another voice', () => {
    expect(said('en', 'Former President Robert Kocharyan said two articles remained.')[0]?.standing).not.toBe('official')
  })
})

describe('a denial', () => {
  it('knows the claim it denies when that stands in the same article', () => {
    const text =
      'The Azerbaijani Defence Ministry said that Armenian units had fired at positions near Lachin.\n\nThe Armenian Defence Ministry denied that its units had fired at positions near Lachin.'
    expect(said('en', text)).toMatchObject([
      { speaker: 'azerbaijani-defence-ministry', denial: false, denies: null },
      {
        speaker: 'armenian-defence-ministry',
        denial: true,
        denies: 'The Azerbaijani Defence Ministry said that Armenian units had fired at positions near Lachin.',
      },
    ])
  })
  it('alone knows the clause it denies', () => {
    expect(said('en', 'Nikol Pashinyan denied that a corridor had been promised.')[0]).toMatchObject({
      denial: true,
      denies: 'a corridor had been promised',
    })
  })
})

describe('a headline', () => {
  it('with a colon is a statement where the text has none of that speaker', () => {
    expect(said('en', 'The meeting lasted an hour.', 'Pashinyan: we shall sign as soon as they are ready')).toMatchObject([
      { speaker: 'nikol-pashinyan', text: 'we shall sign as soon as they are ready', start: -1 },
    ])
  })
})

describe('hostile text', () => {
  it('costs no more than its limits', () => {
    const started = processorMs()
    for (const text of [
      'Pashinyan on a on b on c on d on e on f on g on h on i on j on k on l on m on n on o on p on q, said nobody. '.repeat(2_000),
      `Putin ${'in the on the at the '.repeat(4_000)}said.`,
      '"'.repeat(50_000),
      '“'.repeat(50_000),
      `${'Foreign Minister '.repeat(5_000)}Mirzoyan said.`,
      'Giorgi Berishvili said. '.repeat(5_000),
    ])
      said('en', text)
    expect(processorMs() - started).toBeLessThan(8_000)
  }, 20_000)
})
