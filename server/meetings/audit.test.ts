import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Router } from 'express'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { SIGN_IN_COOKIE } from '../access/caller.ts'
import { createApp } from '../http/create-app.ts'
import { createLogger } from '../log/logger.ts'
import { operatorRoutes } from '../operator/operator-routes.ts'
import { Registry } from '../registry/registry.ts'
import { testMeeting, testMember } from '../registry/testing/meeting.ts'
import { meetingRoutes } from './meeting-routes.ts'

const folder = mkdtempSync(join(tmpdir(), 'minuta-audit-'))
const NAME = 'Ann Kaya'
const KEY = 'k'.repeat(43)
const now = (): number => 1_000
let lines: string[] = []
let server: Server
let origin = ''
let cookie = ''

beforeAll(async () => {
  const registry = await Registry.open(folder)
  await registry.addMeeting('m1', testMeeting(), [
    testMember('ann', { name: NAME }),
    testMember('osei', { role: 'chair', name: 'R. Osei' }),
  ])
  const token = await registry.invite('m1', 'osei', { uses: 1, ends: 2_000, now: 0 })
  const chair = await registry.signIn({ token, now: now() })
  if (typeof chair === 'string') throw new Error(chair)
  cookie = `${SIGN_IN_COOKIE}=${chair.signIn}`
  const log = createLogger('info', (line) => lines.push(line))
  const links = { here: 'http://here', network: undefined }
  const api = Router()
  api.use(meetingRoutes({ registry, publicUrl: undefined, now, log, addresses: () => links }))
  api.use(operatorRoutes({ registry, key: () => KEY, base: () => links.here, now, log }))
  server = createServer(createApp({ config: { trustProxy: false }, log, api, clientFolder: folder }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

beforeEach(() => {
  lines = []
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

async function send(method: string, path: string, body: unknown, authorization?: string): Promise<string> {
  const who = authorization === undefined ? { cookie, origin } : { authorization }
  const response = await fetch(`${origin}/api${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...who },
    body: JSON.stringify(body),
  })
  return `${response.status} ${await response.text()}`
}

it.each<[string, string, string, object, object]>([
  ['a phase', 'PATCH', '', { phase: 'comments' }, { message: 'Audit: phase set', phase: 'comments' }],
  [
    ...(['a role', 'PATCH', '/members/ann', { role: 'observer', topics: [] }] as const),
    { message: 'Audit: member changed', member: 'ann', role: 'observer', topics: [] },
  ],
  [
    ...(['an invitation', 'POST', '/members/ann/invitation', {}] as const),
    { message: 'Audit: invited', member: 'ann' },
  ],
  [
    ...(['a revocation', 'POST', '/members/ann/invitation/revoke', {}] as const),
    { message: 'Audit: invitations revoked', member: 'ann' },
  ],
  [
    ...(['signing somebody out', 'POST', '/members/ann/sign-out', {}] as const),
    { message: 'Audit: signed out', member: 'ann' },
  ],
])('%s leaves one line with who did it, by ids alone', async (_, method, path, body, line) => {
  const answer = await send(method, `/meetings/m1${path}`, body)
  expect(answer).toMatch(/^200/)
  expect(lines.map((each) => JSON.parse(each))).toMatchObject([{ ...line, meeting: 'm1', by: 'osei' }])
  const token = /join\/([^"]+)/.exec(answer)?.[1]
  for (const secret of [NAME, 'Osei', cookie.split('=')[1], token])
    if (secret !== undefined) expect(lines.join()).not.toContain(secret)
})

it('the operator’s invitation leaves a line too', async () => {
  const body = { meeting: 'm1', role: 'observer', name: 'N. Newcomer' }
  expect(await send('POST', '/operator/invitations', body, `Bearer ${KEY}`)).toMatch(/^200/)
  expect(lines.map((each) => JSON.parse(each))).toMatchObject([
    { message: 'Audit: invited', meeting: 'm1', role: 'observer', by: 'operator' },
  ])
  expect(lines.join()).not.toContain('Newcomer')
})

it('what was refused leaves no line', async () => {
  expect(await send('PATCH', '/meetings/m1/members/osei', { role: 'observer' })).toMatch(/^409/)
  expect(await send('POST', '/meetings/m1/members/nobody/sign-out', {})).toMatch(/^404/)
  expect(await send('POST', '/meetings/m1/members/nobody/invitation/revoke', {})).toMatch(/^404/)
  expect(lines).toEqual([])
})
