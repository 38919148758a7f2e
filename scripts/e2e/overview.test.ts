import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { focusIsIn } from './testing/focus.ts'
import { MeetingPeople } from './testing/meeting-people.ts'
import { weigh } from './testing/page-weight.ts'

let meeting: MeetingPeople
let chair: Page

beforeAll(async () => {
  meeting = await MeetingPeople.open()
  chair = await meeting.chair()
})

afterAll(async () => {
  await meeting?.close()
  expect(meeting?.faults).toEqual([])
})

const section = (page: Page, name: string) => page.getByRole('region', { name })

describe('the overview', () => {
  test('tells what the meeting is, its agenda and how far its notes are', async () => {
    await chair.getByRole('heading', { level: 1, name: /Strengthening partnerships/ }).waitFor()
    await chair.getByText('23–24 May 2013').waitFor()
    const agenda = section(chair, 'Agenda')
    const first = agenda.getByRole('listitem').first()
    await first.getByText(/\d+ lines, 2 rec\./).waitFor()
    expect(await first.textContent()).toMatch(/Thu 23 May, 10:00–12:30 · A\. Kaya, L\. Moreau/)
    expect(await agenda.getByRole('listitem').nth(1).textContent()).toContain('No notes yet')
    await agenda.getByText('Central European Time').waitFor()
    await chair.getByText('Sample meeting, invented text').first().waitFor()
    expect(await chair.title()).toBe('Overview · Berlin consultation · Minuta')
  })

  test('says what waits for the chair, and where to go', async () => {
    const needs = section(chair, 'Needs you')
    await needs.getByText('5 recommendations are in the notes but not in the draft').waitFor()
    expect(await needs.getByRole('link', { name: 'Review merge' }).getAttribute('href')).toBe(
      '/m/berlin-2013/merge',
    )
    await meeting.invite('j-novak')
    await chair.reload()
    await needs.getByText('J. Novak has not opened their invitation').waitFor()
    await needs.getByRole('link', { name: 'Show members' }).click()
    await chair.getByText('Only those who have not opened their invitation.').waitFor()
    await chair.goBack()
  })

  test('asks nothing of a participant, and does not offer what they may not do', async () => {
    const page = await meeting.member('p-thapa')
    await section(page, 'Needs you').getByText('Nothing needs you.').waitFor()
    const rail = page.getByRole('navigation', { name: 'Meeting' })
    await rail.getByRole('link', { name: /^Draft/ }).waitFor()
    for (const name of ['Merge', 'Export', 'Set-up'])
      expect(await rail.getByRole('link', { name }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Change phase' }).count()).toBe(0)
    await page.context().close()
  })

  test('shows who comes, goes and where they are', async () => {
    const people = section(chair, 'Who is here')
    await people.getByText('R. Osei (you)').waitFor()
    const page = await meeting.member('l-moreau')
    await people.getByText('L. Moreau').waitFor()
    await chair.getByRole('img', { name: 'L. Moreau, Session rapporteur' }).waitFor()
    await page
      .getByRole('navigation', { name: 'Meeting' })
      .getByRole('link', { name: /^Draft/ })
      .click()
    await people.getByRole('link', { name: 'Draft' }).waitFor()
    await page.context().close()
    await people.getByText('L. Moreau').waitFor({ state: 'detached' })
  })

  test('a change of phase is everybody’s at once', async () => {
    const page = await meeting.member('l-moreau')
    const now = (which: Page) => section(which, 'Where we are').locator('[aria-current=step]')
    expect(await now(page).textContent()).toContain('In session')
    await chair.getByRole('button', { name: 'Change phase' }).click()
    await chair.getByRole('radio', { name: /Draft in the room/ }).press('Space')
    await chair.getByRole('button', { name: 'Change phase for everybody' }).click()
    await chair.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('listitem').filter({ hasText: 'Draft in the room' }).and(now(page)).waitFor()
    await meeting.command('', 'PATCH', { phase: 'in-session' })
    await page.getByRole('listitem').filter({ hasText: 'In session' }).and(now(page)).waitFor()
    await page.context().close()
  })
})

describe('the shell', () => {
  test('goes by the keyboard: regions, the list of keys, the way to the text', async () => {
    await chair.reload()
    await section(chair, 'Needs you').waitFor()
    await chair.keyboard.press('F6')
    await expect.poll(() => focused(chair)).toBe('rail')
    await chair.keyboard.press('F6')
    await expect.poll(() => focused(chair)).toBe('text')
    await chair.keyboard.press('Shift+F6')
    await expect.poll(() => focused(chair)).toBe('rail')
    await chair.keyboard.press('Control+/')
    await focusIsIn(chair.getByRole('dialog', { name: 'Keyboard shortcuts' }))
    await chair.keyboard.press('Escape')
    await chair.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => focused(chair)).toBe('rail')
  })

  test('keeps its theme over a reload, before anything is drawn', async () => {
    await chair.getByRole('button', { name: 'R. Osei Chair My menu' }).click()
    await chair.getByRole('menuitemradio', { name: 'Dark' }).click()
    await expect.poll(() => ground(chair)).toBe('rgb(21, 23, 27)')
    await chair.reload({ waitUntil: 'commit' })
    await chair.locator('#root > *').first().waitFor()
    expect(await ground(chair)).toBe('rgb(21, 23, 27)')
    await chair.evaluate(() => localStorage.removeItem('minuta.theme'))
    await chair.reload()
  })

  test.each([
    [1024, 'a rail of icons'],
    [390, 'no rail'],
  ])('at %d px has %s, and the whole one over the text', async (width) => {
    await chair.setViewportSize({ width, height: 800 })
    const rail = chair.getByRole('navigation', { name: 'Meeting' })
    if (width === 1024) expect((await rail.boundingBox())?.width).toBe(56)
    else expect(await rail.isVisible()).toBe(false)
    await chair.getByRole('button', { name: 'Open the menu' }).click()
    await chair.getByRole('dialog').getByRole('link', { name: 'Set-up' }).click()
    await chair.getByRole('heading', { name: 'Members' }).waitFor()
    await chair.getByRole('dialog').waitFor({ state: 'detached' })
    await chair.goBack()
    await chair.setViewportSize({ width: 1440, height: 900 })
  })

  test.each(['', '/setup/members'])('nothing scrolls sideways at 320 px on “%s”', async (path) => {
    await chair.goto(`${meeting.server.url}/m/berlin-2013${path}`)
    await chair.getByRole('heading', { level: 1 }).waitFor()
    await chair.setViewportSize({ width: 320, height: 640 })
    await expect.poll(() => chair.evaluate(overflow)).toBe(0)
    await chair.setViewportSize({ width: 1440, height: 900 })
  })

  test('is mirrored in Arabic', async () => {
    const page = await meeting.member('a-kaya')
    await page.getByRole('button', { name: 'A. Kaya Session rapporteur My menu' }).click()
    await page.getByRole('menuitemradio', { name: 'العربية' }).click()
    await page.getByText('جميع التغييرات محفوظة').waitFor()
    const rail = await page.getByRole('navigation', { name: 'الاجتماع' }).boundingBox()
    expect(rail && rail.x + rail.width).toBe(1280)
    await page.context().close()
  })

  test('without the server says that one reads, and how old the text is; then goes on by itself', async () => {
    const page = await meeting.member('p-thapa')
    await section(page, 'Needs you').getByText('Nothing needs you.').waitFor()
    await page.context().setOffline(true)
    const status = page.locator('.status-word')
    await status.filter({ hasText: /Reading, text as of \d\d:\d\d/ }).waitFor()
    await page.getByText('We can’t reach the meeting.').waitFor()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.context().setOffline(false)
    await status.filter({ hasText: 'All changes saved' }).waitFor()
    await page.context().close()
  })
})

describe('the door', () => {
  test('of a meeting that one is not in says so', async () => {
    await chair.goto(`${meeting.server.url}/m/geneva-2099`)
    await chair.getByRole('heading', { name: 'You are not a member of this meeting' }).waitFor()
    await chair.getByRole('link', { name: 'To my meetings' }).click()
    await section(chair, 'Needs you').waitFor()
  })

  test('after signing out asks for the link again; signing out asks first', async () => {
    const page = await meeting.member('k-lind')
    await page.getByRole('button', { name: 'K. Lind Observer My menu' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('alertdialog').getByText('To come back you need your invitation link.').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('You come in by an invitation link').waitFor()
    await page.goto(`${meeting.server.url}/m/berlin-2013`)
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor()
    const kept = await page.evaluate(() => indexedDB.databases())
    expect(kept.filter(({ name }) => name !== 'minuta:probe')).toEqual([])
    await page.context().close()
  })

  test('to whom a sign-in ended says that what they wrote is kept', async () => {
    const page = await meeting.member('j-novak')
    await page.context().clearCookies()
    await page.reload()
    await page.getByRole('heading', { name: 'Your sign-in ended' }).waitFor()
    await page.getByText('What you wrote here is kept until then.').waitFor()
    await page.context().close()
  })
})

test('the overview loads at most 180 kB of JavaScript, with its numbers', async () => {
  const page = await meeting.member('e-virtanen')
  const fresh = await page.context().newPage()
  const scales = weigh(fresh)
  await fresh.goto(page.url())
  await section(fresh, 'Agenda')
    .getByText(/\d+ lines/)
    .first()
    .waitFor()
  await fresh.waitForLoadState('networkidle')
  const { script } = await scales.stop()
  expect(script).toBeGreaterThan(100_000)
  expect(script).toBeLessThan(180_000)
  await page.context().close()
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing serious on the overview, %s',
  async (colorScheme) => {
    await chair.emulateMedia({ colorScheme })
    await chair.goto(`${meeting.server.url}/m/berlin-2013`)
    await section(chair, 'Needs you').getByRole('link').first().waitFor()
    expect(await seriousFaults(chair)).toEqual([])
  },
)

/** By how many pixels the page is wider than its window. */
function overflow(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth
}

async function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['region'])
}

async function ground(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor)
}
