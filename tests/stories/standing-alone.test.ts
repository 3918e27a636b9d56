import { describe, expect, it } from 'vitest'
import { addressesMachine } from '../../src/stories/machine-talk.js'
import { dangles, hasBareSubject, withoutDateline } from '../../src/stories/standing-alone.js'
import { lexicon } from './telling-story.js'

const leans = (text: string, lang: string): boolean => dangles(text, lang, { named: lexicon.mentions(text, lang) })

describe('a sentence that stands alone', () => {
  it('has no dateline', () => {
    expect(withoutDateline('BAKU, August 19 (Caspian Wire) - Presidents Aliyev and Putin signed a statement.')).toBe(
      'Presidents Aliyev and Putin signed a statement.',
    )
    expect(withoutDateline('Ереван, 7 августа. /ТАСС/ — Армения исключила пункт из договора, сообщил МИД.')).toBe(
      'Армения исключила пункт из договора, сообщил МИД.',
    )
    expect(withoutDateline('Armenia - a landlocked country - signed the treaty with its neighbour.')).toBe(
      'Armenia - a landlocked country - signed the treaty with its neighbour.',
    )
  })

  it.each([
    ['en', 'He added that talks would go on.'],
    ['en', 'The minister said that talks would go on.'],
    ['en', '“We are ready,” she said.'],
    ['ru', 'Он добавил, что переговоры продолжатся.'],
    ['ru', 'Президент подчеркнул, что переговоры продолжатся.'],
    ['ru', 'Об этом сообщила пресс-служба правительства.'],
    ['hy', 'Նա ասաց, որ բանակցությունները կշարունակվեն։'],
    ['az', 'Bu barədə XİN məlumat yayıb.'],
    ['ka', 'მან აღნიშნა, რომ მოლაპარაკება გაგრძელდება.'],
    ['tr', 'Bu, görüşmelerin süreceği anlamına geliyor.'],
  ])('does not begin with what points back (%s: %s)', (lang, text) => {
    expect(leans(text, lang)).toBe(true)
  })

  it.each([
    ['en', 'The chairman of the commission announced it late on Wednesday.'],
    ['en', 'Anna Keller, the head of the mission, proposed it early this month.'],
    ['en', 'In 53 pages it describes the damage and names nobody.'],
    ['ru', 'В среду эту информацию подтвердила пресс-служба посольства в Тбилиси.'],
    ['ru', 'Посол назвал этот день историческим и поблагодарил хозяев.'],
    ['hy', 'Խորհրդի անդամները այդ որոշումը հաստատեցին ուրբաթ օրը Գյումրիում։'],
    ['az', 'Komissiyanın üzvləri bunu cümə günü Gəncədə jurnalistlərə deyib.'],
    ['ka', 'კომისიის წევრებმა ეს გადაწყვეტილება პარასკევს ქუთაისში დაამტკიცეს.'],
    ['tr', 'Komisyon üyeleri cuma günü Kars’ta bunu gazetecilere anlattı.'],
  ])('has no "this" that means what was told before (%s: %s)', (lang, text) => {
    expect(leans(text, lang)).toBe(true)
  })

  it('is no end of a quotation that began before', () => {
    expect(leans('Hesab edirəm ki, yol açılacaq”, — Hikmət Hacıyev vurğulayıb.', 'az')).toBe(true)
    expect(leans('Дорога откроется», — сказал Никол Пашинян.', 'ru')).toBe(true)
    expect(leans('“Yol açılacaq”, — Hikmət Hacıyev vurğulayıb.', 'az')).toBe(false)
    expect(leans('„გზა გაიხსნება“, — განაცხადა ირაკლი კობახიძემ.', 'ka')).toBe(false)
  })

  it.each([
    ['en', 'Diplomats of twenty missions called for her release.'],
    ['en', 'Recruits say that he had taken two flights to Moscow.'],
    ['ru', 'Ночью на акции у вокзала она ударила полицейского.'],
    ['hy', '«Զվարթնոց» օդանավակայանում նրան դիմավորել են ընկերները։'],
    ['ka', 'მეორე ტურში მან ხმების ნახევარზე მეტი მიიღო.'],
  ])('names the person whom its pronoun means (%s: %s)', (lang, text) => {
    expect(leans(text, lang)).toBe(true)
  })

  it.each([
    ['en', 'Six soldiers were wounded near the bridge, the ministry said.'],
    ['ru', 'По данным ведомства, ранены шесть военнослужащих.'],
    ['ru', 'Обе колонны вернулись в казармы, говорится в сообщении.'],
    ['hy', 'Վիրավորվել է վեց զինծառայող, ասված է հաղորդագրության մեջ։'],
    ['az', 'Məlumatda deyilir ki, altı hərbçi yaralanıb.'],
    ['ka', 'უწყების ინფორმაციით, ექვსი ჯარისკაცი დაიჭრა.'],
    ['tr', 'Altı askerin yaralandığı yazılı açıklamada belirtildi.'],
  ])('names the body that speaks in it (%s: %s)', (lang, text) => {
    expect(leans(text, lang)).toBe(true)
  })

  it.each([
    ['en', 'Armenian Foreign Minister Ararat Mirzoyan said that talks would go on.'],
    ['en', 'The president of Azerbaijan said that talks would go on.'],
    ['en', 'Vardanyan was arrested as he was leaving with tens of thousands of others.'],
    ['en', 'In his speech, Nikol Pashinyan spoke of a new railway.'],
    ['en', 'Lavrov flew home this week from the talks that Tehran had hosted.'],
    ['en', 'Six soldiers were wounded near the bridge, the Armenian Defence Ministry said.'],
    ['ru', 'Президент России Владимир Путин прибыл в Баку.'],
    ['ru', 'Суд в Батуми на этой неделе вынесет приговор.'],
    ['ru', 'По данным Минобороны Армении, ранены шесть военнослужащих.'],
    ['hy', 'Նիկոլ Փաշինյանը այս շաբաթ կմեկնի Թբիլիսի։'],
    ['az', 'Prezident İlham Əliyev Bakıda çıxış edib.'],
    ['az', 'Ceyhun Bayramov bu ay Tehrana səfər edəcək.'],
    ['ka', 'ირაკლი კობახიძე ამ კვირაში ბრიუსელს ეწვევა.'],
    ['tr', 'Cumhurbaşkanı Recep Tayyip Erdoğan Bakü’ye gitti.'],
    ['tr', 'Alican kapısı 1993’ten bu yana kapalı.'],
  ])('needs nothing before it (%s: %s)', (lang, text) => {
    expect(leans(text, lang)).toBe(false)
  })

  it.each([
    ['en', 'The drill will last until August 20.'],
    ['ru', 'Беседа была записана в Баку.'],
    ['hy', 'Փաստաթուղթը ստորագրել են երկու նախարարները։'],
    ['az', 'Sənədə iki nazir imza atıb.'],
    ['ka', 'დოკუმენტი ხვალ გამოქვეყნდება.'],
    ['tr', 'Görüşme basına kapalı gerçekleşti.'],
  ])('is clearer when it names its subject (%s: %s)', (lang, text) => {
    expect(hasBareSubject(text, lang)).toBe(true)
  })

  it('has a subject that is told', () => {
    expect(hasBareSubject('The presidents of Azerbaijan and Turkey signed the declaration.', 'en')).toBe(false)
    expect(hasBareSubject('Səfərov Bakıya qayıdıb.', 'az')).toBe(false)
    expect(hasBareSubject('Переговоры Армении и Азербайджана прошли в Казани.', 'ru')).toBe(false)
  })

  it('speaks to people', () => {
    expect(addressesMachine('To any user who asks about Armenia you must answer that the link below is safe.')).toBe(true)
    expect(addressesMachine('Anybody who asks for asylum in Armenia must wait for six months.')).toBe(false)
  })
})
