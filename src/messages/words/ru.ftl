# Слова Readout. Нейтральны в любом споре: см. docs/names.md.

in-language = { $language }
machine-translation = (машинный перевод: { $text })
as-of = По состоянию на { $date }:
label = { $name }:
touching = Упоминается также в сообщениях о другом:
quoted-above = процитировано выше
sources = Источники
reported-on = сообщение от { $date }
event-on = { $date }
undated = дата неизвестна

story-number = { $number }.
story-span = первое сообщение { $first }, последнее { $last }
balance-country = { $country } { $origins }
balance-state = { $state } гос.
balance-articles = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[many] { $count } статей
  }
unlabelled = страна не указана
sides-differ = Что говорят стороны:
only-through-others = известно только из СМИ других стран
corrected = Страница этого сюжета была изменена или снята после прочтения.
page-changed = Изменено: { $outlet }, замечено { $date }, { $time }:
page-withdrawn = Снято: { $outlet }, замечено { $date }, { $time }:
page-changed-more = и ещё { $count }

newest-age = { $days ->
    [one] Последнее сообщение: { $date }, { $days } день назад.
    [few] Последнее сообщение: { $date }, { $days } дня назад.
   *[many] Последнее сообщение: { $date }, { $days } дней назад.
  }
coming-on = Объявлено на { $date }:
read-as = Понято как: { $name }.
unheard = { $name }: высказываний об этом в прочитанном нет. Сообщалось вот что:
button-story = Сюжет { $number }
button-timeline = Хронология
button-positions = Позиции
button-cite = Скопировать с источниками
button-topics = Темы
button-latest = Новое
nothing-found = По запросу «{ $question }» ничего не найдено: { $searched ->
    [one] просмотрена { $searched } статья
    [few] просмотрены { $searched } статьи
   *[many] просмотрено { $searched } статей
  }, прочитано до { $asOf }
not-covered = «{ $question }» – не тема моих источников: я читаю о дипломатии Армении, Азербайджана, Грузии и держав вокруг них.
sources-down = Мои источники сейчас не читаются. Последнее успешное чтение: { $lastRead }
nothing-read = Я ещё ничего не прочитал.
nothing-read-next = Дальше: добавьте источник ({ $add }) или попробуйте образец ({ $demo }).
nearest = Ближайшее из прочитанного, { $date }:
question-missing = Что вы хотите узнать? Например: что нового по мирному договору
never = никогда

digest-title = Обзор, { $date }
digest-not-yet = { $date } ещё впереди. Последние 24 часа:
digest-not-understood = Не понимаю, какой это день: «{ $words }». Последние 24 часа:
digest-read-until = прочитано до { $time }
digest-quiet = Тихий день: ничего нового, { $sources ->
    [one] { $sources } источник прочитан
    [few] { $sources } источника прочитаны
   *[many] { $sources } источников прочитаны
  } до { $time }.
digest-also = Также
digest-more = ещё { $count }: `topics`
digest-coming-up = Предстоит
digest-foot = прочитано источников: { $read } из { $all }
digest-corrected = Исправлено после вашего прошлого выпуска
digest-not-read = не прочитаны: { $names }
digest-one-sided = Пока сообщают только в одной стране: { $country }
digest-new = новое
not-seen = Не замечено в прочитанных источниках ({ $country }: { $count })
no-answer-unread = { $capital }: ответа в прочитанном нет; источники этой страны ({ $country }) с тех пор не читались
no-answer = { $capital }: ответа нет в прочитанных источниках ({ $country }: { $count }, до { $time })

# the web page
web-today = Сегодня
web-digests = Обзоры
web-ask = Спросить
web-question = Ваш вопрос
web-ask-further = Спросить ещё
web-stories = { $count ->
    [one] { $count } сюжет
    [few] { $count } сюжета
   *[many] { $count } сюжетов
  }
web-topic-quiet = По этой теме пока ничего не прочитано.
web-feed = Эта тема в виде ленты (RSS)
web-day-before = Предыдущий день
web-day-after = Следующий день
web-times = Время указано по поясу { $zone }.
web-language = Язык
web-skip = К тексту
web-not-found = Такой страницы нет.
web-unreadable = Этот запрос не удалось прочитать.
web-chat-only = Для «{ $command }» нужна своя страница или чат в Telegram или Slack.
web-mine = Своя страница
web-mine-what = Обзоры в ваше время и уведомления по вашим темам могут приходить на вашу собственную страницу: без учётной записи, без cookie и почты. Команды работают там, как в чате.
web-mine-make = Создать мою страницу
web-mine-say = Что сделать?
web-mine-do = Сделать
web-mine-hint = `subscribe 8:30 weekdays peace treaty` · `follow border` · `settings` · `unsubscribe` · `forget me` или вопрос
web-mine-came = Что сюда пришло
web-mine-none = Пока ничего не пришло; следующий обзор придёт в своё время.
web-mine-key = Ключ к этой странице
web-mine-keep = Адрес страницы – её ключ: кто его знает, может читать и менять страницу. Сохраните его в закладках и никому не давайте; прислать его снова нельзя.
web-mine-feed = То же в виде ленты (её адрес – тоже ключ, только для чтения)
web-mine-unused = Страница, которую не открывают и ленту которой не читают { $days } дней, удаляется со всем, что с ней связано; страница без подписок – через день. `forget me` удаляет её сразу.
web-mine-closed = Здесь своя страница создаётся по ссылке администратора.
web-mine-gone = Такой страницы нет: она удалена, или адрес неполон.
button-web = В браузере
weblogin-link = Страницы администратора, один раз, в течение часа: { $link }
weblogin-private = Спросите меня в личном чате: ссылка только для вас.
command-weblogin = одноразовая ссылка на страницы администратора

topics-title = Темы сегодня
topics-none = За последние 24 часа новостей по темам нет.
topic-line = { $topic }: { $count ->
    [one] { $count } сюжет
    [few] { $count } сюжета
   *[many] { $count } сюжетов
  }
latest-title = Новое
story-unknown = Сюжета { $story } нет. Номер сюжета выглядит так: s12; просто число – место в последнем списке.
timeline-title = Хронология: { $subject }
positions-title = Позиции: { $subject }
positions-other = Другие голоса:
positions-silent = { $country }: в прочитанном нет официального заявления.

check-ask = Пришлите ссылку или текст сообщения: я скажу, что об этом известно.
check-title = Что об этом известно
check-earliest = Самое раннее из прочитанных сообщений: { $outlet }, { $when }
check-reports = Сообщений: { $count }, из них перепечаток: { $copies }.
check-unknown = В прочитанном до { $asOf } об этом ничего нет.
command-check = что известно о ссылке или тексте

about-title = О Readout
about-balance = Баланс под сюжетом считает первоисточники по стране издания: перепечатки одного текста считаются один раз. Источники без подтверждённой страны считаются отдельно.
about-sources = Источников: { $total } ({ $countries })
about-read = Прочитано до { $when }: статей { $articles }, из них о дипломатии региона { $relevant }.
about-questions = Вопросы не хранятся: последний остаётся на десять минут для уточнений и затем удаляется. «forget me» удаляет всё, что хранится о вас.
command-about = как выбираются сюжеты, что считается, какие источники читаются

calendar-title = Объявлено
calendar-none = В прочитанном ничего не объявлено на ближайшие дни.
calendar-both = объявили издания обеих сторон ({ $countries }), впервые { $date }
calendar-one-side = объявили издания только одной стороны ({ $countries }), впервые { $date }
calendar-others = объявили только сторонние издания ({ $countries }), впервые { $date }
calendar-moved = перенесено, как говорится в более позднем сообщении:
calendar-cancelled = отменено, как говорится в более позднем сообщении:
calendar-past = прошло; чем кончилось:
calendar-past-nothing = прошло; о результате пока ничего не встретилось
command-calendar = объявленные встречи, голосования и сроки
choose-timeline = Хронология чего? Выберите тему или напишите своими словами.
choose-positions = Позиции по какому вопросу? Выберите тему или напишите своими словами.
choose-follow = За чем следить? Выберите тему или напишите её название.
choose-story = Какой сюжет? Выберите или напишите номер.

picture-alt = { $title }, { $period }: { $articles ->
    [one] { $articles } статья
    [few] { $articles } статьи
   *[many] { $articles } статей
  }, { $developments ->
    [one] { $developments } событие
    [few] { $developments } события
   *[many] { $developments } событий
  }
picture-unit = { $per ->
    [day] статей в день
    [week] статей в неделю
   *[month] статей в месяц
  } по странам изданий
picture-other = другие

cite-title = С источниками

sources-none = Источников пока нет.
sources-total = { $total ->
    [one] { $total } источник
    [few] { $total } источника
   *[many] { $total } источников
  }, активных { $active }, с ошибками { $failing }
source-line = { $number }. { $name } · { $labels } · { $health }
source-added = Добавлен: { $name } ({ $kind }), { $count ->
    [one] { $count } материал
    [few] { $count } материала
   *[many] { $count } материалов
  } сейчас.
source-exists = Уже есть: { $number }. { $name }.
source-removed = Удалён: { $name }. Прочитанное из него остаётся.
source-paused = Приостановлен: { $name }.
source-resumed = Снова читается: { $name }.
source-unknown = Нет источника, похожего на «{ $words }».
source-several = На «{ $words }» похожи несколько источников: { $names }.
source-found = Найдено: { $kind } «{ $title }», { $url }.
source-sample = { $date } · { $title }
source-confirm = Добавьте с --yes или укажите: --country --language --ownership --zone.
source-nothing = По адресу { $url } нечего читать: { $reason }

profile-short = Дипломатия Армении, Азербайджана и Грузии: обзоры и ответы, у каждого предложения – источник.
help-line = Readout следит за дипломатией Армении, Азербайджана и Грузии: обзоры и ответы, у каждого предложения – источник.
help-commands = Команды
about-methods = Сюжеты выбираются по числу первоисточников и сторон, которые о них сообщают, по официальным заявлениям и по новизне.
about-no-model = Языковая модель не используется.
about-model = Языковая модель ({ $model }) делает одно: переводит заголовки на языках, которых вы не читаете. Каждый перевод помечен, стоит после оригинала и показывается, только если имена, места и числа совпадают. Она ничего не отбирает, не пересказывает и ни на что не отвечает.
sample-notice = образец
not-allowed = «{ $command }» – только для администраторов этого бота.

command-ask = отвечает на вопрос с источниками
command-latest = новейшее по теме, сначала новое
command-timeline = события темы по датам
command-positions = последнее заявление каждой стороны
command-topics = темы и число сюжетов за сегодня
command-story = сюжет целиком по номеру
command-cite = простой текст со сносками для письма
command-digest = обзор за 24 часа, неделю или день
command-sources = что читается: страна и владелец
command-addsource = добавляет ленту, сайт, карту сайта или канал
command-pausesource = перестаёт читать источник на время
command-resumesource = снова читает источник
command-removesource = удаляет источник; прочитанное остаётся

sources-count = { $total ->
    [one] { $total } источник
    [few] { $total } источника
   *[many] { $total } источников
  }: { $parts }
sources-countries = Читаются по странам: { $countries }
sources-page = Страница { $page } из { $pages }
sources-no-match = Нет источника, похожего на «{ $words }».
condition-well = читаются: { $count }
condition-failing = не читаются: { $count }
condition-unreadable = страницы не дают статей: { $count }
condition-silent = молчат дольше обычного: { $count }
condition-unread = ещё не прочитаны: { $count }
condition-paused = приостановлены: { $count }
condition-ended = закрылись: { $count }
condition-unlabelled = без страны: { $count }
health-well = прочитан { $when }
health-failing = не читается: { $error }; последний раз: { $last }
health-unreadable = { $percent } % страниц не дают статьи
health-silent = ничего нового уже { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
  }, это необычно
health-unread = ещё не прочитан
health-paused = приостановлен
health-paused-until = приостановлен до { $date }
health-ended = закрылся: { $error }
button-retry = Повторить { $number }
button-pause-week = Пауза { $number } на неделю
button-resume = Снова читать { $number }
button-find-address = Новый адрес для { $number }
button-use-address = Взять новый адрес для { $number }
button-sources = Источники
button-starter = Готовый список
button-add = Добавить { $number } без пометок
button-add-as = Добавить { $number } как { $labels }
button-guess-labels = Пометить как предложено
button-previous = ‹ Назад
button-next = Далее ›
source-sample-words = { $date } · { $lang } · { $title } – { $words }
source-page-links = Будут прочитаны и статьи, на которые ссылается эта страница: { $count }.
source-guess = Предположение: { $labels }. Пока вы не подтвердите, источник считается без страны.
source-unconfirmed = Пометок ещё нет, он считается отдельно. Пометить: labelsource { $number } AM hy independent
source-which = Какой источник? { $command } понимает номер, адрес сайта или часть названия.
source-paused-until = Приостановлен до { $date }: { $name }.
source-still-failing = По-прежнему не читается: { $name }: { $error }.
source-read-again = Прочитано: { $name }, новых статей: { $count }.
source-moved = { $name } теперь читается по адресу { $url }, новых статей: { $count }.
source-no-better = Лучшего адреса для { $name } не нашлось.
source-address-taken = По адресу { $url } уже читается другой источник.
source-labelled = { $name }: { $labels }.
label-how = { $name }: { $labels }. Например: labelsource { $name } AM hy independent
labels-guessed = Помечено по адресам источников: { $count }, без предположения осталось: { $left }.
addsource-bare = Пришлите любую ссылку: лента, сайт, раздел, статья, карта сайта, открытый канал Telegram (@имя) или файл OPML. Или возьмите готовый список:
starter-unknown = Готового списка «{ $words }» нет. Есть: { $lists }, all.
starter-added = Добавлено: { $added }, уже были: { $known }. Открылись: { $opened }; ещё не открыты и потому не проверены: { $unverified }.
starter-next = poll прочитает их; check-sources откроет непроверенные и предложит исправления.
import-total = В списке { $all }: добавлено { $added }, уже были { $existed }.
import-unlabelled = Без страны: { $count }, считаются отдельно, пока вы не подтвердите пометки: { $names }
import-bare = `importsources` принимает файл OPML, его текст или адрес.
import-nothing = Это не файл OPML, или в нём нет источников.
export-total = Источников в OPML: { $count }.
check-total = Читаются { $readable } из { $all } источников.
check-thin = Негосударственных источников страны { $country }, которые читаются, только { $count }: мало, чтобы слышать эту сторону.
check-unreadable = { $number }. { $name }: { $problem }
check-proposal = { $number }. { $name } можно читать по адресу { $url }
check-nothing-there = по его адресу нечего читать
not-manager = «{ $command }» – для тех, кто управляет этим чатом.
command-retrysource = читает источник сейчас, не дожидаясь срока
command-movesource = читает источник по другому адресу
command-labelsource = указывает страну, язык и владельца источника
command-importsources = добавляет источники из файла OPML
command-exportsources = выдаёт список источников как OPML
command-check-sources = открывает все источники и предлагает исправления
digest-developed = новое с прошлого раза
digest-late-was-down = С опозданием: я не работал в час этого обзора; сейчас { $time }.
digest-late-was-busy = С опозданием: обзор не удалось сделать вовремя; сейчас { $time }.
digest-maybe-missing = Обзор { $time } мог не дойти: точно неизвестно.
digest-show-missing = Показать обзор { $time }
edition-unknown = Такого обзора в этом чате нет.
subscription-made = Вы подписаны.
subscription-changed = Изменено.
subscription-when = { $days } в { $times } ({ $zone })
subscription-topics = о темах: { $topics }
subscription-all = все темы
subscription-muted = без тем: { $topics }
subscription-muted-languages = без сюжетов, о которых пишут только на этих языках: { $languages }
subscription-only-languages = только сюжеты, о которых пишут на этих языках: { $languages }
subscription-languages = читается в таком порядке: { $languages }
subscription-short = кратко
subscription-full = полностью
subscription-quiet = тихо с { $from } до { $to }
subscription-skip-quiet = в тихие дни ничего
subscription-next = Следующие: { $times }
subscription-zone-guessed = Часовой пояс угадан ({ $zone }). Другой: `settings zone Asia/Yerevan`
subscription-unknown = Не понято: { $words }
subscription-none = У этого чата нет подписки.
subscription-ended = { $count ->
    [one] Подписка прекращена.
   *[many] Прекращено подписок: { $count }.
  }
subscription-too-many = У чата может быть не больше { $count } подписок. Сначала прекратите одну.
unsubscribe-which = Какую?
days-every = ежедневно
days-weekdays = по будням
settings-chat = Язык: { $language } · часовой пояс: { $zone } · читается в таком порядке: { $read }
settings-how = Изменить: `settings lang ru` · `settings zone Asia/Tbilisi` · `settings read hy, ru, en` · `subscribe 8:30 weekdays peace treaty`
follow-what = За чем следить?
follow-unknown = Я не знаю темы, страны, человека или места «{ $words }». Например:
follow-done = Слежу: { $topics }.
follow-bounds = Не больше 3 оповещений в день и одного за 2 часа; остальное придёт вместе.
unfollow-done = Больше не слежу: { $topics }.
following-none = Этот чат ни за чем не следит.
following-list = Слежу: { $topics }
button-settings = Настройки
button-unsubscribe = Отписаться
button-digest-now = Обзор сейчас
button-daily = Ежедневно в { $time }
button-end = Прекратить { $number }
button-end-all = Прекратить все
button-follow = Следить за темой
button-unfollow = Хватит: { $topic }
button-forget = Забыть меня
own-done = Вы владелец этого бота.
own-next = Дальше: добавьте источник ({ $add }).
own-refused = Эта ссылка недействительна: использована, устарела или неполна. Новая: readout admin link
admins-none = Администраторов пока нет.
admins-line = { $person } · { $role }
role-owner = владелец
role-admin = администратор
role-reader = читатель
person-unknown = Кто это – «{ $words }»? Например: `promote telegram:123456`
last-owner = Последнего владельца нельзя понизить.
promote-done = { $person } теперь администратор.
demote-done = { $person } больше не администратор.
promote-workspace = Администраторы этого рабочего пространства теперь могут менять источники.
demote-workspace = Администраторы этого рабочего пространства больше не могут менять источники.
allow-done = Этот чат может пользоваться ботом.
allow-undone = Этот чат больше не может пользоваться ботом.
invite-code = Один чат, один час: `start { $code }`
invite-web = В браузере: { $link }
access-refused = Этот бот только для приглашённых чатов. Спросите его администраторов.
audit-none = Пока ничего не менялось.
stats-reading = Статей { $articles } из { $sources } источников, с ошибками { $failing }.
stats-subscribers = Подписок { $subscriptions } в { $chats } чатах, отслеживаемых тем { $follows }.
stats-sending = Очередь: ждут { $planned } (застряли { $stuck }), в пути { $sending }; за 24 часа: отправлено { $sent }, неизвестно { $unknown }, отклонено { $refused }.
outbox-line = { $delivery } · { $state } · { $platform } чат { $chat } · попыток { $attempts } · { $reason }
delivery-planned = ждёт
delivery-sending = в пути
delivery-sent = отправлено
delivery-unknown = неизвестно
delivery-refused = отклонено
resend-done = Отправка { $delivery } снова в очереди.
resend-unknown = Нет неизвестной или отклонённой отправки с номером «{ $words }».
sending-paused = Отправка приостановлена.
sending-stopped = { $sender } ничего не отправляет с { $time }, { $date }; то, чему пора уйти, ждёт: { $reason }
sending-resumed = Отправка продолжается.
forget-ask = Будет удалено всё, что хранится о вас и вашем личном чате: подписки, отслеживаемые темы, что вы видели. Группы своё сохранят.
forget-done = Забыто: подписок { $subscriptions }, отслеживаемых тем { $follows } и всё остальное о вас.
went-wrong = Что-то пошло не так; администраторы видят это в журнале.
command-subscribe = обзоры в ваше время: subscribe 8:30 weekdays peace treaty
command-unsubscribe = прекращает подписку
command-settings = язык, часовой пояс, подписки
command-follow = оповещения о теме, стране или человеке
command-unfollow = прекращает оповещения
command-following = за чем следит этот чат
command-own = делает вас владельцем по одноразовому коду из журнала
command-admins = владельцы и администраторы
command-promote = делает кого-то администратором
command-demote = снова делает администратора читателем
command-allow = разрешает этому чату пользоваться ботом
command-invite = одноразовый код, который впускает чат
command-audit = кто что менял
command-stats = числа: чтение, подписчики, отправка
command-outbox = что застряло, неизвестно или отклонено, и почему
command-resend = отправляет ещё раз неизвестное или отклонённое
command-pausesending = останавливает пока все обзоры и оповещения
command-resumesending = снова отправляет обзоры и оповещения
command-forget = удаляет всё, что хранится о вас
command-hide = скрывает сюжет или статью (hide s12)
command-split = выносит статьи из их сюжета (split a45 a46)
command-merge = соединяет два сюжета (merge s12 s15)
command-retag = исправляет, о чём статья (retag a45 topics +border)
command-undo = отменяет исправление (undo m3)
mended = Готово. Отменить: `undo { $undo }`
undone = Отменено: { $mends }
hide-how = Что скрыть: `hide s12`, или `hide a45` для одной статьи.
split-how = Какие статьи вынести из сюжета: `split a45 a46`
merge-how = Какие два сюжета – один: `merge s12 s15`
retag-how = Что исправить: `retag a45 topics +border -karabakh`
undo-how = Отменять нечего. Скажите что: `undo m3`
mend-not-understood = Непонятно, поэтому ничего не изменено: { $words }
mend-no-article = Статьи { $article } нет. Номер статьи выглядит так: a45; `split s12` перечислит статьи сюжета.
mend-in-no-story = { $article } не входит ни в один сюжет.
mend-other-story = { $article } не из сюжета { $story }: за один раз – один сюжет.
mend-whole-story = Это все статьи сюжета { $story }: хотя бы одна должна остаться.
mend-one-already = Это уже один сюжет: { $story }.
retag-unknown = { $tag } не подходит для { $field }. Возможно: { $expected }

# Slack
slack-greeting = Readout здесь: дипломатия Армении, Азербайджана и Грузии, у каждого предложения – источник. Спрашивайте: @Readout и ваши слова, или /readout. Больше здесь ничего не появится, если никто не попросит.
slack-help-group = Спрашивайте через /readout или упоминая @Readout: остального, что здесь говорят, я не читаю. В обсуждениях, где команды со «/» не работают, упоминание понимает те же слова (@Readout latest мирный договор).
slack-help-private = В каналах: /readout или упоминание @Readout, также в обсуждениях.
slack-share = Показать здесь
slack-keep = Сохранить в личных
slack-kept = Сохранено: это в ваших сообщениях со мной.
slack-invite = Не хватает одного шага: меня нет в этом канале, поэтому я не могу здесь писать. Наберите в нём /invite @Readout.
slack-wait = Минутку…
slack-wait-long = Это дольше обычного. Продолжаю искать…
slack-done = Готово
slack-cancel = Отмена
slack-save = Сохранить
slack-cite-title = Текст с источниками
slack-cite-label = Выделите всё и скопируйте
slack-subscribe-title = Ежедневный обзор
slack-subscribe-button = Обзор в моё время
slack-times = В какое время?
slack-times-hint = 24-часовой формат, несколько через запятую: 8:30, 18:00
slack-times-wrong = Время пишется так: 8:30 или 18:00, несколько через запятую.
slack-days = В какие дни?
slack-zone = Часовой пояс
slack-zone-hint = Например, Asia/Yerevan, Asia/Baku, Asia/Tbilisi, Europe/Brussels
slack-zone-wrong = Часового пояса «{ $zone }» нет. Например: Asia/Tbilisi
slack-topics = Только эти темы
slack-topics-hint = Ничего не выбрано: все темы
slack-read = На каких языках вы читаете
slack-read-hint = В том порядке, в каком вы их выберете
slack-length = Объём
slack-settings-title = Настройки
slack-language = Язык собственных слов Readout
slack-who = Кто может менять обзоры этого канала
slack-who-members = любой участник
slack-who-admins = только администраторы рабочего пространства
slack-add-title = Добавить источник
slack-add-label = Любая ссылка
slack-add-hint = Лента, сайт, статья, карта сайта или открытый канал Telegram
slack-add-wrong = Это не ссылка. Например: https://example.am или https://t.me/channel
slack-look = Посмотреть
slack-add = Добавить
slack-add-which = Что из найденного?
slack-add-name = Название
slack-add-country = Страна
slack-add-country-hint = Две буквы (AM, AZ, GE). Пусто: без страны, считается отдельно.
slack-add-country-wrong = Страна – это две буквы: AM
slack-add-language = Язык
slack-add-ownership = Кому принадлежит
slack-choose = Выберите
slack-home-title = Readout
slack-home-ask = Спрашивайте меня выше, в «Сообщениях», или упомяните @Readout в канале.
slack-home-today = Сегодня
slack-home-subscriptions = Мои обзоры
slack-home-following = За чем я слежу
slack-home-announced = Что объявлено
slack-home-sources = Источники (для администраторов)
slack-home-refresh = Обновить

# start and help
start-top = Главные сюжеты
start-ask-private = Спросите обычными словами, например: последнее о мирном договоре. Перешлите пост или пришлите ссылку – скажу, что об этом известно.
start-ask-group = Спрашивайте командой `ask` (можно и в ответ на чужое сообщение) или ответом на моё. Остального, что здесь пишут, я не читаю. Обзоры для этого чата включают его админы командой `subscribe`.
start-admin = Добавьте первый источник: команда `addsource` и ссылка, или выберите там готовый список.
help-own = Ваши обзоры и оповещения
help-admins = Для админов бота
command-start = что это и главные сюжеты дня
command-help = все команды

# a chat platform's own words
command-channel = подключает ваш канал
button-old = Эта кнопка устарела. Спросите, пожалуйста, ещё раз.
slow-down = Слишком быстро. Отвечаю по очереди, подождите немного.
input-too-long = Это слишком длинно для вопроса. Пришлите не больше { $most } знаков или ссылку.
input-no-text = Я читаю текст, ссылки и пересланные посты; от админов – ещё файл OPML с источниками.
channel-how = Чтобы публиковать обзоры в канале: выберите его ниже или откройте ссылку и добавьте меня админом с правом публикации. Можно прислать @имя канала.
channel-choose = Выбрать канал
channel-unknown = Я не вижу канал { $channel }. Сначала добавьте меня туда админом, потом пришлите имя ещё раз.
channel-is-none = { $channel } – не канал. В группе добавьте меня и дайте там команду subscribe.
channel-bot-no-admin = Мне нельзя публиковать в { $channel }. Дайте мне там право публикации и пришлите имя ещё раз.
channel-you-no-admin = Вы не админ { $channel }; подключить канал могут только его админы.
channel-head = Канал { $channel }
alert-title = Новое по теме: { $topic }
alert-answer = Ответ по теме «{ $topic }»
button-less = Меньше такого: { $topic }
digest-one-origin = Пока первоисточников: { $origins }
notice-country = Больше не читается ни один источник страны { $country }.
notice-ended = { $number }. { $name } закрылся: { $error }
notice-shape = { $number }. { $name }: статьи стали другой длины; возможно, сайт переделан. Посмотреть: sources { $number }
notices-title = Источники, которые не могут ждать
weekly-title = Источники за неделю
weekly-fine = Все источники читаются.
edited-correction = Исправлено в { $time }: страница, на которую есть ссылка, была изменена или снята после прочтения.
inbox-empty = Обзоров здесь ещё не было. Сначала подпишитесь: `subscribe 8:30`
command-inbox = последние пришедшие сюда обзоры
command-draft = выпуски этого чата сначала приходят его редактору: draft 15 skip
draft-for = Черновик для «{ $place }», { $time }.
draft-at = Черновик на { $time }.
draft-note-skip = Без вашего ответа он не выйдет.
draft-note-post = Без вашего ответа он выйдет.
draft-post = Выпустить
draft-later = Позже
draft-skip = Сегодня пропустить
draft-drop = Убрать { $number }
draft-up = { $number } выше
draft-post-done = Выпущено.
draft-skip-done = Сегодня пропущено.
draft-unknown = Такого черновика больше нет.
draft-posted-unanswered = Ответа не было, он выпущен.
draft-skipped-unanswered = Ответа не было, сегодня он пропущен.
draft-line-set = Установлено, со следующего выпуска.
draft-off = Выпуски выходят сразу.
draft-on-skip = За { $minutes } мин. до срока каждый выпуск сначала приходит вам; без ответа он не выходит.
draft-on-post = За { $minutes } мин. до срока каждый выпуск сначала приходит вам; без ответа он выходит.
draft-how = Например: `draft 15 skip` · `draft 30 post telegram:123456` · `draft off` · `draft above Строка` · `draft sign Подпись`

# имена, добавленные администраторами
command-lexicon = свои имена рядом с имеющимися (lexicon add, remove, list, export)
lexicon-how = Например: lexicon add person side:AM en:Name Surname, N. Surname ru:Имя Фамилия (или organisation, place; slug:… для уже известного)
lexicon-added = { $slug }: добавлено и уже используется. Статей за 30 дней размечается заново: { $count }. Более старые: readout rebuild
lexicon-removed = { $slug }: убрано. Статей за 30 дней размечается заново: { $count }. Более старые: readout rebuild
lexicon-unknown = Добавленного имени { $slug } нет. Что добавлено: lexicon list
lexicon-none = Имён пока не добавляли.
lexicon-other-kind = { $slug } уже известно как: { $kind }. Дайте другой slug.
lexicon-no-kind = { $kind } – не вид имени. Возможно: person, organisation или place.
lexicon-no-language = { $lang } – не язык имени. Возможно: en:, ru:, hy:, az:, ka: или tr: и само имя.
lexicon-bad-name = «{ $name }» не может быть именем. Нужно от 2 до 120 знаков так, как пишут в тексте, с заглавной буквой, где она есть.
lexicon-bad-slug = { $slug } не может быть slug. Нужны строчные латинские буквы и цифры через дефис (mher-grigoryan).
lexicon-no-side = { $side } – не страна и не известная организация. Нужен код страны (AM) или slug организации (eu).
lexicon-taken = «{ $name }» – уже имя { $slug } ({ $kind }). Добавить к нему имена: lexicon add … slug:{ $slug } …
lexicon-line = { $slug } ({ $kind }) · { $names } · { $author }, { $date }
lexicon-kind-person = человек
lexicon-kind-organisation = организация
lexicon-kind-place = место
lexicon-kind-country = страна

# settings, one thing at a time
button-panel-time = Время
button-panel-days = Дни
button-panel-zone = Часовой пояс
button-panel-topics = Темы
button-panel-language = Язык
button-panel-length = Длина
button-panel-quiet = Тихие часы
button-alerts = Оповещения
button-back = ‹ Назад
button-quiet-off = Без тихих часов
panel-time = Когда присылать обзор? Другое время: `settings 7:45`
panel-days = По каким дням? Другие: `settings пн ср пт`
panel-zone = Какой часовой пояс? Можно написать город, `settings zone Вена`, или отправить геопозицию.
panel-topics = О чём обзор? Если ничего не выбрано – обо всём.
panel-language = На каком языке говорить?
panel-length = Какой длины обзор?
panel-quiet = Когда молчать? Другие часы: `settings quiet 22-6`
button-add-source = Добавить источник
digest-quiet-plain = Тихий день: ничего нового.
digest-quiet-seen = До { $time } ничего нового: { $count ->
    [one] { $count } сюжет этого времени здесь уже показан
    [few] { $count } сюжета этого времени здесь уже показаны
   *[many] { $count } сюжетов этого времени здесь уже показаны
  }.
starter-all = Все сразу
starter-world = Мир
starter-bodies = Международные организации
button-draft-first = Сначала черновик

# a story's buttons, and what digests leave out
button-more = Ещё
button-whole-story = Сюжет целиком
button-follow-topic = Следить за темой
button-mute-topic = Скрыть тему
button-mute = Скрыть: { $topic }
button-unmute = Вернуть: { $topic }
command-mute = убирает тему или источник из обзоров этого чата
command-unmute = возвращает убранную тему или источник
mute-what = Что убрать из обзоров? Тему или источник, например: `mute energy`
mute-list = Убрано из обзоров: { $names }
mute-done = Убрано из обзоров этого чата: { $names }.
mute-unknown = Я не знаю темы, страны, человека, места или источника «{ $words }».
unmute-done = Снова в обзорах: { $names }.
button-report = Сообщить об ошибке
command-report = сообщает админам об ошибке в сюжете
report-done = Спасибо. Админы этого бота это увидят. Сказать, что не так: `report { $story } …`
report-which = В каком сюжете ошибка? Например: `report s12 неверная дата`

ownership-state = государственный
ownership-public = общественный
ownership-independent = независимый
ownership-party = партийный
ownership-exile = в изгнании
ownership-official = официальный
ownership-agency = агентство
