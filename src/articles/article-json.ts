/** An article → the JSON shape that programs rely on (`readout export articles`). */
import type { Article } from './article.js'

/** `source` is the outlet's name. Instants are ISO in UTC, days plain. */
export function articleJson(article: Article, source: string): Record<string, unknown> {
  return {
    id: article.id,
    url: article.url,
    canonicalUrl: article.canonicalUrl,
    source,
    lang: article.lang,
    title: article.title,
    author: article.author,
    text: article.text,
    publishedAt: article.publishedAt?.toISOString() ?? null,
    publishedAtFrom: article.publishedAtFrom,
    publishedAtPrecision: article.publishedAtPrecision,
    relevant: article.relevant,
    topics: article.topics,
    event: article.event,
    eventDate: article.eventDate,
    countries: article.countries,
    people: article.people,
    orgs: article.organisations,
    places: article.places,
    story: article.story === null ? null : `s${article.story}`,
    duplicateOf: article.duplicateOf,
    statements: article.statements.map(({ speaker, role, side, standing, text, quoted }) => ({ speaker, role, side, standing, text, quoted })),
    revisions: article.revisions,
  }
}
