import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { type BuiltServer, startBuiltServer } from './built-server.ts'
import { isNetworkNoise } from './network-noise.ts'

/** The sample meeting on a server of its own, and people who come in by their links. */
export class MeetingPeople {
  readonly browser: Browser
  readonly server: BuiltServer
  /** What went wrong in anybody's page: must be empty at the end of every test file. */
  readonly faults: string[] = []
  #chair: Page | null = null

  private constructor(browser: Browser, server: BuiltServer) {
    this.browser = browser
    this.server = server
  }

  static async open(): Promise<MeetingPeople> {
    const [browser, server] = await Promise.all([launchBrowser(), startBuiltServer({ SAMPLE: 'on' })])
    return new MeetingPeople(browser, server)
  }

  /** The chair's page. Their link works once: they come in on the first call. */
  async chair(): Promise<Page> {
    if (this.#chair !== null) return this.#chair
    const page = await this.newPage()
    await page.goto(this.address(this.server.chairLink ?? ''))
    await this.#join(page)
    this.#chair = page
    return page
  }

  /** A page of a browser of its own, already in the meeting as a member. */
  async member(id: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.newPage(options)
    await page.goto(await this.invite(id))
    await this.#join(page)
    return page
  }

  /** A new invitation link for a member, made by the chair. */
  async invite(id: string): Promise<string> {
    const { url } = await this.command<{ url: string }>(`members/${id}/invitation`)
    return this.address(url)
  }

  /** Sends a command as the chair. */
  async command<Answer>(path: string, method = 'POST', body: object = {}): Promise<Answer> {
    const chair = await this.chair()
    return chair.evaluate(
      async ([path, method, body]) => {
        const key = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36)).join(
          '',
        )
        const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key.padEnd(21, '0') }
        const answer = await fetch(`/api/meetings/berlin-2013/${path}`, {
          method,
          headers,
          body: JSON.stringify(body),
        })
        return answer.json()
      },
      [path, method, body] as const,
    )
  }

  /** A page whose faults are noted. */
  async newPage(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ locale: 'en-GB', ...options })
    const page = await context.newPage()
    page.on('pageerror', (error) => this.faults.push(error.stack ?? error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !isNetworkNoise(message.text())) this.faults.push(message.text())
    })
    return page
  }

  /** Links may name another address of this machine: the test's server listens on one only. */
  address(link: string): string {
    return this.server.url + new URL(link, this.server.url).pathname
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.server.stop()
  }

  async #join(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Join the meeting' }).click()
    await page.getByRole('heading', { name: 'Needs you' }).waitFor()
  }
}
