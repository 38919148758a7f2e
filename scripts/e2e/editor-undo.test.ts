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

test('[TX12] at the start there is nothing to undo, nor after only the other has typed', async () => {
  await open()
  expect(await editors.undoStack('a')).toEqual({ canUndo: false, canRedo: false })
  await editors.place('b', 's1', 0)
  await editors.type('Then ')
  await editors.everyoneShows([`Then ${FRANCE}`, FRANCE_TOO, CHILE])
  expect(await editors.undoStack('a')).toEqual({ canUndo: false, canRedo: false })
  await editors.place('a', 's1', 0)
  await editors.press('Control+Z', 'Control+Shift+Z')
  await editors.everyoneShows([`Then ${FRANCE}`, FRANCE_TOO, CHILE])
})

test('[TX12] Mod+Z brings back what was typed over, and its selection; Mod+Shift+Z does it again', async () => {
  await open()
  await editors.place('a', 's2', 3, 's2', 11)
  await editors.type('backs')
  await editors.everyoneShows([FRANCE, 'It backs the text.', CHILE])
  await editors.place('a', 's1', 2)
  await editors.press('Control+Z')
  await editors.everyoneShows([FRANCE, FRANCE_TOO, CHILE])
  expect(await editors.read('a', 'selection')).toEqual({
    anchor: { line: 's2', offset: 3 },
    head: { line: 's2', offset: 11 },
  })
  await editors.press('Control+Shift+Z')
  await editors.everyoneShows([FRANCE, 'It backs the text.', CHILE])
})

test('[TX12] Mod+Z after Enter makes one line of two, with its id and the caret where it was', async () => {
  await open()
  await editors.place('a', 's1', 7)
  await editors.press('Enter')
  await editors.everyoneShows(['France ', 'thanks the chair.', FRANCE_TOO, CHILE])
  await editors.press('Control+Z')
  await editors.everyoneShows([FRANCE, FRANCE_TOO, CHILE])
  expect(await editors.ids('b')).toEqual(['s1', 's2', 's3'])
  expect((await editors.read('a', 'selection')).head).toEqual({ line: 's1', offset: 7 })
  await editors.press('Control+Shift+Z')
  await editors.everyoneShows(['France ', 'thanks the chair.', FRANCE_TOO, CHILE])
  expect(await editors.ids('b')).toEqual(['s1', 'a-1', 's2', 's3'])
})

test('[TX12] Mod+Z brings back deleted lines under their ids and speakers', async () => {
  await open()
  await editors.place('a', 's1', 6, 's3', 5)
  await editors.press('Delete')
  await editors.everyoneShows(['France', ' asks for time.'])
  await editors.press('Control+Z')
  await editors.everyoneShows([FRANCE, FRANCE_TOO, CHILE])
  const blocks = await editors.read('b', 'blocks')
  expect(blocks.map(({ id, attributes }) => [id, attributes.speaker])).toEqual([
    ['s1', 'm:aa'],
    ['s2', 'm:aa'],
    ['s3', 'm:bb'],
  ])
})

test('[TX12] Mod+Z takes back one’s own words and leaves what the other typed in the middle of them', async () => {
  await open()
  await editors.place('a', 's2', 3)
  await editors.type('fully ')
  await editors.everyoneShows([FRANCE, 'It fully supports the text.', CHILE])
  await editors.place('b', 's2', 6)
  await editors.type('(b)')
  await editors.everyoneShows([FRANCE, 'It ful(b)ly supports the text.', CHILE])
  await editors.read('a', 'focus')
  await editors.press('Control+Z')
  await editors.everyoneShows([FRANCE, 'It (b)supports the text.', CHILE])
  await editors.press('Control+Shift+Z')
  await editors.everyoneShows([FRANCE, 'It ful(b)ly supports the text.', CHILE])
})

test('[TX12] Mod+Z leaves a new line in which the other has written since', async () => {
  await open()
  await editors.place('a', 's1', FRANCE.length)
  await editors.press('Enter')
  await editors.type('mine ')
  await editors.everyoneShows([FRANCE, 'mine ', FRANCE_TOO, CHILE])
  await editors.place('b', 'a-1', 5)
  await editors.type('theirs')
  await editors.everyoneShows([FRANCE, 'mine theirs', FRANCE_TOO, CHILE])
  await editors.read('a', 'focus')
  await editors.press('Control+Z')
  await editors.everyoneShows([FRANCE, 'theirs', FRANCE_TOO, CHILE])
  expect((await editors.read('b', 'blocks'))[1]?.attributes.speaker).toBe('m:aa')
})

test('[TX12] Mod+Z takes bold away again', async () => {
  await open()
  await editors.place('a', 's1', 0, 's1', 6)
  await editors.press('Control+B')
  await editors.arrived()
  expect((await editors.read('b', 'blocks'))[0]?.runs[0]).toEqual({ text: 'France', formats: { bold: true } })
  await editors.press('Control+Z')
  await editors.arrived()
  expect((await editors.read('b', 'blocks'))[0]?.runs).toEqual([{ text: FRANCE, formats: {} }])
})

for (const focused of ['a1', 'a2']) {
  test(`[DR3] two items share one undo: the later item’s words go first, whichever has the focus (${focused})`, async () => {
    await open({ mode: 'items', lines: [{ id: 's1', text: 'one' }], second: [{ id: 't1', text: 'two' }] })
    await editors.place('a1', 's1', 3)
    await editors.type(' 1')
    await editors.endStep('a')
    await editors.place('a2', 't1', 3)
    await editors.type(' 2')
    await editors.everyoneShows(['one 1'], ['a1', 'b1'])
    await editors.everyoneShows(['two 2'], ['a2', 'b2'])
    await editors.read(focused, 'focus')
    await editors.press('Control+Z')
    await editors.everyoneShows(['two'], ['a2', 'b2'])
    await editors.everyoneShows(['one 1'], ['a1', 'b1'])
    await editors.press('Control+Z')
    await editors.everyoneShows(['one'], ['a1', 'b1'])
    await editors.press('Control+Shift+Z')
    await editors.everyoneShows(['one 1'], ['a1', 'b1'])
    await editors.everyoneShows(['two'], ['a2', 'b2'])
    await editors.press('Control+Shift+Z')
    await editors.everyoneShows(['two 2'], ['a2', 'b2'])
  })
}

test('[DR3] undo in one item leaves alone what the other person typed in the other', async () => {
  await open({ mode: 'items', lines: [{ id: 's1', text: 'one' }], second: [{ id: 't1', text: 'two' }] })
  await editors.place('a1', 's1', 3)
  await editors.type(' 1')
  await editors.place('b2', 't1', 3)
  await editors.type(' b')
  await editors.everyoneShows(['two b'], ['a2', 'b2'])
  await editors.read('a1', 'focus')
  await editors.press('Control+Z', 'Control+Z')
  await editors.everyoneShows(['one'], ['a1', 'b1'])
  await editors.everyoneShows(['two b'], ['a2', 'b2'])
})

test('[TX12] all that was selected and deleted goes again after it came back, and comes back again', async () => {
  await open()
  await editors.place('a', 's1', 0)
  await editors.press('Control+A', 'Delete')
  await editors.everyoneShows([''])
  await editors.press('Control+Z')
  await editors.everyoneShows([FRANCE, FRANCE_TOO, CHILE])
  await editors.press('Control+Shift+Z')
  await editors.everyoneShows([''])
  await editors.press('Control+Z')
  await editors.everyoneShows([FRANCE, FRANCE_TOO, CHILE])
  expect(await editors.ids('b')).toEqual(['s1', 's2', 's3'])
})

test('[TX13] all that somebody has selected may be deleted by another: the line of the caret stays for them', async () => {
  await open()
  await editors.place('b', 's1', 0)
  await editors.press('Control+A')
  await editors.place('a', 's1', 0)
  await editors.press('Control+A', 'Delete')
  await expect.poll(async () => (await editors.read('b', 'lines')).map(({ text }) => text)).toEqual(['', ''])
  await editors.place('b', (await editors.ids('a'))[0] ?? '', 0)
  await editors.everyoneShows([''])
})
