/** Titles that a chat would be shown in a language it does not read → their checked translations, kept; in the background, newest first. */

import type { TitleTranslations, WantedTitle } from '../articles/title-translations.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Log } from '../log.js'
import { messageOf } from '../text/error-message.js'
import { type ModelClient, ModelError } from './client.js'
import { translateHeadline } from './translate.js'

export interface TranslatorOptions {
  model: ModelClient
  lexicon: Lexicon
  titles: TitleTranslations
  /** Of several processes on one database one translates. */
  leases: {
    take(name: string, owner: string, span: { now: Date; ms: number }): Promise<number | null>
    release(name: string, owner: string, now: Date): Promise<void>
  }
  /** This process, unlike any other that ever was. */
  owner: string
  now: () => Date
  log: Log
  /** How long to wait where nothing is to be done. */
  everyMs?: number
}

/** Titles looked at since the start. */
export interface TranslationCounts {
  translated: number
  /** Not asked for, or not shown for what was wrong with the reply. */
  refused: number
}

export interface HeadlineTranslator {
  start(): void
  /** A call that runs is given up; its title is asked for again by whoever comes next. */
  stop(): Promise<void>
  counts(): TranslationCounts
}

const leaseName = 'title-translations'
/** Longer than one call may take. */
const leaseMs = 3 * 60_000
const hourMs = 3_600_000
/** What is older is in no digest and no alert. */
const ageMs = 48 * hourMs
/** A title of a day alone becomes visible at its end. */
const aheadMs = 24 * hourMs
const atOnce = 20
/** A title that gets no reply keeps no other waiting. */
const asideMs = hourMs

export function createHeadlineTranslator(options: TranslatorOptions): HeadlineTranslator {
  const { model, lexicon, titles, leases, owner, now, log, everyMs = 30_000 } = options
  const abort = new AbortController()
  const counts: TranslationCounts = { translated: 0, refused: 0 }
  /** Until when a title that got no reply is let be. */
  const aside = new Map<string, number>()
  /** What was last said of the endpoint; null: it answers. */
  let trouble: string | null = null
  let running: Promise<void> = Promise.resolve()
  const wake = { timer: undefined as NodeJS.Timeout | undefined, settle: () => {} }

  const keyOf = ({ title, from, to }: WantedTitle): string => `${to} ${from} ${title}`
  const isMine = async (): Promise<boolean> => (await leases.take(leaseName, owner, { now: now(), ms: leaseMs })) !== null

  async function translate(wanted: WantedTitle, since: Date): Promise<void> {
    try {
      const translation = await translateHeadline(wanted, { model, lexicon, signal: abort.signal })
      await titles.save(wanted, translation, since)
      if ('refused' in translation) counts.refused++
      else counts.translated++
      log.debug({ to: wanted.to, ...('refused' in translation ? translation : {}) }, 'a headline was translated, or refused')
      if (trouble !== null) log.info({ model: model.model }, 'the language model answers again')
      trouble = null
    } catch (error) {
      if (!(error instanceof ModelError)) throw error
      if (error.fault === 'reply') aside.set(keyOf(wanted), now().getTime() + asideMs)
      if (trouble !== error.fault)
        log.warn({ error: error.message }, 'the language model gave no reply; headlines stay as they are, and it is asked again later')
      trouble = error.fault
    }
  }

  /** Gives how many milliseconds to wait before the next one. */
  async function round(): Promise<number> {
    if (model.pauseMs() > 0 || !(await isMine())) return everyMs
    const at = now().getTime()
    for (const [key, until] of aside) if (until <= at) aside.delete(key)
    const since = new Date(at - ageMs)
    const wanted = await titles.wanted({ since, until: new Date(at + aheadMs), limit: atOnce + aside.size })
    const due = wanted.filter((one) => !aside.has(keyOf(one))).slice(0, atOnce)
    for (const one of due) {
      if (model.pauseMs() > 0 || abort.signal.aborted || !(await isMine())) return everyMs
      await translate(one, since)
    }
    return due.length > 0 ? 0 : everyMs
  }

  async function loop(): Promise<void> {
    while (!abort.signal.aborted) {
      let wait = everyMs
      try {
        wait = await round()
      } catch (error) {
        if (abort.signal.aborted) break
        log.warn({ error: messageOf(error) }, 'translating headlines failed; it is tried again')
      }
      await new Promise<void>((settle) => {
        if (abort.signal.aborted) return settle()
        wake.settle = settle
        wake.timer = setTimeout(settle, wait)
      })
    }
  }

  return {
    start() {
      running = loop()
    },
    async stop() {
      abort.abort(new Error('the service ends'))
      clearTimeout(wake.timer)
      wake.settle()
      await running
      // Where the database is away the lease ends by itself.
      await leases
        .release(leaseName, owner, now())
        .catch((error: unknown) => log.warn({ error: String(error) }, 'the lease of translating was not given back'))
    },
    counts: () => ({ ...counts }),
  }
}
