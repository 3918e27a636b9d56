import { describe, expect, it } from 'vitest'
import { type OwnPage, ownPageOf, ownPageUrl } from '../../src/messages/own-pages.js'

const pages: OwnPage[] = [
  { kind: 'home' },
  { kind: 'story', story: 123 },
  { kind: 'digest', day: '2024-08-19' },
  { kind: 'topic', topic: 'peace-treaty' },
]

describe('the addresses of Readout’s own pages', () => {
  it.each(['https://readout.example', 'https://readout.example/', 'https://readout.example/desk/'])(
    'lead back to what they show below %s',
    (root) => {
      for (const page of pages) expect(ownPageOf(ownPageUrl(root, page), root)).toEqual(page)
      expect(ownPageUrl('https://readout.example/', { kind: 'story', story: 7 })).toBe('https://readout.example/stories/s7')
    },
  )
  it('are known with a language, a slash at the end or a bare number', () => {
    const of = (path: string) => ownPageOf(`https://readout.example${path}`, 'https://readout.example')
    expect(of('/stories/123?lang=hy#top')).toEqual({ kind: 'story', story: 123 })
    expect(of('/topics/border/')).toEqual({ kind: 'topic', topic: 'border' })
  })
  it.each([
    'https://evil.example/stories/s1',
    'https://readout.example.evil.example/stories/s1',
    'https://readout.example/admin',
    'https://readout.example/digests/2024-02-30',
    'https://readout.example/stories/s0',
    'javascript:alert(1)',
    'not an address',
  ])('are not taken for %s', (address) => {
    expect(ownPageOf(address, 'https://readout.example')).toBeNull()
  })
  it('are those below the path of the public address only', () => {
    expect(ownPageOf('https://readout.example/stories/s1', 'https://readout.example/desk')).toBeNull()
    expect(ownPageOf('https://readout.example/desktop/stories/s1', 'https://readout.example/desk')).toBeNull()
  })
})
