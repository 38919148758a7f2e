import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DraftPair, openDraftPair } from './testing/draft-pair.ts'
import type { DraftPerson } from './testing/draft-person.ts'

const POLL = { timeout: 10_000, interval: 50 }

let pair: DraftPair
let ann: DraftPerson
let ben: DraftPerson

beforeAll(async () => {
  pair = await openDraftPair((first) => first.mergeAll())
  ;({ ann, ben } = pair)
})

afterAll(async () => expect(await pair.close()).toEqual([]))

/** Selects the first line of an item, without its footnotes. */
async function selectLine(index: number): Promise<void> {
  await ann.clickEnd(ann.items().nth(index))
  await ann.page.evaluate((at) => {
    const line = document.querySelectorAll('.draft-item')[at]?.querySelector('[data-line]')
    if (line == null) return
    const range = document.createRange()
    range.selectNodeContents(line)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  }, index)
  await ann.settle()
}

function reads(person: DraftPerson, index: number) {
  const line = async () => (await person.read()).filter((part) => !part.startsWith('#'))[index]
  return expect.poll(line, POLL)
}

describe('[TX16] what is cut with brackets, a footnote and a reference', () => {
  test('has them where it is pasted, in another item, for everybody; each step is undone for itself', async () => {
    await ann.clickEnd(ann.items().nth(3))
    await ann.type(' See #1')
    await ann.page.getByRole('option', { name: /recommendation\s1/ }).waitFor()
    await ann.press('Enter')
    await ann.select('See')
    await ann.press('Control+Alt+s')
    await ann.clickEnd(ann.items().nth(3))
    await ann.press('Control+Alt+f')
    await ann.type('Annual, or more often.')
    await reads(ben, 3).toMatch(/\[See\] recommendation\s1\s?1 \/ Annual, or more often\.$/)

    await selectLine(3)
    await ann.press('Control+x')
    await reads(ben, 3).toBe('4 ')
    await ann.clickEnd(ann.items().nth(1))
    await ann.press('Control+v')
    await reads(ben, 1).toMatch(/ fixé\.\S.* \[See\] recommendation\s1\s?1 \/ Annual, or more often\.$/)
    await expect
      .poll(() => ben.items().nth(1).locator('[data-to], [data-bracket], [data-note]').count(), POLL)
      .toBe(5)
    await expect.poll(() => ben.items().locator('[data-alone], [data-gone=""]').count(), POLL).toBe(0)

    await ann.press('Control+z')
    await reads(ben, 1).toMatch(/ fixé\.$/)
    await ann.press('Control+z')
    await reads(ben, 3).toMatch(/\[See\] recommendation\s1\s?1 \/ Annual, or more often\.$/)
  })

  test('has its own where it is copied: one footnote goes, and the other stays', async () => {
    await selectLine(3)
    await ann.press('Control+c')
    await ann.clickEnd(ann.items().nth(1))
    await ann.press('Control+v')
    await reads(ben, 1).toMatch(/\[See\] recommendation\s1\s?1 \/ Annual, or more often\.$/)
    await reads(ben, 3).toMatch(/\[See\] recommendation\s1\s?2 \/ Annual, or more often\.$/)
    await ann.clickEnd(ann.items().nth(1))
    await ann.press('Enter')
    await ann.settle()
    await ann.press('Backspace')
    await reads(ben, 1).toMatch(/\[See\] recommendation\s1$/)
    await reads(ben, 3).toMatch(/\[See\] recommendation\s1\s?1 \/ Annual, or more often\.$/)
    await ben.page.reload()
    await reads(ben, 3).toMatch(/\[See\] recommendation\s1\s?1 \/ Annual, or more often\.$/)
  })
})
