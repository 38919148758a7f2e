import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { DraftMeeting } from './testing/draft-meeting.ts'
import type { DraftPerson } from './testing/draft-person.ts'
import { ThreadPanel } from './testing/thread-panel.ts'

let browser: Browser
let meeting: DraftMeeting
/** Two rapporteurs, whose items have editors, and a participant, who reads; on the draft from the first test on. */
let ann: DraftPerson
let ben: DraftPerson
let nora: DraftPerson

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await DraftMeeting.start(browser)
  ann = await meeting.person('A. Kaya', 'rapporteur')
  ben = await meeting.person('L. Moreau', 'rapporteur')
  nora = await meeting.person('N. Gruber', 'participant')
  await ann.mergeAll()
  await Promise.all([ann, ben, nora].map((person) => person.openDraft()))
})

afterAll(async () => {
  expect(await meeting.close()).toEqual([])
  await browser.close()
})

afterEach(async () => {
  for (const { page } of [ann, ben, nora]) await page.keyboard.press('Escape')
})

function threads(person: DraftPerson): ThreadPanel {
  return new ThreadPanel(person.page)
}

/** Opens a thread on words of the draft, and waits until it is there. */
async function comment(person: DraftPerson, words: string, text: string): Promise<void> {
  await person.select(words)
  await person.page.locator('.comment-button').click()
  await threads(person).write('New comment', text)
  await threads(person).thread(text).waitFor()
}

/** The marked words of the draft: pieces that touch are one. */
async function marked(person: DraftPerson): Promise<string[]> {
  const read = person.page.evaluate(() => {
    const words: string[] = []
    let last: Element | null = null
    for (const piece of document.querySelectorAll('.draft .comment-mark')) {
      const copy = piece.cloneNode(true) as Element
      for (const extra of copy.querySelectorAll('.remote-caret')) extra.remove()
      const before = piece.previousSibling
      if (last !== null && before === last) words.push(`${words.pop()}${copy.textContent}`)
      else words.push(copy.textContent ?? '')
      last = piece
    }
    return words
  })
  return read
}

/** The words of the chosen passage. */
function chosen(person: DraftPerson): Promise<string> {
  return person.page
    .locator('.draft .comment-mark-selected')
    .evaluateAll((pieces) => pieces.map((piece) => piece.textContent).join(''))
}

function cardOf(person: DraftPerson): Promise<string | null> {
  return person.page
    .locator('.thread[data-selected] .comment-words')
    .first()
    .textContent({ timeout: 1000 })
    .catch(() => null)
}

describe('[TH1] words of the draft that a thread is about', () => {
  test('are marked in editors and in plain text, live, while others type round them', async () => {
    await comment(ann, 'act of Parliament', 'Which act?')
    for (const person of [ben, nora]) await expect.poll(() => marked(person)).toEqual(['act of Parliament'])
    await ben.clickEnd(ben.items().nth(0))
    await ben.press('Control+Home')
    await ben.settle()
    await ben.type('All of the ')
    await nora.seesWords('1 All of the States')
    for (const person of [ann, nora]) await expect.poll(() => marked(person)).toEqual(['act of Parliament'])
    expect(await nora.page.locator('.ProseMirror').count()).toBe(0)
  })

  test('lead to their thread when they are pressed, without taking the caret; its card leads back', async () => {
    await comment(ann, 'prior approval', 'By whom?')
    await ann.page.locator('.draft .comment-mark', { hasText: 'act of Parliament' }).click()
    await expect.poll(() => cardOf(ann)).toBe('Which act?')
    await expect.poll(() => chosen(ann)).toBe('act of Parliament')
    await expect.poll(() => ann.focused()).toBe('Text of recommendation 1')
    await threads(ann).open('By whom?')
    await expect.poll(() => chosen(ann)).toBe('prior approval')
    await nora.page.locator('.draft .comment-mark', { hasText: 'prior approval' }).click()
    await expect.poll(() => cardOf(nora)).toBe('By whom?')
  })

  test('may overlap: the shorter passage is meant first, the longer one when it is pressed again', async () => {
    await comment(ann, 'statutory basis that shields', 'A long passage.')
    await comment(ann, 'basis', 'A short one.')
    const piece = nora.page.locator('.draft .comment-mark-several')
    await expect.poll(() => piece.allTextContents()).toEqual(['basis'])
    await piece.click()
    await expect.poll(() => cardOf(nora)).toBe('A short one.')
    await piece.click()
    await expect.poll(() => cardOf(nora)).toBe('A long passage.')
    await expect.poll(() => chosen(nora)).toBe('statutory basis that shields')
  })

  test('are reached by keys: N from the item, Alt+Enter from the caret, and Escape back to where it was', async () => {
    await nora.items().nth(1).focus()
    await nora.press('n')
    await expect.poll(() => cardOf(nora)).toBe('A long passage.')
    await expect.poll(() => nora.focused()).toContain('“statutory basis that shields”')
    await nora.press('Escape')
    await expect.poll(() => nora.focused()).toBe('Recommendation 3')
    await nora.press('n')
    await expect.poll(() => cardOf(nora)).toBe('A short one.')

    await ann.select('basis')
    await ann.press('ArrowLeft')
    await ann.settle()
    await ann.press('Alt+Enter')
    await expect.poll(() => ann.focused()).toContain('“basis”')
    await ann.press('Escape')
    await expect.poll(() => ann.focused()).toBe('Text of recommendation 3')
    await ann.type('solid ')
    await nora.seesWords('a statutory solid basis')
  })

  test('of a resolved thread are not marked; those of one whose words go are listed as detached', async () => {
    await comment(ann, 'Parlement', 'Quel Parlement ?')
    await comment(ann, 'délai fixé', 'Quel délai ?')
    await expect.poll(() => marked(nora)).toEqual(expect.arrayContaining(['Parlement', 'délai fixé']))
    await threads(ann).open('Quel Parlement ?')
    await ann.page.locator('.thread[data-selected]').getByRole('button', { name: 'Resolve' }).click()
    await expect.poll(() => marked(nora)).not.toContain('Parlement')
    await ben.select('délai fixé')
    await ben.press('Delete')
    await expect.poll(() => marked(nora)).not.toContain('délai fixé')
    await nora.items().nth(1).getByRole('button', { name: '1 comment' }).click()
    await threads(nora).show('Detached')
    await threads(nora).thread('Quel délai ?').getByText('Its passage is gone').waitFor()
  })

  test('are marked for the drafting group alone where the thread is internal', async () => {
    await ann.select('formal governmental reply')
    await ann.page.locator('.comment-button').click()
    await ann.page.getByText('Drafting group only').click()
    await threads(ann).write('New comment', 'A secret of the drafting group.')
    await expect.poll(() => marked(ben)).toContain('formal governmental reply')
    // What comes later than the secret is here, and the secret is not.
    await comment(ann, 'once a year', 'Everybody may read it.')
    await expect.poll(() => marked(nora)).toContain('once a year')
    expect(await marked(nora)).not.toContain('formal governmental reply')
    expect(await nora.page.content()).not.toContain('A secret')
  })

  test('are in sight and chosen where a link leads to their thread', async () => {
    await comment(ann, 'detention, deportation', 'And expulsion?')
    const card = threads(ann).thread('And expulsion?')
    const id = await card.getAttribute('data-thread-card')
    const item = await ann.items().nth(4).getAttribute('data-item')
    await nora.openDraft(`/${item}?panel=comments&thread=${id}`)
    await expect.poll(() => cardOf(nora)).toBe('And expulsion?')
    await expect.poll(() => chosen(nora)).toBe('detention, deportation')
  })
})

describe('in the phase of comments, before a round', () => {
  test('the page says why one can’t comment; the drafting group writes, edits and resolves among itself', async () => {
    await meeting.setPhase('comments')
    const why = (person: DraftPerson) => person.page.locator('.thread-why').textContent()
    await nora.items().nth(4).getByRole('button', { name: '1 comment' }).click()
    await expect.poll(() => why(nora)).toBe('Comments open with the next round. The chair opens it.')
    expect(await nora.page.getByRole('button', { name: 'New comment' }).count()).toBe(0)

    await comment(ann, 'restrictions on movement', 'Between us.')
    await expect.poll(() => why(ann)).toContain('No round of comments is open')
    const card = await threads(ann).open('Between us.')
    await card.getByText('Drafting group only').waitFor()
    await threads(ann).choose(card, 'Edit')
    await threads(ann).write('Your comment', ' Still.')
    await threads(ben).page.locator('.comment-mark', { hasText: 'restrictions on movement' }).click()
    await threads(ben).thread('Between us. Still.').waitFor()
    await threads(ann).thread('Between us. Still.').getByRole('button', { name: 'Resolve' }).click()
    // The chosen one stays marked until another is.
    await ben.page.locator('.comment-mark', { hasText: 'act of Parliament' }).click()
    await expect.poll(() => marked(ben)).not.toContain('restrictions on movement')
    expect(await nora.page.content()).not.toContain('Between us.')
    await meeting.setPhase('in-session')
    await nora.page.getByRole('button', { name: 'New comment' }).waitFor()
  })
})

describe('for everybody', () => {
  test.each([
    ['light', 1024, 'en'],
    ['dark', 390, 'ar'],
  ] as const)(
    'a press on a passage opens its thread, and axe finds nothing, %s at %d in %s',
    async (...how) => {
      const [colorScheme, width, language] = how
      const options = { colorScheme, viewport: { width, height: 844 }, language, hasTouch: width < 720 }
      const person = await meeting.person('N. Gruber', 'participant', options)
      await person.openDraft()
      await person.page.locator('.draft .comment-mark', { hasText: 'act of Parliament' }).click()
      await expect.poll(() => cardOf(person)).toBe('Which act?')
      expect(await seriousFaults(person.page)).toEqual([])
    },
  )
})
