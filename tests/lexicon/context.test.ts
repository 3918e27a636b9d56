/** Names that mean several things, and bodies and capitals that mean a state → what the text around them says they mean, from the shipped data. */
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../src/lexicon/load.js'

const lexicon = loadLexicon()
const slugs = (text: string, lang = 'en'): string[] => lexicon.mentions(text, lang).map(({ slug }) => slug)
const found = (text: string, lang: string): string[] => lexicon.mentions(text, lang).map(({ slug, text }) => `${slug}: ${text}`)

describe('namesakes', () => {
  it('another Aliyev is not the president', () => {
    expect(slugs('Wrestler Kamran Aliyev took gold on Sunday')).not.toContain('ilham-aliyev')
    expect(slugs('President Aliyev spoke')).toContain('ilham-aliyev')
  })
  it('Georgia the American state is not the country', () => {
    expect(slugs('Voters in Atlanta, Georgia, backed Raffensperger')).not.toContain('GE')
    expect(slugs('Protesters in Tbilisi, Georgia, met')).toContain('GE')
  })
  it('Ali is not Aliyev', () => {
    expect(slugs('Ali met his friends in Baku')).not.toContain('ilham-aliyev')
  })
  it('the Iranian provinces are not Azerbaijan', () => {
    expect(slugs('A quake shook East Azerbaijan province in Iran')).not.toContain('AZ')
    expect(slugs('В иранском Восточном Азербайджане произошло землетрясение', 'ru')).not.toContain('AZ')
  })
  it('the longest name wins', () => {
    expect(slugs('The European Union Monitoring Mission in Georgia reported')).toEqual(['eumm', 'GE'])
  })
})

describe('inflected forms', () => {
  it.each([
    ['ru', 'встреча с Арменом Григоряном в Нахичевани', ['armen-grigoryan: Арменом Григоряном', 'nakhchivan: Нахичевани']],
    ['hy', 'Արարատ Միրզոյանին Սյունիքից', ['ararat-mirzoyan: Արարատ Միրզոյանին', 'syunik: Սյունիքից']],
    ['az', 'Ceyhun Bayramovla Naxçıvanda', ['jeyhun-bayramov: Ceyhun Bayramovla', 'nakhchivan: Naxçıvanda']],
    ['tr', "Hakan Fidan'ın Iğdır'daki", ["hakan-fidan: Hakan Fidan'ın", "igdir: Iğdır'daki"]],
    ['ka', 'სალომე ზურაბიშვილმა ბათუმში', ['salome-zourabichvili: სალომე ზურაბიშვილმა', 'batumi: ბათუმში']],
  ])('are found in %s: %s', (lang, text, expected) => {
    expect(found(text, lang)).toEqual(expected)
  })
})

describe('a ministry without its country', () => {
  it('is that of the capital behind it', () => {
    expect(slugs('Armenia must answer, the Foreign Ministry in Baku said.')).toContain('azerbaijani-mfa')
  })
  it('is that of its spokesperson', () => {
    expect(slugs('Azerbaijan is wrong, Foreign Ministry spokesperson Ani Badalyan said.')).toContain('armenian-mfa')
  })
  it('is that of the country last spoken of', () => {
    expect(slugs('The Armenian army denied it. The Defence Ministry checked every report.')).toContain('armenian-defence-ministry')
  })
  it('is the own one in a language of one country', () => {
    expect(slugs('Müdafiə Nazirliyi məlumat yayıb', 'az')).toEqual(['azerbaijani-defence-ministry'])
  })
  it('is no body where only its head is meant', () => {
    expect(slugs('глава МИД Армении Арарат Мирзоян', 'ru')).not.toContain('armenian-mfa')
    expect(slugs('Ermenistan Dışişleri Bakanı Ararat Mirzoyan', 'tr')).not.toContain('armenian-mfa')
  })
})

describe('a capital', () => {
  it.each([
    ['en', 'Officials in Baku rejected it', 'AZ'],
    ['en', 'The summit was held in Baku', 'baku'],
    ['en', 'Written objections from Yerevan arrived', 'AM'],
    ['ru', 'В Москве предупреждали об этом', 'RU'],
    ['ru', 'В Москве прошли переговоры', 'moscow'],
    ['tr', "Erivan'dan yapılan açıklamada", 'AM'],
    ['tr', "Erivan'da düzenlenen toplantı", 'yerevan'],
  ])('in %s "%s" is %s', (lang, text, expected) => {
    expect(slugs(text, lang)).toEqual([expected])
  })
})
