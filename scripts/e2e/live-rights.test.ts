import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { TestCaller } from '../../server/testing/running.ts'
import { SyncClient } from '../../server/testing/sync-client.ts'
import { MAX_LATE_PER_MEMBER } from '../../shared/limits/sync-limits.ts'
import type { WaitingWords } from '../../shared/meeting/late-words.ts'
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
  meeting.disk.release()
  await meeting.asChair('', 'PATCH', { phase: 'in-session' })
  await meeting.asChair('members/l-moreau', 'PATCH', { role: 'rapporteur' })
  for (const person of here.splice(0)) expect(await person.close()).toEqual([])
})

async function open(member: string, topic = 't1'): Promise<NotesPerson> {
  const person = await meeting.open(browser, member, topic)
  here.push(person)
  // A page that is loaded anew forgets it.
  await person.page.evaluate(() => Object.assign(window, { wasHere: true }))
  return person
}

const isEditable = async (person: NotesPerson): Promise<boolean> =>
  (await person.page.locator('.notes-text').getAttribute('contenteditable')) === 'true'

const wasReloaded = (person: NotesPerson): Promise<boolean> =>
  person.page.evaluate(() => !('wasHere' in window))

const offeredWords = (person: NotesPerson): Locator => person.page.locator('.refused-words textarea')

/** What is offered for copying; empty while nothing is. */
async function offered(person: NotesPerson): Promise<string> {
  return (await offeredWords(person).count()) === 0 ? '' : offeredWords(person).inputValue()
}

/** What is offered begins with a word, wherever in the sentence it was cut. */
const letters = (words: string): string => words.replaceAll(/\s/g, '')

async function lineWith(person: NotesPerson, words: string): Promise<string> {
  return (await person.lines()).find(({ text }) => text.includes(words))?.text ?? ''
}

async function waiting(chair: NotesPerson): Promise<WaitingWords[]> {
  const answer = await chair.page.request.get(`${meeting.url}/api/meetings/berlin-2013/late-words`)
  return ((await answer.json()) as { lateWords: WaitingWords[] }).lateWords
}

/** Notes an hour without a connection; meanwhile the chair closes the phase. */
async function writeTooLate(ann: NotesPerson, words: string): Promise<void> {
  await ann.clickEnd()
  await ann.page.context().setOffline(true)
  // The page has heard of it in the same turn, and lets go of its sockets.
  await ann.page.waitForFunction(() => !navigator.onLine)
  await ann.press('Control+Enter', 'f', 'i', 'n', 'Enter')
  await ann.type(words)
  await ann.status(/^Offline, \d+ changes kept here$/)
  await meeting.asChair('', 'PATCH', { phase: 'silence' })
  await ann.page.context().setOffline(false)
  await offeredWords(ann).waitFor()
}

/** Sends late words until no more of this member's are kept. */
async function fillLateWords(ann: NotesPerson): Promise<void> {
  const cookies = await ann.page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const caller = new TestCaller(() => meeting.url, cookie)
  for (let count = 0; count < MAX_LATE_PER_MEMBER; count++) {
    const client = new SyncClient(meeting.url, caller, 'm/berlin-2013/notes/t1')
    await expect.poll(() => client.isSynced, POLL).toBe(true)
    client.type(`Late ${count}. `)
    await expect.poll(() => client.closedWith, POLL).not.toBeNull()
  }
}

async function goOn(ann: NotesPerson): Promise<void> {
  await ann.page.getByRole('button', { name: 'Go on' }).click()
  await offeredWords(ann).waitFor({ state: 'detached' })
}

describe('[SY9] a rapporteur who is made an observer in mid-sentence', () => {
  it('stops typing at once; each character is with the others or offered, and writing goes on without a reload', async () => {
    const [ann, ben] = [await open('l-moreau'), await open('a-kaya')]
    await ann.clickEnd()
    await ann.press('Enter')
    await ann.type('In time, ')
    await ann.status('All changes saved')
    // What is typed first is on its way to the disk; the rest waits behind it.
    meeting.disk.hold()
    await ann.type('on its way, ')
    await ann.type('and too late')
    const lowered = meeting.asChair('members/l-moreau', 'PATCH', { role: 'observer' })
    await expect.poll(() => isEditable(ann), POLL).toBe(false)
    await ann.type(' after the end.')
    meeting.disk.release()
    await lowered

    await offeredWords(ann).waitFor()
    const written = await lineWith(ann, 'In time, ')
    expect(written).toBe('In time, on its way, and too late')
    const left = await offered(ann)
    expect(left).not.toBe('')
    await expect
      .poll(async () => letters((await lineWith(ben, 'In time, ')) + left), POLL)
      .toBe(letters(written))
    const panel = await ann.page.locator('.refused-words').textContent()
    expect(panel).toMatch(/came too late.*changed your role: Observer.*keeps them for the chair/)
    await ann.status('Too late: the chair decides')

    await goOn(ann)
    expect(await ann.page.locator('.writing-ended').textContent()).toMatch(/changed your role: Observer/)
    await meeting.asChair('members/l-moreau', 'PATCH', { role: 'rapporteur' })
    await expect.poll(() => isEditable(ann), POLL).toBe(true)
    expect(await ann.page.locator('.writing-ended').count()).toBe(0)
    await ann.clickEnd()
    await ann.type(' Writing again.')
    await ben.sees(' Writing again.')
    expect(await wasReloaded(ann)).toBe(false)
  })

  it('loses no character at the speed of typing', async () => {
    const [ann, ben] = [await open('l-moreau', 't2'), await open('a-kaya', 't2')]
    await ann.clickEnd()
    await ann.press('Enter')
    const sentence = Array.from({ length: 60 }, (_, word) => `w${word}`).join(' ')
    const typing = ann.type(sentence, { delay: 8 })
    await ben.sees('w8 ')
    await meeting.asChair('members/l-moreau', 'PATCH', { role: 'observer' })
    await typing
    expect(await isEditable(ann)).toBe(false)
    const written = await lineWith(ann, 'w0 ')
    expect(sentence.startsWith(written)).toBe(true)
    expect(written.length).toBeLessThan(sentence.length)
    const both = async (): Promise<string> => letters((await lineWith(ben, 'w0 ')) + (await offered(ann)))
    await expect.poll(both, POLL).toBe(letters(written))
  })

  it('at the draft, stops typing at once; each character is with the others or offered', async () => {
    const [ann, ben] = [await open('l-moreau'), await open('a-kaya')]
    const item = { id: 'lowered', type: 'recommendation', section: 't1', after: null }
    await meeting.asChair('items', 'POST', item)
    for (const { page } of [ann, ben]) await page.goto(`${meeting.url}/m/berlin-2013/draft/lowered`)
    const editor = ann.page.locator('.draft-text [contenteditable=true]').first()
    await editor.click()
    await ann.type('States should')
    await ann.status('All changes saved')
    meeting.disk.hold()
    await ann.type(' act')
    await ann.type(' together')
    const lowered = meeting.asChair('members/l-moreau', 'PATCH', { role: 'observer' })
    await editor.waitFor({ state: 'detached' })
    await ann.type(' after the end.')
    meeting.disk.release()
    await lowered

    await offeredWords(ann).waitFor()
    const text = (person: NotesPerson): Promise<string | null> =>
      person.page.locator('.draft-text').first().textContent()
    expect(await text(ann)).toBe('States should act together')
    expect(await ann.page.locator('.refused-words').textContent()).toContain('changed your role: Observer')
    const left = await offered(ann)
    expect(left).not.toBe('')
    const both = async (): Promise<string> => letters(`${await text(ben)}${left}`)
    await expect.poll(both, POLL).toBe(letters('States should act together'))

    await goOn(ann)
    await meeting.asChair('members/l-moreau', 'PATCH', { role: 'rapporteur' })
    await editor.waitFor()
    expect(await ann.page.locator('.writing-ended').count()).toBe(0)
  })
})

describe('[SY11] notes of an hour without a connection, after the phase was closed', () => {
  it('are told to the chair at once, read, and admitted as their author’s', async () => {
    const [ann, ben, chair] = [await open('l-moreau'), await open('a-kaya'), await open('r-osei')]
    for (const { id } of await waiting(chair)) await meeting.asChair(`late-words/${id}/drop`, 'POST', {})
    await chair.page.goto(`${meeting.url}/m/berlin-2013`)
    await writeTooLate(ann, 'Noted offline.')
    expect(await ann.page.locator('.banner').textContent()).toMatch(/came too late.*not lost/)
    await ann.page.getByRole('link', { name: 'Draft' }).click()
    await offeredWords(ann).waitFor({ state: 'detached' })
    await ann.page.locator('.banner').getByRole('button', { name: 'Show them' }).click()
    await offeredWords(ann).waitFor()
    const need = chair.page.locator('.need', { hasText: '1 passage arrived too late' })
    await need.waitFor()
    expect(await need.textContent()).toContain('Written by L. Moreau.')
    await need.getByRole('link', { name: 'Read and decide' }).click()

    const row = chair.page.locator('.late-row')
    expect(await row.textContent()).toMatch(/L\. Moreau.*Topic 1.*Noted offline\./)
    expect(await seriousFaults(chair.page)).toEqual([])
    await chair.page.setViewportSize({ width: 320, height: 640 })
    expect(await chair.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await row.getByRole('button', { name: 'Admit' }).focus()
    await chair.press('Enter')
    await chair.page.getByText('No late words wait.').waitFor()
    expect(await chair.page.evaluate(() => document.activeElement?.className)).toBe('late')
    await chair.page.getByText('Topic 1: the words of L. Moreau are in the text.').waitFor()

    await ben.sees('Noted offline.')
    expect(await ben.count('Noted offline.')).toBe(1)
    await ben.page.locator('.note-text', { hasText: 'Noted offline.' }).click()
    await ben.press('Alt+a')
    const typed = ben.page.locator('.note-text:has-text("Noted offline.") .typed')
    await expect.poll(() => typed.allTextContents(), POLL).toEqual(['Noted offline.'])
    await expect
      .poll(() => ben.page.locator('.authorship-line dd').nth(1).textContent(), POLL)
      .toMatch(/^L\. Moreau.*recorded by the server/)

    await goOn(ann)
    await ann.sees('Noted offline.')
    expect(await ann.count('Noted offline.')).toBe(1)
  })

  it('are dropped only after a question that names them, and taken as text', async () => {
    const [ann, chair] = [await open('l-moreau'), await open('r-osei')]
    await chair.page.goto(`${meeting.url}/m/berlin-2013/late-words`)
    await chair.page.getByText('No late words wait.').waitFor()
    await writeTooLate(ann, 'Not to be dropped lightly.')
    const row = chair.page.locator('.late-row')
    await row.getByRole('button', { name: 'Drop' }).click()
    const question = chair.page.getByRole('alertdialog')
    expect(await question.textContent()).toMatch(/words of L\. Moreau.*Topic 1.*Not to be dropped lightly/)
    await question.getByRole('button', { name: 'Keep them' }).click()
    await question.waitFor({ state: 'detached' })
    expect(await waiting(chair)).toHaveLength(1)

    await row.getByRole('button', { name: 'Take the text' }).click()
    const text = row.getByRole('textbox')
    expect(await text.inputValue()).toBe('Not to be dropped lightly.')
    await expect.poll(() => text.evaluate((element) => element === document.activeElement), POLL).toBe(true)
    expect(await waiting(chair)).toEqual([])
    await chair.press('Tab', 'Tab')
    await Promise.all([chair.page.waitForEvent('download'), chair.press('Enter')])
    await row.getByRole('button', { name: 'Done' }).click()
    await chair.page.getByText('No late words wait.').waitFor()

    await goOn(ann)
    await meeting.asChair('', 'PATCH', { phase: 'in-session' })
    await writeTooLate(ann, 'To be dropped.')
    await row.getByRole('button', { name: 'Drop' }).click()
    await question.getByRole('button', { name: 'Drop the words' }).click()
    await chair.page.getByText('No late words wait.').waitFor()
    expect(await waiting(chair)).toEqual([])
    await goOn(ann)
    expect(await ann.count('To be dropped.')).toBe(0)
  })

  it('leave the list when another chair decides about them', async () => {
    const [ann, chair] = [await open('l-moreau'), await open('r-osei')]
    await chair.page.goto(`${meeting.url}/m/berlin-2013/late-words`)
    await writeTooLate(ann, 'Decided elsewhere.')
    await chair.page.locator('.late-row').waitFor()
    const [words] = await waiting(chair)
    await meeting.asChair(`late-words/${words?.id}/drop`, 'POST', {})
    await chair.page.getByText('No late words wait.').waitFor()
    await goOn(ann)
  })

  it('are nothing that a rapporteur gets to see', async () => {
    const [ann, ben] = [await open('l-moreau'), await open('a-kaya')]
    await writeTooLate(ann, 'For the chair alone.')
    const asked: string[] = []
    ben.page.on('request', (request) => asked.push(request.url()))
    await ben.page.goto(`${meeting.url}/m/berlin-2013/late-words`)
    await ben.page.getByText('Only the chair decides about late words.').waitFor()
    expect(asked.filter((url) => url.includes('/api/') && url.includes('late-words'))).toEqual([])
    expect(await ben.page.textContent('body')).not.toContain('For the chair alone.')
    const api = `${meeting.url}/api/meetings/berlin-2013/late-words`
    const answer = await ben.page.request.get(api)
    expect([answer.status(), await answer.text()]).toEqual([403, expect.not.stringContaining('chair alone')])
    await goOn(ann)
  })

  it('are here alone once the server keeps as many as it may, and are let go only after a question', async () => {
    const ann = await open('l-moreau')
    await meeting.asChair('', 'PATCH', { phase: 'silence' })
    await expect.poll(() => isEditable(ann), POLL).toBe(false)
    await fillLateWords(ann)
    await meeting.asChair('', 'PATCH', { phase: 'in-session' })
    await expect.poll(() => isEditable(ann), POLL).toBe(true)
    await writeTooLate(ann, 'One too many.')
    expect(await offered(ann)).toBe('One too many.')
    const panel = await ann.page.locator('.refused-words').textContent()
    expect(panel).toMatch(/were not taken.*on this device alone/)
    await ann.status('Not taken: see the message')

    await ann.page.getByRole('button', { name: 'Go on without them' }).click()
    const question = ann.page.getByRole('alertdialog')
    await question.getByRole('button', { name: 'Keep them' }).click()
    await question.waitFor({ state: 'detached' })
    expect(await offered(ann)).toBe('One too many.')
    const download = ann.page.getByRole('button', { name: 'Download', exact: true })
    await Promise.all([ann.page.waitForEvent('download'), download.click()])
    await goOn(ann)
  })
})
