import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../src/lexicon/load.js'
import { createCitations, type Voice } from '../../src/messages/citations.js'
import { spansText } from '../../src/messages/spans.js'
import { lineSpans, storyBlocks } from '../../src/messages/story-message.js'
import { words } from '../../src/messages/words.js'
import type { QuotedSentence, Story } from '../../src/stories/story.js'

const outlet = { sourceId: 1, name: 'Example', country: 'GE', ownership: null }
const sentence: QuotedSentence = {
  text: 'სხდომა ორშაბათს გაიმართა.',
  lang: 'ka',
  articleId: 1,
  url: 'https://example.ge/1',
  articleTitle: 'სხდომა',
  outlet,
  publishedAt: new Date('2025-02-03T10:00:00Z'),
}
const story: Story = {
  id: 1,
  headline: { kind: 'quoted', sentence },
  summary: [sentence],
  firstAt: new Date('2025-02-03T10:00:00Z'),
  lastAt: new Date('2025-02-03T10:00:00Z'),
  topics: ['georgia-politics'],
  threads: [],
  countries: ['GE'],
  people: [],
  organisations: [],
  places: [],
  event: 'vote',
  eventDate: null,
  eventDateInText: false,
  balance: { GE: { origins: 1, state: 0 } },
  origins: 1,
  statements: [],
  outlets: new Map(),
  articles: [],
  corrected: false,
} as unknown as Story
const voice = (languagesRead: string[]): Voice => ({ lang: 'en', zone: 'UTC', say: words('en'), citations: createCitations(), languagesRead })

describe('a story in a language that its reader does not read', () => {
  const lexicon = loadLexicon()
  it('is named by what it is about, before its own headline with the language told', () => {
    const [, head] = storyBlocks(story, [sentence], lexicon, voice(['en']), 1)
    const text = head?.type === 'paragraph' ? spansText(head.spans) : ''
    expect(text).toMatch(/^1\. .*Vote · Georgian politics.* · “სხდომა.*in Georgian/)
    expect(spansText(lineSpans(story, lexicon, voice(['en'])))).toContain('Georgian politics')
  })
  it('carries what a machine made of the headline behind it, marked and without quotation marks, in the reader’s language only', () => {
    const translated = {
      ...story,
      headline: { kind: 'quoted' as const, sentence: { ...sentence, machineTranslations: { en: 'The session was held on Monday' } } },
    }
    const line = (given: Voice): string => spansText(lineSpans(translated, lexicon, given))
    expect(line(voice(['en']))).toMatch(/ “სხდომა.*” - Example, GE \(in Georgian\) \[1\] \(machine translation: The session was held on Monday\)$/)
    expect(lineSpans(translated, lexicon, voice(['en'])).at(-1)).toMatchObject({ italic: true })
    expect(line(voice(['en', 'ka']))).not.toContain('machine')
    expect(line({ ...voice(['tr']), lang: 'tr', say: words('tr') })).not.toContain('Monday')
    // Whose languages are not known is not shown any.
    const { languagesRead: _, ...anybody } = voice(['en'])
    expect(line(anybody)).not.toContain('machine')
  })
  it('needs no such words for one who reads it', () => {
    const [, head] = storyBlocks(story, [sentence], lexicon, voice(['en', 'ka']), 1)
    expect(head?.type === 'paragraph' ? spansText(head.spans) : '').not.toContain('Vote')
  })
})
