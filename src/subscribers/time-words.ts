/** Words of a line in six languages → the times, days and wishes that they mean. Each matcher looks at the start of the rest of a line. */
import { type Language, languages } from '../lexicon/lexicon.js'

/** What a matcher found: how many UTF-16 units it took, and what they mean. */
export interface Matched<T> {
  length: number
  value: T
}

function alternatives(words: string): string {
  return words
    .split('|')
    .sort((a, b) => b.length - a.length)
    .join('|')
}

const morning = alternatives('am|a\\.m\\.|in the morning|утра|утром|առավոտյան|առավոտը|səhər|sabah|sabahın|დილის|დილით')
const evening = alternatives(
  'pm|p\\.m\\.|in the evening|in the afternoon|вечера|вечером|дня|երեկոյան|ցերեկվա|axşam|axşamın|günorta|akşam|öğleden sonra|საღამოს|დღის',
)
const before = '(?:at|by|в|к|около|ժամը|ժամ|saat|saatı|საათი)\\s+'
// Endings that a number carries: "8-ին", "8-də", "8-ზე", "8:30'da", "8-ci".
const after = "(?:\\s*(?:ч(?:ас(?:ов|а)?)?|h|o'clock|ժամին|საათზე|საათ)(?![\\p{L}]))?(?:[-'’](?:ին|ի|ից|də|da|de|te|ta|ზე|ის|ი|ე)(?![\\p{L}]))?"
const time = new RegExp(
  `^(?:${before})?(?:(?<pre>${morning}|${evening})\\s+(?:${before})?)?(?<h>[01]?\\d|2[0-4])(?:(?:[:.․։՝]|\\s?h\\s?)(?<m>[0-5]\\d))?${after}(?:\\s*(?<post>${morning}|${evening}))?${after}(?![\\p{L}\\p{N}:])`,
  'iu',
)
const isEvening = new RegExp(`^(?:${evening})$`, 'iu')
const isMorning = new RegExp(`^(?:${morning})$`, 'iu')
const namedTimes: readonly [RegExp, string][] = [
  [/^(?:at\s+)?(?:noon|midday|в\s+полдень|полдень|կեսօրին|შუადღისას|öğlen|öğle)(?!\p{L})/iu, '12:00'],
  [/^(?:at\s+)?(?:midnight|в\s+полночь|полночь|կեսգիշերին|შუაღამისას|gece\s+yarısı|gecəyarısı)(?!\p{L})/iu, '00:00'],
  [/^(?:in\s+the\s+|every\s+)?(?:morning|утром|по\s+утрам|առավոտյան|səhər|səhərlər|sabahları|დილით|დილაობით)(?!\p{L})/iu, '08:30'],
  [/^(?:in\s+the\s+|every\s+)?(?:evening|вечером|по\s+вечерам|երեկոյան|axşam|axşamlar|akşamları|akşam|საღამოს|საღამოობით)(?!\p{L})/iu, '19:00'],
]

/** A time of the day as "HH:MM". A number alone is an hour. */
export function timeAt(rest: string): Matched<string> | null {
  const match = time.exec(rest)
  if (match?.groups) {
    const mark = match.groups.post ?? match.groups.pre ?? ''
    let hour = Number(match.groups.h)
    if (isEvening.test(mark) && hour < 12) hour += 12
    if (isMorning.test(mark) && hour === 12) hour = 0
    return { length: match[0].length, value: `${String(hour % 24).padStart(2, '0')}:${match.groups.m ?? '00'}` }
  }
  for (const [pattern, value] of namedTimes) {
    const named = pattern.exec(rest)
    if (named) return { length: named[0].length, value }
  }
  return null
}

// Monday to Sunday. A form that ends in "*" may go on.
const dayForms: readonly string[] = [
  'monday* mon|понедельник* пн|երկուշաբթի* երկ|bazar ertəsi*|ორშაბათ*|pazartesi* pzt',
  'tuesday* tues tue|вторник* вт|երեքշաբթի* երք|çərşənbə axşamı*|სამშაბათ*|salı* sal',
  'wednesday* wed|среда среду среды средам ср|չորեքշաբթի* չրք|çərşənbə*|ოთხშაბათ*|çarşamba* çar',
  'thursday* thurs thur thu|четверг* чт|հինգշաբթի* հնգ|cümə axşamı*|ხუთშაბათ*|perşembe* per',
  'friday* fri|пятниц* пт|ուրբաթ* ուրբ|cümə cümə günü|პარასკევ*|cuma cumaları',
  'saturday* sat|суббот* сб|շաբաթ շաբաթը շաբաթ օրերը|şənbə*|შაბათ*|cumartesi* cmt',
  'sunday* sun|воскресень* вс|կիրակի*|bazar bazar günü|კვირას კვირა კვირაობით|pazar pazarları paz',
]
const days = dayForms
  .flatMap((line, index) =>
    line.split('|').flatMap((group) => {
      const forms = /^(?:bazar ertəsi|çərşənbə axşamı|cümə axşamı)/.test(group) ? [group] : group.split(/ (?!günü|օրերը)/)
      return forms.map((form) => ({ day: index + 1, form }))
    }),
  )
  .sort((a, b) => b.form.length - a.form.length)
  .map(({ day, form }) => ({
    day,
    pattern: new RegExp(
      `^(?:on\\s+|every\\s+|each\\s+|по\\s+|в\\s+|во\\s+|каждый\\s+|каждую\\s+|hər\\s+|her\\s+|ամեն\\s+|ყოველ\\s+)?${form.replace('*', '\\p{L}*')}\\.?(?:\\s+(?:günü|günləri|günleri|օրը|օրերին))?(?!\\p{L})`,
      'iu',
    ),
  }))

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const dayGroups: readonly [RegExp, readonly number[]][] = [
  [
    /^(?:on\s+)?(?:weekdays?|workdays?|working\s+days|business\s+days|по\s+будням|будни(?:е\s+дни)?|(?:по\s+)?рабочи[емх]+\s+дн[ияма]+|աշխատանքային(?:\s+օրեր\p{L}*)?|iş\s+günləri|həftəiçi|həftə\s+içi|სამუშაო\s+დღე\p{L}*|hafta\s+içi|iş\s+günleri)(?!\p{L})/iu,
    [1, 2, 3, 4, 5],
  ],
  [
    /^(?:on\s+|at\s+)?(?:weekends?|по\s+выходным|выходны[ем]|հանգստյան(?:\s+օրեր\p{L}*)?|həftə\s*sonu|შაბათ-კვირას?|დასვენების\s+დღე\p{L}*|hafta\s*sonu)(?!\p{L})/iu,
    [6, 7],
  ],
  [
    /^(?:daily|every\s*day|each\s+day|ежедневно|каждый\s+день|ամեն\s+օր|ամենօրյա|hər\s+gün|gündəlik|ყოველდღე|ყოველდღიურად|her\s+gün|günlük)(?!\p{L})/iu,
    everyDay,
  ],
  [
    /^(?:weekly|every\s+week|once\s+a\s+week|еженедельно|каждую\s+неделю|раз\s+в\s+неделю|շաբաթական|ամեն\s+շաբաթ|həftəlik|hər\s+həftə|ყოველკვირ\p{L}*|haftalık|her\s+hafta)(?!\p{L})/iu,
    [1],
  ],
]

export interface DaysFound {
  days: readonly number[]
  /** "weekly" alone: a day that is named elsewhere counts instead. */
  vague: boolean
}

function oneDay(rest: string): Matched<number> | null {
  for (const { day, pattern } of days) {
    const match = pattern.exec(rest)
    if (match) return { length: match[0].length, value: day }
  }
  return null
}

/** ISO weekdays (1 Monday to 7 Sunday): "weekdays", "mon-fri", "по будням", "пн". */
export function daysAt(rest: string): Matched<DaysFound> | null {
  const first = oneDay(rest)
  if (first) {
    const dash = /^\s*(?:-|–|—|to|through|до|по)\s*/iu.exec(rest.slice(first.length))
    const last = dash ? oneDay(rest.slice(first.length + dash[0].length)) : null
    if (!dash || !last) return { length: first.length, value: { days: [first.value], vague: false } }
    const range: number[] = []
    for (let day = first.value; ; day = (day % 7) + 1) {
      range.push(day)
      if (day === last.value) break
    }
    return { length: first.length + dash[0].length + last.length, value: { days: range.sort(), vague: false } }
  }
  for (const [pattern, list] of dayGroups) {
    const match = pattern.exec(rest)
    if (match) return { length: match[0].length, value: { days: list, vague: list.length === 1 } }
  }
  return null
}

const languageForms: Record<Language, RegExp> = {
  en: /^(?:en|eng|english|английск\p{L}*|по-английски|անգլերեն\p{L}*|ingiliscə|ingilis(?:\s+dili)?|ინგლისურ\p{L}*|ingilizce)(?!\p{L})/iu,
  ru: /^(?:ru|rus|russian|русск\p{L}*|по-русски|ռուսերեն\p{L}*|rusca|rus\s+dili|რუსულ\p{L}*|rusça)(?!\p{L})/iu,
  hy: /^(?:hy|arm|am|armenian|армянск\p{L}*|по-армянски|հայերեն\p{L}*|ermənicə|სომხურ\p{L}*|ermenice)(?!\p{L})/iu,
  az: /^(?:az|aze|azerbaijani|azeri|азербайджанск\p{L}*|ադրբեջաներեն\p{L}*|azərbaycanca|azərbaycan\s+dili|აზერბაიჯანულ\p{L}*|azerbaycanca|azerice)(?!\p{L})/iu,
  ka: /^(?:ka|geo|georgian|грузинск\p{L}*|по-грузински|վրացերեն\p{L}*|gürcücə|ქართულ\p{L}*|gürcüce)(?!\p{L})/iu,
  tr: /^(?:tr|tur|turkish|турецк\p{L}*|по-турецки|թուրքերեն\p{L}*|türkcə|თურქულ\p{L}*|türkçe)(?!\p{L})/iu,
}

/** A language by its code or name. */
export function languageAt(rest: string): Matched<Language> | null {
  for (const lang of languages) {
    const match = languageForms[lang].exec(rest)
    if (match) return { length: match[0].length, value: lang }
  }
  return null
}

/** Words that open a clause or stand for a wish of their own. */
export const wishes = {
  read: /^(?:read(?:ing)?|languages?|читать|читаю|чтение|языки|կարդալ|կարդում\s+եմ|լեզուներ|oxu|oxuyuram|dillər|წაკითხვა|ვკითხულობ|ენები|oku|okuyorum|diller)\s*:?\s+/iu,
  only: /^(?:only|just|только|միայն|yalnız|yalnızca|sadece|მხოლოდ)\s+(?:(?:in|на)\s+)?/iu,
  interface: /^(?:interface|speak|lang|язык|интерфейс|լեզու|dil|ენა|arayüz)\s*:?\s+/iu,
  mute: /^(?:mute|without|except|no|not|кроме|без|առանց|բացի|xaric|istisna|გარდა|გარეშე|hariç|olmadan)\s*:?\s+/iu,
  topics: /^(?:topics?|about|on|тем[аыу]|о|об|про|թեմա\p{L}*|mövzu\p{L}*|haqqında|თემ\p{L}*|konu\p{L}*|hakkında)\s*:?\s+/iu,
  quiet:
    /^(?:quiet(?:\s+hours)?|silent|тихие\s+часы|тихо|тишина|լուռ(?:\s+ժամեր)?|sakit(?:\s+saatlar)?|წყნარი(?:\s+საათები)?|sessiz(?:\s+saatler)?)\s*:?\s+/iu,
  skipQuiet:
    /^(?:skip\s+quiet(?:\s+days)?|no\s+quiet\s+days|пропускать\s+тихие(?:\s+дни)?|sakit\s+günləri\s+ötür|sakin\s+günleri\s+atla|բաց\s+թողնել\s+հանգիստ\s+օրերը|წყნარი\s+დღეების\s+გამოტოვება)(?!\p{L})/iu,
  short: /^(?:short|brief|кратко|коротко|կարճ|qısa|მოკლე|მოკლედ|kısa)(?!\p{L})/iu,
  full: /^(?:full|long|detailed|полный|полностью|подробно|լրիվ|ամբողջական|tam|ətraflı|სრული|სრულად|ayrıntılı|uzun)(?!\p{L})/iu,
  zone: /^(?:time\s*zone|timezone|zone|часовой\s+пояс|по\s+времени|пояс|ժամային\s+գոտի|saat\s+qurşağı|vaxtı|სასაათო\s+სარტყელი|saat\s+dilimi)\s*:?\s+/iu,
  /** Words that join and say nothing. */
  filler: /^(?:and|&|և|եւ|ու|и|və|და|ve|please|at|digest|subscribe|time|время|времени|vaxtı|saatı|saatiyle|დროით|ժամանակով)(?!\p{L})/iu,
} as const
