import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { type DraftPair, openDraftPair } from './testing/draft-pair.ts'
import type { DraftPerson } from './testing/draft-person.ts'

let pair: DraftPair
let ann: DraftPerson
let ben: DraftPerson

beforeAll(async () => {
  pair = await openDraftPair((first) => first.mergeAll())
  ;({ ann, ben } = pair)
})

afterAll(async () => expect(await pair.close()).toEqual([]))

/** Ann begins a line of her own at the end of the first recommendation. */
beforeEach(async () => {
  await ann.clickEnd(ann.items().nth(0))
  await ann.press('Enter')
})

/** The last line of the first recommendation, as somebody sees it. */
function lastLine(person: DraftPerson) {
  return person.items().nth(0).locator('[data-line]').last()
}

/** Its words; names of others' carets are none of them. */
function reads(person: DraftPerson): Promise<string | null> {
  return lastLine(person).evaluate((line) => {
    const copy = line.cloneNode(true) as Element
    for (const extra of copy.querySelectorAll('.remote-caret')) extra.remove()
    return copy.textContent
  })
}

/** Ann takes back one step after the other until her line reads so: what is typed slowly is several steps. */
async function undoTo(words: string): Promise<void> {
  const step = async (): Promise<string | null> => {
    const now = await reads(ann)
    if (now !== words) await ann.press('Control+z')
    return now
  }
  await expect.poll(step).toBe(words)
}

function options(person: DraftPerson): Promise<(string | null | undefined)[]> {
  return person.page
    .locator('.typed-list [role=option]')
    .evaluateAll((all) => all.map((each) => each.firstElementChild?.textContent))
}

describe('a mention in the draft', () => {
  test('is found by a few letters, stands in the text of both, and undo gives the letters back', async () => {
    await ann.type('As @fin')
    await expect.poll(() => options(ann)).toEqual(['Finland'])
    expect(await seriousFaults(ann.page)).toEqual([])
    await ann.press('Enter')
    await ann.type('said.')
    await expect
      .poll(() => lastLine(ben).locator('[data-atom=mention]').allTextContents())
      .toEqual(['Finland'])
    await expect.poll(() => reads(ben)).toBe('As Finland said.')
    await undoTo('As @fin')
    await expect.poll(() => reads(ben)).toBe('As @fin')
  })

  test('is let go by Escape, which closes the list alone', async () => {
    await ann.type('As @ka')
    await expect.poll(() => options(ann)).toContain('A. Kaya')
    await ann.press('Escape')
    await expect.poll(() => options(ann)).toEqual([])
    await ann.type('y said.')
    await expect.poll(() => reads(ben)).toBe('As @kay said.')
  })
})

describe('a line of the draft', () => {
  test('becomes a sub-paragraph by / or by signs, goes in and out by Tab, and undo takes each back', async () => {
    await ann.type('/sub')
    await expect.poll(() => options(ann)).toEqual(['Sub-paragraph'])
    await ann.press('Enter')
    await ann.type('first')
    const label = (): Promise<string | null> => lastLine(ben).getAttribute('data-label')
    await expect.poll(label).toBe('(a)')
    await ann.press('Tab')
    await expect.poll(label).toBe('(i)')
    await ann.press('Shift+Tab')
    await expect.poll(label).toBe('(a)')
    await undoTo('/sub')
    await expect.poll(label).toBeNull()
    await ann.press('End', 'Enter')
    await ann.type('(a) second')
    await expect.poll(() => reads(ben)).toBe('second')
    await expect.poll(label).toBe('(a)')
  })

  test('takes Markdown for bold, italic and links to safe addresses, and for nothing else', async () => {
    await ann.type('so **very much** and _quite_ [here](https://un.org) or [x](javascript:alert(1)) so')
    await expect.poll(() => reads(ben)).toBe('so very much and quite here or [x](javascript:alert(1)) so')
    expect(await lastLine(ben).locator('strong').allTextContents()).toEqual(['very much'])
    expect(await lastLine(ben).locator('em').allTextContents()).toEqual(['quite'])
    const links = lastLine(ben).locator('a')
    expect(await links.evaluateAll((all) => all.map((each) => each.getAttribute('href')))).toEqual([
      'https://un.org',
    ])
  })
})

describe('the toolbar of selected words in the draft', () => {
  test('stands over them; Alt+F10 goes there, its buttons set them apart, Escape goes back, undo covers it', async () => {
    await ann.type('Courts need interpreters.')
    await ann.select('interpreters')
    expect(await seriousFaults(ann.page)).toEqual([])
    const isAbove = (): Promise<boolean> =>
      ann.page.evaluate(() => {
        const words = getSelection()?.getRangeAt(0).getClientRects()[0]
        const bar = document.querySelector('.toolbar')?.getBoundingClientRect()
        return (bar?.bottom ?? Number.NaN) <= (words?.top ?? Number.NaN)
      })
    await expect.poll(isAbove).toBe(true)
    await ann.press('Alt+F10')
    await expect.poll(() => ann.focused()).toBe('Bold')
    await ann.press('ArrowRight', 'Enter')
    const italic = lastLine(ben).locator('em')
    await expect.poll(() => italic.allTextContents()).toEqual(['interpreters'])
    await ann.press('Escape')
    await expect.poll(() => ann.focused()).toBe('Text of recommendation 1')
    await ann.press('Control+z')
    await expect.poll(() => italic.count()).toBe(0)
    await ann.select('interpreters')
    await ann.type('judges')
    await expect.poll(() => reads(ben)).toBe('Courts need judges.')
  })

  test('makes a link to a safe address, says what is wrong with another, and takes it away', async () => {
    await ann.type('The report is public.')
    await ann.select('report is public')
    await ann.page.getByRole('button', { name: 'Link', exact: true }).click()
    const address = ann.page.getByLabel('Address of the link')
    await address.fill('javascript:alert(1)')
    await address.press('Enter')
    await expect.poll(() => ann.page.locator('.toolbar-wrong').count()).toBe(1)
    await address.fill('https://un.org/report')
    await address.press('Enter')
    const link = lastLine(ben).locator('a')
    await expect
      .poll(() => link.evaluateAll((all) => all.map((each) => each.getAttribute('href'))))
      .toEqual(['https://un.org/report'])
    await ann.page.getByRole('button', { name: 'Link', exact: true }).click()
    await ann.page.getByRole('button', { name: 'Remove the link' }).click()
    await expect.poll(() => link.count()).toBe(0)
  })

  test('offers who only reads a comment and the link to the recommendation', async () => {
    const nora = await pair.meeting.person('N. Gruber', 'participant', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await nora.openDraft()
    await nora.select('approval')
    const buttons = nora.page.locator('.toolbar button')
    await expect
      .poll(() => buttons.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label'))))
      .toEqual(['Comment', 'Copy the link to this passage'])
    await buttons.last().click()
    const item = await nora.items().nth(0).getAttribute('data-item')
    const copied = () => nora.page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(copied).toMatch(new RegExp(`/m/berlin-2013/draft/${item}$`))
  })
})

describe('a paste into the draft', () => {
  test('says what it did not take over', async () => {
    await lastLine(ann).evaluate((line) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', '<p>A chart: <img src="x.png" alt=""> and so on.</p>')
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      line.dispatchEvent(event)
    })
    await ann.page.locator('.toast').filter({ hasText: 'image' }).waitFor()
    await expect.poll(() => reads(ben)).toContain('A chart:')
  })

  test('takes no sign that a text of the draft may not have: it comes as its words', async () => {
    await lastLine(ann).evaluate((line) => {
      const signs = [
        '{"t":"withheld","id":"forged"}',
        '{"t":"end"}',
        '{"t":"ref","item":"nowhere"}',
        '{"t":"note","id":"n","words":[{"type":"text","text":"Smuggled"}]}',
        'not JSON',
      ]
      const spans = signs.map((sign, index) => {
        const span = document.createElement('span')
        span.dataset['atom'] = 'mention'
        span.dataset['attributes'] = sign
        span.textContent = `sign ${index}, `
        return span.outerHTML
      })
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', `<p>Forged: ${spans.join('')}and so on.</p>`)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      line.dispatchEvent(event)
    })
    await expect.poll(() => reads(ben)).toContain('Forged: sign 0, sign 1, sign 2, *sign 4, and so on.')
    expect(await lastLine(ben).locator('[data-atom]').count()).toBe(0)
  })
})

describe('on a phone, in Arabic, in the dark', () => {
  test('lists and toolbar are whole, and axe finds nothing', async () => {
    const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, colorScheme: 'dark' as const }
    const person = await pair.meeting.person('S. Petrov', 'rapporteur', { ...phone, language: 'ar' })
    await person.openDraft()
    await person.clickEnd(person.items().nth(1))
    await person.press('Enter')
    await person.type('@')
    const isInside = (selector: string) =>
      person.page.locator(selector).evaluate((part) => {
        const { left, right } = part.getBoundingClientRect()
        return left >= 0 && right <= window.innerWidth
      })
    await expect.poll(() => isInside('.typed-list')).toBe(true)
    expect(await seriousFaults(person.page)).toEqual([])
    await person.press('Escape')
    await person.select('Gouvernement')
    await expect.poll(() => isInside('.toolbar')).toBe(true)
  })
})
