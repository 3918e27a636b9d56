/** What a chat asked to see counts as seen: the next edition tells it again only where it developed. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { composeEdition, shownIn } from '../../digests/edition.js'
import { editionJson, editionMessage } from '../../digests/edition-message.js'
import type { CommandPorts, DigestRequest } from '../../src/commands/command.js'
import { runCommand, type Situation } from '../../src/commands/run.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { messageText } from '../../src/messages/spans.js'
import { words } from '../../src/messages/words.js'
import type { Store } from '../../src/store/open.js'
import { placeArticle } from '../../src/stories/place.js'
import { sampleArticle, sampleSource } from '../store/sample-articles.js'
import { openTestStore } from '../store/test-store.js'
import { createFakePlatform } from './fake-platform.js'
import { plannerOf } from './parts.js'
import { subscribe } from './world.js'

const lexicon = loadLexicon()
const evening = new Date('2024-08-18T20:00:00Z')
const earlier = new Date('2024-08-19T08:10:00Z')
const morning = new Date('2024-08-19T08:30:02Z')
let store: Store
let ports: CommandPorts
let source: number

async function read(title: string, text: string, at: Date): Promise<void> {
  const url = `https://wire.example/${encodeURIComponent(title)}`
  const tags = {
    topics: ['border'],
    countries: ['AM', 'AZ'],
    nameKeys: ['almaty'],
    people: [],
    places: ['almaty'],
    statements: [],
    event: null,
  } as const
  const article = sampleArticle(source, {
    url,
    canonicalUrl: url,
    title,
    text,
    publishedAt: at,
    ...tags,
    topics: ['border'],
    countries: ['AM', 'AZ'],
  } as never)
  const { id } = await store.articles.save(article, at)
  const saved = await store.articles.byId(id)
  if (saved) await placeArticle(saved, store.stories, { now: at })
}

beforeAll(async () => {
  store = await openTestStore()
  const edition = { archive: store.archive, articles: store.articles, stories: store.stories, sources: store.sources, lexicon }
  ports = {
    ...store,
    lexicon,
    sample: false,
    web: { publicUrl: null },
    async composeDigest(request: DigestRequest) {
      const made = await composeEdition(request, edition)
      return { message: editionMessage(made, lexicon, words(request.lang)), data: editionJson(made, lexicon), shown: shownIn(made) }
    },
  } as unknown as CommandPorts
  source = await sampleSource(store, 'wire', 'UTC')
  await read(
    'Ministers meet in Almaty on the border',
    'The ministers of Armenia and Azerbaijan met in Almaty on Monday and spoke for an hour about the border.',
    new Date('2024-08-19T06:00:00Z'),
  )
})
beforeEach(async () => {
  for (const table of ['delivery', 'edition', 'subscription', 'chat', 'person', 'lease'] as const) await store.db.deleteFrom(table).execute()
})

/** What a chat is told when it says something at 8:10. */
async function say(command: string, argument: string, more: Partial<Situation> = {}): Promise<string> {
  const situation: Situation = {
    address: { platform: 'telegram', workspace: '', chat: '1', thread: '' },
    kind: 'private',
    person: { platform: 'telegram', workspace: '', user: '1' },
    languageHint: 'en',
    zoneHint: 'UTC',
    now: earlier,
    asOf: null,
    ...more,
  }
  return (await runCommand(command, argument, situation, ports, 'UTC')).messages.map(messageText).join('\n')
}

/** The edition of 8:30. */
async function edition(at = morning): Promise<string> {
  await plannerOf(store, createFakePlatform()).planDue(at)
  const rows = await store.db.selectFrom('delivery').select('message').orderBy('id', 'desc').limit(1).execute()
  return JSON.stringify(rows[0]?.message)
}

const headline = 'Ministers meet in Almaty'
const nothingNew = 'one story of this time was shown here before'

describe('a digest asked for', () => {
  it('is whole however often it is asked for; the edition after it has nothing new', async () => {
    await subscribe(store, '1', evening)
    for (let n = 0; n < 3; n++) expect(await say('digest', '')).toContain(headline)
    expect(await edition()).toContain(nothingNew)
  })
  it('takes nothing away from a group', async () => {
    await subscribe(store, '1', evening, { kind: 'group' })
    expect(await say('digest', '', { kind: 'group' })).toContain(headline)
    expect(await edition()).not.toContain(nothingNew)
  })
  it('does not count as of another instant, of a past day, or where nobody asked', async () => {
    await subscribe(store, '1', evening)
    await say('digest', '', { asOf: earlier })
    await say('digest', '2024-08-18')
    await say('digest', '', { unasked: true })
    expect(await edition()).not.toContain(nothingNew)
  })
})

describe('a story opened', () => {
  it('counts, and an answer to a question does not', async () => {
    await subscribe(store, '1', evening)
    expect(await say('latest', 'border')).toContain('met in Almaty')
    expect(await say('story', '1')).toContain(headline)
    expect(await edition()).toContain(nothingNew)
    await store.db.deleteFrom('chat').execute()
    await subscribe(store, '1', evening)
    expect(await say('latest', 'border')).toContain('met in Almaty')
    expect(await edition()).not.toContain(nothingNew)
  })
  it('is told again where it developed since, with what is new', async () => {
    await subscribe(store, '1', evening)
    await say('digest', '')
    await read(
      'Almaty: ministers agree on 12 villages on the border',
      'In Almaty the ministers of Armenia and Azerbaijan agreed on Monday that 12 villages on the border change hands by 1 October.',
      new Date('2024-08-19T08:20:00Z'),
    )
    await plannerOf(store, createFakePlatform()).planDue(morning)
    const { content } = await store.db.selectFrom('edition').select('content').executeTakeFirstOrThrow()
    expect((content as { stories: number[] }).stories).toHaveLength(1)
    const blocks = JSON.stringify(await store.db.selectFrom('story_block').select('block').execute())
    expect(blocks).toContain('12 villages')
  })
})
