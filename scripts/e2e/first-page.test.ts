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
  page.on('console', (message) => {
    // The browser notes that nobody is signed in here: the answer is 401.
    if (message.type() === 'error' && !message.text().includes('401')) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(server.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

test('the built page loads with its own fonts and breaks no rule of its content security policy', async () => {
  const faults: string[] = []
  const page = await open('en-GB', faults)
  await page.evaluate(() => document.fonts.ready)
  const fonts = await page.evaluate(() =>
    [...document.fonts]
      .filter((font) => font.status === 'loaded')
      .map((font) => font.family.replaceAll('"', ''))
      // What stands in until they have come is the device's own.
      .filter((family) => !family.endsWith('Fallback')),
  )
  expect(new Set(fonts)).toEqual(new Set(['IBM Plex Sans Variable', 'Source Serif 4 Variable']))
  expect(faults).toEqual([])
})

test('whoever is in no meeting is told what Minuta is and how to get in', async () => {
  const page = await open('en-GB')
  expect(await page.title()).toBe('Minuta')
  await page.getByText('You come in by an invitation link').waitFor()
  await page.getByLabel('Your invitation link').fill('not a link')
  await page.getByRole('button', { name: 'Open the invitation' }).click()
  await page.getByText('This is no invitation link.').waitFor()
  await page.getByLabel('Your invitation link').fill(`${server.url}/join/${'a'.repeat(43)}`)
  await page.getByRole('button', { name: 'Open the invitation' }).click()
  await page.getByRole('heading', { name: 'There is no such invitation' }).waitFor()
})

test('an address of no page says so and leads on', async () => {
  const page = await open('en-GB')
  await page.goto(`${server.url}/nowhere`)
  await page.getByRole('heading', { name: 'There is nothing at this address.' }).waitFor()
  await page.getByRole('link', { name: 'To the first page' }).click()
  await page.waitForURL(`${server.url}/`)
})

test('a French browser is spoken to in French', async () => {
  const page = await open('fr-CA')
  await page.getByRole('button', { name: 'Langue : Français' }).waitFor()
  expect(await page.getAttribute('html', 'lang')).toBe('fr')
})

test('choosing Arabic turns the page round, brings its letters, and lasts over a reload', async () => {
  const page = await open('en-GB')
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('menuitemradio', { name: 'العربية' }).click()
  await page.getByRole('button', { name: 'اللغة: العربية' }).waitFor()
  expect(await page.getAttribute('html', 'dir')).toBe('rtl')
  await page.reload()
  await page.getByRole('button', { name: 'اللغة: العربية' }).waitFor()
  expect(await page.getAttribute('html', 'lang')).toBe('ar')
  await page.evaluate(() => document.fonts.ready)
  expect(await page.evaluate(() => document.fonts.check('14px "IBM Plex Sans Arabic"', 'اللغة'))).toBe(true)
})

test('the page follows the dark setting of the system', async () => {
  const page = await open('en-GB')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(21, 23, 27)')
})
