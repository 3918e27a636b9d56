/** Groups of the archive + an instant → their stories as of then, with the mends, corrections and labels that hold. */
import type { Article } from '../articles/article.js'
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import { storiesAsOf } from './as-of.js'
import type { Outlet, Story } from './story.js'
import type { Archive, StoryStore } from './story-store.js'

interface Ports {
  archive: Archive
  stories: StoryStore
  lexicon: Lexicon
}

interface Wish {
  asOf: Date
  /** Languages the reader reads, best first; absent: nobody in particular reads. */
  languages?: readonly Language[]
  /** Labels of outlets, where they are at hand. */
  outlets?: ReadonlyMap<number, Outlet>
}

/** Each group is composed by itself; by group, then by id. */
export async function storiesOfGroups(
  groups: readonly number[],
  { asOf, languages, outlets }: Wish,
  { archive, stories, lexicon }: Ports,
): Promise<Story[]> {
  if (groups.length === 0) return []
  const [members, mends, labels] = await Promise.all([archive.groups(groups), stories.mends(), outlets ?? archive.outlets()])
  const byGroup = new Map<number, Article[]>()
  for (const member of members) if (member.group !== null) byGroup.set(member.group, [...(byGroup.get(member.group) ?? []), member])
  const corrected = await archive.correctedArticles(members.map((member) => member.id))
  const context = { asOf, mends, outlets: labels, lexicon, corrected, ...(languages ? { languages } : {}) }
  return [...byGroup.values()].flatMap((group) => storiesAsOf(group, context))
}
