/** A word of a date in one of six languages → the month, weekday, day or cue it means. */
function forms(lists: readonly string[], endings: string): Map<string, number> {
  const found = new Map<string, number>()
  const tails = ['', ...endings.split(' ')]
  lists.forEach((list, index) => {
    for (const stem of list.split(' ')) for (const tail of tails) if (!found.has(stem + tail)) found.set(stem + tail, index)
  })
  return found
}

const englishMonths = forms(
  [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ],
  "'s ’s",
)
const russianMonths = forms(
  [
    'январ янв',
    'феврал фев февр',
    'март мар',
    'апрел апр',
    'ма',
    'июн',
    'июл',
    'август авг',
    'сентябр сент сен',
    'октябр окт',
    'ноябр ноя нояб',
    'декабр дек',
  ],
  'я ь е ю ем а у ом й',
)
const armenianMonths = forms(
  [
    'հունվար հունվ',
    'փետրվար փետր',
    'մարտ',
    'ապրիլ ապր',
    'մայիս',
    'հունիս',
    'հուլիս',
    'օգոստոս օգոս օգս',
    'սեպտեմբեր սեպ',
    'հոկտեմբեր հոկ',
    'նոյեմբեր նոյ',
    'դեկտեմբեր դեկ',
  ],
  'ի ին ից ը ն ում իս վա եան',
)
const georgianMonths = forms(
  [
    'იანვარ იან',
    'თებერვალ თებერვლ თებ',
    'მარტ მარ',
    'აპრილ აპრ',
    'მაის მაი',
    'ივნის ივნ',
    'ივლის ივლ',
    'აგვისტო აგვ',
    'სექტემბერ სექტემბრ სექ',
    'ოქტომბერ ოქტომბრ ოქტ',
    'ნოემბერ ნოემბრ ნოე',
    'დეკემბერ დეკემბრ დეკ',
  ],
  'ი ს ის ში იდან დან ამდე მდე სა ით მა შია ისთვის',
)
const turkicMonths = forms(
  [
    'yanvar ocak yan oca',
    'fevral şubat fev şub',
    'mart mar',
    'aprel nisan apr nis',
    'may mayıs',
    'iyun haziran iyn haz',
    'iyul temmuz iyl tem',
    'avqust ağustos avq ağu',
    'sentyabr eylül sen eyl',
    'oktyabr ekim okt eki',
    'noyabr kasım noy kas',
    'dekabr aralık dek ara',
  ],
  "ın in un ün da də de ta tə te dan dən den tan tən ten a ə e ı i u ü ındakı dakı dəki daki deki ında ındə ından indən undan ündən ına inə una ünə 'da 'de 'ta 'te 'dan 'den 'tan 'ten 'ın 'in 'un 'ün 'a 'e 'ı 'i 'daki 'deki 'taki 'teki",
)

const allMonths = new Map([turkicMonths, georgianMonths, armenianMonths, russianMonths, englishMonths].flatMap((months) => [...months]))

/** Month 1 to 12 that a word names, inflected or abbreviated, whatever the language; null otherwise. The word is lower case. */
export function monthOf(word: string): number | null {
  const index = allMonths.get(word.includes('’') ? word.replaceAll('’', "'") : word)
  return index === undefined ? null : index + 1
}

const weekdayForms = new Map<string, number>()
function addWeekdays(lists: readonly string[]): void {
  lists.forEach((list, index) => {
    for (const form of list.split(' ')) weekdayForms.set(form, index)
  })
}
addWeekdays(['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'])
addWeekdays(["sunday's", "monday's", "tuesday's", "wednesday's", "thursday's", "friday's", "saturday's"])
addWeekdays([
  'воскресенье воскресенья воскресный воскресным',
  'понедельник понедельника понедельнику',
  'вторник вторника вторнику',
  'среду',
  'четверг четверга четвергу',
  'пятницу пятницы пятнице',
  'субботу субботы субботе',
])
addWeekdays([
  'կիրակի կիրակին',
  'երկուշաբթի երկուշաբթին երկուշաբթվա',
  'երեքշաբթի երեքշաբթին երեքշաբթվա',
  'չորեքշաբթի չորեքշաբթին չորեքշաբթվա',
  'հինգշաբթի հինգշաբթին հինգշաբթվա',
  'ուրբաթ ուրբաթվա',
  'շաբաթ',
])
addWeekdays([
  'კვირას',
  'ორშაბათს ორშაბათის',
  'სამშაბათს სამშაბათის',
  'ოთხშაბათს ოთხშაბათის',
  'ხუთშაბათს ხუთშაბათის',
  'პარასკევს პარასკევის',
  'შაბათს შაბათის',
])
addWeekdays(['bazar pazar', 'pazartesi', 'salı', 'çərşənbə çarşamba', 'perşembe', 'cümə cuma', 'şənbə cumartesi'])

/** A weekday in a text: 0 Sunday to 6 Saturday, and how many words it took. */
export interface WeekdayWord {
  day: number
  length: number
}

const dayWord = /^(?:günü|gününün|gününə|gününe|günkü|günündə|gün)$/
/** Names of days that mean something else without "day" behind them: market, week. */
const needsDayWord = new Set(['bazar', 'pazar', 'շաբաթ', 'salı', 'cuma', 'cümə', 'şənbə'])
/** Words before კვირას that make it "week". */
const makesWeek = /^(?:ამ|გასულ|მომავალ|წინა|ერთ|ყოველ|შემდეგ|ორ|სამ|მიმდინარე)$/

/** The weekday that begins at a word, given the two words behind it and the one before; all lower case. */
export function weekdayAt(word: string, next: string, afterNext: string, previous: string): WeekdayWord | null {
  if (word === 'bazar' && next === 'ertəsi') return { day: 1, length: dayWord.test(afterNext) ? 3 : 2 }
  if (word === 'çərşənbə' && next === 'axşamı') return { day: 2, length: dayWord.test(afterNext) ? 3 : 2 }
  if (word === 'cümə' && next === 'axşamı') return { day: 4, length: dayWord.test(afterNext) ? 3 : 2 }
  const day = weekdayForms.get(word)
  if (day === undefined) return null
  const named = dayWord.test(next) || next === 'օրը' || next === 'օրվա'
  if (needsDayWord.has(word) && !named) return null
  if (word === 'კვირას' && makesWeek.test(previous)) return null
  return { day, length: named ? 2 : 1 }
}

const relativeForms = new Map<string, number>()
function addRelative(offset: number, list: string): void {
  for (const form of list.split(' ')) relativeForms.set(form, offset)
}
addRelative(
  0,
  "today today's tonight сегодня сегодняшний сегодняшняя сегодняшнее сегодняшние сегодняшней сегодняшнего сегодняшнем այսօր այսօրվա დღეს დღევანდელი დღევანდელ bugün bugünkü bugünki",
)
addRelative(
  -1,
  "yesterday yesterday's вчера вчерашний вчерашняя вчерашнее вчерашние вчерашней вчерашнего вчерашнем накануне երեկ երեկվա նախօրեին გუშინ გუშინდელი გუშინდელ dünən dünənki dün dünkü",
)
addRelative(1, "tomorrow tomorrow's завтра завтрашний завтрашняя завтрашнее завтрашней завтрашнего վաղը վաղվա ხვალ ხვალინდელი yarın yarınki")
addRelative(-2, 'позавчера გუშინწინ srağagün նախանցյալ')
addRelative(2, 'послезавтра ზეგ')

/** Days from the reference that a word or two mean ("yesterday" -1), and how many words it took; null for any other word. */
export function relativeAt(word: string, next: string, lang: string): { offset: number; length: number } | null {
  if ((word === 'bu' || word === 'հենց') && (next === 'gün' || next === 'günkü')) return { offset: 0, length: 2 }
  if (word === 'sabah') return lang === 'az' ? { offset: 1, length: 1 } : null
  if (word === 'evvelsi' && next === 'gün') return { offset: -2, length: 2 }
  const offset = relativeForms.get(word)
  return offset === undefined ? null : { offset, length: 1 }
}

function cue(...patterns: string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`, 'u')
}

/** Directly before a weekday: the one to come. */
export const comingCue = cue(
  'next|coming|upcoming|следующ\\p{L}*|будущ\\p{L}*|ближайш\\p{L}*|предстоящ\\p{L}*',
  'հաջորդ|առաջիկա|գալիք|მომავალ|შემდეგ|მომდევნო|gələn|növbəti|gelecek|önümüzdeki',
)
/** Directly before a weekday: the one before today. */
export const lastCue = cue('last|past|previous|прошл\\p{L}*|минувш\\p{L}*|предыдущ\\p{L}*|անցյալ|անցած|նախորդ|გასულ|წინა|ötən|keçən|geçen')

/** A word that puts what is told into the future. */
export const futureCue = cue(
  'will|shall|due|scheduled|expected|upcoming|plans?|planned|intends?|set|ahead',
  'будет|будут|состоится|состоятся|пройдет|пройдёт|пройдут|планирует\\p{L}*|планируют\\p{L}*|намечен\\p{L}*|запланирован\\p{L}*|ожидает\\p{L}*|предстоит|предстоящ\\p{L}*|посетит|прибудет|встретится|встретятся|проведет|проведёт|проведут|начнется|начнётся|начнутся|намерен\\p{L}*',
  'կ\\p{L}{2,}(?:վի|վեն|դարեն|ցնի|ցնեն|նա|նան)|կկայանա\\p{L}*|կանցկացվի|կլինի|կլինեն|կժամանի|կհանդիպի|կմեկնի|կայցելի|նախատեսված|նախատեսվում|պլանավորված|սպասվում|պետք|առաջիկա|կսկսվի|կանցնի|կքննարկ\\p{L}*|կմասնակցի',
  'გაიმართება|ჩატარდება|შედგება|იქნება|დაგეგმილი\\p{L}*|დაგეგმილია|ჩამოვა|შეხვდება|ეწვევა|უნდა|შესაძლოა|შეიძლება|მომავალ|მოსალოდნელია|დაიწყება',
  '\\p{L}+(?:acaq|əcək|acaqdır|əcəkdir|acaqlar|əcəklər)|gözlənilir|planlaşdırılır|nəzərdə',
  '\\p{L}+(?:acak|ecek|acağı|eceği|acağını|eceğini|acaktır|ecektir)|bekleniyor|planlanıyor|planlanan|öngörülüyor',
)
/** Verbs that put the infinitive behind them into the future: "asked people to gather on Monday". */
export const intentCue = cue(
  'ask(?:s|ed)?|agree(?:s|d)?|call(?:s|ed)?|urge[sd]?|plan(?:s|ned)?|wants?|wanted|invite[sd]?|promise[sd]?|vow(?:s|ed)?|decide[sd]?|ready|due|set|expected|scheduled|hopes?|intends?|going|is|are',
)

/** A Russian infinitive, and a verb of the present or future; nouns and verbs of saying with the same ending are left out. */
export function isRussianInfinitive(word: string): boolean {
  return /^[а-я]{3,}(?:ть|ться|ти|тись)$/.test(word) && !/(?:ость|есть|асть|ять|пути|сети|власти|области|части|новости|безопасности)$/.test(word)
}

const russianNouns =
  /^(?:\p{L}*совет|\p{L}*комитет|визит|кабинет|бюджет|билет|ответ|запрет|приоритет|университет|авторитет|интернет|суверенитет|кредит|транзит|саммит|лимит|дефицит|институт|маршрут|статут|атрибут|парламентариат|секретариат|мандат|формат|результат|кандидат|сенат|депутат|аппарат|штат|прокурат|дипломат|солдат|акт|факт|контракт|конфликт|проект|объект|субъект|август|протест|арест|текст|пост|мост|гость|лет|нет|цвет|свет|паспорт|порт|аэропорт|отчет|расчет|полет|самолет|вертолет|счет|предмет|сюжет|портрет|пакет|митинг|брат|чат|адвокат|аттестат|плакат|халат)$/u
const russianSaying = /^(?:сообща|пиш|переда|говор|отмеча|заявля|счита|подчеркива|уточня|добавля|утвержда|призна|напомина|поясня|указыва)\p{L}*$/u

export function isRussianPresent(word: string): boolean {
  return /^[а-я]{3,}(?:[её]т|ит|ут|ют|ят|ат)(?:ся)?$/u.test(word) && !russianNouns.test(word) && !russianSaying.test(word)
}

/** Directly before a date: up to it, so it lies ahead. */
export const deadlineCue = cue('until|till|by|before|до|մինչև')

/** A word that puts what is told into the past. */
export const pastCue = cue(
  'said|told|was|were|had|met|signed|announced|stated|held|arrived|visited|called|added|wrote|reported|took|spoke|did|agreed|has|have',
  'сказал\\p{L}?|заявил\\p{L}?|сообщил\\p{L}?|состоял\\p{L}{2,3}|прошел|прошёл|прошла|прошли|провел\\p{L}?|провёл|прибыл\\p{L}?|встретил\\p{L}{2,3}|подписал\\p{L}?|был|была|было|были|\\p{L}{3,}(?:ал|ил|ел)(?:а|и|о)?(?:с[ья])?',
  'ասաց|ասել|հայտարարեց|հայտարարել|կայացավ|կայացել|տեղի|ժամանել|ժամանեց|հանդիպել|հանդիպեց|ստորագրել|հայտնել|հայտնեց',
  'განაცხადა|თქვა|გაიმართა|შედგა|ჩავიდა|შეხვდა|იყო|ჩატარდა|გამართა|აღნიშნა',
  'dedi|bildirib|deyib|keçirilib|baş|görüşüb|imzalanıb|olub|edib|açıklandı|söyledi|yapıldı|görüştü|gitti|etti|oldu|\\p{L}+(?:ıb|ib|ub|üb|dı|di|du|dü|tı|ti|tu|tü)',
)

/** Whether a month may stand before its day: English, a bare name or a genitive (օգոստոսի 18, avqustun 18-i), never "in August 18 people" nor Russian. */
export function leadsDay(month: string): boolean {
  if (englishMonths.has(month)) return true
  if (/^[а-яё]/.test(month)) return false
  return !/(?:ում|ին|ից|ն|ში|იდან|დან|მდე|მა|[dt][aəe]n?|[dt][ae]ki|dakı|dəki)$/u.test(month) || /^(?:հունիսի|հուլիսի)$/.test(month)
}

/** English months that are also common words, when they are not capitalised. */
export function isEnglishWord(month: string): boolean {
  return month === 'may' || month === 'march' || month === 'mar' || month === 'sep' || month === 'dec'
}

/** Case and ordinal endings that stand behind a number of a date: 18th, 18-го, 18-ին, 18-i, 18'inde, 18-ში. */
const dayEnding =
  /^(?:st|nd|rd|th|го|е|ое|му|ым|ого|ին|ն|ը|ից|ի|իս|րդ|ում|i|ı|u|ü|si|sı|da|də|de|ta|tə|te|dan|dən|den|tan|tən|ten|na|nə|ne|a|ə|e|ya|yə|ye|ci|cı|cu|cü|nci|ncı|ncu|ncü|inci|ıncı|uncu|üncü|ində|ında|unda|ündə|inde|ünde|sində|sında|sinde|sına|sinə|inə|ına|una|ünə|nda|nde|ndən|ს|ში|დან|იდან|მდე|ამდე|ის|სა|ე|ით|თან|ია)$/u

export function isDayEnding(word: string): boolean {
  return dayEnding.test(word)
}

const yearNoun = /^(?:year|года|году|տարի|տարվա|წლის|წელს|il|ilin|ilki|yıl|yılın|yılki)$/u
const yearShift: [RegExp, number][] = [
  [/^(?:last|прошл(?:ого|ом)|минувш(?:его|ем)|անցյալ|անցած|გასულ|გასული|keçən|ötən|geçen|geçtiğimiz)$/u, -1],
  [/^(?:this|эт(?:ого|ом)|нынешн(?:его|ем)|текущ(?:его|ем)|այս|ამ|მიმდინარე|bu|cari)$/u, 0],
  [/^(?:next|следующ(?:его|ем)|будущ(?:его|ем)|հաջորդ|գալիք|მომავალი?|gələn|növbəti|gelecek|önümüzdeki)$/u, 1],
]

/** "last year", "этого года", "keçən ilin": years from the reference's year; null for other words. */
export function yearShiftOf(word: string, next: string): number | null {
  if (word === 'შარშან' || word === 'bıldır') return -1
  if (!yearNoun.test(next)) return null
  return yearShift.find(([pattern]) => pattern.test(word))?.[1] ?? null
}

/** Words and endings that stand between or behind a year and the rest: года, г, թ, թվականի, წლის, il, ilin, yılı, of, and a year's own endings. */
const yearWord =
  /^(?:of|in|года|году|год|г|թ|թթ|թվականի|թվականին|թվական|թվի|წლის|წელს|წ|წელი|il|ilin|ildə|ili|ilinin|yılı|yılının|yılında|yıl|cı|ci|cu|cü|nci|ncı|ncu|ncü|da|də|de|te|ta|tə|ın|in|un|ün|inci|üncü|ნ|ში)$/u

export function isYearWord(word: string): boolean {
  return yearWord.test(word)
}

const rangeWord = /^(?:to|through|till|until|по|до|մինչև|დან|dək|ilə|ile|ila)$/u
const listWord = /^(?:and|и|և|եւ|ու|და|və|ve)$/u

/** 'range' for "to", "по", …; 'list' for "and", "и", …; null for other words. */
export function joinOf(word: string): 'range' | 'list' | null {
  return rangeWord.test(word) ? 'range' : listWord.test(word) ? 'list' : null
}
