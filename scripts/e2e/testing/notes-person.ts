import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { isNetworkNoise } from './network-noise.ts'

/** A line of the notes as the page shows it. */
export interface NoteLine {
  /** Who speaks, where it opens an intervention. */
  readonly speaker: string
  readonly kind: string
  readonly text: string
}

const POLL = { timeout: 10_000, interval: 30 }

/** Somebody at a topic's notes, in a browser of their own. */
export class NotesPerson {
  readonly page: Page
  /** What went wrong in the page. */
  readonly faults: string[] = []
  readonly #url: string

  private constructor(page: Page, url: string) {
    this.page = page
    this.#url = url
    page.on('pageerror', (error) => this.faults.push(error.stack ?? error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !isNetworkNoise(message.text())) this.faults.push(message.text())
    })
  }

  /** Signs a new browser in. */
  static async enter(
    browser: Browser,
    url: string,
    token: string,
    options: BrowserContextOptions,
    language = 'en',
  ): Promise<NotesPerson> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    await context.addInitScript((chosen) => {
      if (location.protocol !== 'about:') localStorage.setItem('minuta.language', chosen)
    }, language)
    const answer = await context.request.post(`${url}/api/sign-in`, {
      headers: { Origin: url },
      data: { token },
    })
    if (!answer.ok()) throw new Error(`Sign-in: ${answer.status()} ${await answer.text()}`)
    return new NotesPerson(await context.newPage(), url)
  }

  /** Goes to a topic and waits for its text. */
  async goTo(topic: string): Promise<void> {
    await this.page.goto(`${this.#url}/m/berlin-2013/topics/${topic}`)
    await this.page.waitForSelector('.notes-text .note-line')
  }

  /** A second tab of the same browser, at the same place. */
  async secondTab(): Promise<NotesPerson> {
    const tab = new NotesPerson(await this.page.context().newPage(), this.#url)
    await tab.page.goto(this.page.url())
    await tab.page.waitForSelector('.notes-text .note-line')
    return tab
  }

  /** Puts the caret at the end of the line with these words, or of the last one. */
  async clickEnd(words?: string): Promise<void> {
    const lines = this.page.locator('.note-text')
    await (words === undefined ? lines.last() : lines.filter({ hasText: words }).last()).click()
    await this.page.evaluate((part) => {
      const line = [...document.querySelectorAll('.note-text')].findLast((each) =>
        each.textContent?.includes(part),
      )
      if (line === undefined) return
      const range = document.createRange()
      range.selectNodeContents(line)
      range.collapse(false)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    }, words ?? '')
    await this.#selectionRead()
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(text: string, options: { delay?: number } = {}): Promise<void> {
    await this.page.keyboard.type(text, options)
  }

  /** Reads the lines of the page. */
  lines(): Promise<NoteLine[]> {
    return this.page.evaluate(() => {
      return [...document.querySelectorAll('.note-line')].map((line) => ({
        speaker: line.querySelector('.note-speaker, .note-unknown')?.textContent ?? '',
        kind: line.querySelector('.note-kind')?.textContent ?? '',
        text: textOf(line.querySelector('.note-text')),
      }))
      function textOf(element: Element | null): string {
        const copy = element?.cloneNode(true) as Element | undefined
        for (const extra of copy?.querySelectorAll('.remote-caret, .note-typed, .note-seam') ?? [])
          extra.remove()
        return copy?.textContent ?? ''
      }
    })
  }

  /** Waits until the last lines read so. */
  async endsWith(...expected: Partial<NoteLine>[]): Promise<void> {
    await expect.poll(async () => (await this.lines()).slice(-expected.length), POLL).toMatchObject(expected)
  }

  /** Waits until some line has these words. */
  async sees(words: string): Promise<void> {
    await expect
      .poll(async () => (await this.lines()).map(({ text }) => text).join('\n'), POLL)
      .toContain(words)
  }

  /** Counts how often words stand in the page. */
  async count(words: string): Promise<number> {
    const text = (await this.lines()).map((line) => line.text).join('\n')
    return text.split(words).length - 1
  }

  /** Waits until the status word says so. */
  async status(expected: string | RegExp): Promise<void> {
    const word = (): Promise<string | null> => this.page.locator('.status-word').textContent()
    await expect.poll(word, { timeout: 20_000, interval: 30 }).toMatch(expected)
  }

  /** Waits until the browser would let the page go without a warning: everything is on this device, or on the server. */
  async leavesFreely(): Promise<void> {
    const isWarned = (): Promise<boolean> =>
      this.page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
    await expect.poll(isWarned, { timeout: 20_000, interval: 50 }).toBe(false)
  }

  /** Reads the list under the caret; the chosen line is marked. */
  list(): Promise<string[]> {
    return this.page.locator('.capture-list [role=option]').evaluateAll((options) =>
      options.map((each) => {
        const name = each.querySelector('.option-name, span:nth-child(2)')?.textContent ?? ''
        return each.getAttribute('aria-selected') === 'true' ? `> ${name}` : name
      }),
    )
  }

  /** Closes the browser and says what went wrong in its pages. */
  async close(): Promise<readonly string[]> {
    await this.page.context().close()
    return this.faults
  }

  /** Browsers tell an editor of a moved caret a little later. */
  async #selectionRead(): Promise<void> {
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  }
}
