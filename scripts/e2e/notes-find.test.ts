import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

const POLL = { timeout: 10_000, interval: 30 }

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
}, 120_000)

afterAll(async () => {
  await ann.close()
  await ben.close()
  await meeting.close()
  await browser.close()
})

afterEach(() => expect([...ann.faults, ...ben.faults]).toEqual([]))

/** Ann begins a line of her own at the end of the notes. */
async function begin(words: string): Promise<void> {
  await ann.clickEnd()
  await ann.press('Enter')
  await ann.type(words)
}

function field(person: NotesPerson) {
  return person.page.getByRole('searchbox', { name: 'Find in this topic' })
}

/** Opens the search, with nothing looked for. */
async function open(person: NotesPerson, words: string): Promise<void> {
  await person.press('Alt+f')
  await field(person).waitFor()
  await expect
    .poll(() => field(person).evaluate((input) => input === document.activeElement), POLL)
    .toBe(true)
  await field(person).fill(words)
}

function count(person: NotesPerson): Promise<string | null> {
  return person.page.locator('.find-count').textContent()
}

/** The words that are marked as the current hit, with what stands before them in their line. */
function current(person: NotesPerson): Promise<string | null> {
  return person.page.evaluate(() => {
    const [range] = CSS.highlights.get('notes-found-current') ?? []
    if (range === undefined) return null
    const line = document.createRange()
    const text = (range as Range).startContainer.parentElement?.closest('.note-text')
    if (text == null) return null
    line.selectNodeContents(text)
    line.setEnd((range as Range).startContainer, (range as Range).startOffset)
    const before = line.cloneContents()
    for (const caret of before.querySelectorAll('.remote-caret')) caret.remove()
    return `${before.textContent}|${range}`
  })
}

function marked(person: NotesPerson): Promise<number> {
  return person.page.evaluate(() => CSS.highlights.get('notes-found')?.size ?? 0)
}

describe('Alt+F in a topic', () => {
  it('marks every hit without accents and capitals; Enter goes on, Shift+Enter back, round the end', async () => {
    await begin('A Zürich quorum met.')
    await begin('The zurich quorum, and the quorum of ZURICH.')
    await ben.sees('quorum of ZURICH')
    await ann.clickEnd('A Zürich quorum')
    await ann.press('Home')
    await open(ann, 'ZURICH')
    await expect.poll(() => count(ann), POLL).toBe('1 of 3')
    await expect.poll(() => current(ann), POLL).toBe('A |Zürich')
    await expect.poll(() => marked(ann), POLL).toBe(2)
    expect(await seriousFaults(ann.page)).toEqual([])
    await ann.press('Enter')
    await expect.poll(() => current(ann), POLL).toBe('The |zurich')
    const told = ann.page.locator('[aria-live=assertive]')
    await expect.poll(async () => (await told.textContent())?.trim(), POLL).toBe('2 of 3')
    await ann.press('Enter', 'Enter')
    await expect.poll(() => current(ann), POLL).toBe('A |Zürich')
    await ann.press('Shift+Enter')
    await expect.poll(() => count(ann), POLL).toBe('3 of 3')
    await expect.poll(() => current(ann), POLL).toBe('The zurich quorum, and the quorum of |ZURICH')
    await ann.page.getByRole('button', { name: 'Hit before' }).click()
    await expect.poll(() => count(ann), POLL).toBe('2 of 3')
  })

  it('stays at its hit while others write before it, and finds what they write', async () => {
    await ben.clickEnd('A Zürich quorum')
    await ben.press('Home')
    await ben.type('In Zurich again: ')
    await expect.poll(() => count(ann), POLL).toBe('3 of 4')
    await expect.poll(() => current(ann), POLL).toBe('The |zurich')
    await ben.clickEnd('The zurich quorum')
    await ben.press('Home')
    await ben.type('Then: ')
    await expect.poll(() => current(ann), POLL).toBe('Then: The |zurich')
    await expect.poll(() => count(ann), POLL).toBe('3 of 4')
    expect(await ann.page.evaluate(() => document.activeElement?.closest('.find-bar') !== null)).toBe(true)
  })

  it('Escape leads to the hit that one went to; nothing of the search is in the text', async () => {
    await ann.press('Escape')
    await expect.poll(() => field(ann).count(), POLL).toBe(0)
    await expect.poll(() => marked(ann), POLL).toBe(0)
    await ann.type('!')
    await ben.sees('Then: The zurich! quorum, and the quorum of ZURICH.')
    await ann.press('Backspace')
    await ben.sees('Then: The zurich quorum, and the quorum of ZURICH.')
  })

  it('Escape leads back to where the caret was when one only looked', async () => {
    await ann.clickEnd('In Zurich again')
    await open(ann, 'quorum of')
    await expect.poll(() => count(ann), POLL).toBe('1 of 1')
    await ann.press('Escape')
    await ann.type(' So.')
    await ben.sees('In Zurich again: A Zürich quorum met. So.')
  })

  it('says so when nothing is found; once more, it looks through the whole meeting, and leads back', async () => {
    await open(ann, 'zzzz')
    await expect.poll(() => count(ann), POLL).toBe('Nothing found')
    await field(ann).fill('zurich')
    await ann.press('Alt+f')
    const whole = ann.page.getByRole('searchbox', { name: 'Words to find' })
    await whole.waitFor()
    expect(await whole.inputValue()).toBe('zurich')
    await expect.poll(() => ann.page.locator('.search-result').count(), POLL).toBe(2)
    await whole.fill('quorum')
    await ann.page.getByRole('button', { name: 'Only in this topic' }).click()
    await expect.poll(() => count(ann), POLL).toMatch(/ of 3$/)
    await expect.poll(() => field(ann).evaluate((input) => input === document.activeElement), POLL).toBe(true)
    await ann.press('Escape')
  })
})

it('a reader whose browser cannot mark words in the page has them marked by the editor, and Escape selects one', async () => {
  const nora = await meeting.open(browser, 'n-gruber', 't2')
  await nora.page.addInitScript(() => {
    Reflect.deleteProperty(window, 'Highlight')
  })
  await nora.page.reload()
  await nora.sees('quorum of ZURICH')
  await open(nora, 'quorum')
  await expect.poll(() => count(nora), POLL).toMatch(/of 3$/)
  const found = nora.page.locator('.note-text .found')
  await expect.poll(() => found.allTextContents(), POLL).toEqual(['quorum', 'quorum', 'quorum'])
  await expect.poll(() => nora.page.locator('.found-current').count(), POLL).toBe(1)
  await nora.press('Enter', 'Escape')
  await expect.poll(() => nora.page.evaluate(() => getSelection()?.toString()), POLL).toBe('quorum')
  await expect.poll(() => nora.page.locator('.found').count(), POLL).toBe(0)
  expect(await nora.close()).toEqual([])
})

it('a phone gets there from the search in its bar, and nothing scrolls sideways', async () => {
  const phone = await meeting.open(browser, 'n-gruber', 't2', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  await phone.sees('quorum of ZURICH')
  await phone.page.locator('.top-bar-search').tap()
  await phone.page.getByRole('searchbox', { name: 'Words to find' }).fill('quorum')
  await phone.page.getByRole('button', { name: 'Only in this topic' }).tap()
  await expect.poll(() => count(phone), POLL).toMatch(/of 3$/)
  const { width, bar } = await phone.page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    bar: document.querySelector('.find-bar')?.getBoundingClientRect().width,
  }))
  expect(width).toBe(390)
  expect(bar).toBe(390)
  await phone.page.getByRole('button', { name: 'Next hit' }).tap()
  await phone.page.getByRole('button', { name: 'Close' }).tap()
  await expect.poll(() => field(phone).count(), POLL).toBe(0)
  expect(await phone.close()).toEqual([])
})
