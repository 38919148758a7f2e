import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Environment, parseEnvironment } from '../config/parse-environment.ts'
import { createLogger } from '../log/logger.ts'
import { type Replaced, type RunningMinuta, startMinuta } from '../minuta.ts'

/** A whole server in this process, on a free port and a data folder of its own, with the sample meeting. */
export class TestServer {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'minuta-test-'))
  readonly #environment: Environment
  readonly #replaced: Replaced
  #minuta: RunningMinuta | null = null
  /** How the sample's chair comes in. */
  chairLink = ''

  constructor(environment: Environment = {}, replaced: Replaced = {}) {
    this.#environment = environment
    this.#replaced = replaced
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#minuta?.port}`
  }

  async start(): Promise<void> {
    const defaults = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: this.dataDir }
    const config = parseEnvironment({ ...defaults, ...this.#environment })
    this.#minuta = await startMinuta(
      config,
      createLogger('error', () => {}),
      this.#replaced,
    )
    this.chairLink = this.#minuta.chairLink ?? this.chairLink
  }

  async restart(): Promise<void> {
    await this.#minuta?.close()
    await this.start()
  }

  async close(): Promise<void> {
    await this.#minuta?.close()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  /** Signs in by a link and gives the browser's side of it. */
  async signIn(link: string): Promise<TestCaller> {
    const token = link.slice(link.lastIndexOf('/') + 1)
    const response = await fetch(`${this.origin}/api/sign-in`, {
      method: 'POST',
      headers: { origin: this.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    })
    if (!response.ok) throw new Error(`Signing in was answered ${response.status}.`)
    return new TestCaller(() => this.origin, (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '')
  }

  /** Signs the chair in, who invites a member, and signs that one in too. */
  async signInMember(chair: TestCaller, member: string): Promise<TestCaller> {
    const { body } = await chair.post(`/meetings/berlin-2013/members/${member}/invitation`)
    return this.signIn((body as { url: string }).url)
  }
}

/** An answer as tests look at it. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Somebody who is signed in and sends requests as the page does. */
export class TestCaller {
  readonly cookie: string
  readonly #origin: () => string
  #keys = 0

  constructor(origin: () => string, cookie: string) {
    this.#origin = origin
    this.cookie = cookie
  }

  get(path: string): Promise<Answer> {
    return this.#send('GET', path)
  }

  post(path: string, body: unknown = {}, key = this.newKey()): Promise<Answer> {
    return this.#send('POST', path, body, key)
  }

  patch(path: string, body: unknown): Promise<Answer> {
    return this.#send('PATCH', path, body, this.newKey())
  }

  delete(path: string): Promise<Answer> {
    return this.#send('DELETE', path, undefined, this.newKey())
  }

  newKey(): string {
    return `test-key-${String(++this.#keys).padStart(12, '0')}`
  }

  async #send(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
    const headers: Record<string, string> = { cookie: this.cookie, origin: this.#origin() }
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (key !== undefined) headers['idempotency-key'] = key
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    const response = await fetch(`${this.#origin()}/api${path}`, init)
    return { status: response.status, body: await response.json() }
  }
}
