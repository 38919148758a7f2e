import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { parseEnvironment } from '../../../server/config/parse-environment.ts'
import { type Journal, JournalError } from '../../../server/journal/journal.ts'
import { createLogger } from '../../../server/log/logger.ts'
import { type RunningMinuta, startMinuta } from '../../../server/minuta.ts'
import { NotesPerson } from './notes-person.ts'

/** A disk that a test holds back or fills. */
class Disk {
  #held: Promise<void> | null = null
  #release = (): void => {}
  /** Why every write fails, while it is set. */
  fault: 'full' | 'failed' | null = null

  /** From now on no write is done until they are released. */
  hold(): void {
    this.#held = new Promise((resolve) => {
      this.#release = resolve
    })
  }

  release(): void {
    this.#release()
    this.#held = null
  }

  between(journal: Journal): Journal {
    const append: Journal['append'] = async (batch) => {
      await this.#held
      if (this.fault !== null) throw new JournalError(this.fault, 'The disk does not take it.')
      return journal.append(batch)
    }
    return new Proxy(journal, {
      get: (target, name) => {
        if (name === 'append') return append
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
}

/** The sample meeting on a server in this process, whose disk can be held back, and which can be stopped and started. */
export class NotesMeeting {
  readonly disk = new Disk()
  /** The built client that is served from the next start on, where it is not the one in dist. */
  clientFolder: string | null = null
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'minuta-notes-'))
  #running: RunningMinuta | null = null
  #port = 0
  #chair = ''

  static async start(): Promise<NotesMeeting> {
    const meeting = new NotesMeeting()
    await meeting.up()
    return meeting
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Starts the server, at the same address and on what it has stored. */
  async up(): Promise<void> {
    if (this.#running !== null) return
    const config = parseEnvironment({
      PORT: String(this.#port),
      HOST: '127.0.0.1',
      DATA_DIR: this.#dataDir,
      SAMPLE: 'on',
    })
    const log = createLogger('error', () => {})
    this.#running = await startMinuta(config, log, {
      journal: (journal) => this.disk.between(journal),
      ...(this.clientFolder !== null && { clientFolder: this.clientFolder }),
    })
    this.#port = this.#running.port
    const { chairLink } = this.#running
    if (chairLink !== null) this.#chair = await this.#signIn(tokenOf(chairLink))
  }

  /** Stops the server: pages lose their connection. */
  async down(): Promise<void> {
    this.disk.release()
    await this.#running?.close()
    this.#running = null
  }

  async close(): Promise<void> {
    await this.down()
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  /** Opens a topic's notes as a member, in a browser of their own. */
  async open(
    browser: Browser,
    member: string,
    topic: string,
    options: BrowserContextOptions = {},
    language = 'en',
  ): Promise<NotesPerson> {
    const token = await this.invite(member)
    const person = await NotesPerson.enter(browser, this.url, token, options, language)
    await person.goTo(topic)
    return person
  }

  /** Makes an invitation link for a member; gives its token. */
  async invite(member: string): Promise<string> {
    const { url } = (await this.asChair(`members/${member}/invitation`, 'POST', {})) as { url: string }
    return tokenOf(url)
  }

  /** Sends a command of the chair's. */
  async asChair(path: string, method: 'POST' | 'PATCH', body: object): Promise<unknown> {
    const response = await fetch(`${this.url}/api/meetings/berlin-2013/${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
        Origin: this.url,
        Cookie: this.#chair,
      },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }

  async #signIn(token: string): Promise<string> {
    const response = await fetch(`${this.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: this.url },
      body: JSON.stringify({ token }),
    })
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }
}

function tokenOf(link: string): string {
  return link.slice(link.lastIndexOf('/') + 1)
}
