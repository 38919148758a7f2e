import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Environment, parseEnvironment } from './config/parse-environment.ts'
import { createLogger } from './log/logger.ts'
import { type RunningMinuta, startMinuta } from './minuta.ts'
import { StartError } from './start/start-error.ts'

const folder = mkdtempSync(join(tmpdir(), 'minuta-server-'))
const client = join(folder, 'client')
const silent = createLogger('error', () => {})

function start(environment: Environment = {}): Promise<RunningMinuta> {
  const defaults = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data'), SAMPLE: 'off' }
  return startMinuta(parseEnvironment({ ...defaults, ...environment }), silent, { clientFolder: client })
}

let minuta: RunningMinuta

beforeAll(async () => {
  mkdirSync(join(client, 'assets'), { recursive: true })
  writeFileSync(join(client, 'index.html'), '<!doctype html><title>Minuta</title>')
  writeFileSync(join(client, 'assets', 'main-abc123.js'), 'export {}')
  writeFileSync(join(client, 'assets', 'parts-def456.js'), 'export const plain = 1')
  writeFileSync(join(client, 'assets', 'parts-def456.js.gz'), gzipSync('export const packed = 1'))
  writeFileSync(join(client, 'sw.js'), 'const MINUTA_BUILD = {}')
  writeFileSync(join(client, 'manifest.webmanifest'), '{"name": "Minuta"}')
  minuta = await start()
})

afterAll(() => minuta.close())

const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${minuta.port}${path}`, init)

describe('answers', () => {
  test('every answer carries the security headers', async () => {
    for (const path of ['/', '/healthz', '/api/nothing', '/assets/nothing.js']) {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('permissions-policy')).toContain('camera=()')
      expect(headers.has('x-powered-by')).toBe(false)
    }
  })

  test('healthz says ok', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' })
  })

  test('[SY7] readyz says whether people can rely on what they see', async () => {
    const response = await get('/readyz')
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready', why: [] }])
  })

  test('metrics are for whoever holds the operator’s key, and name nobody', async () => {
    expect((await get('/metrics')).status).toBe(403)
    const { key } = JSON.parse(readFileSync(join(folder, 'data', 'operator.json'), 'utf8')) as { key: string }
    const response = await get('/metrics', { headers: { authorization: `Bearer ${key}` } })
    expect(await response.text()).toMatch(/^minuta_connections 0$/m)
  })

  test('an unknown address under /api is refused in the one shape of errors', async () => {
    const response = await get('/api/nothing')
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({
      error: {
        code: 'not-found',
        message: 'There is nothing at this address.',
        hint: 'Check the link, or start again from the first page.',
      },
    })
  })

  test.each([
    ['a body that is no JSON', '{', 400, 'bad-request'],
    ['a body over 1 MiB', JSON.stringify('x'.repeat(1024 * 1024)), 413, 'too-large'],
  ])('%s is refused in the same shape', async (_, body, status, code) => {
    const headers = { 'content-type': 'application/json' }
    const response = await get('/api/nothing', { method: 'POST', headers, body })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: { code } })
  })

  test('hashed assets are kept for ever, missing ones are not answered with the page', async () => {
    expect((await get('/assets/main-abc123.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    )
    expect((await get('/assets/nothing.js')).status).toBe(404)
  })

  test.each([
    ['the service worker', '/sw.js', /^text\/javascript/],
    ['the manifest', '/manifest.webmanifest', /^application\/manifest\+json/],
  ])('%s has its own type and is asked for each time', async (_, path, type) => {
    const { status, headers } = await get(path)
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(headers.get('content-type')).toMatch(type)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('a gzipped twin is sent to whoever takes it, under the file’s own type, and the plain file to the others', async () => {
    const packed = await get('/assets/parts-def456.js')
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(packed.headers.get('vary')).toBe('Accept-Encoding')
    expect(packed.headers.get('cache-control')).toContain('immutable')
    expect(await packed.text()).toBe('export const packed = 1')
    const plain = await get('/assets/parts-def456.js', { headers: { 'accept-encoding': 'identity' } })
    expect([plain.headers.get('content-encoding'), plain.headers.get('vary')]).toEqual([
      null,
      'Accept-Encoding',
    ])
    expect(await plain.text()).toBe('export const plain = 1')
  })

  test('a missing icon is not answered with the page', async () => {
    expect((await get('/icons/nothing.png')).status).toBe(404)
  })

  test.each(['/', '/m/berlin/topics/2', '/join/a-token'])(
    '%s is answered with the page, never kept',
    async (path) => {
      const response = await get(path)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(await response.text()).toContain('<title>Minuta</title>')
    },
  )

  test('a path outside the client folder is never read', async () => {
    const response = await get('/..%2f..%2fetc%2fpasswd')
    expect(await response.text()).not.toContain('root:')
  })
})

describe('starting and stopping', () => {
  test('a port in use is named, with the variable that changes it', async () => {
    const refused = start({ PORT: String(minuta.port) })
    await expect(refused).rejects.toThrow(StartError)
    await expect(refused).rejects.toThrow(new RegExp(`port ${minuta.port} is in use[\\s\\S]*PORT`))
  })

  test('an address that is not this machine is named, with the variable that changes it', async () => {
    await expect(start({ HOST: '198.51.100.7' })).rejects.toThrow(
      /198\.51\.100\.7 is not an address[\s\S]*HOST/,
    )
  })

  test('a data folder that cannot be written is named, with the variable that changes it', async () => {
    // Beneath a file, because tests may run as root, whom no permission stops.
    const dataDir = join(client, 'index.html', 'data')
    await expect(start({ DATA_DIR: dataDir })).rejects.toThrow(
      /index\.html\/data cannot be written[\s\S]*DATA_DIR/,
    )
  })

  test('closing frees the port although a client keeps its connection open', async () => {
    const own = { DATA_DIR: join(folder, 'another') }
    const first = await start(own)
    await (await fetch(`http://127.0.0.1:${first.port}/healthz`)).text()
    await first.close()
    const second = await start({ ...own, PORT: String(first.port) })
    await second.close()
  })

  test('a data folder that another Minuta uses is named, with the variable that changes it', async () => {
    await expect(start()).rejects.toThrow(/journal\.sqlite is in use[\s\S]*DATA_DIR/)
  })

  test('a damaged journal is named, with what to do, and is left as it is', async () => {
    const dataDir = join(folder, 'damaged')
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'journal.sqlite'), 'This is no database. '.repeat(500))
    await expect(start({ DATA_DIR: dataDir })).rejects.toThrow(/damaged[\s\S]*backup/)
  })
})
