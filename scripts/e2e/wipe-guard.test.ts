import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

let browser: Browser
let meeting: NotesMeeting
const here: NotesPerson[] = []
const POLL = { timeout: 10_000, interval: 30 }

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
})

afterAll(async () => {
  await meeting.close()
  await browser.close()
})

afterEach(async () => {
  for (const person of here.splice(0)) expect(await person.close()).toEqual([])
})

async function open(member: string): Promise<NotesPerson> {
  const person = await meeting.open(browser, member, 't1')
  here.push(person)
  return person
}

const question = (person: NotesPerson): Locator =>
  person.page.getByRole('region', { name: 'Delete most of this text for everybody?' })

const textOf = async (person: NotesPerson): Promise<string> =>
  (await person.lines()).map(({ text }) => text).join('\n')

const isEmpty = async (person: NotesPerson): Promise<boolean> => (await textOf(person)).trim() === ''

/** Goes offline, selects all, deletes it, and comes back. */
async function comeBackEmpty(ann: NotesPerson, typed = ''): Promise<void> {
  await ann.clickEnd()
  await ann.page.context().setOffline(true)
  await ann.page.waitForFunction(() => !navigator.onLine)
  await ann.press('Control+a', 'Delete')
  await expect.poll(() => isEmpty(ann), POLL).toBe(true)
  if (typed !== '') await ann.type(typed)
  await ann.status(/^Offline, \d+ changes? kept here$/)
  await ann.leavesFreely()
  await ann.page.context().setOffline(false)
  await question(ann).waitFor()
}

describe('[SY8] notes that were all deleted without a connection', () => {
  it('stand for the others, and come back for their reader who keeps them', async () => {
    const [ann, ben] = [await open('l-moreau'), await open('a-kaya')]
    const before = await textOf(ben)
    await comeBackEmpty(ann)
    expect(await question(ann).textContent()).toMatch(
      /Topic 1: .* would delete [\d,]+ of [\d,]+ characters\. The others have the whole text/,
    )
    expect(await ann.page.locator('.banner').textContent()).toMatch(/would be deleted.*you decide/)
    await ann.status('Not taken: see the message')
    expect(await seriousFaults(ann.page)).toEqual([])
    expect(await textOf(ben)).toBe(before)
    await question(ann).getByRole('button', { name: 'Keep the text' }).click()
    await question(ann).waitFor({ state: 'detached' })
    await expect.poll(() => textOf(ann), POLL).toBe(before)
    await ann.clickEnd()
    await ann.type(' Kept.')
    await ben.sees(' Kept.')
  })

  it('are asked about again after a reload; what was written since is let go only after a question', async () => {
    const [ann, ben] = [await open('l-moreau'), await open('a-kaya')]
    const before = await textOf(ben)
    await comeBackEmpty(ann, 'Begun anew')
    await ann.page.reload()
    await question(ann).waitFor()
    expect(await question(ann).getByRole('textbox').inputValue()).toBe('Begun anew')
    await question(ann).getByRole('button', { name: 'Keep the text' }).click()
    const sure = ann.page.getByRole('alertdialog')
    await sure.getByRole('button', { name: 'Let them go' }).click()
    await expect.poll(() => textOf(ann), POLL).toBe(before)
    expect(await textOf(ben)).toBe(before)
  })

  it('go for everybody when their reader says so', async () => {
    const [ann, ben] = [await open('l-moreau'), await open('a-kaya')]
    await comeBackEmpty(ann)
    expect(await isEmpty(ben)).toBe(false)
    await question(ann).getByRole('button', { name: 'Delete it for everybody' }).focus()
    await ann.press('Enter')
    await expect.poll(() => isEmpty(ben), POLL).toBe(true)
    await ann.status('All changes saved')
    expect(await question(ann).count()).toBe(0)
    expect(await isEmpty(ann)).toBe(true)
  })
})

describe('[SY8] a draft that was all deleted without a connection', () => {
  it('stands for the others, and comes back for its reader who keeps it', async () => {
    const [ann, ben] = [await open('l-moreau'), await open('r-osei')]
    await meeting.asChair('items', 'POST', { id: 'long', type: 'recommendation', section: 't1', after: null })
    for (const { page } of [ann, ben]) await page.goto(`${meeting.url}/m/berlin-2013/draft/long`)
    const words = 'States should act together and without delay. '.repeat(8).trim()
    const text = ({ page }: NotesPerson): Locator => page.locator('.draft-text').first()
    await ann.page.locator('.draft-text [contenteditable=true]').first().click()
    await ann.page.keyboard.insertText(words)
    await ann.status('All changes saved')
    // The other's caret stands in it, with a name.
    await expect.poll(() => text(ben).textContent(), POLL).toContain(words)
    await ann.page.context().setOffline(true)
    await ann.page.waitForFunction(() => !navigator.onLine)
    await ann.press('Control+a', 'Delete')
    await expect.poll(() => text(ann).textContent(), POLL).not.toContain('States')
    await ann.page.context().setOffline(false)
    await question(ann).waitFor()
    expect(await question(ann).textContent()).toContain('Draft: ')
    expect(await text(ben).textContent()).toContain(words)
    await question(ann).getByRole('button', { name: 'Keep the text' }).click()
    await expect.poll(() => text(ann).textContent(), POLL).toBe(words)
  })
})
