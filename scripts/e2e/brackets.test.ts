import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { DraftMeeting } from './testing/draft-meeting.ts'
import type { DraftPerson } from './testing/draft-person.ts'

const POLL = { timeout: 10_000, interval: 50 }

let browser: Browser
let meeting: DraftMeeting
/** Two rapporteurs and a participant, on the draft from the first test to the last. */
let ann: DraftPerson
let ben: DraftPerson
let pat: DraftPerson

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await DraftMeeting.start(browser)
  ann = await meeting.person('A. Kaya', 'rapporteur')
  ben = await meeting.person('L. Moreau', 'rapporteur')
  pat = await meeting.person('P. Reader', 'participant')
  await ann.mergeAll()
  await Promise.all([ann.openDraft(), ben.openDraft(), pat.openDraft()])
  await ann.page.locator('.toolbar-place, .draft-ground > [hidden]').first().waitFor({ state: 'attached' })
})

afterAll(async () => {
  expect(await meeting.close()).toEqual([])
  await browser.close()
})

/** Ann goes on in the text of an item, at its end. */
async function atEnd(index: number): Promise<void> {
  await ann.clickEnd(ann.items().nth(index))
}

/** What stands in the margin and in the text of an item, as somebody sees it. */
async function line(person: DraftPerson, index: number): Promise<string> {
  return (await person.read()).filter((part) => !part.startsWith('#'))[index] ?? ''
}

function reads(person: DraftPerson, index: number) {
  return expect.poll(() => line(person, index), POLL)
}

function left(person: DraftPerson) {
  return expect.poll(() => person.page.locator('.brackets-left').allTextContents(), POLL)
}

describe('[AD2] brackets', () => {
  test('one key puts the selected words in brackets, for everybody; what is nested is counted', async () => {
    await ann.select('act of Parliament')
    await ann.press('Control+Alt+s')
    await reads(ann, 0).toContain('in an [act of Parliament] that')
    await reads(ben, 0).toContain('in an [act of Parliament] that')
    await ben.select('Parliament')
    await ben.page.getByRole('button', { name: 'Put in brackets' }).click()
    await reads(pat, 0).toContain('in an [act of [Parliament]] that')
    await left(pat).toEqual([expect.stringContaining('Brackets left: 2')])
    const heights = pat.items().first().locator('[data-atom=bracket]')
    await expect
      .poll(() => heights.evaluateAll((all) => all.map((one) => one.getAttribute('data-height'))), POLL)
      .toEqual(['1', '0', '0', '1'])
    await expect
      .poll(() => heights.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))), POLL)
      .toEqual(['open bracket', 'open bracket', 'close bracket', 'close bracket'])
    await expect
      .poll(() => ann.items().first().locator('.draft-bracket-count').textContent(), POLL)
      .toContain('2')
  })

  test('B on an item puts all of its text in brackets; deleting one half takes the other, and one undo brings both back', async () => {
    const item = ann.items().nth(2)
    const id = await item.getAttribute('data-item')
    await item.locator('.draft-line').click()
    await expect.poll(() => ann.page.url(), POLL).toContain(`/draft/${id}`)
    await item.focus()
    await ann.press('b')
    await reads(ben, 2).toMatch(/^3 \[.*\]$/)
    await atEnd(2)
    await ann.press('Backspace')
    await reads(ben, 2).toMatch(/^3 [^[\]]*$/)
    await ann.press('Control+z')
    await reads(ben, 2).toMatch(/^3 \[.*\]$/)
    await ann.press('Control+z')
    await reads(ben, 2).toMatch(/^3 [^[\]]*$/)
  })

  test('a press on a bracket notes who asked, for the drafting group alone, and removes brackets or text', async () => {
    await ann.items().first().locator('[data-atom=bracket]').first().click()
    const menu = ann.page.getByRole('dialog', { name: 'Brackets' })
    await menu.getByText('Austria', { exact: true }).click()
    await menu.getByText('Finland', { exact: true }).click()
    await menu.getByText('Belgium', { exact: true }).click()
    await menu.getByText('Finland', { exact: true }).click()
    await expect.poll(() => menu.getByRole('checkbox', { name: 'Austria' }).isChecked(), POLL).toBe(true)
    await ann.press('Escape')
    await menu.waitFor({ state: 'hidden' })
    await ben.items().first().locator('[data-atom=bracket]').first().click()
    const other = ben.page.getByRole('dialog', { name: 'Brackets' })
    await expect
      .poll(() => other.getByRole('checkbox', { checked: true }).evaluateAll((all) => all.length), POLL)
      .toBe(2)
    await expect.poll(() => other.getByRole('checkbox', { name: 'Austria' }).isChecked(), POLL).toBe(true)
    await expect.poll(() => other.getByRole('checkbox', { name: 'Belgium' }).isChecked(), POLL).toBe(true)
    await other.getByRole('button', { name: 'Remove the brackets' }).click()
    await reads(ann, 0).toContain('in an act of [Parliament] that')
    await pat.items().first().locator('[data-atom=bracket]').first().click()
    expect(await pat.page.getByRole('dialog').count()).toBe(0)
    await ann.items().first().locator('[data-atom=bracket]').last().click()
    await menu.getByRole('button', { name: 'Delete the bracketed text' }).click()
    await reads(pat, 0).toContain('in an act of  that')
    await atEnd(0)
    await ann.press('Control+z')
    await reads(pat, 0).toContain('in an act of [Parliament] that')
  })

  test('the clean text shows none and removes none; the way to the next one leads there', async () => {
    const { page } = pat
    await page.getByRole('button', { name: /Brackets left: 1/ }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), POLL)
      .toBe('Recommendation 1')
    await ann.page.getByRole('button', { name: 'Clean text' }).click()
    const bracket = ann.items().first().locator('[data-atom=bracket]').first()
    await expect.poll(() => bracket.isVisible(), POLL).toBe(false)
    expect(await ann.items().first().locator('.ProseMirror').count()).toBe(0)
    await ann.page.getByRole('button', { name: 'Show the brackets' }).click()
    await reads(ann, 0).toContain('act of [Parliament] that')
  })

  test('showing the brackets where none are left leaves the focus in the text', async () => {
    await ann.page.getByRole('button', { name: 'Clean text' }).click()
    await pat.page.getByRole('button', { name: /Brackets left: 1/ }).waitFor()
    await ben.items().first().locator('[data-atom=bracket]').first().click()
    await ben.page.getByRole('dialog').getByRole('button', { name: 'Remove the brackets' }).click()
    await left(pat).toEqual([])
    // What comes after the removal has arrived, so the removal has too.
    await ben.clickEnd(ben.items().first())
    await ben.type(' Noted.')
    await ann.seesWords('Noted.')
    await ann.page.getByRole('button', { name: 'Show the brackets' }).click()
    await left(ann).toEqual([])
    await expect.poll(() => ann.page.evaluate(() => document.activeElement?.id), POLL).toBe('text')
  })
})

describe('[TX16] footnotes and references', () => {
  test('a footnote is numbered through the draft, led to and back, and goes with its mark', async () => {
    await atEnd(3)
    await ann.press('Control+Alt+f')
    await ann.type('Annual, or more often.')
    await ann.press('Enter')
    await ann.type(' Next.')
    await reads(ben, 3).toMatch(/reply\.1 Next\. \/ Annual, or more often\.$/)
    await atEnd(1)
    await ann.press('Control+Alt+f')
    await ann.type('Voir la note.')
    await reads(ben, 3).toMatch(/reply\.2 Next\./)
    await reads(pat, 1).toMatch(/fixé\.1 \/ Voir la note\.$/)
    const mark = pat.items().nth(1).locator('[data-atom=note]')
    await mark.click()
    await expect.poll(() => pat.focused(), POLL).toBe('Footnote 1: back to the text')
    await pat.press('Enter')
    await expect.poll(() => pat.focused(), POLL).toBe('Footnote 1')
    await ann.press('Enter')
    await ann.settle()
    await ann.press('Backspace')
    await reads(ben, 1).toMatch(/fixé\.$/)
    await reads(ben, 3).toMatch(/reply\.1 Next\./)
    await ann.press('Control+z')
    await reads(ben, 1).toMatch(/fixé\.1 \/ Voir la note\.$/)
  })

  test('a reference is chosen by number, follows its target, and says when that is gone', async () => {
    await atEnd(4)
    await ann.type(' See #1')
    await ann.page.getByRole('option', { name: /recommendation\s1/ }).waitFor()
    await ann.press('Enter')
    await reads(ben, 4).toMatch(/See recommendation\s1$/)
    const first = ann.items().first()
    const id = await first.getAttribute('data-item')
    await first.locator('.draft-line').click()
    await first.focus()
    await ann.press('Alt+ArrowDown')
    await reads(ben, 4).toMatch(/See recommendation\s2$/)
    await ben.items().nth(4).locator('[data-atom=ref]').click()
    await expect.poll(() => ben.page.url(), POLL).toContain(`/draft/${id}`)
    const target = ann.page.locator(`.draft-item[data-item="${id}"]`)
    await target.hover()
    await target.getByRole('button', { name: /More about/ }).click()
    await ann.page.getByRole('menuitem', { name: 'Remove', exact: true }).click()
    await expect.poll(async () => (await ben.read()).join('\n'), POLL).toContain('See (removed)')
    await ann.page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await ben.read()).join('\n'), POLL).toMatch(/See recommendation\s2/)
  })

  test('[AD2] an alternative stands behind its recommendation as bis, in brackets, and goes with it', async () => {
    const first = ann.items().first()
    const number = (person: DraftPerson, index: number) => {
      return expect.poll(() => person.items().nth(index).locator('.draft-number').textContent(), POLL)
    }
    await first.hover()
    await first.getByRole('button', { name: /More about/ }).click()
    await ann.page.getByRole('menuitem', { name: 'New alternative' }).click()
    await number(ben, 1).toBe('1 bis')
    await expect.poll(() => ann.focused(), POLL).toBe('Text of recommendation 1 bis')
    await ann.type('Another wording.')
    await reads(ben, 1).toBe('1 bis Another wording.')
    await number(pat, 2).toBe('2')
    await expect.poll(() => pat.page.locator('[data-contested]').count(), POLL).toBe(2)
    await first.locator('.draft-line').click()
    await first.focus()
    await ann.press('Alt+ArrowDown')
    await number(ben, 2).toBe('2 bis')
    await reads(ben, 2).toBe('2 bis Another wording.')
    const other = ben.items().nth(2)
    await other.hover()
    await other.getByRole('button', { name: /More about/ }).click()
    await ben.page.getByRole('menuitem', { name: 'Make it a recommendation of its own' }).click()
    await number(ann, 2).toBe('3')
    await ann.items().nth(2).hover()
    await ann
      .items()
      .nth(2)
      .getByRole('button', { name: /More about/ })
      .click()
    await ann.page.getByRole('menuitem', { name: 'Make an alternative of…' }).click()
    await ann.page.getByRole('dialog').getByLabel('Number, or words of it').fill('1')
    await ann.page
      .getByRole('dialog')
      .getByRole('button', { name: /recommendation\s1\b/ })
      .click()
    await number(pat, 1).toBe('1 bis')
    await reads(pat, 1).toBe('1 bis Another wording.')
  })

  test('nothing of it is a hindrance to assistive technology', async () => {
    expect(await seriousFaults(pat.page)).toEqual([])
    expect(await seriousFaults(ann.page)).toEqual([])
  })
})
