import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DraftPair, openDraftPair } from './testing/draft-pair.ts'
import type { DraftPerson } from './testing/draft-person.ts'

const IDS = ['one', 'two', 'three', 'four']
const POLL = { timeout: 10_000, interval: 50 }

let pair: DraftPair
let ann: DraftPerson
let ben: DraftPerson

beforeAll(async () => {
  pair = await openDraftPair(async (first) => {
    for (const id of IDS)
      await first.command('items', { id, type: 'recommendation', section: 't1', after: null })
  })
  ;({ ann, ben } = pair)
  // Each stands first.
  for (const id of IDS) {
    await ann.clickEnd(item(ann, id))
    await ann.type(`Begin ${id} end`)
  }
})

afterAll(async () => expect(await pair.close()).toEqual([]))

const item = (person: DraftPerson, id: string): Locator => person.page.locator(`[data-item="${id}"]`)

function reads(person: DraftPerson) {
  const words = async () => (await person.read()).filter((part) => !part.startsWith('#'))
  return expect.poll(words, POLL)
}

/** Where the first letter of a word of Ann's page is. */
async function placeOf(id: string, word: string): Promise<{ x: number; y: number }> {
  return item(ann, id).evaluate((row, of) => {
    const node = row.querySelector('[data-line]')?.firstChild as Text
    const range = document.createRange()
    range.setStart(node, node.data.indexOf(of))
    range.setEnd(node, node.data.indexOf(of) + 1)
    const { left, top, height } = range.getBoundingClientRect()
    return { x: left + 1, y: top + height / 2 }
  }, word)
}

async function drag(from: [id: string, word: string], to: [id: string, word: string]): Promise<void> {
  const start = await placeOf(...from)
  const { mouse } = ann.page
  await mouse.move(start.x, start.y)
  await mouse.down()
  // An item that is chosen may have come into sight.
  await ann.settle()
  const end = await placeOf(...to)
  await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2)
  await mouse.move(end.x, end.y, { steps: 4 })
  await mouse.up()
}

describe('[DR3] a selection across items', () => {
  const WHOLE = ['1 Begin four end', '2 Begin three end', '3 Begin two end', '4 Begin one end']

  test('by mouse is copied as one text, and pasted as lines', async () => {
    await reads(ben).toEqual(WHOLE)
    await drag(['four', 'four'], ['two', 'two'])
    const shown = () => ann.page.evaluate(() => String(getSelection()).split(/\s+/).join(' '))
    await expect.poll(shown, POLL).toBe('four end Begin three end Begin ')
    await ann.press('Control+c', 'Escape')
    await ann.clickEnd(item(ann, 'one'))
    await ann.press('Control+v')
    await reads(ben).toEqual([...WHOLE.slice(0, 3), '4 Begin one endfour end / Begin three end / Begin '])
    await ann.press('Control+z')
    await reads(ben).toEqual(WHOLE)
  })

  test('is deleted inside each, and comes back by one undo', async () => {
    await drag(['four', 'four'], ['two', 'two'])
    await ann.press('Delete')
    await reads(ben).toEqual(['1 Begin ', '2 ', '3 two end', '4 Begin one end'])
    await ann.type('now')
    await reads(ben).toEqual(['1 Begin now', '2 ', '3 two end', '4 Begin one end'])
    await ann.press('Control+z', 'Control+z')
    await reads(ben).toEqual(WHOLE)
  })

  test('by Shift and arrows, or a click, is typed over; what is cut is pasted elsewhere', async () => {
    await ann.clickEnd(item(ann, 'four'))
    await ann.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Shift+End', 'Shift+ArrowDown')
    await ann.press('Shift+End', 'Control+x')
    await reads(ben).toEqual(['1 Begin four ', '2 ', ...WHOLE.slice(2)])
    await ann.clickEnd(item(ann, 'one'))
    await ann.press('Control+v')
    await reads(ben).toEqual([
      '1 Begin four ',
      '2 ',
      '3 Begin two end',
      '4 Begin one endend / Begin three end',
    ])
    await ann.press('Control+z', 'Control+z')
    await reads(ben).toEqual(WHOLE)

    await ann.clickEnd(item(ann, 'three'))
    const { x, y } = await placeOf('one', 'one')
    await ann.page.keyboard.down('Shift')
    await ann.page.mouse.click(x, y)
    await ann.page.keyboard.up('Shift')
    await ann.type('!')
    await reads(ben).toEqual(['1 Begin four end', '2 Begin three end!', '3 ', '4 one end'])
    await ann.press('Control+z', 'Control+z')
    await reads(ben).toEqual(WHOLE)
  })

  test('ends where the focus goes elsewhere: what is typed there deletes nothing', async () => {
    await drag(['four', 'four'], ['two', 'two'])
    await ann.page.getByRole('button', { name: 'Advice' }).focus()
    await ann.type('x')
    await ann.clickEnd(item(ann, 'one'))
    await ann.type('?')
    await reads(ben).toEqual([...WHOLE.slice(0, 3), '4 Begin one end?'])
    await ann.press('Backspace')
    await reads(ben).toEqual(WHOLE)
  })

  test('ends by Escape, or when somebody clicks: one writes on as before', async () => {
    await drag(['four', 'four'], ['two', 'two'])
    await ann.press('Escape')
    await ann.type('x')
    await reads(ben).toEqual([...WHOLE.slice(0, 2), '3 Begin xtwo end', '4 Begin one end'])
    await ann.press('Backspace')
    await drag(['four', 'four'], ['two', 'two'])
    await ann.clickEnd(item(ann, 'three'))
    await ann.type('y')
    await reads(ben).toEqual(['1 Begin four end', '2 Begin three endy', ...WHOLE.slice(2)])
  })
})
