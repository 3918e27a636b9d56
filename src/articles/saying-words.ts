/** Language → its words of saying, of attribution and of denial, as data. Patterns are matched on lower-case text in which quotations are blanked out. */
import type { Language } from '../lexicon/lexicon.js'

export interface SayingWords {
  /** Finite verbs of saying; the subject stands before them or right behind. */
  verbs: RegExp
  /** Participles that hang on the sentence's subject ("opened the talks by calling …"); null where the language has none. */
  hanging: RegExp | null
  /** Attributive participles behind which the speaker follows ("söyleyen Zurabişvili"); null where the language has none. */
  participles: RegExp | null
  /** The speaker follows: "according to", "по словам", "ըստ". */
  accordingBefore: RegExp | null
  /** The speaker stands before: "sözlərinə görə", "თქმით", "խոսքով". */
  accordingAfter: RegExp | null
  /** The same with a pronoun: "по его словам", "მისი თქმით". */
  accordingPronoun: RegExp | null
  /** The sentence before holds what was said: "Об этом сообщил", "Bu barədə … məlumat yayıb". */
  refersBack: RegExp
  denial: RegExp
  /** "that": what follows is somebody's words and names nobody's act of saying. */
  that: RegExp
}

/** Whole words of an alternation, whatever the script. */
function whole(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}-])(?:${alternatives})(?![\\p{L}\\p{M}])`, 'gu')
}

/** Finite forms of Azerbaijani stems: "bildirib", "dedi", "deyir", "tələb etmişdi", "bildiriblər". */
function azerbaijani(stems: string): string {
  return `(?:${stems})(?:y?[iıuü]b|d[iıuü]|y?[iıuü]r|m[iıuü]şd[iıuü]r?|m[əa](?:y[iıuü]b|m[iıuü]şd[iıuü]))(?:lər|lar)?`
}

/** Finite forms of Turkish stems, those narrowed before -yor too: "söyledi", "söylüyordu", "reddetmişti". */
function turkish(stems: string): string {
  return `(?:${stems})(?:[dt][iıuü]|[iıuü]?yor(?:du)?|m[iıuü]ş(?:t[iıuü])?)(?:lar|ler)?`
}

const pronounBetween = '(?:his|her|its)'

export const sayingWords: Readonly<Record<Language, SayingWords>> = {
  en: {
    verbs: whole(
      'said|says|say|told|tells|stated|states|added|adds|noted|notes|stress(?:ed|es)|emphasi[sz](?:ed|es)|underlined?s?|underscore[ds]|announced|announces|declared|declares|argued|argues|insisted|insists|accused|accuses|warned|warns|explained|explains|claimed|claims|denied|denies|rejected|rejects|refuted|dismissed|dismisses|welcomed|welcomes|confirmed|confirms|replied|replies|responded|answered|remarked|recalled|recalls|repeated|repeats|reiterated|reiterates|reminded|reminds|reaffirmed|asserted|asserts|maintains|contended|believes|believed|hopes|hoped|thinks|wrote|writes|posted|tweeted|called|calls|described|describes|spoke of|speaks of|spoke about|speaks about|promised|promises|pledged|pledges|vowed|vows|urged|urges|demanded|demands|suggested|suggests|proposed|predicted|predicts|hinted|acknowledged|acknowledges|admitted|admits|complained|complains|criticised|criticized|criticises|condemned|condemns|denounced|denounces|praised|praises|hailed|hails|lauded|regretted|regrets|ruled out|rules out|does not rule out|expressed|expresses|voiced|disclosed|revealed|holds that|appealed|labell?ed|branded|blamed|blames|threatened|threatens|observed that|assured|assures|concluded that|commented|comments|objected|objects|takes note|took note|made (?:it )?clear|makes (?:it )?clear|asked for|asks for|cited|(?:was|is|were) (?:quoted|cited)(?: by [^,;]{2,40})? as saying|reported|reports|apologi[sz]ed|apologi[sz]es|likened|compared|mocked|mentioned|mentions|pointed (?:to|out)|points (?:to|out)|drew (?:a parallel|attention)|signalled|signaled|cautioned|cautions|conceded|countered|retorted|defended|defends|questioned|questions whether|considers|regards|expects|estimates|estimated|made plain|makes plain|talked (?:of|about)|talks of|is convinced|was convinced|doubted|doubts|does not accept|thanked|thanks|recommended|recommends|commended|applauded|lamented|deplored|indicated|clarified|elaborated|does not recogni[sz]e|refuses? to recogni[sz]e|congratulated|congratulates|asked|asks|attributed|attributes|alleged|alleges|advised|advises|reasoned|protested that|put the (?:number|figure|toll|losses)|puts the (?:number|figure|toll|losses)|read out a (?:statement|declaration)|linked|links|wonder(?:s|ed)(?: aloud)?|thought|floated|challenged|challenges|invoked|contests|contested|put turnout|confided|quipped|joked|reckoned|reckons|deems?|deemed|stipulated|vouched|counselled|speculated|offered (?:his|her|its) (?:country|services|condolences)|offered condolences|took issue|insinuated|maintained|implored|pleaded for',
    ),
    hanging: whole(
      'saying|adding|arguing|warning|insisting|stressing|noting|calling|describing|accusing|denying|rejecting|claiming|promising|urging|telling|declaring|demanding',
    ),
    participles: null,
    accordingBefore: whole('according to|in the words of'),
    accordingAfter: null,
    accordingPronoun: whole(`(?:according to (?:him|her|it|them)|in ${pronounBetween} (?:words|view|opinion))`),
    refersBack: /^(?:this|that|the news|the information) was (?:announced|reported|stated|said|confirmed)/u,
    denial:
      /(?<!\p{L})(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es?|ed)|not true|untrue|no basis|baseless|groundless|never happened|did not happen)(?!\p{L})/u,
    that: /(?<!\p{L})that(?!\p{L})/u,
  },
  ru: {
    verbs: whole(
      'сказал[аио]?|говорит|говорил[аио]?|говорят|заявил[аио]?|заявля(?:ет|ют|л|ла|ло|ли)|сообщил[аио]?|сообща(?:ет|ют|л|ла|ло|ли)|отметил[аио]?|отмеча(?:ет|ют|л|ла|ло|ли)|подчеркнул[аио]?|подчеркива(?:ет|ют|л|ла|ло|ли)|добавил[аио]?|добавля(?:ет|ют)|объявил[аио]?|обвинил[аио]?|обвиня(?:ет|ют)|опроверг(?:ла|ло|ли)?|опроверга(?:ет|ют)|отрица(?:ет|ют|л|ла|ло|ли)|отверг(?:ла|ло|ли)?|отверга(?:ет|ют)|назвал[аио]?|называ(?:ет|ют|л|ла|ло|ли)|счита(?:ет|ют|л|ла|ло|ли)|полага(?:ет|ют)|пояснил[аио]?|пояснял[аио]?|поясня(?:ет|ют)|объяснил[аио]?|объясня(?:ет|ют)|уточнил[аио]?|напомнил[аио]?|напомина(?:ет|ют)|утвержда(?:ет|ют|л|ла|ло|ли)|заверил[аио]?|заметил[аио]?|подтвердил[аио]?|подтвержда(?:ет|ют)|рассказал[аио]?|рассказыва(?:ет|ют)|написал[аио]?|пишет|предупредил[аио]?|предупрежда(?:ет|ют|л|ла|ло|ли)|призвал[аио]?|призыва(?:ет|ют)|потребовал[аио]?|требу(?:ет|ют)|пообещал[аио]?|обещал[аио]?|выразил[аио]?|признал[аио]?|призна(?:ет|ют|ёт)|допустил[аио]?|предложил[аио]?|приветствовал[аио]?|раскритиковал[аио]?|осудил[аио]?|указал[аио]?|указыва(?:ет|ют)|указывал[аио]?|ответил[аио]?|прокомментировал[аио]?|высказал[аио]?сь|высказался|высказалась|высказывается|высказывал(?:ся|ась|ись)|посетовал[аио]?|констатировал[аио]?|настаива(?:ет|ют|л|ла|ло|ли)|уверен[аы]?|убежден[аы]?|убеждён|надеется|сравнил[аио]?|возразил[аио]?|рекомендовал[аио]?|обратил внимание|посоветовал[аио]?|зачитал[аио]?|доложил[аио]?|поздравил[аио]?|похвалил[аио]?|сч[её]л|сочл[аио]|объяснял[аио]?|спросил[аио]?|напоминал[аио]?|призывал[аио]?|поздравля(?:ет|ют)|оценил[аио]?|усомнил(?:ся|ась)|сомнева(?:ется|лся|лась)|пожаловал(?:ся|ась)|намекнул[аио]?|возложил[аио]? вину|выступил[аио]? (?:за|против)|предостерег(?:ла|ло|ли)?|заключил[аио]?|согласил(?:ся|ась)|парировал[аио]?|отреагировал[аио]?|изложил[аио]?|повторил[аио]?|упрекнул[аио]?|извинил(?:ся|ась)|прин[её]с(?:ла)? извинения|поблагодарил[аио]?|связал[аио]?|отрезал[аио]?|отозвал(?:ся|ась|ось|ись)|предположил[аио]?|предполага(?:ет|ют)|грозил[аио]?|пригрозил[аио]?|просил[аио]?|попросил[аио]?|отвеча(?:ет|ют|л|ла|ло|ли)|посчитал[аио]?|квалифицировал[аио]?|расценил[аио]?|упомянул[аио]?|успел[аио]? заявить|надеялся|надеялась|благодарил[аио]?|критику(?:ет|ют)|осужда(?:ет|ют)|приветству(?:ет|ют)|предлага(?:ет|ют|л|ла|ло|ли)|обеща(?:ет|ют)|жалуется|жаловал(?:ся|ась)|поинтересовал(?:ся|ась)|успокоил[аио]?|съязвил[аио]?|пошутил[аио]?|возража(?:ет|ют)|ссылается|сослал(?:ся|ась)',
    ),
    hanging: null,
    participles: null,
    accordingBefore: whole(
      'по словам|по мнению|по данным|по версии|по оценке|по сообщению|по информации|по заявлению|по утверждению|согласно заявлению|согласно сообщению|со слов|как считает|с точки зрения|(?:говорится|сказано|отмечается|подчеркивается|указано|указывается) в (?:заявлении|сообщении|бюллетене|комментарии|пресс-релизе|релизе|отчете|докладе)',
    ),
    accordingAfter: null,
    accordingPronoun: whole('по (?:его|её|ее|их) (?:словам|мнению|данным|оценке|убеждению)'),
    refersBack: /^(?:(?:в \p{L}+ )?(?:об этом|эту информацию|это|такое мнение)(?!\p{L})|первым об этом)/u,
    denial: /опроверг|отрица(?:ет|ют|л)|отверг|не соответству\p{L}+ действительности|беспочвенн|голословн|дезинформаци/u,
    that: /(?<!\p{L})(?:что|будто|чтобы)(?!\p{L})/u,
  },
  hy: {
    verbs: whole(
      'ասաց|ասել|ասում|ասացին|հայտարարեց|հայտարարել|հայտարարում|նշեց|նշել|նշում|ընդգծեց|ընդգծել|ընդգծում|հայտնեց|հայտնել|հայտնում|հաղորդեց|հաղորդել|հաղորդում|հավելեց|հավելել|ավելացրեց|ավելացրել|շեշտեց|շեշտել|պնդեց|պնդել|պնդում|մեղադրեց|մեղադրել|մեղադրում|հերքեց|հերքել|հերքում|մերժեց|մերժել|մերժում|պարզաբանեց|պարզաբանել|բացատրեց|բացատրել|հիշեցրեց|հիշեցրել|պատմեց|պատմել|գրեց|գրել|զգուշացրեց|զգուշացրել|կոչ արեց|կոչ արել|պահանջեց|պահանջել|անվանեց|անվանել|համարեց|համարել|համարում|որակեց|որակել|հաստատեց|հաստատել|ողջունեց|ողջունել|դատապարտեց|դատապարտել|կարծում|խոստացավ|խոստացել|վստահեցրեց|վստահեցրել|արձագանքեց|պատասխանեց|պատասխանել|առաջարկեց|առաջարկել|քննադատեց|քննադատել|տեղեկացրեց|տեղեկացրել|տեղեկացնում|մեկնաբանեց|մեկնաբանել|փաստեց|փաստել|արձանագրեց|հակադարձեց|հակադարձել|շնորհավորեց|շնորհավորել|հիշեցնում|խոստանում|մեկնաբանում|կասկածում|նկատեց|նկատել|դիմեց|քննադատում|բացատրում|վստահեցնում|գնահատեց|գնահատել|նախազգուշացրեց|անդրադարձավ|անդրադարձել|եզրակացրեց|ողջունում|դատապարտում|պահանջում|դժգոհեց|դժգոհել|խնդրեց|խնդրել|խնդրում|հիմնավորեց|հիմնավորել|ենթադրեց|ենթադրել|ենթադրում|կասկած հայտնեց|հույս հայտնեց|ակնկալում|հորդորեց|հորդորել|հորդորում|շնորհակալություն հայտնեց|ցավակցեց|ցավակցել|հայտարարեցին|նշեցին|հայտնեցին|պնդեցին|կոչ արեցին|մեջբերեց|թվարկեց|բողոքեց|բողոքել|մեկնաբանել էր|բացառեց|բացառել|բացառում',
    ),
    hanging: null,
    participles: null,
    accordingBefore: whole('ըստ'),
    accordingAfter: whole(
      'խոսքերով|խոսքով|կարծիքով|հավաստմամբ|պնդմամբ|գնահատմամբ|փոխանցմամբ|տեղեկացմամբ|հաշվարկով|հաշվարկներով|վկայությամբ|համոզմամբ|(?:հաղորդագրության |հայտարարության |տվյալների )համաձայն|տվյալներով',
    ),
    accordingPronoun: whole('ըստ նրա|(?:նրա|նրանց|վերջինիս) (?:խոսքով|խոսքերով|կարծիքով|հավաստմամբ|պնդմամբ|գնահատմամբ)'),
    refersBack: /^(?:այս|այդ) մասին/u,
    denial: /հերք|մերժ|չի համապատասխանում իրականությանը|իրականությանը չի համապատասխանում|ապատեղեկատվություն|անհիմն/u,
    that: /(?<!\p{L})(?:որ|թե)(?!\p{L})/u,
  },
  az: {
    verbs: whole(
      `${azerbaijani('de|bildir|söylə|vurğula|açıqla|xatırlat|xatırlad|təsdiqlə|adlandır|yaz|çağır|pislə|qına|cavablandır|qiymətləndir|əlaqələndir|dəyərləndir|səsləndir|alqışla|təəssüflən|düşün|inan|dəstəklə|iddialaş|izah elə')}|${azerbaijani('(?:qeyd|əlavə|bəyan|elan|ittiham|təkzib|rədd|hesab|təsdiq|çağırış|tələb|təklif|tənqid|ifadə|iddia|şərh|etiraf|təşəkkür|təbrik|tövsiyə|etiraz|ümid|xəbərdarlıq|xahiş|izah|arzu|vəd|istisna) e[dt]')}|məlumat (?:yayıb|verib)|təəssüf(?:ünü)? bildirib|ümidvarlığını bildirib|cavab verib|diqqətə çatdırıb|diqqət çəkib|minnətdarlığını bildirib|söz verib|əmindir|nəzərə çatdırıb|açıqlama verib|bəyanat (?:verib|oxuyub)|say(?:ır|mır|ıb)|deyirlər|inanır`,
    ),
    hanging: null,
    participles: whole('deyən|bildirən|vurğulayan|söyləyən|qeyd edən'),
    accordingBefore: null,
    accordingAfter: whole(
      'sözlərinə görə|fikrincə|dediyinə görə|bildirdiyinə görə|məlumatına görə|qənaətincə|bəyanatına görə|sözlərinə əsasən|iddiasına görə|bildirilib|bildiriblər|verilən məlumata görə',
    ),
    accordingPronoun: whole('(?:onun|onların) (?:sözlərinə görə|fikrincə|dediyinə görə|qənaətincə)'),
    refersBack: /^(?:bu barədə|bunu|bu haqda|bu rəqəmi|bununla bağlı|bu məlumatı|xəbəri)/u,
    denial: /təkzib|rədd ed|rədd et|həqiqətə uyğun deyil|əsassız|yalandır|dezinformasiya/u,
    that: /(?<!\p{L})ki(?!\p{L})/u,
  },
  ka: {
    verbs: whole(
      'განაცხადა|განაცხადეს|აცხადებს|აცხადებენ|თქვა|თქვეს|ამბობს|ამბობენ|აღნიშნა|აღნიშნავს|დასძინა|უპასუხა|დაწერა|წერს|იმეორებს|გაიმეორა|მიიჩნევს|მიიჩნია|უწოდა|უწოდებს|დაადანაშაულა|ადანაშაულებს|უარყო|უარყოფს|უარყოფენ|დაადასტურა|ადასტურებს|ხაზი გაუსვა|ხაზს უსვამს|მოუწოდა|მოუწოდებს|მოითხოვა|მოითხოვს|ირწმუნება|ამტკიცებს|განმარტა|განმარტავს|შეახსენა|აღიარა|აფასებს|შეაფასა|გააკრიტიკა|დაგმო|მიესალმა|იმედი გამოთქვა|გამოთქვა|დაჰპირდა|გააფრთხილა|აფრთხილებს|დაამატა|გაავრცელა|ფიქრობს|ვარაუდობს|საუბრობს|ისაუბრა|უპასუხებს|დააანონსა|გამოეხმაურა|უთხრა|უთხრეს|გამოხატა|გამოხატავს|მოსთხოვა|მადლობა გადაუხადა|მიმართა|გამოაცხადა|შეგვახსენებს|შეახსენებს|ირწმუნებოდა|მიულოცა|დაპირდა|ჰკითხა|მოიწონა|აკრიტიკებს|ითხოვს|მოითხოვენ|მოუწოდეს|უარყვეს|აცნობა|იტყობინება|განუცხადა|დაასკვნა|დაადანაშაულეს|აღუთქვა|გამორიცხა|გამორიცხავს|გამოუცხადა|პასუხობს|ურჩევს|ურჩია|გვითხრა|მიაჩნია|ითხოვა|სთხოვა|სთხოვს|დაემუქრა|იმუქრება|იხსენებს|გაიხსენა|იუწყება|ეთანხმება|დაეთანხმა',
    ),
    hanging: null,
    participles: null,
    accordingBefore: null,
    accordingAfter: whole('თქმით|განცხადებით|ცნობით|შეფასებით|აზრით|მტკიცებით|ინფორმაციით|სიტყვებით|განმარტებით'),
    accordingPronoun: whole('(?:მისი|მათი) (?:თქმით|განცხადებით|შეფასებით|აზრით|მტკიცებით|სიტყვებით|განმარტებით|ინფორმაციით)'),
    refersBack: /^ამის შესახებ/u,
    denial: /უარყ|არ შეესაბამება სინამდვილეს|სიმართლეს არ|უსაფუძვლო|დეზინფორმაცი/u,
    that: /(?<!\p{L})რომ(?!\p{L})/u,
  },
  tr: {
    verbs: whole(
      `${turkish('söyle|söylü|belirt|belirti|açıkla|açıklı|kaydet|kaydedi|vurgula|vurgulu|ifade e[td]|ifade edi|yalanla|yalanlı|suçla|suçlu|bildir|ekle|ekli|yinele|yineli|duyur|hatırlat|hatırlatı|savun|iddia e[td]|iddia edi|reddet|reddedi|nitele|niteli|nitelendir|dile getir|anlat|anlatı|yaz|uyar|talep e[td]|eleştir|kına|sor|yanıtla|yanıtlı|söz ver|söz e[td]|doğrula|değerlendir|öne sür|ilan e[td]|teşekkür e[td]|tanımla|tanımlı|tebrik e[td]|yorumla|yorumlu|aktar|çağır|itham e[td]|ilet|temenni e[td]|memnuniyetle karşıla|çağrısında bulun|uyarısında bulun|çağrıda bulun|çağrısı yap|cevap ver|diye konuş|ifadesini kullan|ifadelerini kullan')}|dedi|diyor|demişti|demiş|istedi|istemişti|istiyor|söyleyerek|umduğunu|tanımadığını|yetindi|saydı|bulduğunu belirtti`,
    ),
    hanging: null,
    participles: whole('söyleyen|belirten|vurgulayan|ifade eden|kaydeden|anlatan|dile getiren|savunan|açıklayan|hatırlatan'),
    accordingBefore: null,
    accordingAfter: whole('göre|açıklamasına göre|sözlerine göre'),
    accordingPronoun: whole('(?:ona|onun sözlerine|onun ifadesine) göre'),
    refersBack: /^(?:bunu|haberi|kararı|bu bilgiyi|gelişmeyi)(?!\p{L})/u,
    denial: /yalanla|redde(?:tti|diyor|den)|asılsız|gerçeği yansıtm|doğru değil|gerçek dışı/u,
    that: /(?<!\p{L})ki(?!\p{L})/u,
  },
}

/** Rulings of a court are its statements. */
export const rulingVerbs: Readonly<Record<Language, RegExp>> = {
  en: whole('ruled|rules|found|ordered|decided|rejected|upheld|dismissed|declared'),
  ru: whole('постановил|решил|признал|обязал|отклонил|вынес'),
  hy: whole('որոշեց|որոշել|ճանաչեց|ճանաչել|վճռեց|մերժեց'),
  az: whole('qərar verib|qərar çıxarıb|hökm çıxarıb|rədd edib'),
  ka: whole('დაადგინა|გადაწყვიტა|უარყო|მიიღო'),
  tr: whole('karar verdi|hükmetti|reddetti'),
}
