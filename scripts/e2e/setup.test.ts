import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { focusIsIn } from './testing/focus.ts'
import { MeetingPeople } from './testing/meeting-people.ts'

let meeting: MeetingPeople
let chair: Page

beforeAll(async () => {
  meeting = await MeetingPeople.open()
  chair = await meeting.chair()
  await open(chair)
})

afterAll(async () => {
  await meeting?.close()
  expect(meeting?.faults).toEqual([])
})

async function open(page: Page): Promise<void> {
  await page.goto(`${meeting.server.url}/m/berlin-2013/setup/members`)
  await page.getByRole('heading', { name: 'Members' }).waitFor()
}

const row = (name: string) => chair.getByRole('row').filter({ hasText: name })

async function choose(name: string, action: string): Promise<void> {
  await chair.getByRole('button', { name: `More about ${name}` }).click()
  await chair.getByRole('menuitem', { name: action }).click()
}

async function setRole(name: string, role: string): Promise<void> {
  await chair.getByRole('button', { name: new RegExp(`Role of ${name}`) }).click()
  await chair.getByRole('option', { name: role }).click()
}

describe('the table', () => {
  test('shows who speaks for whom, and is searched and sorted', async () => {
    await row('N. Gruber').getByText('Austria, National Coordinator').waitFor()
    await chair.getByLabel('Name, country or mechanism').fill('népal')
    await row('P. Thapa').waitFor()
    expect(await chair.getByRole('row').count()).toBe(2)
    await chair.getByLabel('Name, country or mechanism').fill('nobody of this name')
    await chair.getByText('Nobody is found by this.').waitFor()
    await chair.getByLabel('Name, country or mechanism').fill('')
    await chair.getByRole('button', { name: 'Name', exact: true }).click()
    await expect.poll(() => chair.getByRole('rowheader').first().textContent()).toBe('A. Kaya')
    expect(
      await chair.getByRole('columnheader', { name: 'Name', exact: true }).getAttribute('aria-sort'),
    ).toBe('ascending')
  })

  test('is a list on a phone', async () => {
    await chair.setViewportSize({ width: 390, height: 844 })
    await chair.getByRole('listitem').filter({ hasText: 'N. Gruber' }).waitFor()
    expect(await chair.getByRole('table').count()).toBe(0)
    await chair.setViewportSize({ width: 1440, height: 900 })
    await chair.getByRole('table').waitFor()
  })

  test('is not for others, who are told whom to ask', async () => {
    const page = await meeting.member('m-de-wit')
    await open(page)
    await page.getByText('The chair sets up the meeting.').waitFor()
    await page.context().close()
  })
})

describe('an invitation link', () => {
  test('is made, shown once with its QR code, copied, and lets its member in', async () => {
    await chair.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await choose('P. Thapa', 'New invitation link')
    const card = chair.getByRole('region', { name: 'Invite P. Thapa' })
    await card.getByRole('img', { name: /QR code/ }).waitFor()
    await card.getByText(/on two devices, until .* We show it only once\./).waitFor()
    await card.getByRole('button', { name: 'Copy link' }).click()
    await card.getByText('The link is copied.').waitFor()
    const link = await chair.evaluate(() => navigator.clipboard.readText())
    expect(link).toBe(await card.getByRole('textbox', { name: 'Invitation link' }).inputValue())
    await row('P. Thapa').getByText('Not opened').waitFor()

    const page = await meeting.newPage()
    await page.goto(meeting.address(link))
    await page.getByRole('button', { name: 'Join the meeting' }).click()
    await page.getByRole('heading', { name: 'Needs you' }).waitFor()
    await chair.reload()
    await row('P. Thapa').getByText('Joined').waitFor()
    expect(await card.count()).toBe(0)
    await page.context().close()
  })

  test('is selected for copying where the browser has no clipboard, and that is said', async () => {
    // As on plain http in a venue's network.
    await chair.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await choose('H. Salem', 'New invitation link')
    await chair.getByRole('button', { name: 'Copy link' }).click()
    await chair.getByText('The link is selected: press Ctrl+C.').waitFor()
    const selected = await chair.evaluate(() => {
      const field = document.activeElement as HTMLInputElement
      return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
    })
    expect(selected).toMatch(/\/join\/[\w-]{20,}$/)
    await chair.reload()
  })

  test('that is withdrawn opens nothing any more', async () => {
    const link = await meeting.invite('k-lind')
    await choose('K. Lind', 'Withdraw links')
    await chair.getByRole('alertdialog').getByRole('button', { name: 'Withdraw links' }).click()
    await chair.getByText('The links of K. Lind are withdrawn.').waitFor()
    await row('K. Lind').getByText('Link ended').waitFor()
    const page = await meeting.newPage()
    await page.goto(link)
    await page.getByRole('heading', { name: /invitation/ }).waitFor()
    expect(await page.getByRole('button', { name: 'Join the meeting' }).count()).toBe(0)
    await page.context().close()
  })
})

describe('a role', () => {
  test('takes effect at once in an open page, and is taken back by Undo', async () => {
    const page = await meeting.member('n-gruber')
    const rail = page.getByRole('navigation', { name: 'Meeting' })
    await setRole('N. Gruber', 'Session rapporteur')
    await rail.getByRole('link', { name: 'Merge' }).waitFor()
    await page.getByText('The chair changed your role: Session rapporteur.').waitFor()
    await row('N. Gruber').getByText('No topic yet').waitFor()

    await choose('N. Gruber', 'Topics to note')
    await chair.getByRole('checkbox').first().press('Space')
    await chair.getByRole('button', { name: 'Assign topics' }).click()
    await row('N. Gruber').getByText('Topic 1').waitFor()

    await chair.getByRole('button', { name: 'Undo' }).click()
    await rail.getByRole('link', { name: 'Merge' }).waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('of the only chair stays: the meeting needs one', async () => {
    await setRole('R. Osei', 'Observer')
    await chair.getByRole('alertdialog').getByRole('button', { name: 'Change my role' }).click()
    await focusIsIn(chair.getByRole('dialog', { name: 'A meeting needs a chair' }))
    await chair.keyboard.press('Escape')
    await chair.getByRole('button', { name: 'R. Osei Chair My menu' }).waitFor()
  })
})

test.each(['light', 'dark'] as const)('axe finds nothing serious on the members, %s', async (colorScheme) => {
  await chair.emulateMedia({ colorScheme })
  await chair.reload()
  await choose('A. Ozols', 'New invitation link')
  await chair.getByRole('img', { name: /QR code/ }).waitFor()
  expect(await seriousFaults(chair)).toEqual([])
})
