/** Words of office in six languages → the class of office: by it "the minister" finds the person, and a text's title is compared with the lexicon's. */
import type { Language } from '../lexicon/lexicon.js'

export const officeClasses = [
  'deputy',
  'spokesperson',
  'prime-minister',
  'foreign-minister',
  'minister',
  'president',
  'speaker',
  'envoy',
  'secretary',
  'commissioner',
  'judge',
  'chair',
  'head',
] as const
export type OfficeClass = (typeof officeClasses)[number]

/** Tried in this order; the first that fits names the class. Case is folded before. */
const classPatterns: readonly (readonly [OfficeClass, RegExp])[] = [
  [
    'spokesperson',
    /spokes(?:person|man|woman)|press secretary|пресс-секретар|официальн\p{L}+ представител|споксмен|խոսնակ|մամուլի քարտուղար|sözçüsü|sözcüsü|mətbuat katibi|პრესსპიკერ|პრესმდივან|სპიკერი? სამინისტრო/u,
  ],
  [
    'deputy',
    /deputy (?!prime)|vice-?(?: )?(?:president|minister|speaker)|замминистр|заместител|замглав|փոխնախարար|nazirin müavini|nazir müavini|bakan yardımcısı|მინისტრის მოადგილე/u,
  ],
  ['prime-minister', /prime minister|premier|(?<!\p{L})pm(?!\p{L})|премьер|глав\p{L} правительств|վարչապետ|baş nazir|başbakan|პრემიერ/u],
  [
    'foreign-minister',
    /foreign (?:minister|secretary)|secretary of state|(?:chief|top) diplomat|глав\p{L} (?:мид|внешнеполитическ)|министр\p{L}* иностранных дел|госсекретар|արտաքին գործերի նախարար|արտգործնախարար|xarici işlər naziri|dışişleri bakanı|საგარეო საქმეთა მინისტრ|სახელმწიფო მდივ|dövlət katibi/u,
  ],
  ['minister', /minister|министр|նախարար(?!ությ)|nazir(?!li)|bakan(?!lı)|მინისტრ(?!ო)/u],
  [
    'speaker',
    /speaker|chair(?:man|woman)? of (?:the )?parliament|спикер|председател\p{L} (?:парламент|национальн\p{L} собран|госдум|милли меджлис)|(?:ազգային ժողովի|խորհրդարանի) նախագահ|spiker|parlamentin sədri|milli məclisin sədri|meclis başkanı|პარლამენტის (?:თავმჯდომარ|სპიკერ)/u,
  ],
  [
    'president',
    /(?<!vice[- ])president|head of state|kremlin chief|президент|глав\p{L} государств|российск\p{L} лидер|նախագահ(?!ությ)|prezident|dövlət başçısı|rusiya lideri|cumhurbaşkanı|devlet başkanı|პრეზიდენტ|ქვეყნის მეთაურ/u,
  ],
  [
    'envoy',
    /envoy|ambassador|special representative|посол|посл[аоу]|спецпредставител|представител|դեսպան|ներկայացուցիչ|səfir|nümayəndə|büyükelçi|temsilci|ელჩ|წარმომადგენელ/u,
  ],
  ['secretary', /secretary|секретар|генсек|քարտուղար|katib|sekreter|მდივან/u],
  ['commissioner', /commissioner|foreign policy chief|комиссар|հանձնակատար|komissar|komiser|კომისარ/u],
  ['judge', /judge|судья|դատավոր|hakim|hâkim|მოსამართლ/u],
  ['chair', /chair|председател|sədr|başkan|თავმჯდომარ|հանձնաժողովի նախագահ/u],
  ['head', /head|chief|leader|глав[аыеу]|лидер|руководител|директор|ղեկավար|առաջնորդ|rəhbər|lider|ხელმძღვანელ|ლიდერ|director/u],
]

/** Class of a title of office as texts write it; null when none of its words names an office. */
export function officeClassOf(title: string): OfficeClass | null {
  const folded = title.toLowerCase()
  return classPatterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

/** Words that make a description an office or calling, with what may stand between them and the name. Lower case; stems may go on. */
export const callingWords: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:president|vice-president|vice-premier|minister|premier|pm|spokes(?:person|man|woman)|secretary|speaker|envoy|representative|ambassador|leader|chair(?:man|woman|person)?|head|chief|commissioner|director|lawyer|mayor|judge|deputy|lawmaker|mp|patriarch|catholicos|archbishop|general|colonel|founder|ombudsman|ombudswoman|defender|journalist|analyst|expert|adviser|advisor|aide|professor|governor|diplomat|negotiator|coordinator|rapporteur|chancellor|king|senator|congressman|member|sister|brother|son|daughter|wife|mother|father|captain|banker|activist|prosecutor|correspondent|candidate|manager|agent|co-?rapporteur|politician|economist|historian|scholar|publisher|editor|delegate)s?(?!\p{L})/u,
  ru: /(?<!\p{L})(?:президент|премьер|вице-премьер|министр|замминистр|глав[аоы](?!\p{L})|пресс-секретар|секретар|генсек|госсекретар|спикер|председател|посол|посл[ао]м?|представител|спецпредставител|лидер|руководител|директор|депутат|сенатор|адвокат|судья|мэр|комиссар|генерал|патриарх|католикос|архиепископ|омбудсмен|эксперт|политолог|аналитик|советник|помощник|канцлер|заместител|замглавы|прокурор|журналист|певиц|основател|координатор)/u,
  hy: /(?<!\p{L})(?:նախագահ|վարչապետ|փոխվարչապետ|նախարար|փոխնախարար|արտգործնախարար|խոսնակ|քարտուղար|դեսպան|ներկայացուցիչ|ղեկավար|առաջնորդ|պատգամավոր|դատավոր|փաստաբան|փոխնախագահ|հանձնակատար|գեներալ|կաթողիկոս|արքեպիսկոպոս|պաշտպան|փորձագետ|քաղաքագետ|խորհրդական|կանցլեր|տնօրեն)/u,
  az: /(?<!\p{L})(?:prezident|baş nazir|nazir|sözçü|katib|spiker|sədr|səfir|nümayəndə|lider|rəhbər|müavin|köməkçi|deputat|hakim|vəkil|komissar|general|ekspert|analitik|müşavir|kansler|direktor|ombudsman|başçı|başqan|rəis|komandan|üzvü|elçi)/u,
  ka: /(?<!\p{L})(?:პრეზიდენტ|პრემიერ|მინისტრ|სპიკერ|თავმჯდომარ|მდივ|ელჩ|წარმომადგენ|ლიდერ|ხელმძღვანელ|მოადგილ|დეპუტატ|მოსამართლ|ადვოკატ|კომისარ|გენერალ|პატრიარქ|ექსპერტ|მრჩეველ|კანცლერ|დირექტორ|დამცველ|წევრ|დამფუძნებელ)/u,
  tr: /(?<!\p{L})(?:cumhurbaşkan|başbakan|bakan|sözcü|sekreter|başkan|büyükelçi|temsilci|lider|yardımcı|milletvekil|hakim|hâkim|avukat|komiser|general|uzman|danışman|şansölye|müdür|kurucu)/u,
}

/** "former", "de facto", "so-called": whoever held or claims an office does not speak for the state. */
export const notInOffice =
  /(?<!\p{L})(?:former|ex-|one-time|self-styled|de facto|so-called|acting de facto|бывш|экс-|де-факто|так называем|нынеопальн|նախկին|էքս-|de-fakto|keçmiş|sabiq|qondarma|eski|sözde|ყოფილ|დე ფაქტო|ე\.წ\.)/u
