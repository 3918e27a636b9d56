# Readout-un sözləri. Hər mübahisədə neytral: docs/names.md.

in-language = { $language }
as-of = { $date } tarixinə:
sources = Mənbələr
reported-on = { $date } tarixli xəbər
event-on = { $date }
undated = tarixi bilinmir

story-number = { $number }.
story-span = ilk xəbər { $first }, son xəbər { $last }
balance-country = { $country } { $origins }
balance-state = { $state } dövlət
balance-articles = { $count } məqalə
unlabelled = ölkəsi göstərilməyib
sides-differ = Tərəflər nə deyir:
only-through-others = yalnız başqa ölkələrin mediasından məlumdur
corrected = Bu mövzunun bir səhifəsi oxunduqdan sonra dəyişdirilib və ya silinib.

newest-age = { $days ->
    [0] Ən yenisi: bu gün.
    [1] Ən yenisi: dünən.
   *[other] Ən yenisi { $asOf } tarixindən { $days } gün əvvəldir.
  }
coming-on = { $date } üçün elan olunub:
read-as = Belə başa düşüldü: { $name }.
button-story = Mövzu { $number }
button-timeline = Xronologiya
button-positions = Mövqelər
button-cite = Mənbələrlə köçür
button-topics = Mövzular
button-latest = Ən yenilər
nothing-found = “{ $question }” üzrə heç nə tapılmadı: { $asOf } tarixinə qədər oxunmuş { $searched } məqaləyə baxıldı.
not-covered = “{ $question }” mənim mənbələrimin mövzusu deyil: mən Ermənistan, Azərbaycan, Gürcüstan və ətraf dövlətlərin diplomatiyasını oxuyuram.
sources-down = Mənbələrimi oxumaq alınmadı. Son uğurlu oxu: { $lastRead }.
nothing-read = Hələ heç nə oxumamışam.
nothing-read-next = Növbəti addım: mənbə əlavə edin ({ $add }) və ya nümunəni yoxlayın ({ $demo }).
nearest = Oxuduqlarımda ən yaxını, { $date }:
question-missing = Nə bilmək istəyirsiniz? Məsələn: sülh sazişi üzrə son xəbər
never = heç vaxt

digest-title = İcmal, { $date }
digest-read-until = saat { $time }-dək oxunub
digest-quiet = Sakit gün: saat { $time }-dək oxunmuş { $sources } mənbədə yeni heç nə yoxdur.
digest-also = Həmçinin
digest-coming-up = Qarşıda
digest-foot = { $all } mənbədən { $read } oxunub
digest-corrected = Son buraxılışınızdan sonra düzəldilib
digest-not-read = oxunmadı: { $names }
digest-one-sided = Hələlik yalnız bir ölkədə xəbər verilib: { $country }
digest-new = yeni
not-seen = Oxuduğum { $count } mənbədə rast gəlinmədi ({ $country })

topics-title = Bu günün mövzuları
topics-none = Son 24 saatda heç bir mövzuda xəbər yoxdur.
topic-line = { $topic }: { $count } xəbər mövzusu
latest-title = Ən yenilər
story-unknown = { $story } nömrəli mövzu yoxdur. Mövzu nömrəsi s12 kimidir; təkcə rəqəm son siyahıdakı yerdir.
timeline-title = Xronologiya: { $subject }
positions-title = Mövqelər: { $subject }
positions-other = Digər səslər:
positions-silent = { $country }: oxuduqlarımda rəsmi bəyanat yoxdur.

check-ask = Mənə link və ya mətn göndərin: bu barədə nə məlum olduğunu deyim.
check-title = Bu barədə məlum olanlar
check-earliest = Oxuduğum ən erkən xəbər: { $outlet }, { $when }
check-reports = Cəmi { $count } xəbər, onlardan { $copies } surətdir.
check-unknown = { $asOf } tarixinə qədər oxuduqlarımda bu barədə heç nə tapmadım.
command-check = link və ya mətn haqqında nə məlumdur

about-title = Readout haqqında
about-balance = Mövzunun altındakı balans ilkin mənbələri nəşrin ölkəsinə görə sayır: bir mətnin surətləri bir dəfə sayılır. Ölkəsi təsdiqlənməmiş mənbələr ayrıca sayılır.
about-sources = Mənbələr: { $total } ({ $countries })
about-read = { $when } tarixinə qədər oxunub: { $articles } məqalə, onlardan { $relevant } regionun diplomatiyası haqqındadır.
about-questions = Suallar saxlanmır: mövzu davam sualları üçün on dəqiqə yaddaşda qalır. “forget me” sizin haqqınızda saxlananları silir.
command-about = mövzular necə seçilir, nə sayılır, hansı mənbələr oxunur

calendar-title = Elan olunub
calendar-none = Oxuduqlarımda yaxın günlər üçün elan olunmuş bir şey yoxdur.
calendar-both = bir neçə ölkənin nəşrləri elan edib: { $countries }
calendar-one-side = yalnız bir tərəfin nəşrləri elan edib: { $countries }
calendar-moved = sonrakı xəbər təxirə salınmadan bəhs edir
command-calendar = elan olunmuş görüşlər, səsvermələr və son tarixlər
choose-timeline = Nəyin xronologiyası? Mövzu seçin və ya öz sözlərinizlə yazın.
choose-positions = Nə üzrə mövqelər? Mövzu seçin və ya öz sözlərinizlə yazın.
choose-follow = Nəyi izləyək? Mövzu seçin və ya adını yazın.
choose-story = Hansı mövzu? Birini seçin və ya nömrəsini yazın.

picture-alt = { $title }, { $period }: { $articles } məqalə, { $developments } hadisə
picture-unit = nəşrin ölkəsi üzrə { $per ->
    [day] gündəlik
    [week] həftəlik
   *[month] aylıq
  } məqalə sayı
picture-other = digərləri

cite-title = Mənbələrlə

sources-none = Hələ mənbə yoxdur.
sources-total = { $total } mənbə, { $active } aktiv, { $failing } xətalı
source-line = { $number }. { $name } · { $labels } · { $state }
source-never = hələ oxunmayıb
source-fine = son oxu { $when }
source-failing = { $error }
source-added = Əlavə olundu: { $name } ({ $kind }), hazırda { $count } material.
source-exists = Artıq var: { $number }. { $name }.
source-removed = Silindi: { $name }. Ondan oxunanlar qalır.
source-paused = Dayandırıldı: { $name }.
source-resumed = Yenidən oxunur: { $name }.
source-unknown = “{ $words }” üzrə mənbə yoxdur.
source-several = “{ $words }” bir neçə mənbəyə uyğundur: { $names }.
source-found = Tapıldı: { $kind } “{ $title }”, { $url }.
source-sample = { $date } · { $title }
source-confirm = --yes ilə əlavə edin və ya göstərin: --country --language --ownership --zone.
source-nothing = { $url } ünvanında oxunası heç nə tapılmadı: { $reason }

help-line = Readout Ermənistan, Azərbaycan və Gürcüstanın diplomatiyasını izləyir: icmallar və cavablar, hər cümlə öz mənbəyi ilə.
help-commands = Əmrlər
about-methods = Mövzular onlar haqqında xəbər verən ilkin mənbələrin və tərəflərin sayına, rəsmi bəyanatlara və yeniliyə görə seçilir. Dil modelindən istifadə olunmur.
sample-notice = nümunə
not-allowed = “{ $command }” yalnız bu botun adminləri üçündür.

command-ask = suala mənbələri ilə cavab verir
command-latest = mövzu üzrə ən yeni hadisələr, əvvəl yenilər
command-timeline = mövzunun tarixli hadisələri
command-positions = hər tərəfin ən son bəyanatı
command-topics = bu günün sayları ilə mövzular
command-story = nömrəsinə görə mövzu bütünlüklə
command-cite = məktub üçün qeydli sadə mətn
command-digest = son 24 saatın, həftənin və ya bir günün icmalı
command-sources = nə oxunur: ölkə və mülkiyyət
command-addsource = lent, sayt, sayt xəritəsi və ya kanal əlavə edir
command-pausesource = mənbəni oxumağı dayandırır
command-resumesource = dayandırılmış mənbəni yenidən oxuyur
command-removesource = mənbəni silir; oxunanlar qalır
