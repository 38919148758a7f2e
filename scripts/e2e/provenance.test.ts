import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MergePlan } from '../../shared/merge/merge-plan.ts'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { DraftMeeting } from './testing/draft-meeting.ts'
import type { DraftPerson } from './testing/draft-person.ts'

const POLL = { timeout: 10_000, interval: 30 }

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

const panel = ({ page }: DraftPerson): Locator => page.locator('.draft-panel')

/** What the plan proposes as new, as choices. */
async function newPassages(): Promise<{ topic: string; passage: string; hash: string }[]> {
  const { proposals } = await ann.command<MergePlan>('merge/plan', {})
  return proposals.flatMap((proposal) => {
    if (proposal.change !== 'new') return []
    const { topic, id, hash } = proposal.passage
    return [{ topic, passage: id, hash }]
  })
}

describe('[MG5] from the draft back to the notes', () => {
  test('a sentence shows its source by a key, and who typed it where it comes from nobody’s notes', async () => {
    await ann.mergeAll()
    await ann.openDraft()
    await ann.clickEnd(ann.item('Les États devraient'))
    await ann.insert(' This stands in nobody’s notes.')
    await ann.saved()
    await ann.press('Control+Alt+o')
    const popover = ann.page.getByRole('dialog', { name: 'This sentence' })
    await popover.getByText('It comes from nobody’s notes: typed in the draft by A. Kaya').waitFor()
    expect(await seriousFaults(ann.page)).toEqual([])
    await ann.press('Escape')
    await expect.poll(() => ann.focused(), POLL).toBe('Text of recommendation 2')
    await ann.press('Control+Home', 'Escape')
    await expect.poll(() => ann.focused(), POLL).toBe('Recommendation 2')
    await ann.press('o')
    await popover.getByText('all its words').waitFor()
    await popover.getByText('Belgium').waitFor()
    await popover.getByRole('button', { name: 'All sources of the recommendation' }).click()
    await panel(ann).getByText('not yet confirmed').waitFor()
    await panel(ann).getByText('taken in merge 1 by A. Kaya').waitFor()
  })

  test('notes that changed show what was taken and what they say now, the words taken to the drafting group alone', async () => {
    await ann.mergeAll()
    const ben = await meeting.person('L. Moreau', 'rapporteur')
    const cleo = await meeting.person('C. Diaz', 'participant')
    await Promise.all([ann.openDraft(), cleo.openDraft()])
    for (const { page } of [ann, cleo])
      await page.locator('.draft-item').nth(1).locator('.draft-number').click()
    await panel(cleo).locator('.draft-source-words').getByText('Les États devraient').waitFor()
    await cleo
      .item('Les États')
      .locator('[data-line]')
      .click({ position: { x: 60, y: 10 } })
    await cleo.press('o')
    const popover = cleo.page.getByRole('dialog', { name: 'This sentence' })
    await popover.getByText('all its words').waitFor()
    await cleo.press('Escape')
    await ben.goTo('topics/t1')
    const line = ben.page.locator('[data-line]').filter({ hasText: 'Les États devraient' }).last()
    await line.click({ position: { x: 4, y: 8 } })
    await ben.press('Home')
    await ben.type('Peut-être : ')
    await panel(ann).getByText('what they said then, and what they say now').waitFor()
    await expect.poll(() => panel(ann).locator('ins').textContent(), POLL).toContain('Peut-être')
    await panel(cleo).getByText('The notes have changed since it was merged.').waitFor()
    expect(await panel(cleo).locator('ins').count()).toBe(0)
  })

  test('proposers stand as a document names them, also when sources join, at the level that is chosen', async () => {
    const parents = (await newPassages()).filter(({ topic }) => topic === 't1')
    await ann.mergeAll()
    const cleo = await meeting.person('C. Diaz', 'participant')
    await cleo.openDraft()
    const line = cleo.items().first().locator('.draft-proposers')
    await expect.poll(() => line.textContent(), POLL).toBe('Proposed by (Finland)')
    await ann.command('merges/1/undo', {})
    await ann.command('combinations', { parents, evenDecided: false })
    await expect.poll(() => line.textContent(), POLL).toBe('Proposed by (Belgium); (Finland)')
    await cleo.page.getByRole('button', { name: 'Proposers' }).click()
    expect(await cleo.page.getByRole('menuitem', { name: 'What led nowhere' }).count()).toBe(0)
    await cleo.page.getByRole('menuitemradio', { name: 'Region' }).click()
    await expect.poll(() => line.textContent(), POLL).not.toContain('Belgium')
    await cleo.page.getByRole('button', { name: 'Proposers' }).click()
    await cleo.page.getByRole('menuitemradio', { name: 'Nobody' }).click()
    await expect.poll(() => line.count(), POLL).toBe(0)
  })
})

describe('[MG5] from the notes forward', () => {
  test('a line says what became of it, and leads there', async () => {
    const [left, ...others] = (await newPassages()).filter(({ topic }) => topic === 't1')
    await ann.command('merge', { choices: others.map((choice) => ({ ...choice, take: true })) })
    const ben = await meeting.person('L. Moreau', 'rapporteur')
    await ben.goTo('topics/t1?panel=authorship')
    const lineOf = (id: string): Locator => ben.page.locator(`[data-line="${id}"]`)
    await lineOf(left?.passage ?? '').click()
    await ben.page.locator('.authorship').getByText('Left out by A. Kaya in merge 1').waitFor()
    await ben.page.getByRole('button', { name: 'Not in the draft' }).waitFor()
    await lineOf(others[0]?.passage ?? '').click()
    const way = ben.page.getByRole('link', { name: 'In the draft: recommendation 1' })
    await way.waitFor()
    expect(await seriousFaults(ben.page)).toEqual([])
    await way.click()
    await expect.poll(() => ben.items().first().getAttribute('aria-current'), POLL).toBe('true')
    await ben.page.goBack()
    await ben.page.getByRole('button', { name: 'In the draft: recommendation 1' }).click()
    await ben.items().first().waitFor()
  })

  test('on a phone signs stand in the page’s margin, also from right to left: large enough, over no words, no narrower text', async () => {
    await ann.goTo('topics/t1')
    await ann.page.locator('[data-line]', { hasText: 'لا تزال اللجنة' }).locator('.note-text').click()
    await ann.press('Escape', 'r')
    const passages = async () => (await newPassages()).filter(({ topic }) => topic === 't1')
    await expect.poll(async () => (await passages()).length, POLL).toBe(3)
    const [left, ...others] = await passages()
    await ann.command('merge', { choices: others.map((choice) => ({ ...choice, take: true })) })
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    let ben = ann
    for (const [language, margins] of [
      ['ar', ['start', 'start', 'end']],
      ['en', ['end', 'end', 'start']],
    ] as const) {
      ben = await meeting.person('L. Moreau', 'rapporteur', { language, ...phone })
      await ben.goTo('topics/t1')
      await ben.page.locator(`[data-line="${left?.passage}"]`).evaluate((line) => line.scrollIntoView())
      const signs = ben.page.locator('.fate-sign')
      await expect
        .poll(() => signs.evaluateAll((all) => all.map((each) => each.getAttribute('data-margin'))), POLL)
        .toEqual(margins)
      expect(await seriousFaults(ben.page)).toEqual([])
      const { reach, covered, widths, page } = await ben.page.evaluate(seenOfSigns)
      expect(Math.min(...reach)).toBeGreaterThanOrEqual(24)
      expect(covered).toEqual([])
      expect([...new Set(widths)]).toEqual([350])
      expect(page).toBe(390)
    }
    await ben.page.getByRole('button', { name: 'Not in the draft' }).tap()
    await ben.page.getByRole('dialog').getByText('Left out by A. Kaya in merge 1').waitFor()
    await ben.press('Escape')
    await ben.page.getByRole('button', { name: 'In the draft: recommendation 1' }).tap()
    await expect.poll(() => ben.items().first().getAttribute('aria-current'), POLL).toBe('true')
  })

  test('what led nowhere is told to chair and rapporteurs, live; others get nothing of it', async () => {
    const choices = (await newPassages()).map((choice) => ({ ...choice, take: true }))
    await ann.command('merge', { choices: choices.slice(0, 1) })
    await ann.goTo('draft')
    await ann.page.getByRole('button', { name: 'Proposers' }).click()
    await ann.page.getByRole('menuitem', { name: 'What led nowhere' }).click()
    const lost = ann.page.locator('.coverage-row:visible')
    await expect.poll(() => lost.count(), POLL).toBe(4)
    expect(await seriousFaults(ann.page)).toEqual([])
    const row = ann.page.getByRole('row', { name: 'Role of rapporteurs' })
    await expect.poll(() => row.getByRole('cell').allTextContents(), POLL).toEqual(['8', '1', '1', '6'])
    await ann.command('merge', { choices: choices.slice(1, 4) })
    await expect.poll(() => lost.count(), POLL).toBe(1)
    await row.getByRole('link').click()
    await ann.page.getByText('Every recommendation of the notes is in the draft.').waitFor()

    const cleo = await meeting.person('C. Diaz', 'participant')
    await cleo.goTo('coverage')
    await cleo.page.getByText('What led nowhere is for the chair and the rapporteurs.').waitFor()
    expect(await cleo.page.locator('.coverage').count()).toBe(0)
    await expect(cleo.command('merge/plan', {})).rejects.toThrow('403')
    const api = `${new URL(cleo.page.url()).origin}/api/meetings/berlin-2013/rooms/drafting/authorship`
    expect((await cleo.page.request.get(api)).status()).toBe(404)
    expect((await ann.page.request.get(api)).status()).toBe(200)
  })
})

/** What a finger meets: how far each sign in sight reaches, words that one of them covers, and how wide text and page are. */
function seenOfSigns() {
  const isSign = (x: number, y: number): boolean =>
    document.elementFromPoint(x, y)?.closest('.fate-sign') != null
  const reachOf = (x: number, y: number, step: readonly [number, number]): number => {
    let count = 0
    for (const sign of [1, -1])
      for (let at = 1; isSign(x + sign * at * step[0], y + sign * at * step[1]); at++) count++
    return count + 1
  }
  const reach = [...document.querySelectorAll('.fate-sign')].flatMap((each) => {
    const { left, right, top, bottom } = each.getBoundingClientRect()
    const [x, y] = [Math.floor((left + right) / 2), Math.floor((top + bottom) / 2)]
    return [reachOf(x, y, [1, 0]), reachOf(x, y, [0, 1])]
  })
  const lines = [...document.querySelectorAll('.note-text')]
  const covered = lines.filter((line) => {
    const range = document.createRange()
    range.selectNodeContents(line)
    // A blank at the end of a row stands apart, and hangs into the margin.
    const words = [...range.getClientRects()].filter(({ width }) => width > 5)
    return words.some(({ left, right, top, bottom }) =>
      [left + 1, right - 1].some((x) => [top + 2, (top + bottom) / 2, bottom - 2].some((y) => isSign(x, y))),
    )
  })
  return {
    reach,
    covered: covered.map((line) => line.textContent),
    widths: lines.map((line) => line.getBoundingClientRect().width),
    page: document.documentElement.scrollWidth,
  }
}
