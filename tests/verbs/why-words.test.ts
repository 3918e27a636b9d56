/** Everything that was learnt → words that an admin can read. */
import { describe, expect, it } from 'vitest'
import type { TagReasons } from '../../src/articles/explain-tags.js'
import { tagWeights } from '../../src/articles/tag-weights.js'
import { operatorWords } from '../../src/messages/words.js'
import { featureNames } from '../../src/stories/pair-features.js'
import { pairTrait, tagTrait } from '../../src/verbs/why-words.js'

const say = operatorWords()
const nameOf = (slug: string): string => `<${slug}>`

describe('each trait that decides', () => {
  it.each(Object.entries(tagWeights))('a tag has words: %s', (kind, { weights }) => {
    const features = Object.keys(weights).filter((feature) => feature !== 'bias')
    expect(features.length).toBeGreaterThan(5)
    for (const feature of features) expect(tagTrait(kind as keyof TagReasons, feature, { say, nameOf })).toMatch(/^\p{L}.* .*/u)
  })
  it('a place in a story has words', () => {
    for (const feature of featureNames) expect(pairTrait(feature, say)).toMatch(/^\p{L}/u)
  })
  it('names what it is about', () => {
    expect(tagTrait('topics', 'energy beside transport-links', { say, nameOf })).toContain('<transport-links>')
    expect(tagTrait('countries', 'adjective late', { say, nameOf })).toBe('its adjective late in the text')
    expect(tagTrait('event', 'others in front', { say, nameOf })).toBe('how much else happens in front')
    expect(tagTrait('event', 'second_', { say, nameOf })).not.toBe(tagTrait('event', 'second', { say, nameOf }))
  })
})
