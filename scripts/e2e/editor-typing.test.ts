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

test('[TX6] an editor starts with the very document of its binding and writes nothing', async () => {
  await open()
  expect(
    await editors.page.evaluate(() => Object.values(window.editors).map((each) => each.isBound)),
  ).toEqual([true, true])
  const written = await editors.page.evaluate(() =>
    Object.values(window.people).map(({ doc }) => [...doc.store.clients.keys()]),
  )
  expect(written).toEqual([[1], [1]])
  await editors.everyoneShows([FRANCE, FRANCE_TOO, CHILE])
})

test('two people who type in turn, letter by letter, in two lines both get their words', async () => {
  await open({ lines: [{ id: 's1' }, { id: 's2' }] })
  await editors.delay(15)
  await editors.place('b', 's2', 0)
  await editors.place('a', 's1', 0)
  for (const [one, two] of ['Fc', 'rh', 'ai', 'nl', 'ce'].map((pair) => pair.split('') as [string, string])) {
    await editors.read('a', 'focus')
    await editors.press(one)
    await editors.read('b', 'focus')
    await editors.press(two)
  }
  await editors.everyoneShows(['Franc', 'chile'])
})

test('two people who type at the same place at once get both words, each in one piece', async () => {
  await open({ lines: [{ id: 's1', text: '()' }] })
  await editors.link('pause')
  await editors.place('a', 's1', 1)
  await editors.type('one')
  await editors.place('b', 's1', 1)
  await editors.type('two')
  await editors.shows('a', ['(one)'])
  await editors.shows('b', ['(two)'])
  await editors.link('resume')
  await editors.everyoneShows(['(onetwo)'])
})

test('three people type in one line at once', async () => {
  await open({ people: 3, lines: [{ id: 's1', text: 'a b c' }] })
  await editors.link('pause')
  for (const [index, person] of ['a', 'b', 'c'].entries()) {
    await editors.place(person, 's1', 2 * index + 1)
    await editors.type(String(index))
  }
  await editors.link('resume')
  await editors.everyoneShows(['a0 b1 c2'])
})

test('[TX4] Enter inside a sentence cuts it: the first half keeps the id, the caret goes with the second', async () => {
  await open()
  await editors.place('a', 's1', 7)
  await editors.press('Enter')
  await editors.type('> ')
  await editors.everyoneShows(['France ', '> thanks the chair.', FRANCE_TOO, CHILE])
  expect(await editors.ids('b')).toEqual(['s1', 'a-1', 's2', 's3'])
  const [first, second] = await editors.read('b', 'blocks')
  expect(first?.attributes).toEqual({ speaker: 'm:aa', lead: '1' })
  expect(second?.attributes).toEqual({ speaker: 'm:aa' })
})

test('[TX4] Enter at the start of a line puts an empty line before it: the text keeps its id and the caret', async () => {
  await open()
  await editors.place('a', 's2', 0)
  await editors.press('Enter')
  await editors.type('Now ')
  await editors.everyoneShows([FRANCE, '', `Now ${FRANCE_TOO}`, CHILE])
  expect(await editors.ids('b')).toEqual(['s1', 'a-1', 's2', 's3'])
})

test('[TX4] Enter at the start of an intervention leaves its lead with the words', async () => {
  await open()
  await editors.place('a', 's3', 0)
  await editors.press('Enter')
  await editors.everyoneShows([FRANCE, FRANCE_TOO, '', CHILE])
  const blocks = await editors.read('b', 'blocks')
  expect(blocks.map(({ id, attributes }) => [id, attributes.speaker, attributes.lead ?? null])).toEqual([
    ['s1', 'm:aa', '1'],
    ['s2', 'm:aa', null],
    ['a-1', 'm:bb', null],
    ['s3', 'm:bb', '1'],
  ])
})

test('[TX4] Enter at the end of a line puts a new one after it, and typing goes there', async () => {
  await open()
  await editors.place('a', 's1', 3)
  await editors.move('a', ['End'], 's1', FRANCE.length)
  await editors.press('Enter')
  await editors.type('Merci.')
  await editors.everyoneShows([FRANCE, 'Merci.', FRANCE_TOO, CHILE])
  expect(await editors.ids('b')).toEqual(['s1', 'a-1', 's2', 's3'])
})

test('[TX4] Enter in an empty line puts another after it', async () => {
  await open({ lines: [{ id: 's1' }, { id: 's2', text: 'below' }] })
  await editors.place('a', 's1', 0)
  await editors.press('Enter', 'Enter')
  await editors.type('third')
  await editors.everyoneShows(['', '', 'third', 'below'])
  expect(await editors.ids('b')).toEqual(['s1', 'a-1', 'a-2', 's2'])
})

test('[TX4] two people who press Enter in one sentence at once cut it twice and double nothing', async () => {
  await open()
  await editors.link('pause')
  await editors.place('a', 's1', 7)
  await editors.press('Enter')
  await editors.place('b', 's1', 14)
  await editors.press('Enter')
  await editors.shows('a', ['France ', 'thanks the chair.', FRANCE_TOO, CHILE])
  await editors.shows('b', ['France thanks ', 'the chair.', FRANCE_TOO, CHILE])
  await editors.link('resume')
  await editors.everyoneShows(['France ', 'thanks ', 'the chair.', FRANCE_TOO, CHILE])
})

test('[TX4] words typed into a tail that somebody cuts off at once stay in the tail', async () => {
  await open()
  await editors.link('pause')
  await editors.place('a', 's1', 7)
  await editors.press('Enter')
  await editors.place('b', 's1', 14)
  await editors.type('warmly ')
  await editors.link('resume')
  await editors.everyoneShows(['France ', 'thanks warmly the chair.', FRANCE_TOO, CHILE])
  await editors.type('and ')
  await editors.everyoneShows(['France ', 'thanks warmly and the chair.', FRANCE_TOO, CHILE])
})

test('[TX3] Backspace at the start of a line joins it to the one above, and both keep typing there', async () => {
  await open()
  await editors.link('pause')
  await editors.place('b', 's2', 2)
  await editors.type(' also')
  await editors.place('a', 's2', 0)
  await editors.press('Backspace')
  await editors.type(' ')
  await editors.shows('a', [`${FRANCE} ${FRANCE_TOO}`, CHILE])
  await editors.link('resume')
  await editors.everyoneShows([`${FRANCE} It also supports the text.`, CHILE])
  expect(await editors.ids('b')).toEqual(['s1', 's3'])
})

test('[TX3] Delete at the end of a line joins the next, and Enter at the seam takes them apart again', async () => {
  await open()
  await editors.place('a', 's1', FRANCE.length)
  await editors.press('Delete')
  await editors.everyoneShows([FRANCE + FRANCE_TOO, CHILE])
  await editors.press('Enter')
  await editors.everyoneShows([FRANCE, FRANCE_TOO, CHILE])
  expect(await editors.ids('b')).toEqual(['s1', 's2', 's3'])
})

test('[TX14] a deletion that no key announced, where the editor has not heard of the caret, is taken from the browser', async () => {
  await open()
  await editors.place('a', 's3', 5)
  const isTaken = await editors.page.evaluate(() => {
    // As a virtual keyboard does it: the caret is there already, and the editor hears of it later.
    const deletes = (inputType: string): boolean => {
      const event = new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true })
      return !document.querySelector('.ProseMirror')?.dispatchEvent(event)
    }
    getSelection()?.collapse(document.querySelector('[data-line="s3"]')?.firstChild as Text, 0)
    const backward = deletes('deleteContentBackward')
    getSelection()?.collapse(document.querySelector('[data-line="s2"]')?.firstChild as Text, 21)
    return { backward, forward: deletes('deleteContentForward') }
  })
  expect(isTaken).toEqual({ backward: true, forward: true })
  await editors.everyoneShows([FRANCE, FRANCE_TOO, CHILE])
})

test('[TX14] Backspace and Delete between speakers leave two lines', async () => {
  await open()
  await editors.place('a', 's3', 0)
  await editors.press('Backspace')
  await editors.type('1')
  await editors.place('a', 's2', FRANCE_TOO.length)
  await editors.press('Delete')
  await editors.type('2')
  await editors.everyoneShows([FRANCE, `${FRANCE_TOO}2`, `1${CHILE}`])
  const blocks = await editors.read('b', 'blocks')
  expect(blocks.map(({ attributes }) => attributes.speaker)).toEqual(['m:aa', 'm:aa', 'm:bb'])
})

test('[TX14] deleting from the middle of one speaker to the middle of the next leaves two lines', async () => {
  await open()
  await editors.place('a', 's1', 6, 's3', 5)
  await editors.press('Backspace')
  await editors.everyoneShows(['France', ' asks for time.'])
  expect(await editors.ids('b')).toEqual(['s1', 's3'])
})

test('[TX14] words typed over a selection from one speaker to the next stay together, with the first', async () => {
  await open()
  await editors.place('a', 's1', 6, 's3', 5)
  await editors.type(', yes')
  await editors.everyoneShows(['France, yes', ' asks for time.'])
  expect((await editors.read('b', 'blocks')).map(({ attributes }) => attributes.speaker)).toEqual([
    'm:aa',
    'm:bb',
  ])
})

test('[TX5] typing over a selection of several lines replaces it and spares what others wrote into it', async () => {
  await open({
    lines: [
      { id: 's1', text: 'one two' },
      { id: 's2', text: 'three' },
      { id: 's3', text: 'four five' },
    ],
  })
  await editors.link('pause')
  await editors.place('b', 's2', 2)
  await editors.type('NEW')
  await editors.place('a', 's1', 4, 's3', 5)
  await editors.type('2')
  await editors.shows('a', ['one 2five'])
  await editors.link('resume')
  await editors.everyoneShows(['one 2', 'NEW', 'five'])
})

test('[TX1] select all and Delete leave one empty line that can be typed in', async () => {
  await open({
    lines: [
      { id: 's1', text: 'one' },
      { id: 's2', text: 'two' },
      { id: 's3', text: 'three' },
    ],
  })
  await editors.place('a', 's2', 1)
  await editors.press('Control+A', 'Delete')
  await editors.everyoneShows([''])
  await editors.type('Anew')
  await editors.everyoneShows(['Anew'])
})

test('[TX14] words typed after select all and Delete are never the last speaker’s', async () => {
  await open()
  await editors.place('a', 's2', 1)
  await editors.press('Control+A', 'Delete')
  await editors.type('Merci')
  await editors.arrived()
  const written = (await editors.read('b', 'blocks')).filter(({ text }) => text !== '')
  expect(written.map(({ text }) => text)).toEqual(['Merci'])
  expect(written[0]?.attributes.speaker).not.toBe('m:bb')
})

test('bold set with Mod+B over a selection, and for the next words, reaches the other', async () => {
  await open({ lines: [{ id: 's1', text: 'plain words' }] })
  await editors.place('a', 's1', 0, 's1', 5)
  await editors.press('Control+B')
  await editors.place('a', 's1', 11)
  await editors.press('Control+B')
  await editors.type(' more')
  await editors.press('Control+B')
  await editors.type(' end')
  await editors.everyoneShows(['plain words more end'])
  expect((await editors.read('b', 'blocks'))[0]?.runs).toEqual([
    { text: 'plain', formats: { bold: true } },
    { text: ' words', formats: {} },
    { text: ' more', formats: { bold: true } },
    { text: ' end', formats: {} },
  ])
  expect((await editors.read('b', 'lines'))[0]?.html).toBe(
    '<strong>plain</strong> words<strong> more</strong> end',
  )
})

test('[TX9] an emoji is typed, stepped over, cut before and after, and deleted whole', async () => {
  await open({ lines: [{ id: 's1', text: 'ab' }] })
  await editors.place('a', 's1', 1)
  await editors.page.keyboard.insertText('😀')
  await editors.everyoneShows(['a😀b'])
  await editors.press('Enter')
  await editors.everyoneShows(['a😀', 'b'])
  await editors.move('a', ['ArrowLeft'], 's1', 3)
  await editors.move('a', ['ArrowLeft'], 's1', 1)
  await editors.press('Enter')
  await editors.everyoneShows(['a', '😀', 'b'])
  await editors.move('a', ['ArrowRight'], 'a-2', 2)
  await editors.press('Backspace')
  await editors.everyoneShows(['a', '', 'b'])
})

test('[TX9] two emoji that share their first half: one replaces the other whole', async () => {
  await open({ lines: [{ id: 's1', text: 'a😀b' }] })
  await editors.place('a', 's1', 1, 's1', 3)
  await editors.page.keyboard.insertText('😁')
  await editors.everyoneShows(['a😁b'])
  await editors.press('Backspace')
  await editors.everyoneShows(['ab'])
})

test('an Arabic line runs from right to left and takes typing, Enter and Backspace like any other', async () => {
  await open({ lines: [{ id: 's1' }, { id: 's2', text: 'English' }] })
  await editors.place('a', 's1', 0)
  await editors.type('شكرا سيدي الرئيس')
  await editors.everyoneShows(['شكرا سيدي الرئيس', 'English'])
  expect((await editors.read('b', 'lines')).map(({ direction }) => direction)).toEqual(['rtl', 'ltr'])
  // To the left is onward here.
  await editors.place('a', 's1', 0)
  for (const offset of [1, 2, 3, 4, 5]) await editors.move('a', ['ArrowLeft'], 's1', offset)
  await editors.press('Enter')
  await editors.everyoneShows(['شكرا ', 'سيدي الرئيس', 'English'])
  expect((await editors.read('b', 'lines')).map(({ direction }) => direction)).toEqual(['rtl', 'rtl', 'ltr'])
  await editors.press('Backspace', 'Backspace')
  await editors.everyoneShows(['شكراسيدي الرئيس', 'English'])
})

test('on a phone of 390 px a tap places the caret and words put in by its keyboard reach the other', async () => {
  await open({ context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } })
  await editors.page.getByLabel('a', { exact: true }).getByText(FRANCE_TOO).tap()
  await editors.move('a', ['End'], 's2', FRANCE_TOO.length)
  await editors.page.keyboard.insertText(' Merci 👍')
  await editors.press('Enter')
  await editors.page.keyboard.insertText('encore')
  await editors.everyoneShows([FRANCE, `${FRANCE_TOO} Merci 👍`, 'encore', CHILE])
  const wide = await editors.page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBe(390)
})
