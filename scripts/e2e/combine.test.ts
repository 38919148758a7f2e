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

/** How many pairs are shown; those that a slow machine has found late are asked for. */
async function countPairs(person: DraftPerson): Promise<number> {
  const late = person.page.getByRole('button', { name: 'Show pairs' })
  if (await late.isVisible()) await late.click()
  return pairs(person).count()
}

async function newOnes(): Promise<number> {
  const { proposals } = await ann.command<MergePlan>('merge/plan', {})
  return proposals.filter(({ change }) => change === 'new').length
}

const choose = (pair: Locator, name: RegExp): Promise<void> =>
  pair.getByRole('radio', { name }).first().press('Space')

/** Opens the menu of the item that reads so, and chooses. */
async function act(person: DraftPerson, words: string, name: string): Promise<void> {
  const item = person.item(words).first()
  await item.hover()
  await item.locator('.draft-menu-button').click()
  await person.page.getByRole('menuitem', { name }).click()
}

const count = ({ page }: DraftPerson): Promise<number> => page.locator('.draft-item').count()

describe('[MG4] items of the draft', () => {
  test('are combined with one that looks alike, and taken apart; somebody else sees both at once', async () => {
    await ann.mergeAll()
    const ben = await meeting.person('L. Moreau', 'rapporteur')
    await Promise.all([ann.openDraft(), ben.openDraft()])
    await expect.poll(() => count(ann), POLL).toBe(5)
    await act(ann, 'act of Parliament', 'Combine with…')
    const dialog = ann.page.getByRole('dialog')
    const first = dialog.locator('.combine-row').first()
    await expect.poll(() => first.textContent(), POLL).toContain('looks alike')
    await first.click()
    await dialog.getByRole('radio', { name: 'Write one wording' }).press('Space')
    await dialog.getByRole('textbox', { name: 'Wording for the draft' }).fill('Give mandates a basis in law.')
    expect(await seriousFaults(ann.page)).toEqual([])
    // What was written outlasts Escape, another choice, and what somebody types in one of the two meanwhile.
    await ann.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await act(ann, 'act of Parliament', 'Combine with…')
    await expect.poll(() => first.textContent(), POLL).toContain('looks alike')
    await dialog.locator('.combine-row').nth(1).click()
    await first.click()
    const written = dialog.getByRole('textbox', { name: 'Wording for the draft' })
    await expect.poll(() => written.inputValue(), POLL).toBe('Give mandates a basis in law.')
    await ben.clickEnd(ben.item('act of Parliament').first())
    await ben.type(' Soon.')
    await ann.seesWords('Soon.')
    const combine = dialog.getByRole('button', { name: 'Combine', exact: true })
    await combine.click()
    await ann.page.getByText('The words have changed since.').first().waitFor()
    await expect.poll(() => written.inputValue(), POLL).toBe('Give mandates a basis in law.')
    await combine.click()
    await dialog.waitFor({ state: 'detached' })
    await ben.seesWords('Give mandates a basis in law.')
    await expect.poll(() => count(ben), POLL).toBe(4)
    await act(ben, 'Give mandates a basis in law.', 'Take apart')
    await expect.poll(() => count(ann), POLL).toBe(5)
    await ann.seesWords('act of Parliament')
  })

  test('[DR1] are split where the caret is; undone, it is one again', async () => {
    await ann.mergeAll()
    await ann.openDraft()
    const item = ann.item('act of Parliament').first()
    await ann.clickEnd(item)
    await ann.press('Control+Home', 'Control+ArrowRight', 'Control+ArrowRight')
    await ann.settle()
    await act(ann, 'act of Parliament', 'Split here')
    await expect.poll(() => count(ann), POLL).toBe(6)
    await ann.seesWords('States should')
    await ann.page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => count(ann), POLL).toBe(5)
    await ann.seesWords('States should set out')
  })

  test('[DR2] what somebody types offline among words that are split meanwhile is with these words when they are back', async () => {
    const ben = await offlineInParliament()
    await ben.press('ArrowLeft')
    await ben.type(', written where nobody was told of a split')
    await ben.seesWords('prior approval, written where')
    await ann.clickEnd(ann.item('act of Parliament').first())
    await ann.press('Control+Home', 'Control+ArrowRight', 'Control+ArrowRight')
    await ann.settle()
    await act(ann, 'act of Parliament', 'Split here')
    await expect.poll(() => count(ann), POLL).toBe(6)
    await ben.page.context().setOffline(false)
    const [first, second] = ['1 States should', '2 set out the mandate']
    for (const person of [ann, ben]) {
      const read = async (): Promise<string[]> => {
        const lines = await person.read()
        return lines.filter((line) => line.startsWith(first) || line.startsWith(second))
      }
      await expect
        .poll(read, POLL)
        .toEqual([
          first,
          expect.stringMatching(/^2 set out .* approval, written where nobody was told of a split\.$/),
        ])
    }
    await ben.saved()
    // The page takes some seconds to call itself offline, and to try again.
  }, 120_000)
})

/** Somebody beside Ann whose caret is behind the item on Parliament, without a connection. */
async function offlineInParliament(): Promise<DraftPerson> {
  await ann.mergeAll()
  const ben = await meeting.person('L. Moreau', 'rapporteur')
  await Promise.all([ann.openDraft(), ben.openDraft()])
  await Promise.all([ann, ben].map(({ page }) => page.waitForLoadState('networkidle')))
  await ben.clickEnd(ben.item('act of Parliament').first())
  await ben.page.context().setOffline(true)
  await ben.page.locator('.status-word[data-word="offline"]').waitFor()
  return ben
}

describe('[MG4] an item into which somebody types offline while it is combined', () => {
  test('is back beside the other one, which is said, and the two are one again with the late words in view', async () => {
    const ben = await offlineInParliament()
    await ben.type(' Written too late.')
    await ben.seesWords('Written too late.')
    await act(ann, 'Bodies that evaluate', 'Combine with…')
    const dialog = ann.page.getByRole('dialog')
    await dialog.locator('.combine-row').filter({ hasText: 'act of Parliament' }).click()
    await dialog.getByRole('button', { name: 'Combine', exact: true }).click()
    await expect.poll(() => count(ann), POLL).toBe(4)
    await ben.page.context().setOffline(false)
    await expect.poll(() => count(ann), POLL).toBe(5)
    const late = ann.item('Written too late.')
    await late.getByText('Back with late words').waitFor()
    await late.locator('.draft-number').click()
    const panel = ann.page.locator('.draft-panel')
    await panel.getByText('Words that came late brought it back').waitFor()
    await panel.getByText('Its sources stand behind').waitFor()
    expect(await seriousFaults(ann.page)).toEqual([])
    await panel.getByRole('button', { name: 'Combine again…' }).click()
    const written = dialog.getByRole('textbox', { name: 'Wording for the draft' })
    await expect
      .poll(() => written.inputValue(), POLL)
      .toMatch(/^Bodies that evaluate .*\n.*Written too late\.$/)
    await written.fill('Give mandates a basis in law. Written too late.')
    await dialog.getByRole('button', { name: 'Combine', exact: true }).click()
    for (const person of [ann, ben]) await expect.poll(() => count(person), POLL).toBe(4)
    const one = ann.item('Written too late.')
    expect(await one.getByText('Back with late words').count()).toBe(0)
    await one.locator('.draft-number').click()
    await expect.poll(() => panel.locator('.draft-source').count(), POLL).toBe(2)
    // Taken apart, one after the other, each has its own words and its own source.
    await act(ann, 'Written too late.', 'Take apart')
    await expect.poll(() => count(ann), POLL).toBe(5)
    await ann.item('approval. Written too late.').locator('.draft-number').click()
    await panel.getByRole('button', { name: 'Take apart' }).click()
    await expect.poll(() => panel.locator('.draft-source').count(), POLL).toBe(1)
    expect(await ann.page.getByText('Back with late words').count()).toBe(0)
    // The page takes some seconds to call itself offline, and to try again.
  }, 120_000)
})

describe('[MG4] recommendations that look alike', () => {
  test('are combined once it is confirmed, with both wordings in view; one undo takes all back', async () => {
    const before = await newOnes()
    await ann.openMerge()
    const shown = await countPairs(ann)
    expect(shown).toBeGreaterThan(0)
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
    await expect.poll(() => countPairs(ann), POLL).toBe(shown - 1)
    await ann.page.getByRole('button', { name: 'Undo all of it' }).click()
    await expect.poll(newOnes, POLL).toBe(before)
  })

  test.each([
    [1440, 900],
    [390, 844],
  ])('that come late move nothing until somebody wants them, %i pixels wide', async (width, height) => {
    const ben = await meeting.person('L. Moreau', 'rapporteur', { viewport: { width, height } })
    let bring: () => void = () => undefined
    const isBrought = new Promise<void>((resolve) => {
      bring = resolve
    })
    await ben.page.route('**/alike-worker*', async (route) => {
      await isBrought
      await route.continue()
    })
    await ben.goTo('merge')
    const entry = ben.page.locator('.merge-row').first()
    await entry.waitFor()
    await ben.page.evaluate(() => document.fonts.ready)
    const top = (): Promise<number> => entry.evaluate((row) => row.getBoundingClientRect().top)
    const before = await top()
    expect(await pairs(ben).count()).toBe(0)
    bring()
    await ben.page.waitForFunction(() => document.querySelector('section[aria-busy="true"]') === null)
    expect(await top()).toBe(before)
    expect(await pairs(ben).count()).toBe(0)
    await ben.page.getByRole('button', { name: 'Show pairs' }).click()
    await expect.poll(() => pairs(ben).count(), POLL).toBeGreaterThan(0)
    expect(await top()).toBeGreaterThan(before)
    expect(await ben.page.evaluate(() => document.activeElement?.id)).toBe('merge-alike')
  })

  test('that stay two are not suggested again, until somebody wants it', async () => {
    await ann.mergeAll()
    await ann.openMerge()
    const shown = await countPairs(ann)
    expect(shown).toBeGreaterThan(0)
    await choose(pairs(ann).first(), /^Keep both/)
    await ann.page.getByRole('button', { name: 'Confirm merge' }).click()
    const decided = ann.page.getByRole('button', { name: '1 pair decided before' })
    await decided.waitFor()
    await expect.poll(() => countPairs(ann), POLL).toBe(shown - 1)
    await decided.click()
    await ann.page.getByRole('button', { name: 'Suggest again' }).click()
    await expect.poll(() => countPairs(ann), POLL).toBe(shown)
  })
})
