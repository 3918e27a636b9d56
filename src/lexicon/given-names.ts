/** Common given names of the region and around it, in plain Latin letters: a family name behind one of them is that person's, not the best known bearer's. */

const list = `
abbas abdulla adil afgan agil akif alakbar aleksandr aleksey alexander alexei alexey ali aliya alibek alik almaz anar anatoli anatoly andrei andrey
anna anton araz arif artur arzu asif asim aslan aydin aygun aynur aysel azad azer bahram bahtiyar bakhtiyar boris ceyhun chingiz daniel daniil david denis
dilara dmitri dmitry eldar elchin elena elgun elkhan elman elmar elmir elnara elnur elshad elvin emil emin emma etibar evgeny fakhri farhad fariz farid fatima
fikrat fuad gasim gulnara habib hafiz hajiaga hamid hasan hidayat huseyn ibrahim igor ilgar ilham ilkin ilya imran inna irada irina isa ismayil ivan jalal jamal jamil
javid jeyhun kamal kamran karim kirill konstantin ksenia lala lamiya leyla leonid linda magomed maria marina mahammad mahmud mammad maksim matanat mehdi mehman mehriban mikhail mirza
muhammad mubariz murad musa mustafa nadir nargiz natalia natig nazim nigar nijat nikolay niyazi novruz nurlan oktay oleg olga orkhan oktai pavel polad rafael rafail rahim ramil ramin ramiz ramzan
rashad rasim rauf ravan roman rovshan ruslan rustam sabir sabina sadig sahib said salim samir sanan sarkhan sergei sergey sevda sevinj shahin shahla shamil sofia stanislav svetlana
tahir tamerlan tatiana teymur timur togrul tofig tural ulvi vagif vahid valeri valery vasif viktor vitaly vladimir vusal yasar yashar yelena yevgeny yuri yusif zahid zakir zaur zeynab ziya
aghasi alen anahit ani anush aram ararat arayik areg arev arman armen armine arpine arsen artak arthur artsvik ashot astghik avet ashkhen arusyak bagrat benik davit edgar edgard eduard edvard
garegin garik garnik gayane gevorg gohar gor grigor gurgen hakob hamlet harutyun hasmik hayk haykaz heghine henrik henrikh hovhannes hovik hrach hrachya hrant hripsime ishkhan
karen karine khachatur kristine levon liana lilit lusine manuk manvel mariam marine mane meri mesrop mger mher mikael mkhitar mkrtich naira narek narine nelli nerses nikol norayr nune rafik raffi rima
robert ruben ruzanna samvel sargis sarkis sedrak serob seyran shahen shushan siranush sona styopa suren susanna taguhi tatev tatevik tatul tigran tigranuhi vache vagharshak vahagn vahan vahe
vahram van vardan varduhi varuzhan vazgen vigen yervand yuri zaruhi zhanna zhirayr zohrab
akaki aleko aleksandre anzor archil avtandil badri besik beka bidzina bondo cotne dachi dato davit dimitri eka ekaterine elene eteri gela george gia giga gigi giorgi givi goga gocha guram gvantsa
ia ilia ilya inga ioseb irakli irma izabela jaba kakha kakhaber ketevan ketino keti koba konstantine koka lado lasha lela levan luka maia maka malkhaz mamuka manana mariam merab mikheil misha nana nata natela natia nestan nika niko nikoloz
nino nugzar nutsa otar paata petre rati rezo roman rusudan salome sandro shalva shota sopio sulkhan tamar tamta tato tea teimuraz tengiz teona thea tina tinatin tornike tsotne vakhtang valeri vano vasil vazha vera zaal zaza zurab zviad
abdullah adem ahmet alper arda aylin ayse baris bekir berat burak can cem cemal cengiz deniz devlet ebru elif emine emre engin erdal erol fatih fatma gizem hakan halil hande huseyin hulusi
ibrahim ismail kadir kemal kenan kerem leyla levent mehmet meral merve mert mesut metin mevlut mustafa nihat numan oguz okan omer orhan osman ozgur ramazan recep sedat selahattin selim sema serdar serhat sinan suleyman
tansu tayyip tuncay turgut ugur umit veli yasin yavuz yildirim yilmaz yusuf zeynep
amir hossein javad mahmoud masoud mohammad reza saeed abbas hassan ebrahim kazem
adam alan albert andrew anthony arthur barack ben bill boris bob brian catherine charles chris christopher claire colin daniel david donald edward elizabeth emma eric frank george hans harry helen henry hillary jack james jane jean jeff jens
joe john jonathan josep joseph julia karl kate kevin klaus kurt laura louis luis marco margaret mark markus martin mary matthew max michael mike natalie nicolas oliver olaf pascal patrick paul peter philip pierre richard robert roger ronald sarah scott simon stefan stephen steve susan thomas tim toivo tom tony ursula victor walter william
alisa anastasia dmytro egor fyodor galina gennady georgy grigory kseniya larisa lev lyudmila maxim nadezhda nikita nina oksana petr petro polina rinat semyon stepan tatyana valentina valentin vasily veronika vladislav volodymyr vyacheslav yana yaroslav zinaida
`

/** Lower-case Latin, without marks. */
export const givenNames: ReadonlySet<string> = new Set(list.trim().split(/\s+/))
