# Readout'un sözleri. Her tartışmada tarafsız: docs/names.md.

in-language = { $language }
as-of = { $date } itibarıyla:
sources = Kaynaklar
reported-on = { $date } tarihli haber
event-on = { $date }
undated = tarihi bilinmiyor

story-number = { $number }.
story-span = ilk haber { $first }, son haber { $last }
balance-country = { $country } { $origins }
balance-state = { $state } devlet
balance-articles = { $count } haber
unlabelled = ülkesi belirtilmemiş
sides-differ = Taraflar ne diyor:
only-through-others = yalnızca başka ülkelerin yayınlarından biliniyor
corrected = Bu konudaki bir sayfa okunduktan sonra değiştirildi ya da kaldırıldı.

newest-age = { $days ->
    [0] En yenisi: bugün.
    [1] En yenisi: dün.
   *[other] En yenisi { $asOf } tarihinden { $days } gün önce.
  }
coming-on = { $date } için duyuruldu:
read-as = Şöyle anlaşıldı: { $name }.
button-story = Konu { $number }
button-timeline = Kronoloji
button-positions = Tutumlar
button-cite = Kaynaklarıyla kopyala
button-topics = Başlıklar
button-latest = En yeniler
nothing-found = “{ $question }” için bir şey bulunamadı: { $asOf } tarihine kadar okunan { $searched } habere bakıldı.
not-covered = “{ $question }” kaynaklarımın konusu değil: Ermenistan, Azerbaycan, Gürcistan ve çevredeki güçlerin diplomasisini okuyorum.
sources-down = Kaynaklarım okunamadı. Son başarılı okuma: { $lastRead }.
nothing-read = Henüz hiçbir şey okumadım.
nothing-read-next = Sıradaki: bir kaynak ekleyin ({ $add }) ya da örneği deneyin ({ $demo }).
nearest = Okuduklarımda en yakını, { $date }:
question-missing = Ne öğrenmek istiyorsunuz? Örneğin: barış anlaşmasında son durum
never = hiçbir zaman

digest-title = Özet, { $date }
digest-read-until = { $time } saatine kadar okundu
digest-quiet = Sakin bir gün: { $time } saatine kadar okunan { $sources } kaynakta yeni bir şey yok.
digest-also = Ayrıca
digest-coming-up = Yaklaşanlar
digest-foot = { $all } kaynaktan { $read } tanesi okundu
digest-corrected = Son sayınızdan sonra düzeltilenler
digest-not-read = okunamadı: { $names }
digest-one-sided = Şimdilik yalnızca bir ülkede haber oldu: { $country }
digest-new = yeni
not-seen = Okuduğum { $count } kaynakta görülmedi ({ $country })

topics-title = Bugünün başlıkları
topics-none = Son 24 saatte hiçbir başlıkta haber yok.
topic-line = { $topic }: { $count } konu
latest-title = En yeniler
story-unknown = { $story } diye bir konu yok. Konu numarası s12 gibidir; yalnız sayı, son listedeki sıradır.
timeline-title = Kronoloji: { $subject }
positions-title = Tutumlar: { $subject }
positions-other = Diğer sesler:
positions-silent = { $country }: okuduklarımda resmî açıklama yok.

check-ask = Bana bir bağlantı ya da metin gönderin: hakkında ne bilindiğini söylerim.
check-title = Bu konuda bilinenler
check-earliest = Okuduğum en erken haber: { $outlet }, { $when }
check-reports = Toplam { $count } haber, { $copies } tanesi kopya.
check-unknown = { $asOf } tarihine kadar okuduklarımda bununla ilgili bir şey bulamadım.
command-check = bir bağlantı ya da metin hakkında bilinenler

about-title = Readout hakkında
about-balance = Konunun altındaki denge, ilk kaynakları yayının ülkesine göre sayar: aynı metnin kopyaları bir kez sayılır. Ülkesi doğrulanmamış kaynaklar ayrı sayılır.
about-sources = Kaynaklar: { $total } ({ $countries })
about-read = { $when } tarihine kadar okundu: { $articles } haber, { $relevant } tanesi bölge diplomasisi üzerine.
about-questions = Sorular saklanmaz: konu, devam soruları için on dakika bellekte tutulur. “forget me” hakkınızda saklananları siler.
command-about = konular nasıl seçilir, ne sayılır, hangi kaynaklar okunur

calendar-title = Duyurulanlar
calendar-none = Okuduklarımda önümüzdeki günler için duyurulan bir şey yok.
calendar-both = birkaç ülkenin yayınları duyurdu: { $countries }
calendar-one-side = yalnızca bir tarafın yayınları duyurdu: { $countries }
calendar-moved = daha sonraki bir haber ertelemeden söz ediyor
command-calendar = duyurulan görüşmeler, oylamalar ve son tarihler
choose-timeline = Neyin kronolojisi? Bir başlık seçin ya da kendi sözcüklerinizle yazın.
choose-positions = Hangi konuda tutumlar? Bir başlık seçin ya da kendi sözcüklerinizle yazın.
choose-follow = Neyi takip edeyim? Bir başlık seçin ya da adını yazın.
choose-story = Hangi konu? Birini seçin ya da numarasını yazın.

picture-alt = { $title }, { $period }: { $articles } haber, { $developments } gelişme
picture-unit = yayının ülkesine göre { $per ->
    [day] günlük
    [week] haftalık
   *[month] aylık
  } haber sayısı
picture-other = diğerleri

cite-title = Kaynaklarıyla

sources-none = Henüz kaynak yok.
sources-total = { $total } kaynak, { $active } etkin, { $failing } hatalı
source-line = { $number }. { $name } · { $labels } · { $state }
source-never = henüz okunmadı
source-fine = son okuma { $when }
source-failing = { $error }
source-added = Eklendi: { $name } ({ $kind }), şu an { $count } öğe.
source-exists = Zaten var: { $number }. { $name }.
source-removed = Kaldırıldı: { $name }. Ondan okunanlar duruyor.
source-paused = Duraklatıldı: { $name }.
source-resumed = Yeniden okunuyor: { $name }.
source-unknown = “{ $words }” ile eşleşen kaynak yok.
source-several = “{ $words }” ile birkaç kaynak eşleşiyor: { $names }.
source-found = Bulundu: { $kind } “{ $title }”, { $url }.
source-sample = { $date } · { $title }
source-confirm = --yes ile ekleyin ya da etiketleri verin: --country --language --ownership --zone.
source-nothing = { $url } adresinde okunacak bir şey bulunamadı: { $reason }

help-line = Readout, Ermenistan, Azerbaycan ve Gürcistan diplomasisini izler: özetler ve yanıtlar, her cümle kaynağıyla.
help-commands = Komutlar
about-methods = Konular, onları haber yapan ilk kaynakların ve tarafların sayısına, resmî açıklamalara ve yeniliğe göre seçilir. Dil modeli kullanılmaz.
sample-notice = örnek
not-allowed = “{ $command }” yalnızca bu botun yöneticileri içindir.

command-ask = soruyu kaynaklarıyla yanıtlar
command-latest = bir başlıkta en yeni gelişmeler, yeniden eskiye
command-timeline = bir başlığın tarihli gelişmeleri
command-positions = her tarafın en son açıklaması
command-topics = bugünün sayılarıyla başlıklar
command-story = numarasıyla bir konunun tamamı
command-cite = posta için dipnotlu düz metin
command-digest = son 24 saatin, haftanın ya da bir günün özeti
command-sources = okunanlar: ülke ve sahiplik
command-addsource = akış, site, site haritası ya da kanal ekler
command-pausesource = bir kaynağı okumayı durdurur
command-resumesource = duran kaynağı yeniden okur
command-removesource = kaynağı kaldırır; okunanlar kalır
