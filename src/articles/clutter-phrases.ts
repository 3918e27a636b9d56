/** A line → the phrase of clutter it begins with: what pages say around an article, in six languages. */

export type ClutterKind =
  | 'related'
  | 'listen'
  | 'share'
  | 'follow'
  | 'tags'
  | 'photo'
  | 'source'
  | 'author'
  | 'dated'
  | 'comments'
  | 'advert'
  | 'legal'
  | 'crumb'

/** Equal lengths: one character in, one out. Case, dotted i, ё, curly quotes and dashes are levelled. */
export function levelPhrase(text: string): string {
  let out = ''
  for (const unit of text) {
    const low = unit === 'İ' || unit === 'I' || unit === 'ı' ? 'i' : unit.toLowerCase()
    out += low.length !== unit.length ? unit : (levelled[low] ?? low)
  }
  return out
}

const levelled: Record<string, string> = { ё: 'е', '’': "'", '‘': "'", ʼ: "'", '`': "'", '–': '-', '—': '-', '\u00a0': ' ', '՝': ':', '：': ':' }

const phrases: Record<ClutterKind, string> = {
  // Headings of boxes and lead-ins of links to other articles.
  related: `see also|read also|also read|also see|read more|read next|read this|related|related stories|related story|related articles|related article|related news|related posts|related topics|related content|related coverage|related links|related materials|related reading|more on this|more on this story|more on this topic|more on the topic|more stories|more news|more articles|more from|more about|you may also like|you might also like|you may be interested|you might be interested|recommended|recommended for you|recommended reading|recommended stories|recommended articles|recommended by|we recommend|don't miss|in other news|latest news|latest stories|latest articles|latest posts|latest headlines|recent posts|recent news|recent stories|most read|most viewed|most popular|most shared|popular|popular news|popular stories|popular posts|trending|trending now|trending stories|top stories|top news|today's top stories|editor's choice|editors' choice|editor's pick|editor's picks|editors' picks|what to read next|further reading|keep reading|continue reading|must read|must reads|also on|more like this|suggested for you|other news|up next|next up|next article|previous article|next post|previous post|next story|previous story|previous|next|on this topic|on the topic|on the subject|background|story continues below|article continues below|related video|related videos|watch also|watch|in case you missed it|from around the web|around the web|in this story|in this article|explore more|you may have missed|view all|load more|show more|see more|full story|all news|news feed|news line
читайте также|читать также|читайте еще|читать еще|читайте|смотрите также|смотри также|см. также|см также|по теме|ещё по теме|еще по теме|также по теме|материалы по теме|новости по теме|статьи по теме|статья по теме|другие материалы по теме|другие новости по теме|на эту тему|похожие новости|похожие материалы|похожие статьи|похожие записи|связанные новости|связанные материалы|другие новости|другие материалы|еще новости|вам может быть интересно|вам может понравиться|вас может заинтересовать|вам также может понравиться|рекомендуем|рекомендуем почитать|рекомендуем прочитать|мы рекомендуем|самое читаемое|самые читаемые|самое популярное|популярное|популярные новости|популярные статьи|последние новости|последние материалы|свежие новости|главные новости|главное за день|лента новостей|лента|все новости|выбор редакции|выбор редактора|не пропустите|читать далее|читать полностью|читать дальше|в тему|контекст|еще на сайте|топ новостей|предыдущая новость|следующая новость|предыдущая статья|следующая статья|материал по теме
կարդացեք նաև|կարդացեք նաեւ|կարդացե՛ք նաև|կարդա նաև|կարդալ նաև|կարդալ նաեւ|նաև կարդացեք|կարդացեք|դիտեք նաև|դիտեք նաեւ|տես նաև|տե՛ս նաև|տեսեք նաև|ըստ թեմայի|թեմայի շուրջ|այս թեմայով|թեմայով|առնչվող նյութեր|առնչվող լուրեր|առնչվող հոդվածներ|առնչվող նորություններ|կապված նյութեր|նմանատիպ նյութեր|նմանատիպ լուրեր|նմանատիպ նորություններ|նման նյութեր|նման լուրեր|այլ նորություններ|այլ լուրեր|այլ նյութեր|վերջին նորություններ|վերջին լուրեր|վերջին նյութեր|լրահոս|ամենաընթերցված|ամենաընթերցվածը|ամենադիտված|ամենաշատ ընթերցված|խմբագրի ընտրությունը|խմբագրի ընտրություն|խմբագրության ընտրանի|խմբագրության ընտրությունը|կարդալ ավելին|կարդալ շարունակությունը|հանրաճանաչ|ձեզ կարող է հետաքրքրել|նաև այս թեմայով|թոփ լուրեր|գլխավոր լուրեր|նախորդ|հաջորդ|առաջարկում ենք
həmçinin oxuyun|həmçinin bax|həmçinin baxın|bunu da oxuyun|bunları da oxuyun|bunu da oxu|oxuyun|həm də oxuyun|yenə oxuyun|oxşar xəbərlər|oxşar məqalələr|oxşar yazılar|əlaqəli xəbərlər|əlaqəli məqalələr|bağlı xəbərlər|mövzu ilə bağlı|mövzu ilə bağlı xəbərlər|mövzu üzrə|mövzuya aid|bu mövzuda|bu mövzuda digər xəbərlər|digər xəbərlər|başqa xəbərlər|son xəbərlər|ən son xəbərlər|xəbər lenti|ən çox oxunanlar|ən çox oxunan|ən çox oxunan xəbərlər|çox oxunanlar|çox oxunan|populyar|populyar xəbərlər|redaktorun seçimi|redaksiyanın seçimi|davamını oxu|davamını oxuyun|ətraflı oxu|ətraflı oxuyun|tövsiyə edirik|tövsiyə olunur|maraqlı xəbərlər|sizə maraqlı ola bilər|bütün xəbərlər|günün xəbərləri|əvvəlki xəbər|növbəti xəbər
ასევე წაიკითხეთ|წაიკითხეთ ასევე|წაიკითხეთ აგრეთვე|აგრეთვე წაიკითხეთ|წაიკითხეთ|იხილეთ ასევე|ასევე იხილეთ|იხილეთ აგრეთვე|აგრეთვე იხილეთ|ასევე ნახეთ|ნახეთ ასევე|მსგავსი სიახლეები|მსგავსი ამბები|მსგავსი სტატიები|მსგავსი მასალები|დაკავშირებული ამბები|დაკავშირებული სიახლეები|დაკავშირებული სტატიები|ამავე თემაზე|ამ თემაზე|თემაზე|სხვა სიახლეები|სხვა ამბები|ბოლო ამბები|ბოლო სიახლეები|უახლესი ამბები|უახლესი სიახლეები|ახალი ამბები|პოპულარული|პოპულარული სიახლეები|ყველაზე კითხვადი|ყველაზე პოპულარული|რედაქტორის არჩევანი|რედაქციის არჩევანი|რეკომენდებული|გირჩევთ|გირჩევთ წაიკითხოთ|კითხვის გაგრძელება|გააგრძელე კითხვა|ვრცლად|მეტის ნახვა|წინა სიახლე|შემდეგი სიახლე|შეიძლება დაგაინტერესოთ
ayrıca okuyun|ayrıca bakınız|ayrıca bkz|bunu da okuyun|bunları da okuyun|şunu da okuyun|ilgili haberler|ilgili haber|ilgili yazılar|ilgili içerikler|ilgili konular|benzer haberler|benzer yazılar|diğer haberler|son haberler|en son haberler|en çok okunanlar|en çok okunan|çok okunanlar|çok okunan haberler|editörün seçimi|editörün seçtikleri|editörün önerisi|editörden|bunlar da ilginizi çekebilir|ilginizi çekebilir|ilginizi çekebilecek haberler|önerilen haberler|önerilenler|öne çıkanlar|öne çıkan haberler|devamını oku|devamını okuyun|haberin devamı|daha fazla oku|daha fazlası|popüler|popüler haberler|gündemden başlıklar|sıradaki haber|önceki haber|sonraki haber|bir önceki haber|bir sonraki haber|bakmadan geçme|tüm haberler`,
  listen: `listen to the article|listen to this article|listen to article|listen to this story|listen to the story|listen to this|listen|this audio version|audio version|play audio|read aloud|прослушать статью|прослушать новость|прослушать|послушать статью|слушать статью|слушать новость|аудиоверсия|озвучить|լսել հոդվածը|լսեք հոդվածը|լսել լուրը|լսել|ունկնդրել|xəbəri dinlə|məqaləni dinlə|xəbəri dinləyin|məqaləni dinləyin|dinləyin|dinlə|მოუსმინე სტატიას|მოუსმინეთ სტატიას|მოუსმინე|მოისმინეთ|haberi dinle|haberi dinleyin|makaleyi dinle|sesli dinle|sesli haber|dinle`,
  share: `share|share this|share this article|share this story|share on|share via|share with|share to|sharing|tweet|print|print this|email this|e-mail|email|copy link|link copied|save article|save|send feedback|bookmark|facebook|twitter|telegram|whatsapp|linkedin|поделиться|поделитесь|поделиться новостью|поделиться в|рассказать друзьям|отправить|распечатать|версия для печати|печать|скопировать ссылку|կիսվել|կիսվիր|կիսվեք|տարածել|տարածեք|տպել|paylaş|paylaşın|paylas|dostlarınla paylaş|çap et|çap versiyası|link kopyala|გაზიარება|გააზიარე|გააზიარეთ|ბეჭდვა|ამობეჭდვა|facebook'ta paylaş|twitter'da paylaş|yazdır|bağlantıyı kopyala`,
  follow: `follow|subscribe|subscribe to|subscribe now|sign up|sign up for|sign up to|join us|join our|follow us|follow our|get our|get the latest|download our app|download the app|support us|support our|become a member|donate|stand with us|newsletter|our newsletter|like us|find us on|connect with us|never miss|stay informed|stay up to date|stay updated|подписывайтесь|подписывайся|подпишитесь|подпишись|подписаться|следите за|читайте нас|мы в|наш телеграм|наш telegram|присоединяйтесь|оставайтесь с нами|будьте в курсе|скачайте приложение|поддержите|поддержать|հետևեք մեզ|հետևեք մեր|հետեւեք մեզ|հետևեք|բաժանորդագրվեք|բաժանորդագրվել|միացեք մեր|միացեք մեզ|միացեք|աջակցեք|աջակցել|bizi izləyin|bizi telegram|bizi facebook|bizi instagram|bizi sosial|bizi youtube|abunə olun|abunə ol|telegram kanalımıza|telegram kanalımız|kanalımıza|whatsapp kanalımız|xəbərlərdən ilk|bizə qoşulun|გამოგვყევით|გამოგვყევი|გამოიწერეთ|გამოიწერე|შემოგვიერთდით|შემოგვიერთდი|შემოუერთდით|მხარი დაუჭირეთ|დაგვიჭირეთ მხარი|bizi takip edin|bizi takip|bizi facebook'ta|bizi twitter'da|abone olun|abone ol|takip edin|kanalımıza abone|bültenimize|haberlerden anında`,
  tags: `tags|tag|tagged|tagged with|topics|topic|keywords|filed under|posted in|categories|category|in this topic|теги|тэги|метки|ключевые слова|темы|рубрика|рубрики|категория|թեգեր|թեգ|պիտակներ|հատկորոշիչներ|բանալի բառեր|բաժին|teqlər|teq|etiketlər|açar sözlər|kateqoriya|bölmə|თეგები|ტეგები|თემები|კატეგორია|საკვანძო სიტყვები|etiketler|etiket|kategori|kategoriler|anahtar kelimeler|konular`,
  photo: `photo|photos|photo by|photo credit|photo credits|photo source|photograph|photographs by|image|images|image credit|image source|picture|pictured|credit|illustration|illustrative photo|file photo|video|фото|фотография|фото из архива|архивное фото|иллюстрация|иллюстративное фото|снимок|источник фото|видео|լուսանկարը|լուսանկար|լուսանկարները|ֆոտո|ֆոտոն|տեսանյութ|տեսանյութը|foto|fotolar|foto mənbə|şəkil|arxiv foto|illüstrativ|video|ფოტო|ფოტოები|ილუსტრაცია|ვიდეო|fotoğraf|fotoğraflar|foto muhabiri|görsel|kamera`,
  source: `source|sources|источник|источники|աղբյուր|աղբյուրը|սկզբնաղբյուր|սկզբնաղբյուրը|mənbə|წყარო|kaynak`,
  author: `by|author|authors|written by|reported by|story by|text|editor|автор|авторы|текст|корреспондент|редактор|հեղինակ|հեղինակը|հեղինակներ|müəllif|müxbir|ავტორი|ავტორები|yazan|yazar|muhabir|haber|editör`,
  dated: `date|date of publication|published|published on|published at|publication date|posted|posted on|posted at|updated|updated on|updated at|last updated|last update|last modified|modified|created|first published|issued|дата|дата публикации|опубликовано|опубликована|размещено|обновлено|изменено|последнее обновление|добавлено|время публикации|հրապարակվել է|հրապարակված է|հրապարակվել|հրապարակման ամսաթիվ|թարմացվել է|թարմացված է|թարմացվել|ամսաթիվ|dərc olunub|dərc edilib|nəşr olunub|yayımlanıb|yerləşdirilib|yenilənib|tarix|გამოქვეყნდა|გამოქვეყნებულია|გამოქვეყნების თარიღი|განახლდა|განახლებულია|თარიღი|yayınlanma|yayınlanma tarihi|yayın tarihi|yayımlanma tarihi|giriş tarihi|giriş|güncelleme|güncelleme tarihi|son güncelleme|güncellenme|güncellendi|oluşturulma|oluşturulma tarihi|tarih|eklenme`,
  comments: `comments|comment|leave a comment|leave a reply|leave your comment|post a comment|add a comment|add comment|join the conversation|no comments|no comments yet|your email address will not be published|required fields are marked|комментарии|комментарий|комментировать|оставить комментарий|добавить комментарий|обсудить|нет комментариев|ваш адрес email не будет опубликован|մեկնաբանություններ|մեկնաբանել|մեկնաբանություն|թողնել մեկնաբանություն|şərhlər|şərh yaz|şərh yazın|rəylər|კომენტარები|კომენტარი|დატოვეთ კომენტარი|yorumlar|yorum yap|yorum yaz|yorum yapın`,
  advert: `advertisement|advertisements|advertising|advert|ad|ads|sponsored|sponsored content|promoted|реклама|на правах рекламы|գովազդ|reklam|reklamlar|რეკლამა|sponsorlu|ilan`,
  legal: `all rights reserved|copyright|(c)|©|terms of use|privacy policy|we use cookies|this site uses cookies|this website uses cookies|our website uses cookies|this site stores|accept cookies|accept all|cookie policy|any use of materials|reproduction|when using our materials|the views expressed|the opinions expressed|disclaimer|please enable javascript|your browser does not support|если вы нашли ошибку|если вы заметили ошибку|нашли ошибку|заметили ошибку|выделите ошибку|выделите текст|при использовании материалов|при цитировании|при перепечатке|использование материалов|перепечатка материалов|любое использование|все права защищены|мы используем файлы cookie|мы используем cookie|этот сайт использует|редакция не несет|мнение редакции|мнение автора|բոլոր իրավունքները|մեջբերումներ անելիս|մեջբերում անելիս|նյութերն օգտագործելիս|կայքի նյութերն|հեղինակային իրավունք|խմբագրության կարծիքը|bütün hüquqlar|müəllif hüquqları|materiallardan istifadə|məlumatdan istifadə|saytdakı|xəta aşkar|mətndə səhv|mətndə səhv tapdınız|ყველა უფლება დაცულია|საავტორო უფლებ|მასალის გამოყენება|tüm hakları saklıdır|her hakkı saklıdır|bu sitede çerez|çerez politikası|sitemizde çerez|kaynak gösterilmeden|yasal uyarı`,
  crumb: `home|home page|homepage|you are here|skip to content|skip to main content|main menu|menu|back to top|go back|back|главная|главная страница|на главную|вы здесь|меню|перейти к содержанию|назад|наверх|գլխավոր|գլխավոր էջ|մենյու|ana səhifə|əsas səhifə|menyu|მთავარი|მთავარი გვერდი|მენიუ|ana sayfa|anasayfa|menü`,
}

const kinds = Object.keys(phrases) as ClutterKind[]

function buildIndex(): Map<string, [string, ClutterKind][]> {
  const built = new Map<string, [string, ClutterKind][]>()
  for (const kind of kinds)
    for (const raw of phrases[kind].split(/[|\n]/)) {
      const phrase = levelPhrase(raw.trim())
      const key = phrase.slice(0, 2)
      built.set(key, [...(built.get(key) ?? []), [phrase, kind]])
    }
  for (const list of built.values()) list.sort((a, b) => b[0].length - a[0].length)
  return built
}

const byStart = buildIndex()

export interface LeadIn {
  kind: ClutterKind
  phrase: string
  /** What follows the phrase, without leading signs. */
  rest: string
  /** How phrase and rest are divided: nothing follows, a colon or a like sign, two spaces or a line, one space. */
  joint: 'end' | 'sign' | 'gap' | 'space'
}

const jointPattern = /^(\s*(?:[:՝։|»›>→▶►■]|-\s)+\s*|\s{2,}|\s+|[.…!?)\]]*$)/u

/** The longest phrase a line begins with, a bullet or bracket before it passed over; null for a line of ordinary text. `line` may keep double spaces. */
export function leadIn(line: string): LeadIn | null {
  const start = line.replace(/^[\s"'([•●■▪▶►»›>*#|–—-]+/u, '')
  const level = levelPhrase(start)
  for (const [phrase, kind] of byStart.get(level.slice(0, 2)) ?? []) {
    if (!level.startsWith(phrase)) continue
    const after = start.slice(phrase.length)
    const found = jointPattern.exec(after.replace('՝', ':'))
    if (!found) continue
    const rest = after.slice(found[0].length).trim()
    const joint = rest === '' ? 'end' : /[:|»›>→▶►■-]/.test(found[0]) ? 'sign' : /\s{2,}/.test(found[0]) ? 'gap' : 'space'
    return { kind, phrase, rest, joint }
  }
  return null
}
