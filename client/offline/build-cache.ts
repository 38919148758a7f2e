import { howServed, isFileToKeep, isPageToShow } from './how-served.ts'
import type { BuildFacts } from './worker-scope.ts'

const NAME = 'minuta-build-'
const PAGE = '/index.html'

/** Longer than a server takes that can be reached at all. */
const PAGE_MS = 3000

/** How many files are asked for at once: the page's own requests must not wait behind them on a thin link. */
const AT_ONCE = 4

/** What the cache needs of the world; tests bring another one. */
export interface CachePorts {
  readonly origin: string
  readonly caches: CacheStorage
  readonly fetch: typeof fetch
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>
}

/**
 * What this device keeps of one build. Invariants:
 * 1. The page in it names only files that are in it or that the server of that build has: a page is never half old.
 * 2. Nothing of the API, and no address that holds a token, is ever in it.
 * 3. A build's files stay as long as a page of that build is open.
 */
export class BuildCache {
  readonly #facts: BuildFacts
  readonly #ports: CachePorts

  constructor(facts: BuildFacts, ports: CachePorts) {
    this.#facts = facts
    this.#ports = ports
  }

  get #name(): string {
    return NAME + this.#facts.version
  }

  /** Takes in the whole build, or throws. What an earlier build had under the same name is not asked for again. */
  async fill(): Promise<void> {
    const cache = await this.#ports.caches.open(this.#name)
    const page = await this.#ports.fetch(PAGE, { cache: 'no-store' })
    // The server was updated between the worker and its page: the next look finds the newer worker.
    if (!page.ok || !(await page.clone().text()).includes(this.#facts.version))
      throw new Error('The server has another build than this worker')
    const left = [...this.#facts.files]
    const fillSome = async (): Promise<void> => {
      for (let file = left.pop(); file !== undefined; file = left.pop()) await this.#fillOne(cache, file)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, fillSome))
    await cache.put(PAGE, page)
  }

  async #fillOne(cache: Cache, file: string): Promise<void> {
    // Only what has a hash in its name is the same as long as its name is.
    const known = file.startsWith('/assets/') ? await this.#ports.caches.match(file) : undefined
    const answer = known ?? (await this.#ports.fetch(file))
    if (known === undefined && !isFileToKeep(answer)) throw new Error(`The server does not give ${file}`)
    await cache.put(file, answer)
  }

  /** Answers a page: the server's own, or the kept one when the server is silent, slow or away. */
  async page(request: Request): Promise<Response> {
    const asked = this.#ports.fetch(request)
    const inTime = asked.catch(() => null)
    const answer = await Promise.race([inTime, this.#ports.pause(PAGE_MS).then(() => null)])
    if (answer !== null && isPageToShow(answer)) return answer
    const cache = await this.#ports.caches.open(this.#name)
    return (await cache.match(PAGE)) ?? asked
  }

  /** Answers a file that never changes: from any build that this device keeps, else from the server, kept then. */
  async asset(request: Request): Promise<Response> {
    const cache = await this.#ports.caches.open(this.#name)
    const kept = (await cache.match(request)) ?? (await this.#ports.caches.match(request))
    if (kept !== undefined) return kept
    const answer = await this.#ports.fetch(request)
    // A full disk keeps nothing more, and the page has its file all the same.
    if (isFileToKeep(answer)) await cache.put(request, answer.clone()).catch(() => undefined)
    return answer
  }

  /** Answers a file under a fixed name. */
  async file(request: Request): Promise<Response> {
    try {
      return await this.#ports.fetch(request)
    } catch (error) {
      const cache = await this.#ports.caches.open(this.#name)
      const kept = await cache.match(request)
      if (kept === undefined) throw error
      return kept
    }
  }

  /** Keeps files that a page had loaded before the worker could see it. The browser has them: nothing is sent. */
  async keepLoaded(urls: readonly string[]): Promise<void> {
    for (const url of urls) {
      if (howServed({ method: 'GET', url, mode: 'cors' }, this.#ports.origin) !== 'asset') continue
      await this.asset(new Request(url)).catch(() => undefined)
    }
  }

  /**
   * Lets go of the builds that no page is of. `open` gives the builds of the open pages; null: some page does not say,
   * and everything stays.
   */
  async tidy(open: () => Promise<readonly string[] | null>): Promise<void> {
    const others = (await this.#ports.caches.keys()).filter(
      (name) => name.startsWith(NAME) && name !== this.#name,
    )
    if (others.length === 0) return
    const builds = await open()
    if (builds === null) return
    const idle = others.filter((name) => !builds.includes(name.slice(NAME.length)))
    await Promise.all(idle.map((name) => this.#ports.caches.delete(name)))
  }
}
