/** Address of a source in any spelling → the one text by which it is recognised. */
import { channelName } from './telegram-channel.js'

const tracking = /^(?:utm_\w+|fbclid|gclid|yclid|ref|ref_src|from|_ga)$/i
const indexFile = /\/(?:index|default|home)\.(?:html?|php|aspx?)$/i

/**
 * Protocol, "www.", "m.", default port, letter case of the host, trailing slash, index file, tracking parameters and their order do not count;
 * a Telegram channel is its name. Text that is no address is its own identity.
 */
export function sourceIdentity(address: string): string {
  const text = address
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://')
  const channel = channelName(text, 'https://t.me')
  if (channel) return `telegram:${channel.toLowerCase()}`
  if (!URL.canParse(text)) return text.toLowerCase()
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return url.href
  const host = url.hostname.replace(/\.$/, '').replace(/^(?:www\d?|m|mobile)\.(?=[^.]+\.)/, '')
  const port = url.port && url.port !== '80' && url.port !== '443' ? `:${url.port}` : ''
  const path = url.pathname
    .replace(/\/{2,}/g, '/')
    .replace(indexFile, '/')
    .replace(/\/+$/, '')
  const query = [...url.searchParams]
    .filter(([name]) => !tracking.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&')
  return `${host}${port}${path}${query ? `?${query}` : ''}`
}
