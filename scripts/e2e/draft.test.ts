import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { DraftMeeting } from './testing/draft-meeting.ts'
import type { DraftPerson } from './testing/draft-person.ts'

const POLL = { timeout: 20_000, interval: 30 }

let browser: Browser
let meeting: DraftMeeting
let ann: DraftPerson
let ben: DraftPerson

const ROLE = '# Role of national rapporteurs and equivalent mechanisms'
const MONITORING = '# Monitoring, evaluating and reporting'
const MANDATE =
  'States should set out the mandate of the national rapporteur in an act of Parliament that guarantees its independence from the executive and its right to publish findings without prior approval.'
const ANNUAL =
  'Les États devraient prévoir que le rapporteur national remette chaque année un rapport public au Parlement et que le Gouvernement soit tenu d’y répondre dans un délai fixé.'
const STATUTORY =
  'Bodies that evaluate anti-trafficking policy need a statutory basis that shields them from instruction by the ministries they assess.'
const REPORT =
  'National rapporteurs should publish a report at least once a year, present it before the legislature and receive a formal governmental reply.'
const IMPACT =
  'Evaluation should cover the human rights impact of anti-trafficking measures themselves, including detention, deportation and restrictions on movement.'
const MERGED = [
  ROLE,
  `1 ${MANDATE}`,
  `2 ${ANNUAL}`,
  MONITORING,
  `3 ${STATUTORY}`,
  `4 ${REPORT}`,
  `5 ${IMPACT}`,
]

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

beforeEach(async () => {
  meeting = await DraftMeeting.start(browser)
  ann = await meeting.person('A. Kaya', 'rapporteur')
  ben = await meeting.person('L. Moreau', 'rapporteur')
  await ann.mergeAll()
  await Promise.all([ann.openDraft(), ben.openDraft()])
})

afterEach(async () => expect(await meeting.close()).toEqual([]))

describe('writing', () => {
  test('[DR3] two people write in two items, and in one at once: every word is there, once, for both', async () => {
    await ann.sees(MERGED)
    await ann.clickEnd(ann.items().nth(0))
    await ben.clickEnd(ben.items().nth(1))
    await Promise.all([ann.type(' First.'), ben.type(' Second.')])
    await ben.clickEnd(ben.items().nth(0))
    await Promise.all([ann.type(' From Ann.'), ben.press('Control+Home').then(() => ben.type('From Ben: '))])
    const expected = [...MERGED]
    expected[1] = `1 From Ben: ${MANDATE} First. From Ann.`
    expected[2] = `2 ${ANNUAL} Second.`
    await Promise.all([ann.sees(expected), ben.sees(expected)])
    await Promise.all([ann.saved(), ben.saved()])
    await ben.page.reload()
    await ben.sees(expected)
  })

  test('[DR3] Mod+Z takes back one’s own words anywhere in the draft, the latest first, and leaves the other’s', async () => {
    await ann.clickEnd(ann.items().nth(0))
    await ann.insert(' one')
    await ann.clickEnd(ann.items().nth(3))
    await ann.insert(' two')
    await ben.clickEnd(ben.items().nth(0))
    await ben.type(' ben')
    await ann.seesWords(' ben')
    await ann.clickEnd(ann.items().nth(2))
    await ann.press('Control+Z')
    await expect.poll(() => ann.focused()).toBe('Text of recommendation 4')
    await ben.seesWords(`4 ${REPORT}\n`)
    await ann.press('Control+Z')
    await expect.poll(() => ann.focused()).toBe('Text of recommendation 1')
    const left = [...MERGED]
    left[1] = `1 ${MANDATE} ben`
    await Promise.all([ann.sees(left), ben.sees(left)])
    await ann.press('Control+Shift+Z', 'Control+Shift+Z')
    await ben.seesWords(' two')
  })

  test('[DR3] the caret goes from item to item by arrows, up and down in its own column', async () => {
    await ann.clickEnd(ann.items().nth(0))
    await ann.press('ArrowRight')
    await ann.type('R')
    await ann.press('Home')
    await ann.settle()
    await ann.press('ArrowLeft')
    await ann.type('L')
    await ann.press('ArrowDown')
    await ann.type('D')
    const line = async (index: number): Promise<string> => (await ann.read())[index] ?? ''
    await expect.poll(() => line(1), { timeout: 10_000 }).toBe(`1 ${MANDATE}L`)
    await expect.poll(() => line(2), { timeout: 10_000 }).toMatch(/^2 RLes.{15,}D/)
    await expect.poll(() => ann.focused()).toBe('Text of recommendation 2')
  })

  test('[DR3] Enter adds a paragraph inside the item, and Backspace at an item’s start joins nothing', async () => {
    await ann.clickEnd(ann.items().nth(1))
    await ann.press('Enter')
    await ann.type('And more.')
    await ann.clickEnd(ann.items().nth(2))
    await ann.press('Control+Home')
    await ann.settle()
    await ann.press('Backspace')
    const expected = [...MERGED]
    expected[2] = `2 ${ANNUAL} / And more.`
    await Promise.all([ann.sees(expected), ben.sees(expected)])
  })

  test('[DR3] Mod+Enter makes a new recommendation after this one, and no key pressed meanwhile is lost', async () => {
    await ann.clickEnd(ann.items().nth(0))
    let answer = (): void => undefined
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    await ann.page.route('**/items', async (route) => {
      await held
      await route.continue()
    })
    await ann.press('Control+Enter')
    await ann.type('States should listen')
    await expect.poll(() => ann.focused()).toBe('Text of the new recommendation')
    answer()
    await expect.poll(() => ann.focused()).toBe('Text of recommendation 2')
    await ann.type(' to all.')
    const expected = [
      ROLE,
      `1 ${MANDATE}`,
      '2 States should listen to all.',
      `3 ${ANNUAL}`,
      MONITORING,
      `4 ${STATUTORY}`,
      `5 ${REPORT}`,
      `6 ${IMPACT}`,
    ]
    await Promise.all([ann.sees(expected), ben.sees(expected)])
  })

  test('the other’s name stands in the margin of the line, and no word of it in the text', async () => {
    await ben.clickEnd(ben.items().nth(0))
    await ben.type('!')
    // In one look: the name fades a while after the last key.
    const shown = await ann.page.waitForFunction(() => {
      const name = document.querySelector('.draft-item .remote-caret-name')
      const text = name?.closest('.draft-item')?.querySelector('.ProseMirror')?.getBoundingClientRect()
      return name && text && [name.textContent, name.getBoundingClientRect().x >= text.x + text.width]
    })
    expect(await shown.jsonValue()).toEqual(['L. Moreau', true])
  })
})

describe('moving', () => {
  test('[DR1] two people move at once: both moves hold, and both see one order', async () => {
    await ann.items().nth(0).focus()
    await ben.items().nth(4).focus()
    await Promise.all([ann.press('Alt+ArrowDown'), ben.press('Alt+ArrowUp')])
    const expected = [
      ROLE,
      `1 ${ANNUAL}`,
      `2 ${MANDATE}`,
      MONITORING,
      `3 ${STATUTORY}`,
      `4 ${IMPACT}`,
      `5 ${REPORT}`,
    ]
    await Promise.all([ann.sees(expected), ben.sees(expected)])
  })

  test('[DR1] a move of somebody else takes neither the caret nor a key from who is typing', async () => {
    await ben.clickEnd(ben.items().nth(1))
    await ben.type(' I go')
    await ann.items().nth(0).focus()
    await ann.press('Alt+ArrowDown')
    await ben.sees([ROLE, `1 ${ANNUAL} I go`, `2 ${MANDATE}`, ...MERGED.slice(3)])
    await ben.type(' on.')
    await expect.poll(() => ben.focused()).toBe('Text of recommendation 1')
    await ann.seesWords(`1 ${ANNUAL} I go on.`)
  })

  test('[DR1] over the edge of a section is into the next topic of the agenda, whose heading appears', async () => {
    await ann.clickEnd(ann.items().nth(1))
    await ann.press('Alt+ArrowDown')
    const DATA = '# Collection and analysis of information and data'
    await ben.sees([ROLE, `1 ${MANDATE}`, DATA, `2 ${ANNUAL}`, ...MERGED.slice(3)])
    await ann.type(' Still here.')
    await ben.seesWords(`2 ${ANNUAL} Still here.`)
  })

  test('[DR1] by the menu to another section, and by the mouse between two items', async () => {
    await ann.items().nth(0).hover()
    await ann.items().nth(0).getByRole('button', { name: 'More about recommendation 1' }).click()
    await ann.page.getByRole('menuitem', { name: MONITORING.slice(2) }).click()
    await ben.sees([
      ROLE,
      `1 ${ANNUAL}`,
      MONITORING,
      `2 ${STATUTORY}`,
      `3 ${REPORT}`,
      `4 ${IMPACT}`,
      `5 ${MANDATE}`,
    ])
    await ann.items().nth(4).hover()
    await ann
      .items()
      .nth(4)
      .locator('.draft-grip')
      .dragTo(ann.items().nth(2), { targetPosition: { x: 200, y: 4 } })
    await ben.sees([
      ROLE,
      `1 ${ANNUAL}`,
      MONITORING,
      `2 ${STATUTORY}`,
      `3 ${MANDATE}`,
      `4 ${REPORT}`,
      `5 ${IMPACT}`,
    ])
  })

  test('[DR1] a move that is refused goes back, and says so', async () => {
    await ann.page.route('**/move', (route) => {
      const error = { code: 'forbidden', message: 'No.', hint: 'Ask.' }
      return route.fulfill({ status: 403, json: { error } })
    })
    await ann.items().nth(0).focus()
    await ann.press('Alt+ArrowDown')
    await ann.page.getByText('The move was not carried out.').waitFor()
    await ann.sees(MERGED)
  })

  test('[DR1] what is removed comes back by Undo, and by words that somebody writes in it', async () => {
    await ann.items().nth(0).focus()
    await ann.items().nth(0).getByRole('button', { name: 'More about recommendation 1' }).click()
    await ann.page.getByRole('menuitem', { name: 'Remove' }).click()
    await ben.sees([ROLE, `1 ${ANNUAL}`, MONITORING, `2 ${STATUTORY}`, `3 ${REPORT}`, `4 ${IMPACT}`])
    await expect.poll(() => ann.focused()).toBe('Recommendation 1')
    await ann.page.getByRole('button', { name: 'Undo' }).click()
    await Promise.all([ann.sees(MERGED), ben.sees(MERGED)])
    await expect.poll(() => ann.focused()).toBe('Recommendation 1')
  })

  test('[DR1] what is removed while somebody types in it is the same for both, and so are the numbers of footnotes', async () => {
    await ann.clickEnd(ann.items().nth(0))
    await ann.press('Control+Alt+f')
    await ann.type('Note.')
    const noted = [ROLE, `1 ${MANDATE}1 / Note.`, ...MERGED.slice(2)]
    await Promise.all([ann.sees(noted), ben.sees(noted)])
    const remove = async (): Promise<void> => {
      await ann.items().nth(0).focus()
      await ann.items().nth(0).getByRole('button', { name: 'More about recommendation 1' }).click()
      await ann.page.getByRole('menuitem', { name: 'Remove' }).click()
    }
    await ben.clickEnd(ben.items().nth(0))
    let isTyping = true
    const typing = (async () => {
      while (isTyping) await ben.type('k')
    })()
    await remove()
    await ann.page.getByText('Recommendation 1 is removed from the draft.').waitFor()
    isTyping = false
    await typing
    await expect.poll(async () => (await ann.read()).join() === (await ben.read()).join()).toBe(true)
  })

  test('[DR1] whoever writes in what somebody else removes is told, and has a way back', async () => {
    await ben.clickEnd(ben.items().nth(0))
    await ben.type(' Ben was here.')
    await ann.seesWords('Ben was here.')
    await ben.saved()
    await ann.items().nth(0).focus()
    await ann.items().nth(0).getByRole('button', { name: 'More about recommendation 1' }).click()
    await ann.page.getByRole('menuitem', { name: 'Remove' }).click()
    await ben.page.getByText('Somebody has removed the item that you were writing in.').waitFor()
    expect(await ben.page.evaluate(() => document.activeElement?.id)).toBe('text')
    await ben.page.getByRole('button', { name: 'Undo' }).click()
    const back = [ROLE, `1 ${MANDATE} Ben was here.`, ...MERGED.slice(2)]
    await Promise.all([ann.sees(back), ben.sees(back)])
  })
})

/** Notes how many rows wait when the first text can be written in, and on either side of a print or a search that then begins. */
function noteWaiting(): void {
  const waiting = (): number => document.querySelectorAll('.draft-list > [data-waiting]').length
  const watch = new MutationObserver(() => {
    if (document.querySelector('.draft-item .ProseMirror') === null) return
    watch.disconnect()
    const noted = [waiting()]
    // Not while the page is being drawn.
    setTimeout(() => {
      if (location.search === '?print') window.dispatchEvent(new Event('beforeprint'))
      if (location.search === '?find')
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true }))
      Reflect.set(window, 'noted', [...noted, waiting()])
    })
  })
  watch.observe(document, { childList: true, subtree: true })
}

describe('what is told of the items after they can be read', () => {
  test('moves none of them', async () => {
    // Only words without a source have nothing else in the line under them that is as high.
    await ann.command('items', { id: 'own', type: 'recommendation', section: 't1', after: null })
    await ann.clickEnd(ann.page.locator('[data-item=own]'))
    await ann.type('Reports are read.')
    await ben.seesWords('Reports are read.')
    // A passage that is merged no more.
    await ann.command('merges/1/undo', {})
    const eve = await meeting.person('A. Kaya', 'rapporteur')
    await eve.page.addInitScript(noteBottoms)
    for (const [width, newer] of [
      [1440, '.draft-newer'],
      [390, '.draft-newer-sign'],
    ] as const) {
      await eve.page.setViewportSize({ width, height: 900 })
      await eve.openDraft()
      await Promise.all(['.draft-advice-mark', newer].map((part) => eve.page.locator(part).first().waitFor()))
      expect(await eve.page.evaluate(() => [...Reflect.get(window, 'bottoms')])).toHaveLength(1)
    }
  })
})

/** Notes where the first item has ended since its words are there. */
function noteBottoms(): void {
  const bottoms = new Set<number>()
  Reflect.set(window, 'bottoms', bottoms)
  const look = (): void => {
    const item = document.querySelector('.draft-item')
    if (item?.querySelector('[data-line]')?.textContent) bottoms.add(item.getBoundingClientRect().bottom)
    afterFrame()
  }
  // As a frame shows it: until then an item is as high as one that is not laid out.
  const afterFrame = (): number =>
    requestAnimationFrame(() => {
      const inFrame = new ResizeObserver(() => {
        inFrame.disconnect()
        look()
      })
      inFrame.observe(document.documentElement)
    })
  afterFrame()
}

describe('many items', () => {
  const MANY = 80

  test('the first can be written in before the rest is drawn; a link leads to the last; paper and search have all', async () => {
    // Nobody has to see them come one by one.
    for (const person of [ann, ben]) await person.goTo('../../healthz')
    for (let item = 0; item < MANY; item++)
      await ann.command('items', { id: `many-${item}`, type: 'recommendation', section: 't1', after: null })
    // In a browser that keeps nothing of the draft yet.
    const eve = await meeting.person('A. Kaya', 'rapporteur')
    await eve.page.addInitScript(noteWaiting)
    const noted = async (): Promise<number[]> => {
      await eve.page.waitForFunction(() => Reflect.has(window, 'noted'))
      return eve.page.evaluate(() => Reflect.get(window, 'noted'))
    }
    const isDrawn = () => eve.page.locator('.draft-list > [data-waiting]').count()
    const inSight = () =>
      eve.page.evaluate(() => {
        const focused = document.activeElement
        const { top, bottom } = focused?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
        return top > 0 && bottom < window.innerHeight ? focused?.getAttribute('data-item') : null
      })

    await eve.openDraft()
    expect((await noted())[0]).toBeGreaterThan(MANY / 2)
    await eve.clickEnd(eve.items().nth(0))
    await eve.type('Before the others.')
    await eve.seesWords('1 Before the others.')
    await expect.poll(isDrawn, POLL).toBe(0)
    expect(await eve.items().count()).toBe(MANY + 5)
    await eve.saved()

    const last = await eve.items().last().getAttribute('data-item')
    await eve.openDraft(`/${last}?print`)
    const [before, onPaper] = await noted()
    expect(before).toBeGreaterThan(MANY / 2)
    expect(onPaper).toBe(0)
    await expect.poll(inSight, POLL).toBe(last)

    await eve.openDraft(`/${last}?find`)
    const [unfound, left] = await noted()
    expect(unfound).toBeGreaterThan(MANY / 2)
    expect(left).toBe(0)

    await eve.openDraft(`/${last}`)
    await expect.poll(inSight, POLL).toBe(last)
    await expect.poll(isDrawn, POLL).toBe(0)
    await expect.poll(inSight, POLL).toBe(last)
    // Beside the text, a panel takes half of the paper.
    await eve.page.emulateMedia({ media: 'print' })
    expect(await eve.page.locator('.panel').isVisible()).toBe(false)
    // Four drafts of that many items, on a machine that may be busy.
  }, 120_000)
})

describe('reading', () => {
  test('J and K go from item to item, Enter shows the sources, E is for who may write', async () => {
    const kim = await meeting.person('K. Lind', 'observer')
    await kim.openDraft()
    expect(await kim.page.locator('.ProseMirror').count()).toBe(0)
    await kim.items().nth(0).focus()
    await kim.press('j', 'j', 'k', 'e')
    await expect.poll(() => kim.focused()).toBe('Recommendation 2')
    expect(kim.page.url()).toMatch(/\/draft\/[\w-]+$/)
    await kim.press('Enter')
    await expect.poll(() => kim.focused()).toBe('Sources')
    await kim.press('Escape')
    await expect.poll(() => kim.focused()).toBe('Recommendation 2')
    await ann.clickEnd(ann.items().nth(1))
    await ann.type(' Live.')
    await kim.seesWords(`2 ${ANNUAL} Live.`)
  })

  test('keys that come faster than the page is drawn: the address and Escape know the item of the last', async () => {
    await ben.openDraft()
    await ben.items().nth(0).focus()
    await ben.page.evaluate(
      (keys) => {
        for (const key of keys) {
          const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
          document.activeElement?.dispatchEvent(event)
        }
      },
      ['j', 'j', 'k', 'Enter', 'Escape'],
    )
    await expect.poll(() => ben.focused()).toBe('Recommendation 2')
    expect(ben.page.url()).toMatch(new RegExp(`/${await ben.items().nth(1).getAttribute('data-item')}$`))
  })

  test('[MG5] the panel names topic, speaker and typist of the source, and who typed the draft’s own words', async () => {
    const panel = ben.page.getByRole('complementary', { name: 'Sources' })
    await ben.clickEnd(ben.items().nth(0))
    const source = panel.locator('.draft-source')
    await source.getByText('Finland').waitFor()
    await source.getByRole('link', { name: /^topic 1, \d\d:\d\d$/ }).waitFor()
    await source.getByText('typed by A. Kaya', { exact: true }).waitFor()
    await panel.getByText('Text of the draft typed by A. Kaya', { exact: true }).waitFor()
    await ben.type(' So says Ben.')
    await panel.getByText('Text of the draft typed by A. Kaya, L. Moreau', { exact: true }).waitFor()
    await ben.press('Alt+ArrowDown')
    await panel.getByText('typed by A. Kaya', { exact: true }).waitFor()
  })

  test('a link to an item shows it selected, and its number is not in the address', async () => {
    const id = await ann.items().nth(4).getAttribute('data-item')
    await ben.openDraft(`/${id}`)
    await expect.poll(() => ben.focused()).toBe('Recommendation 5')
    await ann.items().nth(4).focus()
    await ann.press('Alt+ArrowUp')
    await ben.page.reload()
    await expect.poll(() => ben.focused()).toBe('Recommendation 4')
  })

  test.each([
    ['light', 1440, 'en'],
    ['dark', 1024, 'fr'],
    ['light', 390, 'ar'],
  ] as const)('axe finds nothing, %s at %d in %s', async (colorScheme, width, language) => {
    const options = { colorScheme, viewport: { width, height: 900 }, language }
    const person = await meeting.person('A. Kaya', 'rapporteur', options)
    await person.openDraft()
    await person.clickEnd(person.items().nth(0))
    expect(await seriousFaults(person.page)).toEqual([])
  })
})
