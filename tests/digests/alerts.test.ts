import { beforeAll, describe, expect, it } from 'vitest'
import { createAlertPlanner } from '../../digests/alerts.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import type { Store } from '../../src/store/open.js'
import { placeArticle } from '../../src/stories/place.js'
import { sampleArticle, sampleSource } from '../store/sample-articles.js'
import { openTestStore, silentLog } from '../store/test-store.js'
import { createFakePlatform } from './fake-platform.js'

const now = new Date('2024-08-19T12:00:00Z')
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000)
let store: Store
let sources: number[]

/** Read now, published twenty minutes before, by several outlets. */
async function read(words: string, outlets: number, at: Date, person = 'ararat-mirzoyan'): Promise<void> {
  for (let n = 0; n < outlets; n++) {
    const url = `https://outlet-${n}.example/${words.replaceAll(' ', '-')}`
    const text = [
      `The ministers of ${words} met on Monday and spoke for an hour.`,
      `In ${words} the talks between the two ministers lasted long, an aide said on Monday.`,
    ][n % 2]
    const publishedAt = new Date(at.getTime() - 20 * 60_000)
    const { id } = await store.articles.save(
      sampleArticle(sources[n] ?? 0, {
        url,
        canonicalUrl: url,
        title: `Ministers of ${words} meet`,
        text: text ?? '',
        publishedAt,
        topics: ['border'],
        people: [person],
        places: [],
        nameKeys: [words],
        statements: [],
        event: null,
        eventDate: null,
        eventDateInText: false,
      }),
      at,
    )
    const article = await store.articles.byId(id)
    if (article) await placeArticle(article, store.stories, { now: at })
  }
}

const planner = () =>
  createAlertPlanner({
    ...store,
    lexicon: loadLexicon(),
    platforms: new Map([['telegram', createFakePlatform()]]),
    owner: 'test',
    zone: 'UTC',
    log: silentLog,
  })
const alerts = () =>
  store.db
    .selectFrom('delivery')
    .select(['chat_id', 'not_before', 'carried', 'silent', 'message'])
    .where('kind', '=', 'alert')
    .orderBy('id')
    .execute()

describe('alerts', () => {
  let reader: number
  beforeAll(async () => {
    store = await openTestStore()
    sources = [await sampleSource(store, 'one', null), await sampleSource(store, 'two', null)]
    const address = { platform: 'telegram', workspace: '', chat: '1', thread: '' }
    reader = (await store.chats.chat(address, 'private', now)).id
    const group = await store.chats.chat({ ...address, chat: '-2' }, 'group', now)
    await store.subscriptions.follow(reader, 'border', now)
    await store.subscriptions.follow(group.id, 'border', now)
    await read('before anybody followed', 2, minutes(-60))
    expect(await planner().planAlerts(minutes(-59))).toBe(0)
  })

  it('come for a new story of two origins, silently in groups, each with a way to have less of it', async () => {
    await read('alpha beta', 2, now)
    expect(await planner().planAlerts(minutes(1))).toBe(2)
    const [first, second] = await alerts()
    expect([first?.silent, second?.silent, first?.not_before]).toEqual([false, true, minutes(1)])
    expect(first?.message).toMatchObject({ buttons: [[{ command: 'unfollow', argument: 'border' }]] })
    expect(await planner().planAlerts(minutes(2))).toBe(0)
  })
  it('do not come for one origin', async () => {
    await read('gamma delta', 1, minutes(3), 'jeyhun-bayramov')
    expect(await planner().planAlerts(minutes(4))).toBe(0)
  })
  it('do not come for what a first poll brought, or the first after an outage', async () => {
    for (const id of sources) await store.sources.savePollState(id, { backlogUntil: minutes(5) })
    await read('iota kappa', 2, minutes(5), 'hikmet-hajiyev')
    expect(await planner().planAlerts(minutes(6))).toBe(0)
  })
  it('are bundled within two hours, in one message', async () => {
    await read('epsilon zeta', 2, minutes(10), 'nikol-pashinyan')
    expect(await planner().planAlerts(minutes(11))).toBe(2)
    await read('eta theta', 2, minutes(20), 'ilham-aliyev')
    expect(await planner().planAlerts(minutes(21))).toBe(2)
    const mine = (await alerts()).filter((row) => row.chat_id === reader)
    expect(mine.map((row) => [row.not_before, (row.carried as unknown[]).length])).toEqual([
      [minutes(1), 1],
      [minutes(121), 2],
    ])
  })

  it('bring the answer to a claim at once, silently and under it, and only once', async () => {
    const told = async (n: number, statement: { side: string; speaker: string; text: string; denial: boolean }, at: Date): Promise<void> => {
      const url = `https://outlet-${n}.example/shelling-${statement.side}-${n}`
      const said = { role: null, standing: 'official', quoted: false, start: 0, denies: null, contradictsLexicon: false, ...statement } as const
      const { id } = await store.articles.save(
        sampleArticle(sources[n] ?? 0, {
          url,
          canonicalUrl: url,
          title: `Shelling near Tavush: ${statement.side}`,
          text: statement.text,
          publishedAt: new Date(at.getTime() - 20 * 60_000),
          topics: ['border'],
          people: ['suren-papikyan'],
          places: ['tavush'],
          nameKeys: ['tavush'],
          countries: ['AM', 'AZ'],
          statements: [said],
          event: 'attack' as never,
          eventDate: null,
          eventDateInText: false,
        }),
        at,
      )
      const article = await store.articles.byId(id)
      if (article) await placeArticle(article, store.stories, { now: at })
    }
    const later = minutes(300)
    const claim = {
      side: 'AM',
      speaker: 'suren-papikyan',
      denial: false,
      text: 'The Armenian defence ministry said that Azerbaijani units shelled three villages near Tavush on the border.',
    }
    await told(0, claim, later)
    await told(1, { ...claim, text: `${claim.text} Two people were wounded, it said.` }, later)
    expect(await planner().planAlerts(minutes(301))).toBe(2)
    await store.db
      .updateTable('delivery')
      .set({ state: 'sent', closed_at: minutes(302) })
      .where('kind', '=', 'alert')
      .execute()
    const [claimed] = (await alerts()).filter((row) => row.chat_id === reader).slice(-1)
    const { id: claimId } = await store.db
      .selectFrom('delivery')
      .select('id')
      .where('chat_id', '=', reader)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    for (const { story, seq } of (claimed?.carried ?? []) as { story: number; seq: number }[])
      await store.chats.markSeen(reader, [{ story, seq }], minutes(302))
    const denial = {
      side: 'AZ',
      speaker: 'anar-eyvazov',
      denial: true,
      text: 'The Azerbaijani defence ministry denied that its units shelled three villages near Tavush on the border.',
    }
    await told(1, denial, minutes(310))
    await planner().planAlerts(minutes(311))
    const answer = await store.db
      .selectFrom('delivery')
      .select(['id', 'under_delivery', 'not_before', 'silent', 'message'])
      .where('chat_id', '=', reader)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect([answer.under_delivery, answer.not_before, answer.silent]).toEqual([claimId, minutes(311), true])
    expect(JSON.stringify(answer.message)).toContain('An answer on Border')
    await told(0, { ...denial, text: `${denial.text} It repeated this later.` }, minutes(320))
    await planner().planAlerts(minutes(321))
    const [last] = (await alerts()).filter((row) => row.chat_id === reader).slice(-1)
    expect(JSON.stringify(last?.message).match(/An answer on Border/g)).toHaveLength(1)
  })
})
