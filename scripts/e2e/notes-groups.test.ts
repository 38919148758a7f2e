import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

// Lines stand in groups, one element of the page each. Nobody may notice.

const PASTED = 120
const POLL = { timeout: 10_000, interval: 50 }

let browser: Browser
let meeting: NotesMeeting
let ann: NotesPerson
let ben: NotesPerson

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
  ann = await meeting.open(browser, 'l-moreau', 't2')
  ben = await meeting.open(browser, 'a-kaya', 't2')
})

afterAll(async () => {
  await ann.close()
  await ben.close()
  await meeting.close()
  await browser.close()
})

afterEach(async () => {
  const [mine, others] = [await ann.lines(), await ben.lines()]
  expect(others).toEqual(mine)
  expect([...ann.faults, ...ben.faults]).toEqual([])
})

it('many lines that are pasted stand in groups, none much longer than the others', async () => {
  await ann.clickEnd()
  await ann.page.evaluate((count) => {
    const html = Array.from({ length: count }, (_, line) => `<p>Line ${line} of a statement.</p>`).join('')
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.querySelector('.notes-text')?.dispatchEvent(paste)
  }, PASTED)
  await ann.sees(`Line ${PASTED - 1} of a statement.`)
  await ann.status('All changes saved')
  const counts = await ann.page.evaluate(() =>
    [...document.querySelectorAll('.note-group')].map((group) => group.childElementCount),
  )
  expect(Math.max(...counts)).toBeLessThanOrEqual(50)
  expect(counts.length).toBeLessThan(6)
  await ben.sees(`Line ${PASTED - 1} of a statement.`)
})

it('a text that is opened is drawn once, in groups, each line in one', async () => {
  const page = await ann.page.context().newPage()
  await page.addInitScript(() => {
    const made = { paragraphs: 0 }
    Object.assign(window, { made })
    const { createElement } = Document.prototype
    Document.prototype.createElement = function (this: Document, name: string): HTMLElement {
      if (name === 'p') made.paragraphs++
      return createElement.call(this, name)
    } as Document['createElement']
  })
  await page.goto(ann.page.url())
  await page.waitForFunction((count) => document.querySelectorAll('.note-line').length >= count, PASTED)
  const found = await page.evaluate(() => ({
    lines: document.querySelectorAll('.note-line').length,
    inGroups: document.querySelectorAll('.notes-text > .note-group > .note-line').length,
    groups: document.querySelectorAll('.note-group').length,
    paragraphs: [...document.querySelectorAll('p.note-text')].length,
    made: (window as unknown as { made: { paragraphs: number } }).made.paragraphs,
  }))
  await page.close()
  expect(found.inGroups).toBe(found.lines)
  expect(found.groups).toBe(Math.ceil(found.lines / 25))
  // Each part of the page that is no line makes few.
  expect(found.made).toBeLessThan(found.paragraphs * 1.5)
})

it('a letter has its own line read, and no other', async () => {
  await ann.clickEnd('Line 60 of a statement.')
  await ann.page.evaluate(() => {
    const read: string[] = []
    Object.assign(window, { read })
    for (const line of document.querySelectorAll<HTMLElement>('.note-line')) {
      const part = (line as unknown as { pmViewDesc: { parseRule(): unknown } }).pmViewDesc
      const { parseRule } = part
      part.parseRule = () => {
        read.push(line.dataset['line'] ?? '')
        return parseRule.call(part)
      }
    }
  })
  await ann.type('abc')
  await ann.sees('Line 60 of a statement.abc')
  expect(await ann.page.evaluate(() => (window as unknown as { read: string[] }).read)).toEqual([])
  await ben.sees('Line 60 of a statement.abc')
})

it('what is typed far from what one sees is there too; its caret is drawn where it is seen', async () => {
  const caret = ben.page.locator('.remote-caret[data-person="L. Moreau"]')
  await ben.page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }))
  await ann.clickEnd('Line 110 of a statement.')
  await ann.type(' Far away')
  await ben.sees('Line 110 of a statement. Far away')
  await expect.poll(() => caret.count(), POLL).toBe(0)
  await ben.page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }))
  await caret.waitFor({ state: 'attached' })
  expect(await caret.evaluate((element) => element.closest('.note-text')?.textContent)).toContain('Far away')
  await ann.press(...Array.from(' Far away', () => 'Backspace'))
  await expect.poll(() => ben.lines(), POLL).toEqual(await ann.lines())
})

it('arrows, Enter and Backspace go over the border of two groups as within one', async () => {
  const border = await ann.page.evaluate(() => {
    const last = document.querySelectorAll('.note-group')[1]?.lastElementChild
    return last?.querySelector('.note-text')?.textContent ?? ''
  })
  expect(border).toMatch(/^Line \d+ of a statement\.$/)
  const next = border.replace(/\d+/, (number) => String(Number(number) + 1))
  await ann.clickEnd(border)
  // Also before a frame has shown what stands below: else the arrow would lead between the two.
  const below = await ann.page.evaluate(() => {
    const group = document.querySelectorAll('.note-group')[2]
    return group === undefined ? null : getComputedStyle(group).contentVisibility
  })
  expect(below).toBe('visible')
  await ann.press('ArrowDown', 'End')
  await ann.type(' below')
  await ann.sees(`${next} below`)
  await ann.press('ArrowUp', 'End', 'Enter')
  await ann.type('Between.')
  await ben.sees('Between.')
  const around = (lines: readonly { text: string }[]): string[] => {
    const at = lines.findIndex(({ text }) => text === 'Between.')
    return lines.slice(at - 1, at + 2).map(({ text }) => text)
  }
  expect(around(await ann.lines())).toEqual([border, 'Between.', `${next} below`])
  await ann.press(...Array.from({ length: 'Between.'.length + 1 }, () => 'Backspace'))
  await ann.type('!')
  await ben.sees(`${border}!`)
  expect(await ben.count('Between.')).toBe(0)
})

it('a selection over several groups is deleted as one, and undone as one', async () => {
  // A page of its own: what was typed before is no part of the step.
  await ann.goTo('t2')
  await ann.sees('Line 99 of a statement.!')
  const before = await ann.lines()
  await ann.clickEnd('Line 20 of a statement.')
  await ann.page.evaluate(() => {
    const lineOf = (words: string): Node => {
      const line = [...document.querySelectorAll('.note-text')].find((each) =>
        each.textContent?.startsWith(words),
      )
      return line?.firstChild as Node
    }
    const [from, to] = [lineOf('Line 20 of'), lineOf('Line 90 of')]
    getSelection()?.setBaseAndExtent(from, 'Line 20'.length, to, 'Line 90'.length)
  })
  await ann.press('Delete')
  await ben.sees('Line 20 of a statement.')
  await expect.poll(async () => (await ben.lines()).length).toBe(before.length - 70)
  await ann.press('Control+z')
  await expect.poll(() => ben.lines()).toEqual(before)
  await expect.poll(() => ann.lines()).toEqual(before)
})

it('what is typed at the end of a text that was scrolled away from is in it', async () => {
  await ann.clickEnd('Line 119 of a statement.')
  await ann.page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }))
  await ann.type(' And on.')
  await ben.sees('Line 119 of a statement. And on.')
})
