import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

const POLL = { timeout: 20_000, interval: 100 }

let browser: Browser
let meeting: NotesMeeting
/** Two rapporteurs of topic 2, on their pages from the first test to the last. */
let ann: NotesPerson
let ben: NotesPerson

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
  await meeting.asChair('members/a-kaya', 'PATCH', { topics: ['t1', 't2', 't3', 't4'] })
  ann = await meeting.open(browser, 'l-moreau', 't2')
  ben = await meeting.open(browser, 'a-kaya', 't2')
  // What finds that two note the same comes after the text.
  await ann.page.waitForLoadState('networkidle')
  await ben.page.waitForLoadState('networkidle')
})

afterAll(async () => {
  await ann.close()
  await ben.close()
  await meeting.close()
  await browser.close()
})

afterEach(() => expect([...ann.faults, ...ben.faults]).toEqual([]))

function hints({ page }: NotesPerson): Promise<string[]> {
  return page.locator('.same-words').allTextContents()
}

/** Somebody opens an intervention at the end, and types. */
async function begin(person: NotesPerson, letters: string, words: string): Promise<void> {
  await person.clickEnd()
  await person.press('Control+Enter', ...letters, 'Enter')
  await person.type(words)
}

/** Where the caret, the focus and the page stand. */
function standing({ page }: NotesPerson): Promise<unknown> {
  return page.evaluate(() => [
    document.activeElement?.className,
    getSelection()?.anchorNode?.textContent,
    getSelection()?.anchorOffset,
    scrollY,
  ])
}

describe('two who note the same intervention', () => {
  it('are told so in a line above it, each of the other, and nothing of theirs moves', async () => {
    await begin(ann, 'bel', 'The rapporteur reports')
    await ben.sees('The rapporteur reports')
    await begin(ben, 'bel', 'Annual report')
    await ann.sees('Annual report')
    const before = await standing(ann)
    await ann.type(' to parliament')
    await ben.type(' to it')
    await expect.poll(() => hints(ann), POLL).toEqual(['A. Kaya is noting Belgium too, 1 line below.'])
    await expect.poll(() => hints(ben), POLL).toEqual(['L. Moreau is noting Belgium too, 1 line above.'])
    const [focus, , , scroll] = (await standing(ann)) as unknown[]
    expect([focus, scroll]).toEqual([(before as unknown[])[0], (before as unknown[])[3]])
    await ann.type(' each year.')
    await ann.sees('The rapporteur reports to parliament each year.')
    expect(await seriousFaults(ann.page)).toEqual([])
  })

  it('see the other’s words when they ask, with the caret where it was', async () => {
    const before = await standing(ann)
    await ann.page.locator('.same-hint').getByRole('button', { name: 'Show' }).click()
    await ann.page.locator('.note-line[data-linked]', { hasText: 'Annual report to it' }).waitFor()
    expect((await standing(ann)) as unknown[]).toEqual([
      ...(before as unknown[]).slice(0, 3),
      expect.anything(),
    ])
    await ann.type(' Still here.')
    await ben.sees('each year. Still here.')
  })

  it('are not told again once it was dismissed', async () => {
    await ann.page.locator('.same-hint').getByRole('button', { name: 'Dismiss this hint' }).click()
    await expect.poll(() => hints(ann), POLL).toEqual([])
    await ann.type(' And on.')
    await ben.type(' And on as well.')
    await ann.sees('And on as well.')
    // Another pair is told of, and by then this one would have been.
    await begin(ben, 'fin', 'Finland is heard by Ben')
    await ann.sees('Finland is heard by Ben')
    await begin(ann, 'fin', 'Finland is heard by Ann')
    await ben.type(' too')
    await expect.poll(() => hints(ann), POLL).toEqual(['A. Kaya is noting Finland too, 1 line above.'])
  })
})

describe('no hint', () => {
  it('comes for another speaker in other words', async () => {
    await begin(ben, 'aus', 'Austria says one thing')
    await ann.sees('Austria says one thing')
    await begin(ann, 'egy', 'Egypt another')
    await ben.type(' and goes on')
    await ann.sees('and goes on')
    // A pair that comes after is told of alone.
    await begin(ben, 'est', 'Estonia is heard by Ben')
    await ann.sees('Estonia is heard by Ben')
    await begin(ann, 'est', 'Estonia is heard by Ann')
    await ben.type(' too')
    const found = async (): Promise<string[]> =>
      (await hints(ann)).filter((words) => !words.includes('Finland'))
    await expect.poll(found, POLL).toEqual(['A. Kaya is noting Estonia too, 1 line above.'])
  })
})
