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

/** How many recommendations the way to the draft says there are. */
function counted() {
  return expect.poll(
    () => ann.page.locator('.rail a[href$="/draft"] .rail-count > [aria-hidden]').textContent(),
    POLL,
  )
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
    await ann.clickEnd(ann.item(words(6)))
    await ann.press('Control+Home', 'Control+ArrowRight', 'Control+ArrowRight')
    await ann.settle()
    await choose(ann.item(words(6)), 'Split here')
    await ann.item(words(6)).getByText('Splitting waits for the connection').waitFor()
    await status('Offline, 5 changes kept here')
    await counted().toBe('4')
    await ann.page.reload()
    await counted().toBe('4')
    await ann.page.locator(NEW_FIELD).click()
    await ann.press('Control+End')
    await ann.type(' to all.')
    await expect.poll(shows, POLL).toEqual(expected)
    // A page that is loaded has a network for a moment, before the browser takes it away again: the first of them may
    // have gone, with or without an answer.
    await status(/^Offline, [45] changes kept here$/)

    // Words that are typed before the place leave it where it is.
    await ann.clickEnd(ann.item(words(6)))
    await ann.press('Control+Home')
    await ann.settle()
    await ann.type('Also: ')
    const [also, halves] = [`4 Also: ${words(6)}`, ['4 Also: Evaluation should', `5 ${words(6).slice(18)}`]]
    await ann.seesWords(also)
    await ann.page.context().setOffline(false)
    expected.splice(6, 1, ...halves)
    await counted().toBe('5')
    await Promise.all([ann.sees(expected as string[]), ben.sees(expected as string[])])
    await ann.saved()
    await Promise.all([ann.page.reload(), ben.page.reload()])
    await Promise.all([ann.sees(expected as string[]), ben.sees(expected as string[])])
  })

  test('a removal that is undone leaves nothing to send, and one that is refused is told on any page', async () => {
    await ann.page.context().setOffline(true)
    await choose(ann.items().nth(0), 'Remove')
    await status('Offline, 1 change kept here')
    await counted().toBe('4')
    await ann.page.getByRole('button', { name: 'Undo' }).click()
    await ann.sees(merged)
    await counted().toBe('5')
    await status('Offline, all changes saved')

    await choose(ann.items().nth(0), 'Remove')
    await ann.page.getByRole('link', { name: 'Overview' }).click()
    await counted().toBe('4')
    await meeting.setPhase('adopted')
    await ann.page.context().setOffline(false)
    const banner = ann.page.locator('.banners')
    await banner.getByText('1 change was not carried out.').waitFor()
    await counted().toBe('5')
    await banner.getByRole('button', { name: 'Show them' }).click()
    const dialog = ann.page.getByRole('dialog')
    await dialog.getByText('It was not removed.').waitFor()
    await dialog.getByRole('button', { name: 'Discard' }).click()
    await expect.poll(() => banner.count(), POLL).toBe(0)
    await ann.page.getByRole('link', { name: /^Draft/ }).click()
    await Promise.all([ann.sees(merged), ben.sees(merged)])
  })

  test('[AD2] who asked for brackets that were set meanwhile is shown, also after a reload, and noted when it is back', async () => {
    const menuOf = async (person: DraftPerson): Promise<Locator> => {
      await person.items().first().locator('[data-atom=bracket]').first().click()
      return person.page.getByRole('dialog', { name: 'Brackets' })
    }
    const asking = (menu: Locator) =>
      expect.poll(async () => {
        const boxes = menu.getByRole('checkbox', { checked: true })
        return boxes.evaluateAll((all) => all.map((one) => one.closest('label')?.textContent))
      }, POLL)

    await ann.page.context().setOffline(true)
    await ann.clickEnd(ann.items().first())
    await ann.settle()
    await ann.press('Control+a', 'Control+Alt+s')
    await ann.seesWords(']')
    const menu = await menuOf(ann)
    for (const name of ['Austria', 'Finland', 'Belgium', 'Finland'])
      await menu.getByText(name, { exact: true }).click()
    await asking(menu).toEqual(['Austria', 'Belgium'])
    await ann.press('Escape')
    await menu.waitFor({ state: 'hidden' })
    // Those of the text, and one for each mechanism that asks: Finland’s leave nothing to send.
    await status(/^Offline, [34] changes kept here$/)
    await ann.page.reload()
    await asking(await menuOf(ann)).toEqual(['Austria', 'Belgium'])
    await ann.press('Escape')
    await ann.page.context().setOffline(false)
    await ann.saved()
    const others = await menuOf(ben)
    await asking(others).toEqual(['Austria', 'Belgium'])
    await asking(await menuOf(ann)).toEqual(['Austria', 'Belgium'])
  })

  test('of two tabs one has the words of a new item in its hands, and they are in it once, from whatever page', async () => {
    const other = await ann.page.context().newPage()
    await other.goto(ann.page.url())
    await other.locator('.draft-item .ProseMirror').first().waitFor()
    await other.waitForLoadState('networkidle')
    await ann.page.context().setOffline(true)
    await ann.clickEnd(ann.items().nth(0))
    await ann.press('Control+Enter')
    await ann.type('Once')
    const field = other.locator(NEW_FIELD)
    await expect.poll(() => field.inputValue(), POLL).toBe('Once')
    expect(await field.isEditable()).toBe(false)
    await ann.type(' and for all')
    // The other tab goes on where the first is left: it has been closed.
    await ann.page.close()
    await expect.poll(() => field.isEditable(), POLL).toBe(true)
    await field.press('End')
    await field.pressSequentially('.')
    // What is wished is sent, and words are brought, from any page of the meeting.
    await other.getByRole('link', { name: 'Overview' }).click()
    await other.getByRole('heading', { name: 'Needs you' }).waitFor()
    await other.context().setOffline(false)
    await ben.sees([merged[0] ?? '', merged[1] ?? '', '2 Once and for all.', `3 ${words(2)}`, ...later()])
    await expect.poll(() => other.locator('.status-word').textContent(), POLL).toContain('saved')
    await ben.page.reload()
    await ben.sees([merged[0] ?? '', merged[1] ?? '', '2 Once and for all.', `3 ${words(2)}`, ...later()])
  })
})

/** What stands behind the first section, one number further. */
function later(): string[] {
  return merged.slice(3).map((line) => line.replace(/^\d+/, (number) => `${Number(number) + 1}`))
}
