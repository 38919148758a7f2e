import { describe, expect, test } from 'vitest'
import { BuildCache } from './build-cache.ts'

const ORIGIN = 'https://minuta.example'

/** What a browser's cache storage does, as far as it is used here. */
class MemoryCaches {
  readonly stores = new Map<string, Map<string, Response>>()

  async open(name: string) {
    const store = this.stores.get(name) ?? new Map<string, Response>()
    this.stores.set(name, store)
    return {
      match: async (asked: RequestInfo) => store.get(pathOf(asked))?.clone(),
      put: async (asked: RequestInfo, answer: Response) => void store.set(pathOf(asked), answer),
    }
  }

  async match(asked: RequestInfo) {
    for (const store of this.stores.values())
      if (store.has(pathOf(asked))) return store.get(pathOf(asked))?.clone()
    return undefined
  }

  keys = async () => [...this.stores.keys()]
  delete = async (name: string) => this.stores.delete(name)
}

function pathOf(asked: RequestInfo | URL): string {
  return new URL(typeof asked === 'object' && 'url' in asked ? asked.url : String(asked), ORIGIN).pathname
}

/** A server of one build, and a device that knows what it was asked. */
function setUp(files: Record<string, string>, caches = new MemoryCaches()) {
  const asked: string[] = []
  const late: { pass(): void } = { pass: () => {} }
  let server: 'up' | 'down' | 'silent' | 'starting' = 'up'
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const path = pathOf(input)
    asked.push(path)
    if (server === 'down') throw new TypeError('Failed to fetch')
    if (server === 'silent') return new Promise(() => {})
    const text = files[path]
    const type = path.endsWith('.html') || text === undefined ? 'text/html' : 'text/javascript'
    const status = server === 'starting' ? 503 : text === undefined ? 404 : 200
    const answer = new Response(text ?? 'nothing', { status, headers: { 'Content-Type': type } })
    // Answers made by hand have no origin.
    return Object.defineProperty(answer, 'type', { value: 'basic' })
  }
  const ports = {
    origin: ORIGIN,
    caches: caches as unknown as CacheStorage,
    fetch: fetch as typeof globalThis.fetch,
    pause: () =>
      new Promise<void>((resolve) => {
        late.pass = resolve
      }),
  }
  const make = (version: string, list: readonly string[]) => new BuildCache({ version, files: list }, ports)
  const set = (next: typeof server): void => {
    server = next
  }
  return { asked, caches, late, make, set }
}

const get = (path: string) => new Request(ORIGIN + path)
const text = async (answer: Promise<Response>) => (await answer).text()
const first = { '/index.html': 'page of one', '/assets/a-1.js': 'a', '/assets/b-1.js': 'b' }

describe('taking a build in', () => {
  test('keeps its page and its files', async () => {
    const { make, caches } = setUp(first)
    await make('one', ['/assets/a-1.js', '/assets/b-1.js']).fill()
    expect([...(caches.stores.get('minuta-build-one')?.keys() ?? [])].sort()).toEqual(
      Object.keys(first).sort(),
    )
  })

  test('asks for nothing that an earlier build had under the same name', async () => {
    const { make, caches } = setUp(first)
    await make('one', ['/assets/a-1.js', '/assets/b-1.js']).fill()
    const next = setUp({ ...first, '/index.html': 'page of two', '/assets/b-2.js': 'bb' }, caches)
    await next.make('two', ['/assets/a-1.js', '/assets/b-2.js']).fill()
    expect(next.asked.sort()).toEqual(['/assets/b-2.js', '/index.html'])
    expect(await caches.stores.get('minuta-build-two')?.get('/assets/a-1.js')?.text()).toBe('a')
  })

  test.each([
    ['the server has another build by then', { ...first, '/index.html': 'page of two' }],
    ['a file is missing', { '/index.html': 'page of one', '/assets/a-1.js': 'a' }],
  ])('fails as a whole when %s: its page is not kept', async (_, files) => {
    const { make, caches } = setUp(files)
    await expect(make('one', ['/assets/a-1.js', '/assets/b-1.js']).fill()).rejects.toThrow(/The server/)
    expect(caches.stores.get('minuta-build-one')?.has('/index.html')).toBe(false)
  })
})

describe('a page', () => {
  test('is the server’s own while it answers, and is not kept under its address', async () => {
    const { make, caches } = setUp({ ...first, '/m/berlin': 'fresh' })
    const cache = make('one', [])
    await cache.fill()
    expect(await text(cache.page(get('/m/berlin')))).toBe('fresh')
    expect(caches.stores.get('minuta-build-one')?.has('/m/berlin')).toBe(false)
  })

  test.each(['down', 'starting'] as const)('is the kept one while the server is %s', async (state) => {
    const { make, set } = setUp(first)
    const cache = make('one', [])
    await cache.fill()
    set(state)
    expect(await text(cache.page(get('/m/berlin')))).toBe('page of one')
  })

  test('is the kept one when the server says nothing for too long', async () => {
    const { make, set, late } = setUp(first)
    const cache = make('one', [])
    await cache.fill()
    set('silent')
    const answer = cache.page(get('/m/berlin'))
    late.pass()
    expect(await text(answer)).toBe('page of one')
  })

  test('that is kept nowhere fails as it would without a worker', async () => {
    const { make, set } = setUp(first)
    set('down')
    await expect(make('one', []).page(get('/m/berlin'))).rejects.toThrow(TypeError)
  })
})

describe('a hashed file', () => {
  test('of the build before is still found by a page of that build', async () => {
    const { make, set, asked } = setUp(first)
    await make('one', ['/assets/a-1.js']).fill()
    set('down')
    asked.length = 0
    expect(await text(make('two', []).asset(get('/assets/a-1.js')))).toBe('a')
    expect(asked).toEqual([])
  })

  test('that was not kept at once is kept at its first use', async () => {
    const { make, set } = setUp(first)
    const cache = make('one', [])
    expect(await text(cache.asset(get('/assets/b-1.js')))).toBe('b')
    set('down')
    expect(await text(cache.asset(get('/assets/b-1.js')))).toBe('b')
  })

  test('is kept when a page says that it has it; what else it names is not', async () => {
    const { make, caches } = setUp({ ...first, '/api/me': 'who' })
    await make('one', []).keepLoaded([
      `${ORIGIN}/assets/b-1.js`,
      `${ORIGIN}/api/me`,
      'https://other.example/assets/c.js',
    ])
    expect([...(caches.stores.get('minuta-build-one')?.keys() ?? [])]).toEqual(['/assets/b-1.js'])
  })
})

describe('tidying', () => {
  const withThree = async () => {
    const all = setUp(first)
    for (const name of ['minuta-build-old', 'minuta-build-open', 'minuta-build-one', 'others'])
      await all.caches.open(name)
    return all
  }

  test('lets go of builds that no page is of, and of nothing else', async () => {
    const { make, caches } = await withThree()
    await make('one', []).tidy(async () => ['open', 'one'])
    expect(await caches.keys()).toEqual(['minuta-build-open', 'minuta-build-one', 'others'])
  })

  test('lets go of nothing while a page does not say which build it is of', async () => {
    const { make, caches } = await withThree()
    await make('one', []).tidy(async () => null)
    expect(await caches.keys()).toHaveLength(4)
  })
})
