import { describe, expect, it } from 'vitest'
import { createCitations, sourceList, type Voice } from '../../src/messages/citations.js'
import { spansText } from '../../src/messages/spans.js'
import { words } from '../../src/messages/words.js'

const voice = (pages: [string, string][]): Voice => {
  const citations = createCitations()
  for (const [source, at] of pages)
    citations.take({ url: `https://${source.toLowerCase()}.example/${at}`, title: at, source, publishedAt: new Date(`${at}T10:00:00Z`) })
  return { lang: 'en', zone: 'UTC', say: words('en'), citations }
}
const listed = (pages: [string, string][]): string => {
  const list = sourceList(voice(pages))
  return list.type === 'context' ? spansText(list.spans) : ''
}

describe('the list of sources', () => {
  it('names each page with its outlet and day', () => {
    expect(
      listed([
        ['Courier', '2025-08-08'],
        ['Courier', '2025-08-09'],
      ]),
    ).toBe('[1] Courier, 8 August 2025 · [2] Courier, 9 August 2025')
  })
  it('writes an outlet once from three of its pages on, each number a link of its own', () => {
    const pages: [string, string][] = [
      ['Courier', '2025-08-12'],
      ['Wire', '2025-08-09'],
      ['Courier', '2025-08-08'],
      ['Courier', '2025-08-10'],
    ]
    expect(listed(pages)).toBe('[1] [3] [4] Courier, 8–12 August 2025 · [2] Wire, 9 August 2025')
    const list = sourceList(voice(pages))
    const links = list.type === 'context' ? list.spans.flatMap(({ href }) => (href ? [href] : [])) : []
    expect(links).toHaveLength(4)
  })
})
