/** Admins' mends → articles as they are to be seen: tags corrected, hidden ones named. */
import { z } from 'zod'
import type { Article } from '../articles/article.js'
import { type EventType, eventTypes, type TopicId, topicIds } from '../lexicon/lexicon.js'
import type { Mend } from './story-store.js'

/** What of an article an admin can correct. */
export const tagFields = ['topics', 'countries', 'people', 'organisations', 'places', 'event', 'relevant'] as const

/** Detail of a mend of kind "tag". For `event` the one added replaces; for `relevant` "yes" or "no" is added. */
export const tagDetail = z.object({ field: z.enum(tagFields), add: z.array(z.string()).default([]), remove: z.array(z.string()).default([]) })
export type TagDetail = z.input<typeof tagDetail>

/**
 * Detail of the other kinds. `first`: the mend that stands for the act of which this one is a part. `story`: it was hidden whole, with what comes into it later.
 * `withdrew`: pairs that opposite mends held until this act; they hold again when it is taken back. `joined`: the stories that a merge found, with their articles and the ids that led to them.
 */
const actDetail = z.object({
  first: z.int().exactOptional(),
  story: z.int().exactOptional(),
  withdrew: z.array(z.tuple([z.int(), z.int()])).exactOptional(),
  joined: z.array(z.object({ story: z.int(), articles: z.array(z.int()), taken: z.array(z.int()) })).exactOptional(),
})
export type ActDetail = z.output<typeof actDetail>

/** What is known of the act a mend belongs to; nothing for a tag, which is an act of its own. */
export function actOf(mend: Pick<Mend, 'detail'>): ActDetail {
  return actDetail.safeParse(mend.detail).data ?? {}
}

const inForce = (mend: Mend): boolean => mend.undoneAt === null

/** Applies the tag mends in their order; a mend whose detail cannot be read is passed over. */
export function withMendedTags(articles: readonly Article[], mends: readonly Mend[]): Article[] {
  const byArticle = new Map<number, Mend[]>()
  for (const mend of mends)
    if (mend.kind === 'tag' && inForce(mend)) for (const id of mend.articles) byArticle.set(id, [...(byArticle.get(id) ?? []), mend])
  if (byArticle.size === 0) return [...articles]
  return articles.map((article) => (byArticle.get(article.id) ?? []).sort((a, b) => a.id - b.id).reduce(applyTag, article))
}

function applyTag(article: Article, mend: Mend): Article {
  const parsed = tagDetail.safeParse(mend.detail)
  if (!parsed.success) return article
  const { field, add, remove } = parsed.data
  if (field === 'event') {
    const event = add.find((id): id is EventType => (eventTypes as readonly string[]).includes(id)) ?? null
    return add.length > 0 || remove.includes(article.event ?? '') ? { ...article, event } : article
  }
  if (field === 'relevant') return { ...article, relevant: add.includes('yes') || (article.relevant && !add.includes('no')) }
  const kept = [...new Set([...article[field].filter((id) => !remove.includes(id)), ...add])]
  // Topics stand with the likeliest first, the others in the order of the alphabet.
  if (field === 'topics') return { ...article, topics: kept.filter((id): id is TopicId => (topicIds as readonly string[]).includes(id)) }
  return { ...article, [field]: kept.sort() }
}

/** Ids of the stories that admins hid whole. */
export function hiddenStories(mends: readonly Mend[]): Set<number> {
  return new Set(mends.filter((mend) => mend.kind === 'hidden' && inForce(mend)).flatMap((mend) => actOf(mend).story ?? []))
}

/** Ids of the articles that admins hid. */
export function hiddenIds(mends: readonly Mend[]): Set<number> {
  return new Set(mends.filter((mend) => mend.kind === 'hidden' && inForce(mend)).flatMap((mend) => mend.articles))
}
