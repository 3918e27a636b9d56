/** The text of a robots.txt → what a robot may fetch there (RFC 9309). */

interface Rule {
  allow: boolean
  pattern: string
}

interface Group {
  agents: string[]
  rules: Rule[]
  delaySeconds: number | null
}

export interface Robots {
  /** `url` is a whole URL or a path, percent-encoded as URL.href is; `agent` a product token without version. */
  allows(url: string, agent: string): boolean
  /** Seconds between two requests that the robot is asked for; null: none named. */
  crawlDelay(agent: string): number | null
  sitemaps: string[]
}

/** Longer lines and longer files are cut, as RFC 9309 section 2.5 allows (500 KiB). */
const lineLimit = 16_663
const byteLimit = 512_000

/** Names of lines as they are written in the wild, misspellings included. */
function kindOf(name: string): 'agent' | 'allow' | 'disallow' | 'sitemap' | 'delay' | null {
  const key = name.toLowerCase()
  if (/^user[- ]?agent/.test(key)) return 'agent'
  if (key.startsWith('allow')) return 'allow'
  if (/^(?:dis+al+ow|diasl+ow)/.test(key)) return 'disallow'
  if (/^site-?map/.test(key)) return 'sitemap'
  return key === 'crawl-delay' ? 'delay' : null
}

/** "name: value"; where the colon is missing, "name value". */
function splitLine(raw: string): [name: string, value: string] | null {
  const line = raw.slice(0, lineLimit).replace(/#.*$/, '').trim()
  const colon = line.indexOf(':')
  if (colon > 0) return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
  const words = /^(\S+)\s+(\S+)$/.exec(line)
  return words?.[1] && words[2] ? [words[1], words[2]] : null
}

/** Percent-encodes what is not ASCII, with upper-case hexadecimal digits, so that both sides compare (RFC 9309 section 2.2.2). */
function encodePattern(pattern: string): string {
  const encoded = pattern.replace(/[^\u0000-\u007f]+/g, (part) => {
    try {
      return encodeURIComponent(part)
    } catch {
      return part
    }
  })
  return encoded.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
}

/** Letters, `-` and `_` at the start: the product token (RFC 9309 section 2.2.1). */
function productToken(agent: string): string {
  return /^[A-Za-z_-]+/.exec(agent)?.[0].toLowerCase() ?? ''
}

function parseGroups(text: string): { groups: Group[]; sitemaps: string[] } {
  const groups: Group[] = []
  const sitemaps: string[] = []
  let current: Group | null = null
  let open = false
  for (const raw of text
    .slice(0, byteLimit)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)) {
    const split = splitLine(raw)
    if (!split) continue
    const [name, value] = split
    const kind = kindOf(name)
    if (kind === 'agent') {
      if (!current || !open) {
        current = { agents: [], rules: [], delaySeconds: null }
        groups.push(current)
      }
      open = true
      current.agents.push(/^\*(?:\s|$)/.test(value) ? '*' : productToken(value))
    } else if (kind === 'allow' || kind === 'disallow') {
      open = false
      if (value) current?.rules.push({ allow: kind === 'allow', pattern: encodePattern(value) })
    } else if (kind === 'sitemap') {
      if (value) sitemaps.push(value)
    } else if (kind === 'delay' && current && value !== '') {
      const seconds = Number(value)
      if (Number.isFinite(seconds) && seconds >= 0) current.delaySeconds = seconds
    }
  }
  return { groups, sitemaps }
}

/** `*` matches anything, `$` at the end the end. What stands between two `*` is taken where it is found first: no pattern is slow. */
function matches(pattern: string, path: string): boolean {
  const toTheEnd = pattern.endsWith('$')
  const [first = '', ...others] = (toTheEnd ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  const last = others.pop()
  if (last === undefined) return !toTheEnd || path.length === first.length
  let at = first.length
  for (const part of others) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return toTheEnd ? path.endsWith(last) && path.length - last.length >= at : path.includes(last, at)
}

/** The longest pattern decides; of two equally long the one that allows. */
function verdict(rules: readonly Rule[], path: string): boolean | null {
  let best: Rule | null = null
  for (const rule of rules) {
    // "Allow: /index.html" means the folder as well: that is how site owners write it.
    const index = rule.allow && /\/index\.html?$/.test(rule.pattern) ? `${rule.pattern.replace(/index\.html?$/, '')}$` : null
    const pattern = matches(rule.pattern, path) ? rule.pattern : index && matches(index, path) ? index : null
    if (pattern === null) continue
    if (!best || pattern.length > best.pattern.length || (pattern.length === best.pattern.length && rule.allow)) best = { ...rule, pattern }
  }
  return best ? best.allow : null
}

function pathOf(url: string): string {
  const rest = url.replace(/^[a-z][a-z\d+.-]*:\/\//i, '//')
  const start = rest.startsWith('//') ? rest.slice(2).search(/[/?;]/) : 0
  const path = start < 0 ? '/' : rest.startsWith('//') ? rest.slice(2 + start) : rest
  const bare = path.replace(/#.*$/, '')
  const whole = bare.startsWith('/') ? bare : `/${bare}`
  return whole.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
}

export function parseRobots(text: string): Robots {
  const { groups, sitemaps } = parseGroups(text)
  const groupsFor = (agent: string): Group[] => {
    const token = agent.toLowerCase()
    const named = token === '' ? [] : groups.filter((group) => group.agents.includes(token))
    return named.length > 0 ? named : groups.filter((group) => group.agents.includes('*'))
  }
  return {
    allows: (url, agent) =>
      verdict(
        groupsFor(agent).flatMap((group) => group.rules),
        pathOf(url),
      ) ?? true,
    crawlDelay: (agent) => groupsFor(agent).find((group) => group.delaySeconds !== null)?.delaySeconds ?? null,
    sitemaps,
  }
}
