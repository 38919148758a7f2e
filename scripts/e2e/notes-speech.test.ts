import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'
import { ThreadPerson } from './testing/thread-person.ts'

/** Longer than two summaries are apart. */
const LONG = { timeout: 50_000, interval: 100 }

let browser: Browser
let meeting: NotesMeeting
/** Two rapporteurs of topic 2, on their pages from the first test to the last. Ann listens. */
let ann: NotesPerson
let ben: NotesPerson

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
  await meeting.asChair('members/a-kaya', 'PATCH', { topics: ['t1', 't2', 't3', 't4'] })
  ann = await meeting.open(browser, 'l-moreau', 't2')
  ben = await meeting.open(browser, 'a-kaya', 't2')
  // What tells of others comes after the text.
  await ann.page.waitForLoadState('networkidle')
})

afterAll(async () => {
  await ann.close()
  await ben.close()
  await meeting.close()
  await browser.close()
})

beforeEach(() => listen(ann))
afterEach(() => expect([...ann.faults, ...ben.faults]).toEqual([]))

/** Keeps what the page has screen readers say politely from now on. */
async function listen({ page }: NotesPerson): Promise<void> {
  await page.evaluate(() => {
    const spoken: string[] = []
    const read = (): string => document.querySelector('[aria-live="polite"]')?.textContent ?? ''
    let before = read()
    const watch = new MutationObserver(() => {
      if (read() === before) return
      before = read()
      spoken.push(before.trim())
    })
    watch.observe(document.body, { childList: true, subtree: true, characterData: true })
    Object.assign(globalThis, { spoken })
  })
}

function spoken({ page }: NotesPerson): Promise<string[]> {
  return page.evaluate(() => [...(globalThis as unknown as { spoken: string[] }).spoken])
}

async function choose(person: NotesPerson, choice: 'Every line' | 'Summaries' | 'Nothing'): Promise<void> {
  await person.page.getByRole('button', { name: /read aloud/ }).click()
  await person.page.getByRole('menuitemradio', { name: new RegExp(`^${choice}`) }).click()
  await person.page.getByRole('button', { name: `read aloud: ${choice}` }).waitFor()
}

/** Somebody speaks, and Ben notes these lines. */
async function benNotes(letters: string, ...lines: string[]): Promise<void> {
  await ben.clickEnd()
  await ben.press('Control+Enter', ...letters, 'Enter')
  for (const [index, line] of lines.entries()) {
    if (index > 0) await ben.press('Enter')
    await ben.type(line)
  }
  await ann.sees(lines.at(-1) as string)
}

describe('what others do', () => {
  it('is summed up for who has paused: how many lines, under whom, never letters', async () => {
    let isWriting = true
    const busy = (async () => {
      // A key that types nothing: Ann has not paused.
      while (isWriting) await ann.press('Shift')
    })()
    await benNotes('bel', 'The first line of two.', 'And the second.')
    // Ben's name fades once he has rested for so long that his line counts as finished.
    await ann.page.waitForFunction(() => {
      const name = document.querySelector('.remote-caret-name')
      return name !== null && getComputedStyle(name).opacity === '0'
    })
    expect(await spoken(ann)).toEqual([])
    isWriting = false
    await busy
    await expect.poll(() => spoken(ann), LONG).toEqual(['A. Kaya added 2 lines under Belgium.'])
  })

  it('is not told to who did it, and the focus stays where it was', async () => {
    await ann.clickEnd()
    await listen(ben)
    await choose(ben, 'Every line')
    await choose(ann, 'Every line')
    await ann.clickEnd()
    await benNotes('fin', 'Ben’s own line.')
    await expect.poll(() => spoken(ann), LONG).toContain('A. Kaya: Finland: Ben’s own line.')
    expect(await ann.page.evaluate(() => document.activeElement?.className)).toContain('notes-text')
    expect(await spoken(ben)).not.toContainEqual(expect.stringContaining('Ben’s own line.'))
  })

  it('is read line by line for who wants it, or not at all', async () => {
    await choose(ann, 'Nothing')
    await benNotes('aus', 'Not for Ann’s ears.')
    await choose(ann, 'Every line')
    await benNotes('egy', 'For her ears.')
    await expect.poll(() => spoken(ann), LONG).toContainEqual(expect.stringContaining('Egypt: For her ears.'))
    expect((await spoken(ann)).join()).not.toContain('Not for')
  })

  it('is chosen on this device, in words and by keyboard', async () => {
    await ann.page.getByRole('button', { name: /read aloud/ }).focus()
    await ann.press('Enter')
    await ann.page.getByRole('menuitemradio', { name: /^Every line/ }).waitFor()
    expect(await seriousFaults(ann.page)).toEqual([])
    expect(await ann.page.locator('[role=menuitemradio][aria-checked=true]').allTextContents()).toEqual([
      expect.stringContaining('Every line'),
    ])
    await ann.press('Escape')
    await ann.goTo('t2')
    await ann.page.getByRole('button', { name: 'read aloud: Every line' }).waitFor()
    await ann.page.waitForLoadState('networkidle')
  })
})

describe('somebody else in one’s line', () => {
  it('is told of when the caret comes there', async () => {
    await benNotes('est', 'Where Ben stays.')
    await ann.page.locator('.remote-caret[data-person="A. Kaya"]').waitFor({ state: 'attached' })
    await ann.clickEnd('The first line of two.')
    await ann.clickEnd('Where Ben stays.')
    await expect.poll(() => spoken(ann), LONG).toContain('A. Kaya is in this line.')
  })
})

describe('a comment', () => {
  it('on a line that one wrote is told of, and that it is resolved', async () => {
    await ann.clickEnd()
    await ann.press('Control+Enter', 'r', 'o', 'm', 'Enter')
    await ann.type('Ann wrote this.')
    await ann.status('All changes saved')
    await ben.sees('Ann wrote this.')
    const threads = new ThreadPerson(ben)
    await threads.comment('Ann wrote', 'Is it so?')
    await expect
      .poll(() => spoken(ann), LONG)
      .toContainEqual(expect.stringContaining('A. Kaya commented on a line that you wrote.'))
    const thread = await threads.open('Is it so?')
    await thread.getByRole('button', { name: 'Resolve' }).click()
    await expect
      .poll(() => spoken(ann), LONG)
      .toContainEqual(expect.stringContaining('A. Kaya resolved a thread on a line that you wrote.'))
    const told = (await spoken(ann)).join('\n')
    expect(told.split('commented on').length).toBe(2)
  })
})
