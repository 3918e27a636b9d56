/** The notions of diplomatic news → how their words begin in six languages: a bridge between a question and texts in other languages. */

/**
 * One notion a line: id | en | ru | hy | az | ka | tr. Beginnings of words, `_` joins words that stand together, a final `=` means the whole word.
 * Marks on Latin letters do not count. Put together from general knowledge of each language.
 */
export const glossary = `
sign | sign= signs= signed signing signature | подпис подпиш | ստորագր | imzala | ხელმოწერ ხელი_მოაწერ ხელს_მოაწერ მოაწერ ხელს_აწერ | imzala imza=
agree | agree | соглас договорил | համաձայն պայմանավորվ | razılaş razılığ | შეთანხმ | anlaşt anlaşma uzlaş mutabık
treaty | treaty agreement accord pact | договор соглашени | պայմանագ համաձայնագ | sazişi saziş müqavilə | ხელშეკრულებ შეთანხმებ | antlaşma anlaşma
text | text draft wording | текст проект | տեքստ նախագիծ նախագծ | mətn layihə | ტექსტ პროექტ | metin metni taslak
meet | meet= meets= met= meeting | встреч встрет | հանդիպ | görüş | შეხვდ შეხვედრ | görüş buluş bir_araya toplantı
call | call= calls= phone telephone | звон телефон | հեռախոս զանգ | zəng telefon | დარეკ სატელეფონო დაურეკ | telefon aradı
visit | visit trip= arriv came= come= | визит поездк прибы приех приедет | այց ժաման | səfər ziyarət | ვიზიტ ეწვი ჩავიდ ჩამოვიდ | ziyaret gezi geldi
talks | negotiat talks= | переговор | բանակց | danışıq müzakirə | მოლაპარაკ | müzakere görüşme
deny | deny denie reject dismiss refut false= | опроверг отверг отриц отрица ложн | հերք մերժ | təkzib rədd | უარყო | yalanla reddet
accuse | accus blam | обвин | մեղադր | ittiham günahlandır | ადანაშაულ დაადანაშაულ ბრალ | suçla itham
apologise | apolog sorry | извин | ներողութ | üzr= üzrxahlıq | ბოდიშ | özür
crash | crash wreck | катастроф круше авари упал разбил | վթար կործան | qəza | კატასტროფ ჩამოვარდ ავიაკატასტროფ | kaza= kazası düştü düşen
plane | plane aircraft jet= airliner flight | самол борт= лайнер авиа рейс | ինքնաթիռ օդանավ չվերթ | təyyarə uçaq reys | თვითმფრინავ რეის | uçak uçağ
die | die= died= dead death killed victim casualt | погиб смерт жертв убит | զոհ մահ= մահաց սպան | həlak ölən öldür qurban | დაიღუპ დაღუპ მსხვერპ გარდაიცვ | ölen= öldür hayatını_kaybet ölü=
survive | surviv | выжив уцеле спас | փրկվ ողջ_մնա | sağ_qal xilas | გადარჩ | kurtul sağ_kal
wound | injur wound | ранен пострада | վիրավոր | yaralan xəsarət | დაშავ დაიჭრ | yaralan yaralı
shoot | shoot shot= fire= fired firing ceasefire shelling | обстрел стрел огонь огня | կրակ գնդակոծ հրադադար | atəş | სროლ ცეცხლ ესროლ | ateş
clash | clash fighting skirmish escalat | столкнов боев эскалац | բախում էսկալ լարված | toqquşma döyüş gərginlik | შეტაკ ესკალ | çatışma gerilim
war | war= wars= | войн | պատերազմ | müharibə | ომი ომის | savaş
army | army troops forces soldier servicem militar | арми войск военн солдат | բանակ զինված զինվոր զորք | ordu qoşun hərbi əsgər | ჯარი არმი სამხედრო | ordu asker
border | border frontier | границ погран | սահման | sərhəd | საზღვ სასაზღვრ | sınır
guards | border_guard guards= | пограничник | սահմանապահ | sərhədçi | მესაზღვრე | muhafız
crossing | crossing checkpoint | кпп= переход пропускн | անցակետ անցագր | keçid buraxılış | გამშვებ გადასასვლ | kapısı gümrük
delimit | delimit demarcat | делимит демарк | սահմանազատ սահմանագծ | delimit demark | დელიმიტ დემარკ | delimit sınırlandır
commission | commission | комисси | հանձնաժողով | komissiya | კომისი | komisyon
rules | regulation rules= statute | регламент положени | կանոնակարգ | əsasnamə reqlament | რეგლამენტ დებულ | yönetmelik tüzük
map | map= maps= | карт= карты картам картах | քարտեզ | xəritə | რუკ | harita
law | law= laws= bill= legislat | закон= закона закону законе законы законов законам законопроект законодат | օրենք օրենս օրինագ | qanun | კანონ | yasa kanun
vote | vote voting ballot | голос проголос | քվեարկ ձայն | səs= səsver səslə | კენჭ ხმით ხმა | oylama oyla oy=
elect | elect | выбор избра избир | ընտր | seçki seçil | არჩევნ აირჩ არჩე | seçim seçil
result | result outcome | результат итог | արդյունք | nəticə | შედეგ | sonuç sonuc
president | president | президент | նախագահ | prezident | პრეზიდენტ | cumhurbaşkan
premier | prime_minister premier= pm= | премьер | վարչապետ | baş_nazir | პრემიერ | başbakan
minister | minister | министр | նախարար | nazir | მინისტრ | bakan
government | government cabinet | правительств кабмин | կառավարութ | hökumət | მთავრობ | hükümet
parliament | parliament lawmaker deput mps= | парламент депутат | խորհրդարան պատգամավոր | parlament deputat | პარლამენტ დეპუტატ | parlament meclis milletvekil
opposition | opposition | оппозиц | ընդդիմ | müxalif | ოპოზიც | muhalefet
protest | protest rally rallies demonstrat | протест митинг демонстрац | բողոքի բողոքում բողոքող բողոքել բողոք= ցույց հանրահավաք | etiraz aksiya miting | პროტესტ საპროტესტ აპროტესტ მომიტინგ აქცია | protesto gösteri
sanction | sanction | санкц | պատժամիջոց սանկց | sanksiya | სანქცი | yaptırım
arrest | arrest detain custody | арест задерж | ձերբակալ կալանավոր | həbs saxlanıl | დაკავ დააკავ დაპატიმრ | gözaltı tutukla
captive | prisoner captive detainee hostage pow= pows= | пленн заключенн узник | գերի գերու պատանդ բանտարկ | əsir məhbus girov | ტყვე პატიმ | esir tutsak tutuklu mahkum
release | releas free= freed= | освобо | ազատ_արձակ ազատում ազատել | azad_ed azad_ol azadlı buraxıl | გაათავისუფლ გათავისუფლ | serbest
trial | trial= trials= court prosecut | суд= суда суде судебн процесс | դատավար դատարան | məhkəmə | სასამართლ | dava= davası mahkeme yargıla
charge | charge= charged charges indict | обвинени | մեղադրանք | ittiham | ბრალდ ბრალი | suçlama
hunger | hunger_strike | голодов | հացադուլ | aclıq | შიმშილობ | açlık_grev
verdict | sentence= sentenced verdict jailed | приговор | դատավճ դատապարտ | hökm məhkum | განაჩენ მიესაჯ | ceza= cezası hüküm
constitution | constitution preamble | конституц преамбул | սահմանադր նախաբան | konstitusiya preambula | კონსტიტუც პრეამბულ | anayasa
claim | territorial_claim claims= | претензи | հավակնութ պահանջատիր | iddia | პრეტენზი | hak_iddia iddiası
referendum | referendum | референдум | հանրաքվե | referendum | რეფერენდუმ | referandum
corridor | corridor | коридор | միջանցք | dəhliz | დერეფ | koridor
road | road route highway communications transport | дорог маршрут трасс коммуникац транспорт | ճանապարհ երթուղ հաղորդակց տրանսպորտ | yol= yolu yolun marşrut kommunikasiya nəqliyyat | გზა= გზის მარშრუტ კომუნიკაც ტრანსპორტ | yolu güzergah ulaşım
railway | rail= railway train= trains= | железн железнодор | երկաթուղ | dəmir_yol dəmiryol | რკინიგზ | demiryol demir_yol
open | open reopen launch inaugurat | откры разблок запущ запуст | բացվ բացել բացում բացեց | açıl açma aç= açıb | გახსნ გაიხსნ | açıl açtı açma
close | close= closed closing shut | закры | փակվ փակ= փակել | bağlan bağlı= bağla= | დაკეტ დახურ დაიკეტ | kapat kapan kapalı
gas | gas= pipeline | газ= газа газов трубопровод | գազ= գազի գազամ գազատար | qaz= qazı qazın boru | გაზი გაზის გაზსად | doğalgaz doğal_gaz gaz= boru
oil | oil= | нефт | նավթ | neft | ნავთობ | petrol
nuclear | nuclear reactor | ядерн аэс= атомн | միջուկ ատոմ | nüvə atom | ბირთვ ატომ | nükleer
aid | aid= humanitarian assistance | помощ помог гуманитар | օգնութ մարդասիր | yardım humanitar | დახმარ ჰუმანიტარ | yardım insani
displaced | refugee displaced | беженц переселен | փախստական տեղահան | qaçqın köçkün | ლტოლვილ დევნილ | mülteci yerinden
mines | mine= mines= demining landmine | мин= мины разминир | ական= ականն ականազ | mina= minal minatəmizl | ნაღმ განაღმ | mayın
missing | missing= | пропавш без_вести | անհետ | itkin | დაკარგულ უგზო | kayıp
visa | visa | визов виза= визы безвиз | վիզա վիզան վիզաների | viza= vizas vizanın | ვიზა ვიზის უვიზო სავიზო | vize
accede | accession membership candidate | вступлен членств кандидат | անդամակց անդամութ թեկնածու | üzvlük namizəd | გაწევრ წევრობ კანდიდატ | üyelik katılım aday
monitor | monitor mission= observer | наблюдат мисси монитор | դիտորդ առաքելութ | müşahidə missiya | დამკვირვ მისია= მისიის | gözlem misyon
peacekeeper | peacekeep | миротвор | խաղաղապահ | sülhməramlı | სამშვიდობოებ | barış_güc
exercise | exercise= exercises drills= manoeuvre | учени маневр | զորավարժ | təlim | წვრთნ | tatbikat
weapon | weapon arms= arming missile drone | оруж вооруж ракет дрон беспилот | զենք սպառազին զինում | silah raket dron | იარაღ რაკეტ დრონ | silah füze
ambassador | ambassador envoy diplomat | посол= посла послу посольств диплом | դեսպան դիվանագ | səfir diplomat | ელჩ დიპლომატ | büyükelçi elçi diplomat
summon | summon | вызва вызов | կանչ= կանչել կանչվ | çağır | დაიბარ გამოიძახ | çağır
charter | charter partnership | харти партнерств | խարտիա խարտիայ գործընկեր | xartiya tərəfdaş | ქარტი პარტნიორ | şartı ortaklık tüzük
investigate | investigat findings preliminary inquiry | расслед предварит | հետաքնն քննչ նախնական | araşdır təhqiqat istintaq ilkin | გამოძი წინასწარ | soruştur ön_rapor
report | report= reports= | доклад отчет | զեկույց | hesabat | ანგარიშ მოხსენ | rapor
answer | answer react respon repl= replied | реакц реагир ответ | արձագանք պատասխան | reaksiya cavab | რეაქცი პასუხ | tepki yanıt cevap
ratify | ratif | ратифи | վավեր | ratifik | რატიფიც | onayla
summit | summit | саммит | գագաթնաժողով | sammit zirvə | სამიტ | zirve
withdraw | withdraw leave= leaves= leaving left= pull_out | вывод выве уход уйд ушл покин | դուրս_բեր դուրս_գ հեռան լքեց | çıxarıl çıxar= tərk | გაყვან დატოვ გავიდ | çekil ayrıl
attend | attend participat absent skip | участв участи отсутств | մասնակց բացակա | iştirak qatıl | მონაწილ დაესწრ არ_ჩავიდ | katıl gelmedi
coup | coup plot= overthrow | переворот захват | հեղաշրջ զավթ | çevriliş | გადატრიალ | darbe
return | return= returned returning | возвращ возврат | վերադարձ | qayıd qayıt | დაბრუნ | dönüş geri_dön
peace | peace | мирн мир= мира миру | խաղաղ | sülh | მშვიდობ სამშვიდობ | barış
normalise | normali | нормализ | կարգավոր բնականոն | normallaş | ნორმალიზ | normalleş
economy | econom trade= export import | эконом торгов экспорт импорт | տնտես առևտ արտահան | iqtisad ticarət ixrac | ეკონომ ვაჭრ ექსპორტ | ekonom ticaret ihrac
church | church clergy archbishop catholicos | церк архиеп католикос | եկեղեց արքեպիսկ կաթողիկոս | kilsə | ეკლესი პატრიარქ | kilise
demand | demand require condition insist want | треб услови хоч настаив | պահանջ պայման= նախապայման | tələb şərt istəyir | მოთხოვ პირობ ითხოვ | talep şart istiyor
propose | propos offer= offers offered | предлож предлаг | առաջարկ | təklif | შესთავაზ წინადადებ | teklif öneri
appoint | appoint nominat sworn inaugurat | назнач вступил_в_долж присяг инаугурац | նշանակ երդվ երդմն | təyin and_iç | დანიშნ ინაუგურაც ფიც | atan yemin
resign | resign step_down stepped_down | отставк уйти_с_поста | հրաժար | istefa | გადადგ გადადგომ | istifa
compensate | compensat | компенс | փոխհատուց | kompensasiya təzminat | კომპენსაც | tazminat
guilt | guilt= guilty responsib | вину= вина= виновн ответствен | մեղք մեղավոր պատասխանատվ | günah təqsir məsuliyyət | დამნაშავე პასუხისმგ | sorumlu suçlu
postpone | postpone suspend freeze froze shelve delay | отлож приостан заморо | հետաձգ կասեց սառեց | təxirə dayandır | გადაიდ გადადო შეაჩერ | ertele askıya dondur
cancel | cancel called_off call_off scrap | отмен | չեղարկ չեղյալ | ləğv | გააუქმ გაუქმ | iptal
prolong | prolong extend extension | продл | երկարաձգ | uzadıl uzat | გახანგრძლივ გააგრძელ | uzat
sabotage | sabotag | сабот | սաբոտաժ խափան | sabotaj | საბოტაჟ | sabotaj baltal
decide | decid decision ruling | реши решен постанов | որոշ որոշում վճիռ | qərar | გადაწყვ | karar
transit | transit | транзит | տարանց | tranzit | ტრანზიტ | transit
drone | drone uav= | дрон беспилот | անօդաչու | dron pua= | დრონ უპილოტო | iha= drone
tension | tension provocat | напряж провокац | լարված սադր | gərginlik təxribat | დაძაბ პროვოკაც | gerilim gerginlik provokasyon
observer | minsk_group | минск | մինսկ | minsk | მინსკ | minsk
genocide | genocid | геноцид | ցեղասպան | soyqırım | გენოციდ | soykırım
heritage | heritage monument cemetery | памятник наследи кладбищ | ժառանգութ հուշարձան գերեզման | irs= abidə qəbiristan | მემკვიდრ ძეგლ | miras anıt mezarlık
loan | loan= loans= fund= funding grant= invest | кредит заем инвест финансир грант | վարկ ներդրում ֆինանս դրամաշնորհ | kredit investisiya maliyyə qrant | კრედიტ სესხ ინვესტ დაფინანს გრანტ | kredi yatırım finans hibe
airspace | airspace | воздушн_пространств воздушном_пространств | օդային_տարածք | hava_məkan | საჰაერო_სივრც | hava_saha
date | date= dates= venue timing deadline | дата= дату даты срок сроки | ամսաթիվ ժամկետ | tarix vaxtı müddət | თარიღ ვადა= ვადები | tarih takvim
union | european_union eu= | евросоюз ес= | եվրամիութ եմ= | avropa_ittifaq avropa_birli | ევროკავშირ | avrupa_birli ab=
wounded | hospital | больниц госпитал | հիվանդանոց | xəstəxana | საავადმყოფო | hastane
rent | rent= housing | жиль аренд | բնակարան վարձ | mənzil kirayə | ბინა= ქირ | konut kira
begin | begin= begins began begun start= starts started starting | нача начин старт | սկս մեկնարկ | başla | დაიწყ იწყებ დაწყებ | başla
end | ends= ended ending cease= ceases ceased finish dissol conclud wind_up wound_up | законч заверш прекра роспуск распу | ավարտ դադար լուծար | bitdi bitir bitəcək sona_çat dayandır ləğv | დასრულ შეწყ დაიშალ | bitti bitir sona_er feshed
handover | hand_over hands_over handed_over handing_over handover transfer | передач переда | հանձն փոխանց | təhvil qaytarıl | გადასცა გადაეც გადაცემ | teslim devret iade
exchange | exchang swap | обмен | փոխանակ | mübadilə | გაცვალ გაცვლ | takas değişim
block | block | блок перекры | շրջափակ արգելափակ փակ | blok mühasirə bağla bağlı | ბლოკად გადაკეტ დაბლოკ | abluka kapat blok
attack | attack offensive assault strike= strikes struck | атак напад наступлен удар | հարձակ գրոհ հարված | hücum zərbə | თავდასხ შეტევ იერიშ | saldır taarruz
win | win= wins= won= winner victor | побед выигра | հաղթ | qalib qələbə | გაიმარჯვ მოიგ გამარჯვ | kazan galip zafer
lead | lead= leads= led= leader head= heads= headed | глава возглав лидер руковод | ղեկավար գլխավոր առաջնորդ | rəhbər başçı lider | ხელმძღვან ლიდერ სათავე | lider yönet
district | district region province | район област регион | շրջան մարզ | rayon bölgə vilayət | რაიონ მხარე= რეგიონ | ilçe bölge
village | village | село= села= сел= деревн | գյուղ | kənd | სოფელ სოფლ | köy
share | share= stake percent | доля= доли= долю= процент | բաժին բաժն տոկոս | payı= faiz | წილი= წილის პროცენტ | payı= hisse yüzde
company | company companies firm= firms corporation | компани фирм корпорац | ընկերությ | şirkət | კომპანი | şirket
build | build builds= building= built construct | строит построи | կառուց շինար | tikinti tikil inşa | აშენ მშენებლ ააშენ | inşa yapım yapacak
port | port= ports= harbour harbor seaport | порт= порта порту порты портов | նավահանգ | liman | პორტ ნავსადგ | liman
cable | cable | кабел | մալուխ | kabel | კაბელ | kablo
electricity | electric blackout grid= | электр обесточ света= | էլեկտր հոսանք | elektrik işıq | ელექტრ შუქი | elektrik
grain | wheat grain= | пшениц зерн | ցորեն հացահատիկ | buğda taxıl | ხორბ მარცვლ | buğday tahıl
fuel | petrol fuel gasoline diesel | бензин топлив дизел | բենզին վառելիք դիզ | benzin yanacaq dizel | ბენზინ საწვავ დიზელ | benzin yakıt akaryakıt
price | price cost= costs tariff fee= fees= toll= waive | цена= цены= цену= стоимост тариф пошлин плат | գին= գինը գնի արժեք սակագին վճար | qiymət tarif rüsum | ფასი ღირ= ღირს ტარიფ გადასახ საფასურ | fiyat ücret tarife
ban | ban= bans= banned prohibit forbid | запре | արգել | qadağa | აკრძალ | yasak
veto | veto= vetoed vetoes | вето= | վետո | veto | ვეტო | veto
agent | agent | агент иноагент | գործակալ | agent | აგენტ | ajan
influence | influence | влияни | ազդեց | təsir nüfuz | გავლენ | etki nüfuz
mayor | mayor | мэр | քաղաքապետ | meri= merin bələdiyyə_sədr | მერი= მერის მერად მერობ | belediye_başkan
palace | palace residence presidency | дворец дворц резиденц | պալատ նստավայր | saray iqamətgah | სასახლ რეზიდენც | saray
storm | storm= stormed stormed break_into broke_into seize | штурм ворва захват | ներխուժ գրավ | ələ_keçir hücum | შეიჭრ შტურმ | bastı baskın
warrant | warrant wanted | ордер розыск | օրդեր հետախուզ | order axtarış | ორდერ ძებნ | yakalama aranıyor
replace | replac successor succeed | смени преемник | փոխարին | əvəz | შეცვალ ჩაანაცვლ | yerine halef
jail | jail prison= imprison | тюрьм лишен колони | բանտ= բանտի բանտում ազատազրկ | həbsxana azadlıqdan | ციხე ციხის პატიმრობ | hapis cezaevi
life_sentence | life_sentence life_imprison life_in_prison | пожизнен | ցմահ | ömürlük | სამუდამო უვადო | müebbet
terror | terror | террор | ահաբեկ | terror | ტერორ | terör
bail | bail= | залог | գրավ= | girov= | გირაო | kefalet
promise | promis pledge | обещ | խոստա խոստում | vəd söz_ver | დაპირ | vaat söz_ver
mediate | mediat broker | посредн | միջնորդ | vasitəç | შუამავ | arabulu
earthquake | earthquake quake | землетряс | երկրաշարժ | zəlzələ | მიწისძვრ | deprem
relations | diplomatic_relations | дипломатическ_отнош дипломатическими_отнош | դիվանագիտական_հարաբեր | diplomatik_münasibət diplomatik_əlaqə | დიპლომატიურ_ურთიერთ | diplomatik_ilişki
status | status | статус | կարգավիճակ | status | სტატუს | statü
steps | steps= step= | шаг | քայլ | addım | ნაბიჯ | adım
resolution | resolution | резолюци | բանաձեւ | qətnamə | რეზოლუც | karar_tasarı
declaration | declaration | деклараци | հռչակագ հայտարարագ | bəyannamə | დეკლარაც | bildiri beyanname deklarasyon
protocol | protocol | протокол | արձանագր | protokol | ოქმი= ოქმის პროტოკოლ | protokol
base | base= bases= | база= базу= базы= базе= | ռազմակայան ռազմաբազա | baza= bazası bazasın | ბაზა= ბაზის ბაზას | üssü üs=
navy | naval navy fleet | флот военно-морск | նավատորմ ռազմածով | donanma hərbi-dəniz hərbi_dəniz | ფლოტ სამხედრო-საზღვაო | donanma deniz_üs
passport | passport | паспорт | անձնագ | pasport | პასპორტ | pasaport
citizen | citizen | граждан | քաղաքացի | vətəndaş | მოქალაქ | vatandaş
dialogue | dialogue dialog | диалог | երկխոս | dialoq | დიალოგ | diyalog
envoy | special_representative special_envoy | спецпредстав спецпосл | հատուկ_ներկայաց հատուկ_բանագն | xüsusi_nümayəndə | სპეციალურ_წარმომ სპეცწარმომ | özel_temsilci
cargo | cargo freight shipment wagon | груз= груза грузов грузы грузом вагон | բեռն վագոն | yük= yükü yükün yüklər vaqon | ტვირთ ვაგონ | yük= yükü yükün vagon
water | water= waters= reservoir dam= river | вод= вода воды воду воде водохран плотин река= реки реке | ջուր= ջրի ջրամբար գետ= գետի | su= suyun suyu suvar çay= çayı çayının anbar | წყალ წყლ მდინარ წყალსაცავ | su= suyu suyun nehri nehir baraj
flood | flood landslide avalanche mudflow | наводнен паводк оползен оползн лавин сель= селя | ջրհեղեղ հեղեղ սողանք | daşqın sel= sürüşmə | წყალდიდ მეწყერ ზვავ | sel= heyelan çığ=
police | police riot | полици омон= спецназ | ոստիկան | polis | პოლიცი სპეცრაზმ | polis
judge | judge justice= | судья судьи судью судей | դատավոր | hakim | მოსამართლ | yargıç hakim
lawyer | lawyer attorney | адвокат | փաստաբան | vəkil | ადვოკატ | avukat
rights | human_rights rights= | прав_человека права_человека правозащит | իրավունք | insan_hüquq hüquqları | უფლება უფლებათა უფლებადამცველ | insan_hak hakları
journalist | journalist reporter newspaper | журналист газета газеты репортер | լրագրող | jurnalist qəzet | ჟურნალისტ გაზეთ | gazeteci gazete
students | student university | студент университет | ուսանող համալսարան | tələbə universitet | სტუდენტ უნივერსიტეტ | öğrenci üniversite
children | child school | ребен дети= детей школ | երեխա դպրոց | uşaq məktəb | ბავშვ სკოლ | çocuk okul
speech | speech addressed | речь= речи= обращени выступ | ելույթ ուղերձ | çıxış= çıxışı çıxışında müraciət | სიტყვით მიმართვ გამოსვლ | konuşma hitap
interview | interview | интервью | հարցազրույց | müsahibə | ინტერვიუ | röportaj mülakat söyleşi
letter | letter= letters= appeal | письм обращени апелляц | նամակ դիմում | məktub müraciət | წერილ | mektup başvuru
congratulate | congratulat greetings | поздрав | շնորհավոր | təbrik | მიულოც მილოცვ | tebrik kutla
condole | condol mourn sympath | соболезн траур | ցավակց սուգ | başsağlığı matəm hüzn | სამძიმ გლოვ | başsağlığı taziye yas=
thank | thank grateful gratitude | благодар спасибо | շնորհակալ | təşəkkür minnətdar | მადლ= მადლობ | teşekkür minnet
condemn | condemn | осуди осужда | դատապարտ | pislə qına qınadı | დაგმო გმობ | kına
support | support backing backs= | поддерж | աջակց սատար | dəstək | მხარდაჭერ მხარს_უჭერ | destek
warn | warn | предупре предостер | զգուշաց նախազգուշ | xəbərdarlıq | გააფრთხილ გაფრთხილ | uyar
threaten | threat | угро | սպառն | təhdid hədə | მუქარ დაემუქრ | tehdit
invite | invit | пригла | հրավ | dəvət | მიწვ მიიწვ მოიწვ | davet
ultimatum | ultimatum | ультиматум | վերջնագ ուլտիմատ | ultimatum | ულტიმატუმ | ültimatom
delegation | delegat | делегац | պատվիրակ | nümayəndə heyət | დელეგაც | heyet delegasyon
recognise | recogni | призна | ճանաչ | tanınma tanıyır tanıdı tanıması | აღიარ | tanıma tanıdı tanıyan
independent | independen sovereign | независим суверен | անկախ ինքնիշխան | müstəqil suveren | დამოუკიდებ სუვერენ | bağımsız egemen
integrity | territorial_integrity | территориальн_целост территориальной_целост территориальную_целост | տարածքային_ամբողջ | ərazi_bütöv | ტერიტორიული_მთლიან | toprak_bütün
autonomy | autonom | автоном | ինքնավար | muxtar | ავტონომ | özerk
enclave | enclave | анклав эксклав | անկլավ էքսկլավ | anklav | ანკლავ | anklav
artillery | artillery tank= tanks= mortar howitzer | артиллер танк миномет гаубиц | հրետան տանկ ականանետ | artilleriya tank minaatan | არტილერ ტანკ ნაღმტყორცნ | topçu tank havan
mobilise | mobili conscript reservist | мобилиз призыв резервист | զորահավաք զորակոչ | səfərbər çağırışçı | მობილიზ წვევამდ | seferber
explosion | explos blast bomb | взрыв взорв бомб | պայթ ռումբ | partlay partladı bomba | აფეთქ ბომბ | patla bomba
spy | spy= spying espionage treason | шпион госизмен измен | լրտես պետական_դավաճան դավաճան | casus vətənə_xəyanət xəyanət | ჯაშუშ ღალატ | casus ihanet
helicopter | helicopter | вертолет | ուղղաթիռ | helikopter vertolyot | ვერტმფრენ შვეულმფრენ | helikopter
airport | airport | аэропорт | օդանավակայան | hava_liman aeroport | აეროპორტ | havaliman havaalan
bridge | bridge= tunnel | мост= моста мосты тоннел туннел | կամուրջ կամրջ թունել | körpü tunel | ხიდ გვირაბ | köprü tünel
customs | customs tariff duties | тамож тариф пошлин | մաքս սակագին սակագն | gömrük tarif | საბაჟ ტარიფ | gümrük tarife
budget | budget tax= taxes= | бюджет налог | բյուջե հարկ= հարկեր | büdcə vergi | ბიუჯეტ გადასახად | bütçe vergi
bank | bank= banks= banking | банк | բանկ | bank | ბანკ | banka
plant | factory smelter mine_owner gold_mine copper | завод рудник комбинат | գործարան հանքավայր կոմբինատ | zavod yataq kombinat | ქარხან ქარხნ | fabrika tesis maden
farm | agricultur farm= farmer fruit vegetable wine= | сельск_хоз сельхоз фрукт овощ вино= вина= винн | գյուղատնտ գինի | kənd_təsərrüf meyvə şərab | სოფლის_მეურნ ხილ ღვინ | tarım meyve şarap
tourist | touris | турист туризм | զբոսաշրջ | turist turizm | ტურისტ ტურიზმ | turist turizm
migrant | migra | мигра | միգրա | miqra | მიგრა | göçmen
diaspora | diaspora | диаспор | սփյուռք | diaspor | დიასპორ | diaspora
party | party= parties= | парти | կուսակց | partiya | პარტი | parti= partisi partinin partiler
coalition | coalition bloc= | коалици блок= блока | կոալից դաշինք | koalisiya blok | კოალიც ბლოკ | koalisyon ittifak blok
impeach | impeach no_confidence | импичмент недовери | իմպիչմենթ անվստահ | impiçment etimadsız | იმპიჩმენტ უნდობლ | azil güvensiz gensoru
pardon | pardon amnest clemen | помил амнист | ներում համաներ | əfv= amnistiya | შეწყალ ამნისტ | af= affı affet
extradite | extradit deport expel expuls | экстради депорт выдвор высыл высла | արտահանձն արտաքս | ekstradisiya deport təhvil | ექსტრადიც დეპორტ გააძევ | iade= iadesi sınır_dışı
convoy | convoy column= | колонн конво автоколонн | ավտոշարասյուն շարասյուն | konvoy karvan kolon | კოლონ კონვო | konvoy
redcross | red_cross | красного_крест красный_крест мккк= | կարմիր_խաչ | qırmızı_xaç | წითელი_ჯვრ წითელ_ჯვ | kızılhaç
memorandum | memorand roadmap road_map | меморанд дорожн_карт дорожной_карт дорожную_карт | հուշագիր հուշագր | memorandum yol_xəritə | მემორანდუმ | mutabakat_zap muhtıra yol_harita
anniversary | anniversar commemorat | годовщин юбиле лети= летие летия | տարեդարձ տարելից ամյակ | ildönüm yubiley | წლისთავ | yıldönüm yıl_dönüm anma=
flag | flag= flags= | флаг | դրոշ | bayraq | დროშ | bayrak bayrağ
award | award prize medal | наград преми медал орден | մրցանակ պարգև շքանշան մեդալ | mükafat medal orden | ჯილდო პრემია მედალ ორდენ | ödül madalya nişan
violence | violen beat= beaten beating tortur | насил избит избил пытк | բռնութ ծեծ խոշտանգ | zorakı döyül işgəncə | ძალადობ სცემ ცემ= წამებ | şiddet darp işkence
teargas | tear_gas water_cannon | слезоточив водомет | արցունքաբեր ջրցան | gözyaşardıcı su_şırnaq | ცრემლსადენ წყლის_ჭავლ | biber_gazı göz_yaşartıcı tazyikli_su
fraud | fraud rigg irregularit | фальсифик нарушен подтасов | կեղծ= կեղծիք խախտում | saxta pozuntu | გაყალბ დარღვევ ფალსიფ | hile usulsüz
instructor | training_cent instructor | учебн_центр инструктор | ուսումնավարժ հրահանգիչ | təlim_mərkəz | სასწავლო_ცენტრ ინსტრუქტორ | eğitim_merkez
satellite | satellite image | спутник снимк | արբանյակ | peyk= peykdən | სატელიტ თანამგზავრ | uydu
television | television broadcaster tv= | телевид телекан эфир | հեռուստա եթեր | televiziya efir | ტელევიზ ეთერ | televizyon
poll | poll= polls= survey | опрос соцопрос | հարցում= հարցման սոցհարց | sorğu | გამოკითხვ | anket kamuoyu
mandate | mandate | мандат | մանդատ | mandat | მანდატ | görev_süre
`
