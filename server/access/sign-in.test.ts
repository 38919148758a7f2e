import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../http/create-app.ts'
import { createLogger } from '../log/logger.ts'
import { Registry } from '../registry/registry.ts'
import { testMeeting, testMember } from '../registry/testing/meeting.ts'
import { signInRoutes } from './sign-in-routes.ts'

const folder = mkdtempSync(join(tmpdir(), 'minuta-access-'))
const log: string[] = []
let registry: Registry
let server: Server
let origin = ''
let now = 1_000

beforeAll(async () => {
  registry = await Registry.open(folder)
  await registry.addMeeting('m1', testMeeting({ title: 'Consultation' }), [
    testMember('ann', { name: 'A. Kaya', colour: 1 }),
    testMember('ben'),
  ])
  await registry.addMeeting('m2', testMeeting(), [testMember('ann', { meeting: 'm2' })])
  const logger = createLogger('debug', (line) => log.push(line))
  const api = signInRoutes({ registry, publicUrl: 'https://minuta.example', now: () => now, log: logger })
  server = createServer(createApp({ config: { trustProxy: false }, log: logger, api, clientFolder: folder }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

function post(path: string, body: unknown, headers: Record<string, string> = { origin }): Promise<Response> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }
  return fetch(`${origin}${path}`, { ...init, body: typeof body === 'string' ? body : JSON.stringify(body) })
}

async function codeOf(response: Response): Promise<[number, string, string]> {
  const { error } = (await response.json()) as { error: { code: string; hint: string } }
  return [response.status, error.code, error.hint]
}

describe('signing in', () => {
  it('looking at an invitation shows it and uses nothing up; a pressed button signs in', async () => {
    const token = await registry.invite('m1', 'ann', { uses: 1, ends: now + 100, now })
    for (let look = 0; look < 3; look++) {
      const shown = await fetch(`${origin}/api/invitations/${token}`)
      expect(await shown.json()).toMatchObject({
        meeting: { title: 'Consultation' },
        member: { name: 'A. Kaya', role: 'rapporteur' },
        mechanism: null,
        ends: now + 100,
      })
    }
    const signedIn = await post('/api/sign-in', { token })
    expect(signedIn.status).toBe(200)
    const cookie = signedIn.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    // PUBLIC_URL is on https: what comes in here over plain http has come by a proxy.
    expect(cookie).toMatch(/^__Host-minuta=.*Path=\/;.*Secure/)
    expect(cookie).not.toMatch(/Domain/)
    const me = await fetch(`${origin}/api/me`, { headers: { cookie: cookie.split(';')[0] as string } })
    expect(await me.json()).toMatchObject({
      me: [{ meeting: { id: 'm1', title: 'Consultation' }, member: { id: 'ann', role: 'rapporteur' } }],
    })
  })

  it('a link that was used up, has ended or never was says so and what to do', async () => {
    const used = await registry.invite('m1', 'ann', { uses: 1, ends: now + 100, now })
    await post('/api/sign-in', { token: used })
    expect(await codeOf(await post('/api/sign-in', { token: used }))).toEqual([
      410,
      'invitation-used',
      expect.stringContaining('Ask the chair'),
    ])
    const ended = await registry.invite('m1', 'ann', { uses: 1, ends: now + 100, now })
    now += 200
    expect((await codeOf(await post('/api/sign-in', { token: ended }))).slice(0, 2)).toEqual([
      410,
      'invitation-ended',
    ])
    const unknown = 'a'.repeat(43)
    expect((await codeOf(await post('/api/sign-in', { token: unknown }))).slice(0, 2)).toEqual([
      404,
      'invitation-unknown',
    ])
  })

  it.each([
    ['no token', {}],
    ['a token of another form', { token: '../x' }],
    ['no JSON', '{"token":'],
  ])('a body with %s is refused as a bad request', async (_, body) => {
    expect((await codeOf(await post('/api/sign-in', body))).slice(0, 2)).toEqual([400, 'bad-request'])
  })

  it('a page of another site can’t sign anybody in or out; the public address can', async () => {
    const token = await registry.invite('m1', 'ann', { uses: 5, ends: now + 100, now })
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {} as Record<string, string>,
    ]) {
      expect((await codeOf(await post('/api/sign-in', { token }, headers))).slice(0, 2)).toEqual([
        403,
        'origin-refused',
      ])
    }
    expect((await post('/api/sign-in', { token }, { origin: 'https://minuta.example' })).status).toBe(200)
  })

  it('a link that works once signs in once, however often it is pressed at the same moment', async () => {
    const token = await registry.invite('m1', 'ann', { uses: 1, ends: now + 100, now })
    const pressed = await Promise.all([1, 2, 3].map(() => post('/api/sign-in', { token })))
    expect(pressed.map(({ status }) => status).sort()).toEqual([200, 410, 410])
  })

  it('names that every object knows are no meetings', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(registry.meeting(name)).toBeNull()
      expect(registry.facts(name as never)).toBeNull()
    }
  })

  it('a badly formed bearer token lets no cookie through from nowhere', async () => {
    const token = await registry.invite('m1', 'ann', { uses: 1, ends: now + 100, now })
    const signedIn = await post('/api/sign-in', { token })
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] as string
    const headers = { cookie, authorization: 'Bearer !' }
    expect((await codeOf(await post('/api/sign-out', {}, headers))).slice(0, 2)).toEqual([
      403,
      'origin-refused',
    ])
    expect((await codeOf(await fetch(`${origin}/api/me`, { headers }))).slice(0, 2)).toEqual([
      401,
      'signed-out',
    ])
  })

  it('after signing out the cookie opens nothing', async () => {
    const token = await registry.invite('m1', 'ann', { uses: 1, ends: now + 100, now })
    const signedIn = await post('/api/sign-in', { token })
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] as string
    await post('/api/sign-out', {}, { origin, cookie })
    expect(JSON.parse(log.at(-1) ?? '')).toMatchObject({
      message: 'Audit: signed out',
      ...{ meeting: 'm1', member: 'ann', by: 'ann' },
    })
    expect((await codeOf(await fetch(`${origin}/api/me`, { headers: { cookie } }))).slice(0, 2)).toEqual([
      401,
      'signed-out',
    ])
  })

  it('no token is on disk or in the log', async () => {
    const token = await registry.invite('m1', 'ann', { uses: 2, ends: now + 100, now })
    await post('/api/sign-in', { token })
    expect(readFileSync(join(folder, 'registry', 'registry.json'), 'utf8')).not.toContain(token)
    expect(log.join('\n')).not.toContain(token)
  })

  it('sign-ins outlive a restart', async () => {
    const token = await registry.invite('m1', 'ann', { uses: 1, ends: now + 100, now })
    const signedIn = await registry.signIn({ token, now })
    if (typeof signedIn === 'string') throw new Error(signedIn)
    const again = await Registry.open(folder)
    expect(again.memberships(signedIn.signIn)).toMatchObject([{ id: 'ann' }])
  })

  it('an ended link says when it ended, a withdrawn one is not known any more', async () => {
    const ended = await registry.invite('m1', 'ann', { uses: 1, ends: now - 1, now })
    const shown = await fetch(`${origin}/api/invitations/${ended}`)
    expect(await shown.json()).toMatchObject({ error: { detail: { endedAt: now - 1 } } })
    const withdrawn = await registry.invite('m1', 'ann', { uses: 1, ends: now + 100, now })
    await registry.revoke('m1', 'ann')
    expect((await codeOf(await post('/api/sign-in', { token: withdrawn })))[1]).toBe('invitation-unknown')
  })
})

describe('a browser that is signed in already', () => {
  async function signIn(member: string, meeting: string, cookie = '', more = {}): Promise<[number, string]> {
    const token = await registry.invite(meeting, member, { uses: 1, ends: now + 100, now })
    const response = await post('/api/sign-in', { token, ...more }, { origin, cookie })
    return [response.status, (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '']
  }

  it('keeps one membership for each meeting', async () => {
    const [, cookie] = await signIn('ann', 'm1')
    const [, both] = await signIn('ann', 'm2', cookie)
    const meOf = async (cookie: string) => (await fetch(`${origin}/api/me`, { headers: { cookie } })).json()
    expect(((await meOf(both)) as { me: [] }).me).toHaveLength(2)
    // The token from before the new membership opens nothing any more.
    expect(await meOf(cookie)).toMatchObject({ error: { code: 'signed-out' } })
  })

  it('is asked before another member of the same meeting takes its place', async () => {
    const [, cookie] = await signIn('ann', 'm1')
    expect((await signIn('ben', 'm1', cookie))[0]).toBe(409)
    const [, other] = await signIn('ben', 'm1', cookie, { replace: true })
    const me = await (await fetch(`${origin}/api/me`, { headers: { cookie: other } })).json()
    expect(me).toMatchObject({ me: [{ member: { id: 'ben' } }] })
  })

  it('uses nothing up when its own link is opened again', async () => {
    const token = await registry.invite('m1', 'ann', { uses: 1, ends: now + 100, now })
    const first = await post('/api/sign-in', { token })
    const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] as string
    expect((await post('/api/sign-in', { token }, { origin, cookie })).status).toBe(200)
    expect((await post('/api/sign-in', { token })).status).toBe(410)
  })

  it('goes by the name that was written at the door, of 1 to 80 characters', async () => {
    await signIn('ben', 'm1', '', { name: '  B. Osei ' })
    expect(registry.member('m1', 'ben')?.name).toBe('B. Osei')
    expect((await signIn('ben', 'm1', '', { name: ' ' }))[0]).toBe(400)
    expect((await signIn('ben', 'm1', '', { name: 'x'.repeat(81) }))[0]).toBe(400)
    expect((await signIn('ben', 'm1', '', { name: 'B. Osei\u202e' }))[0]).toBe(400)
  })

  it('an address that guesses tokens is held up, and let in again after a minute', async () => {
    for (let guess = 0; guess < 60; guess++) await fetch(`${origin}/api/invitations/${'b'.repeat(43)}`)
    expect((await codeOf(await fetch(`${origin}/api/invitations/${'b'.repeat(43)}`))).slice(0, 2)).toEqual([
      429,
      'too-many',
    ])
    // Its good link is held up too, and is as good afterwards.
    const token = await registry.invite('m1', 'ann', { uses: 1, ends: now + 100_000, now })
    expect((await codeOf(await post('/api/sign-in', { token })))[1]).toBe('too-many')
    now += 60_000
    expect((await fetch(`${origin}/api/invitations/${'b'.repeat(43)}`)).status).toBe(404)
    expect((await post('/api/sign-in', { token })).status).toBe(200)
  })
})
