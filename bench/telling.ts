/** A corpus's stories → the headline and sentences we choose, for nobody in particular or for a reader (`--reader hy,en`), and from which side of a dispute they come: `npm run eval:telling`. */
import type { Language } from '../src/lexicon/lexicon.js'
import { loadLexicon } from '../src/lexicon/load.js'
import { storiesAsOf } from '../src/stories/as-of.js'
import type { QuotedSentence } from '../src/stories/story.js'
import { goldFolder, readCorpus } from './corpus.js'
import { corpusArticles, outletsOf } from './corpus-articles.js'
import { sideShares } from './side-shares.js'

const lexicon = loadLexicon()
const given = process.argv.indexOf('--gold')
const folder = given > 0 ? process.argv[given + 1] : goldFolder()
if (!folder) {
  console.log('skipped: eval:telling (READOUT_CORPORA does not name a folder with eval/gold)')
  process.exit(0)
}
const corpus = readCorpus(folder)
const reader = process.argv.indexOf('--reader')
const languages = reader > 0 ? { languages: (process.argv[reader + 1] ?? '').split(',') as Language[] } : {}
const stories = storiesAsOf(
  corpusArticles(corpus, lexicon).map(({ ours }) => ours),
  { asOf: new Date('2030-01-01T00:00:00Z'), mends: [], outlets: outletsOf(corpus), lexicon, ...languages },
)

const country = (sentence: QuotedSentence | null | undefined): string | null => sentence?.outlet.country ?? null
console.log(
  sideShares(
    stories.map((story) => ({
      countries: story.outlets.flatMap((outlet) => outlet.country ?? []),
      headline: story.headline.kind === 'quoted' ? country(story.headline.sentence) : null,
      first: country(story.summary[0]),
    })),
  ),
)
const labels = stories.filter((story) => story.headline.kind === 'label').length
console.log(
  `${stories.length} stories; ${labels} with a label for a headline; sentences a story ${(stories.reduce((sum, story) => sum + story.summary.length, 0) / stories.length).toFixed(2)}`,
)
if (process.argv.includes('--show'))
  for (const story of stories) {
    console.log(
      `\n${story.headline.kind === 'quoted' ? story.headline.sentence.text : `[${JSON.stringify(story.headline)}]`}   (${story.articles.length} articles, ${Object.entries(
        story.balance,
      )
        .map(([country, count]) => `${country} ${count.origins}`)
        .join(' ')}; ${story.threads.join()})`,
    )
    for (const sentence of story.summary) console.log(`  ${sentence.outlet.country} ${sentence.lang}: ${sentence.text}`)
  }
