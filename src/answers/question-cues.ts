/** Words of a typed question in six languages and in Latin letters → its kind, what it asks for, and whether it is about news at all. */
import type { Asked, QuestionKind } from './answer.js'

/** Start of a word: `\b` knows only Latin letters. */
function cue(...alternatives: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})`, 'iu')
}

/** Cue words of each kind, tried in this order; matched on folded text (no marks on Latin letters, no Armenian accent marks). */
const kinds: readonly [QuestionKind, RegExp][] = [
  [
    'timeline',
    cue(
      'timeline|chronolog|time ?line|history of|how did .{3,60} (?:go|develop|unfold|evolve|come about)(?![a-z])|step by step|sequence of events',
      'хронолог|как развивал|ход событий|khronolog|hronolog',
      'ժամանակագր|ինչպես է? ?զարգաց|զhամանակ|zhamanakagr',
      'xronologiya|necə inkişaf|nece inkisaf|hadisələrin gedişi',
      'ქრონოლოგ|როგორ განვითარდ|qronolog',
      'kronoloji|zaman cizelgesi|nasil gelisti',
    ),
  ],
  [
    'calendar',
    cue(
      'calendar|upcoming|coming up|what is (?:planned|scheduled|announced|next)|whats next|agenda for|schedule of|planned meetings',
      'календар|что (?:планируется|намечено|запланировано)|предстоящ|ближайшие встречи|анонс',
      'օրացույց|ինչ է (?:սպասվում|նախատեսվ)|առաջիկա',
      'teqvim|qarsidan gelen|ne planlas|gozlenilen',
      'კალენდარ|რა იგეგმება|რა არის დაგეგმილი|მომავალი შეხვედრ',
      'takvim|yaklasan|planlanan|ne planlan',
    ),
  ],
  [
    'what-changed',
    cue(
      'what (?:has )?changed|what is new since|whats new since|anything new since|what did i miss',
      'что (?:изменилось|поменялось)|что нового с(?:о)? |chto izmenilos',
      'ինչ (?:է )?(?:փոխվել|փոխվեց)|inch pokhv|inch e pokhv',
      'ne deyisib|ne deyisdi|neler deyis',
      'რა შეიცვალა|ra sheitsvala|ra sheicvala',
      'ne degisti|neler degisti',
    ),
  ],
  [
    'positions',
    cue(
      'positions?(?! of (?:the )?(?:troops|army))|who says what|both sides|each side|what (?:does|do|did) .{2,40} (?:answer|respond|reply)|stances?|.{8,60} (?:and|but) what (?:does|do|did) .{2,40} (?:say|think|want|demand|answer)',
      'позици|что говорят стороны|обе стороны|кто что говорит|что отвеча|.{8,80} и что (?:требу|говор|хоч|отвеч|дума)|pozici',
      'դիրքորոշ|ով ինչ է ասում|կողմերը ինչ|երկու կողմ|dirqorosh|ինչ է պատասխանում',
      'movqe|tereflerin|kim ne deyir|her iki teref',
      'პოზიცი|ვინ რას ამბობს|მხარეები რას|ორივე მხარ|pozici',
      'tutum|taraflar ne|kim ne diyor|iki taraf|pozisyon',
    ),
  ],
  [
    'who-said',
    cue(
      '(?:say|said|says|saying|tell|told|tells|state[ds]?|statement|comment(?:ed|s)?|reaction|reacted?|respon(?:d|se)|answer(?:ed)?|demand(?:s|ed)?|warn(?:ed|s)?|den(?:y|ied|ies)|promise[ds]?|call(?:ed)? for|accuse[ds]?|threaten(?:ed)?|propose[ds]?|want from|want with|think of|think about)(?![a-z])',
      'сказал|говорит|говорил|заявил|заявлен|заявля|реакци|отреагир|ответил|прокомментир|комментар|потребовал|опроверг|обвинил|отрица|пообещал|предупредил|skazal|zayavil|govorit',
      'ասաց|ասել|ասում|ասում|հայտարար|արձագանք|պատասխան|մեկնաբան|հերք|մեղադր|asats|asac|asel|asum|haytarar|asav',
      'dedi|deyib|deyir|bildir|aciqla|reaksiya|cavab ver|serh|tekzib|ittiham|bəyan|beyan',
      'თქვა|ამბობს|განაცხად|განცხადებ|უპასუხ|რეაქცი|უარყო|დაადანაშაულ|კომენტარ|tqva|ambobs|ganatskhad|ganacxad',
      'soyledi|soyluyor|dedi|diyor|acikla|tepki|yanit|yorum|yalanla|sucla|ne dedi',
    ),
  ],
  [
    'when',
    cue(
      'when(?![a-z])|what date|which day|what day|until when|since when|how long ago|(?:did|has|have|is|was) .{2,60} (?:in (?:19|20)\\d\\d|last (?:week|month|year)|this (?:week|month)|yesterday|today)(?: as well| too)?',
      'когда|какого числа|в какой день|до какого|с каких пор|kogda',
      'երբ|երբվանից|որ օրը|ամսի քանի|yerb|erb(?![a-z])',
      'ne vaxt|ne zaman|haçan|hacan|hansi gun|ayın neçəs',
      'როდის|რომელ რიცხვ|რა დღეს|rodis',
      'ne zaman|hangi tarih|hangi gun|ne vakit',
    ),
  ],
  [
    'latest',
    cue(
      'latest|newest|recent|news(?![a-z])|new(?= (?:on|about|in|with))|what(?:s| is|.s) (?:new|happening|going on|up)|update|any news|(?:is|are|has|have) .{2,60}(?:open|closed|over|still|yet)(?![a-z])|status of|situation',
      'новост|что нового|последн|свеж|обстановк|ситуаци|что происходит|что слышно|novost|chto novogo|chto slyshno|posledn',
      'վերջին|նորություն|լուրեր|նոր ինչ|ինչ կա|ինչ նոր|իրավիճակ|inch ka|inch nor|norutyun|lurer|verjin',
      'son (?:xeber|veziyyet|durum)|sonuncu|yenilik|xeberler|ne yenilik|ne bas verir|son(?![a-z])',
      'სიახლ|ბოლო|უახლეს|ახალი ამბ|რა ხდება|რა არის ახალი|ra khdeba|ra xdeba|siakhle|siaxle|akhali|axali',
      'son (?:durum|dakika|gelisme|haber)|haber|gelisme|neler oluyor|ne oluyor|guncel',
    ),
  ],
]

export function kindOf(folded: string): QuestionKind | null {
  return kinds.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

/** What kinds of thing the answer holds. */
const asked: readonly [Asked, RegExp][] = [
  ['date', cue('when(?![a-z])|what date|until when|which day|когда|какого числа|kogda|երբ|yerb|ne vaxt|ne zaman|როდის|rodis|hangi tarih|hacan')],
  [
    'figure',
    cue(
      'how (?:many|much|long|far|big|often)|number of|what share|percent|figure|сколько|какой процент|skolko|քանի|որքան|qani|nece(?![a-z])|ne qeder|რამდენ|ramden|kac(?![a-z])|ne kadar',
    ),
  ],
  ['person', cue('who(?![a-z])|whom|by whom|кто|кем|кого|kto(?![a-z])|ով(?!\\p{L})|ովքեր|ում|ov(?![a-z])|kim(?![a-z])|kimler|ვინ|vin(?![a-z])')],
  ['place', cue('where(?![a-z])|где|куда|gde(?![a-z])|որտեղ|ուր(?!\\p{L})|vortegh|harada|hara(?![a-z])|სად(?!\\p{L})|sad(?![a-z])|nerede|nereye')],
  ['reason', cue('why|what for|reason|почему|зачем|из-за чего|pochemu|ինչու|inchu|niye|ne ucun|რატომ|ratom|neden|nicin')],
]

export function askedOf(folded: string): Asked[] {
  return asked.filter(([, pattern]) => pattern.test(folded)).map(([kind]) => kind)
}

const futureTense = cue(
  'will|going to|scheduled|planned|next (?:week|month|meeting|round|step)|tomorrow|upcoming',
  'будет|будут|завтра|следующ|состоится|подпишут|встретятся|встретится|встречаются|откро(?:ет|ют)|приедет',
  'վաղը|հաջորդ|կստորագր|կհանդիպ|կլինի|կկայանա|կբացվի|\\p{L}+ելու|\\p{L}+ալու|կա՞?յանալու',
  'sabah|novbeti|gelecek|\\p{L}+(?:acaq|ecek|acak)',
  'ხვალ|შემდეგ|მომავალ|გაიხსნება|შეხვდება|შედგება|გაიმართება|ხელს მოაწერენ',
  'yarin|gelecek|onumuzdeki',
)

const whenRussian = /(?<!\p{L})когда(?!\p{L})/u
const pastRussian = /\p{L}{2,}(?:л|ла|ло|ли)(?:сь|ся)?(?!\p{L})/u
const comingRussian = /\p{L}{2,}(?:ит|ет|ут|ют|ат|ят)(?:ся)?(?!\p{L})/u
const whenPresent = cue('when (?:do|does|is|are|will|can)(?![a-z])')

/** Asks about what is to come. `lang`: Russian tells it by the verb's form alone. */
export function asksFuture(folded: string, lang: string): boolean {
  if (futureTense.test(folded) || whenPresent.test(folded)) return true
  return lang === 'ru' && whenRussian.test(folded) && !pastRussian.test(folded) && comingRussian.test(folded)
}

const whether =
  /^(?:did|was|were|is|are|has|have|had) |(?<!\p{L})ли(?!\p{L})|\p{L}(?:dimi|dumu|ibmi|ubmu|mismi|musmu)(?!\p{L})|(?<!\p{L})m[iu](?!\p{L})/u

/** Asks whether something has happened: "did they sign", "подписали ли", "imzalandı mı". */
export function asksWhether(folded: string): boolean {
  return whether.test(folded.trim())
}

const next = cue('next(?! to)', 'следующ|ближайш', 'հաջորդ', 'novbeti|gelen(?![a-z])', 'შემდეგი|მომდევნო', 'bir sonraki|sonraki|gelecek')

export function asksNext(folded: string): boolean {
  return next.test(folded)
}

/** What a news desk of the region's diplomacy is not read for: weather, prices and rates, sport, shows, recipes, machines, chat. */
const elsewhere = cue(
  'weather|forecast|temperature|bitcoin|crypto|ethereum|stock price|share price|exchange rate|(?:usd|eur|gel|amd|azn|rub) (?:to|in|vs) (?:usd|eur|gel|amd|azn|rub)|best (?:coffee|food|wine|beach|place)|euro (?:19|20)\\d\\d|(?:dollar|euro|dram|lari|manat|ruble|rouble|lira) (?:rate|price)|football(?! diplom)|soccer|basketball|tennis|chess|boxing|judo|wrestling|formula ?1|grand prix|premier league|champions league|super ?lig|world cup|olympic|who won the (?:match|game|cup|race|league|final)|score of|match result|league table|standings|horoscope|recipe|how to cook|restaurant|hotel|cheap (?:flight|ticket)|lottery|movie|film(?![a-z])|song|lyrics|singer|celebrit|netflix|joke|poem|translate|homework|senate|congress race|super bowl|nba(?![a-z])|nfl(?![a-z])|iphone|meaning of life|capital of|population of',
  'погод|прогноз погоды|биткоин|биткойн|криптовалют|курс (?:доллара|евро|рубля|драма|лари|маната|валют)|курсы? валют|футбол(?!ьн\\p{L}+ дипломат)|баскетбол|теннис|шахмат|бокс(?!\\p{L})|дзюдо|матч|счет матча|чемпионат|лига чемпионов|турнирн|гороскоп|рецепт|ресторан|отел|дешевые (?:билеты|авиа)|лотере|фильм|кино(?!\\p{L})|песн|певиц|певец|анекдот|стих|kurs dol',
  'եղանակ|ֆուտբոլ|բասկետբոլ|թենիս|շախմատ|խաղի արդյունք|առաջնություն|դոլարի? (?:կուրս|փոխարժ)|փոխարժեք|բիթքոին|հորոսկոպ|բաղադրատոմս|ռեստորան|հյուրանոց|ֆիլմ|երգ(?:ի|ը|իչ)?(?!\\p{L})|կատակ',
  'hava (?:proqnoz|nece)|havasi|hava haqq|futbol(?! diplom)|basketbol|tennis|sahmat|oyunu?n?(?! ?qayda)|nece-nece|hesab nece|mezenne|(?:dollar|avro|manat|rubl|lire)[a-z]* (?:nece|mezenn|kurs|qiymet)|bitkoin|kripto|qoroskop|burclər|resept|restoran|otel|film|mahni|mugenni|lotereya|turnir cedvel',
  'ამინდ|ფეხბურთ|კალათბურთ|ჩოგბურთ|ჭადრაკ|რაგბი|მატჩ|ანგარიში რა|(?:ლარ|დოლარ|ევრო)\\p{L}* კურს|კურსი|ბიტკოინ|ჰოროსკოპ|რეცეპტ|რესტორან|სასტუმრო|ფილმ|სიმღერ|მომღერალ|ლატარ',
  'hava durumu|futbol(?! diplom)|basketbol|mac (?:sonuc|skor|kac)|macin|maci(?![a-z])|puan durumu|super lig|sampiyonlar ligi|dolar (?:kac|kuru|fiyat)|euro kac|doviz kur|altin fiyat|bitcoin|kripto|burc yorum|yemek tarif|tarifi|restoran|otel|sarki|sarkici|dizi(?![a-z])|piyango',
)

/** About weather, sport, rates, shows and the like. */
export function isElsewhere(folded: string): boolean {
  return elsewhere.test(folded)
}

/** Words of a question that carry nothing to look for, beside each language's stop words; beginnings, folded. */
const noise = new RegExp(
  `^(?:${[
    'latest|news|newest|recent|update|happen|tell|told|say|said|says|saying|details?|info|information|about|regarding|concerning|situation|please|pls|show|give|know|find|whats|what.?s|hows?|whos?|anything|something|everything|whole|still|really|ever|exactly|currently|now|today|yesterday|tomorrow|week|month|year|since|timeline|chronology|positions?|sides?|both|latest|going|come|came|get|got|want|wants|think|thinks|much|many|people|person|country|countries|thing|things|case|matter|issue|topic|question|story|stories|development|word|last|next|first|new|old|day|date|time|place|already|yet|also|well|too|doing|done|made|make|take|took|become|became|ask|asks|asked|mean|means|explain|summary|summarise|summarize|brief|overview|crisis|affair|contain|contains|did|does|yes|hi|hello|hey|thanks|final|decide|decided|use|used|long|thru|through|face|faces|part|must|acc(?![a-z])|according|set|put|held|hold|take',
    'новост|расскаж|скаж|сказ|говор|заяв|насчет|касательно|подробн|информац|ситуац|происход|случил|произошл|пожалуйста|дай|покаж|знает|известн|теперь|сегодня|вчера|завтра|недел|месяц|год|хронолог|позиц|сторон|последн|свеж|нов|давн|опять|снова|вообще|такой|така|тако|дела|дело|тема|вопрос|стран|люд|человек|чем|что-нибудь|что|какая|нибудь|решили|закончил|обстоят',
    'նորութ|լուր|ասա|ասաց|ասում|ասել|պատմ|վերջին|մասին|վերաբերյալ|իրավիճակ|այսօր|երեկ|վաղը|շաբաթ|ամիս|տարի|ժամանակագր|դիրքոր|կողմ|նոր|հիմա|տեղի|ունեց|եղավ|եղել|պատահ|հարց|թեմա|երկիր|երկր|ինչպիսի|արդեն|լինելու|լինի|կա(?!\\p{L})|խնդրում',
    'xeber|son(?!ra)|sonuncu|yenilik|veziyyet|barede|haqqinda|haqda|bugun|dunen|sabah|hefte|ay(?![a-z])|aya|il(?![a-z])|xronolog|movqe|teref|yeni|indi|bas|verdi|verib|olub|oldu|mesele|movzu|olke|nedir|kimdir|deyir|dedi|deyib|danis|soyle|bildir|ne(?![a-z])|vaxt|lazimdir|bitdi|bitib',
    'სიახლ|ბოლო|ამბ|ახალ|უახლ|შესახებ|თაობაზე|მდგომარეობ|დღეს|გუშინ|ხვალ|კვირა|თვე|წელ|ქრონოლოგ|პოზიც|მხარე|ახლა|მოხდა|ხდება|მოხდებ|საკითხ|თემა|ქვეყან|თქვა|ამბობს|განაცხად|მითხარ|როგორ|რომელ|რამდენ|როდის|დეტალ',
    'haber|son(?!ra)|guncel|gelisme|durum|hakkinda|ilgili|bugun|dun(?![a-z])|yarin|hafta|ay(?![a-z])|yil(?![a-z])|kronoloji|tutum|taraf|yeni|simdi|oldu|oluyor|olacak|konu|mesele|ulke|nedir|kimdir|soyle|dedi|diyor|anlat|lutfen|detay|bilgi|hangi|kac(?![a-z])|zaman|neler',
    'кто(?!\\p{L})|кого|кем(?!\\p{L})|чего|երբ|ովքեր|ով(?!\\p{L})|ում(?!\\p{L})|ինչ|որտեղ|ինչու|քանի|որքան|մարդ|nece(?![a-z])|niye|nefer|adam|insan|რატომ|ვინ|სად(?!\\p{L})|ადამიან|კაც|kisi',
    'inch|masin|ra(?![a-z])|khdeba|xdeba|moxda|mokhda|chto|novogo|novosti|pro(?![a-z])|po(?![a-z])|na(?![a-z])|ob(?![a-z])|kogda|yerb|rodis|kak|gde|kto|vin(?![a-z])|asats|asac|tqva|shesaxeb|shesakheb|verjin|norutyun|bolo|siakhle|siaxle|e(?![a-z])|ka(?![a-z])|da(?![a-z])|ist(?![a-z])|ze(?![a-z])|skazal|zayavil',
  ].join('|')})`,
  'u',
)

export function isNoise(foldedWord: string): boolean {
  return noise.test(foldedWord)
}

/** Begins as the going-on of a talk: "and what did Yerevan say?", "а когда?". */
export const goesOn =
  /^(?:and|but|so|ok(?:ay)?,?|then|also|how about|what about|а|и|но|тогда|а что|ну|իսկ|եւ|բայց|ուրեմն|apa|bes|ve|amma|და|კი|მაგრამ|peki|ya|ve|ama|isk|a chto|a kogda|da ra)(?![\p{L}\p{N}])/iu

/** Asks for more of the same. */
export const more =
  /^(?:more|go on|continue|next|else|anything else|what else|more please|еще|ещё|дальше|далее|подробнее|что еще|էլի|շարունակ\p{L}*|ուրիշ ինչ|էլ ինչ|daha|davam(?: et)?|yene|basqa ne|კიდევ|გააგრძელე\p{L}*|სხვა რა|devam(?: et)?|dahasi|baska ne)[\s?!.…]*$/iu

/** Asks how long the matter has been going on. */
export const sinceWhen =
  /^(?:and )?(?:since when|how long|when did (?:it|this) (?:start|begin))|^(?:а )?с каких пор|^(?:а )?когда (?:это )?началось|^(?:իսկ )?երբվանից|^(?:bəs )?nə vaxtdan|^(?:da )?როდიდან|^(?:და )?როდის დაიწყო|^(?:peki )?ne zamandan/iu

/** A greeting or thanks alone: it asks nothing, and goes on from nothing. */
export const greets =
  /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks?|thank you|привет\p{L}*|здравствуй\p{L}*|добр\p{L}+ (?:день|утро|вечер)|спасибо|բարև\p{L}*|ողջույն|շնորհակալ\p{L}*|salam|sağ ?ol\p{L}*|təşəkkür\p{L}*|გამარჯობა\p{L}*|სალამი|მადლობა|merhaba|selam|teşekkür\p{L}*|privet|barev|gamarjoba)(?:[\s,!.։]+(?:readout|there|bot|all))?[\s!.։]*$/iu
