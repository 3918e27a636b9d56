/** Articles in memory → the archive and story store that answers read from: for tests and measuring, the same meaning as the stored one. */
import type { Article } from '../../src/articles/article.js'
import type { Outlet } from '../../src/stories/story.js'
import type { Archive, ArchiveQuery, StoryStore } from '../../src/stories/story-store.js'

export function memoryArchive(articles: readonly Article[], outlets: ReadonlyMap<number, Outlet>): { archive: Archive; stories: StoryStore } {
  const isVisible = (article: Article, asOf: Date): boolean => article.visibleFrom !== null && article.visibleFrom <= asOf
  const fits = (article: Article, query: ArchiveQuery): boolean => {
    if (!article.relevant || !isVisible(article, query.asOf)) return false
    if (query.from && article.publishedAt && article.publishedAt < query.from) return false
    if (query.to && article.publishedAt && article.publishedAt > query.to) return false
    const has = new Set<string>([
      ...article.topics,
      ...article.people,
      ...article.organisations,
      ...article.places,
      ...article.countries,
      ...article.touches.map((topic) => `touches:${topic}`),
    ])
    if (!query.concepts.every((any) => any.some((slug) => has.has(slug)))) return false
    return !query.nameKeys || query.nameKeys.some((key) => article.nameKeys.includes(key))
  }
  const newest = (list: readonly Article[]): Article[] =>
    [...list].sort((a, b) => (b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0) || a.id - b.id)
  const archive: Archive = {
    find: async (query) => newest(articles.filter((article) => fits(article, query))).slice(0, query.limit),
    findWords: async (words, query) => {
      const hits = (article: Article): number => {
        const text = `${article.title}\n${article.text}`.toLowerCase()
        return words.filter((word) => new RegExp(`(?<!\\p{L})${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').test(text)).length
      }
      const found = newest(articles.filter((article) => fits(article, query) && hits(article) > 0))
      return found.sort((a, b) => hits(b) - hits(a)).slice(0, query.limit)
    },
    groups: async (groups) => articles.filter((article) => article.group !== null && groups.includes(article.group)),
    story: async (story) => articles.filter((article) => article.story === story),
    outlets: async () => new Map(outlets),
    state: async (asOf) => {
      const visible = articles.filter((article) => isVisible(article, asOf))
      const times = visible.flatMap((article) => (article.publishedAt ? [article.publishedAt.getTime()] : []))
      return {
        articles: articles.length,
        relevantArticles: visible.filter((article) => article.relevant).length,
        sources: outlets.size,
        sourcesFailing: 0,
        newestAt: times.length > 0 ? new Date(Math.max(...times)) : null,
        lastPollAt: null,
      }
    },
    days: async () => [],
    correctedArticles: async () => new Set(),
  }
  const unused = async (): Promise<never> => {
    throw new Error('the archive in memory is read only')
  }
  const stories: StoryStore = {
    placing: unused,
    resolve: async (story) => (articles.some((article) => article.story === story) ? story : null),
    count: async () => new Set(articles.flatMap((article) => article.story ?? [])).size,
    changesSince: async () => [],
    lastSeq: async () => 0,
    addMend: unused,
    undoMend: unused,
    mergedInto: unused,
    mends: async () => [],
  }
  return { archive, stories }
}
