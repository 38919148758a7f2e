import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { focusIsIn } from './testing/focus.ts'
import { MeetingPeople } from './testing/meeting-people.ts'
import { weigh } from './testing/page-weight.ts'

let meeting: MeetingPeople

beforeAll(async () => {
  meeting = await MeetingPeople.open()
})

afterAll(async () => {
  await meeting?.close()
  expect(meeting?.faults).toEqual([])
})

describe('an invitation', () => {
  test('says to what and for whom, lets one in by its button, and leaves the address bar', async () => {
    const link = await meeting.invite('p-thapa')
    const page = await meeting.newPage({ viewport: { width: 390, height: 844 } })
    await page.goto(link)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const said = await page.locator('main').textContent()
    expect(said).toMatch(/You are invited to.*Berlin, 23–24 May 2013.*You speak for.*Nepal/)
    await page.getByText('Sample meeting, invented text.').waitFor()

    await page.getByLabel('Your name, as others will see it').fill('P. B. Thapa')
    await page.getByRole('button', { name: 'Join the meeting' }).click()
    await page.waitForURL(`${meeting.server.url}/m/berlin-2013`)
    await page.getByRole('button', { name: 'P. B. Thapa Participant My menu' }).waitFor()
    await page.goBack()
    expect(page.url()).not.toContain('join')
  })

  test('is not used up by looking at it', async () => {
    const link = await meeting.invite('h-salem')
    const page = await meeting.newPage()
    for (let look = 0; look < 4; look++) {
      await page.goto(link)
      await page.getByRole('button', { name: 'Join the meeting' }).waitFor()
    }
    await page.getByRole('button', { name: 'Join the meeting' }).click()
    await page.getByRole('heading', { name: 'Needs you' }).waitFor()
  })

  test('for somebody else has a way out that uses nothing', async () => {
    const page = await meeting.newPage()
    await page.goto(await meeting.invite('h-salem'))
    await page.getByRole('button', { name: 'This is not my mechanism' }).click()
    await page.getByRole('dialog').getByText('Tell the secretariat that sent it').waitFor()
    await focusIsIn(page.getByRole('dialog'))
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Join the meeting' }).waitFor()
  })

  test('asks for a name', async () => {
    const page = await meeting.newPage()
    await page.goto(await meeting.invite('h-salem'))
    await page.getByLabel('Your name, as others will see it').fill('  ')
    await page.getByRole('button', { name: 'Join the meeting' }).click()
    await page.getByText('Say your name').waitFor()
    expect(page.url()).toContain('/join/')
  })

  test('that ended says when, by this device’s clock, and what to do', async () => {
    const page = await meeting.newPage({ timezoneId: 'Europe/Berlin' })
    await page.route('**/api/invitations/*', (route) =>
      route.fulfill({
        status: 410,
        json: {
          error: {
            code: 'invitation-ended',
            message: 'Ended.',
            hint: 'Ask.',
            detail: { endedAt: Date.UTC(2013, 4, 25, 16) },
          },
        },
      }),
    )
    await page.goto(`${meeting.server.url}/join/${'a'.repeat(43)}`)
    await page.getByRole('heading', { name: 'This invitation ended on 25 May, 18:00' }).waitFor()
    await page.getByText('Ask for a new one').waitFor()
  })

  test('that was used up says so, before and after the button', async () => {
    const page = await meeting.newPage()
    // The chair's link works once, and the chair is in.
    await meeting.chair()
    await page.goto(meeting.address(meeting.server.chairLink ?? ''))
    await page.getByRole('heading', { name: 'This invitation was already used' }).waitFor()

    const link = await meeting.invite('k-lind')
    await page.goto(link)
    await page.getByRole('button', { name: 'Join the meeting' }).waitFor()
    await meeting.command('members/k-lind/invitation/revoke')
    await page.getByRole('button', { name: 'Join the meeting' }).click()
    await page.getByRole('heading', { name: /invitation/ }).waitFor()
    expect(await page.getByRole('button', { name: 'Join the meeting' }).count()).toBe(0)
  })
})

describe('a browser that is already in the meeting as somebody else', () => {
  test('is asked first; staying changes nothing', async () => {
    const page = await meeting.member('n-gruber')
    await page.goto(await meeting.invite('m-de-wit'))
    await page.getByRole('button', { name: 'Join the meeting' }).click()
    await page.getByRole('alertdialog').getByText('This browser is in the meeting as N. Gruber').waitFor()
    await page.getByRole('button', { name: 'Stay N. Gruber' }).click()
    await page.getByRole('button', { name: 'N. Gruber Participant My menu' }).waitFor()
  })

  test('changes over when its person says so', async () => {
    const page = await meeting.member('n-gruber')
    await page.goto(await meeting.invite('m-de-wit'))
    await page.getByRole('button', { name: 'Join the meeting' }).click()
    await page.getByRole('button', { name: 'Join as M. de Wit' }).click()
    await page.getByRole('button', { name: 'M. de Wit Participant My menu' }).waitFor()
  })
})

test('an invitation loads at most 180 kB of JavaScript and 100 kB of fonts', async () => {
  const page = await meeting.newPage()
  const scales = weigh(page)
  await page.goto(await meeting.invite('h-salem'))
  await page.getByRole('button', { name: 'Join the meeting' }).waitFor()
  await page.waitForLoadState('networkidle')
  const { script, fonts } = await scales.stop()
  expect(script).toBeGreaterThan(60_000)
  expect(script).toBeLessThan(180_000)
  expect(fonts).toBeLessThan(100_000)
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing serious on an invitation, %s',
  async (colorScheme) => {
    const page = await meeting.newPage({ colorScheme })
    await page.goto(await meeting.invite('h-salem'))
    await page.getByRole('button', { name: 'Join the meeting' }).waitFor()
    expect(await seriousFaults(page)).toEqual([])
  },
)
