import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { TestCaller } from '../../server/testing/running.ts'
import { SyncClient } from '../../server/testing/sync-client.ts'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

let browser: Browser
let meeting: NotesMeeting
const here: NotesPerson[] = []
const POLL = { timeout: 10_000, interval: 30 }
const STUB = '[data-withheld]'

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
  await meeting.asChair('members/s-petrov', 'PATCH', { role: 'observer' })
})

afterAll(async () => {
  await meeting.close()
  await browser.close()
})

afterEach(async () => {
  for (const person of here.splice(0)) expect(await person.close()).toEqual([])
})

async function open(member: string, topic = 't1'): Promise<NotesPerson> {
  const person = await meeting.open(browser, member, topic)
  here.push(person)
  return person
}

/** Notes one more line as a recommendation; the caret stands in it. */
async function note(ann: NotesPerson, words: string): Promise<void> {
  await ann.clickEnd()
  await ann.press('Control+Enter', 'f', 'i', 'n', ' ', 'r', 'Enter')
  await ann.type(words)
  await ann.status('All changes saved')
}

const dialog = (person: NotesPerson, name: string) => person.page.getByRole('dialog', { name })

async function flag(ann: NotesPerson): Promise<void> {
  await ann.press('Escape', 'f')
  await dialog(ann, 'Keep this passage for the drafting group?').waitFor()
}

/** All that the server sends of the room to whoever opens it now, as bytes read as text. */
async function sentTo(person: NotesPerson): Promise<string> {
  const cookies = await person.page.context().cookies()
  const caller = new TestCaller(
    () => meeting.url,
    cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  )
  const client = new SyncClient(meeting.url, caller, 'm/berlin-2013/notes/t1')
  await client.synced
  client.close()
  return Buffer.from(Y.encodeStateAsUpdate(client.doc)).toString('utf8')
}

describe('a sensitive passage', () => {
  it('[EX2] goes from the page of whoever reads along, stands open to the drafting group, and comes back', async () => {
    const [ann, olga] = [await open('l-moreau'), await open('s-petrov')]
    await note(ann, 'Nine girls were found in Porvoo')
    await olga.sees('Nine girls')
    await flag(ann)
    expect(await seriousFaults(ann.page)).toEqual([])
    await ann.page.getByRole('radio', { name: 'Small numbers with a place and a date' }).press('Space')
    await ann.page.getByRole('button', { name: 'Keep for the drafting group' }).click()
    await olga.page.locator(STUB).waitFor()
    await expect.poll(() => olga.count('Porvoo'), POLL).toBe(0)
    expect(await olga.page.content()).not.toContain('Porvoo')
    expect(await sentTo(olga)).not.toMatch(/Porvoo|Nine girls/)
    expect((await olga.lines()).at(-1)).toMatchObject({ kind: 'Recommendation', text: '' })

    // To one it says who may read it, to the other what it says.
    await olga.page.locator(STUB).click()
    await olga.page.getByText('Only the chair and the rapporteurs can read this passage.').waitFor()
    await ann.page.locator(STUB).click()
    const opened = dialog(ann, 'Sensitive passage')
    await opened.getByText('Nine girls were found in Porvoo').waitFor()
    expect(await opened.textContent()).toContain('Small numbers with a place and a date')
    // What a button said while it was busy stands for some seconds longer than the button.
    await expect.poll(() => seriousFaults(ann.page), { timeout: 20_000, interval: 500 }).toEqual([])
    await ann.page.getByRole('button', { name: 'Put back into the notes' }).click()
    await olga.sees('Nine girls were found in Porvoo')
    expect(await olga.page.locator(STUB).count()).toBe(0)
  })

  it('is not deleted by one key, and opens from line mode', async () => {
    const ann = await open('l-moreau')
    await note(ann, 'A witness from Turku')
    await flag(ann)
    await ann.page.getByRole('button', { name: 'Keep for the drafting group' }).click()
    await ann.page.locator(STUB).waitFor()
    await dialog(ann, 'Keep this passage for the drafting group?').waitFor({ state: 'detached' })
    // The focus is in the text again a frame later, still in line mode.
    await expect
      .poll(() => ann.page.evaluate(() => document.activeElement?.classList.contains('notes-text')), POLL)
      .toBe(true)
    await ann.press('Enter', 'End', 'Backspace')
    await expect.poll(() => ann.page.locator(STUB).count(), POLL).toBe(1)
    await ann.press('ArrowRight', 'Escape', 'f')
    await dialog(ann, 'Sensitive passage').getByText('A witness from Turku').waitFor()
    await ann.page.getByRole('button', { name: 'Put back into the notes' }).click()
    await ann.sees('A witness from Turku')
  })
})

it('what is placed on record cannot be changed until it is unlocked; both can be undone', async () => {
  const ann = await open('l-moreau')
  await note(ann, 'Finland said this')
  const mark = ann.page.locator('.note-placed:not(:empty)')
  await ann.press('Escape', 'v')
  await expect.poll(() => mark.textContent(), POLL).toBe('placed on record')
  await ann.press('Enter')
  await ann.type(' and that')
  await ann.page.getByText('Placed on record: unlock to change.').waitFor()
  expect((await ann.lines()).at(-1)?.text).toBe('Finland said this')
  expect(await seriousFaults(ann.page)).toEqual([])

  await ann.press('Escape', 'v')
  await ann.page.getByRole('alertdialog').getByRole('button', { name: 'Unlock' }).click()
  await expect.poll(() => mark.count(), POLL).toBe(0)
  await ann.clickEnd()
  // In one step of undo, however slow the machine is.
  await ann.page.keyboard.insertText(' and that')
  await ann.endsWith({ text: 'Finland said this and that' })
  await ann.press('Control+z', 'Control+z')
  await expect.poll(() => mark.count(), POLL).toBe(1)
  await ann.endsWith({ text: 'Finland said this' })
  await ann.press('Control+z')
  await expect.poll(() => mark.count(), POLL).toBe(0)
})

it('[EX1] less is told of who spoke where a rapporteur says so; others see it beside the speaker', async () => {
  const [ann, olga] = [await open('l-moreau'), await open('s-petrov')]
  await note(ann, 'Told in confidence')
  await ann.press('Escape', 'a')
  await dialog(ann, 'How much is told of who spoke?').waitFor()
  await ann.page.getByRole('radio', { name: 'Region' }).press('Space')
  expect(await seriousFaults(ann.page)).toEqual([])
  await ann.page.getByRole('button', { name: 'Set', exact: true }).click()
  await expect
    .poll(() => olga.page.locator('.note-level').last().textContent(), POLL)
    .toBe('named as: Region')
})

it('[SY9] notes that the chair closes are closed at once for whoever may not read them any more', async () => {
  const olga = await open('s-petrov', 't2')
  const chair = await meeting.open(browser, 'l-moreau', 't2')
  here.push(chair)
  await meeting.asChair('members/l-moreau', 'PATCH', { role: 'chair' })
  await chair.page.getByRole('button', { name: 'Read by: everybody in the meeting' }).click()
  await dialog(chair, 'Who may read and name').waitFor()
  expect(await seriousFaults(chair.page)).toEqual([])
  await chair.page.getByRole('radio', { name: 'The drafting group', exact: true }).press('Space')
  await chair.page.getByRole('button', { name: 'Change', exact: true }).click()
  await olga.page.getByText('The notes of this topic are not open to you.').waitFor()
  expect(await olga.page.locator('.note-line').count()).toBe(0)
  await chair.page.getByRole('button', { name: 'Read by: the drafting group', exact: true }).waitFor()
  await meeting.asChair('topics/t2', 'PATCH', { readers: 'all' })
  await meeting.asChair('members/l-moreau', 'PATCH', { role: 'rapporteur' })
  await olga.page.locator('.note-line').first().waitFor()
})
