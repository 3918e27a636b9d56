/** A folded Russian word → its stem and the case endings it takes, by how it ends. */
import type { Stem } from './stem.js'

const set = (list: string): ReadonlySet<string> => new Set(list.split(' ').map((ending) => (ending === '-' ? '' : ending)))

const adjective = set('ий ый ой ого ому им ым ом ая ую ою ое ее его ему ем ей юю яя ие ые их ых ими ыми')
const shortAdjectiveCompound = set('о')
const hardMasculine = set('- а у ом ем е ы и ов ев ам ами ах')
const surnameInOv = set('- а у ым ом е ы ых ыми')
const softSign = set('ь я ю ем е и ей ям ями ях ью')
const shortI = set('й я ю ем е и ев ям ями ях')
const iya = set('я и ю ей ею й ям ями ях')
const hardFeminine = set('а ы и е у ой ою ей ею - ам ами ах')
const softFeminine = set('я и е ю ей ею ь ям ями ях')
const neuter = set('о а у ом е ам ами ах -')
const neuterIe = set('е я ю ем и й ям ями ях')
const demonymIn = set('ин ина ину ином ине е - ам ами ах')
const demonymEts = set('ец ца цу цем це цы цев цам цами цах')
const demonymOk = set('ок ка ку ком ке ки кам ками ках')
const exact = set('-')

const cut = (word: string, letters: number): string => word.slice(0, word.length - letters)

/** Stems of a Russian word; names ending in -е, -и, -о, -у, -э that are foreign stay as they are. */
export function russianStems(word: string): Stem[] {
  if (word.length < 3) return [{ stem: word, endings: exact }]
  // "движение", "развитие": nouns that look like the plural of an adjective ("внешние").
  if (/[нтвл]ие$/.test(word)) return [...adjectiveStems(word), { stem: cut(word, 1), endings: neuterIe }]
  if (/(?:ск|цк|н|л|т|в|к|ш|ж|щ|ч)(?:ий|ый|ая|ое|яя|ее|ые|ие|ой)$/.test(word)) return adjectiveStems(word)
  if (/(?:ых|их)$/.test(word) && word.length > 5) return [{ stem: cut(word, 2), endings: adjective }]
  if (/ян(?:ин)$/.test(word) || /чанин$/.test(word)) return [{ stem: cut(word, 2), endings: demonymIn }]
  if (/[а-я]ец$/.test(word) && word.length > 4) return [{ stem: cut(word, 2), endings: demonymEts }]
  if (/ок$/.test(word) && word.length > 4)
    return [
      { stem: cut(word, 2), endings: demonymOk },
      { stem: word, endings: hardMasculine },
    ]
  if (/(?:ов|ев|ин|ын)$/.test(word)) return [{ stem: word, endings: new Set([...surnameInOv, ...hardMasculine]) }]
  if (/(?:ова|ева|ина|ына)$/.test(word)) return [{ stem: cut(word, 1), endings: set('а ой ою у ы е и ых') }]
  if (/ия$/.test(word)) return [{ stem: cut(word, 1), endings: iya }]
  if (/ие$/.test(word)) return [{ stem: cut(word, 1), endings: neuterIe }]
  // "Внуково" → "во Внукове", also "Внуково" in every case.
  if (/[ое]во$/.test(word) && word.length > 4) return [{ stem: cut(word, 1), endings: neuter }]
  if (/ство$|ество$/.test(word)) return [{ stem: cut(word, 1), endings: neuter }]
  return byLastLetter(word)
}

function adjectiveStems(word: string): Stem[] {
  const stem = cut(word, 2)
  // "Лукашенкой", "Дмитрий", "Анатолий", "Бельгия" end like adjectives: the noun's endings are allowed too.
  const endings = /(?:ий)$/.test(word) && !/(?:ск|цк)ий$/.test(word) ? new Set([...adjective, 'ия', 'ию', 'ием', 'ии']) : adjective
  return [
    { stem, endings },
    { stem, endings: shortAdjectiveCompound },
  ]
}

function byLastLetter(word: string): Stem[] {
  const last = word.slice(-1)
  if (last === 'ь') return [{ stem: cut(word, 1), endings: softSign }]
  if (last === 'й') return [{ stem: cut(word, 1), endings: shortI }]
  if (last === 'а') return [{ stem: cut(word, 1), endings: hardFeminine }]
  if (last === 'я') return [{ stem: cut(word, 1), endings: softFeminine }]
  if (/[бвгджзклмнпрстфхцчшщ]/.test(last)) return fleeting(word)
  return [{ stem: word, endings: exact }]
}

/** "Павел" → "Павла", "Петр" as is. */
function fleeting(word: string): Stem[] {
  const stems: Stem[] = [{ stem: word, endings: hardMasculine }]
  if (/[а-я]ел$/.test(word) && word.length <= 6) stems.push({ stem: `${cut(word, 2)}л`, endings: set('а у ом е') })
  if (word === 'лев') stems.push({ stem: 'льв', endings: set('а у ом е') })
  return stems
}

/** Adjectives of a town or district ("Агдам" → "Агдамский", "Шуша" → "Шушинский", "Цхинвали" → "Цхинвальский"), capitalised as in "Агдамский район"; none for names of several words. */
export function placeAdjectives(name: string): string[] {
  if (!/^[А-ЯЁ][а-яё]{3,}$/u.test(name) || /(?:ий|ый|ое|ая|ск)$/u.test(name)) return []
  const last = name.slice(-1)
  const bare = name.slice(0, -1)
  if (last === 'а' || last === 'ы') return [`${bare}инский`]
  if (last === 'и' || last === 'л') {
    const stem = last === 'и' ? bare : name
    return stem.endsWith('л') ? [`${stem}ьский`, `${stem}инский`] : [`${stem}ский`, `${stem}инский`, `${name}йский`]
  }
  if (last === 'ь') return [`${bare}ский`]
  return /[бвгджзкмнпрстфхцчшщ]/u.test(last) ? [`${name}ский`] : []
}
