/** One article with what is kept of it, and what decided its tags and its story (`readout article`). */
import { articleJson } from '../articles/article-json.js'
import { operatorWords } from '../messages/words.js'
import { explainArticle } from '../stories/explain.js'
import { print, type Session } from './session.js'

const say = operatorWords()

/** @throws when there is no such article. */
export async function articleVerb(words: string, why: boolean, session: Session): Promise<void> {
  const { articles, archive } = session.readout.commandPorts
  const number = /^a?(\d+)$/i.exec(words.trim())?.[1]
  const article = number ? await articles.byId(Number(number)) : await articles.byUrl(words.trim())
  if (!article) throw new Error(say('article-unknown', { words: JSON.stringify(words) }))
  const outlets = await archive.outlets()
  const kept = articleJson(article, outlets.get(article.sourceId)?.name ?? '')
  const members = why && article.group !== null ? await archive.groups([article.group]) : []
  const explained = why ? { placed: article.group === null ? null : explainArticle(article, members) } : {}
  print(JSON.stringify({ ...kept, ...explained }, null, session.options.json ? 0 : 2))
}
