import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MergePlan } from '../../shared/merge/merge-plan.ts'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { DraftMeeting } from './testing/draft-meeting.ts'
import type { DraftPerson } from './testing/draft-person.ts'

const POLL = { timeout: 10_000, interval: 30 }

let browser: Browser
let meeting: DraftMeeting
let ann: DraftPerson
let ben: DraftPerson

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

beforeEach(async () => {
  meeting = await DraftMeeting.start(browser)
  ann = await meeting.person('A. Kaya', 'rapporteur')
  ben = await meeting.person('L. Moreau', 'rapporteur')
  await ann.mergeAll()
})

afterEach(async () => expect(await meeting.close()).toEqual([]))

const rows = ({ page }: DraftPerson): Locator => page.locator('.merge-change')

const decide = (row: Locator, word: string): Promise<void> =>
  row.getByRole('radio', { name: word, exact: true }).press('Space')

/** Writes at the beginning of the note line that reads so. */
async function note(person: DraftPerson, topic: string, words: string, more: string): Promise<void> {
  await person.goTo(`topics/${topic}`)
  const line = person.page.locator('[data-line]').filter({ hasText: words }).last()
  await line.click({ position: { x: 4, y: 8 } })
  await person.press('Home')
  await person.type(more)
}

/** Waits until the server would propose this: what was typed is on its disk. */
async function planned(change: string): Promise<void> {
  const changes = async (): Promise<string[]> => {
    const { proposals } = await ann.command<MergePlan>('merge/plan', {})
    return proposals.map((proposal) => proposal.change)
  }
  await expect.poll(changes, POLL).toEqual([change])
}

async function text(person: DraftPerson, number: number): Promise<string> {
  const line = (await person.read()).find((each) => each.startsWith(`${number} `))
  return line ?? ''
}

describe('[MG1] notes that change after a merge', () => {
  test('are taken word by word; what was edited in the draft stays, and one undo takes it all back', async () => {
    await note(ben, 't1', 'Les États devraient', 'Notes first: ')
    await ben.openDraft()
    await ben.page.getByText('1 recommendation of the notes is not in the draft').waitFor()
    await ben.clickEnd(ben.item('Les États devraient'))
    await ben.type(' Draft last.')
    await planned('three-way')
    await ann.openMerge()
    const row = rows(ann).first()
    await row.getByText('notes and draft were both edited, in different places').waitFor()
    expect(await row.locator('ins').textContent()).toContain('Notes first:')
    expect(await rows(ann).count()).toBe(1)
    expect(await seriousFaults(ann.page)).toEqual([])
    await ann.page.getByText('1 recommendation changes.').waitFor()
    await ann.page.getByRole('button', { name: 'Confirm merge' }).click()
    await ann.page.getByText('Merge 2: 1 recommendation of the draft follows the notes.').waitFor()
    await expect.poll(() => text(ben, 2), POLL).toMatch(/^2 Notes first: Les États .* Draft last\.$/)
    await ann.page.getByRole('button', { name: 'Undo merge 2' }).click()
    await ann.page.getByRole('alertdialog').getByRole('button', { name: 'Undo merge 2' }).click()
    await ann.page.getByText('Merge 2 is undone. 1 recommendation reads as before.').waitFor()
    await expect.poll(() => text(ben, 2), POLL).toMatch(/^2 Les États .* Draft last\.$/)
  })

  test('in the same place as the draft wait for a person, who chooses word by word or writes', async () => {
    await note(ben, 't1', 'Les États devraient', 'From the notes: ')
    await ben.openDraft()
    await ben.clickEnd(ben.item('Les États devraient'))
    await ben.press('Control+Home')
    await ben.type('From the draft: ')
    await planned('conflict')
    await ann.openMerge()
    const row = rows(ann).first()
    await row.getByText('notes and draft were both edited in the same place: choose').waitFor()
    expect(await row.getByRole('radio', { name: 'Later' }).isChecked()).toBe(true)
    expect(await row.getByRole('radio', { name: 'Take notes' }).count()).toBe(0)
    await ann.page.getByText('Nothing is selected.').waitFor()
    await row.locator('.merge-alternative').filter({ hasText: 'From the notes:' }).click()
    await expect.poll(() => row.locator('ins').first().textContent(), POLL).toContain('notes')
    await expect.poll(() => row.getByRole('radio', { name: 'Take notes' }).isChecked(), POLL).toBe(true)
    await row.getByRole('button', { name: 'Write the wording' }).click()
    const field = row.getByRole('textbox', { name: 'Wording for the draft' })
    await field.fill('States should do both.')
    await row.getByRole('button', { name: 'Use this wording' }).click()
    await expect.poll(() => text(ben, 2), POLL).toContain('From the draft:')
    await ann.page.getByRole('button', { name: 'Confirm merge' }).click()
    await expect.poll(() => text(ben, 2), POLL).toBe('2 States should do both.')
  })

  test('while somebody decides come back for another look, and the draft keeps what it has', async () => {
    await note(ben, 't1', 'Les États devraient', 'And more: ')
    await planned('update')
    await ann.openMerge()
    await rows(ann).first().getByText('the draft’s wording was not edited').waitFor()
    await ben.type('And still more: ')
    await ann.page.getByText('The notes have changed since this plan was made.').waitFor()
    await ann.page.getByRole('button', { name: 'Confirm merge' }).click()
    await ann.page.getByText('1 choice needs another look').waitFor()
    await rows(ann).first().locator('ins').getByText('And still more:').waitFor()
    await decide(rows(ann).first(), 'Keep draft')
    await ann.page.getByText('1 stays as the draft has it.').waitFor()
    await ann.page.getByRole('button', { name: 'Confirm merge' }).click()
    await ann.page.getByText('Every recommendation of the notes is in the draft.').waitFor()
    await ann.openDraft()
    expect(await text(ann, 2)).not.toContain('And more:')
  })

  test('to another kind leave the recommendation to a person, who keeps or removes it', async () => {
    await ben.goTo('topics/t1')
    await ben.page.locator('[data-line]').filter({ hasText: 'Les États devraient' }).last().click()
    await ben.press('Escape', 't')
    await ben.saved()
    await planned('withdrawn')
    await ann.openMerge()
    const row = rows(ann).first()
    await row.getByText('its passage is no recommendation in the notes any more').waitFor()
    expect(await row.getByRole('radio', { name: 'Later' }).isChecked()).toBe(true)
    await decide(row, 'Remove')
    await ann.page.getByRole('button', { name: 'Confirm merge' }).click()
    await ann.page.getByText('Merge 2: 1 recommendation of the draft').waitFor()
    await ann.openDraft()
    await expect.poll(() => ann.items().count(), POLL).toBe(4)
  })
})

test('before it is taken, a recommendation can be given another wording', async () => {
  await note(ben, 't1', 'Les États devraient', '')
  await ben.press('Control+End', 'Enter', 'Escape', 'r', 'Enter')
  await ben.type('Fund the work')
  await planned('new')
  await ann.openMerge()
  await ann.page.getByRole('button', { name: /^Write another wording/ }).click()
  await ann.page.getByRole('textbox', { name: 'Wording for the draft' }).fill('States should fund the work.')
  await ann.page.getByRole('button', { name: 'Use this wording' }).click()
  await ann.page.getByText('Your wording; what the notes say stays their authors’.').waitFor()
  await ann.page.getByRole('button', { name: 'Confirm merge' }).click()
  await ann.page.getByText('Merge 2 is done: 1 recommendation is in the draft.').waitFor()
  await ben.openDraft()
  await ben.item('States should fund the work.').waitFor()
})
