/** A report of an outlet → kept, understood and placed in a Readout that a test made, as polling it would; gives its id. */
import type { Readout } from '../src/main.js'
import { keepArticle } from '../src/pipeline.js'

export interface Report {
  /** Name of the outlet and of its host. */
  outlet: string
  /** Last part of its address. */
  page: string
  title: string
  text: string
  publishedAt: Date
}

export async function keepReport({ outlet, page, title, text, publishedAt }: Report, readout: Readout, now: Date): Promise<number> {
  const home = `https://${outlet.toLowerCase()}.example`
  const labels = { country: 'AM', language: 'en', ownership: null, zone: null }
  const { source } = await readout.commandPorts.sources.add(
    { name: outlet, kind: 'feed', url: `${home}/feed`, home: null, confirmed: true, ...labels },
    now,
  )
  const url = `${home}/${page}`
  const read = { url, canonicalUrl: url, sourceId: source.id, lang: 'en', title, author: null, text }
  const dated = { ...read, publishedAt, publishedAtFrom: 'page' as const, publishedAtPrecision: 'minute' as const }
  return (await keepArticle(dated, { zone: null }, { ...readout.readingPorts, now: () => now })).id
}
