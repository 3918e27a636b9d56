import { describe, expect, it } from 'vitest'
import { composeFrom, type EditionRequest } from '../../digests/edition.js'
import { editionJson, editionMessage } from '../../digests/edition-message.js'
import type { Snapshot, SnapshotStory } from '../../digests/snapshot.js'
import type { Article } from '../../src/articles/article.js'
import { messageText, spansText } from '../../src/messages/spans.js'
import { words } from '../../src/messages/words.js'
import { originOf } from '../../src/stories/origins.js'
import { wholeChoice } from '../../src/subscribers/subscription.js'
import { article, outlet } from '../stories/telling.js'
import { lexicon, outlets, storyOf } from '../stories/telling-story.js'

const to = new Date('2024-08-29T08:30:00Z')
const from = new Date('2024-08-28T08:30:00Z')
const at = (hour: number): { publishedAt: Date; visibleFrom: Date } => {
  const instant = new Date(from.getTime() + hour * 3_600_000)
  return { publishedAt: instant, visibleFrom: instant }
}

/** A story of articles, whose changes came in order. */
function item(id: number, ...articles: Article[]): SnapshotStory {
  const story = { ...storyOf(articles), id }
  return {
    story,
    seq: id * 10 + articles.length,
    correctedSeq: 0,
    corrections: [],
    joined: articles.map((one, index) => ({ seq: id * 10 + index + 1, article: one.id, at: one.publishedAt ?? from })),
    origins: originOf(story.articles),
  }
}

function snapshot(stories: SnapshotStory[]): Snapshot {
  return { from, asOf: to, stories, outlets, readings: [], sources: 9, unread: [], readUntil: new Date('2024-08-29T08:24:00Z') }
}

const request: EditionRequest = { from, to, asOf: to, lang: 'en', zone: 'UTC', languagesRead: ['en'] }
const places = ['almaty', 'tbilisi', 'ganja', 'gyumri', 'batumi', 'sheki', 'goris', 'vienna']

/** One-origin stories 1 to `count`, the later the fresher. */
function plainStories(count: number): SnapshotStory[] {
  return Array.from({ length: count }, (_, n) =>
    item(
      n + 1,
      article({
        ...at(n + 1),
        title: `Delegation ${n + 1} arrives in ${places[n]} for talks`,
        text: `A delegation of ${n + 11} people arrived in ${places[n]} on Wednesday for talks on the peace treaty between Armenia and Azerbaijan.`,
        places: [places[n] ?? ''],
      }),
    ),
  )
}
const two = (id: number): SnapshotStory =>
  item(
    id,
    article({
      ...at(5),
      sourceId: 1,
      title: 'Ministers meet in Almaty',
      text: 'The foreign ministers of Armenia and Azerbaijan met in Almaty on Wednesday for three hours.',
    }),
    article({
      ...at(6),
      sourceId: 4,
      title: 'Foreign ministers hold talks in Almaty',
      text: 'In Almaty the two foreign ministers spoke on Wednesday about the treaty and agreed to meet again in a month.',
    }),
  )
const seenAll = (stories: SnapshotStory[]): Map<number, number> => new Map(stories.map(({ story, seq }) => [story.id, seq]))
const ids = (edition: ReturnType<typeof composeFrom>): number[] => edition.stories.map(({ story }) => story.id)

describe('an edition', () => {
  it('shows five stories, what several sides report first, and names the rest', () => {
    const edition = composeFrom(snapshot([...plainStories(7), two(8)]), request, lexicon)
    expect(ids(edition)[0]).toBe(8)
    expect([edition.stories.length, edition.also.length]).toEqual([5, 3])
    const folds = editionMessage(edition, lexicon, words('en')).blocks.filter((block) => block.type === 'fold')
    expect(folds.map((fold) => [spansText(fold.title), fold.blocks.length])).toEqual([['Also', 3]])
  })
  it('says how many more there are than it has lines for', () => {
    const edition = composeFrom(snapshot([...plainStories(8), two(9), two(10), two(11)]), request, lexicon)
    expect([edition.stories.length, edition.also.length, edition.more]).toEqual([5, 5, 1])
    expect(messageText(editionMessage(edition, lexicon, words('en')))).toContain('1 more: topics')
    expect(messageText(editionMessage({ ...edition, request: { ...request, forChannel: true } }, lexicon, words('en')))).not.toContain('more: topics')
  })
  it('is the same for equal inputs, whatever their order', () => {
    const stories = [...plainStories(6), two(8)]
    const render = (list: SnapshotStory[]): string => messageText(editionMessage(composeFrom(snapshot(list), request, lexicon), lexicon, words('en')))
    expect(render([...stories].reverse())).toBe(render(stories))
  })
  it('leaves out what the chat has seen', () => {
    const edition = composeFrom(snapshot([two(8), ...plainStories(1)]), { ...request, seen: new Map([[8, 82]]) }, lexicon)
    expect(ids(edition)).toEqual([1])
  })
  it('shows of a story seen before only what is new', () => {
    const story = two(8)
    const edition = composeFrom(snapshot([story]), { ...request, seen: new Map([[8, 81]]) }, lexicon)
    const newer = story.joined[1]?.article
    expect(edition.stories.map((one) => [one.isNew, one.sentences.map((sentence) => sentence.articleId)])).toEqual([[false, [newer]]])
    expect(messageText(editionMessage(edition, lexicon, words('en')))).toContain('new since you last saw it')
  })
  it('does not take a reprint for news', () => {
    const text =
      'The foreign ministers of Armenia and Azerbaijan met in Almaty on Wednesday for three hours and spoke about the treaty, the border and the prisoners.'
    const story = item(8, article({ ...at(5), text }), article({ ...at(7), sourceId: 4, text }))
    expect(composeFrom(snapshot([story]), { ...request, seen: new Map([[8, 81]]) }, lexicon).stories).toEqual([])
  })
  it('keeps a place for the weightiest story that one side alone reports, marked so', () => {
    const many = [1, 2, 3, 4, 5, 6].map((id) => two(id))
    const edition = composeFrom(snapshot([...many, ...plainStories(1).map((one) => ({ ...one, story: { ...one.story, id: 9 } }))]), request, lexicon)
    expect([edition.stories.length, ids(edition).at(-1), edition.stories.at(-1)?.oneSided]).toEqual([5, 9, { country: 'AZ', origins: 1 }])
    expect(messageText(editionMessage(edition, lexicon, words('en')))).toContain('Reported so far only in Azerbaijan')
  })
  it('follows what was chosen and leaves out what was muted', () => {
    const stories = [two(8), item(1, article({ ...at(3), topics: ['energy'] }))]
    const chosen = (choice: Partial<typeof wholeChoice>) =>
      ids(composeFrom(snapshot(stories), { ...request, choice: { ...wholeChoice, ...choice } }, lexicon))
    expect([chosen({ concepts: ['energy'] }), chosen({ mutedConcepts: ['energy'] }), chosen({ mutedSources: [1] })]).toEqual([[1], [8], [8]])
    expect([chosen({ mutedLanguages: ['en'] }), chosen({ onlyLanguages: ['ru'] }), chosen({ onlyLanguages: ['ru', 'en'] })]).toEqual([[], [], [8, 1]])
  })
  it('says on a quiet day that it is one', () => {
    const message = editionMessage(composeFrom(snapshot([]), request, lexicon), lexicon, words('en'))
    expect(messageText(message)).toBe('Digest, 29 August 2024. A quiet day: nothing new in the 9 sources read until 08:24.')
    const russian = editionMessage(composeFrom(snapshot([]), { ...request, lang: 'ru' }, lexicon), lexicon, words('ru'))
    expect(messageText(russian)).toMatch(/^Обзор, 29 августа 2024 г\. Тихий день: /)
  })
  it('of a week is headed by its first and last day', () => {
    const week = { ...request, from: new Date('2024-08-22T08:30:00Z') }
    const message = editionMessage(composeFrom(snapshot([]), week, lexicon), lexicon, words('en'))
    expect(messageText(message)).toMatch(/^Digest, 22–29 August 2024\. /)
  })
  it('tells of a correction to a chat that saw the story before', () => {
    const story = { ...two(8), correctedSeq: 83, seq: 83 }
    const corrected = (seen: number) =>
      composeFrom(
        snapshot([{ ...story, story: { ...story.story, corrected: true } }]),
        { ...request, seen: new Map([[8, seen]]) },
        lexicon,
      ).corrected.map((one) => one.story.id)
    expect([corrected(82), corrected(83)]).toEqual([[8], []])
  })
  it('tells what was changed since and what was withdrawn, not what the chat knew', () => {
    const story = two(8)
    const [first, second] = story.story.articles
    if (!first || !second) throw new Error('two articles expected')
    const outletOf = (one: Article) => outlets.get(one.sourceId) ?? outlet(0, null)
    const changed = (before: string, after: string) => [
      {
        before,
        after,
        spans: [
          { kind: 'same' as const, text: 'They built' },
          { kind: 'removed' as const, text: before.split(' ')[2] ?? '' },
          { kind: 'added' as const, text: after.split(' ')[2] ?? '' },
          { kind: 'same' as const, text: 'posts.' },
        ],
      },
    ]
    const at = (hour: string) => new Date(`2024-08-29T${hour}:00Z`)
    const corrections = [
      { article: second, outlet: outletOf(second), at: at('08:10'), withdrawn: true, changes: [], seq: 85 },
      {
        article: first,
        outlet: outletOf(first),
        at: at('08:05'),
        withdrawn: false,
        changes: changed('They built 12 posts.', 'They built 13 posts.'),
        seq: 84,
      },
      {
        article: first,
        outlet: outletOf(first),
        at: at('07:00'),
        withdrawn: false,
        changes: changed('They built 11 posts.', 'They built 12 posts.'),
        seq: 83,
      },
    ]
    const edition = composeFrom(snapshot([{ ...story, correctedSeq: 85, seq: 85, corrections }]), { ...request, seen: new Map([[8, 83]]) }, lexicon)
    const text = messageText(editionMessage(edition, lexicon, words('en')))
    expect(text).toContain('Corrected since your last edition: “')
    expect(text).toContain('Changed by Outlet 4, AM, seen on 29 August 2024, 08:05: “They built −12 +13 posts.”')
    expect(text).toContain('Withdrawn by Outlet 1, AZ, seen on 29 August 2024, 08:10: “Ministers meet in Almaty”')
    expect(text).not.toContain('−11')
    expect(editionJson(edition, lexicon).corrected).toMatchObject([{ id: 's8', corrections: [{ withdrawn: true }, { withdrawn: false }] }])
    // Developed as well: what was corrected above, what is new below.
    const both = composeFrom(snapshot([{ ...story, correctedSeq: 85, seq: 85, corrections }]), { ...request, seen: new Map([[8, 81]]) }, lexicon)
    const told = messageText(editionMessage(both, lexicon, words('en')))
    expect([both.stories.map((one) => one.isNew), both.corrected[0]?.corrections.length]).toEqual([[false], 3])
    expect(told).toMatch(/Corrected since your last edition.*They built −12 \+13 posts.*new since you last saw it/s)
  })
  it('never shows a claim about the other side without where its answer was looked for', () => {
    const text = 'The Azerbaijani Defence Ministry accused Armenia of opening fire at its positions on the border on Wednesday morning.'
    const statement = { speaker: 'defence-ministry-azerbaijan', role: null, side: 'AZ', standing: 'official' as const, text, quoted: false, start: 0 }
    const claim = article({ ...at(5), text, statements: [{ ...statement, denial: false, denies: null, contradictsLexicon: false }] })
    const readings = [{ sourceId: 4, country: 'AM', ownership: 'public', lastSuccessAt: new Date('2024-08-29T08:24:00Z'), failures: 0 }]
    const edition = composeFrom({ ...snapshot([item(8, claim)]), readings }, request, lexicon)
    expect(messageText(editionMessage(edition, lexicon, words('en')))).toContain(
      'No answer from Yerevan in the one source of Armenia read until 08:24',
    )
  })
  it('shows a sentence only with its outlet and country', () => {
    const text = messageText(editionMessage(composeFrom(snapshot([two(8)]), request, lexicon), lexicon, words('en')))
    for (const quoted of text.match(/“[^”]+”[^\n]*/g) ?? []) expect(quoted).toMatch(/” - Outlet \d, (?:[A-Z]{2}|unlabelled)/)
  })
  it('has the shape of the contract', () => {
    const json = editionJson(composeFrom(snapshot([two(8)]), request, lexicon), lexicon)
    expect(Object.keys(json)).toEqual(['from', 'to', 'timeZone', 'stories', 'also', 'comingUp', 'notSeen', 'corrected', 'readUntil', 'unreadSources'])
    expect(json.stories).toMatchObject([{ id: 's8', isNew: true, balance: { AZ: { origins: 1 }, AM: { origins: 1 } } }])
  })
})

describe('what a chat has seen', () => {
  it('is not told again unless it developed, and an edition without anything new says so', () => {
    const stories = plainStories(3)
    const again = composeFrom(snapshot(stories), { ...request, seen: seenAll(stories) }, lexicon)
    expect([ids(again), again.seenBefore]).toEqual([[], 3])
    expect(messageText(editionMessage(again, lexicon, words('en')))).toContain(
      'Nothing new until 08:24: 3 stories of this time were shown here before.',
    )
    const some = composeFrom(snapshot(stories), { ...request, seen: new Map([[1, 999]]) }, lexicon)
    expect([ids(some), some.seenBefore]).toEqual([[3, 2], 1])
  })
  it('counts only where it belongs to the edition', () => {
    const stories = plainStories(3)
    const later = new Date(from.getTime() + 2.5 * 3_600_000)
    const choice = { ...wholeChoice, mutedConcepts: ['peace-treaty'] }
    const all = { ...request, seen: seenAll(stories) }
    expect(composeFrom(snapshot(stories), { ...all, from: later }, lexicon).seenBefore).toBe(1)
    expect(composeFrom(snapshot(stories), { ...all, choice }, lexicon).seenBefore).toBe(0)
  })
})
