import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MergePlan } from '../../shared/merge/merge-plan.ts'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { DraftMeeting } from './testing/draft-meeting.ts'
import type { DraftPerson } from './testing/draft-person.ts'

const POLL = { timeout: 20_000, interval: 50 }

let browser: Browser
let meeting: DraftMeeting
let ann: DraftPerson

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

beforeEach(async () => {
  meeting = await DraftMeeting.start(browser)
  ann = await meeting.person('A. Kaya', 'rapporteur')
})

afterEach(async () => expect(await meeting.close()).toEqual([]))

const pairs = ({ page }: DraftPerson): Locator => page.locator('.merge-pair')

async function newOnes(): Promise<number> {
  const { proposals } = await ann.command<MergePlan>('merge/plan', {})
  return proposals.filter(({ change }) => change === 'new').length
}

const choose = (pair: Locator, name: RegExp): Promise<void> =>
  pair.getByRole('radio', { name }).first().click({ force: true })

describe('[MG4] recommendations that look alike', () => {
  test('are combined once it is confirmed, with both wordings in view; one undo takes all back', async () => {
    const before = await newOnes()
    await ann.openMerge()
    await pairs(ann).first().waitFor()
    const shown = await pairs(ann).count()
    const pair = pairs(ann).first()
    await expect.poll(() => pair.locator('.alike-same, .alike-term').count(), POLL).toBeGreaterThan(1)
    await choose(pair, /^Combine: wording of/)
    await expect
      .poll(() => ann.page.locator('.merge-foot-words').textContent(), POLL)
      .toContain('1 pair is combined')
    await pair.getByRole('button', { name: 'Decided' }).click()
    await expect.poll(() => ann.page.locator('.merge-pair-line').count(), POLL).toBeGreaterThan(0)
    expect(await newOnes()).toBe(before)
    expect(await seriousFaults(ann.page)).toEqual([])
    await ann.page.getByRole('button', { name: 'Confirm merge' }).click()
    await ann.page.getByText('1 pair is combined.').first().waitFor()
    await expect.poll(newOnes, POLL).toBe(0)
    await expect.poll(() => pairs(ann).count(), POLL).toBeLessThan(shown)
    await ann.page.getByRole('button', { name: 'Undo all of it' }).click()
    await expect.poll(newOnes, POLL).toBe(before)
  })

  test('that stay two are not suggested again, until somebody wants it', async () => {
    await ann.mergeAll()
    await ann.goTo('merge')
    await pairs(ann).first().waitFor()
    const shown = await pairs(ann).count()
    await choose(pairs(ann).first(), /^Keep both/)
    await ann.page.getByRole('button', { name: 'Confirm merge' }).click()
    const decided = ann.page.getByRole('button', { name: '1 pair decided before' })
    await decided.waitFor()
    await expect.poll(() => pairs(ann).count(), POLL).toBe(shown - 1)
    await decided.click()
    await ann.page.getByRole('button', { name: 'Suggest again' }).click()
    await expect.poll(() => pairs(ann).count(), POLL).toBe(shown)
  })
})
