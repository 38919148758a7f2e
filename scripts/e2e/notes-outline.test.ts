import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
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

function rows(person: NotesPerson): Promise<string[]> {
  return person.page.locator('.outline-row').evaluateAll((all) =>
    all.map((row) => {
      const who = row.querySelector('bdi:first-child')?.textContent ?? '#'
      return `${who}: ${row.querySelector('.outline-words')?.textContent}`
    }),
  )
}

function current(person: NotesPerson): Promise<string[]> {
  return person.page.locator('.outline-row[aria-current] .outline-words').allTextContents()
}

/** Line of the caret. */
function caretLine(person: NotesPerson): Promise<string | null | undefined> {
  return person.page.evaluate(
    () => getSelection()?.anchorNode?.parentElement?.closest('.note-text')?.textContent,
  )
}

async function counted(person: NotesPerson, name: string): Promise<number> {
  const row = person.page
    .locator('.outline-counts dl > div')
    .filter({ hasText: new RegExp(`^${name}[\\d…]`) })
  return Number((await row.locator('dd').textContent())?.replace(/\D/g, ''))
}

it('lists headings and interventions with who spoke, and follows what is written and where the caret is', async () => {
  await ann.page.getByRole('tab', { name: 'Outline' }).click()
  await ann.page.locator('.outline-none').waitFor()
  await ann.clickEnd()
  await ann.press('Control+Enter')
  await ann.type('fin r')
  await ann.press('Enter')
  await ann.type('Prosecutors need data on xylophones.')
  await ann.press('Control+Enter')
  await ann.type('chair')
  await ann.press('Enter')
  await ann.type('The floor is open.')
  await ann.press('Control+Enter', 'Escape')
  await ann.type('## Afternoon')
  await ann.press('Enter')
  await ann.type('Nobody said so.')
  await expect
    .poll(() => rows(ann), POLL)
    .toEqual([
      'Finland: Prosecutors need data on xylophones.',
      'Chair: The floor is open.',
      '#: Afternoon',
      'Who speaks?: Nobody said so.',
    ])
  await expect.poll(() => current(ann), POLL).toEqual(['Nobody said so.'])
  expect(await seriousFaults(ann.page)).toEqual([])
})

it('leads to a line by click and by Enter, with the caret in it', async () => {
  await ann.page.locator('.outline-row').filter({ hasText: 'xylophones' }).click()
  await expect.poll(() => caretLine(ann), POLL).toBe('Prosecutors need data on xylophones.')
  await expect.poll(() => current(ann), POLL).toEqual(['Prosecutors need data on xylophones.'])
  await ann.page.locator('.outline-row[aria-current]').focus()
  await ann.press('ArrowDown', 'Enter')
  await expect.poll(() => caretLine(ann), POLL).toBe('The floor is open.')
  await ann.page.getByRole('button', { name: '2 lines without speaker' }).click()
  await expect.poll(() => caretLine(ann), POLL).toBe('Afternoon')
  await ann.page.getByRole('button', { name: '2 lines without speaker' }).click()
  await expect.poll(() => caretLine(ann), POLL).toBe('Nobody said so.')
})

it('shows the interventions of one kind, and of one speaker', async () => {
  // By its class: an intervention's row has its hour in its name, which may begin with the same figure.
  const kind = ann.page.locator('.outline-filter[data-kind="recommendation"]')
  await kind.click()
  await expect.poll(() => rows(ann), POLL).toEqual(['Finland: Prosecutors need data on xylophones.'])
  await kind.click()
  const speakers = ann.page.locator('.outline-filters .select-button')
  await speakers.click()
  await ann.page.getByRole('option', { name: 'Chair' }).click()
  await expect.poll(() => rows(ann), POLL).toEqual(['Chair: The floor is open.'])
  await speakers.click()
  await ann.page.getByRole('option', { name: 'All speakers' }).click()
  await expect.poll(async () => (await rows(ann)).length, POLL).toBe(4)
})

it('counts words, interventions and passages, and the words that are selected', async () => {
  await expect.poll(() => counted(ann, 'Words'), POLL).toBe(13)
  expect(await counted(ann, 'Interventions')).toBe(3)
  expect(await counted(ann, 'Recommendation')).toBe(1)
  await ann.clickEnd('Nobody said so.')
  await ann.type(' Not one.')
  await expect.poll(() => counted(ann, 'Words'), POLL).toBe(15)
  await ann.press('Shift+Home')
  await expect.poll(() => counted(ann, 'Words selected'), POLL).toBe(5)
  await ann.press('End')
  await expect
    .poll(() => ann.page.locator('.outline-counts').filter({ hasText: 'Words selected' }).count(), POLL)
    .toBe(0)
})

it('on a phone it is a sheet that closes and leads to the line, without a keyboard', async () => {
  const phone = await meeting.open(browser, 'n-gruber', 't2', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  await phone.page.goto(`${meeting.url}/m/berlin-2013/topics/t2?panel=outline`)
  await phone.page.locator('.outline-row').filter({ hasText: 'xylophones' }).tap()
  await expect.poll(() => phone.page.locator('.outline').count(), POLL).toBe(0)
  const isSeen = (): Promise<boolean> =>
    phone.page
      .locator('.note-text')
      .filter({ hasText: 'xylophones' })
      .evaluate((line) => {
        const { top, bottom } = line.getBoundingClientRect()
        return top > 52 && bottom < window.innerHeight
      })
  await expect.poll(isSeen, POLL).toBe(true)
  expect(await phone.close()).toEqual([])
})
