/** A sentence → without its dateline; whether it can stand alone or leans on what was said before. Six languages. */

/** "BAKU, August 19 (Caspian Wire) - ", "Ереван, 7 августа. /ТАСС/. ", "Yerevan. -- ": place, perhaps a day and an agency, then a dash or stop. */
const dateline =
  /^(?:\p{Lu}[\p{L}'’.-]*(?:[\s/]\p{Lu}[\p{L}'’.-]*){0,2}(?:,\s[^—–.]{3,40})?(?:[.,]?\s?[(/[][^)\]/]{2,40}[)\]/])?\s?[.:]?\s?[—–]{1,2}\s|\p{Lu}{3,}(?:\s\p{Lu}{3,})?(?:,[^-—–]{3,30})?(?:\s?\([^)]{2,40}\))?\s[-—–]{1,2}\s)/u

/** Verbatim rest of a sentence behind its dateline. A rest that does not begin like a sentence means that there was none. */
export function withoutDateline(sentence: string): string {
  const match = dateline.exec(sentence)
  if (!match) return sentence
  const rest = sentence.slice(match[0].length)
  return /^["“«„(]?\p{Lu}|^["“«„(]?[\u10d0-\u10ff]/u.test(rest) && rest.length >= 30 ? rest : sentence
}

/** First words that point back: pronouns, connectives, "the minister", "the two sides". */
const opening: Record<string, RegExp> = {
  en: /^["“]?(?:he|she|it|they|we|i|you|his|her|its|their|our|him|them|this|that|these|those|there|here|but|and|so|also|however|meanwhile|moreover|earlier|later|then|in turn|instead|still|yet|both|neither|such|another|therefore|as a result|at the same time|in it|one (?:cannot|can|must|should)|either|each|until then|since then|under the same|most of the rest|according to (?:him|her|it|them|the (?:statement|text|document|paper|report|agency|ministry|release))|the (?:latter|former|same|two|rest|move|decision|document|statement|talks|meeting|call|visit|ministry|minister|president|premier|prime minister|spokes\w+|official|leader|leaders|sides|parties|text|paragraph|report|law|bill|deal|agreement|paper|agency|source|matter|issue|event|ceremony|ruling|court|vote)(?! of ))\b/i,
  ru: /^["«„]?(?:он|она|оно|они|мы|я|его|её|ее|их|ему|ей|им|это|этот|эта|эти|там|тут|но|и|а|однако|также|при этом|кроме того|по (?:его|её|ее|их) словам|как (?:он|она) |в свою очередь|ранее|позднее|затем|тем временем|такой|об этом|в нём|в нем|этим|после этого|до этого|тогда|так|сейчас (?:их|его|её|ее)|в (?:сообщении|заявлении|документе|ведомстве)|согласно (?:сообщению|заявлению|документу)|(?:российская|армянская|азербайджанская|грузинская) сторона|стороны|документ|ведомство)(?![\p{L}])/iu,
  hy: /^[«"]?(?:նա|նրանք|նրա|նրանց|դա|սա|այս|այդ|այն|բայց|սակայն|իսկ|նաև|ըստ նրա|միաժամանակ|ավելի վաղ|այնտեղ|այդ մասին|նախարարը|նախագահը|վարչապետը|կողմերը|փաստաթուղթը)(?![\p{L}])/iu,
  az: /^["“«]?(?:o|onlar|onun|onların|bu|həmin|lakin|amma|ancaq|və|eyni zamanda|bundan əlavə|bununla yanaşı|daha əvvəl|bu barədə|tərəflər|sənəd|orada)(?![\p{L}])/iu,
  ka: /^[„“"«]?(?:ის|იგი|ისინი|მან|მათ|მისი|მათი|მისივე|ეს|ამ|იმ|მაგრამ|თუმცა|ხოლო|ასევე|ამასთან|მანამდე|იქ|ამის შესახებ|მხარეებმა|დოკუმენტი)(?![\p{L}])/iu,
  tr: /^["“]?(?:o|onlar|onun|onların|bu|şu|söz konusu|ancak|ama|fakat|ve|ayrıca|bunun yanı sıra|öte yandan|daha önce|taraflar|belge|orada)(?![\p{L}])/iu,
}

/** An office without the name or country that says whose it is: "Президент подчеркнул", not "Президент России". */
const bareOffice =
  /^["«„“]?(?:Президент|Министр|Премьер(?:-министр)?|Глава|Prezident|Nazir|Baş nazir|Cumhurbaşkanı|Başbakan|Bakan)\s+(?!["«„“]?\p{Lu})/u

/** A saying verb whose subject is a pronoun, anywhere: "…, he said". */
const speaking: Record<string, RegExp> = {
  en: /(?:,|”|")\s*(?:he|she|they)\s+(?:\w+\s)?(?:said|added|noted|stressed|told|wrote|argued|explained|continued)\b|\b(?:said|added) (?:he|she)\b|^["“][^"”]*["”]?$/i,
  ru: /(?:,|»|")\s*[-–—]?\s*(?:сказал|заявил|добавил|отметил|подчеркнул|пояснил|указал|написал)а?\s+(?:он|она)(?![\p{L}])|(?:сказал|заявил|добавил|отметил|подчеркнул|пояснил)а? (?:он|она)[,.]|(?:отметил|добавил|подчеркнул|пояснил) (?:министр|президент|премьер)[,.]/iu,
  hy: /(?:ասաց|ասել է|նշեց|նշել է|հավելեց|ընդգծեց) նա(?![\p{L}])|, – (?:ասաց|նշեց|ասել է)/iu,
  az: /(?:deyə,?\s*o(?![\p{L}])|o (?:bildirib|qeyd edib|əlavə edib|vurğulayıb|deyib))/iu,
  ka: /(?:განაცხადა|თქვა|აღნიშნა|დასძინა) მან(?![\p{L}])/iu,
  tr: /(?:dedi|diye konuştu|ifadelerini kullandı|diye ekledi)\.?$/iu,
}

/** True when the sentence cannot be understood without the one before it. A sentence that names its person first does not dangle. */
export function dangles(sentence: string, lang: string): boolean {
  return (
    (opening[lang]?.test(sentence) ?? false) ||
    bareOffice.test(sentence) ||
    (speaking[lang]?.test(sentence) ?? false) ||
    /^[\p{Ll}…,;)]/u.test(latinLower(sentence))
  )
}

/** Georgian has no capitals: its letters say nothing about a beginning. */
function latinLower(sentence: string): string {
  return /^["“«„]?[\u10d0-\u10ff]/u.test(sentence) ? 'A' : sentence
}
