import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type ServedPage, servePage } from './testing/browser.ts'
import { type EditorsOptions, EditorsPage } from './testing/editors-page.ts'

let browser: Browser
let served: ServedPage
let editors: EditorsPage

const FRANCE = 'France thanks the chair.'
const FRANCE_TOO = 'It supports the text.'
const CHILE = 'Chile asks for time.'

beforeAll(async () => {
  ;[browser, served] = await Promise.all([launchBrowser(), servePage('two-editors.html')])
})

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

afterEach(async () => expect(await editors.close()).toEqual([]))

async function open(options?: EditorsOptions): Promise<void> {
  editors = await EditorsPage.open(browser, served.url, options)
}

test('[TX15] another’s caret is shown where it stands, and stays at its place through edits before it', async () => {
  await open()
  await editors.place('b', 's2', 12)
  await caretsOfA([{ person: 'b', line: 's2', before: 'It supports ' }])
  await editors.place('a', 's2', 3)
  await editors.type('fully ')
  await caretsOfA([{ person: 'b', line: 's2', before: 'It fully supports ' }])
  await editors.place('a', 's2', 2)
  await editors.press('Enter')
  await caretsOfA([{ person: 'b', line: 'a-1', before: ' fully supports ' }])
  await editors.place('a', 's1', 0, 's1', 7)
  await editors.press('Delete')
  await editors.place('a', 's1', 0)
  await editors.press('Enter', 'Enter')
  await caretsOfA([{ person: 'b', line: 'a-1', before: ' fully supports ' }])
})

test('[TX15] another’s caret comes along with their typing, and into the line they make', async () => {
  await open()
  await editors.place('b', 's1', FRANCE.length)
  await editors.type(' Much.')
  await caretsOfA([{ person: 'b', line: 's1', before: `${FRANCE} Much.` }])
  await editors.press('Enter')
  await caretsOfA([{ person: 'b', line: 'b-1', before: '' }])
  await editors.type('So')
  await caretsOfA([{ person: 'b', line: 'b-1', before: 'So' }])
})

test('[TX15] my own caret stays beside its word while the other types, cuts and joins before it', async () => {
  await open()
  await editors.place('a', 's2', 12)
  await editors.place('b', 's2', 2)
  await editors.type(', it seems,')
  await editors.press('Enter')
  await editors.everyoneShows([FRANCE, 'It, it seems,', ' supports the text.', CHILE])
  expect((await editors.read('a', 'selection')).head).toEqual({ line: 'b-1', offset: 10 })
  await editors.press('Backspace')
  await editors.everyoneShows([FRANCE, 'It, it seems, supports the text.', CHILE])
  await editors.read('a', 'focus')
  await editors.type('all ')
  await editors.everyoneShows([FRANCE, 'It, it seems, supports all the text.', CHILE])
})

test('[TX15] two others have a caret each', async () => {
  await open({ people: 3 })
  await editors.place('b', 's1', 6)
  await editors.place('c', 's3', 5)
  await caretsOfA([
    { person: 'b', line: 's1', before: 'France' },
    { person: 'c', line: 's3', before: 'Chile' },
  ])
})

test('[TX15] a caret that has just been moved is not drawn back by what another writes', async () => {
  await open()
  await editors.place('a', 's2', 9)
  await editors.page.evaluate(() => {
    // The browser tells the editor of its caret only after the other's words are there.
    getSelection()?.collapse(document.querySelector('[data-line="s2"]')?.firstChild as Text, 2)
    window.people['a']?.doc.getText('text').insert(1, 'New: ')
  })
  await editors.type('X')
  await editors.shows('a', [`New: ${FRANCE}`, 'ItX supports the text.', CHILE])
})

test('[TX15] a caret that has just been moved is not drawn back by marks that come to its line', async () => {
  await open()
  await editors.place('a', 's2', 9)
  await editors.page.evaluate(() => {
    // The browser tells the editor of its caret only after the mark is there.
    getSelection()?.collapse(document.querySelector('[data-line="s2"]')?.firstChild as Text, 2)
    window.editors['a']?.mark('s2', 5)
  })
  await editors.type('X')
  await editors.shows('a', [FRANCE, 'ItX supports the text.', CHILE])
})

test('[TX15] a letter is not lost to marks that come to its line before the editor has read it', async () => {
  await open()
  await editors.place('a', 's2', 2)
  await editors.page.evaluate(() => {
    const mark = (): void => window.editors['a']?.mark('s2', 5)
    document.addEventListener('input', mark, { capture: true, once: true })
  })
  await editors.type('XY')
  await editors.shows('a', [FRANCE, 'ItXY supports the text.', CHILE])
})

test('[TX15] a first letter of a line is not lost to marks that come to its line before the editor has read it', async () => {
  await open()
  await editors.place('a', 's2', FRANCE_TOO.length)
  await editors.press('Enter')
  await editors.page.evaluate(() => {
    const mark = (): void => window.editors['a']?.mark('a-1', 0)
    document.addEventListener('input', mark, { capture: true, once: true })
  })
  await editors.type('XY')
  await editors.shows('a', [FRANCE, FRANCE_TOO, 'XY', CHILE])
})

test('[TX13] the line my caret stands in stays shown to me when another deletes it, and typing revives it', async () => {
  await open()
  await editors.place('a', 's2', 3)
  await deleteSecondLine()
  await editors.shows('b', [FRANCE, CHILE])
  await editors.arrived()
  await editors.shows('a', [FRANCE, '', CHILE])
  expect((await editors.read('a', 'selection')).head).toEqual({ line: 's2', offset: 0 })
  await editors.page.waitForSelector('[data-state="held"]')
  await editors.read('a', 'focus')
  await editors.type('Alive')
  await editors.everyoneShows([FRANCE, 'Alive', CHILE])
  expect(await editors.page.locator('[data-state]').count()).toBe(0)
  expect(await editors.ids('b')).toEqual(['s1', 's2', 's3'])
  expect((await editors.read('b', 'blocks'))[1]).toMatchObject({
    state: 'shown',
    attributes: { speaker: 'm:aa' },
  })
})

test('[TX13] a deleted line in which my caret stood goes when my caret leaves it', async () => {
  await open()
  await editors.place('a', 's2', 3)
  await deleteSecondLine()
  await editors.arrived()
  await editors.shows('a', [FRANCE, '', CHILE])
  await editors.place('a', 's3', 5)
  await editors.everyoneShows([FRANCE, CHILE])
  expect((await editors.read('a', 'selection')).head).toEqual({ line: 's3', offset: 5 })
})

test('[TX13] a line is not held for an editor that nobody has clicked into', async () => {
  await open()
  await editors.place('b', 's1', 0, 's1', FRANCE.length)
  await editors.press('Delete', 'Delete')
  await editors.everyoneShows([FRANCE_TOO, CHILE])
})

async function deleteSecondLine(): Promise<void> {
  await editors.place('b', 's2', 0, 's2', FRANCE_TOO.length)
  await editors.press('Delete', 'Backspace')
}

async function caretsOfA(expected: unknown): Promise<void> {
  await expect.poll(() => editors.read('a', 'carets'), { timeout: 5000, interval: 30 }).toEqual(expected)
}
