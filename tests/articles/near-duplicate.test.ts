import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ComparedArticle, copyOf } from '../../src/articles/near-duplicate.js'
import { bands, minhash } from '../../src/text/shingles.js'
import { measuringSet } from '../measuring-sets.js'

const paragraphs = [
  'The two ministers met in Tbilisi on Thursday for the first time since the spring and spoke for three hours about the railway along the river.',
  'They agreed that engineers of both countries would inspect the old bridge in October and report before the winter.',
  'Neither side wished to say who would pay for the repairs, which a study of last year put at forty million euros.',
  'The line was closed in 1993. A freight train has not crossed the bridge since, and trees grow between the sleepers.',
]
const wire: ComparedArticle = {
  canonicalUrl: 'https://wire.example/a',
  text: paragraphs.join('\n\n'),
  publishedAt: new Date('2024-09-05T10:00:00Z'),
}

function later(text: string, minutes = 60): ComparedArticle {
  return { canonicalUrl: 'https://paper.example/b', text, publishedAt: new Date((wire.publishedAt?.getTime() ?? 0) + minutes * 60_000) }
}

describe('a copy of an agency text', () => {
  it('is found behind a dateline and a credit', () => {
    expect(copyOf(later(`TBILISI (Wire) - ${wire.text} (Wire)`), [wire])).toBe(wire.canonicalUrl)
  })
  it('is found when its end was cut', () => {
    expect(copyOf(later(paragraphs.slice(0, 2).join('\n\n')), [wire])).toBe(wire.canonicalUrl)
  })
  it('is found when a paragraph was put before it', () => {
    const text = `Our readers have waited long for news of the line.\n\n${wire.text}`
    expect(copyOf(later(text), [wire])).toBe(wire.canonicalUrl)
  })
  it('is found in Russian and Armenian', () => {
    const russian =
      'Министры обсудили в четверг ремонт моста и договорились, что инженеры двух стран осмотрят его в октябре и до зимы доложат о состоянии опор.'
    const armenian =
      'Նախարարները հինգշաբթի քննարկել են կամրջի նորոգումը և պայմանավորվել, որ երկու երկրների ճարտարագետները հոկտեմբերին այն կզննեն և մինչև ձմեռ կզեկուցեն հենասյուների վիճակի մասին։'
    for (const [text, copy] of [
      [russian, `ТБИЛИСИ, 5 сентября. /Агентство/ ${russian}`],
      [armenian, `ԵՐԵՎԱՆ, 5 ՍԵՊՏԵՄԲԵՐԻ. ${armenian}`],
    ] as const)
      expect(copyOf(later(copy), [{ ...wire, text }])).toBe(wire.canonicalUrl)
  })
  it('points to the earliest of several, whatever their order', () => {
    const between = { ...later(wire.text, 30), canonicalUrl: 'https://middle.example/c' }
    const last = later(wire.text)
    expect(copyOf(last, [between, wire])).toBe(wire.canonicalUrl)
    expect(copyOf(last, [wire, between])).toBe(wire.canonicalUrl)
    expect(copyOf(wire, [between, last])).toBeNull()
  })
  it('that bears no date is never the origin of a dated one', () => {
    expect(copyOf(wire, [{ ...later(wire.text), publishedAt: null }])).toBeNull()
    expect(copyOf({ ...later(wire.text), publishedAt: null }, [wire])).toBe(wire.canonicalUrl)
  })
})

describe('no copy', () => {
  it('is a rewrite with the same names and figures', () => {
    const rewrite =
      'Engineers will look at the disused railway bridge next month, ministers of the two neighbours decided after three hours of talks in Tbilisi on Thursday. Repairs may cost forty million euros by an estimate made a year ago; it is open who bears them. Nothing has run on the line since 1993.'
    expect(copyOf(later(rewrite), [wire])).toBeNull()
  })
  it('is an article of its own that repeats a flash', () => {
    const flash = { ...wire, text: `${paragraphs[0]} ${paragraphs[1]}` }
    const own = Array.from(
      { length: 30 },
      (_, i) => `Paragraph ${i} of a long report tells what village number ${i} thinks of trains and what its mayor hopes for.`,
    )
    expect(copyOf(later(`${flash.text}\n\n${own.join('\n\n')}`), [flash])).toBeNull()
  })
  it('is an empty page, or two words alike', () => {
    expect(copyOf(later(''), [{ ...wire, text: '' }])).toBeNull()
    expect(copyOf(later('Video here.'), [{ ...wire, text: 'Video here.' }])).toBeNull()
  })
})

interface GoldArticle {
  id: string
  publishedAt: string
  paragraphs: string[]
  gold: { duplicateOf: string | null }
}
const folder = measuringSet('eval')

describe.skipIf(!folder)('copies of the gold corpus (needs READOUT_CORPORA)', () => {
  const gold = folder
    ? readFileSync(join(folder, 'gold', 'articles.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as GoldArticle)
    : []
  const compared = gold.map((one) => ({ canonicalUrl: one.id, text: one.paragraphs.join('\n\n'), publishedAt: new Date(one.publishedAt) }))
  it('are all found and nothing else is', () => {
    const found = compared.flatMap((one) => {
      const origin = copyOf(one, compared)
      return origin ? [`${one.canonicalUrl} of ${origin}`] : []
    })
    expect(found).toEqual(gold.filter((one) => one.gold.duplicateOf).map((one) => `${one.id} of ${one.gold.duplicateOf}`))
  }, 60_000)
  it('share a band with their origin', () => {
    const byId = new Map(gold.map((one) => [one.id, new Set(bands(minhash(one.paragraphs.join('\n\n'))))]))
    for (const { id, gold: truth } of gold)
      if (truth.duplicateOf) expect([...(byId.get(id) ?? [])].filter((key) => byId.get(truth.duplicateOf ?? '')?.has(key)).length).toBeGreaterThan(0)
  })
})
