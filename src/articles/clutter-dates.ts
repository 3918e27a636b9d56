/** A line → whether it says nothing but when: a date, an hour, the label of one. */
import { leadIn, levelPhrase } from './clutter-phrases.js'

// Beginnings of the names of months and weekdays; a letter or two of ending may follow them.
const dateWords = `january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
января февраля марта апреля мая июня июля августа сентября октября ноября декабря январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь янв фев мар апр июн июл авг сен сент окт ноя нояб дек понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье пн вт ср чт пт сб вс
հունվար հունվարի փետրվար փետրվարի մարտ մարտի ապրիլ ապրիլի մայիս մայիսի հունիս հունիսի հուլիս հուլիսի օգոստոս օգոստոսի սեպտեմբեր սեպտեմբերի հոկտեմբեր հոկտեմբերի նոյեմբեր նոյեմբերի դեկտեմբեր դեկտեմբերի հուն փետ մար ապր մայ հլս օգս սեպ հոկ նոյ դեկ երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի
yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr yan fev apr iyn iyl avq sen okt noy dek bazar ertəsi çərşənbə axşamı çərşənbə cümə şənbə
იანვარი იანვარს თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო აგვისტოს სექტემბერი ოქტომბერი ნოემბერი დეკემბერი იან თებ მარ აპრ მაი ივნ ივლ აგვ სექ ოქტ ნოე დეკ ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık oca şub nis haz tem ağu eyl eki kas ara pazartesi salı çarşamba perşembe cuma cumartesi pazar`
const joinWords =
  'at on the of to est edt gmt utc cet cest msk et pt bst eet eest trt amt azt get am pm a m p local time hrs h ago min mins minute minutes hour hours read reading th st nd rd в г года год ч по московскому времени мск мин часов назад просмотров ժամը թ թվական ին ի saat da il ildə tarixində წლის წ საათი views view minutes dk okuma süresi okunma baxış baxılıb დაკითხვა'

const known = new Set(`${dateWords} ${joinWords}`.split(/\s+/).map(levelPhrase))

/** True for "Monday, October 14, 2024", "18:40", "Published: 12.03.2024 | 10:15 MSK", "3 min read"; a line with any other word is text. */
export function isDateLine(line: string): boolean {
  if (line.length > 110 || !/\d/.test(line)) return false
  let rest = line
  for (let round = 0; round < 3; round++) {
    const found = leadIn(rest)
    if (found?.kind !== 'dated') break
    rest = found.rest
  }
  const words = levelPhrase(rest).match(/[\p{L}\p{M}]+/gu) ?? []
  const unknown = words.filter((word) => !known.has(word) && !leadIn(word)?.kind.startsWith('dated'))
  return unknown.length === 0 && words.length <= 14
}
