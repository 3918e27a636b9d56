import { describe, expect, it } from 'vitest'
import { addDays, findDates, plainDateIn, startOfDay } from '../../src/text/dates.js'
import { isValidZone } from '../../src/text/zones.js'

/** A Tuesday. */
const reference = '2024-08-20'

function days(text: string, lang: string, on: string | null = reference): string[] {
  const mentions = findDates(text, lang, { reference: on })
  for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text)
  return mentions.map((mention) => `${mention.date} ${mention.kind}`)
}

describe('absolute days', () => {
  it.each([
    ['en', 'They signed it on 18 August 2024 in Baku.'],
    ['en', 'August 18, 2024'],
    ['en', 'the 18th of August, 2024'],
    ['en', 'Aug. 18, 2024'],
    ['en', '18-Aug-2024'],
    ['en', 'dated 2024-08-18.'],
    ['en', '18/08/2024'],
    ['en', '08/18/2024'],
    ['ru', '18.08.2024 г.'],
    ['ru', 'подписано 18 августа 2024 года'],
    ['ru', 'от 18-го августа 2024 г.'],
    ['hy', '2024 թ. օգոստոսի 18'],
    ['hy', '2024թ. օգոստոսի 18-ին'],
    ['hy', '2024 թվականի օգոստոսի 18-ին'],
    ['az', '18 avqust 2024'],
    ['az', '2024-cü il avqustun 18-də'],
    ['az', '18 avqust 2024-cü il tarixində'],
    ['ka', '2024 წლის 18 აგვისტოს'],
    ['ka', '18 აგვისტო, 2024'],
    ['tr', '18 Ağustos 2024'],
    ['tr', "18 Ağustos 2024'te"],
    ['tr', '18 AĞUSTOS 2024'],
  ])('%s: %s', (lang, text) => {
    expect(days(text, lang)).toEqual(['2024-08-18 absolute'])
    expect(days(text, lang, null)).toEqual(['2024-08-18 absolute'])
  })
  it('need to exist', () => {
    expect(days('31.02.2024, 30 February 2024, 2024-13-01, 32 августа 2024', 'en')).toEqual([])
  })
  it('are several in one text', () => {
    expect(days('Между 9 ноября 2020 года и 19 сентября 2023 года', 'ru')).toEqual(['2020-11-09 absolute', '2023-09-19 absolute'])
  })
})

describe('days without a year', () => {
  it.each([
    ['en', 'on 18 August', '2024-08-18'],
    ['ru', '18 августа', '2024-08-18'],
    ['hy', 'օգոստոսի 18-ին', '2024-08-18'],
    ['az', 'avqustun 18-də', '2024-08-18'],
    ['az', 'sentyabrın 5-də', '2024-09-05'],
    ['ka', '18 აგვისტოს', '2024-08-18'],
    ['tr', "18 Ağustos'ta", '2024-08-18'],
    ['en', 'the clashes of 12 December', '2023-12-12'],
    ['en', 'until 24 July', '2024-07-24'],
    ['en', 'until 31 December', '2024-12-31'],
    ['en', 'The vote is scheduled for 14 December.', '2024-12-14'],
    ['ru', 'Выборы пройдут 14 декабря.', '2024-12-14'],
    ['ka', 'არჩევნები 14 დეკემბერს გაიმართება.', '2024-12-14'],
    ['az', 'Seçki dekabrın 14-də keçiriləcək.', '2024-12-14'],
    ['tr', "Seçim 14 Aralık'ta yapılacak.", '2024-12-14'],
    ['hy', 'Ընտրությունները կկայանան դեկտեմբերի 14-ին։', '2024-12-14'],
    ['en', 'its proposal of 22 June last year', '2023-06-22'],
    ['ru', '22 июня прошлого года', '2023-06-22'],
    ['tr', "geçen yıl 22 Haziran'da", '2023-06-22'],
    ['az', 'keçən il 22 iyun', '2023-06-22'],
  ])('%s: %s', (lang, text, date) => {
    expect(days(text, lang)).toEqual([`${date} yearless`])
  })
  it('are nothing without a day to reckon from', () => {
    expect(days('on 18 August and on Tuesday, yesterday', 'en', null)).toEqual([])
  })
  it('cross the turn of the year', () => {
    expect(days('29 декабря', 'ru', '2025-01-03')).toEqual(['2024-12-29 yearless'])
    expect(days('3 January', 'en', '2024-12-29')).toEqual(['2025-01-03 yearless'])
  })
})

describe('ranges', () => {
  it.each([
    ['en', '18-19 August', '2024-08-18 yearless', '2024-08-19 yearless'],
    ['en', 'August 18–19, 2024', '2024-08-18 absolute', '2024-08-19 absolute'],
    ['en', 'from 18 to 19 August 2024', '2024-08-18 absolute', '2024-08-19 absolute'],
    ['ru', 'с 18 по 19 августа', '2024-08-18 yearless', '2024-08-19 yearless'],
    ['ru', 'с 30 июля по 2 августа 2024 года', '2024-07-30 absolute', '2024-08-02 absolute'],
    ['en', '30 December – 2 January 2024', '2023-12-30 absolute', '2024-01-02 absolute'],
    ['hy', 'օգոստոսի 18-19-ին', '2024-08-18 yearless', '2024-08-19 yearless'],
    ['az', 'avqustun 18-19-da', '2024-08-18 yearless', '2024-08-19 yearless'],
    ['ka', '18-დან 19 აგვისტომდე', '2024-08-18 yearless', '2024-08-19 yearless'],
    ['tr', '18 ve 19 Ağustos', '2024-08-18 yearless', '2024-08-19 yearless'],
    ['ru', '22–24 октября', '2024-10-22 yearless', '2024-10-24 yearless'],
  ])('%s: %s', (lang, text, first, last) => {
    expect(days(text, lang)).toEqual([first, last])
  })
})

describe('weekdays', () => {
  it.each([
    ['en', 'he said on Tuesday', '2024-08-20'],
    ['en', 'he said on Wednesday', '2024-08-14'],
    ['en', 'last Tuesday', '2024-08-13'],
    ['en', 'next Tuesday', '2024-08-27'],
    ['en', 'The leaders will meet on Friday.', '2024-08-23'],
    ['en', 'She said on Monday that talks will go on.', '2024-08-19'],
    ['en', 'The text is to be made public on Monday.', '2024-08-26'],
    ['en', 'She asked people to gather on Thursday.', '2024-08-22'],
    ['ru', 'заявил во вторник', '2024-08-20'],
    ['ru', 'В среду он прилетел в Баку.', '2024-08-14'],
    ['ru', 'Встреча состоится в пятницу.', '2024-08-23'],
    ['ru', 'В четверг президент посетит Ереван.', '2024-08-22'],
    ['ru', 'Переговоры перенесены на субботу.', '2024-08-24'],
    ['ru', 'сообщает в понедельник пресс-служба', '2024-08-19'],
    ['hy', 'երեքշաբթի հայտարարել է', '2024-08-20'],
    ['hy', 'Տեքստը կհրապարակվի հինգշաբթի օրը։', '2024-08-22'],
    ['hy', 'շաբաթ օրը', '2024-08-17'],
    ['az', 'çərşənbə axşamı günü bildirib', '2024-08-20'],
    ['az', 'Sənədin mətni bazar ertəsi dərc olunacaq.', '2024-08-26'],
    ['az', 'bazar günü', '2024-08-18'],
    ['ka', 'სამშაბათს განაცხადა', '2024-08-20'],
    ['ka', 'კვირას', '2024-08-18'],
    ['ka', 'შეხვედრა ხუთშაბათს გაიმართება.', '2024-08-22'],
    ['tr', 'salı günü açıkladı', '2024-08-20'],
    ['tr', 'Satışların perşembe günü başlaması bekleniyor.', '2024-08-22'],
    ['tr', 'Pazartesi', '2024-08-19'],
  ])('%s: %s', (lang, text, date) => {
    expect(days(text, lang)).toEqual([`${date} weekday`])
  })
  it('say nothing new beside a date', () => {
    expect(days('on Sunday, August 18, in Baku', 'en')).toEqual(['2024-08-18 yearless'])
    expect(days('18 августа, в воскресенье', 'ru')).toEqual(['2024-08-18 yearless'])
    expect(days('18 Ağustos Pazar günü', 'tr')).toEqual(['2024-08-18 yearless'])
  })
  it('are not weeks, markets or the environment', () => {
    expect(days('ამ კვირას', 'ka')).toEqual([])
    expect(days('bazar qiymətləri', 'az')).toEqual([])
    expect(days('окружающая среда', 'ru')).toEqual([])
    expect(days('մեկ շաբաթ', 'hy')).toEqual([])
    expect(days('last week', 'en')).toEqual([])
  })
})

describe('days told from today', () => {
  it.each([
    ['en', 'today', '2024-08-20'],
    ['en', "yesterday's talks", '2024-08-19'],
    ['en', 'tomorrow', '2024-08-21'],
    ['en', 'three days ago', '2024-08-17'],
    ['ru', 'вчера', '2024-08-19'],
    ['ru', 'Сегодня', '2024-08-20'],
    ['ru', 'позавчера', '2024-08-18'],
    ['ru', 'вчерашняя встреча', '2024-08-19'],
    ['ru', '2 дня назад', '2024-08-18'],
    ['hy', 'երեկ', '2024-08-19'],
    ['hy', 'այսօր', '2024-08-20'],
    ['hy', 'վաղը', '2024-08-21'],
    ['az', 'dünən', '2024-08-19'],
    ['az', 'bu gün', '2024-08-20'],
    ['az', 'sabah', '2024-08-21'],
    ['ka', 'გუშინ', '2024-08-19'],
    ['ka', 'დღეს', '2024-08-20'],
    ['ka', 'ხვალ', '2024-08-21'],
    ['tr', 'dün', '2024-08-19'],
    ['tr', 'bugün', '2024-08-20'],
    ['tr', 'yarın', '2024-08-21'],
  ])('%s: %s', (lang, text, date) => {
    expect(days(text, lang)).toEqual([`${date} relative`])
  })
  it('do not take the Turkish morning for tomorrow', () => {
    expect(days('sabah saatlerinde', 'tr')).toEqual([])
  })
})

describe('what is no day', () => {
  it.each([
    ['en', 'He may 18 march 5'],
    ['en', 'In August 18 people died'],
    ['en', 'the 44-day war of 2020, a 3+3 format, version 1.2.2024.5'],
    ['hy', 'օգոստոսին 18 մարդ'],
    ['ka', 'აგვისტოში 18 ადამიანი'],
    ['az', 'avqustda 18 nəfər'],
    ['ru', 'в августе 18 человек; счет 3:1; 18 мая́чных'],
    ['en', 'August 2024, May, 18:30, 1.5, 192.168.1.10'],
  ])('%s: %s', (lang, text) => {
    expect(days(text, lang)).toEqual([])
  })
})

describe('zones', () => {
  it('begin a day where the clock does', () => {
    expect(startOfDay('2024-08-18', 'Asia/Yerevan').toISOString()).toBe('2024-08-17T20:00:00.000Z')
    expect(startOfDay('2024-08-18', '+04:00').toISOString()).toBe('2024-08-17T20:00:00.000Z')
    expect(startOfDay('2024-08-18', null).toISOString()).toBe('2024-08-18T00:00:00.000Z')
    expect(startOfDay('2024-08-18', 'America/New_York').toISOString()).toBe('2024-08-18T04:00:00.000Z')
    // Tehran put its clocks on at midnight: the day began at one.
    expect(startOfDay('2021-03-22', 'Asia/Tehran').toISOString()).toBe('2021-03-21T20:30:00.000Z')
    // Baku until 2015: midnight before the change of 29 March was still +4.
    expect(startOfDay('2015-03-29', 'Asia/Baku').toISOString()).toBe('2015-03-28T20:00:00.000Z')
    expect(startOfDay('2015-03-30', 'Asia/Baku').toISOString()).toBe('2015-03-29T19:00:00.000Z')
  })
  it('show the day of an instant', () => {
    const late = new Date('2024-08-18T21:30:00Z')
    expect(plainDateIn(late, 'Asia/Tbilisi')).toBe('2024-08-19')
    expect(plainDateIn(late, 'Europe/London')).toBe('2024-08-18')
    expect(plainDateIn(late, '-0330')).toBe('2024-08-18')
    expect(plainDateIn(late, null)).toBe('2024-08-18')
  })
  it('are undone by each other on every day of a year', () => {
    for (const zone of ['Europe/Berlin', 'Pacific/Chatham', 'America/Santiago', 'Asia/Beirut', 'Africa/Cairo']) {
      for (let i = 0; i < 366; i += 3) {
        const date = addDays('2024-01-01', i)
        const start = startOfDay(date, zone)
        expect(plainDateIn(start, zone)).toBe(date)
        expect(plainDateIn(new Date(start.getTime() - 1), zone)).toBe(addDays(date, -1))
      }
    }
  })
  it('are known or not', () => {
    for (const zone of ['Asia/Yerevan', 'UTC', '+04:00', '-0330', 'UTC+4', 'Z']) expect(isValidZone(zone), zone).toBe(true)
    for (const zone of ['', 'Yerevan', 'Asia/Atlantis', '+25:00', '+4:99', '4']) expect(isValidZone(zone), zone).toBe(false)
    expect(() => startOfDay('2024-08-18', 'Asia/Atlantis')).toThrow(/Asia\/Atlantis.*IANA/)
    expect(() => addDays('2024-02-30', 1)).toThrow(/2024-02-30.*YYYY-MM-DD/)
  })
  it('count days over leap years and month ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31')
  })
})
