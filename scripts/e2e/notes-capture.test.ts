import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

let browser: Browser
let meeting: NotesMeeting
let ann: NotesPerson

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
  ann = await meeting.open(browser, 'l-moreau', 't1')
})

afterAll(async () => {
  await ann.close()
  await meeting.close()
  await browser.close()
})

// Each test writes on where the one before has ended, in a page of its own: undo and list are fresh.
beforeEach(() => ann.goTo('t1'))

afterEach(() => {
  expect(ann.faults).toEqual([])
})

describe('what is beside the text', () => {
  it('is not copied with it', async () => {
    await ann.clickEnd()
    await ann.press('Control+a')
    const copied = await ann.page.evaluate(() => {
      const data = new DataTransfer()
      const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
      document.querySelector('.notes-text')?.dispatchEvent(event)
      return data.getData('text/plain') + data.getData('text/html').replaceAll(/ data-[a-z]+="[^"]*"/g, '')
    })
    expect(copied).toContain('The office works')
    expect(copied).not.toMatch(/National Rapporteur|10:12|Good practice/)
  })

  it('is heard before each line by screen readers', async () => {
    const labels = await ann.page.locator('.note-label').allTextContents()
    expect(labels.slice(0, 3)).toEqual(['Netherlands, Good practice: ', 'Netherlands: ', 'Nigeria, Lesson: '])
  })

  it('says when the first words were typed, once for an intervention', async () => {
    await expect.poll(() => ann.page.locator('.note-time').first().textContent()).toBe('10:12')
    const opening = await ann.page.locator('.note-line[data-opens]').count()
    await expect.poll(() => ann.page.locator('.note-time').count()).toBe(opening)
  })
})

describe('who speaks', () => {
  it('the Netherlands with a recommendation take six strokes, and the words come next', async () => {
    await ann.clickEnd()
    await ann.press('Control+Enter', 'n', 'e', 'Space', 'r', 'Enter')
    await ann.type('States should publish.')
    await ann.endsWith({ speaker: 'Netherlands', kind: 'Recommendation', text: 'States should publish.' })
  })

  it('nothing of what was typed into the list is ever in the text', async () => {
    const other = await meeting.open(browser, 'a-kaya', 't1')
    const seen = other.page.evaluate(() => {
      const found: string[] = []
      new MutationObserver(() => {
        found.push([...document.querySelectorAll('.note-text')].at(-1)?.textContent ?? '')
      }).observe(document.querySelector('.notes-text') as Element, {
        subtree: true,
        childList: true,
        characterData: true,
      })
      return new Promise<string[]>((resolve) => {
        const look = setInterval(() => {
          if (![...document.querySelectorAll('.note-line')].at(-1)?.textContent?.includes('Done.')) return
          clearInterval(look)
          resolve(found)
        }, 20)
      })
    })
    await ann.clickEnd()
    await ann.press('Enter')
    await ann.type('@finland', { delay: 40 })
    await ann.press('Enter')
    await ann.type('Done.')
    const texts = await seen
    expect(texts.filter((text) => /[@]|fin/.test(text))).toEqual([])
    await other.endsWith({ speaker: 'Finland', text: 'Done.' })
    await other.close()
  })

  it('keys that come faster than anything is drawn are all taken', async () => {
    await ann.clickEnd()
    await ann.press('Enter')
    const keys = '@aus'
    await Promise.all(
      [...keys].map((key) => ann.page.keyboard.press(key)).concat(ann.page.keyboard.press('Enter')),
    )
    await ann.type('Fast.')
    await ann.endsWith({ speaker: 'Austria', text: 'Fast.' })
  })

  it('@@ goes back to the speaker before', async () => {
    await ann.clickEnd()
    await ann.press('Control+Enter', 'f', 'i', 'n', 'Enter')
    await ann.type('One.')
    await ann.press('Control+Enter', 'n', 'e', 't', 'Enter')
    await ann.type('Two.')
    await ann.press('Enter', '@', '@')
    await ann.type('Three.')
    await ann.endsWith(
      { speaker: 'Finland', text: 'One.' },
      { speaker: 'Netherlands', text: 'Two.' },
      { speaker: 'Finland', text: 'Three.' },
    )
  })

  it('who has spoken stands before who has not, and the matching letters are underlined', async () => {
    await ann.clickEnd()
    await ann.press('Control+Enter')
    await ann.type('ne')
    await expect.poll(() => ann.list()).toEqual(['> Netherlands', 'Nepal'])
    await expect.poll(() => ann.page.locator('.capture-list u').allInnerTexts()).toEqual(['Ne', 'Ne'])
    const active = await ann.page.locator('.notes-text').getAttribute('aria-activedescendant')
    expect(await ann.page.locator(`#${active}`).textContent()).toContain('Netherlands')
    await ann.press('ArrowDown')
    await expect.poll(() => ann.list()).toEqual(['Netherlands', '> Nepal'])
    await ann.press('Escape')
    await ann.endsWith({ speaker: 'Who speaks?', text: 'ne' })
  })

  it('who is unknown is just typed: the words stay, and the gutter asks', async () => {
    await ann.clickEnd()
    await ann.press('Control+Enter')
    await ann.type('The interpreters ask for a pause.')
    await ann.press('Enter')
    await ann.type('Granted.')
    await ann.endsWith(
      { speaker: 'Who speaks?', text: 'The interpreters ask for a pause.' },
      { speaker: '', text: 'Granted.' },
    )
  })

  it('the chair and a guest by name may speak too', async () => {
    await ann.clickEnd()
    await ann.press('Control+Enter')
    await ann.type('chai')
    await ann.press('Enter')
    await ann.type('Welcome.')
    await ann.press('Enter')
    await ann.type('@Ama Mensah')
    await ann.press('Enter')
    await ann.type('Thank you.')
    await ann.endsWith({ speaker: 'Chair', text: 'Welcome.' }, { speaker: 'Ama Mensah', text: 'Thank you.' })
  })

  it('what is typed with @ inside a line is text', async () => {
    await ann.clickEnd()
    await ann.type(' Write to info@example.org')
    await ann.sees('Write to info@example.org')
  })

  it('undo takes back the speaker, then the line, and redo brings both', async () => {
    const before = (await ann.lines()).length
    await ann.clickEnd()
    await ann.press('Control+Enter', 'f', 'i', 'n', 'Enter')
    await ann.endsWith({ speaker: 'Finland', text: '' })
    await ann.press('Control+z')
    await ann.endsWith({ speaker: 'Who speaks?', text: '' })
    await ann.press('Control+z')
    await expect.poll(async () => (await ann.lines()).length).toBe(before)
    await ann.press('Control+Shift+z', 'Control+Shift+z')
    await ann.endsWith({ speaker: 'Finland', text: '' })
  })

  it('a click on a name corrects who said the whole intervention, and its lines keep their places', async () => {
    const ids = () =>
      ann.page.locator('.note-line').evaluateAll((all) => all.map((each) => each.getAttribute('data-line')))
    const before = await ids()
    await ann.page.locator('.note-gutter').first().click()
    await ann.type('eg')
    await ann.press('Enter')
    await expect.poll(async () => (await ann.lines())[0]?.speaker).toBe('Egypt')
    expect((await ann.lines())[1]?.speaker).toBe('')
    expect(await ids()).toEqual(before)
  })
})

describe('what kind it is', () => {
  it('/ at a line’s start, one letter and Space', async () => {
    await ann.clickEnd()
    await ann.press('Enter', '/', 'r', 'Space')
    await ann.type('Report each year.')
    await ann.endsWith({ kind: 'Recommendation', text: 'Report each year.' })
  })

  it('/ offers headings and lists by their words, and what is none of them stays text', async () => {
    await ann.clickEnd()
    await ann.press('Enter')
    await ann.type('/hea')
    await ann.press('Enter')
    await ann.type('Afternoon')
    await expect.poll(() => ann.page.locator('.note-line').last().getAttribute('data-type')).toBe('heading')
    await ann.press('Enter')
    await ann.type('/zz top')
    await ann.endsWith({ text: 'Afternoon' }, { text: '/zz top' })
  })

  it('in line mode letters are commands and type nothing', async () => {
    await ann.clickEnd()
    const [last] = (await ann.lines()).slice(-1)
    await ann.press('Escape', 'c')
    await ann.endsWith({ kind: 'Challenge', text: last?.text ?? '' })
    await ann.press('q', 'ArrowUp', 'r', '0')
    expect((await ann.lines()).at(-2)?.kind).toBe('')
    await ann.press('Enter')
    await ann.type('!')
    expect((await ann.lines()).at(-2)?.text).toMatch(/^!/)
  })

  it('over a selection of lines it is set for all of them', async () => {
    await ann.clickEnd()
    await ann.press('Enter')
    await ann.type('One.')
    await ann.press('Enter')
    await ann.type('Two.')
    await ann.press('Escape', 'ArrowUp', 'Shift+ArrowDown', 'g')
    await ann.endsWith({ kind: 'Good practice', text: 'One.' }, { kind: 'Good practice', text: 'Two.' })
  })

  it('a written statement is cut where its sentences begin, and tagged, by keys alone', async () => {
    await ann.clickEnd()
    await ann.press('Control+Enter', 'f', 'i', 'n', 'Enter')
    await ann.type('We thank the chair. States should report. That is all.')
    await ann.press('Escape', 'ArrowLeft', 'x', 'ArrowUp', 'ArrowRight', 'x', 'r')
    await ann.endsWith(
      { speaker: 'Finland', kind: '', text: 'We thank the chair. ' },
      { speaker: '', kind: 'Recommendation', text: 'States should report. ' },
      { speaker: '', kind: '', text: 'That is all.' },
    )
  })

  it('[TX14] words of another speaker are joined only on purpose, marked, and Enter at the mark parts them again', async () => {
    await ann.clickEnd()
    await ann.press('Control+Enter', 'f', 'i', 'n', 'Enter')
    await ann.type('Finnish words. ')
    await ann.press('Control+Enter', 'e', 'g', 'Enter')
    await ann.type('Egyptian words.')
    await ann.press('Home', 'Backspace')
    await ann.endsWith({ speaker: 'Finland' }, { speaker: 'Egypt', text: 'Egyptian words.' })
    await ann.press('Escape', 'm', 'Enter')
    await ann.endsWith({ speaker: 'Finland', text: 'Finnish words. Egyptian words.' })
    expect(await ann.page.locator('.note-seam').last().textContent()).toBe('was: Egypt')
    await ann.press('Enter')
    await ann.endsWith(
      { speaker: 'Finland', text: 'Finnish words. ' },
      { speaker: 'Egypt', text: 'Egyptian words.' },
    )
  })

  it('a click on the sign opens the same menu', async () => {
    await ann.page.locator('.note-kind').first().click()
    await ann.press('t', 'Enter')
    await expect.poll(async () => (await ann.lines())[0]?.kind).toBe('Trend')
  })
})
