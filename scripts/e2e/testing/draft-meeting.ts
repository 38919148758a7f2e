import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { Phase } from '../../../shared/permissions/principal.ts'
import { type BuiltServer, startBuiltServer } from './built-server.ts'
import { DraftPerson } from './draft-person.ts'
import { isNetworkNoise } from './network-noise.ts'

const MEETING = 'berlin-2013'

type Options = BrowserContextOptions & { readonly language?: string }

/** The sample meeting on a server of its own, and people who are at its draft without having walked through its doors. */
export class DraftMeeting {
  readonly #browser: Browser
  readonly #server: BuiltServer
  readonly #pages: Page[] = []
  #chair: BrowserContext | null = null
  /** What went wrong in anybody's page: must be empty at the end of every test. */
  readonly #faults: string[] = []

  private constructor(browser: Browser, server: BuiltServer) {
    this.#browser = browser
    this.#server = server
  }

  static async start(browser: Browser): Promise<DraftMeeting> {
    return new DraftMeeting(browser, await startBuiltServer({ SAMPLE: 'on' }))
  }

  /** Signs a member in, in a browser of their own. */
  async person(
    name: string,
    role: 'rapporteur' | 'participant' | 'observer',
    { language = 'en', ...options }: Options = {},
  ): Promise<DraftPerson> {
    const context = await this.#browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    await context.addInitScript((chosen) => localStorage.setItem('minuta.language', chosen), language)
    const { url } = this.#server
    await this.#signIn(context, await this.#invite(role, name))
    const page = await context.newPage()
    this.#pages.push(page)
    page.on('pageerror', (error) => this.#faults.push(error.stack ?? error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !isNetworkNoise(message.text())) this.#faults.push(message.text())
    })
    return new DraftPerson(page, `${url}/m/${MEETING}`, `${url}/api/meetings/${MEETING}`)
  }

  /** The chair moves the meeting on to another phase, or back. */
  async setPhase(phase: Phase): Promise<void> {
    const { url } = this.#server
    if (this.#chair === null) {
      this.#chair = await this.#browser.newContext()
      await this.#signIn(this.#chair, await this.#invite('chair'))
    }
    const answer = await this.#chair.request.patch(`${url}/api/meetings/${MEETING}`, {
      headers: { Origin: url, 'Idempotency-Key': crypto.randomUUID() },
      data: { phase },
    })
    if (!answer.ok()) throw new Error(`Phase: ${answer.status()} ${await answer.text()}`)
  }

  /** Sends everybody home, stops the server, and says what went wrong in the pages. */
  async close(): Promise<readonly string[]> {
    for (const page of this.#pages) await page.context().close()
    await this.#chair?.close()
    await this.#server.stop()
    return this.#faults
  }

  async #signIn(context: BrowserContext, token: string): Promise<void> {
    const { url } = this.#server
    const answer = await context.request.post(`${url}/api/sign-in`, {
      headers: { Origin: url },
      data: { token },
    })
    if (!answer.ok()) throw new Error(`Sign-in: ${answer.status()} ${await answer.text()}`)
  }

  /** The operator's key makes links without a chair's page; without a name for the only chair. */
  async #invite(role: string, name?: string): Promise<string> {
    const { key } = JSON.parse(readFileSync(join(this.#server.dataDir, 'operator.json'), 'utf8')) as {
      key: string
    }
    const answer = await fetch(`${this.#server.url}/api/operator/invitations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
      body: JSON.stringify({ meeting: MEETING, role, name }),
    })
    const { url } = (await answer.json()) as { url: string }
    return url.slice(url.lastIndexOf('/') + 1)
  }
}
