/** Texts in six languages → the mentions the lexicon finds in them. */
import { describe, expect, it } from 'vitest'
import { smallLexicon } from './small-lexicon.js'

const found = (text: string, lang: string): string[] =>
  smallLexicon.mentions(text, lang).map((mention) => `${mention.slug}|${mention.by}|${mention.text}`)

describe('names in inflected text', () => {
  it('finds English names with possessives and plurals', () => {
    expect(found("Ilham Aliyev's office told Azerbaijanis about EU-led talks", 'en')).toEqual([
      "ilham-aliyev|name|Ilham Aliyev's",
      'AZ|adjective|Azerbaijanis',
      'eu|name|EU',
    ])
  })
  it('finds Russian names in every case, adjectives too', () => {
    expect(found('Ильхама Алиева встретили; с Алиевым говорил глава Европейского союза об азербайджанском газе', 'ru')).toEqual([
      'ilham-aliyev|name|Ильхама Алиева',
      'ilham-aliyev|family-name|Алиевым',
      'eu|name|Европейского союза',
      'AZ|adjective|азербайджанском',
    ])
  })
  it('finds Armenian names with articles, եւ for և and marks inside the word', () => {
    expect(found('Իլհամ Ալիեւը Ադրբե՛ջանում, Եվրամիության եւ ԵՄ-ի մասին', 'hy')).toEqual([
      'ilham-aliyev|name|Իլհամ Ալիեւը',
      'AZ|name|Ադրբե՛ջանում',
      'eu|name|Եվրամիության',
      'eu|name|ԵՄ-ի',
    ])
  })
  it('finds Georgian names with the nominative ending dropped', () => {
    expect(found('ირაკლი კობახიძემ აზერბაიჯანში ალიევთან ქართულ ოცნებას', 'ka')).toEqual([
      'irakli-kobakhidze|name|ირაკლი კობახიძემ',
      'AZ|name|აზერბაიჯანში',
      'ilham-aliyev|family-name|ალიევთან',
      'georgian-dream|name|ქართულ ოცნებას',
    ])
  })
  it('finds Azerbaijani and Turkish names with and without apostrophe', () => {
    expect(found('İlham Əliyevin Azərbaycandakı, BMT-nin', 'az')).toEqual([
      'ilham-aliyev|name|İlham Əliyevin',
      'AZ|name|Azərbaycandakı',
      'un|name|BMT-nin',
    ])
    expect(found("AB'nin ve İlham Aliyev’in Azerbaycan'daki", 'tr')).toEqual([
      "eu|name|AB'nin",
      'ilham-aliyev|name|İlham Aliyev’in',
      "AZ|name|Azerbaycan'daki",
    ])
  })
})
