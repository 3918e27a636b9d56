/** A correction → the line that tells it: who changed what, when, the words taken out and put in. */
import { shortened } from '../articles/revision-diff.js'
import type { Correction } from '../stories/corrections.js'
import type { Voice } from './citations.js'
import { clockTime, longDate } from './format.js'
import type { Block, Span } from './message.js'
import { bold, italic, link, plain } from './spans.js'

/** Sentences of one revision that are shown, and words around what changed. */
const mostSentences = 3
const wordsAround = 4

/** "“… agreed on −12 +13 border posts …”". */
function changeSpans(change: Correction['changes'][number]): Span[] {
  const words = shortened(change, wordsAround).flatMap((span, index): Span[] => {
    const gap = index === 0 ? [] : [plain(' ')]
    if (span.kind === 'same') return [...gap, plain(span.text)]
    return [...gap, span.kind === 'removed' ? italic(`−${span.text}`) : bold(`+${span.text}`)]
  })
  return [plain('“'), ...words, plain('”')]
}

export function correctionBlock({ article, outlet, at, withdrawn, changes }: Correction, voice: Voice): Block {
  const values = {
    outlet: `${outlet.name}, ${outlet.country ?? voice.say('unlabelled')}`,
    date: longDate(at, voice.lang, voice.zone),
    time: clockTime(at, voice.lang, voice.zone),
  }
  const page = link(article.title, article.url)
  if (withdrawn) return { type: 'quote', spans: [plain(`${voice.say('page-withdrawn', values)} “`), page, plain('”')] }
  const shown = changes.slice(0, mostSentences).flatMap((change, index) => [...(index === 0 ? [] : [plain(' · ')]), ...changeSpans(change)])
  const more = changes.length - mostSentences
  const rest = more > 0 ? [plain(` · ${voice.say('page-changed-more', { count: more })}`)] : []
  return { type: 'quote', spans: [plain(`${voice.say('page-changed', values)} `), ...shown, ...rest] }
}

export function correctionJson({ article, outlet, at, withdrawn, changes }: Correction): Record<string, unknown> {
  return {
    url: article.url,
    source: outlet.name,
    at: at.toISOString(),
    withdrawn,
    changes: changes.map(({ before, after }) => ({ before, after })),
  }
}
