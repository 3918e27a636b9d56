/** What every store does, embedded or served: the same tests for both. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Line } from '../../src/answers/follow-up.js'
import type { Store } from '../../src/store/open.js'
import { wholeChoice } from '../../src/subscribers/subscription.js'
import { sampleArticle, sampleSource } from './sample-articles.js'

const readAt = new Date('2024-08-18T10:00:00Z')

/** `open` gives a new, empty store, which is closed here. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`${name}: values`, () => {
    let store: Store
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    it('come back as they went in, in an odd time zone', async () => {
      const instants = ['2024-08-18T22:59:59.123Z', '1867-12-31T00:00:00Z', '2024-04-06T14:00:00Z', '2024-09-28T14:30:00.001Z'].map(
        (text) => new Date(text),
      )
      for (const instant of instants) {
        const { rows } = await store.pool.query('select $1::timestamptz as back, $1::timestamptz::text as stored', [instant])
        expect(rows[0].back).toEqual(instant)
        expect(new Date(rows[0].stored)).toEqual(instant)
      }
      const { rows } = await store.pool.query(
        `select $1::date as day, array[$1::date] as days, $2::bigint as big, $3::bigint[] as bigs, $4::jsonb as json, $5::text[] as texts, $6::text as text`,
        [
          '2024-09-29',
          Number.MAX_SAFE_INTEGER,
          [-2147483648, 4294967295],
          JSON.stringify({ a: [1, null] }),
          ['a,"b', 'NULL', '{}', 'ქ'],
          'ა\u2028\\x',
        ],
      )
      expect(rows[0]).toEqual({
        day: '2024-09-29',
        days: ['2024-09-29'],
        big: Number.MAX_SAFE_INTEGER,
        bigs: [-2147483648, 4294967295],
        json: { a: [1, null] },
        texts: ['a,"b', 'NULL', '{}', 'ქ'],
        text: 'ა\u2028\\x',
      })
    })

    it('that a number cannot hold are an error, not another number', async () => {
      await expect(store.pool.query('select 9007199254740993::bigint')).rejects.toThrow('bigint 9007199254740993')
    })

    it('are folded by the database as letters of every script', async () => {
      const { rows } = await store.pool.query(`select lower('ՀԱՅԱՍՏԱՆ БАКУ ŞUŞA') as low`)
      expect(rows[0].low).toBe('հայաստան баку şuşa')
    })
  })

  describe(`${name}: a transaction`, () => {
    let store: Store
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    it('is undone whole when it fails', async () => {
      const failed = store.db.transaction().execute(async (trx) => {
        await trx.insertInto('concept').values({ slug: 'lost' }).execute()
        await trx.insertInto('concept').values({ slug: 'lost' }).execute()
      })
      await expect(failed).rejects.toThrow('duplicate key')
      await store.db.insertInto('concept').values({ slug: 'kept' }).execute()
      expect((await store.db.selectFrom('concept').select('slug').execute()).map((row) => row.slug)).toEqual(['kept'])
    })

    it('fails at once when a query goes round it', async () => {
      const round = store.db.transaction().execute(async (trx) => {
        await trx.selectFrom('concept').select('id').execute()
        await store.articles.count()
      })
      await expect(round).rejects.toThrow('a query outside the open transaction')
      const raw = store.db.transaction().execute(() => store.pool.query('select 1'))
      await expect(raw).rejects.toThrow('a query outside the open transaction')
      expect(await store.articles.count()).toBe(0)
    })

    it('does not disturb the queries of others', async () => {
      const slow = store.db.transaction().execute(async (trx) => {
        await trx.insertInto('concept').values({ slug: 'slow' }).execute()
        await new Promise((done) => setTimeout(done, 50))
        await trx.insertInto('concept').values({ slug: 'slower' }).execute()
      })
      await Promise.all([slow, ...Array.from({ length: 20 }, () => store.articles.count())])
      const many = await Promise.all(
        Array.from({ length: 60 }, async (_, i) => {
          const long = String(i).repeat(70_000)
          const { rows } = await store.pool.query(i % 2 ? 'select $1::text as text' : 'select 0 as zero, $1::text as text', [long])
          return rows[0].text === long
        }),
      )
      expect(many.every(Boolean)).toBe(true)
    })
  })

  describe(`${name}: articles`, () => {
    let store: Store
    let source: number
    beforeAll(async () => {
      store = await open()
      source = await sampleSource(store, 'outlet', 'Asia/Tbilisi')
    })
    afterAll(() => store.close())

    it('come back whole, by id and by either address', async () => {
      const article = sampleArticle(source)
      const { id, outcome } = await store.articles.save(article, readAt)
      expect(outcome).toBe('new')
      const expected = {
        ...article,
        id,
        readAt,
        visibleFrom: article.publishedAt,
        revisions: 1,
        withdrawnAt: null,
        duplicateOf: null,
        story: null,
        group: null,
        titleIn: {},
      }
      expect(await store.articles.byId(id)).toEqual(expected)
      expect(await store.articles.byUrl(article.url)).toEqual(expected)
      expect(await store.articles.byUrl(article.canonicalUrl)).toEqual(expected)
      expect(await store.articles.byUrl('https://outlet.example/news/2')).toBe(null)
      expect(await store.articles.unplaced(10)).toEqual([id])
    })

    it('that did not change stay as they are', async () => {
      const again = await store.articles.save(sampleArticle(source, { url: 'https://m.outlet.example/news/1' }), new Date('2024-08-19T00:00:00Z'))
      expect(again.outcome).toBe('same')
      expect((await store.articles.byUrl('https://m.outlet.example/news/1'))?.readAt).toEqual(readAt)
      expect(await store.articles.revisions(again.id)).toHaveLength(1)
    })

    it('that changed keep every revision; only what takes a figure or a name back is a correction', async () => {
      const corrected = async (id: number) =>
        (await store.db.selectFrom('article').select('corrected').where('id', '=', id).executeTakeFirstOrThrow()).corrected
      const before = sampleArticle(source)
      const longer = sampleArticle(source, { text: `${before.text}\n\nThe talks go on with 3 experts.`, publishedAt: null })
      const { id, outcome } = await store.articles.save(longer, new Date('2024-08-18T11:00:00Z'))
      expect([outcome, await corrected(id)]).toEqual(['changed', false])
      expect((await store.articles.byId(id))?.publishedAt).toEqual(before.publishedAt)
      await store.articles.save(
        sampleArticle(source, { text: longer.text.replace('12 border posts', '11 border posts') }),
        new Date('2024-08-18T12:00:00Z'),
      )
      expect(await corrected(id)).toBe(true)
      await store.articles.markWithdrawn(id, new Date('2024-08-18T13:00:00Z'))
      await store.articles.markWithdrawn(id, new Date('2024-08-18T14:00:00Z'))
      expect((await store.articles.revisions(id)).map(({ n, withdrawn, seenAt }) => [n, withdrawn, seenAt.toISOString()])).toEqual([
        [1, false, '2024-08-18T10:00:00.000Z'],
        [2, false, '2024-08-18T11:00:00.000Z'],
        [3, false, '2024-08-18T12:00:00.000Z'],
        [4, true, '2024-08-18T13:00:00.000Z'],
      ])
      expect(await store.articles.byId(id)).toMatchObject({ revisions: 4, withdrawnAt: new Date('2024-08-18T13:00:00Z') })
    })

    it('known only to the day are visible from its end in the zone of the source', async () => {
      const day = sampleArticle(source, {
        url: 'https://outlet.example/day',
        canonicalUrl: 'https://outlet.example/day',
        publishedAt: new Date('2024-08-17T20:00:00Z'),
        publishedAtPrecision: 'day',
      })
      const { id } = await store.articles.save(day, readAt)
      expect((await store.articles.byId(id))?.visibleFrom).toEqual(new Date('2024-08-18T20:00:00Z'))
      await store.articles.saveUnderstanding(id, {
        ...day,
        publishedAt: null,
        publishedAtFrom: null,
        publishedAtPrecision: null,
        people: [],
        rulesVersion: 'rules-2',
      })
      const after = await store.articles.byId(id)
      expect([after?.visibleFrom, after?.people, after?.rulesVersion, after?.text, after?.revisions]).toEqual([null, [], 'rules-2', day.text, 1])
    })

    it('are found by their concepts, which are made once however many ask at once', async () => {
      const saved = await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          store.articles.save(
            sampleArticle(source, {
              url: `https://outlet.example/c/${i}`,
              canonicalUrl: `https://outlet.example/c/${i}`,
              people: [`person-${i % 2}`],
            }),
            readAt,
          ),
        ),
      )
      const [wanted] = await store.concepts.numbers(['person-1'])
      const rows = await store.db.selectFrom('article').select(['id', 'concepts']).where('canonical_url', 'like', '%/c/%').orderBy('id').execute()
      expect(rows.filter((row) => row.concepts.includes(wanted ?? -1)).map((row) => row.id)).toEqual(
        saved
          .filter((_, i) => i % 2 === 1)
          .map(({ id }) => id)
          .sort((a, b) => a - b),
      )
      expect(await store.concepts.known(['person-0', 'nobody'])).toEqual(new Map([['person-0', (await store.concepts.numbers(['person-0']))[0]]]))
    })

    it('want their titles in the languages of chats that cannot read them, each once, and keep what came of it', async () => {
      const url = (name: string): string => `https://outlet.example/titles/${name}`
      const titled = async (name: string, title: string, lang: string): Promise<number> => {
        const { id } = await store.articles.save(sampleArticle(source, { url: url(name), canonicalUrl: url(name), title, lang }), readAt)
        const { id: story } = await store.db.insertInto('story').values({ made_at: readAt }).returning('id').executeTakeFirstOrThrow()
        await store.db.updateTable('article').set({ story_id: story }).where('id', '=', id).execute()
        return id
      }
      const [armenian, reprint, german] = [await titled('1', 'Վերնագիր', 'hy'), await titled('2', 'Վերնագիր', 'hy'), await titled('3', 'Titel', 'de')]
      const since = new Date('2024-01-01T00:00:00Z')
      const wanted = async (): Promise<string[]> =>
        (await store.titleTranslations.wanted({ since, until: readAt, limit: 10 })).map(({ title, from, to }) => `${from} ${title} ${to}`)
      expect(await wanted()).toEqual([])
      const chat = async (name: string, lang: 'en' | 'ru', languagesRead: ('en' | 'ru' | 'hy')[]): Promise<number> => {
        const { id } = await store.chats.chat({ platform: 'telegram', workspace: '', chat: name, thread: '' }, 'private', readAt)
        await store.chats.saveSettings(id, { lang, zone: null, languagesRead })
        return id
      }
      await chat('titles-1', 'ru', ['ru', 'hy'])
      expect(await wanted()).toEqual(['de Titel ru'])
      const gone = await chat('titles-2', 'en', ['en'])
      expect(await wanted()).toEqual(['de Titel en', 'de Titel ru', 'hy Վերնագիր en'])
      await store.titleTranslations.save({ title: 'Վերնագիր', from: 'hy', to: 'en' }, { text: 'A title' }, since)
      await store.titleTranslations.save({ title: 'Titel', from: 'de', to: 'en' }, { refused: 'names' }, since)
      expect(await wanted()).toEqual(['de Titel ru'])
      expect((await store.articles.byIds([armenian, reprint, german])).map(({ titleIn }) => titleIn)).toEqual([
        { en: 'A title' },
        { en: 'A title' },
        {},
      ])
      // A subscription may be spoken to in a language of its own.
      const person = await store.chats.person({ platform: 'telegram', workspace: '', user: 'titles' }, readAt)
      const schedule = { times: ['08:00'], weekdays: [1], zone: 'UTC', nextAt: null }
      await store.subscriptions.add({ ...schedule, chatId: gone, choice: { ...wholeChoice, lang: 'tr' } }, person.id, readAt)
      expect(await wanted()).toEqual(['de Titel ru', 'de Titel tr', 'hy Վերնագիր tr'])
      await store.editions.chatGone(gone, 'blocked', readAt)
      expect(await wanted()).toEqual(['de Titel ru'])
    })
    it('saved at once by two readers are one', async () => {
      const same = sampleArticle(source, { url: 'https://outlet.example/twice', canonicalUrl: 'https://outlet.example/twice' })
      const outcomes = await Promise.all([store.articles.save(same, readAt), store.articles.save(same, readAt)])
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['new', 'same'])
      expect(outcomes[0]?.id).toBe(outcomes[1]?.id)
    })

    it('can be walked through by id and found by a shared band', async () => {
      const all = await store.articles.count()
      const walked: number[] = []
      for (let last = 0; ; ) {
        const page = await store.articles.after(last, 4)
        walked.push(...page.map(({ id }) => id))
        const end = page.at(-1)
        if (!end) break
        last = end.id
      }
      expect(walked).toHaveLength(all)
      expect(walked).toEqual([...walked].sort((a, b) => a - b))
      expect((await store.articles.byIds(walked.slice(1, 3))).map(({ id }) => id)).toEqual(walked.slice(1, 3))
      const row = await store.db
        .selectFrom('article')
        .select('bands')
        .where('id', '=', walked[0] ?? 0)
        .executeTakeFirstOrThrow()
      expect((await store.articles.sharingBands(row.bands.slice(0, 1), 50)).map(({ id }) => id)).toContain(walked[0])
      expect(await store.articles.sharingBands([], 50)).toEqual([])
      await store.articles.setDuplicateOf(walked[1] ?? 0, 'https://outlet.example/news/1')
      expect((await store.articles.byId(walked[1] ?? 0))?.duplicateOf).toBe('https://outlet.example/news/1')
    })
  })

  describe(`${name}: chats, people and the rest`, () => {
    let store: Store
    const now = new Date('2024-08-18T10:00:00Z')
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    it('makes a chat once, however many ask at once, and keeps its settings and last list', async () => {
      const address = { platform: 'telegram', workspace: '', chat: '-1001', thread: '7' }
      const chats = await Promise.all(Array.from({ length: 8 }, () => store.chats.chat(address, 'group', now)))
      expect(new Set(chats.map(({ id }) => id)).size).toBe(1)
      const id = chats[0]?.id ?? 0
      expect(chats[0]).toEqual({ id, address, kind: 'group', title: null, settings: { lang: null, zone: null, languagesRead: [] } })
      await store.chats.saveSettings(id, { lang: 'hy', zone: 'Asia/Yerevan', languagesRead: ['hy', 'ru'] })
      expect((await store.chats.chat(address, 'group', now)).settings).toEqual({ lang: 'hy', zone: 'Asia/Yerevan', languagesRead: ['hy', 'ru'] })
      expect(await store.chats.lastList(id)).toEqual([])
      await store.chats.saveList(id, [5, 3], now)
      expect(await store.chats.lastList(id)).toEqual([5, 3])
      expect(await store.chats.standing(address)).toEqual({ kind: 'group', lang: 'hy', ended: false })
      expect(await store.chats.standing({ ...address, thread: '99' })).toBeNull()
    })

    it('keeps what a chat asked for some minutes, until its chat or its person is forgotten', async () => {
      const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
      const person = await store.chats.person({ platform: 'telegram', workspace: '', user: '77' }, now)
      const [first, second] = await Promise.all(
        ['77', '-77'].map((chat) => store.chats.chat({ platform: 'telegram', workspace: '', chat, thread: '' }, 'private', now)),
      )
      if (!first || !second) throw new Error('expected two chats')
      const line: Line = { text: 'что нового по договору', kind: 'latest', lang: 'ru', zone: 'Asia/Baku', asOf: now, shown: [3, 1] }
      const more: Line = { ...line, text: 'ещё', kind: null, shown: [9] }
      const { last, remember, forgetExpired } = store.conversations
      await remember({ chat: first.id, person: person.id, lines: [line] }, { now, until: at(10) })
      await remember({ chat: first.id, person: person.id, lines: [line, more] }, { now, until: at(10) })
      await remember({ chat: second.id, person: person.id, lines: [line] }, { now, until: at(5) })
      expect(await last(first.id, at(9))).toEqual([line, more])
      expect(await last(first.id, at(10))).toEqual([])
      expect(await forgetExpired(at(5))).toBe(1)
      expect(await last(first.id, at(6))).toEqual([line, more])
      await store.people.forget(person.id, null)
      expect(await last(first.id, at(6))).toEqual([])
      const other = await store.chats.person({ platform: 'telegram', workspace: '', user: '78' }, now)
      await remember({ chat: first.id, person: other.id, lines: [line] }, { now, until: at(10) })
      await store.people.forget(other.id, first.id)
      expect((await store.pool.query('select count(*)::integer as n from conversation')).rows).toEqual([{ n: 0 }])
    })

    it('makes a person once, a reader until it is said otherwise', async () => {
      const address = { platform: 'slack', workspace: 'T1', user: 'U1' }
      const person = await store.chats.person(address, now)
      expect(person).toEqual({ id: person.id, address, role: 'reader' })
      await store.chats.setRole(person.id, 'admin')
      expect(await store.chats.person(address, now)).toEqual({ ...person, role: 'admin' })
    })

    it('handles an update once', async () => {
      const firsts = await Promise.all(Array.from({ length: 6 }, () => store.handled.first('telegram', '42', now)))
      expect(firsts.filter(Boolean)).toHaveLength(1)
      expect(await store.handled.first('slack', '42', now)).toBe(true)
      await store.handled.forget('slack', '42')
      expect(await store.handled.first('slack', '42', now)).toBe(true)
      await store.handled.first('telegram', 'greeting:1:-5', now)
      await store.handled.dropBefore(new Date(now.getTime() + 1))
      expect(await store.handled.first('telegram', '42', now)).toBe(true)
      expect(await store.handled.first('telegram', 'greeting:1:-5', now)).toBe(false)
    })

    it('gives a lease to one holder, with a number that grows', async () => {
      const at = (ms: number) => new Date(now.getTime() + ms)
      const taken = await Promise.all(['a', 'b', 'c'].map((owner) => store.leases.take('poll', owner, { now, ms: 1_000 })))
      expect(taken.filter((number) => number !== null)).toEqual([1])
      const owner = ['a', 'b', 'c'][taken.indexOf(1)] ?? ''
      expect(await store.leases.take('poll', owner, { now: at(500), ms: 1_000 })).toBe(1)
      expect(await store.leases.take('poll', 'd', { now: at(1_400), ms: 1_000 })).toBe(null)
      expect(await store.leases.holder('poll', at(1_400))).toBe(owner)
      expect(await store.leases.take('poll', 'd', { now: at(1_500), ms: 1_000 })).toBe(2)
      await store.leases.release('poll', owner, at(1_600))
      expect(await store.leases.holder('poll', at(1_600))).toBe('d')
      await store.leases.release('poll', 'd', at(1_600))
      expect(await store.leases.take('poll', 'd', { now: at(1_700), ms: 1_000 })).toBe(3)
    })

    it('keeps the audit, settings and rounds of polling', async () => {
      await store.audit.record({ at: now, by: 'telegram:1', action: 'addsource', detail: { url: 'https://outlet.example' } })
      await store.audit.record({ at: now, by: 'terminal', action: 'pausesource', detail: null })
      const [last, first] = await store.audit.list(10)
      expect([last?.action, first?.detail]).toEqual(['pausesource', { url: 'https://outlet.example' }])
      expect((await store.audit.list(10, last?.id)).map(({ by }) => by)).toEqual(['telegram:1'])
      expect(await store.settings.get('access')).toBe(null)
      await store.settings.set('access', { list: ['a'] }, now)
      await store.settings.set('access', 'open', now)
      expect(await store.settings.get('access')).toBe('open')
      expect(await store.pollRuns.lastFinished()).toBe(null)
      const run = await store.pollRuns.begin(now)
      await store.pollRuns.begin(now)
      await store.pollRuns.finish(run, { now, sources: 5, failed: 1 })
      expect(await store.pollRuns.lastFinished()).toEqual({ startedAt: now, finishedAt: now, sources: 5, failed: 1 })
    })
  })
}
