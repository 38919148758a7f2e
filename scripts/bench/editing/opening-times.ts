import type { Browser, Page } from 'playwright-core'
import { SIGN_IN_COOKIE } from '../../../server/access/caller.ts'
import { Histogram } from '../report/histogram.ts'
import { pause } from '../sync/with-server.ts'

/** Everything that the page before loads has come. */
const SETTLED_MS = 1000

/** Milliseconds until all lines stand in the page and can be typed in. */
export interface OpeningTimes {
  /** From a press on the topic in the rail; this device has nothing of it. */
  readonly first: Histogram
  /** The same again: this device has kept it. */
  readonly again: Histogram
  /** From the address, in a browser that was never here. */
  readonly address: Histogram
}

/** Where notes of so many lines are, and another topic to come from. */
export interface Opened {
  readonly origin: string
  readonly topic: string
  readonly other: string
  readonly lines: number
}

/** Opens a page of a browser of its own, signed in. */
export async function signedIn(browser: Browser, origin: string, signIn: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: SIGN_IN_COOKIE, value: signIn, url: origin }])
  return context.newPage()
}

/** Opens the notes again and again, each round in a browser that was never here. */
export async function timeOpenings(
  newPage: () => Promise<Page>,
  opened: Opened,
  rounds: number,
): Promise<OpeningTimes> {
  const times = { first: new Histogram(), again: new Histogram(), address: new Histogram() }
  for (let round = 0; round < rounds; round++) {
    const page = await newPage()
    await goTo(page, opened, opened.other)
    times.first.add(await press(page, opened))
    await page.locator(`a[href$="/topics/${opened.other}"]`).first().click()
    await page.locator(`[data-line]`).first().waitFor()
    await pause(SETTLED_MS)
    times.again.add(await press(page, opened))
    await page.context().close()
    times.address.add(await fromAddress(await newPage(), opened))
  }
  return times
}

async function goTo(page: Page, { origin }: Opened, topic: string): Promise<void> {
  await page.goto(`${origin}/m/m0/topics/${topic}`)
  await page.locator('.ProseMirror[contenteditable="true"]').waitFor()
  await pause(SETTLED_MS)
}

function press(page: Page, { topic, lines }: Opened): Promise<number> {
  return page.evaluate(
    async ([id, wanted]) => {
      const link = document.querySelector<HTMLElement>(`a[href$="/topics/${id}"]`)
      if (link === null) throw new Error('The rail has no such topic.')
      const started = performance.now()
      link.click()
      while (document.querySelectorAll('.ProseMirror[contenteditable="true"] .note-line').length < wanted)
        await new Promise(requestAnimationFrame)
      return performance.now() - started
    },
    [topic, lines] as const,
  )
}

async function fromAddress(page: Page, { origin, topic, lines }: Opened): Promise<number> {
  const started = performance.now()
  await page.goto(`${origin}/m/m0/topics/${topic}`, { waitUntil: 'commit' })
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('.ProseMirror[contenteditable="true"] .note-line').length >= wanted,
    lines,
  )
  const took = performance.now() - started
  await page.context().close()
  return took
}
