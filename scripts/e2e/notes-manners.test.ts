import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'
import { ThreadPerson } from './testing/thread-person.ts'

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
}, 60_000)

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

function options(person: NotesPerson): Promise<string[]> {
  return person.page.locator('#text-mentions [role=option] .option-name').allTextContents()
}

describe('a mention inside a line', () => {
  it('is found by a few letters, stands in the text of both, and undo gives the letters back', async () => {
    await begin('As ')
    await ann.type('@fin')
    await expect.poll(() => options(ann), POLL).toEqual(['Finland'])
    const active = await ann.page.locator('.notes-text').getAttribute('aria-activedescendant')
    expect(active).toBe('text-mentions-0')
    expect(await seriousFaults(ann.page)).toEqual([])
    await ann.press('Enter')
    await ann.type('said.')
    await ben.endsWith({ text: 'As Finland said.' })
    expect(await ben.page.locator('[data-atom=mention]').last().textContent()).toBe('Finland')
    await ann.press('Control+z', 'Control+z')
    await ben.endsWith({ text: 'As @fin' })
    await ann.status('All changes saved')
  })

  it('stays one where it is copied', async () => {
    await begin('Again, ')
    await ann.type('@fin')
    await expect.poll(() => options(ann), POLL).toEqual(['Finland'])
    await ann.press('Enter', 'Shift+Home', 'Control+c', 'End', 'Control+v')
    await ben.endsWith({ text: 'Again, Finland Again, Finland ' })
    await expect
      .poll(() => ben.page.locator('.note-text').last().locator('[data-atom=mention]').count(), POLL)
      .toBe(2)
    await ann.status('All changes saved')
  })

  it('Escape closes the list and keeps what is typed', async () => {
    await begin('Ask ')
    await ann.type('@ka')
    await expect.poll(() => options(ann), POLL).toContain('A. Kaya')
    await ann.press('Escape')
    await expect.poll(() => options(ann), POLL).toEqual([])
    await ann.type('y about it.')
    await ben.endsWith({ text: 'Ask @kay about it.' })
  })

  it('is offered for what an input method is composing, which is not broken off', async () => {
    await begin('With ')
    await ann.type('@')
    const cdp = await ann.page.context().newCDPSession(ann.page)
    await cdp.send('Input.imeSetComposition', { text: 'فن', selectionStart: 2, selectionEnd: 2 })
    await cdp.send('Input.imeSetComposition', { text: 'فنل', selectionStart: 3, selectionEnd: 3 })
    await expect.poll(() => options(ann), POLL).toEqual(['Finland'])
    await cdp.send('Input.insertText', { text: 'فنلن' })
    await ben.endsWith({ text: 'With @فنلن' })
    // A key counts again once the editor has read what the composition left.
    await ann.press('ArrowDown')
    await ann.press('Enter')
    await ben.endsWith({ text: 'With Finland ' })
  })
})

describe('Markdown that is typed', () => {
  it('makes a heading and a list, and one undo gives the typed characters back', async () => {
    await begin('## Afternoon')
    await ben.endsWith({ text: 'Afternoon' })
    await expect
      .poll(() => ben.page.locator('.note-line').last().getAttribute('data-type'), POLL)
      .toBe('heading')
    await begin('- first')
    await expect
      .poll(() => ben.page.locator('.note-line').last().getAttribute('data-type'), POLL)
      .toBe('bullet')
    await ann.press('Control+z', 'Control+z')
    await ben.endsWith({ text: '- ' })
    await expect
      .poll(() => ben.page.locator('.note-line').last().getAttribute('data-type'), POLL)
      .toBe('paragraph')
  })

  it('makes bold, italic and links, and what is typed next is as before', async () => {
    await begin('so **very much** and _quite_ [here](https://un.org) so')
    await ben.endsWith({ text: 'so very much and quite here so' })
    const line = ben.page.locator('.note-text').last()
    await expect.poll(() => line.locator('strong').allTextContents(), POLL).toEqual(['very much'])
    expect(await line.locator('em').allTextContents()).toEqual(['quite'])
    expect(await line.locator('a').getAttribute('href')).toBe('https://un.org')
  })

  it('that an input method writes, or that the other types, is left alone', async () => {
    await begin('')
    const cdp = await ann.page.context().newCDPSession(ann.page)
    await cdp.send('Input.imeSetComposition', { text: '**語*', selectionStart: 4, selectionEnd: 4 })
    await cdp.send('Input.imeSetComposition', { text: '**語**', selectionStart: 5, selectionEnd: 5 })
    await cdp.send('Input.insertText', { text: '**語**' })
    await ben.endsWith({ text: '**語**' })
    await ann.endsWith({ text: '**語**' })
  })
})

/** Where the toolbar and the selected words stand, and what has the focus. */
function toolbar(person: NotesPerson) {
  return person.page.evaluate(() => {
    const words = getSelection()?.getRangeAt(0).getClientRects()[0]
    const bar = document.querySelector('.toolbar')?.getBoundingClientRect()
    return {
      isAbove: (bar?.bottom ?? Number.NaN) <= (words?.top ?? Number.NaN),
      focused: document.activeElement?.getAttribute('aria-label') ?? '',
    }
  })
}

async function buttons(person: NotesPerson): Promise<(string | null)[]> {
  return person.page
    .locator('.toolbar button')
    .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))
}

describe('the toolbar of selected words', () => {
  it('stands above them; Alt+F10 goes there, arrows go through it, Escape goes back to the words', async () => {
    await begin('Courts need interpreters.')
    await new ThreadPerson(ann).select('interpreters')
    expect((await toolbar(ann)).isAbove).toBe(true)
    expect(await seriousFaults(ann.page)).toEqual([])
    await ann.press('Alt+F10')
    expect((await toolbar(ann)).focused).toBe('Bold')
    await ann.press('ArrowRight', 'ArrowLeft', 'ArrowLeft')
    expect((await toolbar(ann)).focused).toBe('Copy the link to this passage')
    await ann.press('Home', 'Enter')
    const bold = ben.page.locator('.note-text').last().locator('strong')
    await expect.poll(() => bold.allTextContents(), POLL).toEqual(['interpreters'])
    expect(await ann.page.locator('.toolbar [aria-pressed=true]').getAttribute('aria-label')).toBe('Bold')
    await ann.press('Escape')
    expect((await toolbar(ann)).focused).toMatch(/^Notes/)
    await ann.type('judges')
    await ben.endsWith({ text: 'Courts need judges.' })
  })

  it('makes a link to a safe address, says what is wrong with another, and takes it away', async () => {
    await begin('The report is public.')
    await new ThreadPerson(ann).select('report')
    await ann.page.getByRole('button', { name: 'Link', exact: true }).click()
    const address = ann.page.getByLabel('Address of the link')
    await address.fill('javascript:alert(1)')
    await address.press('Enter')
    await expect.poll(() => ann.page.locator('.toolbar-wrong').count(), POLL).toBe(1)
    await address.fill('https://un.org/report')
    await address.press('Enter')
    const link = ben.page.locator('.note-text').last().locator('a')
    await expect.poll(() => link.getAttribute('href'), POLL).toBe('https://un.org/report')
    await ann.page.getByRole('button', { name: 'Link', exact: true }).click()
    await ann.page.getByRole('button', { name: 'Remove the link' }).click()
    await expect.poll(() => link.count(), POLL).toBe(0)
    await ben.endsWith({ text: 'The report is public.' })
  })

  it('offers a comment and a link to the passage to who only reads', async () => {
    await begin('Read by everybody.')
    const nora = await meeting.open(browser, 'n-gruber', 't2', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await new ThreadPerson(nora).select('everybody')
    await expect.poll(() => buttons(nora), POLL).toEqual(['Comment', 'Copy the link to this passage'])
    await nora.page.getByRole('button', { name: 'Copy the link to this passage' }).click()
    const line = await nora.page.locator('.note-line').last().getAttribute('data-line')
    await expect
      .poll(() => nora.page.evaluate(() => navigator.clipboard.readText()), POLL)
      .toBe(`${nora.page.url()}#${line}`)
    expect(await nora.close()).toEqual([])
  })

  it('stands above the bar of the thumb on phones, whole', async () => {
    const phone = await meeting.open(browser, 'l-moreau', 't2', {
      viewport: { width: 390, height: 780 },
      hasTouch: true,
    })
    await new ThreadPerson(phone).select('Courts')
    const boxes = () =>
      phone.page.evaluate(() => {
        const bar = document.querySelector('.toolbar')?.getBoundingClientRect()
        const foot = document.querySelector('.page-footer')?.getBoundingClientRect()
        return {
          isAbove: (bar?.bottom ?? Number.NaN) <= (foot?.top ?? Number.NaN),
          isInside: (bar?.left ?? -1) >= 0 && (bar?.right ?? 1000) <= 390 && (bar?.top ?? -1) > 400,
        }
      })
    await expect.poll(boxes, POLL).toEqual({ isAbove: true, isInside: true })
    expect(await phone.close()).toEqual([])
  })
})
