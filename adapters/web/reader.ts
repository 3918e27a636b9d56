/** A request → in which language its reader is spoken to, and addresses that keep that language. */
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { interfaceLanguage, interfaceLanguages, type Say, words } from '../../src/messages/words.js'

export interface Reader {
  lang: (typeof interfaceLanguages)[number]
  say: Say
  /** A path of ours as this reader follows it: with his language where his address named one. */
  to(path: string, query?: Record<string, string>): string
}

/** `?lang=` first, then what the browser prefers; English where neither names one of the six. */
export function readerOf(context: Context): Reader {
  const asked = interfaceLanguages.find((lang) => lang === context.req.query('lang'))
  const preferred = accepts(context, {
    header: 'Accept-Language',
    supports: [...interfaceLanguages],
    default: 'en',
    match: (given, { default: otherwise }) =>
      given
        .filter(({ q }) => q > 0)
        .sort((a, b) => b.q - a.q)
        .map(({ type }) => type.slice(0, 2).toLowerCase())
        .find((code) => interfaceLanguages.some((lang) => lang === code)) ?? otherwise,
  })
  const lang = asked ?? interfaceLanguage(preferred)
  return {
    lang,
    say: words(lang),
    to(path, query = {}) {
      const all = new URLSearchParams({ ...query, ...(asked ? { lang: asked } : {}) }).toString()
      return all === '' ? path : `${path}?${all}`
    },
  }
}
