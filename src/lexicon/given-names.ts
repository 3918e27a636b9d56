/** Common given names of the region and around it, in plain Latin letters: a family name behind one of them is that person's, not the best known bearer's. */
import { latinKey, soundKey } from './latin-key.js'

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
aaron abel abigail abraham adolf adrian adriana agnes aileen aisha alain alastair albin aldo alec alejandro alena alessandro alessandra alessia
alexandra alexandre alexia alexis alfonso alfred alfredo alice alicia alina alireza alison alistair alois alun alvaro amanda amelia amina amy ana
anastasios anders andor andre andrea andreas andrej andrius andrus andrzej angel angela angelina angus anita ankit anke annalena anne annette annie
anselm antal antje antoine antonella antonia antonio antony antti arancha ariel arlene arnaud arno arnold arturo arun arvydas ashley ashton astrid
athanasios audrey augusto aurelie axel ayman
barbara barry bart bartosz bashar basil bastian beata beate beatrice beatriz bela benedict benedikt benita benjamin benoit bernadette bernard bernd
bernie bert bertrand beth betty bettina beverly birgit bjorn bobby bogdan boguslaw bohuslav bohdan borut brad bradley brandon branko brenda brendan
brent brett brigitte bronislaw brooke bruce bruno bryan burkhard byron
caitlin calin callum cameron camille camilla carl carla carlo carlos carmen carol caroline carolyn carsten casey caspar cecile cecilia cedric celia
celine cesar chad chandra chantal charlene charlie charlotte cheryl chiara chloe christa christelle christian christiane christina christine christoph
christophe chuck cillian cindy claes clara clare clarissa claude claudia claudio claudiu clemens clement cliff clifford clint clive colette colleen
connor conor constance constantin constantine constantinos cor cordelia corinne cornelia cory costas courtney craig cristian cristiano cristina cynthia
cyril cyrille
dacian dag dagmar daisy dalia dalibor damian damien dan dana daniela daniele danielle danilo danny dante danuta daria darius darko darren dave dean
debbie deborah declan deirdre delphine demetrios denise dennis derek desmond diana diane didier diego dieter dietmar dimitrios dimitris dina dino dirk
dominic dominik dominique donatella donna donnacha dora doris dorothea dorothy doug douglas dragan drew duncan dusan dustin dwight dylan
earl ebba eberhard eckhard eddie edith edmond edmund edoardo eduardo edwin efrain egbert egils eileen einar elaine eleanor eleni eleonora elias elie
elina elio eliot elisa elisabeth elise eliza ella ellen elliott eloise elsa elsie elton elvira emanuel emanuele emanuela emile emilia emiliano emilio
emily emmanuel emmanuelle enda enrico enrique enzo erica erich erika erik erin ernest ernesto ernst ersilia erwin esperanza espen esteban estelle
estevao esther ethan etienne eugene eugenio eugenia eva evan evangelos evelyn evika ewa
fabian fabien fabienne fabio fabrice fabrizio faisal fausto federica federico felicia felipe felix ferdinand fernand fernando filip filippo filippos
fiona flavio flemming florian floyd francesca francesco francine francis francisco franco francois francoise franjo frankie franklin frans franz
franziska fred freddie frederic frederica frederick frederik frederique fredrik friederike friedrich fritz
gabor gabriel gabriela gabriele gabriella gaetano gail garfield gareth garret garry gary gaston gavin gediminas gemma gene genevieve geoff geoffrey
geoffroy georg georges georgina georgios gerald gerard gerardo gerd gerda gerhard gerrit gert gianluca gianni gilbert gilles gina gino giorgia giovanna
giovanni gisela gitanas giulia giulio giuseppe glen glenn gloria gonzalo gordon graeme graham greg gregor gregory greta gretchen grigore grzegorz
guenter guenther guido guillaume guillermo gunnar gunter gunther gus gustav gustavo gwen gwyneth gyorgy
hadja halina halvard hank hanna hannah hannes hannelore hanno hans-dietrich hansjorg harald harlem harold harriet harris harrison harvey hauke hazel
heather hector heidi heiko heiner heinrich heinz helena helene helga helle helmut hendrik henk henning henri henriette herbert heribert herman hermann
hermine hilary hilde hildegard holger holly horacio horia horst howard hubert hugh hugo humza
iain ian ida ignacio ignazio igors ildefonso iliana ilias ilir ilkka ilona ilse iman imre ina ines inge ingmar ingo ingrid ioan ioannis ion ionut irene
iris irmgard irving isabel isabella isabelle isaac istvan ivana ivanka ivars ivica ivo ivor
jaak jaap jackie jacky jacob jacques jacqueline jade jaime jakob jakub jamie jan jana janet janez janice janine janis janos janusz jared jarek jarmila
jaromir jaroslav jaroslaw jasmin jason jasper javier jean-baptiste jean-claude jean-francois jean-louis jean-luc jean-marc jean-marie jean-michel
jean-noel jean-paul jean-pierre jean-yves jeanine jeanne jeannette jed jeffrey jelena jenna jennie jennifer jenny jens-christian jeremy jerome jerry
jerzy jesper jess jesse jessica jesus jill jim jimmy jo joachim joan joanna joanne joao joaquin jochen jodie joel joelle joerg johan johann johanna
johannes johnny johnson jolanta jon jonas jordi jordy jorg jorge jorgen jose josef josefine josep-maria josette joshua joyce jozef jozsef juan juana
jude judith judy juergen juha juhan jules julian juliana julie julien juliet julio julius juraj jurgen jurij juris justin justine jussi justas jutta
kaarel kaja kajsa kalin kamil kamila karel karin karina karl-heinz karla karlis karol karolina karsten karst kaspars kasper katarina katarzyna katalin
katerina katharina katherine kathleen kathryn kathy katie katja katrin katrina kay keir keith kelly ken kenneth kent kersti kerstin kiara kieran kiki
kilian kim kimberly kirk kirsten kirsti kirsty kjell klaas klara klemen knud knut koen konrad kosta kostas krisjanis kristalina kristersson kristen
kristian kristiina kristin kristina kristof kristoffer kryspin krzysztof kurtis kyle kyriakos
lajos lance larry lars lasse laszlo laure laurel lauren laurence laurent lauri laurie lawrence lazaro lea leandro lech lee leena leif leigh leila lena
leni lenka leo leon leonard leonardo leopold leroy lesley leslie leszek leticia lew lewis lia liam lidia lies lina linas lindsey lionel lisa lisbeth
livia liz liza lloyd lois lola loreta loretta lorenzo lorraine lothar lou louisa louise lubomir luc luca lucas lucia luciano lucie lucien lucy ludek
ludger ludivine ludovic luigi luisa lukas lutz lydia lynn lyubov
maciej mack maddalena madeleine madison magda magdalena maggie magnus mahnaz maja malcolm malgorzata malin mandy manfred manon manuel manuela mara marc
marcel marcela marcelo marcin marcia marcus marek margarita margaritis marge margot margrethe margus maria-elena mariah marian mariana mariann marianna
marianne mariano marie marie-louise marija marijn marika mariko marilyn marin mario marion maris marisa marit mariya marjorie marko marlene marlon
marta martha marthe martina martine martins marty maros mart martti marvin mary-ann masha massimo mathieu mathilde matej mateo mateusz mathias matias
matilda matjaz matteo matthias matthieu mattias matti maureen mauricio maurice maurizio mauro maxime maximilian maya megan melanie melinda melissa
meredith mia micaela michaela michal michel michele micheline michelle miguel mihai mihail mihaly mika mikael-erik mikel miklos mikko mikolaj mikulas
milena milica milo milos milton mindaugas mira miranda mireille mirela miriam mirjana miro miroslav mirko mitch mitchell mohamed mohammed mojca moises
mona monica monika monique moritz morgan morten moses muriel murray myriam myron
nabil nadia nadine nancy naomi natacha natalija natasa natasha nathalie nathan nathaniel ned neil nello nelson nenad neville nicholas nick nicklas
nicky nico nicola nicolae nicole niels nigel nikki niklas nikola nikolai nikolaos nikos nils noah noam noel noemi noelle nora norbert norma norman nuno
octavian odette odile ole olena olgierd oleksandr oleksandra oleksii oleksiy olenka olive olivia olivier olli olof omar ondrej oriana oriol orlando
osama oscar oskar ossi oswald othmar otto ove owen
pablo palle paloma pam pamela panagiotis paola paolo pascale patricia patrice patricio patrik patrizia patrycja patty paula pauline paulo paulina
paulius pavlo pavol pawel pedro peggy pekka penelope penny pepe perrine petar pete peteris petra petri petrus petteri phil philippa philippe philipp
philippos phillip phyllis pia piero piers pierre-andre pieter pietro pim piotr piroska polly poul predrag przemyslaw
quentin quincy rachel rafal raffaele rafi rahul raimonds raimund rainer raisa ralf ralph ramon ramona randall randy raphael raquel rasa rasmus raul
raymond rebecca regina regine reginald reid reiner reinhard rejeb rena renate renato rene renee renata ricardo riccardo richie rick ricky rik rimantas
rishi rita rob robbie roberta roberto roberts robin rocco rod roderick rodney rodolfo rodrigo roel rogelio roland rolf romain romana romano ron ronan
ronnie rory rosa rosalie rosanna rosario rosemary rosie ross roxana roy rudi rudolf rudy rufus rui rune rupert russ russell ruta rutger ryan ryszard
sabine sally salvador salvatore sam samantha samuel samuli sandor sandra sandrine sanna sanjay sara sasha saskia saul sauli scarlett sean sebastian
sebastien selina selma serena serge sergio severin seymour shane shannon sharon shaun shawn sheila shelley sheri sherry shimon shirley sibylle sid
sidney siegfried siegmar sigmar sigrid sigurd silvan silvia silvio silke simeon simona simone simonetta siv slavko slawomir sofie sofiya solange
solveig sonia sonja sophia sophie soren spencer spyros stacy stan stanislas stanislaw stanley stef stefania stefano stefanos steffen stefanie stella
stephan stephane stephanie sten steven stewart stig stina stoyan struan stuart sue suella sulev suzana suzanne sven svein svenja svitlana sybille
sylvia sylvain sylvie szymon
tadeusz tamara tamas tammy tania tanja tanya taras tarja tatjana taylor ted teo teodor teresa terence terje teri terrence terry tess tessa theo theodor
theodora theodore theodoros theresa therese theresia thierry thijs thom thomasz thor thorbjorn thorsten tiago tiffany tiina tilman timo timothy titus
tobias tobin todd tomas tomasz tomislav tommaso tommy tonio tonje toomas tore torsten tove tracey tracy trevor tristan troels trudy trygve turid tyler
tyrone tyson
uffe ugo ulf ulla ulrich ulrika ulrike umberto urmas urs urska uta ute uwe vaclav vadim vadym valdas valdis valentino valeria valerie valerio valters
vanessa vasile vasilis vasyl vaughan veit velma venetia vernon veronica veronique vesna vicente vicki vicky vida viktoria viktorija vilma vincent
vincenzo viola violeta viorel vioreta virginie virginijus vit vito vittoria vittorio vjosa vladan vlad vladislava vojtech volker volodimir vytautas
wade walt walther wanda warren warwick wayne wendy wenzel werner wesley wieslaw wilbur wilfried wilhelm willem willi willie willy wilma wim winfried
winston witold wladyslaw wojciech wolfgang woody wopke xavier xenia yann yannick yannis yiannis ylva yngve yolanda yonas yves yvette yvon yvonne zach
zachary zane zbigniew zdenek zdravko zeljko zita zofia zoltan zoran zsolt zsuzsa zuzana zygimantas
abdelaziz abdelfattah abdel abdelmajid abdrabbuh abdulaziz abdulhamid abdulkadir abdullahi abdulrahman abdusalam abiy abolfazl abolhassan adel adnan
ahmad ahmed akbar akmal akylbek alaa alaeddin alamdar alikhan alimjan altay aman amanbek amir-abdollahian amr anwar arash ardeshir ariana arken arsalan
arshad asadollah asad aset ashraf askar aslanbek atta aytek ayub azamat aziz azizbek babak bahador bakhodir bakyt bakytjan baurzhan behrouz bekzod
bektur berdibek berik bilal bilawal bolat chandrababu dauren davron daniyar davlat emomali erlan eshaq eskandar fahd fayez fazil fuat farrukh farzad
ferid firas ghassan gholam gulshat habibullah haider hakim hamad hanif hashim hashem hisham hojat homayoun husain husayn hussein ibragim iftikhar imad
imangali inamullah iqbal ishaq jafar jahangir jalil janibek jamshid jasur kairat kamchybek kanat karam kasym kassym-jomart khaled khalid khalil khamid
khosrow khurshid kiyan kubanychbek kubanych laila liaqat lotfollah maqsud mahathir maksat malik manouchehr mansour mansur marat marwan masood maulen
medetkan mehran mehrdad mevlan mojtaba mokhtar mowlana muhammadu muhammed mukhtar mukhtor muqtada murat murod musab musallam mutlaq nabih naftali nader
naghi narendra nasser nawaf nawaz nazir nematullah nizar nouri nurbek nursultan odil omurbek oybek parviz peyman pervez qasem qassem rabee rached rafiq
rahmat rajab rajnath rashid rasul razi reem riad riyad rustamjon saad sadyr salah salman samad sameh sanjar sardor saud sayed serik seyyed seyed
shahbaz shahram shahriar shakhboz shavkat shehbaz sherali shoaib siamak sirodjiddin sirojiddin sooronbay subrahmanyam suhail suleiman talant talgat
tamim tariq temirlan tulegen turki ulan ulugbek umar usman vali wael walid waqar wasim yahya yair yasir yerlan yermek yerzhan yitzhak yoav younes
yousef zafar zahra zhanar zhomart ziad zulfiqar
haruto hiroshi ichiro junichiro kenji keiko makoto naoto sanae shigeru shinzo taro toshimitsu yoko yoshihide yoshimasa fumio xi wang deng jiang jintao
jinping keqiang lijian wenbin qiang qin yi hsien loong joko prabowo
abbasgulu abdulali abid abulfas abulfaz adalat adalet adila afat afiyaddin aflan aftandil agali agalar agasalim agashin aghamali agshin agha aghakhan
aghadadash ahliman ahmedaga ainura akber akram aladdin alakhbar alasgar alekper alemdar aliagha aliheydar alihuseyn aliaga aligismat alimammad alinur
alipasha alirza aliyar altun amiraslan anvar aqil arastun arastu arifa ariz asaf asgar asker ataxan atababa avaz ayaz aybeniz aydan aygul ayhan ayshan
aytekin aynura azar azay azizaga babek bahar bahadur bahlul bahruz balakishi bakir balakhan baxtiyar bayali bayram behbud beytulla bulud bunyad calal
camal camil cavad cavid cavanshir chinara davud dayanat dilsuz dunyamin dursun elbrus elcan elchan elcin eldaniz eldeniz elgiz elmaddin elmaz elmidar
elmira elqar elsever elshan elsad eltac eltun elxan emiraslan emrah ennagi esmira eynulla famil faraj farah farida fargana farman fazail ferman fikret
firangiz firidun firuz firudin fizuli fovzi fuzuli gabil gadir gahraman galib ganira garay gazanfar giyas gulaga gulhuseyn gulmira gulshan gulu gunay
gunel guler gursel habil hadi hajibala hajimurad hanifa hasrat hazi heybat heydar hijran hikmat hikmet hilal hokuma husamaddin huseynaga huseyngulu
ibad idrak idris ilahe ilaha iltifat ilyas inara inqilab intiqam isag isakhan isfandiyar isgandar ismat israfil izzat jabir jabbar jahid jalaladdin
jamaladdin jamila janan jasarat javanshir javidan jeyran jumshud kamala kamaladdin kamilla kerim konul kubra kulek lachin lamija latif leyli lutfiyar
maarif madat mahabbat mahaddin maharram mahir mahira mail malahat mammadali mammadhasan mammadrafi mardan marufa masim matlab mayis mazahir mehseti
metanet mikail mirabbas mirali miralem mirdamat mirismayil mirjalal mirmahmud mirshahin mirteymur mirvari mirzajan misir mobil mohbaddin munasib murtuz
mushfig musrat mutallim naila namig namiq nariman narmin nasib nasimi nasir nasraddin natavan natella nazakat nazila nazirmadat neymat niftali nisa
nizam nizami novella novruzali nuraddin nurana nurlana nushaba ogtay panah parvana pasha paykhan perviz pervin pusta pirali qabil qurban qorxmaz raghib
ragif rahib rahida rahila rahman rail ramida ramis ramila raya reshad reyhan reyhana rizvan rovnag rubaba rufat rugiyya sabuhi sabit sadagat sadaqat
saday sadi safar safura sahiba sahil sahla saida sakit sakina salahaddin salatin samaya samed samira samurad sardar sarvar sattar savalan seadat sebuhi
sefa seid seyavush seymur sevinc sevil seyid sevar seyfaddin shaban shafag shafiga shahlar shahmar shahriyar shahveled shakir shamsaddin shamsi shaig
sharif shaiq shirin shirzad shirvan shovkat shukufa shukur siraj siyavush siyavus sirajaddin sohrab subhan sulhaddin sudaba surayya tabib tahira
tahmasib tale talat talib tamam taleh tapdig tapdyg tarana tariel tarlan telman tofiq toghrul tokay turan turkan uzeyir ulker ulvia ulviyya umud urfan
vafa vahab valeh vasila vefa veysal vidadi vilayat vugar vurgun vusala xalid xalig xanlar xatira yadigar yagub yaver yegana yunus zabit zamig zamira
zarifa zemfira zeynal zohra zulfi zulfiya zulfugar zumrud
aghvan aida ajemian akop aleksan alex alvard alvina amalia ambartsum anzhela anna-mariam anoush antranig ara arevik argishti arkadi arkady arkadiy
armand armenak armenuhi arminka arpi arsham arsine arshak arshavir artashes artavazd artem artin arto arusiak aruts asatur asdghik asmik asya atom avag
avetik avetis avedis aznif azat babken baghdasar baret barkev bella berj boghos datev derenik drastamat edita elen eranuhi ervand ester evelina fadey
gagik garen garo galust gegham geghetsik gerasim gevork ghazar ghevond ghukas gisane gnel goar goharik grach grachya gricha grisha gyulnara haig haik
hakop hambardzum harut hayarpi hayrapet heghnar hermineh hovannes hovnan hovsep hovsanna hranush hrair hratch hrayr hripsik inesa janna jirair jivan
kamo karapet karlen karo kevork khachik khachig khajag khoren kima knarik koryun krikor laert lernik lianna lida lilia lilya lusik lyova magdalina mais
makar manan manushak margar margarit mariami martun matevos meline melik meruzhan mihran mikayel mikaela minas misak missak mnatsakan musheg mushegh
nahapet naneh naregatsi nazeli nazaret nazeni nona norair norik nshan nubar nuneh nvard oganes onnik oshin ovsanna panos papin parandzem parkev
patvakan paruyr perch petik petros ripsime rostom rubik saak sahak sanasar sanosyan sasoon sasun satenik satik seda sempad seryozha seran sergo sevak
shahane shahe shahnazar shavarsh shogher shoghik shushanik sipan siran sisak smbat sofi souren sos srbuhi susana svetik syuzan taron tehmine teni
tereza tevan tovmas tsolak tsovinar vachagan vachik vaghinak vagram vagan vanik vanush vartan varazdat varsenik varuzh vasak vasgen vatche venera
vergine viken vilen vladik volodya vrezh yeghia yeghiche yeghishe yelizaveta yeprem yerem yeva yura zabel zarmayr zarine zaven zepyur zorik zori
abesalom aka akvsenti albina aleksi aluda ambrosi amiran anano andria andro anri antimoz archili asmat avto avtandili baadur babuli bachana bachuki
baia bakar bakur beqa berdia beso besarion besiki bezhan bichiko buba chabua chola dali daredjan dariko demetre demna dodo dodona domenti durmishkhan
edisher egnate elguja elisabed elisso elizbar emzar erasti ermile esma eter filipe fridon gaga gaiane galaktion gaioz garri gegi genadi geno gerasime
giuli giuliani gizo gogi gogita gogutsa grigol guga guja guliko guranda iago iamze iakob iason imeda inal inola iosebi ipolite iva ivane ivliane izolda
jambul jano jemal juansher julieta jumber kakhi karlo kato ketato keto kakhaberi khatia khatuna khvicha kita kote koto lali lamara lana lavrenti leri
levanti lika lili luarsab luiza lulu luri makvala mako malkhazi mamia manuchar marekh marexi mari marita marlen mate mathe mebrdzoli medea mediko megi
merabi mery mileri mirian mixeil murman murtaz mzevinar mzia mzekala nani nanuli nanuka napoleon nargiza nato nateli nazi nazibrola neli nelly nestori
nia nikusha nodar noshrevan nukri nunu olgha omari onise otari otia papuna pavle pikria platon polikarpe pridon ramaz ramazi rauli revaz roin rolandi
romanoz ruska ruiz saba sergi severian shaliko shorena shio shukri sofio soso solomon sopiko spartak spiridon surab svimon taia taliko tamari tamila
tamuna tarieli tata tazo tedo temuri temur temo tengo tiko tinano tite tinatini tsatsa tsiala tsira tsisana tsitsino ucha vaja valerian valiko vakho
vaniko vaso vasiko varlam vaxo vepkhia veriko vladimer xatuna zaira zakaria zakro zauri zaqro zia zina zoia zoura zuka zura zurabi zviadi
afanasy agafya aleksandra alevtina alyona anatoliy anfisa antonina apollon arina arseny artyom averyan ayrat borislav darya dmitriy efim ekaterina
elizaveta evdokia evgenia evgeniy faina fedor filipp gavriil gennadiy german gleb gulnaz ildar inessa innokenty iosif irek ivanna kira klavdia klim
kuzma larissa leontiy magomedsalam matvey mayya mikhaila mintimer modest nail natalya nazar nikifor nonna olesya ostap pelageya pyotr renat rimma
rodion rostislav rufina rustem savely semen serafim sofya svyatoslav taisia tikhon timofey ulyana varvara vasiliy veniamin violetta vladlen vsevolod
yakov yaroslava yefim yegor yekaterina yevgenia yevgeniy yulia yulian yury zoya gamlet alkhas batal beslan daur viacheslav astamur alias kan valeriy
alla vitali yuliya uruzmag khazbi soslan taimuraz
abdurrahman agah akin alaattin alparslan altan asli ata atilla ayten aykan bahadir bahceli bedri belgin bengi berk beril beyza bilge binali bulent
burcin burhan canan caner celal celik cenk cihan cigdem cuneyt dervis dilek dogan dogu durmus ece ekmeleddin ekrem ela ender ercan ercument erdem
erdogan eren ergun erkan ersin ertugrul esra esref eyup fahrettin faruk fehmi ferda ferhat ferit feridun fethi fethullah figen fikri furkan gaye gokhan
gonul goksel gulcan gulsen gulten guven halide haluk hamdi hamza hasip hatice hayati hidayet hilmi hulya hursit husamettin hurriyet ihsan ilber ilhan
ilker ilnur imren irfan iskender ismet izzet kaan kamer kasim kazim kivanc koray korkut kubilay kursad lutfi mahmut mehmetali melih melike melis memduh
menderes meryem mine mithat muammer muge muhammet muharrem muhittin muhsin mujdat murathan muzaffer naci nagehan namik naz nazan nazli necati necip
necmettin nedim nejat nese nevin nevzat nilufer nimet nuray nurettin nuri nursel oguzhan olcay onur oya ozan ozcan ozgul ozlem pelin pinar rahmi refik
remzi resat riza rustu saban sabahattin sabiha sabri sadik sadullah safak saffet salih sami savas selami selcuk selda semih serap serkan serpil sertac
server sevgi sevket seyfi sezai sezer sezgin sibel simsek sinem sirri songul sukru suat suheyla suna sureyya suzan sule sahap sahin sakir serafettin
serife sukran sevki tahsin taner tansel tarik tayfun tekin temel teoman tevfik timucin tolga tuba tugba tulay tulin tuna turhan tuncer ufuk ulas ulku
unal utku vahap vahit vecdi vedat vehbi volkan yakup yalcin yalim yaman yaprak yigit yildiray yonca yuksel zafer zekeriya zeki zerrin zihni zubeyde
zuhal
tamaz mileri khvicha tamar sedrak aghshin alihuseyn pasha gogi jaap joe estevao gerald agnes nicolae uzra medetkan zara
`

/** Lower-case Latin, without marks. */
export const givenNames: ReadonlySet<string> = new Set(list.trim().split(/\s+/))

let sounds: ReadonlySet<string> | null = null

/** Azerbaijani letters as English spells their sounds. */
const azerbaijani: readonly (readonly [RegExp, string])[] = [
  [/c/g, 'j'],
  [/ç/g, 'ch'],
  [/ş/g, 'sh'],
  [/x/g, 'kh'],
  [/q/g, 'g'],
]

/** Whether a word, in its base form, is a common given name, in whichever of the six languages it is written. */
export function isGivenName(word: string, lang: string): boolean {
  const key = latinKey(word)
  if (givenNames.has(key)) return true
  if (lang === 'en' || lang === 'tr' || key.length < 3) return false
  sounds ??= new Set([...givenNames].map(soundKey))
  const spelt = lang === 'az' ? latinKey(azerbaijani.reduce((out, [from, to]) => out.replace(from, to), word.toLowerCase())) : key
  // Russian writes г for h: Гусейн, Гамлет.
  return givenNames.has(spelt) || sounds.has(soundKey(spelt)) || (lang === 'ru' && key.startsWith('g') && givenNames.has(`h${key.slice(1)}`))
}
