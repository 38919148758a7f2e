import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../setup/project-root.mjs'
import { launchBrowser } from './testing/browser.ts'
import { makeNextBuild } from './testing/built-client.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import { NotesPerson } from './testing/notes-person.ts'
import { SwallowingProxy } from './testing/swallowing-proxy.ts'

let browser: Browser
let meeting: NotesMeeting
const here: NotesPerson[] = []
const POLL = { timeout: 20_000, interval: 50 }

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
})

afterAll(async () => {
  await meeting.close()
  await browser.close()
})

afterEach(async () => {
  await meeting.up()
  for (const person of here.splice(0)) expect(await person.close()).toEqual([])
})

async function open(member = 'l-moreau'): Promise<NotesPerson> {
  const person = await meeting.open(browser, member, 't1')
  here.push(person)
  return person
}

/** Waits until this browser keeps the whole app. */
async function kept({ page }: NotesPerson): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), POLL)
    .toBe('activated')
}

/** The addresses of everything that the worker keeps, and the names of its caches. */
function cached(page: Page): Promise<{ names: string[]; paths: string[] }> {
  return page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return { names, paths: requests.flat().map(({ url }) => new URL(url).pathname) }
  })
}

const build = (page: Page): Promise<string | null> =>
  page.locator('meta[name=minuta-build]').getAttribute('content')

describe('a start without the server, after one visit', () => {
  it('shows meeting, notes and draft, keeps what is typed over a reload, and sends it once', async () => {
    const [ann, ben] = [await open(), await open('a-kaya')]
    await Promise.all([ann, ben].map(kept))
    await Promise.all([ann, ben].map((person) => person.status('All changes saved')))
    const { page } = ann
    const warnings: string[] = []
    page.on('dialog', (dialog) => {
      warnings.push(dialog.type())
      void dialog.accept()
    })
    await page.goto('about:blank')
    await meeting.down()

    await ann.goTo('t1')
    await ann.status(/^Offline/)
    await ann.clickEnd()
    await ann.type(' Ann without a server.')
    await ann.status(/^Offline, \d+ changes kept here$/)
    await ann.leavesFreely()
    await page.reload()
    await ann.sees(' Ann without a server.')
    await ann.status(/^Offline, \d+ changes kept here$/)
    await page.goto(`${meeting.url}/`)
    await page.getByRole('heading', { name: 'Needs you' }).waitFor()
    await page.getByRole('link', { name: /^Draft/ }).click()
    await page.locator('.draft-list, .empty-state').first().waitFor()
    await page.goto(`${meeting.url}/m/berlin-2013/topics/t2`)
    await page.locator('.notes-text .note-line').first().waitFor()
    await ann.goTo('t1')
    // What is kept on this device is not lost by leaving: nobody is warned.
    expect(warnings).toEqual([])

    await ben.clickEnd()
    await ben.type(' Ben without one too.')
    await meeting.up()
    await Promise.all([ann, ben].map((person) => person.status('All changes saved')))
    for (const person of [ann, ben]) {
      await person.sees(' Ann without a server.')
      await person.sees(' Ben without one too.')
      expect(await person.count(' Ann without a server.')).toBe(1)
      expect(await person.count(' Ben without one too.')).toBe(1)
    }
    expect(await ann.lines()).toEqual(await ben.lines())
  })

  it('works in two tabs of one person at once', async () => {
    const ann = await open()
    await kept(ann)
    const other = await ann.secondTab()
    await meeting.down()
    await Promise.all([ann, other].map(({ page }) => page.reload()))
    await ann.sees('.')
    await ann.clickEnd()
    await ann.type(' In the first tab.')
    await other.page.bringToFront()
    await other.clickEnd()
    await other.type(' In the second.')
    await Promise.all([ann, other].map((tab) => tab.status(/^Offline, \d+ changes kept here$/)))
    await meeting.up()
    await Promise.all([ann, other].map((tab) => tab.status('All changes saved')))
    for (const tab of [ann, other]) {
      await tab.sees(' In the first tab.')
      await tab.sees(' In the second.')
      expect([await tab.count(' In the first tab.'), await tab.count(' In the second.')]).toEqual([1, 1])
    }
    expect(other.faults).toEqual([])
  })

  it('keeps no word of a meeting and no invitation with the app, and none on the device after signing out', async () => {
    const ann = await open()
    await kept(ann)
    const { page } = ann
    await page.goto(`${meeting.url}/join/${await meeting.invite('l-moreau')}`)
    await page.getByRole('heading').first().waitFor()
    await ann.goTo('t1')
    const { paths } = await cached(page)
    expect(paths).toContain('/index.html')
    const parts = /^\/(assets\/.+|icons\/.+|index\.html|manifest\.webmanifest)$/
    expect(paths.filter((path) => !parts.test(path))).toEqual([])

    await page.getByRole('button', { name: /My menu/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${meeting.url}/`)
    const left = (): Promise<string[]> =>
      page.evaluate(async () => [
        ...(await indexedDB.databases()).map(({ name = '' }) => name),
        ...Object.keys(localStorage),
      ])
    const own = /^minuta[.:](probe|language|theme)$/
    await expect.poll(async () => (await left()).filter((name) => !own.test(name)), POLL).toEqual([])
    expect((await cached(page)).paths.filter((path) => !parts.test(path))).toEqual([])
  })
})

describe('what is kept at once', () => {
  it('weighs less than 1.5 MB on the wire, for people who pay by the megabyte', () => {
    const client = join(projectRoot, 'dist', 'client')
    const [, list = '[]'] = /"files":(\[[^\]]*\])/.exec(readFileSync(join(client, 'sw.js'), 'utf8')) ?? []
    const files = (JSON.parse(list) as string[]).map((file) => join(client, file))
    const sent = files.map((file) => statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size)
    expect(files.length).toBeGreaterThan(20)
    expect(sent.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(1_500_000)
  })
})

describe('an updated Minuta', () => {
  it('waits until its reader reloads, in pages that stay whole, and loses no word', async () => {
    const ann = await open()
    await kept(ann)
    const first = await build(ann.page)
    const next = makeNextBuild()
    try {
      const other = await ann.secondTab()
      meeting.clientFolder = next.folder
      await meeting.down()
      await ann.clickEnd()
      await ann.type(' Before the update.')
      await ann.status(/^Offline, \d+ changes kept here$/)
      await meeting.up()
      await ann.page.evaluate(async () => (await navigator.serviceWorker.ready).update())
      const banner = ann.page.locator('.banner', { hasText: 'Minuta has been updated.' })
      await banner.waitFor()
      await ann.type(' After it.')
      await ann.status('All changes saved')

      await Promise.all([
        ann.page.waitForNavigation(),
        banner.getByRole('button', { name: 'Reload' }).click(),
      ])
      await ann.sees(' Before the update. After it.')
      expect(await build(ann.page)).toBe(next.version)
      expect(await ann.count(' Before the update. After it.')).toBe(1)
      expect(await banner.count()).toBe(0)

      // The other tab is of the build before, whose scripts the server no longer has.
      await other.page.bringToFront()
      await other.page.locator('.banner', { hasText: 'Minuta has been updated.' }).waitFor()
      await other.page.getByRole('link', { name: /^Draft/ }).click()
      await other.page.locator('.draft-list, .empty-state').first().waitFor()
      expect(await build(other.page)).toBe(first)
      expect(other.faults).toEqual([])
      await other.page.close()

      // As every page does when it begins; a tab that is only just gone may still have to be asked.
      const begin = (): Promise<void> =>
        ann.page.evaluate(async () => {
          const { active } = await navigator.serviceWorker.ready
          active?.postMessage({ kind: 'begun', loaded: [] })
        })
      await expect
        .poll(async () => begin().then(async () => (await cached(ann.page)).names), POLL)
        .toEqual([`minuta-build-${next.version}`])
    } finally {
      meeting.clientFolder = null
      await meeting.down()
      await meeting.up()
      next.remove()
    }
  })

  it('says nothing to a page that the network gave ahead of its worker', async () => {
    const ann = await open()
    await kept(ann)
    const next = makeNextBuild()
    try {
      meeting.clientFolder = next.folder
      await meeting.down()
      await meeting.up()
      await ann.goTo('t1')
      expect(await build(ann.page)).toBe(next.version)
      await expect
        .poll(async () => (await cached(ann.page)).names, POLL)
        .toContain(`minuta-build-${next.version}`)
      await expect
        .poll(
          () => ann.page.evaluate(async () => (await navigator.serviceWorker.ready).waiting === null),
          POLL,
        )
        .toBe(true)
      expect(await ann.page.locator('.banner').count()).toBe(0)
    } finally {
      meeting.clientFolder = null
      await meeting.down()
      await meeting.up()
      next.remove()
    }
  })
})

describe('a tab that slept for hours', () => {
  /** Three hours have passed for the page; what the browser's own timers would have done is not waited for. */
  const sleep = (page: Page): Promise<void> =>
    page.evaluate(() => {
      const now = Date.now
      Date.now = () => now() + 3 * 3_600_000
    })

  it('comes back by itself, however it wakes, although its connection died without a word', async () => {
    const proxy = await SwallowingProxy.before(meeting.url)
    try {
      const ben = await open('a-kaya')
      const ann = await NotesPerson.enter(browser, proxy.url, await meeting.invite('l-moreau'), {})
      here.push(ann)
      await ann.goTo('t1')
      await ann.status('All changes saved')
      // Nothing of the page is on its way when its network goes.
      await ann.page.waitForLoadState('networkidle')
      const wakes: Record<string, () => Promise<unknown>> = {
        thawed: () => ann.page.evaluate(() => document.dispatchEvent(new Event('resume'))),
        'shown again': () =>
          ann.page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow'))),
        'looked at': () => ann.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
        'back online': () => ann.page.evaluate(() => window.dispatchEvent(new Event('online'))),
      }
      await ben.clickEnd()
      for (const [how, wake] of Object.entries(wakes)) {
        proxy.swallow()
        await sleep(ann.page)
        await ben.type(` While it slept, ${how}.`)
        await wake()
        await ann.sees(` While it slept, ${how}.`)
        await ann.status('All changes saved')
      }
      await ann.clickEnd()
      await ann.type(' Awake.')
      await ben.sees(' Awake.')
      expect(await ben.count(' Awake.')).toBe(1)
    } finally {
      await proxy.close()
    }
  })

  it('does not wait for a handshake that nobody will answer', async () => {
    const proxy = await SwallowingProxy.before(meeting.url)
    try {
      const ann = await NotesPerson.enter(browser, proxy.url, await meeting.invite('l-moreau'), {})
      here.push(ann)
      await ann.goTo('t1')
      await ann.clickEnd()
      await ann.page.waitForLoadState('networkidle')
      proxy.takesNew = false
      proxy.swallow()
      await sleep(ann.page)
      // A socket that is being opened, and stays so.
      await ann.page.evaluate(() => window.dispatchEvent(new Event('online')))
      await ann.type(' Into the void.')
      await ann.status(/^Offline, \d+ changes kept here$/)
      proxy.takesNew = true
      await sleep(ann.page)
      await ann.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
      await ann.status('All changes saved')
      expect(await ann.count(' Into the void.')).toBe(1)
    } finally {
      await proxy.close()
    }
  })
})

describe('my menu', () => {
  it('offers to install Minuta once the browser does', async () => {
    const ann = await open()
    await ann.page.evaluate(() => {
      const offer = new Event('beforeinstallprompt', { cancelable: true })
      const prompt = async (): Promise<void> => {
        document.documentElement.dataset['asked'] = 'yes'
      }
      window.dispatchEvent(Object.assign(offer, { prompt }))
    })
    await ann.page.getByRole('button', { name: /My menu/ }).click()
    await ann.page.getByRole('menuitem', { name: /^Install Minuta/ }).click()
    await ann.page.locator('html[data-asked=yes]').waitFor()
  })

  it('says where the address is plain http why Minuta needs the network to start, and what to do', async () => {
    const token = await meeting.invite('l-moreau')
    const ann = await NotesPerson.enter(browser, meeting.url, token, {})
    here.push(ann)
    await ann.page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }))
    await ann.goTo('t1')
    await ann.page.getByRole('button', { name: /My menu/ }).click()
    const line = ann.page.getByRole('menuitem', { name: /^Starting without a network/ })
    expect(await line.textContent()).toMatch(/https.*localhost/)
    expect(
      await ann.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    ).toBe(0)
  })

  it('can be installed: the browser finds nothing wrong with the manifest', async () => {
    const ann = await open()
    const devtools = await ann.page.context().newCDPSession(ann.page)
    const { errors } = await devtools.send('Page.getAppManifest')
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
    // A window like a private one, as every test's is, installs nothing.
    const others = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')
    expect([errors, others]).toEqual([[], []])
  })
})
