import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'
import { ThreadPerson } from './testing/thread-person.ts'

const POLL = { timeout: 10_000, interval: 30 }

let browser: Browser
let meeting: NotesMeeting
/** Notes topic 1, where countries may be named, and nobody closer. */
let ann: NotesPerson

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
  ann = await meeting.open(browser, 'l-moreau', 't1')
  // Each printing leaves behind what was on paper.
  await ann.page.evaluate(() => {
    Reflect.set(window, 'printed', [])
    Reflect.set(window, 'print', () => {
      window.dispatchEvent(new Event('beforeprint'))
      window.dispatchEvent(new Event('afterprint'))
    })
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
        if (node instanceof HTMLElement && node.matches('.print-sheet'))
          (Reflect.get(window, 'printed') as string[]).push(node.textContent ?? '')
    }).observe(document.body, { childList: true })
  })
}, 120_000)

afterAll(async () => {
  await ann.close()
  await meeting.close()
  await browser.close()
})

afterEach(() => expect(ann.faults).toEqual([]))

/** What was on paper last. */
function printed(): Promise<string> {
  return ann.page.evaluate(() => (Reflect.get(window, 'printed') as string[]).findLast(Boolean) ?? '')
}

async function openMenu(item: string): Promise<void> {
  await ann.page.getByRole('button', { name: 'More about these notes' }).click()
  await ann.page.getByRole('menuitem', { name: item }).click()
}

/** Prints by the menu, once the code for it is there. */
async function printByMenu(comments: boolean): Promise<void> {
  await openMenu('Print…')
  const choice = ann.page.getByRole('checkbox', { name: 'With comments' })
  await choice.waitFor({ state: 'attached' })
  if ((await choice.isChecked()) !== comments) await ann.page.locator('label.choice').click()
  await ann.page.getByRole('button', { name: 'Print', exact: true }).click()
  await ann.page.getByRole('dialog').waitFor({ state: 'detached' })
}

it('prints speakers and kinds as words, as closely named as the topic lets, under meeting, topic and hour', async () => {
  await openMenu('Print…')
  await ann.page.getByRole('button', { name: 'Print', exact: true }).waitFor()
  expect(await seriousFaults(ann.page)).toEqual([])
  await ann.press('Escape')
  await printByMenu(false)
  await expect.poll(printed, POLL).toContain('Recommendation')
  const paper = await printed()
  expect(paper).toContain('Topic 1')
  expect(paper).toMatch(/Text as of \d+ \w+ \d{4}, \d\d:\d\d/)
  expect(paper).toContain('Finland')
  expect(paper).not.toContain('National Coordinator')
  expect(await ann.page.locator('.print-sheet').count()).toBe(0)
})

it('the browser’s own printing gives the same, and nothing else of the page', async () => {
  await ann.status('All changes saved')
  await printByMenu(false)
  const byMenu = await printed()
  await ann.page.evaluate(() => Reflect.set(window, 'printed', []))
  await ann.page.emulateMedia({ media: 'print' })
  await ann.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await ann.page.locator('.shell').isVisible()).toBe(false)
  expect(await ann.page.locator('.print-title').isVisible()).toBe(true)
  await ann.page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await ann.page.emulateMedia({ media: null })
  const withoutHour = (paper: string): string => paper.replace(/Text as of .*?\d\d:\d\d/, '')
  expect(withoutHour(await printed())).toBe(withoutHour(byMenu))
  // Chromium prints to a file by the same event as to paper.
  await ann.page.evaluate(() => Reflect.set(window, 'printed', []))
  const pdf = await ann.page.pdf({ preferCSSPageSize: true })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await expect.poll(async () => withoutHour(await printed()), POLL).toBe(withoutHour(byMenu))
})

it('has comments as numbered notes where one wants them', async () => {
  const threads = new ThreadPerson(ann)
  await threads.comment('mandate of the national rapporteur', 'Which act?')
  await ann.page.locator('.comment-words').filter({ hasText: 'Which act?' }).waitFor()
  await ann.status('All changes saved')
  await expect
    .poll(async () => {
      await printByMenu(true)
      return printed()
    }, POLL)
    .toContain('national rapporteur1 in an')
  expect(await printed()).toMatch(/Comments.*mandate of the national rapporteur.*L\. Moreau.*Which act\?/)
  await printByMenu(false)
  await expect.poll(printed, POLL).not.toContain('Which act?')
})

it('has nothing of a flagged passage, and says that one is left out', async () => {
  await ann.clickEnd('Civil society organizations')
  await ann.press('Escape', 'f')
  await ann.page.getByRole('dialog').waitFor()
  await ann.page.getByRole('radio').first().press('Space')
  await ann.page.getByRole('button', { name: 'Keep for the drafting group' }).click()
  await ann.page.locator('[data-withheld]').first().waitFor()
  await ann.page.getByRole('dialog').waitFor({ state: 'detached' })
  await printByMenu(false)
  await expect.poll(printed, POLL).toContain('1 flagged passage is left out.')
  expect(await printed()).not.toContain('Civil society organizations')
})

it('K in line mode copies the link to the line, also where there is no clipboard to write to', async () => {
  await ann.page.evaluate(() => {
    Reflect.set(window, 'copied', '')
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })
    document.addEventListener('copy', () => {
      const { activeElement } = document
      if (activeElement instanceof HTMLTextAreaElement) Reflect.set(window, 'copied', activeElement.value)
    })
  })
  await ann.clickEnd('publish findings')
  await ann.press('Escape', 'k')
  await expect
    .poll(() => ann.page.locator('.toast').textContent(), POLL)
    .toContain('The link to this line is copied.')
  const link = await ann.page.evaluate(() => String(Reflect.get(window, 'copied')))
  const line = await ann.page
    .locator('.note-line')
    .filter({ hasText: 'publish findings' })
    .getAttribute('data-line')
  expect(link).toBe(`${meeting.url}/m/berlin-2013/topics/t1#${line}`)
  // Where even that is refused, the link is shown, to take by hand.
  await ann.page.evaluate(() => {
    document.execCommand = () => false
  })
  await ann.press('Enter')
  await openMenu('Copy the link to this line')
  await expect
    .poll(() => ann.page.getByRole('textbox', { name: /Copy the link by hand/ }).inputValue(), POLL)
    .toBe(link)
})
