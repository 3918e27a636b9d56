/** An article and a question → how well its title, lead and body answer, term by term. Cheap: no sentences are split here. */
import type { Article } from '../articles/article.js'
import { foldForWords, notionHits } from '../lexicon/notions.js'
import { addressesMachine } from '../stories/machine-talk.js'
import { splitSentences } from '../text/sentences.js'
import type { Question, QuestionWord } from './answer.js'

/** One thing that the question names. */
export interface Term {
  id: string
  kind: 'named' | 'country' | 'topic' | 'notion' | 'word' | 'event'
  weight: number
  word?: QuestionWord
}

/** Where a term stands in an article: 1 title, less in the lead, least in the body; 0 nowhere; -1 cannot be told in this language. */
export type Match = number

const inTitle = 1
const inLead = 0.75
const inBody = 0.35

/** Asked when something will be: that no date is set is an answer. */
const noDateYet: Term = {
  id: 'date',
  kind: 'notion',
  weight: 0.8,
  word: { text: 'date', stem: 'date', notions: ['date'], key: '', written: [], transliterated: false, inTopic: false },
}

/** Events that any report may be called. */
const loose: ReadonlySet<string> = new Set(['statement', 'publication', 'agreement', 'law', 'negotiation'])

/** The terms of a question with their plain weights; those that candidates share too widely are worth less (see `weighTerms`). */
export function termsOf(question: Question): Term[] {
  const own = new Set(question.ownNames.map((name) => name.text))
  const covered = new Set(question.words.flatMap((word) => word.notions))
  return [
    ...question.named.map((id): Term => ({ id, kind: 'named', weight: 3 })),
    ...question.related.map((id): Term => ({ id, kind: 'named', weight: question.wide.includes(id) ? 0.4 : 1.2 })),
    ...question.countries.map((id): Term => ({ id, kind: 'country', weight: 1.5 })),
    // Words of the topic are terms themselves: the topic only helps where they are said otherwise.
    ...question.topics.map((id): Term => ({ id, kind: 'topic', weight: covered.size > 0 ? 1.2 : 1.8 })),
    ...question.words.map(
      (word): Term => ({
        id: word.text,
        kind: word.notions.length > 0 ? 'notion' : 'word',
        weight: word.notions.length > 0 ? 1.4 : word.inTopic && !own.has(word.stem) ? 0.6 : 1.6,
        word,
      }),
    ),
    ...(question.future && question.kind === 'when' ? [noDateYet] : []),
    ...question.events.slice(0, 2).map((id): Term => ({ id: `event:${id}`, kind: 'event', weight: loose.has(id) ? 0.3 : 1.3 })),
  ]
}

/** An article's folded fields and notions, made once for a question. */
export interface Fields {
  article: Article
  title: string
  lead: string
  body: string
  notions: { title: Set<string>; lead: Set<string>; body: Set<string> }
  tags: ReadonlySet<string>
}

function leadEnd(text: string): number {
  const first = text.indexOf('\n\n')
  const second = first < 0 ? -1 : text.indexOf('\n\n', first + 2)
  return second < 0 || second > 900 ? Math.min(text.length, first < 0 || first > 900 ? 900 : first) : second
}

export function tagsOf(article: Article): ReadonlySet<string> {
  return new Set<string>([...article.topics, ...article.people, ...article.organisations, ...article.places, ...article.countries])
}

/** Longest body that is looked at. */
const bodyLimit = 5000

/** What speaks to machines tells nothing: nobody finds an article by it. */
function toldText({ text, lang }: Article): string {
  if (!addressesMachine(text)) return text
  return splitSentences(text, lang)
    .filter((sentence) => addressesMachine(sentence.text))
    .reduce((told, sentence) => told.replace(sentence.text, ''), text)
}

export function fieldsOf(article: Article): Fields {
  const text = toldText(article)
  const end = leadEnd(text)
  const title = foldForWords(article.title)
  const lead = foldForWords(text.slice(0, end))
  const body = foldForWords(text.slice(end, bodyLimit))
  const notions = (text: string): Set<string> => new Set(notionHits(text, article.lang).flatMap((hit) => hit.notions))
  return {
    article,
    title,
    lead,
    body,
    notions: { title: notions(title), lead: notions(lead), body: notions(body) },
    tags: tagsOf(article),
  }
}

/** Whether a word of the text begins so. */
export function hasBeginning(folded: string, beginning: string): boolean {
  if (beginning === '') return false
  for (let at = folded.indexOf(beginning); at >= 0; at = folded.indexOf(beginning, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1))) return true
  }
  return false
}

function scriptOf(text: string): string {
  const letter = /\p{L}/u.exec(text)?.[0] ?? ''
  if (/[a-z]/.test(letter)) return 'latin'
  if (/[а-я]/.test(letter)) return 'cyrillic'
  return letter >= 'ა' ? 'georgian' : 'armenian'
}

const scripts: Record<string, string> = { ru: 'cyrillic', hy: 'armenian', ka: 'georgian' }

function matchWord(word: QuestionWord, fields: Fields, lang: string): Match {
  if (word.notions.length > 0) {
    const named = (set: Set<string>): boolean => word.notions.some((notion) => set.has(notion))
    if (named(fields.notions.title)) return inTitle
    if (named(fields.notions.lead)) return inLead
    if (named(fields.notions.body)) return inBody
  }
  const sameScript = /^\d+$/.test(word.text) || scriptOf(word.text) === (scripts[fields.article.lang] ?? 'latin')
  const beginning = fields.article.lang === lang && word.stem.length >= 3 ? word.stem : word.text
  if (sameScript) {
    if (hasBeginning(fields.title, beginning)) return inTitle
    if (hasBeginning(fields.lead, beginning)) return inLead
    if (hasBeginning(fields.body, beginning)) return inBody
  }
  if (word.key.length >= 4 && fields.article.nameKeys.some((key) => key.split(' ').some((part) => part === word.key))) return inBody
  if (word.notions.length > 0) return 0
  // Names and newer words are written alike in the languages of one script.
  return sameScript && !word.transliterated ? 0 : -1
}

/** How a term matches an article. `named`: slugs named in title and lead, by the lexicon. */
export function matchTerm(term: Term, fields: Fields, question: Question, prominent: ReadonlySet<string>): Match {
  switch (term.kind) {
    case 'named':
    case 'country':
      // A breakaway region is no tag: where the news names it in front, it is about it all the same.
      return prominent.has(term.id) ? inTitle : fields.tags.has(term.id) ? 0.45 : 0
    case 'topic':
      return fields.article.topics[0] === term.id ? 1 : fields.article.topics.includes(term.id as never) ? 0.8 : 0
    case 'event':
      return `event:${fields.article.event}` === term.id ? 1 : 0
    case 'notion':
    case 'word':
      return term.word ? matchWord(term.word, fields, question.textLang) : 0
  }
}
