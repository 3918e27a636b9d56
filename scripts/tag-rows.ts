/** The labelled corpora (gold, those written to learn from, short news) → rows: each article with its evidence, as it stands and as if a third of the cue words were unknown. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { isHeldOut, type LabelledArticle, readCorpus, readWrittenNews, writtenFolders } from '../bench/corpus.js'
import { type Evidence, gatherEvidence } from '../src/articles/evidence.js'
import { createLexicon } from '../src/lexicon/create.js'
import type { Language, Lexicon } from '../src/lexicon/lexicon.js'
import { loadLexicon, readLexiconData } from '../src/lexicon/load.js'
import { plainDateIn } from '../src/text/dates.js'

export interface Row {
  corpus: string
  article: LabelledArticle
  story: string
  evidence: Evidence
}

export interface Rows {
  /** Everything that whole corpora hold. */
  all: Row[]
  /** Those of them that tell of the region's diplomacy. */
  relevant: Row[]
  /** Short news written for this, with the kinds of events that the gold corpus lacks; they belong to no corpus. */
  written: Row[]
  /** Names of the corpora, the gold corpus first. */
  corpora: string[]
  /** Stories of the gold corpus that nobody looked at while building. */
  heldOut: ReadonlySet<string>
}

export const lexicon = loadLexicon()

/** How many of the cue words a text of other hands is taken not to use. */
const unknownShare = 0.35

/** The lexicon without a third of its cue words: what these texts would look like if nobody had read them while cues were written. */
function poorerLexicon(): Lexicon {
  const data = readLexiconData()
  const isKnown = (id: string, { lang, text }: { lang: string; text: string }): boolean =>
    (createHash('sha256').update(`${id} ${lang} ${text}`).digest()[0] ?? 0) / 256 >= unknownShare
  const poorer = <T extends { id: string; cues: { lang: Language; text: string; weight: number }[] }>(entries: readonly T[]): T[] =>
    entries.map((entry) => ({ ...entry, cues: entry.cues.filter((cue) => isKnown(entry.id, cue)) }))
  return createLexicon({ ...data, topics: poorer(data.topics), events: poorer(data.events) })
}

function rowOf(article: LabelledArticle, zone: string | null, corpus: string): Row {
  const published = plainDateIn(new Date(article.publishedAt), zone)
  const { title, lang, paragraphs } = article
  return {
    corpus,
    article,
    story: article.gold.story ?? article.id,
    evidence: gatherEvidence({ title, text: paragraphs.join('\n\n'), lang, published }, lexicon),
  }
}

/** `part` built: without the stories of the gold corpus that are held out. */
export function readRows(gold: string, part: string): Rows {
  const all = [gold, ...writtenFolders()].flatMap((folder) => {
    const { articles, sites } = readCorpus(folder)
    const zones = new Map(sites.map(({ id, zone }) => [id, zone]))
    return articles
      .filter((article) => folder !== gold || part !== 'built' || !isHeldOut(article))
      .map((article) => rowOf(article, zones.get(article.site) ?? null, basename(folder)))
  })
  return {
    all,
    relevant: all.filter(({ article }) => article.gold.relevant),
    written: readWrittenNews().map((article) => rowOf(article, null, 'short news')),
    corpora: [...new Set(all.map(({ corpus }) => corpus))],
    heldOut: new Set(all.filter(({ corpus, article }) => corpus === 'gold' && isHeldOut(article)).map(({ story }) => story)),
  }
}

/** The same articles, read by somebody who knows fewer cue words. */
export function lessKnown(among: readonly Row[]): Row[] {
  const poorer = poorerLexicon()
  return among.map((row) => ({ ...row, evidence: gatherEvidence(row.evidence.input, poorer) }))
}
