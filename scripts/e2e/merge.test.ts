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

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

beforeEach(async () => {
  meeting = await DraftMeeting.start(browser)
  ann = await meeting.person('A. Kaya', 'rapporteur')
  ben = await meeting.person('L. Moreau', 'rapporteur')
})

afterEach(async () => expect(await meeting.close()).toEqual([]))

function confirm({ page }: DraftPerson): Locator {
  return page.getByRole('button', { name: 'Confirm merge' })
}

/** Where each row stands, in the window. */
function topsOfRows({ page }: DraftPerson): Promise<number[]> {
  return page.locator('.merge-row').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top))
}

/** Items of the draft in short: `1 States should`. */
async function beginnings(person: DraftPerson): Promise<string[]> {
  return (await person.read()).map((line) => line.split(' ').slice(0, 3).join(' '))
}

const ALL = [
  '# Role of',
  '1 States should',
  '2 Les États',
  '# Monitoring, evaluating',
  '3 Bodies that',
  '4 National rapporteurs',
  '5 Evaluation should',
]

describe('a merge', () => {
  test('[MG1] brings the recommendations under their topic, numbered, with their proposers', async () => {
    await ann.openMerge()
    await ann.page.getByText('5 of 5 selected').waitFor()
    await ann.page.getByText('5 recommendations are added to the draft.').waitFor()
    await confirm(ann).click()
    await ann.page.getByText('Merge 1 is done: 5 recommendations are in the draft.').waitFor()
    await ann.page.getByText('Every recommendation of the notes is in the draft.').waitFor()
    await ann.page.getByRole('link', { name: 'Open the draft' }).first().click()
    await expect.poll(() => beginnings(ann), POLL).toEqual(ALL)
    const line = ann.items().nth(0).locator('.draft-line')
    expect(await line.textContent()).toContain('Proposed by (Finland)')
    expect(await line.getByRole('button', { name: '1 source' }).isVisible()).toBe(true)
    await ann.items().nth(4).locator('.draft-line').getByText('Nigeria').waitFor()
  })

  test('[MG2] nothing changes until it is confirmed, and what is left out stays in the notes', async () => {
    await ann.openMerge()
    await ann.page.getByRole('checkbox', { name: 'Take the recommendation of Latvia' }).press('Space')
    await ann.page.getByText('4 of 5 selected').waitFor()
    await ben.goTo('draft')
    await ben.page.getByText('Nothing has been merged yet.').waitFor()
    await confirm(ann).click()
    await ann.page.getByText('0 of 1 selected').waitFor()
    await expect.poll(() => beginnings(ben), POLL).toEqual([...ALL.slice(0, 5), '4 Evaluation should'])
    await ben.page.getByText('1 recommendation of the notes is not in the draft.').waitFor()
  })

  test('[MG3] two who confirm at once make each item once', async () => {
    await Promise.all([ann.openMerge(), ben.openMerge()])
    await Promise.all([confirm(ann).click(), confirm(ben).click()])
    await Promise.all([ann, ben].map(({ page }) => page.locator('.merge-notice').first().waitFor()))
    await Promise.all([ann.openDraft(), ben.openDraft()])
    for (const person of [ann, ben]) await expect.poll(() => beginnings(person), POLL).toEqual(ALL)
  })

  test('[JR7] whose answer is lost on the way is asked for again, and stands once', async () => {
    await ann.openMerge()
    let lost = 0
    await ann.page.route('**/api/meetings/*/merge', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      return route.abort('connectionreset')
    })
    await confirm(ann).click()
    await ann.page.getByText('Merge 1 is done: 5 recommendations are in the draft.').waitFor()
    await ann.openDraft()
    await expect.poll(() => beginnings(ann), POLL).toEqual(ALL)
  })

  test('[MG3] notes that change meanwhile are told of at once, and only the changed choice comes back', async () => {
    await ann.openMerge()
    const [places, confirmAt] = [await topsOfRows(ann), await confirm(ann).boundingBox()]
    await ben.goTo('topics/t1')
    const line = ben.page.locator('[data-line]').filter({ hasText: 'Les États devraient' }).last()
    await line.click()
    await ben.press('End')
    await ben.type('(Ben) ')
    await ann.page.getByText('The notes have changed since this plan was made.').waitFor()
    // Nothing that somebody reads or is about to press has moved.
    expect([await topsOfRows(ann), await confirm(ann).boundingBox()]).toEqual([places, confirmAt])
    await confirm(ann).click()
    await ann.page.getByText('1 choice needs another look; the others stand.').waitFor()
    await ann.page.getByText('Merge 1 is done: 4 recommendations are in the draft.').waitFor()
    const row = ann.page.locator('.merge-row')
    await expect.poll(() => row.count(), POLL).toBe(1)
    await row.getByText('(Ben)').waitFor()
    await row.getByText('The words have changed since.').waitFor()
    await confirm(ann).click()
    await ann.page.getByText('Merge 2 is done: 1 recommendation is in the draft.').waitFor()
  })

  test('[MG2] is undone as a whole, and what somebody has edited since stays', async () => {
    await ann.mergeAll()
    await ben.openDraft()
    await ben.clickEnd(ben.items().nth(0))
    await ben.type(' Mine.')
    await ben.saved()
    await ann.openMerge()
    await ann.page.getByRole('button', { name: 'Undo merge 1' }).click()
    await ann.page.getByRole('alertdialog').getByRole('button', { name: 'Undo merge 1' }).click()
    await ann.page
      .getByText('Merge 1 is undone. Edits made since then are kept: 1 recommendation stays in the draft.')
      .waitFor()
    await expect.poll(() => beginnings(ben), POLL).toEqual(['# Role of', '1 States should'])
    await ann.page.getByText('4 of 4 selected').waitFor()
  })

  test('that is refused leaves everything as it was, and says why', async () => {
    await ann.openMerge()
    await ann.page.route('**/api/meetings/*/merge', (route) => {
      const error = { code: 'forbidden', message: 'No.', hint: 'Ask.' }
      return route.fulfill({ status: 403, json: { error } })
    })
    await confirm(ann).click()
    await ann.page.getByText('Nothing was merged. Your role in this meeting does not allow this.').waitFor()
    await ann.page.getByText('5 of 5 selected').waitFor()
  })
})

test('who may not merge is told who does', async () => {
  const kim = await meeting.person('K. Lind', 'observer')
  await kim.goTo('merge')
  await kim.page.getByText('The rapporteurs and the chair merge the notes into the draft.').waitFor()
})

test.each([
  ['light', 1440, 'en'],
  ['dark', 390, 'ar'],
] as const)('axe finds nothing, %s at %d in %s', async (colorScheme, width, language) => {
  const options = { colorScheme, viewport: { width, height: 900 }, language }
  const person = await meeting.person('A. Kaya', 'rapporteur', options)
  await person.openMerge()
  expect(await seriousFaults(person.page)).toEqual([])
  expect(await person.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
})
