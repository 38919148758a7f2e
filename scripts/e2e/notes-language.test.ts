import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

let browser: Browser
let meeting: NotesMeeting
const POLL = { timeout: 10_000, interval: 30 }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
})

afterAll(async () => {
  await meeting.close()
  await browser.close()
})

/** Notes one more intervention; the caret stands at its end. */
async function note(person: NotesPerson, words: string): Promise<void> {
  await person.clickEnd()
  await person.press('Control+Enter', 'f', 'i', 'n', 'Enter')
  await person.type(words)
  await person.endsWith({ text: words })
}

/** Language and direction of the last line. */
const lastLine = (person: NotesPerson): Promise<string> =>
  person.page
    .locator('.note-text')
    .last()
    .evaluate((line) => `${line.getAttribute('lang')} ${line.getAttribute('dir')}`)

const dialog = (person: NotesPerson) =>
  person.page.getByRole('dialog', { name: 'In which language is this?' })

describe('the language of a line', () => {
  let ann: NotesPerson

  beforeAll(async () => {
    ann = await meeting.open(browser, 'l-moreau', 't1')
  })
  afterAll(() => ann.close())
  afterEach(() => expect(ann.faults).toEqual([]))

  it('is guessed from its words; where those tell none it is the meeting’s', async () => {
    await note(ann, 'Le nombre des cas a augmenté depuis la loi.')
    await expect.poll(() => lastLine(ann), POLL).toBe('fr ltr')
    await note(ann, 'ارتفع عدد الحالات')
    await expect.poll(() => lastLine(ann), POLL).toBe('ar rtl')
    await note(ann, 'Porvoo')
    await expect.poll(() => lastLine(ann), POLL).toBe('en ltr')
  })

  it('is set by a key, seen by the others, and taken back by one undo', async () => {
    const ben = await meeting.open(browser, 'a-kaya', 't1')
    await note(ann, 'UNDP')
    await ann.press('Escape', 'i')
    await dialog(ann).waitFor()
    expect(await seriousFaults(ann.page)).toEqual([])
    await dialog(ann).getByRole('radio', { name: 'العربية' }).press('Space')
    await dialog(ann).getByRole('button', { name: 'Set' }).click()
    await expect.poll(() => lastLine(ann), POLL).toBe('ar rtl')
    await expect.poll(() => lastLine(ben), POLL).toBe('ar rtl')
    await ann.press('Enter', 'Control+z')
    await expect.poll(() => lastLine(ben), POLL).toBe('en ltr')
    await ann.endsWith({ text: 'UNDP' })
    expect(await ben.close()).toEqual([])
  })

  it('can be another one, and is asked for in the menu of a line', async () => {
    await note(ann, 'Casos')
    await ann.press('Home', '/')
    await ann.type('lang')
    await ann.press('Enter')
    await dialog(ann).getByRole('radio', { name: 'Another language' }).press('Space')
    await dialog(ann).getByRole('button', { name: 'Which one' }).click()
    await ann.page.getByRole('option', { name: 'Português' }).click()
    await dialog(ann).getByRole('button', { name: 'Set' }).click()
    await expect.poll(() => lastLine(ann), POLL).toBe('pt ltr')
  })
})

describe('a gloss', () => {
  let ann: NotesPerson

  beforeAll(async () => {
    ann = await meeting.open(browser, 'l-moreau', 't2')
  })
  afterAll(() => ann.close())
  afterEach(() => expect(ann.faults).toEqual([]))

  const glosses = () => ann.page.locator('[data-type="gloss"]')

  it('stands under its passage, called so; Enter after it goes on with what is said', async () => {
    await note(ann, 'Le nombre des cas a augmenté depuis la loi.')
    await ann.press('Escape', 'b')
    await ann.type('The number of the cases has risen since the law.')
    await ann.endsWith({ text: 'The number of the cases has risen since the law.' })
    expect(await glosses().locator('.note-gloss').textContent()).toBe('Gloss')
    expect(await glosses().locator('.note-label').textContent()).toBe('Gloss: ')
    await expect.poll(() => lastLine(ann), POLL).toBe('en ltr')
    expect(await seriousFaults(ann.page)).toEqual([])
    await ann.press('Enter')
    await ann.type('Deuxièmement')
    await ann.endsWith({ text: 'The number of the cases has risen since the law.' }, { text: 'Deuxièmement' })
    expect(await glosses().count()).toBe(1)
  })

  it('is joined to nothing by Backspace, and goes by the key it came by; undo brings it back', async () => {
    await ann.clickEnd('Deuxièmement')
    await ann.press('Home', 'Backspace')
    await ann.endsWith({ text: 'The number of the cases has risen since the law.' }, { text: 'Deuxièmement' })
    await ann.clickEnd('has risen since the law')
    await ann.press('Escape', 'b')
    await expect.poll(() => glosses().count(), POLL).toBe(0)
    await ann.press('Enter', 'Control+z')
    await expect.poll(() => glosses().count(), POLL).toBe(1)
    await ann.sees('The number of the cases has risen since the law.')
  })
})

describe('on a phone', () => {
  let ann: NotesPerson

  beforeAll(async () => {
    ann = await meeting.open(browser, 'l-moreau', 't1', PHONE)
  })
  afterAll(() => ann.close())
  afterEach(() => expect(ann.faults).toEqual([]))

  const mark = async (name: string): Promise<void> => {
    await ann.page.locator('.phone-bar').getByRole('button', { name: 'Mark', exact: true }).tap()
    await ann.page.locator('.mark-sheet').getByRole('button', { name }).tap()
    await ann.page.locator('.mark-sheet').waitFor({ state: 'detached' })
  }

  it('the marks are in one sheet, large enough to touch', async () => {
    await ann.page.locator('.phone-bar').getByRole('button', { name: 'Mark', exact: true }).tap()
    await ann.page.locator('.mark-sheet').waitFor()
    expect(await seriousFaults(ann.page)).toEqual([])
    const heights = await ann.page
      .locator('.mark-sheet button')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
    await ann.page.locator('.capture-sheet').getByRole('button', { name: 'Cancel' }).tap()
    await ann.page.locator('.capture-sheet').waitFor({ state: 'detached' })
  })

  it('language, level, record, gloss and sensitive ask as they do elsewhere', async () => {
    await ann.clickEnd()
    await ann.press('Enter')
    await ann.type('Nine girls were found in Porvoo')
    await ann.endsWith({ text: 'Nine girls were found in Porvoo' })
    await mark('Language…')
    // Labels, once they stand still: a tap on a sheet that is coming would go beside it, and close it.
    await dialog(ann).locator('label', { hasText: 'Español' }).tap()
    await dialog(ann).getByRole('button', { name: 'Set' }).tap()
    await expect.poll(() => lastLine(ann), POLL).toBe('es ltr')
    await mark('How much is told of who spoke?')
    await ann.page.locator('label', { hasText: 'Region' }).tap()
    await ann.page.getByRole('button', { name: 'Set', exact: true }).tap()
    await ann.page.locator('.note-level').last().waitFor()
    await mark('Place on record')
    await expect.poll(() => ann.page.locator('.note-placed:not(:empty)').count(), POLL).toBe(1)
    await mark('Unlock')
    await ann.page.getByRole('alertdialog').getByRole('button', { name: 'Unlock' }).tap()
    await expect.poll(() => ann.page.locator('.note-placed:not(:empty)').count(), POLL).toBe(0)
    await mark('Gloss under the passage')
    // The caret goes there once the sheet has given the focus back.
    await ann.endsWith({ text: '' })
    await ann.type('Nueve')
    await ann.endsWith({ text: 'Nueve' })
    await mark('Remove the gloss')
    await ann.endsWith({ text: 'Nine girls were found in Porvoo' })
    await ann.status('All changes saved')
    await mark('Keep for the drafting group…')
    await ann.page.getByRole('button', { name: 'Keep for the drafting group', exact: true }).tap()
    await ann.page.locator('[data-withheld]').first().waitFor()
  })
})
