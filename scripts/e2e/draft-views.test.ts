import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { DraftMeeting } from './testing/draft-meeting.ts'
import type { DraftPerson } from './testing/draft-person.ts'

const POLL = { timeout: 10_000, interval: 30 }

let browser: Browser
let meeting: DraftMeeting
let ann: DraftPerson
let ben: DraftPerson

const MANDATE = '1 States should set out the mandate of the national rapporteur'
const ANNUAL = '2 Les États devraient prévoir que le rapporteur national'
const STATUTORY = '3 Bodies that evaluate anti-trafficking policy'
const REPORT = '4 National rapporteurs should publish a report at least once a year'
const IMPACT = '5 Evaluation should cover the human rights impact'

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
})

afterEach(async () => expect(await meeting.close()).toEqual([]))

/** Waits until the draft begins so, as far as each line is given. */
async function reads(person: DraftPerson, expected: readonly string[]): Promise<void> {
  const beginnings = async (): Promise<string[]> => {
    const lines = await person.read()
    return lines.slice(0, expected.length).map((line, index) => line.slice(0, expected[index]?.length))
  }
  await expect.poll(beginnings, POLL).toEqual(expected)
}

async function choose(person: DraftPerson, label: string, option: string): Promise<void> {
  const { page } = person
  await page.locator('.page-actions .button').first().click()
  await page.getByRole('dialog').getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
  await page.locator('.list-box').waitFor({ state: 'detached' })
  // Escape is the popover's only where the focus is back in it.
  const isInside = () => page.evaluate(() => document.activeElement?.closest('.draft-view-menu') !== null)
  await expect.poll(isInside, POLL).toBe(true)
  await page.keyboard.press('Escape')
  await page.locator('.draft-view-menu').waitFor({ state: 'detached' })
}

function line(person: DraftPerson): Locator {
  return person.page.locator('.draft-view-line')
}

async function menu(person: DraftPerson, words: string, entry: string): Promise<void> {
  const item = person.item(words)
  await item.hover()
  await item.locator('.draft-row-menu button').click()
  await person.page.getByRole('menuitem', { name: entry, exact: true }).click()
}

describe('views', () => {
  test('the same items by who is asked, under their own numbers, edited where they stand, by both', async () => {
    await choose(ann, 'Show by', 'Who is asked')
    const byAddressee = [
      '# States',
      MANDATE,
      ANNUAL,
      '# National rapporteurs and equivalent mechanisms',
      REPORT,
      '# Nobody is named',
      STATUTORY,
      IMPACT,
    ]
    await reads(ann, byAddressee)
    expect(new URL(ann.page.url()).searchParams.get('by')).toBe('addressee')
    await ann.clickEnd(ann.item('Evaluation should'))
    await ann.type(' Here too.')
    await ben.seesWords('restrictions on movement. Here too.')
    // J and K follow what is seen: behind 2 stands 4.
    await ann.item('Les États').click()
    await ann.press('Escape', 'j')
    await expect.poll(() => ann.focused(), POLL).toBe('Recommendation 4')
    // Words of the other one move the item between groups once they rest.
    await ben.clickEnd(ben.item('Bodies that evaluate'))
    await ben.press('Control+Home')
    await ben.type('States should see this: ')
    await reads(ann, [
      '# States',
      MANDATE,
      ANNUAL,
      '3 States should see this: Bodies',
      '# National rapporteurs and equivalent mechanisms',
      REPORT,
      '# Nobody is named',
      IMPACT,
    ])
    // Of two groups now: in full under the first, and under the other a line that leads there.
    await ben.clickEnd(ben.item('National rapporteurs should'))
    await ben.press('Control+Home')
    await ben.type('States and ')
    await ben.saved()
    await ann.page.reload()
    await reads(ann, [
      '# States',
      MANDATE,
      ANNUAL,
      '3 States should see',
      '4 States and National',
      '# National',
    ])
    const reference = ann.page.locator('.draft-reference')
    await expect.poll(() => reference.allTextContents(), POLL).toHaveLength(1)
    expect(await reference.textContent()).toContain('under “States”')
    await reference.click()
    await expect.poll(() => ann.focused(), POLL).toBe('Recommendation 4')
    expect(await seriousFaults(ann.page)).toEqual([])
  })

  test('filters stand in the address and say what is left; nothing found leads back to all', async () => {
    await choose(ann, 'Proposed by', 'Belgium')
    await reads(ann, ['# Role of national rapporteurs', ANNUAL, '# Monitoring, evaluating', STATUTORY])
    await expect.poll(() => line(ann).textContent(), POLL).toContain('2 of 5 recommendations are shown.')
    await choose(ann, 'With status', 'Adopted')
    await ann.page.getByText('No recommendation is like this.').waitFor()
    expect(new URL(ann.page.url()).search).toContain('status=adopted')
    await ann.page.locator('.empty-state').getByRole('button', { name: 'Show all' }).click()
    await expect.poll(async () => (await ann.read()).length, POLL).toBe(7)
    expect(new URL(ann.page.url()).search).toBe('')
    await ann.openDraft('?by=mechanism')
    expect(await ann.page.locator('.draft-grip').count()).toBe(0)
    await expect
      .poll(() => line(ann).textContent(), POLL)
      .toContain('Drag items in the whole draft, by topic.')
  })
})

describe('headings and paragraphs', () => {
  test('[DR1] a new heading stands where it was asked for; a recommendation becomes a paragraph and back, with its sources', async () => {
    // Made in another view, it is shown in the whole draft, where it belongs.
    await ann.openDraft('?by=status')
    await ann.item('Les États').click()
    await ann.item('Les États').and(ann.page.locator('[data-selected]')).waitFor()
    await ann.page.locator('.page-actions').getByRole('button', { name: 'New recommendation' }).click()
    await ann.page.getByRole('menuitem', { name: /^New heading/ }).click()
    await expect.poll(() => ann.focused(), POLL).toMatch(/^Text of the (new )?heading$/)
    await ann.type('In the field')
    await reads(ann, ['# Role of national rapporteurs', MANDATE, ANNUAL])
    expect(new URL(ann.page.url()).searchParams.get('by')).toBeNull()
    await reads(ben, ['# Role of national rapporteurs', MANDATE, ANNUAL, ' In the field'])
    expect(await ben.page.locator('.draft-item[data-type=heading]').count()).toBe(1)
    await ann.clickEnd(ann.item('Bodies that evaluate'))
    await ann.press('Control+Home')
    await ann.settle()
    await menu(ben, 'Bodies that evaluate', 'Paragraph')
    await reads(ann, [
      '# Role of national rapporteurs',
      MANDATE,
      ANNUAL,
      ' In the field',
      '# Monitoring, evaluating',
      ` ${STATUTORY.slice(2)}`,
      `3 ${REPORT.slice(2)}`,
      `4 ${IMPACT.slice(2)}`,
    ])
    // Who writes in it keeps the caret.
    await ann.type('All ')
    await expect.poll(async () => (await ben.read())[5]?.slice(0, 11), POLL).toBe(' All Bodies')
    await ann.item('Bodies that evaluate').click()
    await ann.page.locator('.draft-source').first().waitFor()
    await menu(ann, 'Bodies that evaluate', 'Recommendation')
    await expect.poll(async () => (await ben.read())[5]?.slice(0, 8), POLL).toBe('3 All Bo')
  })
})

describe('advice', () => {
  test('says quietly where a reader may guess, to who writes alone; dismissed, it stays away until the words change', async () => {
    const marks = ann.page.locator('.draft-advice-mark')
    await expect.poll(() => marks.count(), POLL).toBe(3)
    await ann.item('Evaluation should').locator('.draft-advice-mark').click()
    const advice = ann.page.locator('.draft-advice')
    await expect.poll(() => advice.textContent(), POLL).toContain('Nobody is asked')
    expect(await advice.textContent()).toContain('Evaluation should')
    await advice.getByRole('button', { name: /^Dismiss/ }).click()
    await expect.poll(() => marks.count(), POLL).toBe(2)
    await expect.poll(() => advice.textContent(), POLL).toContain('1 dismissed')
    await ann.page.reload()
    await expect.poll(() => marks.count(), POLL).toBe(2)
    // The other rapporteur decides for herself.
    await expect.poll(() => ben.page.locator('.draft-advice-mark').count(), POLL).toBe(3)
    await ben.clickEnd(ben.item('Evaluation should'))
    await ben.press('Control+Home')
    await ben.type('States should fund it. ')
    await expect.poll(() => ben.page.locator('.draft-advice-mark').count(), POLL).toBe(2)
    await ben.page.getByRole('button', { name: /^Advice/ }).click()
    await expect.poll(() => ben.page.locator('.draft-advice-mark').count(), POLL).toBe(0)
    const eve = await meeting.person('E. Virtanen', 'participant')
    await eve.openDraft()
    await eve.seesWords('States should fund it.')
    expect(await eve.page.locator('.draft-advice-switch, .draft-advice-mark').count()).toBe(0)
  })
})
