/** A page's DOM → the same without what its readers cannot see (a hidden text may be aimed at a machine that reads the page). */

import type { DroppedText } from './dropped-text.js'
import { type DomDocument, type DomElement, isElement, squeezeSpaces, upward, wordCount } from './extract-dom.js'

const hiding =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|$)|font-size\s*:\s*0(?:\.\d+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|font-size\s*:\s*1px|(?:left|top|right|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}(?:px|em|rem|pt|%)|(?:left|top)\s*:\s*-\d{3,}v[wh]|clip\s*:\s*rect\(\s*(?:0|1px)|clip-path\s*:\s*inset\(\s*(?:50|100)%|transform\s*:\s*scale\(\s*0\s*\)|(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*;[\s\S]*overflow\s*:\s*hidden|overflow\s*:\s*hidden\s*;[\s\S]*(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|!|$)/i
const white = /(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255|transparent|rgba\([^)]*,\s*0\s*\))/i
const hiddenNames =
  /^(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|assistive-text|element-invisible|offscreen|off-screen|hidden|hide|d-none|is-hidden|visuallyhidden)$/i

/** Class and id selectors that the page's own style sheets hide for every screen. */
function hiddenBySheet(document: DomDocument): Set<string> {
  const names = new Set<string>()
  for (const style of document.querySelectorAll('style')) {
    const media = style.getAttribute('media')
    if (media && !/all|screen/i.test(media)) continue
    const css = (style.textContent ?? '').slice(0, 300_000).replace(/\/\*[\s\S]*?\*\//g, '')
    for (const rule of topLevelRules(css)) {
      if (!hiding.test(rule.body)) continue
      for (const selector of rule.selectors.split(',')) {
        const simple = /^\s*(?:[a-z]+)?([.#][\w-]+)\s*$/i.exec(selector)
        if (simple?.[1]) names.add(simple[1])
      }
    }
  }
  return names
}

/** Rules outside of @media and the like: what stands inside may hold only on paper or a small screen. */
function topLevelRules(css: string): { selectors: string; body: string }[] {
  const rules: { selectors: string; body: string }[] = []
  let at = 0
  while (at < css.length) {
    const open = css.indexOf('{', at)
    if (open < 0) break
    const selectors = css.slice(at, open)
    let depth = 1
    let close = open + 1
    while (close < css.length && depth > 0) {
      const sign = css[close++]
      if (sign === '{') depth++
      else if (sign === '}') depth--
    }
    if (!selectors.includes('@')) rules.push({ selectors, body: css.slice(open + 1, close - 1) })
    at = close
  }
  return rules
}

function hasBackground(element: DomElement): boolean {
  for (const at of upward(element)) {
    if (at.hasAttribute('bgcolor') || at.hasAttribute('background') || /background/i.test(at.getAttribute('style') ?? '')) return true
    // A class may carry the background; white letters under a class of their own are most likely on a coloured box.
    if (at !== element && at.localName !== 'body' && at.localName !== 'html' && at.hasAttribute('class')) return false
  }
  return false
}

function hiddenHow(element: DomElement, sheet: Set<string>): string | null {
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return 'attribute hidden'
  if (element.getAttribute('aria-hidden') === 'true') return 'aria-hidden'
  const style = element.getAttribute('style')?.slice(0, 2_000)
  if (style) {
    if (hiding.test(style)) return 'hidden by its style'
    if (white.test(style) && !hasBackground(element)) return 'white text'
  }
  if (element.localName === 'font' && /^(?:white|#fff(?:fff)?)$/i.test(element.getAttribute('color') ?? '') && !hasBackground(element))
    return 'white text'
  if (element.localName === 'font' && element.getAttribute('size') === '0') return 'zero size'
  const names = (element.getAttribute('class') ?? '').split(/\s+/)
  if (names.some((name) => hiddenNames.test(name) || sheet.has(`.${name}`))) return 'hidden by its class'
  return sheet.has(`#${element.getAttribute('id') ?? ''}`) ? 'hidden by its id' : null
}

/**
 * Takes out hidden elements in place. One that holds more than half of the page's words stays: such pages hide the article
 * until a script shows it.
 */
export function dropHidden(document: DomDocument, dropped: DroppedText[]): void {
  const body = document.body
  if (!body) return
  const all = wordCount(body.textContent ?? '')
  const sheet = hiddenBySheet(document)
  function visit(element: DomElement): void {
    let child = element.firstChild
    while (child) {
      const next = child.nextSibling
      if (isElement(child)) {
        const how = hiddenHow(child, sheet)
        const text = how ? squeezeSpaces(child.textContent ?? '') : ''
        if (how && wordCount(text) <= all / 2) {
          if (text !== '') dropped.push({ step: 'hidden', reason: how, text })
          child.remove()
        } else visit(child)
      } else if (child.nodeType === 8) child.remove()
      child = next
    }
  }
  visit(body)
}
