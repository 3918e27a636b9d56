/** The shipped lexicon → its faults, one a line, and how much is in it: `npm run check:lexicon`; exit 1 when something is wrong. */
import { checkLexiconData } from '../src/lexicon/check.js'
import { readLexiconData } from '../src/lexicon/load.js'

const data = readLexiconData()
const faults = checkLexiconData(data, new Date().toISOString().slice(0, 10))
for (const fault of faults) console.error(fault)
const { people, organisations, places, countries, topics, events, threads, loadedTerms, offices } = data
console.log(
  `${people.length} people (${people.reduce((sum, person) => sum + person.offices.length, 0)} offices), ${organisations.length} organisations, ${places.length} places, ${countries.length} countries, ${topics.length} topics, ${events.length} events, ${threads.length} threads, ${loadedTerms.length} loaded terms, ${offices.length} titles of office; ${faults.length} faults`,
)
process.exitCode = faults.length > 0 ? 1 : 0
