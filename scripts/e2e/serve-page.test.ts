import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type ServedPage, servePage } from './testing/browser.ts'

let browser: Browser
let served: ServedPage

beforeAll(async () => {
  ;[browser, served] = await Promise.all([launchBrowser(), servePage('served.html')])
})

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

test('a test page loads the TSX it names', async () => {
  const page = await browser.newPage()
  await page.goto(served.url)
  await page.getByText('TypeScript and JSX run here.').waitFor()
  expect(await page.title()).toBe('Served')
})
