/** The lexicon of a running process: one object that everything holds, whose names can be replaced under it. */
import type { Lexicon } from './lexicon.js'

export interface LiveLexicon {
  /** Always tells what the present lexicon tells; its `version` says which that is. */
  lexicon: Lexicon
  replace(next: Lexicon): void
}

export function createLiveLexicon(first: Lexicon): LiveLexicon {
  let current = first
  return {
    replace(next) {
      current = next
    },
    lexicon: {
      get version() {
        return current.version
      },
      entity: (slug) => current.entity(slug),
      people: () => current.people(),
      organisations: () => current.organisations(),
      places: () => current.places(),
      countries: () => current.countries(),
      threads: () => current.threads(),
      mentions: (text, lang) => current.mentions(text, lang),
      topicCues: (text, lang) => current.topicCues(text, lang),
      eventCues: (text, lang) => current.eventCues(text, lang),
      threadCues: (text, lang) => current.threadCues(text, lang),
      loadedTerms: (text, lang) => current.loadedTerms(text, lang),
      offTopicCues: (text, lang) => current.offTopicCues(text, lang),
      officeWords: (text, lang) => current.officeWords(text, lang),
      officesOn: (slug, on) => current.officesOn(slug, on),
      displayName: (slug, lang) => current.displayName(slug, lang),
      resolve: (query, lang) => current.resolve(query, lang),
    },
  }
}
