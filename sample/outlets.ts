/** The bundled sample's files → its outlets and articles, checked. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { packageFile } from '../src/package-files.js'

const outletSchema = z.object({
  id: z.string(),
  name: z.string().regex(/^Sample /),
  country: z.string().length(2),
  ownership: z.enum(['state', 'public', 'independent']),
  lang: z.string().length(2),
  zone: z.string(),
  feed: z.enum(['rss', 'atom', 'json', 'sitemap']),
  template: z.enum(['columns', 'plain', 'tables']),
})
const articleSchema = z.object({
  outlet: z.string(),
  slug: z.string(),
  publishedAt: z.iso.datetime({ offset: true }),
  lang: z.string().nullable(),
  title: z.string(),
  paragraphs: z.array(z.string()).min(1),
})
export type SampleOutlet = z.infer<typeof outletSchema>
export type SampleArticle = z.infer<typeof articleSchema>

export function loadSample(): { outlets: SampleOutlet[]; articles: SampleArticle[] } {
  const read = (name: string): unknown => JSON.parse(readFileSync(packageFile(`sample/${name}`), 'utf8'))
  return { outlets: z.array(outletSchema).parse(read('outlets.json')), articles: z.array(articleSchema).parse(read('articles.json')) }
}
