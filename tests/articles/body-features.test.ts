/** Bodies named in short texts → what the features say of their part in the news. */
import { expect, it } from 'vitest'
import { gatherEvidence } from '../../src/articles/evidence.js'
import { organisationCandidates } from '../../src/articles/organisations.js'
import { placeCandidates } from '../../src/articles/places.js'
import { loadLexicon } from '../../src/lexicon/load.js'

const lexicon = loadLexicon()
const featuresOf = (slug: string, text: string, lang = 'en') => {
  const evidence = gatherEvidence({ title: 'News of the day', text, lang, published: '2024-09-01' }, lexicon)
  const candidate = organisationCandidates(evidence, lexicon).find(({ id }) => id === slug)
  if (!candidate) throw new Error(`${slug}: no candidate, expected one`)
  return candidate.features
}

it.each([
  ['en', 'The Armenian Foreign Ministry said on Monday that talks go on.', 1],
  ['en', 'Talks go on, according to the Armenian Foreign Ministry.', 1],
  ['ru', 'По данным МИД Армении, переговоры продолжаются.', 1],
  ['en', 'The envoy was invited to the Armenian Foreign Ministry.', 0],
])('who speaks: %s %s', (lang, text, says) => {
  expect(featuresOf('armenian-mfa', text, lang).says).toBe(says)
})

it('an office before or behind the name speaks of a person', () => {
  expect(featuresOf('armenian-security-council', "Armen Grigoryan, secretary of Armenia's Security Council, left.").office).toBe(1)
  expect(featuresOf('armenian-mfa', 'Ermənistan XİN-in sözçüsü Ani Badalyan cavab verib.', 'az').office).toBe(1)
  expect(featuresOf('armenian-security-council', "Armenia's Security Council met.").office).toBe(0)
})

it('a common noun, a part beside its whole, a state that stands nowhere in front', () => {
  expect(featuresOf('fsb-border-service', 'The statement gave Russian border guards control.').lowerCase).toBe(0)
  expect(featuresOf('armenian-prosecutors', 'The prosecutor’s office of Armenia opened a case.').lowerCase).toBe(1)
  expect(featuresOf('eu-council', 'The EU met. The EU Council will have the last word.').wholeNamed).toBe(1)
  expect(
    featuresOf('georgian-mfa', "Armenia and Iran met.\n\nThe Georgian Foreign Ministry stayed away.\n\nGeorgia's ministry said so.").abroad,
  ).toBe(1)
})

it('the European Parliament is no country’s parliament', () => {
  expect(featuresOf('european-parliament', 'The European Parliament adopted a resolution.')['is international']).toBe(1)
})

it('a court stands for its town, a street for the town and for itself', () => {
  const places = (text: string) =>
    placeCandidates(gatherEvidence({ title: 'News of the day', text, lang: 'en', published: '2024-09-01' }, lexicon), lexicon)
  const named = (text: string, slug: string) => places(text).find(({ id }) => id === slug)?.features
  expect(named('The Baku Military Court sentenced him.', 'baku')?.bySeat).toBe(1)
  expect(named('The International Court of Justice has ruled.', 'the-hague')?.bySeat).toBe(1)
  expect(named('They gathered on Rustaveli Avenue.', 'tbilisi')?.byPart).toBe(1)
  expect(named('They gathered on Rustaveli Avenue.', 'rustaveli-avenue')?.isPart).toBe(1)
})
