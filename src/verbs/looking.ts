/** One article or story with what is kept of it, and what decided its tags and its place (`readout article`, `readout story --why`). */
import type { Article } from '../articles/article.js'
import { articleJson } from '../articles/article-json.js'
import { explainTags, type PersonReason, type TagReason, type TagReasons } from '../articles/explain-tags.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { labelText } from '../messages/story-message.js'
import { interfaceLanguage, operatorWords } from '../messages/words.js'
import { type Explanation, explainArticle, explainStory, type Neighbour } from '../stories/explain.js'
import { actOf, tagDetail } from '../stories/mends.js'
import { storiesOfGroups } from '../stories/of-groups.js'
import { storyJson } from '../stories/story-json.js'
import type { Mend } from '../stories/story-store.js'
import { plainDateIn } from '../text/dates.js'
import { print, type Session, show } from './session.js'
import { pairTrait, tagTrait } from './why-words.js'

const say = operatorWords()

/** What decided one article's tags and its place, and what admins made of it. */
interface Why {
  tags: TagReasons
  /** Not "people": that is what the article's own JSON calls them. */
  named: PersonReason[]
  mends: Mend[]
  /** Null: it is not relevant, so no story holds it. */
  placed: Explanation | null
}

async function zonesOf(session: Session): Promise<Map<number, string | null>> {
  return new Map((await session.readout.commandPorts.sources.list()).map((source) => [source.id, source.zone]))
}

function tagsOf(article: Article, zone: string | null, session: Session): Pick<Why, 'tags' | 'named'> {
  const { title, text, lang, publishedAt } = article
  const input = { title, text, lang, published: publishedAt ? plainDateIn(publishedAt, zone) : null }
  const { tags, people } = explainTags(input, session.readout.commandPorts.lexicon)
  return { tags, named: people }
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`

/** "for it: … +1.20; … +0.30 · against it: … −0.40"; nothing where nothing weighed. */
function weighed(traits: readonly { words: string; points: number }[]): string[] {
  const side = (key: string, of: typeof traits): string[] =>
    of.length > 0 ? [`${say(key)}: ${of.map(({ words, points }) => `${words} ${signed(points)}`).join('; ')}`] : []
  const both = [
    ...side(
      'why-for',
      traits.filter(({ points }) => points > 0),
    ),
    ...side(
      'why-against',
      traits.filter(({ points }) => points < 0),
    ),
  ]
  return both.length > 0 ? [`        ${both.join(' · ')}`] : []
}

/** What was never likely is left to `--json`. */
const leastTold = 0.05
const isTold = ({ given, probability }: TagReason): boolean => given || probability >= leastTold

function tagLines(kind: keyof TagReasons, { tag, given, probability, atLeast, despite, because }: TagReason, lexicon: Lexicon): string[] {
  const nameOf = (slug: string): string => lexicon.displayName(slug, 'en')
  const values = { kind: say(`why-kind-${kind}`), tag, probability: Math.round(probability * 100), least: Math.round((atLeast ?? 0) * 100) }
  const key = `${atLeast === null ? 'why-choice' : 'why-tag'}-${given ? 'given' : 'not-given'}`
  return [
    `    ${say(key, values)}${despite ? `: ${say(`why-reason-${despite}`)}` : ''}`,
    ...weighed(because.map(({ feature, points }) => ({ words: tagTrait(kind, feature, { say, nameOf }), points }))),
  ]
}

function personLine({ tag, times, spellings }: PersonReason): string {
  if (times === 0) return `    ${say('why-person-unknown', { tag })}`
  return `    ${say('why-person', { tag, times, spellings: spellings.map((spelling) => `“${spelling}”`).join(', ') })}`
}

function neighbourLines(key: string, neighbour: Neighbour | null): string[] {
  if (!neighbour) return []
  const { articleId, title, story, score, reasons } = neighbour
  const values = { article: `a${articleId}`, title, story: story === null ? '–' : `s${story}`, score: score.toFixed(2) }
  const traits = reasons.slice(0, 6).map(({ feature, adds }) => ({ words: pairTrait(feature, say), points: adds }))
  return [`    ${say(key, values)}`, ...weighed(traits)]
}

/** What admins said of one article; the parts of one act together. */
function mendLines(articleId: number, mends: readonly Mend[]): string[] {
  const acts = new Map<number, Mend[]>()
  for (const mend of mends.filter(({ articles }) => articles.includes(articleId))) {
    const act = actOf(mend).first ?? mend.id
    acts.set(act, [...(acts.get(act) ?? []), mend])
  }
  return [...acts].map(([act, [first, ...rest]]) => {
    const { kind, by, detail } = first as Mend
    const others = [first as Mend, ...rest].flatMap(({ articles }) => articles.filter((id) => id !== articleId)).map((id) => `a${id}`)
    const who = { mend: `m${act}`, by }
    if (kind === 'hidden') return `  ${say('why-hidden', who)}`
    if (kind === 'must-link') return `  ${say('why-joined', { ...who, article: others.join(', ') })}`
    if (kind === 'must-not-link') return `  ${say('why-parted', { ...who, articles: others.join(', ') })}`
    const { field = '', add = [], remove = [] } = tagDetail.safeParse(detail).data ?? {}
    return `  ${say('why-mended', { ...who, field, changes: [...add.map((tag) => `+${tag}`), ...remove.map((tag) => `−${tag}`)].join(' ') })}`
  })
}

function placeLine({ meanInStory, threshold: least, rival }: Explanation, mends: readonly Mend[]): string {
  const threshold = least.toFixed(2)
  const apart = (rival !== null && rival.score >= least) || mends.some(({ kind }) => kind === 'must-not-link')
  if (meanInStory === null) return say(apart ? 'why-alone-apart' : 'why-alone', { threshold })
  return say(meanInStory >= least ? 'why-placed' : 'why-placed-nonetheless', { mean: meanInStory.toFixed(2), threshold })
}

function whyLines(articleId: number, { tags, named, mends, placed }: Why, lexicon: Lexicon): string[] {
  const kinds = Object.keys(tags) as (keyof TagReasons)[]
  return [
    ...mendLines(articleId, mends),
    `  ${say('why-tags')}`,
    ...kinds.flatMap((kind) => tags[kind].filter(isTold).flatMap((reason) => tagLines(kind, reason, lexicon))),
    ...named.map(personLine),
    `  ${placed ? placeLine(placed, mends) : say('why-not-placed')}`,
    ...neighbourLines('why-nearest', placed?.nearest ?? null),
    ...neighbourLines('why-rival', placed?.rival ?? null),
  ]
}

/** @throws when there is no such article. */
export async function articleVerb(words: string, why: boolean, session: Session): Promise<void> {
  const { articles, archive, stories, lexicon } = session.readout.commandPorts
  const number = /^a?(\d+)$/i.exec(words.trim())?.[1]
  const article = number ? await articles.byId(Number(number)) : await articles.byUrl(words.trim())
  if (!article) throw new Error(say('article-unknown', { words: JSON.stringify(words) }))
  const outlets = await archive.outlets()
  const kept = articleJson(article, outlets.get(article.sourceId)?.name ?? '')
  if (!why) return print(JSON.stringify(kept, null, session.options.json ? 0 : 2))
  const members = article.group === null ? [] : await archive.groups([article.group])
  const explained: Why = {
    ...tagsOf(article, (await zonesOf(session)).get(article.sourceId) ?? null, session),
    mends: await stories.mends([article.id]),
    placed: article.group === null ? null : explainArticle(article, members),
  }
  if (session.options.json) return print(JSON.stringify({ ...kept, ...explained }))
  print([JSON.stringify(kept, null, 2), '', `a${article.id} ${article.title}`, ...whyLines(article.id, explained, lexicon)].join('\n'))
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
  const mends = await stories.mends(own.map(({ id }) => id))
  const explained = explainStory(alive, await archive.groups(groups)).map((placed) => {
    const article = own.find((one) => one.id === placed.articleId) as Article
    const ownMends = mends.filter(({ articles }) => articles.includes(article.id))
    return { article, why: { ...tagsOf(article, zones.get(article.sourceId) ?? null, session), mends: ownMends, placed } }
  })
  const label = labelText(lexicon, interfaceLanguage(options.lang))
  if (options.json)
    return print(
      JSON.stringify({ ...storyJson(story, label), why: explained.map(({ article, why }) => ({ article: article.id, url: article.url, ...why })) }),
    )
  const lines = explained.flatMap(({ article, why }) => [
    '',
    `a${article.id} ${article.title} (${outlets.get(article.sourceId)?.name ?? '?'})`,
    ...whyLines(article.id, why, lexicon),
  ])
  print([`s${alive} ${label(story)}`, ...lines].join('\n'))
}
