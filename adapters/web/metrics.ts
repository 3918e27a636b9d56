/** What is kept and how long answers took → `/metrics` in Prometheus' text format: numbers only, never who asks what. */
import { Hono } from 'hono'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { CommandPorts } from '../../src/commands/command.js'
import { sourceCounts } from '../../src/commands/listing-sources.js'

export interface Metrics {
  /** An answer went out: on which platform ("telegram", "web"), after how many seconds. */
  answered(platform: string, seconds: number): void
  /** `/metrics`, to be mounted at "/". */
  page: Hono
}

/** What became of calls to the language model, and of the headlines it was to translate, since the start. */
export interface LanguageModelCounts {
  answered: number
  failed: number
  translated: number
  refused: number
}

export interface MetricsOptions {
  ports: Pick<CommandPorts, 'archive' | 'stories' | 'sources' | 'outboxView'>
  lastGoodPoll(): Promise<Date | null>
  /** Null: no language model is used. */
  languageModelCounts: (() => LanguageModelCounts) | null
  now: () => Date
}

/** Seconds. */
const answerBuckets = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
/** Counting takes the database some work: whoever asks again within so many ms is told the same. */
const countedForMs = 5_000

export function createMetrics({ ports, lastGoodPoll, languageModelCounts, now }: MetricsOptions): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, labelNames: string[] = []): Gauge => new Gauge({ name, help, labelNames, registers: [registry] })
  const articles = gauge('readout_articles', 'Articles kept; relevant: on the diplomacy of the region.', ['relevant'])
  const stories = gauge('readout_stories', 'Stories that are no part of another.')
  const sources = gauge('readout_sources', 'Sources by condition.', ['condition'])
  const outbox = gauge('readout_outbox', 'Message parts that wait: planned, sending, or stuck (planned and over ten minutes late).', ['state'])
  const deliveries = gauge('readout_deliveries_last_day', 'Message parts closed in the last 24 hours, by what became of them.', ['outcome'])
  const stopped = gauge('readout_sending_stopped', '1: the platform refuses this bot (its token was revoked), nothing is sent through it.', [
    'sender',
  ])
  const pollAge = gauge('readout_last_poll_age_seconds', 'Seconds since the last good poll; absent: there was none.')
  const newestAge = gauge('readout_newest_article_age_seconds', 'Seconds since the newest article was published; absent: there is none.')
  const answers = new Histogram({
    name: 'readout_answer_seconds',
    help: 'From what a person said to the answer, by platform.',
    labelNames: ['platform'],
    buckets: answerBuckets,
    registers: [registry],
  })

  if (languageModelCounts) {
    const counter = (name: string, help: string, outcomes: readonly (keyof LanguageModelCounts)[]): Counter =>
      new Counter({
        name,
        help,
        labelNames: ['outcome'],
        registers: [registry],
        collect() {
          this.reset()
          for (const outcome of outcomes) this.inc({ outcome }, languageModelCounts()[outcome])
        },
      })
    counter('readout_model_calls_total', 'Calls to the language model: answered or failed.', ['answered', 'failed'])
    counter(
      'readout_model_headlines_total',
      'Headlines to be translated: translated, or refused (not asked for, or a reply that may not be shown).',
      ['translated', 'refused'],
    )
  }

  function age(of: Gauge, since: Date | null, at: Date): void {
    if (since) of.set((at.getTime() - since.getTime()) / 1_000)
    else of.remove()
  }

  async function count(): Promise<void> {
    const at = now()
    const [state, counted, byCondition, sending, polled, stops] = await Promise.all([
      ports.archive.state(at),
      ports.stories.count(),
      sourceCounts(ports, at),
      ports.outboxView.counts(at),
      lastGoodPoll(),
      ports.outboxView.stopped(),
    ])
    articles.set({ relevant: 'true' }, state.relevantArticles)
    articles.set({ relevant: 'false' }, state.articles - state.relevantArticles)
    stories.set(counted)
    for (const [condition, number] of Object.entries(byCondition)) sources.set({ condition }, number)
    for (const name of ['planned', 'sending', 'stuck'] as const) outbox.set({ state: name }, sending[name])
    for (const outcome of ['sent', 'unknown', 'refused'] as const) deliveries.set({ outcome }, sending[outcome])
    stopped.reset()
    for (const { sender } of stops) stopped.set({ sender }, 1)
    age(pollAge, polled, at)
    age(newestAge, state.newestAt, at)
  }

  let counting: { since: number; done: Promise<void> } | null = null
  function counted(): Promise<void> {
    if (!counting || performance.now() - counting.since > countedForMs) counting = { since: performance.now(), done: count() }
    return counting.done
  }

  const page = new Hono()
  page.get('/metrics', async (context) => {
    await counted()
    return context.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' })
  })
  return { answered: (platform, seconds) => answers.observe({ platform }, seconds), page }
}
