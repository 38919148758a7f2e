import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

// Ways into a text of which most was never seen: what is far away is only about as high as the browser guesses.

const LINES = 240
const POLL = { timeout: 10_000, interval: 50 }

let browser: Browser
let meeting: NotesMeeting
let ann: NotesPerson

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
  ann = await meeting.open(browser, 'l-moreau', 't2')
})

afterAll(async () => {
  await ann.close()
  await meeting.close()
  await browser.close()
})

afterEach(() => expect(ann.faults).toEqual([]))

it('a text of long lines', async () => {
  await ann.clickEnd()
  await ann.page.evaluate((count) => {
    const words = 'It goes on for some words, so that it takes several rows in the page. '.repeat(5)
    const html = Array.from({ length: count }, (_, line) => `<p>Line ${line} of it. ${words}</p>`).join('')
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.querySelector('.notes-text')?.dispatchEvent(paste)
  }, LINES)
  await ann.sees(`Line ${LINES - 1} of it.`)
  await ann.status('All changes saved')
})

it.each([57, 120, 203])('a link to its line %i leads there', async (line) => {
  const id = await idOf(line)
  const there = await ann.page.context().newPage()
  await there.goto(`${ann.page.url().replace(/#.*/, '')}#${id}`)
  const isInMiddle = (): Promise<boolean> =>
    there.evaluate((name) => {
      const box = document.querySelector(`[data-line="${name}"]`)?.getBoundingClientRect()
      return box !== undefined && Math.abs(box.top + box.height / 2 - window.innerHeight / 2) < 20
    }, id)
  await expect.poll(isInMiddle, POLL).toBe(true)
  await there.waitForLoadState('networkidle')
  expect(await isInMiddle()).toBe(true)
  await there.close()
})

it('words that are found far away are in sight', async () => {
  await ann.goTo('t2')
  await ann.sees(`Line ${LINES - 1} of it.`)
  await ann.press('Alt+f')
  await ann.page.locator('.find-bar input').fill('Line 171 of it')
  await expect.poll(() => isInSight(171), POLL).toBe(true)
  await ann.press('Escape')
})

it('who scrolls meanwhile is not pulled back', async () => {
  await ann.goTo('t2')
  await ann.sees(`Line ${LINES - 1} of it.`)
  const id = await idOf(130)
  const left = await ann.page.evaluate(async (name) => {
    location.hash = name
    const line = document.querySelector(`[data-line="${name}"]`)
    const isThere = (): boolean => Math.abs(line?.getBoundingClientRect().top ?? 1e9) < window.innerHeight
    while (!isThere()) await new Promise(requestAnimationFrame)
    window.dispatchEvent(new WheelEvent('wheel'))
    window.scrollTo({ top: 0, behavior: 'instant' })
    for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame)
    return window.scrollY
  }, id)
  expect(left).toBe(0)
})

function idOf(line: number): Promise<string> {
  return ann.page.evaluate((number) => {
    const found = [...document.querySelectorAll<HTMLElement>('.note-line')].find((each) =>
      each.querySelector('.note-text')?.textContent?.startsWith(`Line ${number} of it`),
    )
    return found?.dataset['line'] ?? ''
  }, line)
}

function isInSight(line: number): Promise<boolean> {
  return ann.page.evaluate((number) => {
    const found = [...document.querySelectorAll('.note-text')].find((each) =>
      each.textContent?.startsWith(`Line ${number} of it`),
    )
    const box = found?.getBoundingClientRect()
    return box !== undefined && box.top > 50 && box.top < window.innerHeight - 50
  }, line)
}
