import { readFileSync, rmSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './testing/browser.ts'
import { type BuiltServer, startBuiltServer } from './testing/built-server.ts'

// The whole story of a first day (issue A), with two people, by what they see and press alone.

const POLL = { timeout: 15_000, interval: 30 }
const faults: string[] = []
let browser: Browser
let server: BuiltServer
let chair: Page
let moreau: Page

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startBuiltServer({ SAMPLE: 'on' })])
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(server.dataDir, { recursive: true, force: true })
})

async function newPerson(link: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
  await page.goto(link)
  await page.getByRole('button', { name: 'Join the meeting' }).click()
  await page.getByRole('heading', { name: 'Needs you' }).waitFor()
  return page
}

function linesOf(page: Page): Promise<{ speaker: string; kind: string; text: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.note-line')].map((line) => {
      const text = line.querySelector('.note-text')?.cloneNode(true) as Element | undefined
      for (const extra of text?.querySelectorAll('.remote-caret, .note-seam') ?? []) extra.remove()
      const of = (selector: string): string => line.querySelector(selector)?.textContent ?? ''
      return { speaker: of('.note-speaker'), kind: of('.note-kind'), text: text?.textContent ?? '' }
    }),
  )
}

async function wordsOf(page: Page): Promise<string> {
  return (await linesOf(page)).map(({ text }) => text).join('\n')
}

async function openTopicTwo(page: Page): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Data and analysis/ })
    .click()
  await page.locator('.note-text').last().click()
}

test('the chair comes in by the printed link and finds the sample meeting', async () => {
  chair = await newPerson(server.chairLink ?? '')
  await chair.getByText('Sample meeting, invented text').first().waitFor()
  await chair.getByText('Consultative meeting, Berlin, 23–24 May 2013 · 21 mechanisms').waitFor()
  const agenda = chair.getByRole('navigation').getByRole('link', { name: /^\d/ })
  await expect.poll(() => agenda.count(), POLL).toBe(5)
  expect(new URL(chair.url()).pathname).toBe('/m/berlin-2013')
})

test('copies a rapporteur’s invitation link, which a second browser opens', async () => {
  await chair.getByRole('link', { name: 'Set-up' }).click()
  await chair.getByRole('button', { name: 'More about L. Moreau' }).click()
  await chair.getByRole('menuitem', { name: 'New invitation link' }).click()
  await chair.getByRole('button', { name: 'Copy link' }).click()
  const copied = (): Promise<string> => chair.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied, POLL).toContain('/join/')
  moreau = await newPerson(await copied())
  await moreau
    .getByRole('button', { name: /L\. Moreau/ })
    .first()
    .waitFor()
})

test('both write in topic 2 at once, and each sees the other’s words and named caret', async () => {
  await openTopicTwo(moreau)
  await moreau.keyboard.press('@')
  await moreau.keyboard.type('slo')
  await moreau.keyboard.press('Space')
  await moreau.keyboard.press('r')
  await moreau.keyboard.press('Enter')
  await moreau.keyboard.type('States should agree on a minimum common set of indicators.')
  await openTopicTwo(chair)
  await chair.keyboard.press('Control+End')
  await chair.keyboard.press('Control+Enter')
  await chair.keyboard.type('nep')
  await chair.keyboard.press('Space')
  await chair.keyboard.press('c')
  await chair.keyboard.press('Enter')
  await Promise.all([
    chair.keyboard.type('Most movement across the open border leaves no record.', { delay: 15 }),
    moreau.keyboard.type(' Definitions should be shared as well.', { delay: 15 }),
  ])
  const expected = [
    {
      speaker: 'Slovakia',
      kind: 'Recommendation',
      text: 'States should agree on a minimum common set of indicators. Definitions should be shared as well.',
    },
    { speaker: 'Nepal', kind: 'Challenge', text: 'Most movement across the open border leaves no record.' },
  ]
  for (const page of [chair, moreau]) await expect.poll(() => linesOf(page), POLL).toMatchObject(expected)
  await chair.locator('.remote-caret[data-person="L. Moreau"]').waitFor({ state: 'attached' })
  await moreau.locator('.remote-caret[data-person="R. Osei"]').waitFor({ state: 'attached' })
  for (const page of [chair, moreau]) await page.getByText('All changes saved').waitFor()
})

test('the merge brings the recommendations under their topics, numbered, with their proposers', async () => {
  await chair.getByRole('link', { name: /^Merge/ }).click()
  await chair.getByRole('button', { name: 'Confirm merge' }).click()
  await chair
    .getByRole('link', { name: /^Draft/ })
    .first()
    .click()
  const items = chair.locator('.draft-item')
  await expect.poll(() => items.count(), POLL).toBe(6)
  const numbers = await chair.locator('.draft-number').allTextContents()
  expect(numbers.map((number) => Number.parseInt(number, 10))).toEqual([1, 2, 3, 4, 5, 6])
  const slovak = items.filter({ hasText: 'minimum common set of indicators' })
  expect(await slovak.textContent()).toContain('Slovakia')
  const order = await chair.evaluate(() =>
    [...document.querySelectorAll('.draft-section, .draft-item')].map((part) => part.textContent ?? ''),
  )
  const section = order.findIndex((text) => text.startsWith('Collection and analysis'))
  expect(order[section + 1]).toContain('minimum common set of indicators')
})

test('one of them is edited in the draft, and the other sees it', async () => {
  await moreau
    .getByRole('link', { name: /^Draft/ })
    .first()
    .click()
  const text = moreau.locator('.draft-item', { hasText: 'minimum common set' }).locator('.ProseMirror')
  await text.click()
  await moreau.keyboard.press('Control+End')
  await moreau.keyboard.type(' Within two years.')
  const seen = (): Promise<string | null> =>
    chair.locator('.draft-item', { hasText: 'minimum common set' }).locator('.draft-text').textContent()
  await expect.poll(seen, POLL).toContain('shared as well. Within two years.')
})

test('the Word file has them as numbered bold recommendations with the countries named', async () => {
  await chair.getByRole('link', { name: /^Export/ }).click()
  const dialog = chair.getByRole('dialog')
  await dialog.getByRole('button', { name: /Who is named/ }).click()
  await chair.getByRole('option', { name: /^Country/ }).click()
  const [download] = await Promise.all([
    chair.waitForEvent('download'),
    dialog.getByRole('button', { name: /^Download/ }).click(),
  ])
  await chair.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  const parts = unzipSync(new Uint8Array(readFileSync(await (download as Download).path())))
  const xml = strFromU8(parts['word/document.xml'] as Uint8Array)
  const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map(([paragraph]) => paragraph)
  const found = paragraphs.find((each) => textIn(each).includes('minimum common set')) ?? ''
  expect(textIn(found)).toMatch(/shared as well\. Within two years \(Slovakia\)\.$/)
  expect(found).toContain('<w:numPr>')
  expect(found).toMatch(/<w:b\/>/)
  expect(strFromU8(parts['word/numbering.xml'] as Uint8Array)).toContain('w:val="decimal"')
})

test('killed in mid-sentence and started again, the server has every word that anybody saw, once', async () => {
  await openTopicTwo(chair)
  await openTopicTwo(moreau)
  await moreau.keyboard.press('Control+End')
  const words = Array.from({ length: 40 }, (_, index) => `w${index}q`)
  const typing = moreau.keyboard.type(` ${words.join(' ')}`, { delay: 10 })
  await expect.poll(() => wordsOf(chair), POLL).toContain('w12q')
  const seen = await wordsOf(chair)
  await server.kill()
  await typing
  const { port } = new URL(server.url)
  const { dataDir } = server
  server = await startBuiltServer({ SAMPLE: 'on', PORT: port, DATA_DIR: dataDir })
  expect(server.chairLink).toBeNull()
  for (const page of [chair, moreau]) await expect.poll(() => wordsOf(page), POLL).toContain('w39q')
  const after = await wordsOf(chair)
  for (const word of words) expect(after.split(word)).toHaveLength(2)
  for (const word of seen.match(/w\d+q/g) ?? []) expect(after).toContain(word)
  await moreau.getByText('All changes saved').waitFor()
  expect(faults).toEqual([])
})

function textIn(xml: string): string {
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')
}
