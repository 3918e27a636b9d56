/** A block of text → why it is no part of the article, or null: the rules for single lines that hold for HTML and for pasted text. */
import { isDateLine } from './clutter-dates.js'
import { type LeadIn, leadIn, levelPhrase } from './clutter-phrases.js'
import { wordCount } from './extract-dom.js'

export interface Line {
  text: string
  /** Share of the text inside links, 0 to 1. */
  linked: number
  /** `head`: before the first paragraph; `tail`: after the last one. */
  place: 'head' | 'body' | 'tail'
}

/** `opensBox`: what follows, as long as it looks like a list of links, belongs to it. */
export interface ClutterReason {
  reason: string
  opensBox: boolean
}

const social =
  /facebook|twitter|telegram|whatsapp|instagram|youtube|linkedin|viber|vkontakte|\bvk\b|\bok\b|\bx\b|pinterest|reddit|tiktok|messenger|одноклассник|вконтакте|телеграм|фейсбук|ютуб|\u057f\u0565\u056c\u0565\u0563\u0580\u0561\u0574|\u0586\u0565\u0575\u057d\u0562\u0578\u0582\u0584|ტელეგრამ|ფეისბუქ/iu
const mailing =
  /newsletter|inbox|e-?mail|podcast|bulletin|letter|channel|app\b|рассылк|канал|почт[уае](?!\p{L})|приложени|подкаст|ալիք|տեղեկագ|kanal|bülten|e-poçt|poçt|არხ|ელფოსტ|გვერდ|эфир|google|@/iu
const readingCall =
  /also|more\b|next|further|recommended|you (?:may|might)|также|еще|далее|по теме|интерес|рекомендуем|նաև|նաեւ|նա՛և|ըստ թեմայի|ավելին|həmçinin|da oxu|də oxu|davamını|ətraflı|ასევე|აგრეთვე|გირჩევთ|ayrıca|da okuyun|devamı|ilginizi|bkz|bakınız|bax/u
/** Who stands where in the picture. */
const pictured =
  /\((?:[^()]{0,30}\b)?(?:left|right|cent(?:er|re)|pictured|second from \w+|from left|[LRC])\)|\((?:[^()]{0,20}\s)?(?:слева|справа|в центре|слева направо|на фото|ձախից|աջից|կենտրոնում|լուսանկարում|solda|sağda|soldan|sağdan|ortada|მარცხნივ|მარჯვნივ|ცენტრში|ფოტოზე)\)/u
/** Headings of lists that have the site's or a section's name in their middle: "More great stories", "Другие новости раздела". */
const listHeading =
  /^(?:(?:more|other|latest|top|related|recommended|recent|popular|trending|all)\b.{0,40}\b(?:stories|news|articles|posts|reading|headlines|coverage)|(?:ещ[её]|другие|похожие|последние|главные|свежие|все)\s.{0,30}(?:новости|материалы|статьи|публикации)(?:\s.{0,40})?|(?:այլ|վերջին|նման|բոլոր)\s.{0,30}(?:նորություններ|լուրեր|նյութեր|հոդվածներ)\S*|(?:digər|oxşar|son|bağlı|bütün)\s.{0,30}xəbərlər\S*|(?:სხვა|მსგავსი|ბოლო|უახლესი|ყველა)\s.{0,30}(?:სიახლე|ამბ)\S*|(?:diğer|benzer|son|ilgili|tüm)\s.{0,30}haberler\S*)\s*[:»›>]*$/iu
const finished = /[.!?։…][”"»’')\]]*$/u

function longEnoughForText(words: number, text: string): boolean {
  return words >= 12 && finished.test(text)
}

function fromLeadIn(found: LeadIn, line: Line, words: number): ClutterReason | null {
  const divided = found.joint !== 'space'
  const sentence = longEnoughForText(words, line.text)
  const clutter = (reason: string, opensBox = false): ClutterReason => ({ reason, opensBox })
  switch (found.kind) {
    case 'related': {
      if (found.joint === 'end') return words <= 8 ? clutter('heading of other articles', true) : null
      if (readingCall.test(found.phrase) && words <= 45 && (divided || line.linked > 0.4 || !sentence))
        return clutter('link to another article', true)
      if (divided && (line.linked > 0.4 || (words <= 30 && !sentence))) return clutter('link to another article', true)
      return line.linked > 0.7 && words <= 30 ? clutter('link to another article') : null
    }
    case 'listen':
      return found.joint === 'end' || words <= 6 || (found.phrase.includes(' ') && words <= 25) ? clutter('audio version') : null
    case 'share':
      if (found.joint === 'end' && words <= 6) return clutter('share buttons')
      return words <= 14 &&
        !sentence &&
        (divided || social.test(found.rest)) &&
        (social.test(line.text) || line.linked > 0.3 || found.joint === 'sign')
        ? clutter('share buttons')
        : null
    case 'follow':
      if (found.joint === 'end') return words <= 6 ? clutter('call to follow or subscribe') : null
      // A finished sentence that only begins like a call ("Support for the bill grew …") needs more to be one.
      if (sentence && line.linked < 0.1 && !(words <= 35 && (social.test(line.text) || (found.phrase.includes(' ') && mailing.test(line.text)))))
        return null
      return words <= 60 &&
        (social.test(line.text) || mailing.test(line.text) || line.linked > 0.25 || (found.phrase.includes(' ') && words <= 14 && !sentence))
        ? clutter('call to follow or subscribe')
        : null
    case 'tags':
      if (found.joint === 'end') return words <= 3 ? clutter('tags', true) : null
      return words <= 40 && (line.linked > 0.4 || (found.joint === 'sign' && !sentence && line.place !== 'head')) ? clutter('tags') : null
    case 'photo':
      if (found.joint === 'end') return words <= 4 ? clutter('photo credit') : null
      if (found.joint === 'sign') return words <= 45 ? clutter('caption or photo credit') : null
      return words <= 10 && !finished.test(line.text) && /\b(?:by|credit|courtesy)\b|photo (?:by|credit)|фото из/iu.test(line.text)
        ? clutter('photo credit')
        : null
    case 'source':
      return found.joint === 'sign' && words <= 14 ? clutter('source line') : null
    case 'author':
      if (found.joint === 'sign') return words <= 9 && !sentence ? clutter('byline') : null
      return found.phrase.includes('by') && line.place === 'head' && words <= 9 && isNames(found.rest) ? clutter('byline') : null
    case 'dated':
      if (found.joint === 'end') return words <= 4 ? clutter('date line') : null
      return words <= 14 && /\d/.test(found.rest) && !sentence && (found.joint === 'sign' || words <= 9) ? clutter('date line') : null
    case 'comments':
      if (found.joint === 'end') return words <= 7 ? clutter('comments', true) : null
      return words <= 4 || (found.phrase.includes(' ') && words <= 25) || (found.joint === 'sign' && words <= 6) ? clutter('comments', true) : null
    case 'advert':
      return found.joint === 'end' || words <= 2 ? clutter('advertisement') : null
    case 'legal':
      return (found.phrase.includes(' ') || found.phrase.length < 4 || line.linked > 0.3 || words <= 8) && words <= 90
        ? clutter('legal notice')
        : null
    case 'crumb':
      return (found.joint === 'end' && words <= 4) || (found.joint === 'sign' && words <= 25 && !sentence) ? clutter('breadcrumbs') : null
  }
}

/** Words that each begin with a capital (or join names): what stands after "By". */
function isNames(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}'’.-]+/gu) ?? []
  return (
    words.length > 0 && words.length <= 8 && words.every((word) => /^\p{Lu}/u.test(word) || /^(?:and|de|van|von|der|for|in|of|the|и)$/u.test(word))
  )
}

/** "17:40", "5:40 p.m.", "(17.40)". */
export function isHour(text: string): boolean {
  return /^\(?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?\)?$|^\d{1,2}\s*[ap]\.?m\.?$/i.test(text)
}

/** Null: the line may be text. The same line, place and link share always give the same. */
export function clutterReason(line: Line): ClutterReason | null {
  const text = line.text.trim()
  const words = wordCount(text)
  if (!/[\p{L}\p{N}]/u.test(text)) return { reason: 'no words', opensBox: false }
  if (words > 90) return null
  const found = leadIn(text)
  const byPhrase = found && fromLeadIn(found, { ...line, text }, words)
  if (byPhrase) return byPhrase
  // An hour alone heads an entry of a running report.
  const hourOnly = line.place === 'body' && isHour(text)
  if (isDateLine(text) && words <= 14 && !hourOnly && !/^\d{1,4}$/.test(text)) return { reason: 'date line', opensBox: false }
  if (words <= 25 && /^(?:\(|\[)?(?:.{0,40}[/|] )?(?:©|\(c\)|getty images|afp|reuters photo|ap photo)/iu.test(text) && !finished.test(text))
    return { reason: 'photo credit', opensBox: false }
  if (words <= 9 && listHeading.test(text)) return { reason: 'heading of other articles', opensBox: true }
  if (
    words <= 60 &&
    /©|\(c\)\s?\d{4}|copyright|all rights reserved|все права защищены|bütün hüquqlar|ყველა უფლება|բոլոր իրավունք|hakları saklıdır/iu.test(text) &&
    (line.place === 'tail' || words <= 25)
  )
    return { reason: 'legal notice', opensBox: false }
  if (
    words <= 6 &&
    /^(?:image|photo|picture|slide|фото|слайд|изображение|լուսանկար|foto|şəkil|fotoğraf|ფოტო)\s*\d+\s*(?:of|out of|из|\/|-)\s*\d+$/iu.test(text)
  )
    return { reason: 'counter', opensBox: false }
  if (words <= 45 && line.place !== 'tail' && pictured.test(text)) return { reason: 'caption', opensBox: false }
  if (words <= 12 && isOnlySocial(text)) return { reason: 'share buttons', opensBox: false }
  if (
    /^(?:просмотров|просмотры|количество просмотров|դիտում|դիտումներ|baxış sayı|baxılıb|oxunub|ნახვები|okunma|views)\s*[:՝]?\s*[\d\s.,]+$|^[\d\s.,]+\s*(?:views|просмотр\p{L}*|դիտում|baxış|ნახვა|okunma|shares?|comments?|min read|мин\p{L}*)$/iu.test(
      text,
    )
  )
    return { reason: 'counter', opensBox: false }
  if (line.linked > 0.9 && words >= 2 && words <= 30 && !/[.։…]$/u.test(text)) return { reason: 'nothing but a link', opensBox: false }
  return null
}

function isOnlySocial(text: string): boolean {
  const words = levelPhrase(text).match(/[\p{L}\p{N}+-]+/gu) ?? []
  return (
    words.length > 1 &&
    words.every((word) => social.test(word) || /^(?:email|e-mail|print|copy|link|share|save|tweet|pinit|rss|sms|поделиться|печать)$/u.test(word))
  )
}
