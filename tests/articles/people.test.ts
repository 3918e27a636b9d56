import { describe, expect, it } from 'vitest'
import { tagArticle } from '../../src/articles/tag.js'
import { loadLexicon } from '../../src/lexicon/load.js'

const lexicon = loadLexicon()
const people = (lang: string, text: string): string[] => tagArticle({ title: '', text, lang, published: '2024-05-06' }, lexicon).people

describe('people whom the lexicon does not know', () => {
  it('go by one English spelling in every script and case', () => {
    expect(people('en', 'Police chief Irakli Dzneladze was at the rally.')).toEqual(['irakli-dzneladze'])
    expect(people('ru', 'На митинге видели начальника полиции Ираклия Дзнеладзе.')).toEqual(['irakli-dzneladze'])
    expect(people('ka', 'აქციაზე პოლიციის უფროსი ირაკლი ძნელაძე იყო.')).toEqual(['irakli-dzneladze'])
    expect(people('az', 'Mitinqdə polis rəisi İrakli Dzneladze də olub.')).toEqual(['irakli-dzneladze'])
  })
  it('are spelt by the habits of where they are from', () => {
    expect(people('ru', 'Депутата Гусейна Гаджиева спросили о законе.')).toEqual(['huseyn-hajiyev'])
    expect(people('az', 'Deputat Cavid Quliyevin fikrincə, qanun lazımdır.')).toEqual(['javid-guliyev'])
    expect(people('hy', 'Պատգամավոր Վաղինակ Շուշանյանը պատասխանեց։')).toEqual(['vaghinak-shushanyan'])
    expect(people('tr', "Milletvekili Şenol Yıldırımcı'nın sorusu yanıtsız kaldı.")).toEqual(['senol-yildirimci'])
  })
  it('are known by an office before the name, even where the given name is rare', () => {
    expect(people('en', 'The mission was led by Ambassador Thorvin Askeland, who left on Friday.')).toEqual(['thorvin-askeland'])
  })
  it('are not bodies, streets, titles or headlines that look like names', () => {
    expect(people('en', 'The Civic Platform Council met at Shota Rustaveli Theatre on Black Sea Avenue.')).toEqual([])
    expect(
      people('ru', 'Председатель Верховного Совета выступил на проспекте Давида Агмашенебели.').filter((slug) => slug.includes('sovet')),
    ).toEqual([])
    expect(people('tr', 'Devlet Başkanı ve Meclis Başkanı törendeydi.')).toEqual([])
  })
  it('leave a country alone that only sounds like a given name', () => {
    const tags = tagArticle(
      { title: '', text: 'In Tbilisi, Irakli Dzneladze opened the session of parliament.', lang: 'en', published: null },
      lexicon,
    )
    expect(tags.countries).not.toContain('IQ')
    expect(lexicon.mentions('the Lachin Corridor and Sofia Airport', 'en').map(({ slug }) => slug)).toEqual(['lachin', 'sofia'])
  })
})
