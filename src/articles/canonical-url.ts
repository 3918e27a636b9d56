/** Address of a page, its own claim of a better one → the one URL that identifies the article. */
import { getDomain } from 'tldts'
import { longestUrl } from '../sources/longest-url.js'

const trackingNames =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|yclid|ysclid|msclkid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|_openstat|mkt_tok|cmpid|cmp|ocid|ncid|ns_.*|smid|s_cid|sr_share|ref|ref_src|ref_url|referer|referrer|rss|feed|from_rss|at_medium|at_campaign|at_.*|wt_.*|pk_.*|mtm_.*|hsa_.*|_hs.*|vero_.*|oly_.*|spm|share|shared|share_.*|__twitter_impression|amp|amphtml|outputtype|usqp|amp_js_v|amp_gsa|fromrss|source_rss|partner|yhid|nocache|phpsessid|jsessionid|sid)$/i

const indexNames = /\/(?:index|default|home)\.(?:html?|php|aspx?|jsp|shtml)$/i

/** Host without the prefixes under which the same site serves the same page. */
function plainHost(host: string): string {
  const bare = host.toLowerCase().replace(/\.$/, '')
  const cut = bare.replace(/^(?:www\d?|m|mobile|amp|wap|touch)\.(?=[^.]+\.)/, '').replace(/^www\.(?=[^.]+\.)/, '')
  return cut
}

/**
 * Identity of a page: https, host without www./m./amp., default port, credentials, fragment, tracking parameters,
 * trailing index and trailing slash, /amp path; remaining parameters sorted.
 * Throws TypeError when `url` is no http(s) URL.
 */
export function normaliseUrl(url: string): string {
  const parsed = new URL(url)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')
    throw new TypeError(`${url.slice(0, 200)}: protocol ${parsed.protocol}, expected http or https`)
  const local = isLocal(parsed.hostname)
  const kept = [...parsed.searchParams].filter(([name]) => !trackingNames.test(name)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  let path = parsed.pathname.replace(/\/{2,}/g, '/').replace(indexNames, '/')
  path = path.replace(/;jsessionid=[^/]*$/i, '')
  path = path
    .replace(/^\/amp(?=\/.+)/i, '')
    .replace(/(?<=.)\/amp\/?$/i, '')
    .replace(/\.amp(?=\.html?$|$)/i, '')
  if (path.length > 1) path = path.replace(/\/+$/, '')
  const query = kept.length ? `?${new URLSearchParams(kept).toString()}` : ''
  // A loopback or bare host is served as it is: port and protocol are part of what it is.
  if (local) return `${parsed.protocol}//${parsed.host}${path || '/'}${query}`
  const port = parsed.port && parsed.port !== '80' && parsed.port !== '443' ? `:${parsed.port}` : ''
  return `https://${plainHost(parsed.hostname)}${port}${path || '/'}${query}`
}

/** True for the address of a file on this machine. */
export function isFileUrl(url: string): boolean {
  return /^file:/i.test(url)
}

function fileClaim(link: string | null): string | null {
  if (!link || !/^https?:\/\//i.test(link.trim())) return null
  try {
    return normaliseUrl(link.trim())
  } catch {
    return null
  }
}

function isLocal(host: string): boolean {
  return !host.includes('.') || /^[\d.]+$/.test(host) || host.startsWith('[')
}

/** Registrable domain; the host itself for addresses and private suffixes. */
function site(url: string): string {
  const { hostname, host } = new URL(url)
  return isLocal(hostname) ? host : (getDomain(hostname, { allowPrivateDomains: true }) ?? hostname)
}

/**
 * The page's own canonical link where it names an article of the same site, else the address it was read from.
 * A link to the home page (a common mistake) or to another site (a page may not pose as another's) is not believed.
 * A file that was handed in has no site of its own: what it claims is believed, else the file is its address.
 */
export function canonicalUrl(finalUrl: string, link: string | null): string {
  if (isFileUrl(finalUrl)) return fileClaim(link) ?? finalUrl
  const own = normaliseUrl(finalUrl)
  if (!link) return own
  try {
    const claimed = new URL(link, finalUrl).href
    if (site(claimed) !== site(finalUrl)) return own
    const normal = normaliseUrl(claimed)
    const isHome = new URL(normal).pathname === '/' && new URL(normal).search === ''
    return isHome || normal.length > longestUrl ? own : normal
  } catch {
    return own
  }
}
