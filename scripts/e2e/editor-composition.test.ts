import type { Browser, CDPSession } from 'playwright-core'
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

/** An input method at work in the page, as Chromium's own test interface plays it. */
async function inputMethod(): Promise<CDPSession> {
  return editors.page.context().newCDPSession(editors.page)
}

function compose(cdp: CDPSession, text: string): Promise<unknown> {
  return cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
}

function commit(cdp: CDPSession, text: string): Promise<unknown> {
  return cdp.send('Input.insertText', { text })
}

/** The composition begun in editor `a` is still the same one. */
async function expectStillComposing(): Promise<void> {
  expect(await compositionOfA()).toEqual({ isComposing: true, events: ['compositionstart'] })
}

function compositionOfA(): Promise<unknown> {
  return editors.page.evaluate(() => {
    const { isComposing, compositions } = window.editors.a!
    return { isComposing, events: compositions }
  })
}

async function expectEndedOnce(): Promise<void> {
  await expect
    .poll(compositionOfA, { timeout: 5000, interval: 30 })
    .toEqual({ isComposing: false, events: ['compositionstart', 'compositionend'] })
}

test('a composition arrives at the other while it is made, and whole when it ends', async () => {
  await open()
  await editors.place('a', 's1', 6)
  const cdp = await inputMethod()
  await compose(cdp, 'に')
  await compose(cdp, 'にほ')
  await editors.shows('b', ['Franceにほ thanks the chair.', FRANCE_TOO, CHILE])
  await expectStillComposing()
  await commit(cdp, '日本')
  await editors.everyoneShows(['France日本 thanks the chair.', FRANCE_TOO, CHILE])
  await expectEndedOnce()
})

for (const [where, offset, expected] of [
  ['before it', 0, 'b:France日本 thanks the chair.'],
  ['straight before it', 6, 'Franceb:日本 thanks the chair.'],
  ['straight after it', 7, 'France日本 b:thanks the chair.'],
  ['at the end', FRANCE.length, `France日本 thanks the chair.b:`],
] as const) {
  test(`a composition is not broken off by words typed in the same line ${where}`, async () => {
    await open()
    await editors.link('pause')
    await editors.place('b', 's1', offset)
    await editors.type('b:')
    await editors.place('a', 's1', 6)
    const cdp = await inputMethod()
    await compose(cdp, 'に')
    await editors.link('resume')
    await editors.arrived()
    await expectStillComposing()
    await compose(cdp, 'にほん')
    await expectStillComposing()
    await editors.shows('a', ['Franceにほん thanks the chair.', FRANCE_TOO, CHILE])
    await commit(cdp, '日本')
    await expectEndedOnce()
    const line = offset === 6 ? /^France(b:日本|日本b:) thanks the chair\.$/ : expected
    await expect
      .poll(async () => (await editors.read('a', 'lines'))[0]?.text, { timeout: 5000, interval: 30 })
      .toMatch(line)
    const shown = (await editors.read('a', 'lines'))[0]?.text ?? ''
    await editors.everyoneShows([shown, FRANCE_TOO, CHILE])
  })
}

test('a composition goes on while words typed in another line are shown at once', async () => {
  await open()
  await editors.link('pause')
  await editors.place('b', 's3', 0)
  await editors.type('Then ')
  await editors.place('a', 's1', 6)
  const cdp = await inputMethod()
  await compose(cdp, 'に')
  await editors.link('resume')
  await editors.shows('a', ['Franceに thanks the chair.', FRANCE_TOO, `Then ${CHILE}`])
  await expectStillComposing()
  await compose(cdp, 'にほ')
  await expectStillComposing()
  await commit(cdp, '日本')
  await editors.everyoneShows(['France日本 thanks the chair.', FRANCE_TOO, `Then ${CHILE}`])
  await expectEndedOnce()
})

test('a composition goes on while another line is made, cut and joined above it', async () => {
  await open()
  await editors.link('pause')
  await editors.place('b', 's1', 6)
  await editors.press('Enter')
  await editors.place('b', 's1', 0)
  await editors.press('Enter')
  await editors.place('a', 's3', 5)
  const cdp = await inputMethod()
  await compose(cdp, 'に')
  await editors.link('resume')
  await editors.arrived()
  await expectStillComposing()
  await compose(cdp, 'にほ')
  await expectStillComposing()
  await commit(cdp, '日本')
  await editors.everyoneShows(['', 'France', ' thanks the chair.', FRANCE_TOO, 'Chile日本 asks for time.'])
  await expectEndedOnce()
})

test('[TX13] a composition goes on while its line is deleted, and its words keep their line and speaker', async () => {
  await open()
  await editors.link('pause')
  await editors.place('b', 's2', 0, 's2', FRANCE_TOO.length)
  await editors.press('Delete', 'Backspace')
  await editors.shows('b', [FRANCE, CHILE])
  await editors.place('a', 's2', 3)
  const cdp = await inputMethod()
  await compose(cdp, 'に')
  await editors.link('resume')
  await editors.arrived()
  await expectStillComposing()
  await compose(cdp, 'にほ')
  await expectStillComposing()
  await editors.shows('a', [FRANCE, 'It にほsupports the text.', CHILE])
  await commit(cdp, '日本')
  await editors.everyoneShows([FRANCE, '日本', CHILE])
  await expectEndedOnce()
  expect(await editors.ids('b')).toEqual(['s1', 's2', 's3'])
})

test('a composition is not broken off when the line is cut right through it by the other', async () => {
  await open()
  await editors.place('a', 's1', 6)
  const cdp = await inputMethod()
  await compose(cdp, 'にほ')
  await editors.shows('b', ['Franceにほ thanks the chair.', FRANCE_TOO, CHILE])
  await editors.page.evaluate(() => window.editors.b?.splitUnfocused('s1', 7))
  await editors.shows('b', ['Franceに', 'ほ thanks the chair.', FRANCE_TOO, CHILE])
  await editors.arrived()
  await expectStillComposing()
  await editors.shows('a', ['Franceにほ thanks the chair.', FRANCE_TOO, CHILE])
  await commit(cdp, '日本')
  await expectEndedOnce()
  await editors.arrived()
  const texts = (await editors.read('b', 'blocks')).map(({ text }) => text)
  await editors.everyoneShows(texts)
  expect(texts.join('')).toBe(`France日本 thanks the chair.${FRANCE_TOO}${CHILE}`)
})

// ProseMirror reads a composition that ends in nothing as Backspace, and asks the keymaps before it has written the deletion:
// whatever is drawn in that moment moves the text away under it.
test('a composition that is given up leaves nothing behind, and takes nothing else with it', async () => {
  await open()
  await editors.link('pause')
  await editors.place('b', 's1', 0)
  await editors.type('b:')
  await editors.place('a', 's1', 6)
  const cdp = await inputMethod()
  await compose(cdp, 'にほ')
  await editors.link('resume')
  await editors.arrived()
  await compose(cdp, '')
  await editors.everyoneShows([`b:${FRANCE}`, FRANCE_TOO, CHILE])
})

test('[TX12] a composition is undone as a whole', async () => {
  await open()
  await editors.place('a', 's1', 6)
  const cdp = await inputMethod()
  await compose(cdp, 'に')
  await compose(cdp, 'にほ')
  await commit(cdp, '日本')
  await expectEndedOnce()
  await editors.press('Control+Z')
  await editors.everyoneShows([FRANCE, FRANCE_TOO, CHILE])
})
