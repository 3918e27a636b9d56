/** The pages in a real browser, with a phone's width and a desk's, light and dark, without JavaScript: the pictures of docs/web.md (READOUT_PICTURES=1 writes them). */
import { mkdirSync, writeFileSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageFile } from '../../src/package-files.js'
import { openSampleSite, type Site } from './site.js'

let site: Site
let browser: Browser
beforeAll(async () => {
  site = await openSampleSite()
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
  /** Name of the picture in the docs. */
  name?: string
  question?: string
}

/** Shows a page as a reader sees it: within the width, nothing cut off, no picture broken, no fault in the console. */
async function show({ path, width, dark = false, name, question }: View): Promise<string> {
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
  if (question) {
    await page.fill('#q', question)
    await page.click('form.ask button')
    await page.waitForLoadState()
    expect(page.url()).toBe(`${site.root}/`)
  }
  // As text: the tests' own types know no browser.
  const seen = (await page.evaluate(`({
    width: document.documentElement.scrollWidth,
    words: document.body.textContent,
    broken: [...document.images].filter((image) => image.naturalWidth === 0).length,
    unstyled: getComputedStyle(document.querySelector('.brand')).fontWeight !== '700',
  })`)) as { width: number; words: string; broken: number; unstyled: boolean }
  expect(seen.width).toBeLessThanOrEqual(width)
  expect([seen.broken, seen.unstyled, faults]).toEqual([0, false, []])
  expect(seen.words).not.toMatch(/undefined|\[object/)
  const picture = await page.screenshot({ fullPage: true, type: 'png' })
  if (name && process.env.READOUT_PICTURES) {
    mkdirSync(packageFile('docs/web'), { recursive: true })
    writeFileSync(packageFile(`docs/web/${name}.png`), picture)
  }
  if (process.env.SHOTS)
    writeFileSync(`${process.env.SHOTS}/${(name ?? path).replace(/\W+/g, '_')}-${width}${dark ? '-dark' : ''}${question ? '-q' : ''}.png`, picture)
  await context.close()
  return seen.words
}

describe('the pages in a browser', () => {
  it.each(['en', 'hy', 'ka', 'ru', 'az', 'tr'])('fit a phone and a desk in %s', async (lang) => {
    for (const path of ['/', '/topics/peace-treaty', '/stories/s4', '/digests', '/topics', '/sources', '/about'])
      for (const width of [390, 1280]) await show({ path: `${path}?lang=${lang}`, width, dark: width === 1280 && lang === 'hy' })
  })
  it('answer a question', async () => {
    expect(await show({ path: '/', width: 390, question: 'timeline peace treaty' })).toContain('peace treaty')
  })
})
