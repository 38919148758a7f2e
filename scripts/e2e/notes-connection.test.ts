import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

let browser: Browser
let meeting: NotesMeeting
const here: NotesPerson[] = []

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
  meeting.disk.fault = null
  for (const person of here.splice(0)) expect(await person.close()).toEqual([])
})

async function open(member = 'l-moreau', topic = 't1'): Promise<NotesPerson> {
  const person = await meeting.open(browser, member, topic)
  here.push(person)
  return person
}

const banner = (person: NotesPerson) => person.page.locator('.banner')

describe('the status word', () => {
  it('[SY1] says “Saving…” for as long as the disk holds back, and “All changes saved” when it has written', async () => {
    const [ann, ben] = [await open(), await open('a-kaya')]
    await ann.clickEnd()
    await ann.status('All changes saved')
    meeting.disk.hold()
    await ann.type(' Held back.')
    await ann.status('Saving…')
    expect(await ben.count(' Held back.')).toBe(0)
    meeting.disk.release()
    await ann.status('All changes saved')
    await ben.sees(' Held back.')
  })

  it('a letter is written to this device before it is noted there as one that is not sent', async () => {
    const ann = await open()
    await ann.clickEnd()
    // Others' words and other rooms are written when they come; only the letter and what follows it are asked for.
    await ann.page.evaluate(() => {
      const written: string[] = []
      Object.assign(window, { written })
      const { add, put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...given: [Uint8Array, IDBValidKey?]) {
        if (new TextDecoder().decode(given[0]).includes('☼')) written.push('the letter')
        return add.apply(this, given)
      }
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: [unknown, IDBValidKey?]) {
        if (this.name === 'custom') written.push('not sent')
        return put.apply(this, given)
      }
    })
    meeting.disk.hold()
    await ann.type('☼')
    const written = () =>
      ann.page.evaluate(() => (window as unknown as { written: string[] }).written.slice(0, 2))
    await expect.poll(written).toEqual(['the letter', 'not sent'])
    meeting.disk.release()
    await ann.status('All changes saved')
  })

  it('stops saying “Saving…” when that has lasted too long', async () => {
    const ann = await open()
    await ann.clickEnd()
    meeting.disk.hold()
    await ann.type(' Too long.')
    await ann.status('Saving…')
    await ann.status(/^Offline, \d+ changes? kept here$/)
    meeting.disk.release()
    await ann.status('All changes saved')
  })

  it('[SY7] a full disk is said in status and banner, writing goes on, and all is sent when there is room', async () => {
    const [ann, ben] = [await open(), await open('a-kaya')]
    await ann.clickEnd()
    meeting.disk.fault = 'full'
    await ann.type(' No room.')
    await ann.status('Not saved: storage problem')
    expect(await banner(ann).textContent()).toMatch(/disk is full.*kept on this device/)
    await ann.type(' Going on.')
    const [download] = await Promise.all([
      ann.page.waitForEvent('download'),
      ann.page.getByRole('button', { name: 'Download my changes' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.txt$/)
    meeting.disk.fault = null
    await ann.status('All changes saved')
    await ben.sees(' No room. Going on.')
    expect(await ben.count(' No room. Going on.')).toBe(1)
  })

  it('[SY7] a disk that fails or is read-only is said to both who type, and both go on without reloading', async () => {
    const [ann, ben] = [await open(), await open('a-kaya')]
    await ann.clickEnd()
    meeting.disk.fault = 'failed'
    await ann.type(' Ann in trouble.')
    await ann.status('Not saved: storage problem')
    expect(await banner(ann).textContent()).toMatch(/can’t write to its disk.*kept on this device/)
    await ben.clickEnd()
    await ben.type(' Ben in trouble.')
    await ben.status('Not saved: storage problem')
    meeting.disk.fault = null
    await Promise.all([ann, ben].map((person) => person.status('All changes saved')))
    await Promise.all([ann.sees(' Ben in trouble.'), ben.sees(' Ann in trouble.')])
    expect([await ann.count(' Ann in trouble.'), await ben.count(' Ben in trouble.')]).toEqual([1, 1])
  })
})

describe('without a connection', () => {
  it('what is typed is counted, kept, and sent once when the connection is back', async () => {
    const [ann, ben] = [await open(), await open('a-kaya')]
    await ann.clickEnd()
    await ann.page.context().setOffline(true)
    await ann.status(/^Offline/)
    await ann.press('Control+Enter', 'f', 'i', 'n', 'Enter')
    await ann.type('Offline words.')
    await ann.status(/^Offline, \d+ changes kept here$/)
    expect(await banner(ann).textContent()).toMatch(/You are offline: \d+ changes are kept on this device/)
    await ben.clickEnd()
    await ben.type(' Meanwhile.')
    await ann.page.context().setOffline(false)
    await ann.status('All changes saved')
    await ben.sees('Offline words.')
    await ann.sees(' Meanwhile.')
    expect([await ann.count('Offline words.'), await ben.count('Offline words.')]).toEqual([1, 1])
  })

  it('words typed while the server was down survive the page being closed, and are sent by the next one', async () => {
    const ann = await open()
    await ann.clickEnd()
    await meeting.down()
    await ann.status(/^Offline/)
    await ann.type(' Written without a server.')
    await ann.status(/^Offline, \d+ changes kept here$/)
    await ann.leavesFreely()
    await meeting.up()
    // The page goes before its provider has tried again.
    await ann.page.context().setOffline(true)
    const { page } = ann
    const address = page.url()
    await page.goto('about:blank')
    await page.context().setOffline(false)
    await page.goto(address)
    await ann.sees(' Written without a server.')
    await ann.status('All changes saved')
    const ben = await open('a-kaya')
    expect(await ben.count(' Written without a server.')).toBe(1)
  })

  it('a restart of the server is survived by typing through it', async () => {
    const [ann, ben] = [await open(), await open('a-kaya')]
    await ann.clickEnd()
    await ann.press('Enter')
    await ann.type('Before, ')
    await meeting.down()
    await ann.type('during, ')
    await meeting.up()
    await ann.type('after.')
    await ann.status('All changes saved')
    await ben.sees('Before, during, after.')
    expect(await ben.count('Before, during, after.')).toBe(1)
  })
})

describe('a device that can keep nothing', () => {
  it('says so without a connection, and warns whoever leaves', async () => {
    const ann = await open()
    await ann.page
      .context()
      .addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
    await ann.goTo('t1')
    await ann.clickEnd()
    await ann.page.context().setOffline(true)
    await ann.type(' Kept nowhere.')
    await ann.status('Not saved: storage problem')
    expect(await banner(ann).textContent()).toMatch(/This device can’t keep your changes/)
    const [warning] = await Promise.all([
      ann.page.waitForEvent('dialog'),
      ann.page.close({ runBeforeUnload: true }),
    ])
    expect(warning.type()).toBe('beforeunload')
    await warning.dismiss()
    await ann.page.context().setOffline(false)
    await ann.status('All changes saved')
  })
})

describe('[SY11] words that came too late', () => {
  it('are kept for copying, and the page goes on with the server’s text when their writer lets them go', async () => {
    const ann = await open()
    await ann.clickEnd()
    await ann.page.context().setOffline(true)
    await ann.status(/^Offline/)
    await ann.type(' Too late.')
    await meeting.asChair('members/l-moreau', 'PATCH', { role: 'observer' })
    await ann.page.context().setOffline(false)
    const kept = ann.page.locator('.refused-words textarea')
    await kept.waitFor()
    expect(await kept.inputValue()).toContain('Too late.')
    expect(await ann.page.locator('.notes-text').getAttribute('contenteditable')).toBe('false')
    await ann.page.getByRole('button', { name: 'Go on' }).click()
    await kept.waitFor({ state: 'detached' })
    await expect.poll(() => ann.count(' Too late.')).toBe(0)
    await expect.poll(async () => (await ann.lines()).length).toBeGreaterThan(3)
    await meeting.asChair('members/l-moreau', 'PATCH', { role: 'rapporteur' })
    await expect.poll(() => ann.page.locator('.notes-text').getAttribute('contenteditable')).toBe('true')
  })
})
