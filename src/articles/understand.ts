/** A clean article → what Readout understood from its own text: tags, statements, names, fingerprint. */
import type { Lexicon } from '../lexicon/lexicon.js'
import { plainDateIn } from '../text/dates.js'
import { minhash } from '../text/shingles.js'
import type { ReadArticle, Understanding } from './article.js'
import { findNames } from './names.js'
import { findOriginHint } from './origin-hint.js'
import { findStatements } from './statements.js'
import { rulesVersion, tagArticle } from './tag.js'

/** Pure: the same article, zone and lexicon give the same understanding. `zone` is the source's. */
export function understand(article: ReadArticle, zone: string | null, lexicon: Lexicon): Understanding {
  const input = {
    title: article.title,
    text: article.text,
    lang: article.lang,
    published: article.publishedAt ? plainDateIn(article.publishedAt, zone) : null,
  }
  const tags = tagArticle(input, lexicon)
  return {
    ...tags,
    // A goalkeeper's words are no position in anything.
    statements: tags.relevant ? findStatements(input, lexicon) : [],
    nameKeys: findNames(input, lexicon),
    fingerprint: minhash(article.text),
    originHint: findOriginHint(input, lexicon),
    lexiconVersion: lexicon.version,
    rulesVersion,
  }
}
