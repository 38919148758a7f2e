import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Router } from 'express'
import { nanoid } from 'nanoid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SIGN_IN_COOKIE } from '../access/caller.ts'
import { Commands } from '../commands/commands.ts'
import { createApp } from '../http/create-app.ts'
import { MemoryJournal } from '../journal/testing/memory-journal.ts'
import { copyOf, writeCopy } from '../ledger/ledger-copy.ts'
import { createLogger } from '../log/logger.ts'
import { Registry } from '../registry/registry.ts'
import { testMeeting, testMember } from '../registry/testing/meeting.ts'
import { systemClock } from '../sync/ports.ts'
import { Rooms } from '../sync/rooms.ts'
import { seedOf } from '../sync/seed.ts'
import { itemRoutes } from './item-routes.ts'

const folder = mkdtempSync(join(tmpdir(), 'minuta-items-'))
let rooms: Rooms
let server: Server
let origin = ''
const cookies = new Map<string, string>()

beforeAll(async () => {
  const registry = await Registry.open(folder)
  const members = [testMember('ann'), testMember('paul', { role: 'participant' })]
  await registry.addMeeting('m1', testMeeting(), members)
  for (const { id } of members) {
    const token = await registry.invite('m1', id, { uses: 1, ends: 2, now: 1 })
    const signedIn = await registry.signIn({ token, now: 1 })
    if (typeof signedIn === 'string') throw new Error(signedIn)
    cookies.set(id, `${SIGN_IN_COOKIE}=${signedIn.signIn}`)
  }
  const seed: ConstructorParameters<typeof Rooms>[2] = (parts, isNew) => {
    if (parts.kind === 'ledger') return (doc) => writeCopy(doc, copyOf(testMeeting(), members))
    return seedOf(parts, isNew)
  }
  const journal = new MemoryJournal()
  rooms = new Rooms(journal, systemClock, seed, () => {})
  const api = Router()
  const commands = new Commands(rooms, journal, systemClock)
  api.use(itemRoutes({ registry, publicUrl: undefined, commands }))
  const log = createLogger('error', () => {})
  server = createServer(createApp({ config: { trustProxy: false }, log, api, clientFolder: folder }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.close()
  await rooms.close()
  rmSync(folder, { recursive: true, force: true })
})

async function send(
  method: string,
  path: string,
  body: object,
  by = 'ann',
): Promise<{ status: number; code?: string }> {
  const answer = await fetch(`${origin}/api/meetings/m1/${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      Cookie: cookies.get(by) ?? '',
      Origin: origin,
      'Idempotency-Key': nanoid(),
    },
    body: JSON.stringify(body),
  })
  const { error } = (await answer.json()) as { error?: { code: string } }
  return { status: answer.status, ...(error === undefined ? {} : { code: error.code }) }
}

describe('[AD2] over HTTP', () => {
  beforeAll(async () => {
    for (const id of ['a', 'b'])
      await send('POST', 'items', { id, type: 'recommendation', section: 'general', after: null })
  })

  it('an alternative is made, decided and released; what can’t be understood or done is said', async () => {
    const made = { id: 'c', type: 'recommendation', section: 'general', after: null, alternativeOf: 'a' }
    expect(await send('POST', 'items', made)).toEqual({ status: 200 })
    expect(await send('PATCH', 'items/b/alternative', { of: 'c' })).toEqual({ status: 200 })
    expect(await send('PATCH', 'items/b/alternative', { of: null })).toEqual({ status: 200 })
    expect(await send('PATCH', 'items/a/alternative', { of: 'c' })).toMatchObject({ code: 'conflict' })
    expect(await send('PATCH', 'items/b/alternative', {})).toMatchObject({ status: 400, code: 'bad-request' })
    expect(await send('PATCH', 'items/b/alternative', { of: 'a' }, 'paul')).toMatchObject({
      code: 'forbidden',
    })
  })

  it('who asked for brackets is noted by the drafting group alone, and only for brackets that are there', async () => {
    const asked = { mechanism: 'aut', asks: true }
    expect(await send('PATCH', 'items/a/brackets/k', asked, 'paul')).toMatchObject({ code: 'forbidden' })
    expect(await send('PATCH', 'items/a/brackets/k', asked)).toMatchObject({ code: 'passage-unknown' })
    for (const wrong of [{ ...asked, mechanism: '<' }, { mechanism: 'aut' }, { mechanisms: ['aut'] }])
      expect(await send('PATCH', 'items/a/brackets/k', wrong)).toMatchObject({ status: 400 })
    expect(await send('PATCH', 'items/a/brackets/%3C', asked)).toMatchObject({ code: 'not-found' })
  })
})
