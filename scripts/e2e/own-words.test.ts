import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

const POLL = { timeout: 15_000, interval: 30 }
const OFFICE = 'The office works with a small multidisciplinary staff'
const DISTANCE = 'That distance is what makes its findings usable'

let browser: Browser
let meeting: NotesMeeting
/** A rapporteur of topic 1 and the participant of the Netherlands, on their pages from the first test to the last. */
let ann: NotesPerson
let wim: NotesPerson
const here: NotesPerson[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
  ann = await meeting.open(browser, 'l-moreau', 't1')
  wim = await meeting.open(browser, 'm-de-wit', 't1')
  await goToWords(wim)
}, 60_000)

afterAll(async () => {
  for (const person of [ann, wim]) await person.close()
  await meeting.close()
  await browser.close()
})

afterEach(async () => {
  for (const person of here.splice(0)) expect(await person.close()).toEqual([])
  expect([...ann.faults, ...wim.faults]).toEqual([])
})

async function open(member: string, options: BrowserContextOptions = {}, language = 'en') {
  const person = await meeting.open(browser, member, 't1', options, language)
  here.push(person)
  return person
}

async function goToWords({ page }: NotesPerson, search = ''): Promise<void> {
  await page.goto(`${meeting.url}/m/berlin-2013/words${search}`)
  await page.locator('.own-row').first().waitFor()
}

/** The intervention that holds these words. */
function row({ page }: NotesPerson, words: string): Locator {
  return page.locator('.own-row').filter({ hasText: words })
}

/** Waits until an intervention stands so. */
async function stands(person: NotesPerson, words: string, status: string | RegExp): Promise<void> {
  await expect.poll(() => row(person, words).locator('.own-status').textContent(), POLL).toMatch(status)
}

/** Proposes other words for a line, and sends them. */
async function propose(person: NotesPerson, line: string, words: string, others: string): Promise<void> {
  await person.page.getByRole('button', { name: `Propose a correction: ${line}` }).click()
  const field = person.page.getByLabel('What was said')
  await field.fill((await field.inputValue()).replace(words, others))
  await expect.poll(() => person.page.locator('.own-form ins').textContent(), POLL).toContain(others)
  await person.page.getByRole('button', { name: 'Send correction' }).click()
  await person.page.locator('.own-correction', { hasText: others }).waitFor()
}

const isClear = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

describe('a mechanism', () => {
  it('confirms what it said; once a rapporteur edits it, it shows changed since, and is confirmed again', async () => {
    await stands(wim, OFFICE, 'Not checked yet')
    await row(wim, OFFICE).getByRole('button', { name: 'Confirm' }).click()
    await stands(wim, OFFICE, /^Confirmed by M\. de Wit \(Netherlands\) on the text as of/)
    await ann.clickEnd(OFFICE)
    await ann.type(' Truly.')
    await stands(wim, OFFICE, /^Changed since M\. de Wit \(Netherlands\) confirmed it/)
    // Words that are still on their way would be other words.
    await row(wim, OFFICE).filter({ hasText: 'Truly.' }).waitFor()
    await row(wim, OFFICE).getByRole('button', { name: 'Confirm as it is now' }).click()
    await stands(wim, OFFICE, /^Confirmed by/)
    await ann.page.goto(`${meeting.url}/m/berlin-2013/topics/t1?panel=authorship`)
    await ann.page.locator('.note-line').first().waitFor()
    await ann.clickEnd(OFFICE)
    await expect
      .poll(() => ann.page.locator('.checked-by').textContent(), POLL)
      .toMatch(/^M\. de Wit \(Netherlands\)/)
  })

  it('proposes a correction, which is accepted and stands as typed by its proposer', async () => {
    await propose(wim, OFFICE, 'small', 'compact')
    await ann.page.locator('.correction-mark').click()
    const card = ann.page.locator('.correction-card', { hasText: 'compact' })
    await card.getByRole('button', { name: 'Accept' }).click()
    await ann.sees('The office works with a compact multidisciplinary staff')
    await wim.page.locator('.own-correction-state', { hasText: 'Accepted by L. Moreau' }).waitFor()
    await ann.clickEnd('compact multidisciplinary')
    await expect
      .poll(() => ann.page.locator('.authorship-line').textContent(), POLL)
      .toMatch(/Typed by.*M\. de Wit/)
    await expect.poll(() => ann.page.locator('.checked-by').textContent(), POLL).toContain('changed since')
    await expect.poll(() => ann.page.locator('.correction-mark').count(), POLL).toBe(0)
  })

  it('reads why a correction was declined', async () => {
    await propose(wim, DISTANCE, 'usable', 'useful')
    const card = ann.page.locator('.correction-card', { hasText: 'useful' })
    await card.getByRole('button', { name: 'Decline…' }).click()
    await card.getByLabel('Why it is declined').fill('The recording says usable.')
    await card.getByRole('button', { name: 'Decline', exact: true }).click()
    const own = wim.page.locator('.own-correction', { hasText: 'useful' })
    await own.getByText('The recording says usable.').waitFor()
    expect(await own.locator('.own-correction-state').textContent()).toContain('Declined by L. Moreau')
    expect(await ann.count(DISTANCE)).toBe(1)
  })

  it('keeps a correction as a draft without the connection, where nothing can be confirmed', async () => {
    await wim.page.getByRole('button', { name: `Propose a correction: ${DISTANCE}` }).click()
    const field = wim.page.getByLabel('What was said')
    await field.fill('A draft that waits.')
    await meeting.down()
    await wim.page.getByText('Confirming needs the connection').first().waitFor()
    const confirm = row(wim, DISTANCE).getByRole('button', { name: /^Confirm|^Take back/ })
    expect(await confirm.getAttribute('aria-disabled')).toBe('true')
    await meeting.up()
    await wim.page.reload()
    await expect.poll(() => field.inputValue(), POLL).toBe('A draft that waits.')
    await wim.page.getByRole('button', { name: 'Discard' }).click()
    await expect.poll(() => wim.page.locator('.own-form').count(), POLL).toBe(0)
  })
})

/** On a phone the mark beside the line opens the correction in a sheet. */
async function opensOnAPhone(): Promise<void> {
  await ann.page.setViewportSize({ width: 390, height: 844 })
  await ann.goTo('t1')
  await ann.page.locator('.correction-mark').waitFor()
  expect(await isClear(ann.page)).toBe(true)
  await ann.page.locator('.correction-mark').click()
  const card = ann.page.getByRole('dialog').locator('.correction-card', { hasText: 'helpful' })
  await card.getByRole('button', { name: 'Accept' }).waitFor()
  await ann.page.setViewportSize({ width: 1440, height: 900 })
}

describe('others', () => {
  it('the chair confirms on behalf of a mechanism, and it is marked so', async () => {
    const chair = await open('r-osei')
    await goToWords(chair, '?mechanism=aut')
    const words = 'The same official chairs the coordination body'
    await row(chair, words).getByRole('button', { name: 'Confirm on behalf' }).click()
    await stands(chair, words, /^Confirmed by R\. Osei, on behalf of Austria/)
  })

  it('an observer reads who confirmed, and has no buttons', async () => {
    await propose(wim, DISTANCE, 'usable', 'helpful')
    const observer = await open('g-weber')
    expect(await observer.page.getByRole('link', { name: 'Our words' }).count()).toBe(0)
    await observer.page.goto(`${meeting.url}/m/berlin-2013/topics/t1?panel=authorship`)
    const card = observer.page.locator('.correction-card', { hasText: 'helpful' })
    await card.waitFor()
    expect(await card.getByRole('button').count()).toBe(0)
    await observer.page.goto(`${meeting.url}/m/berlin-2013/words`)
    await observer.page.getByText('This page is for those who speak for a mechanism.').waitFor()
    await opensOnAPhone()
    await wim.page.getByRole('button', { name: 'Withdraw' }).click()
    await wim.page.locator('.own-correction-state', { hasText: 'Withdrawn by M. de Wit' }).waitFor()
  })

  it('all that nobody has checked is confirmed at once, after a question', async () => {
    const chair = await open('r-osei')
    await goToWords(chair, '?mechanism=fin')
    // Finland spoke in two topics: each comes with its room.
    const rows = 2
    await expect.poll(() => chair.page.locator('.own-row').count(), POLL).toBe(rows)
    await chair.page.getByRole('button', { name: 'Confirm all unchanged…' }).click()
    await chair.page.getByRole('button', { name: `Confirm ${rows}`, exact: true }).click()
    await expect.poll(() => chair.page.locator('.own-status[data-status=confirmed]').count(), POLL).toBe(rows)
  })
})

it('the page is whole at 390 px, and axe finds nothing serious on it', async () => {
  await wim.page.getByRole('button', { name: `Propose a correction: ${DISTANCE}` }).click()
  await wim.page.getByLabel('What was said').fill('Other words.')
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await wim.page.setViewportSize({ width, height })
    expect(await isClear(wim.page)).toBe(true)
    expect(await seriousFaults(wim.page)).toEqual([])
  }
  expect(await seriousFaults(ann.page)).toEqual([])
})
