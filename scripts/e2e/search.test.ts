import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { focusIsIn } from './testing/focus.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

const POLL = { timeout: 10_000, interval: 30 }

let browser: Browser
let meeting: NotesMeeting
let ann: NotesPerson

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
  ann = await meeting.open(browser, 'l-moreau', 't2')
}, 120_000)

afterAll(async () => {
  await ann.close()
  await meeting.close()
  await browser.close()
})

afterEach(() => expect(ann.faults).toEqual([]))

/** Once for the topic, once more for the meeting. */
async function openSearch(person: NotesPerson): Promise<void> {
  await person.press('Alt+f')
  const inTopic = person.page.getByRole('searchbox', { name: 'Find in this topic' })
  await expect
    .poll(
      () => inTopic.evaluateAll(([input]) => input !== undefined && input === document.activeElement),
      POLL,
    )
    .toBe(true)
  await person.press('Alt+f')
  await person.page.getByRole('searchbox', { name: 'Words to find' }).waitFor()
}

/** What is found, as `heading: words set apart`. */
function found(): Promise<string[]> {
  return ann.page.locator('.search-group').evaluateAll((groups) =>
    groups.map((group) => {
      const marks = [...group.querySelectorAll('mark')].map((mark) => mark.textContent)
      return `${group.querySelector('h3')?.textContent}: ${[...new Set(marks)].join(', ')}`
    }),
  )
}

it('Alt+F finds words without their accents in the notes, and a result leads to its line', async () => {
  await ann.clickEnd()
  await ann.type('The délégués spoke of xylophones.')
  await ann.status('All changes saved')
  await openSearch(ann)
  const field = ann.page.getByRole('searchbox', { name: 'Words to find' })
  await ann.type('delegues xyl')
  await expect.poll(found, POLL).toEqual(['Topic 2 · Data and analysis: délégués, xylophones'])
  expect(await seriousFaults(ann.page)).toEqual([])
  await ann.page.goto(`${meeting.url}/m/berlin-2013`)
  // From another page too, and by keys alone.
  await ann.page.locator('h1').first().waitFor()
  await ann.page.waitForLoadState('networkidle')
  await ann.press('Alt+f')
  await focusIsIn(field)
  await ann.type('xylophone')
  await expect.poll(found, POLL).toEqual(['Topic 2 · Data and analysis: xylophones'])
  await ann.press('ArrowDown', 'Enter')
  await expect
    .poll(() => ann.page.locator('.note-line[data-linked]').allTextContents(), POLL)
    .toEqual([expect.stringContaining('xylophones')])
})

it('finds without a connection what is on this device', async () => {
  await meeting.down()
  await openSearch(ann)
  await ann.type('xylo')
  await expect.poll(found, POLL).toEqual(['Topic 2 · Data and analysis: xylophones'])
  await ann.press('Escape')
  await meeting.up()
})

it('says when nothing is found', async () => {
  const nora = await meeting.open(browser, 'n-gruber', 't2')
  await openSearch(nora)
  await nora.type('zzzzzz')
  await expect.poll(() => nora.page.locator('.search-count').textContent(), POLL).toBe('0 passages')
  expect(await nora.close()).toEqual([])
})
