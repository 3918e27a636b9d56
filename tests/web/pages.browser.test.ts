/** The pages in a real browser, with a phone's width and a desk's, light and dark, without JavaScript: the pictures of docs/web.md (READOUT_PICTURES=1 writes them). */
import { mkdirSync, writeFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageFile } from '../../src/package-files.js'
import { openSampleSite, type Site } from './site.js'

const password = 'correct horse battery'
let site: Site
let browser: Browser
beforeAll(async () => {
  site = await openSampleSite({ password })
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

interface View {
  path: string
  width: number
  dark?: boolean
  /** Name of the picture in docs/web. */
  name?: string
  /** What is done on the page before it is looked at. */
  first?(page: Page): Promise<void>
}

/** Shows a page as a reader sees it: within the width, no picture broken, no fault in the console, no script needed. */
async function show({ path, width, dark = false, name, first }: View): Promise<string> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    deviceScaleFactor: 1,
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('requestfailed', (request) => faults.push(request.url()))
  await page.goto(site.root + path)
  await first?.(page)
  // As text: the tests' own types know no browser.
  const seen = (await page.evaluate(`({
    width: document.documentElement.scrollWidth,
    words: document.body.textContent,
    broken: [...document.images].filter((image) => image.naturalWidth === 0).length,
    brand: getComputedStyle(document.querySelector('.brand')).fontWeight,
    small: [...document.querySelectorAll('nav a, button, .number')].filter((one) => one.getBoundingClientRect().height < 24).length,
  })`)) as { width: number; words: string; broken: number; brand: string; small: number }
  expect(seen).toMatchObject({ broken: 0, brand: '700', small: 0 })
  expect(seen.width).toBeLessThanOrEqual(width)
  expect(faults).toEqual([])
  expect(seen.words).not.toMatch(/undefined|\[object/)
  const picture = await page.screenshot({ fullPage: true, type: 'png' })
  if (name && process.env.READOUT_PICTURES) {
    mkdirSync(packageFile('docs/web'), { recursive: true })
    writeFileSync(packageFile(`docs/web/${name}.png`), picture)
  }
  await context.close()
  return seen.words
}

async function ask(page: Page, question: string): Promise<void> {
  await page.fill('#q', question)
  await page.click('form.ask button')
  await page.waitForLoadState()
  // What was asked stands in no address.
  expect(new URL(page.url()).search).not.toContain('q=')
}

describe('the pages in a browser', () => {
  const pictures: readonly string[] = ['today-phone-en', 'story-phone-hy', 'topic-phone-ka']
  it.each(['en', 'hy', 'ka', 'ru', 'az', 'tr'])('fit a phone and a desk in %s', async (lang) => {
    const story = /\/stories\/s\d+/.exec((await site.get('/')).body)?.[0]
    const pages = { today: '/', topic: '/topics/peace-treaty', story, days: '/digests', topics: '/topics', sources: '/sources', about: '/about' }
    const devices = { phone: 390, desk: 1280 }
    for (const [page, path] of Object.entries(pages))
      for (const [device, width] of Object.entries(devices)) {
        const name = `${page}-${device}-${lang}`
        const kept = pictures.includes(name) || process.env.READOUT_PICTURES === 'all' ? { name } : {}
        await show({ path: `${path}?lang=${lang}`, width, dark: device === 'desk' && lang === 'hy', ...kept })
      }
  })
  it('answer a question, and go on from it', async () => {
    const words = await show({ path: '/', width: 390, name: 'answer', first: (page) => ask(page, 'positions on the peace treaty') })
    expect(words).toMatch(/“[^”]+” - Sample/)
  })
  it('let an admin in by password', async () => {
    const first = async (page: Page): Promise<void> => {
      await page.fill('#password', password)
      await page.click('form.ask button')
      await page.waitForLoadState()
    }
    for (const width of [390, 1280]) {
      const words = await show({ path: '/admin', width, ...(width === 390 ? {} : { name: 'admin' }), first })
      expect(words).toContain('Sign out')
    }
  })
})
