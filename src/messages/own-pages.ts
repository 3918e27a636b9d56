/** READOUT_PUBLIC_URL and a story, a day or a topic → the address of Readout's own page of it; an address → what that page shows. */

/** What one of Readout's own pages shows. */
export type OwnPage =
  | { kind: 'home' }
  | { kind: 'story'; story: number }
  /** `day` is YYYY-MM-DD; a day of the calendar, whether or not anything was read of it. */
  | { kind: 'digest'; day: string }
  /** `topic` is a topic's id as in addresses ("peace-treaty"), whether or not there is such a topic. */
  | { kind: 'topic'; topic: string }

const storyPath = /^\/stories\/s?([1-9]\d{0,9})$/i
const digestPath = /^\/digests\/(\d{4}-\d{2}-\d{2})$/
const topicPath = /^\/topics\/([a-z][a-z0-9-]{0,40})$/

/** Path of a page below the root of the web page. */
export function pathOf(page: OwnPage): string {
  switch (page.kind) {
    case 'home':
      return '/'
    case 'story':
      return `/stories/s${page.story}`
    case 'digest':
      return `/digests/${page.day}`
    case 'topic':
      return `/topics/${page.topic}`
  }
}

/** Whether the calendar has such a day ("2024-02-30" it has not). */
function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

function pageAt(path: string): OwnPage | null {
  const bare = path.replace(/\/$/, '')
  if (bare === '') return { kind: 'home' }
  const [, story] = storyPath.exec(bare) ?? []
  if (story) return { kind: 'story', story: Number(story) }
  const [, day] = digestPath.exec(bare) ?? []
  if (day) return isDay(day) ? { kind: 'digest', day } : null
  const [, topic] = topicPath.exec(bare) ?? []
  return topic ? { kind: 'topic', topic } : null
}

/** The absolute address of a path. `publicUrl` is READOUT_PUBLIC_URL, with or without a slash at its end. */
export function urlBelow(publicUrl: string, path: string): string {
  return publicUrl.replace(/\/+$/, '') + path
}

/** The absolute address of a page. */
export function ownPageUrl(publicUrl: string, page: OwnPage): string {
  return urlBelow(publicUrl, pathOf(page))
}

/** What an address shows, if it is a page of this Readout; null for every other address. A query (`?lang=ru`) and a fragment do not matter. */
export function ownPageOf(address: string, publicUrl: string): OwnPage | null {
  if (!URL.canParse(address) || !URL.canParse(publicUrl)) return null
  const [url, root] = [new URL(address), new URL(publicUrl)]
  const below = root.pathname.replace(/\/+$/, '')
  if (url.host !== root.host || !/^https?:$/.test(url.protocol) || !`${url.pathname}/`.startsWith(`${below}/`)) return null
  return pageAt(url.pathname.slice(below.length))
}
