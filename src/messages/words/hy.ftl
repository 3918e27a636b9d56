# Readout-ի բառերը։ Չեզոք են ամեն վեճում. տե՛ս docs/names.md։

in-language = { $language }
as-of = { $date } դրությամբ՝
sources = Աղբյուրներ
reported-on = հաղորդվել է { $date }
event-on = { $date }
undated = ամսաթիվն անհայտ է

story-number = { $number }.
story-span = առաջին հաղորդումը՝ { $first }, վերջինը՝ { $last }
balance-country = { $country } { $origins }
balance-state = { $state } պետական
balance-articles = { $count } հոդված
unlabelled = երկիրը նշված չէ
sides-differ = Ինչ են ասում կողմերը՝
only-through-others = հայտնի է միայն այլ երկրների լրատվամիջոցներից
corrected = Այս նյութի էջերից մեկը ընթերցումից հետո փոխվել կամ հանվել է։

newest-age = { $days ->
    [0] Ամենանորը՝ այսօր։
    [1] Ամենանորը՝ երեկ։
   *[other] Ամենանորը { $days } օրվա վաղեմության է՝ { $asOf } դրությամբ։
  }
coming-on = Հայտարարված է { $date }՝
read-as = Հասկացվել է որպես՝ { $name }։
button-story = Նյութ { $number }
button-timeline = Ժամանակագրություն
button-positions = Դիրքորոշումներ
button-cite = Պատճենել աղբյուրներով
button-topics = Թեմաներ
button-latest = Նորը
nothing-found = «{ $question }» հարցով ոչինչ չի գտնվել. դիտվել է մինչև { $asOf } կարդացված { $searched } հոդված։
not-covered = «{ $question }» իմ աղբյուրների թեման չէ. ես կարդում եմ Հայաստանի, Ադրբեջանի, Վրաստանի և շրջակա տերությունների դիվանագիտության մասին։
sources-down = Աղբյուրներս չհաջողվեց կարդալ։ Վերջին հաջող ընթերցումը՝ { $lastRead }։
nothing-read = Դեռ ոչինչ չեմ կարդացել։
nothing-read-next = Հաջորդ քայլը՝ ավելացրեք աղբյուր ({ $add }) կամ փորձեք նմուշը ({ $demo })։
nearest = Կարդացածիս մեջ ամենամոտը, { $date }՝
question-missing = Ի՞նչ եք ուզում իմանալ։ Օրինակ՝ ինչ նորություն կա խաղաղության պայմանագրի մասին
never = երբեք

digest-title = Ամփոփում, { $date }
digest-read-until = կարդացված է մինչև { $time }
digest-quiet = Հանգիստ օր. մինչև { $time } կարդացված { $sources } աղբյուրում նոր բան չկա։
digest-also = Նաև
digest-coming-up = Սպասվում է
digest-foot = կարդացվել է { $all } աղբյուրից { $read }-ը
digest-corrected = Ուղղված է ձեր վերջին թողարկումից հետո
digest-not-read = չեն կարդացվել՝ { $names }
digest-one-sided = Առայժմ հաղորդվել է միայն մեկ երկրում՝ { $country }
digest-new = նոր
not-seen = Չի նկատվել իմ կարդացած { $count } աղբյուրում ({ $country })

topics-title = Այսօրվա թեմաները
topics-none = Վերջին 24 ժամում թեմաներով նորություն չկա։
topic-line = { $topic }՝ { $count } նյութ
latest-title = Նորը
story-unknown = { $story } նյութ չկա։ Նյութի համարն այսպիսին է՝ s12, իսկ պարզապես թիվը վերջին ցանկի տեղն է։
timeline-title = Ժամանակագրություն՝ { $subject }
positions-title = Դիրքորոշումներ՝ { $subject }
positions-other = Այլ ձայներ՝
positions-silent = { $country }՝ կարդացածիս մեջ պաշտոնական հայտարարություն չկա։

check-ask = Ուղարկեք հղում կամ գրառման տեքստ. կասեմ, թե ինչ է հայտնի դրա մասին։
check-title = Ինչ է հայտնի այս մասին
check-earliest = Կարդացածս ամենավաղ հաղորդումը՝ { $outlet }, { $when }
check-reports = Ընդամենը { $count } հաղորդում, որից { $copies }-ը՝ արտատպություն։
check-unknown = Մինչև { $asOf } կարդացածիս մեջ այս մասին ոչինչ չգտա։
command-check = ինչ է հայտնի հղման կամ տեքստի մասին

about-title = Readout-ի մասին
about-balance = Նյութի տակի հաշվեկշիռը հաշվում է սկզբնաղբյուրներն ըստ լրատվամիջոցի երկրի. նույն տեքստի արտատպությունները հաշվվում են մեկ անգամ։ Չհաստատված երկրով աղբյուրները հաշվվում են առանձին։
about-sources = Աղբյուրներ՝ { $total } ({ $countries })
about-read = Կարդացված է մինչև { $when }՝ { $articles } հոդված, որից { $relevant }-ը՝ տարածաշրջանի դիվանագիտության մասին։
about-questions = Հարցերը չեն պահվում. թեման տասը րոպե մնում է հիշողության մեջ՝ շարունակության համար։ «forget me»-ն ջնջում է ձեր մասին պահվածը։
command-about = ինչպես են ընտրվում նյութերը, ինչ է հաշվվում, որ աղբյուրներն են կարդացվում

calendar-title = Հայտարարված է
calendar-none = Կարդացածիս մեջ առաջիկա օրերի համար ոչինչ հայտարարված չէ։
calendar-both = հայտարարել են մի քանի երկրի լրատվամիջոցներ՝ { $countries }
calendar-one-side = հայտարարել են միայն մեկ կողմի լրատվամիջոցները՝ { $countries }
calendar-moved = ավելի ուշ հաղորդման մեջ խոսվում է հետաձգման մասին
command-calendar = հայտարարված հանդիպումներ, քվեարկություններ և ժամկետներ
choose-timeline = Ինչի՞ ժամանակագրությունը։ Ընտրեք թեմա կամ գրեք ձեր բառերով։
choose-positions = Ինչի՞ մասին դիրքորոշումները։ Ընտրեք թեմա կամ գրեք ձեր բառերով։
choose-follow = Ինչի՞ն հետևել։ Ընտրեք թեմա կամ գրեք դրա անունը։
choose-story = Ո՞ր նյութը։ Ընտրեք կամ գրեք համարը։

picture-alt = { $title }, { $period }՝ { $articles } հոդված, { $developments } իրադարձություն
picture-unit = { $per ->
    [day] հոդվածներ օրական
    [week] հոդվածներ շաբաթական
   *[month] հոդվածներ ամսական
  }՝ ըստ լրատվամիջոցի երկրի
picture-other = այլ

cite-title = Աղբյուրներով

sources-none = Աղբյուրներ դեռ չկան։
sources-total = { $total } աղբյուր, { $active } գործող, { $failing } սխալով
source-line = { $number }. { $name } · { $labels } · { $state }
source-never = դեռ չի կարդացվել
source-fine = վերջին ընթերցումը՝ { $when }
source-failing = { $error }
source-added = Ավելացվեց՝ { $name } ({ $kind }), այժմ { $count } նյութ։
source-exists = Արդեն կա՝ { $number }. { $name }։
source-removed = Հեռացվեց՝ { $name }։ Դրանից կարդացածը մնում է։
source-paused = Դադարեցվեց՝ { $name }։
source-resumed = Կրկին կարդացվում է՝ { $name }։
source-unknown = «{ $words }»-ին համապատասխանող աղբյուր չկա։
source-several = «{ $words }»-ին համապատասխանում են մի քանի աղբյուրներ՝ { $names }։
source-found = Գտնվեց՝ { $kind } «{ $title }», { $url }։
source-sample = { $date } · { $title }
source-confirm = Ավելացրեք --yes-ով կամ նշեք՝ --country --language --ownership --zone։
source-nothing = { $url } հասցեում կարդալու բան չգտնվեց՝ { $reason }

help-line = Readout-ը հետևում է Հայաստանի, Ադրբեջանի և Վրաստանի դիվանագիտությանը. ամփոփումներ և պատասխաններ, ամեն նախադասությունն իր աղբյուրով։
help-commands = Հրամաններ
about-methods = Նյութերն ընտրվում են ըստ դրանց մասին հաղորդող սկզբնաղբյուրների և կողմերի թվի, պաշտոնական հայտարարությունների և նորության։ Լեզվական մոդել չի օգտագործվում։
sample-notice = նմուշ
not-allowed = «{ $command }»-ը միայն այս բոտի ադմինների համար է։

command-ask = պատասխանում է հարցին՝ աղբյուրներով
command-latest = թեմայի ամենանոր իրադարձությունները, սկզբում նորը
command-timeline = թեմայի իրադարձություններն ըստ ամսաթվերի
command-positions = ամեն կողմի վերջին հայտարարությունը
command-topics = թեմաներն այսօրվա թվերով
command-story = նյութն ամբողջությամբ՝ իր համարով
command-cite = պարզ տեքստ ծանոթագրություններով՝ նամակի համար
command-digest = վերջին 24 ժամի, շաբաթվա կամ մեկ օրվա ամփոփում
command-sources = ինչ է կարդացվում՝ երկիրը և սեփականատերը
command-addsource = ավելացնում է հոսք, կայք, կայքի քարտեզ կամ ալիք
command-pausesource = առժամանակ դադարում է կարդալ աղբյուրը
command-resumesource = կրկին կարդում է աղբյուրը
command-removesource = հեռացնում է աղբյուրը, կարդացածը մնում է
