/** Words that decide whether a full stop ends a sentence, in six languages, lower case and without the stop. */

function set(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(' '))
}

/** Before a name or number a full stop behind these never ends a sentence (`always`); behind `mostly` only when a sentence opener follows. */
export const abbreviations = {
  always: set(
    'mr mrs ms dr prof gen lt col maj sgt capt cmdr adm sen rep gov pres amb rev hon st messrs v vs fig vol pp approx ca cf eg ie viz art arts',
    'им ул пл просп пр г-н г-жа гг т тов акад проф ген полк подполк майор кап лейт см ср напр стр гл рис табл п пп ст ч кв д корп р-н обл респ св преп вв н э зам пом доц',
    'տիկ պրն պ տկն փող պող գլ հատ էջ տես հմմ օր դոկտ պրոֆ ակադ գեն',
    'ბ-ნი ქ-ნი პროფ აკად გენ იხ მაგ ე.წ ე.ი ქ ტ გვ',
    'cənab prof akad gen dos məs bax səh küç pr doç av alb yb org örn bkz cad sok mah sn hz yrd',
  ),
  mostly: set(
    'jr sr inc ltd corp co bros no nos al jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun dept est gov univ',
    'г гор др пр руб коп тыс млн млрд трлн долл чел кг км м см экз мин сек час янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек и.о врио тел',
    'թ թթ թվ հզ մլն մլրդ տրլն դր ք ռ կմ մ հունվ փետր ապր օգոստ սեպտ հոկտ նոյեմբ դեկտ հոդվ հ այլն',
    'წ წწ ს საუკ ათ მლნ მლრდ კმ მ იანვ თებ აპრ აგვ სექტ ოქტ ნოემბ დეკ შ ა.შ სხვ',
    'il ş r m km mln mlrd min yan fev apr iyn iyl avq sen okt noy dek vs vb yy s oca şub nis haz tem ağu eyl eki kas ara a.g.e və s',
  ),
}

/** These close a list or a sentence: a capital behind them opens the next one. */
export const closingAbbreviations: ReadonlySet<string> = set('т.д т.п ա.շ ა.შ etc')

/** Behind these a full stop ends a sentence unless a number follows. */
export const unitsBeforeNumbers: ReadonlySet<string> = set('art sec para ch p no nr ст пункт ч հոդ კარი maddə mad sh')

/** Words that open a sentence far more often than they follow an abbreviation or initial. */
export const sentenceOpeners: ReadonlySet<string> = set(
  'the he she it they we this that these those in on at but and however according meanwhile his her its their a an as after before if when while there i you for by with',
  'в на по он она они оно это этот эта эти но и а как также при после до если когда мы я вы его ее их для из с со об о от однако между тем ранее согласно кроме тогда там теперь',
  'նա նրանք սա այս այդ այն բայց սակայն իսկ ըստ եթե երբ մենք ես դուք նաև մինչ այսպիսով իր նրա',
  'ის ისინი ეს მაგრამ თუმცა მისი მათი ჩვენ მე თქვენ როგორც ასევე ამ ხოლო თუ როდესაც მან მათ',
  'o onlar bu biz mən ben siz amma lakin ancaq ancak və ve onun onların eyni həmin ayrıca bunun əgər eğer bildirib görə',
)

/** Verbs that tie a quotation to its speaker, in the forms that newspapers use. */
export const sayingVerbs: ReadonlySet<string> = set(
  'said says asked added told replied wrote noted stressed stated declared answered warned insisted concluded tweeted continued',
  'сказал сказала сказали заявил заявила заявили спросил спросила отметил отметила добавил добавила подчеркнул подчеркнула написал написала ответил ответила пояснил пояснила говорит считает сообщил сообщила',
  'ասաց ասել ասել նշեց նշել հայտարարեց հայտարարել ընդգծեց ընդգծել ավելացրեց պատասխանեց գրել գրեց հարցրեց շեշտեց',
  'თქვა განაცხადა აცხადებს ამბობს აღნიშნა დასძინა უპასუხა დაწერა წერს ჰკითხა',
  'dedi deyib bildirib söylədi söyləyib qeyd vurğulayıb yazıb əlavə söyledi belirtti ekledi vurguladı sordu yazdı kaydetti konuştu açıkladı',
)
