import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from './testing/browser.ts'
import { DraftMeeting } from './testing/draft-meeting.ts'
import type { DraftPerson } from './testing/draft-person.ts'

const POLL = { timeout: 20_000, interval: 30 }
const NEW_FIELD = 'textarea[aria-label="Text of the new recommendation"]'

let browser: Browser
let meeting: DraftMeeting
let ann: DraftPerson
let ben: DraftPerson
let merged: string[]

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

beforeEach(async () => {
  meeting = await DraftMeeting.start(browser)
  ann = await meeting.person('A. Kaya', 'rapporteur')
  ben = await meeting.person('L. Moreau', 'rapporteur')
  await ann.mergeAll()
  await Promise.all([ann.openDraft(), ben.openDraft()])
  await ann.page.evaluate(() => navigator.serviceWorker.ready)
  await ann.page.waitForLoadState('networkidle')
  await Promise.all([ann.saved(), ben.saved()])
  merged = await ben.read()
})

afterEach(async () => expect(await meeting.close()).toEqual([]))

async function status(words: string | RegExp): Promise<void> {
  await expect
    .poll(() => ann.page.locator('.status-word').textContent(), POLL)
    .toMatch(typeof words === 'string' ? new RegExp(`^${words}$`) : words)
}

async function choose(item: Locator, name: string): Promise<void> {
  await item.focus()
  await item.getByRole('button', { name: /^More about/ }).click()
  await ann.page.getByRole('menuitem', { name, exact: true }).click()
}

/** What the page shows: as `read`, with the words of fields of new items. */
async function shows(): Promise<string[]> {
  const words = await ann.page.locator(NEW_FIELD).evaluateAll((fields) => {
    return fields.map((field) => (field as HTMLTextAreaElement).value)
  })
  return (await ann.read()).map((line) => (/^\d+ $/.test(line) ? `${line}${words.shift() ?? ''}` : line))
}

/** A line of the merged draft without its number. */
const words = (index: number): string => (merged[index] ?? '').replace(/^\d+ /, '')

describe('[DR1] without a connection', () => {
  test('what is done to the draft is shown, also after a reload, and done once for all when it is back', async () => {
    const expected = [
      merged[0],
      `1 ${words(2)}`,
      '2 States should listen to all.',
      `3 ${words(1)}`,
      merged[3],
      ` ${words(4)}`,
      `4 ${words(6)}`,
    ]
    await ann.page.context().setOffline(true)
    await ann.items().nth(0).focus()
    await ann.press('Alt+ArrowDown')
    await choose(ann.item(words(4)), 'Paragraph')
    await choose(ann.item(words(5)), 'Remove')
    await ann.clickEnd(ann.item(words(2)))
    await ann.press('Control+Enter')
    await expect.poll(() => ann.focused(), POLL).toBe('Text of the new recommendation')
    await ann.type('States should listen')
    await status('Offline, 4 changes kept here')
    await ann.page.reload()
    await ann.page.locator(NEW_FIELD).click()
    await ann.press('Control+End')
    await ann.type(' to all.')
    await expect.poll(shows, POLL).toEqual(expected)
    // A page that is loaded has a network for a moment, before the browser takes it away again: the first of them may
    // have gone, with or without an answer.
    await status(/^Offline, [34] changes kept here$/)

    await ann.page.context().setOffline(false)
    await Promise.all([ann.sees(expected as string[]), ben.sees(expected as string[])])
    await expect.poll(() => ann.focused(), POLL).toBe('Text of recommendation 2')
    await ann.saved()
    await Promise.all([ann.page.reload(), ben.page.reload()])
    await Promise.all([ann.sees(expected as string[]), ben.sees(expected as string[])])
  })

  test('a removal that is undone leaves nothing to send, and one that is refused is told on any page', async () => {
    await ann.page.context().setOffline(true)
    await choose(ann.items().nth(0), 'Remove')
    await status('Offline, 1 change kept here')
    await ann.page.getByRole('button', { name: 'Undo' }).click()
    await ann.sees(merged)
    await status('Offline, all changes saved')

    await choose(ann.items().nth(0), 'Remove')
    await ann.page.getByRole('link', { name: 'Overview' }).click()
    await meeting.setPhase('adopted')
    await ann.page.context().setOffline(false)
    const banner = ann.page.locator('.banners')
    await banner.getByText('1 change was not carried out.').waitFor()
    await banner.getByRole('button', { name: 'Show them' }).click()
    const dialog = ann.page.getByRole('dialog')
    await dialog.getByText('It was not removed.').waitFor()
    await dialog.getByRole('button', { name: 'Discard' }).click()
    await expect.poll(() => banner.count(), POLL).toBe(0)
    await ann.page.getByRole('link', { name: /^Draft/ }).click()
    await Promise.all([ann.sees(merged), ben.sees(merged)])
  })
})
