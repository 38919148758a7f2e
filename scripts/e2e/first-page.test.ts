import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './testing/browser.ts'
import { type BuiltServer, startBuiltServer } from './testing/built-server.ts'

let browser: Browser
let server: BuiltServer

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startBuiltServer()])
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(locale: string, faults: string[] = []): Promise<Page> {
  const page = await (await browser.newContext({ locale })).newPage()
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(server.url)
  await page.getByRole('heading', { name: 'Minuta' }).waitFor()
  return page
}

test('the built page loads with its own fonts and breaks no rule of its content security policy', async () => {
  const faults: string[] = []
  const page = await open('en-GB', faults)
  await page.evaluate(() => document.fonts.ready)
  const fonts = await page.evaluate(() =>
    [...document.fonts]
      .filter((font) => font.status === 'loaded')
      .map((font) => font.family.replaceAll('"', '')),
  )
  expect(new Set(fonts)).toEqual(new Set(['IBM Plex Sans Variable', 'Source Serif 4 Variable']))
  expect(faults).toEqual([])
})

test('a French browser is spoken to in French', async () => {
  const page = await open('fr-CA')
  await page.getByLabel('Langue').waitFor()
  expect(await page.getAttribute('html', 'lang')).toBe('fr')
})

test('choosing Arabic turns the page round, and the choice lasts over a reload', async () => {
  const page = await open('en-GB')
  await page.getByLabel('Language').selectOption('ar')
  await page.getByLabel('اللغة').waitFor()
  expect(await page.getAttribute('html', 'dir')).toBe('rtl')
  await page.reload()
  await page.getByLabel('اللغة').waitFor()
  expect(await page.getAttribute('html', 'lang')).toBe('ar')
})

test('the page follows the dark setting of the system', async () => {
  const page = await open('en-GB')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(21, 23, 27)')
})
