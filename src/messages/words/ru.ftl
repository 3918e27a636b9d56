# Слова Readout. Нейтральны в любом споре: см. docs/names.md.

in-language = { $language }
as-of = На { $date }:
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

newest-age = { $days ->
    [0] Самое новое: сегодня.
    [1] Самое новое: вчера.
    [one] Самому новому на { $asOf } { $days } день.
    [few] Самому новому на { $asOf } { $days } дня.
   *[many] Самому новому на { $asOf } { $days } дней.
  }
coming-on = Объявлено на { $date }:
read-as = Понято как: { $name }.
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
  }, прочитано до { $asOf }.
not-covered = «{ $question }» – не тема моих источников: я читаю о дипломатии Армении, Азербайджана, Грузии и держав вокруг них.
sources-down = Мои источники сейчас не читаются. Последнее успешное чтение: { $lastRead }.
nothing-read = Я ещё ничего не прочитал.
nothing-read-next = Дальше: добавьте источник ({ $add }) или попробуйте образец ({ $demo }).
nearest = Самое близкое из прочитанного, { $date }:
question-missing = Что вы хотите узнать? Например: что нового по мирному договору
never = никогда

digest-title = Обзор, { $date }
digest-read-until = прочитано до { $time }
digest-quiet = Тихий день: ничего нового, { $sources ->
    [one] { $sources } источник прочитан
    [few] { $sources } источника прочитаны
   *[many] { $sources } источников прочитаны
  } до { $time }.
digest-also = Также
digest-coming-up = Предстоит
digest-foot = прочитано источников: { $read } из { $all }
digest-corrected = Исправлено после вашего прошлого выпуска
digest-not-read = не прочитаны: { $names }
digest-one-sided = Пока сообщают только в одной стране: { $country }
digest-new = новое
not-seen = Не замечено в прочитанных источниках ({ $country }: { $count })

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
about-questions = Вопросы не хранятся: тема держится в памяти десять минут для уточнений. «forget me» удаляет всё, что хранится о вас.
command-about = как выбираются сюжеты, что считается, какие источники читаются

calendar-title = Объявлено
calendar-none = В прочитанном ничего не объявлено на ближайшие дни.
calendar-both = объявили издания нескольких стран: { $countries }
calendar-one-side = объявили издания только одной стороны: { $countries }
calendar-moved = в более позднем сообщении говорится о переносе
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
source-line = { $number }. { $name } · { $labels } · { $state }
source-never = ещё не прочитан
source-fine = прочитан { $when }
source-failing = { $error }
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

help-line = Readout следит за дипломатией Армении, Азербайджана и Грузии: обзоры и ответы, у каждого предложения – источник.
help-commands = Команды
about-methods = Сюжеты выбираются по числу первоисточников и сторон, которые о них сообщают, по официальным заявлениям и по новизне. Языковая модель не используется.
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
