/** Words that may stand capitalised before a family name without being a given name: titles, forms of address, first words of a sentence. */
import { foldString } from './fold.js'

const titles = `
president prime minister premier pm fm mp mep vp secretary chairman chairwoman chairperson chair speaker ambassador mr mrs ms miss madam dr prof professor sir lord lady general gen colonel col major captain
lieutenant marshal admiral senator sen congressman congresswoman rep representative commissioner chancellor governor mayor pope patriarch catholicos archbishop bishop father leader spokesperson spokesman
spokeswoman envoy deputy vice king queen sheikh ayatollah prince emir judge justice prosecutor director chief head adviser advisor aide oligarch tycoon ombudsman lawmaker general-secretary lawyer foreign defense defence interior
президент* премьер* министр* глава главы главе главой господин* госпож* г-н г-жа спикер* посол посла послу лидер* пресс-секретар* генсек* генерал* полковник* депутат* председател* канцлер* папа патриарх* католикос* архиепископ* сенатор* замглавы замминистра вице-премьер* экс-президент* экс-премьер* спецпредставител*
նախագահ* վարչապետ* նախարար* փոխվարչապետ* պարոն տիկին դեսպան* խոսնակ* կաթողիկոս* սրբազան* արքեպիսկոպոս* պատգամավոր* գեներալ* քարտուղար* ղեկավար* առաջնորդ*
prezident* bas nazir* cenab xanim sedr* sozcu* spiker* sefir* lider* deputat* general* katib* muavin* komissar* bey hanim
cumhurbaskan* basbakan* bakan* sayin baskan* sozcu* buyukelci* mustesar* sekreter* danisman* genel milletvekili vekil*
პრეზიდენტ* პრემიერ* მინისტრ* ბატონ* ქალბატონ* სპიკერ* ელჩ* დეპუტატ* თავმჯდომარ* გენერალ* მდივან* ლიდერ*
`

const firstWords = `
a about according after again all also although amid and another any as asked at because before between both but by can could despite did do does during earlier either even ever every for former friday from had has have he her his how however
if in instead into is it its later like may meanwhile might monday moreover most neither no nor not now of on once one only or our outgoing over past per recently saturday says said she should since so some still such sunday than that the their then there these they this those though thursday thus
to today together tomorrow tuesday under unlike until upon via was we wednesday were what when where whether which while who whom whose why will with within without would yesterday yet
meets met tells told calls called urges visits hosts thanks accuses receives congratulates phones writes quotes quoting citing asks warns slams backs rejects denies
в во на с со к ко о об от до по при про за из без между против после перед для у через над под как когда если что чтобы хотя пока где куда почему зачем кто а и но да или либо не ни же ли так также тогда там здесь сам сегодня вчера завтра позже ранее затем потом теперь уже еще даже только именно однако впрочем напомним отметим кроме вместе
ранее накануне поэтому причем зато ведь вот этот эта это сейчас недавно тем ему его ее их он она они
և եւ իսկ բայց սակայն երբ եթե որ թե ինչ ինչպես ինչու որտեղ այսօր երեկ վաղը ապա հետո այնուհետև նաև ավելի ըստ մինչ մինչև քանի ով այդ այս դա սա նա իր նրա
ve bu o bir ile ancak ama fakat eger ne neden niye nasil kim hangi bugun dun yarin sonra once ayrica daha icin gore kadar ise cunku
və ve amma lakin ancaq əgər nə niyə necə kim hansı bu gün bugün dünən sabah sonra əvvəl həmçinin daha üçün görə qədər isə çünki ki belə eləcə eyni indi artıq
`

interface WordList {
  words: ReadonlySet<string>
  prefixes: readonly string[]
}

function listOf(text: string): WordList {
  const entries = text
    .trim()
    .split(/\s+/)
    .map((entry) => (entry.endsWith('*') ? `${foldString(entry.slice(0, -1))}*` : foldString(entry)))
  return {
    words: new Set(entries.filter((entry) => !entry.endsWith('*'))),
    prefixes: entries.filter((entry) => entry.endsWith('*')).map((entry) => entry.slice(0, -1)),
  }
}

const titleList = listOf(titles)
const firstWordList = listOf(firstWords)

/** Whether a folded word is a title or form of address ("President", "министра", "Cumhurbaşkanı"). */
export function isTitleWord(folded: string): boolean {
  return titleList.words.has(folded) || titleList.prefixes.some((prefix) => folded.startsWith(prefix))
}

/** Whether a folded word commonly opens a sentence, so that its capital says nothing. */
export function isFirstWord(folded: string): boolean {
  return firstWordList.words.has(folded)
}
