/** A link an admin gave → a source: an outlet's feed, site or channel, with its labels and its state. */

export const ownerships = ['state', 'public', 'independent', 'party', 'exile', 'official', 'agency'] as const
export type Ownership = (typeof ownerships)[number]

/** What kind of listing is polled. `files`: articles handed in by `read`, never polled. */
export type SourceKind = 'feed' | 'page' | 'sitemap' | 'telegram' | 'files'

/** Labels of a source. null = unknown ("unlabelled", counted apart). */
export interface SourceLabels {
  /** ISO-3166 alpha-2 of the outlet. */
  country: string | null
  /** ISO 639-1 of most of its items. */
  language: string | null
  ownership: Ownership | null
  /** IANA name or offset ("+04:00") in which dates without zone are read. */
  zone: string | null
}

export interface NewSource extends SourceLabels {
  name: string
  kind: SourceKind
  /** What is polled: the feed, the sitemap, the section page, the channel's preview. */
  url: string
  /** The outlet's home page. */
  home: string | null
  /** False while an admin has not confirmed the labels. */
  confirmed: boolean
  /** Folder of the list it was imported from; kept for the export. */
  folder?: string | null
}

export interface Source extends NewSource {
  id: number
  state: 'active' | 'paused' | 'ended'
  /** UTC; null while not paused or paused without end. */
  pausedUntil: Date | null
  addedAt: Date
}
