/** One article or story with what is kept of it, and what decided its tags and its place (`readout article`, `readout story --why`). */
import type { Article } from '../articles/article.js'
import { articleJson } from '../articles/article-json.js'
import { explainTags, type TagReason, type TagReasons } from '../articles/explain-tags.js'
import { labelText } from '../messages/story-message.js'
import { interfaceLanguage, operatorWords } from '../messages/words.js'
import { type Explanation, explainArticle, explainStory, type Neighbour } from '../stories/explain.js'
import { storiesOfGroups } from '../stories/of-groups.js'
import { storyJson } from '../stories/story-json.js'
import { plainDateIn } from '../text/dates.js'
import { print, type Session, show } from './session.js'

const say = operatorWords()

/** What decided one article's tags and its place. */
interface Why {
  tags: TagReasons
  /** Null: it is not relevant, so no story holds it. */
  placed: Explanation | null
}

async function zonesOf(session: Session): Promise<Map<number, string | null>> {
  return new Map((await session.readout.commandPorts.sources.list()).map((source) => [source.id, source.zone]))
}

function tagsOf(article: Article, zone: string | null, session: Session): TagReasons {
  const { title, text, lang, publishedAt } = article
  return explainTags({ title, text, lang, published: publishedAt ? plainDateIn(publishedAt, zone) : null }, session.readout.commandPorts.lexicon)
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`

function tagLine(kind: string, { tag, given, probability, because }: TagReason): string {
  const reasons = because.map(({ feature, points }) => `${feature} ${signed(points)}`).join(', ')
  const key = given ? 'why-tag-given' : 'why-tag-not-given'
  return `    ${say(key, { kind: say(`why-kind-${kind}`), tag, probability: Math.round(probability * 100) })}${reasons ? `: ${reasons}` : ''}`
}

function neighbourLine(key: string, neighbour: Neighbour | null): string[] {
  if (!neighbour) return []
  const reasons = neighbour.reasons.slice(0, 6).map(({ feature, adds }) => `${feature} ${signed(adds)}`)
  const { articleId, title, story, score } = neighbour
  const values = { article: `a${articleId}`, title, story: story === null ? '–' : `s${story}`, score: score.toFixed(2) }
  return [`    ${say(key, values)}${reasons.length > 0 ? `: ${reasons.join(', ')}` : ''}`]
}

function whyLines({ tags, placed }: Why): string[] {
  const tagged = Object.entries(tags).flatMap(([kind, reasons]) => reasons.map((reason) => tagLine(kind, reason)))
  if (!placed) return [`  ${say('why-tags')}`, ...tagged, `  ${say('why-not-placed')}`]
  const place =
    placed.meanInStory === null
      ? say('why-alone', { threshold: placed.threshold.toFixed(2) })
      : say('why-placed', { mean: placed.meanInStory.toFixed(2), threshold: placed.threshold.toFixed(2) })
  return [
    `  ${say('why-tags')}`,
    ...tagged,
    `  ${place}`,
    ...neighbourLine('why-nearest', placed.nearest),
    ...neighbourLine('why-rival', placed.rival),
  ]
}

/** @throws when there is no such article. */
export async function articleVerb(words: string, why: boolean, session: Session): Promise<void> {
  const { articles, archive } = session.readout.commandPorts
  const number = /^a?(\d+)$/i.exec(words.trim())?.[1]
  const article = number ? await articles.byId(Number(number)) : await articles.byUrl(words.trim())
  if (!article) throw new Error(say('article-unknown', { words: JSON.stringify(words) }))
  const outlets = await archive.outlets()
  const kept = articleJson(article, outlets.get(article.sourceId)?.name ?? '')
  if (!why) return print(JSON.stringify(kept, null, session.options.json ? 0 : 2))
  const members = article.group === null ? [] : await archive.groups([article.group])
  const explained: Why = {
    tags: tagsOf(article, (await zonesOf(session)).get(article.sourceId) ?? null, session),
    placed: article.group === null ? null : explainArticle(article, members),
  }
  if (session.options.json) return print(JSON.stringify({ ...kept, ...explained }))
  print([JSON.stringify(kept, null, 2), '', `a${article.id} ${article.title}`, ...whyLines(explained)].join('\n'))
}

/** A story's articles one by one. Without `why` it is the chat's command. @throws when there is no such story. */
export async function storyVerb(words: string, why: boolean, session: Session): Promise<void> {
  if (!why) return show(session, await session.say('story', words))
  const { readout, options } = session
  const { archive, stories, chats, lexicon } = readout.commandPorts
  const typed = words.trim()
  const chat = await chats.chat({ platform: 'terminal', workspace: '', chat: 'local', thread: '' }, 'private', readout.now())
  const id = /^s\d+$/i.test(typed) ? Number(typed.slice(1)) : ((await chats.lastList(chat.id))[Number(typed || 1) - 1] ?? null)
  const alive = id === null ? null : await stories.resolve(id)
  const own = alive === null ? [] : await archive.story(alive)
  const groups = [...new Set(own.flatMap(({ group }) => (group === null ? [] : [group])))]
  const outlets = await archive.outlets()
  const told = await storiesOfGroups(groups, { asOf: options.asOf ?? readout.now(), outlets }, readout.commandPorts)
  const story = told.find((one) => one.id === alive)
  if (alive === null || !story) throw new Error(say('story-unknown', { story: typed || '1' }))
  const zones = await zonesOf(session)
  const explained = explainStory(alive, await archive.groups(groups)).map((placed) => {
    const article = own.find((one) => one.id === placed.articleId) as Article
    return { article, why: { tags: tagsOf(article, zones.get(article.sourceId) ?? null, session), placed } }
  })
  const label = labelText(lexicon, interfaceLanguage(options.lang))
  if (options.json)
    return print(
      JSON.stringify({ ...storyJson(story, label), why: explained.map(({ article, why }) => ({ article: article.id, url: article.url, ...why })) }),
    )
  const lines = explained.flatMap(({ article, why }) => [
    '',
    `a${article.id} ${article.title} (${outlets.get(article.sourceId)?.name ?? '?'})`,
    ...whyLines(why),
  ])
  print([`s${alive} ${label(story)}`, ...lines].join('\n'))
}
