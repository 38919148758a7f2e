import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

const POLL = { timeout: 10_000, interval: 30 }
/** So low that the notes are longer than the window. */
const LOW = { viewport: { width: 1440, height: 480 } }

let browser: Browser
let meeting: NotesMeeting
/** Two rapporteurs of topic 2, on their pages from the first test to the last. */
let ann: NotesPerson
let ben: NotesPerson

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
  await meeting.asChair('members/a-kaya', 'PATCH', { topics: ['t1', 't2', 't3', 't4'] })
  ann = await meeting.open(browser, 'l-moreau', 't2', LOW)
  ben = await meeting.open(browser, 'a-kaya', 't2', LOW)
  await ann.clickEnd()
  for (let line = 1; line <= 16; line++) {
    await ann.page.keyboard.insertText(`Line ${line}.`)
    await ann.press('Enter')
  }
  await ben.page.locator('.note-text', { hasText: 'Line 16.' }).waitFor()
}, 90_000)

afterAll(async () => {
  await ann.close()
  await ben.close()
  await meeting.close()
  await browser.close()
})

afterEach(() => expect([...ann.faults, ...ben.faults]).toEqual([]))

/** Whether Ben's caret stands inside Ann's window, clear of the bars. */
function seesCaret(): Promise<boolean> {
  return ann.page.evaluate(() => {
    const caret = document.querySelector('.remote-caret[data-person="A. Kaya"]')?.getBoundingClientRect()
    return caret !== undefined && caret.top > 52 && caret.bottom < innerHeight - 40
  })
}

function scrolled(): Promise<number> {
  return ann.page.evaluate(() => Math.round(scrollY))
}

/** Ben types at the end of the first line, or of the last, and Ann has it. */
async function benWrites(where: 'first' | 'last', words: string): Promise<void> {
  if (where === 'last') await ben.clickEnd()
  else {
    await ben.page.locator('.note-text').first().click()
    await ben.press('End')
  }
  await ben.type(words)
  await ann.sees(words)
  await ann.page.locator('.remote-caret[data-person="A. Kaya"]').waitFor({ state: 'attached' })
}

async function goToBen(): Promise<void> {
  await ann.page.getByRole('button', { name: /^A\. Kaya.*Go to where A\. Kaya writes$/ }).click()
}

function bar(): Promise<string[]> {
  return ann.page.locator('.follow-words').allTextContents()
}

describe('a face in the top bar', () => {
  it('leads to where its owner writes', async () => {
    await benWrites('first', ' Uno.')
    await ann.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await expect.poll(seesCaret, POLL).toBe(false)
    await goToBen()
    await expect.poll(seesCaret, POLL).toBe(true)
    await expect.poll(bar, POLL).toEqual(['You are where A. Kaya writes.'])
    expect(await seriousFaults(ann.page)).toEqual([])
  })

  it('lets the page follow them until Escape, and no longer', async () => {
    await ann.page.getByRole('button', { name: 'Follow A. Kaya' }).click()
    await expect.poll(bar, POLL).toEqual(['Following A. Kaya'])
    await benWrites('last', ' Dos.')
    await expect.poll(seesCaret, POLL).toBe(true)
    await benWrites('first', ' Tres.')
    await expect.poll(seesCaret, POLL).toBe(true)
    await ann.press('Escape')
    await expect.poll(bar, POLL).toEqual([])
    const before = await scrolled()
    await benWrites('last', ' Cuatro.')
    expect(await scrolled()).toBe(before)
  })

  it('is let go of by typing, which types', async () => {
    await goToBen()
    await ann.page.getByRole('button', { name: 'Follow A. Kaya' }).click()
    await expect.poll(bar, POLL).toEqual(['Following A. Kaya'])
    await ann.clickEnd('Uno.')
    await ann.type(' Cinco.')
    await ben.sees(' Cinco.')
    await expect.poll(bar, POLL).toEqual([])
  })

  it('of somebody who only reads says that there is nowhere to go', async () => {
    const nora = await meeting.open(browser, 'n-gruber', 't2')
    await ann.page.getByRole('button', { name: /N\. Gruber.*Go to where/ }).click()
    await expect
      .poll(() => ann.page.locator('.toast-text').allTextContents(), POLL)
      .toEqual(['N. Gruber has no caret in these notes: they are reading.'])
    expect(await nora.close()).toEqual([])
  })
})
