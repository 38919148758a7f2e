import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

let browser: Browser
let meeting: NotesMeeting

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
})

afterAll(async () => {
  await meeting.close()
  await browser.close()
})

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

describe('on a phone', () => {
  let ann: NotesPerson

  beforeAll(async () => {
    ann = await meeting.open(browser, 'l-moreau', 't1', PHONE)
  })
  afterAll(() => ann.close())
  afterEach(() => expect(ann.faults).toEqual([]))

  const bar = (name: string) => ann.page.locator('.phone-bar').getByRole('button', { name })

  it('one sheet takes speaker and kind, and the caret stands in the new line', async () => {
    await ann.clickEnd()
    await bar('Speaker').tap()
    await ann.page.getByRole('combobox').fill('ne')
    await ann.page.locator('.capture-sheet').getByRole('button', { name: 'Recommendation' }).tap()
    await ann.page.getByRole('option').first().tap()
    await ann.endsWith({ speaker: 'Netherlands', kind: 'Recommendation', text: '' })
    await ann.type('Said on a phone.')
    await ann.endsWith({ speaker: 'Netherlands', kind: 'Recommendation', text: 'Said on a phone.' })
  })

  it('the name of who else writes stands in the page, wherever in a row they are', async () => {
    const ben = await meeting.open(browser, 'a-kaya', 't1')
    await ben.clickEnd()
    const name = ann.page.locator('.remote-caret[data-person="A. Kaya"] .remote-caret-name')
    // Longer than a row.
    let typed = ''
    for (const letter of 'They speak of a report that Parliament hears.') {
      await ben.type(letter)
      typed += letter
      await ann.sees(typed)
      await expect
        .poll(() =>
          name.evaluate((element) => {
            const { left, right, width } = element.getBoundingClientRect()
            return width > 20 && left >= 0 && right <= document.documentElement.clientWidth
          }),
        )
        .toBe(true)
    }
    expect(await ben.close()).toEqual([])
  })

  it('cancelling changes nothing', async () => {
    const before = await ann.lines()
    await ann.clickEnd()
    await bar('Speaker').tap()
    await ann.page.getByRole('button', { name: 'Cancel' }).tap()
    await ann.page.locator('.capture-sheet').waitFor({ state: 'detached' })
    expect(await ann.lines()).toEqual(before)
  })

  it('Kind sets the caret’s line, and Undo takes it back', async () => {
    await ann.clickEnd()
    const [last] = (await ann.lines()).slice(-1)
    await bar('Kind').tap()
    await ann.page.locator('.capture-sheet').getByRole('button', { name: 'Challenge' }).tap()
    await ann.endsWith({ kind: 'Challenge' })
    await bar('Undo').tap()
    await ann.endsWith({ kind: last?.kind ?? '' })
  })

  it('@ from the phone’s own keyboard asks in the sheet', async () => {
    await ann.clickEnd()
    await ann.press('Enter')
    await ann.page.keyboard.insertText('@')
    await ann.page.getByRole('combobox').fill('fin')
    await ann.page.getByRole('combobox').press('Enter')
    await ann.endsWith({ speaker: 'Finland', text: '' })
  })

  it('nothing is wider than the screen, and what is touched is large enough', async () => {
    expect(await ann.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    const sizes = await ann.page
      .locator('.phone-bar button')
      .evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
      )
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44)
  })

  it('axe finds nothing serious, with the sheet open and without', async () => {
    expect(await seriousFaults(ann.page)).toEqual([])
    await ann.clickEnd()
    await bar('Speaker').tap()
    await ann.page.getByRole('combobox').waitFor()
    expect(await seriousFaults(ann.page)).toEqual([])
  })
})

describe('on a wide screen', () => {
  let ann: NotesPerson

  beforeAll(async () => {
    ann = await meeting.open(browser, 'l-moreau', 't1')
  })
  afterAll(() => ann.close())
  afterEach(() => expect(ann.faults).toEqual([]))

  it('axe finds nothing serious: the notes, the list of speakers, the kinds, line mode, who typed what', async () => {
    expect(await seriousFaults(ann.page)).toEqual([])
    await ann.clickEnd()
    await ann.press('Control+Enter', 'n', 'e')
    expect(await seriousFaults(ann.page)).toEqual([])
    await ann.press('Enter', '/')
    expect(await seriousFaults(ann.page)).toEqual([])
    await ann.press('Escape', 'Escape')
    expect(await seriousFaults(ann.page)).toEqual([])
    await ann.press('Enter', 'Alt+a')
    expect(await seriousFaults(ann.page)).toEqual([])
  })

  it('Escape, then Tab, leaves the text: it is no trap for the keyboard', async () => {
    await ann.clickEnd()
    await ann.press('Escape', 'Tab')
    const isInside = await ann.page.evaluate(() => document.activeElement?.closest('.notes-text') !== null)
    expect(isInside).toBe(false)
  })

  it('an input method’s word asked for in the list is taken by the list, and leaves the line empty', async () => {
    const session = await ann.page.context().newCDPSession(ann.page)
    await ann.clickEnd()
    await ann.press('Enter', '@')
    for (const text of ['n', 'ne', 'net'])
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    await session.send('Input.insertText', { text: 'net' })
    await expect.poll(() => ann.list()).toEqual(['> Netherlands'])
    await ann.press('Enter')
    await ann.endsWith({ speaker: 'Netherlands', text: '' })
  })

  it('in Arabic the page is mirrored, each line keeps its direction, and digits say the kind', async () => {
    const reem = await meeting.open(browser, 'l-moreau', 't1', {}, 'ar')
    const directions = await reem.page
      .locator('.note-text')
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).direction))
    expect(new Set(directions)).toEqual(new Set(['ltr', 'rtl']))
    await reem.clickEnd()
    await reem.press('Control+Enter')
    await reem.type('مصر')
    await reem.press('Space', '5', 'Enter')
    await reem.type('كلمات')
    await reem.endsWith({ speaker: 'مصر', kind: 'توصية', text: 'كلمات' })
    expect(
      await reem.page
        .locator('.note-text')
        .last()
        .evaluate((each) => getComputedStyle(each).direction),
    ).toBe('rtl')
    expect(await seriousFaults(reem.page)).toEqual([])
    expect(await reem.close()).toEqual([])
  })

  it('two hundred lines take typing in their middle', async () => {
    await ann.goTo('t2')
    await ann.clickEnd()
    await ann.page.evaluate(() => {
      const html = Array.from({ length: 200 }, (_, line) => `<p>Line ${line} of a long statement.</p>`).join(
        '',
      )
      const data = new DataTransfer()
      data.setData('text/html', html)
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.querySelector('.notes-text')?.dispatchEvent(paste)
    })
    await ann.sees('Line 199 of a long statement.')
    await ann.clickEnd('Line 100 of a long statement.')
    await ann.type(' Typed in the middle, without a pause.')
    await ann.sees('Line 100 of a long statement. Typed in the middle, without a pause.')
    await ann.status('All changes saved')
  })
})
