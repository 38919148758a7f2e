import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

let browser: Browser
let meeting: NotesMeeting
const here: NotesPerson[] = []
const POLL = { timeout: 20_000, interval: 100 }
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

async function open(member: string, topic: string): Promise<NotesPerson> {
  const person = await meeting.open(browser, member, topic)
  here.push(person)
  return person
}

async function note(ann: NotesPerson, words: string): Promise<void> {
  await ann.clickEnd()
  await ann.press('Control+Enter', 'f', 'i', 'n', ' ', 'r', 'Enter')
  // At once: in a stored update they stand side by side.
  await ann.page.keyboard.insertText(words)
  await ann.status('All changes saved')
}

async function withhold(ann: NotesPerson): Promise<void> {
  await ann.press('Escape', 'f')
  await ann.page.getByRole('button', { name: 'Keep for the drafting group' }).click()
  await ann.page.locator(STUB).first().waitFor()
}

/** All that this browser's databases hold of a room, as bytes read as text; empty: there is none. */
async function stored(person: NotesPerson, room: string): Promise<string> {
  return person.page.evaluate(async (of) => {
    const wait = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    let text = ''
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.includes(of)) continue
      const database = await wait(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        for (const value of await wait(database.transaction(store).objectStore(store).getAll()))
          text +=
            value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : JSON.stringify(value)
      }
      database.close()
    }
    return text
  }, room)
}

it('the drafting group has a list of what is kept back, reads it there, and puts it back; others have none', async () => {
  const [ann, olga] = [await open('l-moreau', 't1'), await open('s-petrov', 't1')]
  await ann.page.getByRole('tab', { name: 'Sensitive' }).click()
  await ann.page.getByText('No passage of this topic is kept back.').waitFor()
  await note(ann, 'Nine girls were found in Porvoo')
  await withhold(ann)
  const list = ann.page.getByRole('list', { name: 'Sensitive passages of this topic' })
  await list.getByText('It tells of victims').waitFor()
  expect(await list.textContent()).toContain('Kept for the drafting group by')
  expect(await list.textContent()).not.toContain('Porvoo')
  await list.getByRole('button', { name: 'Show the words' }).click()
  await list.getByText('Nine girls were found in Porvoo').waitFor()
  await expect.poll(() => seriousFaults(ann.page), { timeout: 20_000, interval: 500 }).toEqual([])
  await list.getByRole('link', { name: 'Go to its place' }).click()
  await ann.page.locator(`.note-line[data-linked] ${STUB}`).waitFor()

  await olga.page.locator(STUB).waitFor()
  expect(await olga.page.getByRole('tab', { name: 'Sensitive' }).count()).toBe(0)
  await list.getByRole('button', { name: 'Put back into the notes' }).click()
  await olga.sees('Nine girls were found in Porvoo')
  await ann.page.getByText('No passage of this topic is kept back.').waitFor()
})

it('its stub goes along with lines that are cut, and opens it where they are pasted; in another topic there is none', async () => {
  const ann = await open('l-moreau', 't1')
  await note(ann, 'Nine boys were found in Espoo.')
  await withhold(ann)
  const stub = ann.page.locator('.note-text').last().locator(STUB)
  const id = await stub.getAttribute('data-withheld')
  // A click on a stub opens it.
  await ann.clickEnd('The office works')
  await ann.press('Control+End', 'Shift+Home', 'Control+x')
  await expect.poll(() => ann.page.locator(`[data-withheld="${id}"]`).count(), POLL).toBe(0)
  await ann.press('Enter')
  await ann.type('Moved: ')
  await ann.press('Control+v')
  await stub.waitFor()
  await ann.status('All changes saved')
  await ann.page.reload()
  await stub.click()
  await ann.page.getByRole('dialog').getByText('Nine boys were found in Espoo.').waitFor()
  await ann.page.getByRole('dialog').getByRole('button', { name: 'Put back into the notes' }).click()
  await ann.endsWith({ text: 'Moved: Nine boys were found in Espoo.' })

  await ann.page.evaluate((of) => {
    const clipboardData = new DataTransfer()
    const sign = JSON.stringify({ t: 'withheld', id: of })
    const html = `<p>Forged: <span data-withheld="x" data-attributes='${sign}'></span>end.</p>`
    clipboardData.setData('text/html', html)
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.querySelector('.notes-text')?.dispatchEvent(paste)
  }, id)
  await ann.sees('Forged: end.')
  expect(await ann.page.locator(STUB).count()).toBe(0)
})

it('words that somebody offline typed into it are told of at its stub, and can be kept back too', async () => {
  const [ann, ben] = [await open('l-moreau', 't1'), await open('a-kaya', 't1')]
  await note(ann, 'A witness from Turku')
  await ben.sees('A witness from Turku')
  await ben.clickEnd('A witness from Turku')
  await ben.page.context().setOffline(true)
  await ben.status(/^Offline/)
  await ben.type(' and a sister')
  await ben.status(/^Offline, \d+ changes? kept here$/)
  await withhold(ann)
  await ben.page.context().setOffline(false)
  await ben.status('All changes saved')
  await ann.sees('and a sister')
  await ann.page.locator(`${STUB}[data-late]`).waitFor()
  await ann.page.locator(STUB).click()
  await ann.page.getByText('Somebody was offline and went on typing in this passage.').waitFor()
  await ann.page.getByRole('button', { name: 'Keep these too…' }).click()
  await ann.page.getByRole('button', { name: 'Keep for the drafting group' }).click()
  await expect.poll(() => ben.count('and a sister'), POLL).toBe(0)
})

it('a passage that is kept back stands in no stored update of a device that had it', async () => {
  const [ann, olga] = [await open('l-moreau', 't2'), await open('s-petrov', 't2')]
  await note(ann, 'Eleven boys in Kotka')
  await olga.sees('Eleven boys in Kotka')
  await expect.poll(() => stored(olga, 'notes/t2'), POLL).toContain('Kotka')
  await withhold(ann)
  await olga.page.locator(STUB).waitFor()
  for (const person of [olga, ann])
    await expect.poll(() => stored(person, 'notes/t2'), POLL).not.toMatch(/Kotka|boys/)
  expect(await stored(olga, 'notes/t2')).toContain('withheld')
})

it('[SY9] notes that are closed to somebody leave their device, open on the page or not', async () => {
  const olga = await open('s-petrov', 't3')
  await expect.poll(() => stored(olga, 'notes/t3'), POLL).not.toBe('')
  await meeting.asChair('topics/t3', 'PATCH', { readers: 'drafting' })
  await olga.page.getByText('The notes of this topic are not open to you.').waitFor()
  await expect.poll(() => stored(olga, 'notes/t3'), POLL).toBe('')
  // Kept since an earlier visit, and closed while this page shows another topic.
  await meeting.asChair('topics/t3', 'PATCH', { readers: 'all' })
  await olga.page.locator('.note-line').first().waitFor()
  await expect.poll(() => stored(olga, 'notes/t3'), POLL).not.toBe('')
  await olga.goTo('t4')
  await meeting.asChair('topics/t3', 'PATCH', { readers: 'drafting' })
  await expect.poll(() => stored(olga, 'notes/t3'), POLL).toBe('')
  await meeting.asChair('topics/t3', 'PATCH', { readers: 'all' })
})
