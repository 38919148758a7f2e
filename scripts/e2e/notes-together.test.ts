import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { awarenessFrame } from '../../shared/protocol/messages.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

let browser: Browser
let meeting: NotesMeeting
/** Two rapporteurs of topic 2, on their pages from the first test to the last. */
let ann: NotesPerson
let ben: NotesPerson
/** Who has come for one test. */
const here: NotesPerson[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
  // A second rapporteur for topic 2, as a chair sets it up.
  await meeting.asChair('members/a-kaya', 'PATCH', { topics: ['t1', 't2', 't3', 't4'] })
  ann = await meeting.open(browser, 'l-moreau', 't2')
  ben = await meeting.open(browser, 'a-kaya', 't2')
})

afterAll(async () => {
  await ann.close()
  await ben.close()
  await meeting.close()
  await browser.close()
})

afterEach(async () => {
  for (const person of here.splice(0)) expect(await person.close()).toEqual([])
  expect([...ann.faults, ...ben.faults]).toEqual([])
})

async function open(member: string, topic = 't2'): Promise<NotesPerson> {
  const person = await meeting.open(browser, member, topic)
  here.push(person)
  return person
}

describe('two rapporteurs in one topic', () => {
  it('write at once, each sees the other’s words and named caret, and nothing is doubled or lost', async () => {
    await ann.clickEnd()
    await ann.press('Control+Enter', 'f', 'i', 'n', 'Enter')
    await ann.type('Finland:')
    await ben.sees('Finland:')
    await ben.clickEnd('Finland:')
    await ben.press('Control+Enter', 'a', 'u', 's', 'Enter')
    await Promise.all([
      ann.type(' the first words of many', { delay: 15 }),
      ben.type('Austria: other words at the same time', { delay: 15 }),
    ])
    const expected = [
      { speaker: 'Finland', text: 'Finland: the first words of many' },
      { speaker: 'Austria', text: 'Austria: other words at the same time' },
    ]
    await ann.endsWith(...expected)
    await ben.endsWith(...expected)
    await ann.status('All changes saved')
    await ben.status('All changes saved')
    const caret = ann.page.locator('.remote-caret[data-person="A. Kaya"]')
    expect(await caret.count()).toBe(1)
    const line = caret.locator('xpath=ancestor::*[contains(@class,"note-text")]')
    expect(await line.textContent()).toContain('Austria: other words')
  })

  it('a caret’s name stands in the margin of its row, never over words', async () => {
    await ben.clickEnd()
    await ben.type(' Here.')
    await ann.sees(' Here.')
    // In one look: the name fades a while after the last key.
    const seen = await ann.page.waitForFunction(() => {
      const element = [...document.querySelectorAll('.remote-caret-name')].at(-1)
      if (element === undefined) return null
      const text = element.closest('.note-text')?.getBoundingClientRect()
      const own = element.getBoundingClientRect()
      const caret = element.parentElement?.getBoundingClientRect()
      return { after: own.left - (text?.right ?? 0), row: Math.abs(own.top - (caret?.top ?? 0)) }
    })
    const boxes = (await seen.jsonValue())!
    expect(boxes.after).toBeGreaterThan(0)
    expect(boxes.row).toBeLessThan(16)
  })

  it('speaker and kind that one sets are the other’s too', async () => {
    await ann.clickEnd()
    await ann.press('Enter')
    await ann.type('Tag me.')
    await ann.press('Escape', 'r', 's')
    await ann.type('eg')
    await ann.press('Enter')
    await expect
      .poll(async () => (await ben.lines()).find(({ text }) => text === 'Tag me.')?.kind)
      .toBe('Recommendation')
    await expect
      .poll(async () => (await ben.lines()).findLast(({ speaker }) => speaker !== '')?.speaker)
      .toBe('Egypt')
  })

  it('[SY4] a name that a page gives itself is not shown: the server says who writes', async () => {
    const forged = new Awareness(new Y.Doc())
    forged.setLocalState({
      caret: { anchor: null, head: null },
      user: { id: 'r-osei', name: 'R. Osei', role: 'chair', mechanism: null, colour: 4 },
    })
    const frame = awarenessFrame(encodeAwarenessUpdate(forged, [forged.clientID]))
    forged.destroy()
    await ben.page.evaluate(
      (bytes) => {
        const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/sync/m/berlin-2013/notes/t2`)
        socket.onopen = () => socket.send(new Uint8Array(bytes))
      },
      [...frame],
    )
    const names = (): Promise<(string | undefined)[]> =>
      ann.page
        .locator('.remote-caret')
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['person']))
    // One caret more than before, and it is Ben's too.
    await expect.poll(names).toEqual(['A. Kaya', 'A. Kaya'])
  })
})

it('a letter typed just after Enter, before the new line was ever drawn, is in it', async () => {
  await ann.clickEnd()
  await ann.page.evaluate(() => {
    const enter = { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }
    document.querySelector('.notes-text')?.dispatchEvent(new KeyboardEvent('keydown', enter))
    document.execCommand('insertText', false, 'Q')
  })
  await ann.type('uickly typed.')
  await ann.endsWith({ text: 'Quickly typed.' })
  await ben.sees('Quickly typed.')
})

describe('the line of the caret, which the browser lays out by itself', () => {
  const long = 'words enough for a second row of this line '.repeat(4)

  it('is as tall as its words, of one direction or the other, while rows come and go', async () => {
    await ann.clickEnd()
    await ann.press('Control+Enter', 'f', 'i', 'n', ' ', 'r', 'Enter')
    await ann.type('Short.')
    await isAsTallAsItsWords()
    await ann.type(` And ${long}`)
    await isAsTallAsItsWords()
    for (const _ of long.trim().split(' ')) await ann.press('Control+Backspace')
    await isAsTallAsItsWords()
    await ann.press('Enter')
    await ann.type('## A heading')
    await isAsTallAsItsWords()
    await ann.press('Enter')
    await ann.type('\u0643\u0644\u0645\u0627\u062a \u0628\u0627\u0644\u0639\u0631\u0628\u064a\u0629')
    await ann.page.locator('.note-line[data-caret][data-foreign]').waitFor()
    await isAsTallAsItsWords()
  })

  it('follows another width of the page', async () => {
    await ann.clickEnd()
    await ann.press('Enter')
    await ann.type(long)
    await isAsTallAsItsWords()
    await ann.page.setViewportSize({ width: 390, height: 844 })
    await isAsTallAsItsWords()
    await ann.page.setViewportSize({ width: 1440, height: 900 })
    await isAsTallAsItsWords()
  })

  /** Beside the height that the line would have without one of its own. */
  async function isAsTallAsItsWords(): Promise<void> {
    const heights = (): Promise<{ given: number; own: number } | null> =>
      ann.page.evaluate(() => {
        const line = document.querySelector('.note-line[data-caret="sized"]')
        if (line === null) return null
        const given = line.getBoundingClientRect().height
        line.setAttribute('data-caret', '')
        const own = line.getBoundingClientRect().height
        line.setAttribute('data-caret', 'sized')
        return { given, own }
      })
    const difference = async (): Promise<number> => {
      const now = await heights()
      return now === null ? Number.POSITIVE_INFINITY : Math.abs(now.given - now.own)
    }
    await expect.poll(difference, { timeout: 10_000, interval: 30 }).toBeLessThan(0.1)
  }
})

describe('two tabs of one person', () => {
  it('write as two, and nothing is doubled', async () => {
    const tab = await ann.secondTab()
    await ann.clickEnd()
    await ann.press('Enter')
    await ann.type('From the first tab.')
    await tab.sees('From the first tab.')
    await tab.clickEnd('From the first tab.')
    await tab.type(' From the second.')
    await ann.sees('From the first tab. From the second.')
    await ann.status('All changes saved')
    await tab.status('All changes saved')
    await ann.goTo('t2')
    await expect.poll(() => ann.count('From the first tab. From the second.')).toBe(1)
    await tab.page.close()
  })
})

describe('who may not write', () => {
  it('reads what is typed, without a caret of their own and without the keys of the notes', async () => {
    const eve = await open('k-lind')
    expect(await eve.page.locator('.notes-text').getAttribute('contenteditable')).toBe('false')
    expect(await eve.page.locator('.notes-footer, .phone-bar').count()).toBe(0)
    await ann.clickEnd()
    await ann.type(' For the observer.')
    await eve.sees(' For the observer.')
    await eve.page.locator('.note-text').last().click()
    await eve.type('x')
    expect(await ann.page.locator('.remote-caret[data-person="K. Lind"]').count()).toBe(0)
  })

  it('[SY9] gets the caret and loses it as the chair changes the role, on the open page', async () => {
    const eve = await open('s-petrov')
    expect(await eve.page.locator('.notes-text').getAttribute('contenteditable')).toBe('false')
    await meeting.asChair('members/s-petrov', 'PATCH', { topics: ['t2', 't3', 't5'] })
    const editable = () => eve.page.locator('.notes-text').getAttribute('contenteditable')
    await expect.poll(editable).toBe('true')
    await meeting.asChair('members/s-petrov', 'PATCH', { topics: ['t3', 't5'] })
    await expect.poll(editable).toBe('false')
  })
})

describe('who typed what', () => {
  it('Alt+A underlines it, with a name for each line, and the panel says it of the line at the caret', async () => {
    await ann.clickEnd()
    await ann.press('Enter')
    await ann.type('Mine and')
    await ben.sees('Mine and')
    await ben.clickEnd('Mine and')
    await ben.type(' yours.')
    await ann.sees('Mine and yours.')
    await ann.clickEnd('Mine and yours.')
    await ann.press('Alt+a')
    const spans = ann.page.locator('.note-text:has-text("Mine and yours.") .typed')
    await expect.poll(() => spans.allTextContents()).toEqual(['Mine and', ' yours.'])
    const classes = await spans.evaluateAll((all) => all.map((each) => each.className))
    expect(classes[0]).not.toBe(classes[1])
    expect(await ann.page.locator('.authorship-bar bdi').allTextContents()).toEqual(
      expect.arrayContaining(['L. Moreau', 'A. Kaya']),
    )
    await expect
      .poll(() => ann.page.locator('.authorship-line dd').nth(1).textContent())
      .toMatch(/L\. Moreau.*A\. Kaya.*recorded by the server/)
    await ann.press('Alt+a')
    await expect.poll(() => ann.page.locator('.typed').count()).toBe(0)
  })
})
