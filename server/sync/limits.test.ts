import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import {
  MAX_BYTES_BURST,
  MAX_CONNECTIONS_PER_MEMBER,
  MAX_FRAME_BYTES,
  MAX_FRAMES_BURST,
  MAX_FRAMES_PER_SECOND,
} from '../../shared/limits/sync-limits.ts'
import { SYNC, syncFrame } from '../../shared/protocol/messages.ts'
import { awarenessUpdate } from '../testing/awareness-update.ts'
import { type TestCaller, TestServer } from '../testing/running.ts'
import { SyncClient } from '../testing/sync-client.ts'
import { Connection } from './connection.ts'
import { FrameBudget } from './frame-budget.ts'
import { StillClock } from './testing/still-clock.ts'

const server = new TestServer()
const ROOM = 'm/berlin-2013/notes/t2'
let chair: TestCaller
let honest: SyncClient

beforeAll(async () => {
  await server.start()
  chair = await server.signIn(server.chairLink)
  const rapporteur = await server.signInMember(chair, 'l-moreau')
  honest = new SyncClient(server.origin, rapporteur, ROOM)
  await honest.synced
})

afterAll(() => server.close())

function knock(headers: Record<string, string> = { cookie: chair.cookie, origin: server.origin }): WebSocket {
  return new WebSocket(`${server.origin.replace('http', 'ws')}/sync/${encodeURIComponent(ROOM)}`, { headers })
}

function closing(socket: WebSocket): Promise<number> {
  socket.on('error', () => {})
  return new Promise((resolve) => socket.once('close', resolve))
}

/** The honest member in the same room goes on: what it types is stored, and it was never cut. */
async function honestGoesOn(): Promise<void> {
  const before = honest.stored
  honest.type('x')
  await expect.poll(() => honest.stored).toBeGreaterThan(before)
  expect(honest.closedWith).toBeNull()
}

describe('[SY8] a hostile client', () => {
  it('with a frame of 64 MiB is cut off before it is read', async () => {
    const socket = knock()
    await new Promise((resolve) => socket.once('open', resolve))
    socket.send(new Uint8Array(64 * 1024 * 1024))
    expect(await closing(socket)).toBe(1009)
    expect(MAX_FRAME_BYTES).toBeLessThan(64 * 1024 * 1024)
    await honestGoesOn()
  })

  it('with garbage is told so and cut off', async () => {
    const socket = knock()
    await new Promise((resolve) => socket.once('open', resolve))
    socket.send(Uint8Array.of(99, 1, 2, 3))
    expect(await closing(socket)).toBe(4400)
    await honestGoesOn()
  })

  it('with a flood is cut off and may come back', async () => {
    const socket = knock()
    await new Promise((resolve) => socket.once('open', resolve))
    const code = closing(socket)
    for (let frame = 0; frame <= MAX_FRAMES_BURST + MAX_FRAMES_PER_SECOND; frame++)
      socket.send(Uint8Array.of(3))
    expect(await code).toBe(1013)
    await honestGoesOn()
  })

  it('with presence of 1 MiB shows nothing of it', async () => {
    const liar = new SyncClient(server.origin, chair, ROOM)
    await expect.poll(() => liar.isSynced).toBe(true)
    const json = JSON.stringify({ lie: 'x'.repeat(1024 * 1024) })
    liar.send(awarenessUpdate(1, liar.doc.clientID, 1, json))
    await honestGoesOn()
    expect(honest.largestFrame).toBeLessThan(10_000)
    liar.close()
  })

  it('that opens more sockets than a member has is turned away, and nobody else is', async () => {
    const sockets = Array.from({ length: MAX_CONNECTIONS_PER_MEMBER + 5 }, () => knock())
    const closed: number[] = []
    for (const socket of sockets) void closing(socket).then((code) => closed.push(code))
    await expect.poll(() => closed.length, { timeout: 5000 }).toBe(5)
    expect(new Set(closed)).toEqual(new Set([1013]))
    await honestGoesOn()
    for (const socket of sockets) socket.terminate()
  })

  it('that was refused and goes on sending ends nothing but itself', async () => {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
    const upgrade = `GET /sync/${encodeURIComponent(ROOM)} HTTP/1.1\r\nHost: ${new URL(server.origin).host}\r\n`
    const headers = `Origin: ${server.origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n`
    socket.write(`${upgrade}${headers}Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`)
    socket.once('data', () => socket.write(Uint8Array.of(0xff, 0x80, 0, 0, 0, 0)))
    await new Promise((resolve) => socket.once('close', resolve))
    await honestGoesOn()
  })

  it('that resets a refused upgrade ends nothing but itself', async () => {
    for (let attempt = 0; attempt < 50; attempt++) {
      const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
      socket.on('error', () => {})
      await new Promise((resolve) => socket.once('connect', resolve))
      socket.write('GET /nope HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
      socket.resetAndDestroy()
    }
    await honestGoesOn()
  })

  it('with a state vector of a million clients is refused before it is read', async () => {
    const asker = new SyncClient(server.origin, chair, ROOM)
    await asker.synced
    asker.send(syncFrame(SYNC.step1, new Uint8Array(1024 * 1024)))
    await expect.poll(() => asker.closedWith).toBe(4409)
    expect(asker.refused).toMatchObject([{ code: 'too-much' }])
    await honestGoesOn()
  })

  it('without a sign-in is told so', async () => {
    expect(await closing(knock({ origin: server.origin }))).toBe(4401)
  })

  it('from another site’s page gets no socket', async () => {
    const refused = knock({ cookie: chair.cookie, origin: 'https://evil.example' })
    const status = await new Promise((resolve) =>
      refused.once('unexpected-response', (_request, response) => resolve(response.statusCode)),
    )
    expect(status).toBe(403)
  })
})

describe('[SY8] a socket', () => {
  function silent(): { connection: Connection; clock: StillClock; closed: number[] } {
    const clock = new StillClock()
    const closed: number[] = []
    const socket = { send: () => {}, close: (code: number) => closed.push(code), bufferedBytes: 0 }
    const member = { id: 'ann', name: 'ann', role: 'rapporteur', mechanism: null, colour: 0 } as never
    return { connection: new Connection(socket, { member, mayWrite: true }, clock), clock, closed }
  }

  it('on which nobody says a word is closed after a whole round, not because it came just before one', () => {
    const { connection, clock, closed } = silent()
    connection.keepAlive()
    expect(closed).toEqual([])
    connection.keepAlive()
    expect(closed).toEqual([4508])
    expect(clock.timers.size).toBe(0)
  })

  it('that waits for its room keeps a bounded number of frames', () => {
    const { connection, closed } = silent()
    for (let frame = 0; frame < 64; frame++) connection.receive(Uint8Array.of(3))
    expect(closed).toEqual([])
    connection.receive(Uint8Array.of(3))
    expect(closed).toEqual([1013])
  })
})

describe('[SY8] what one connection may send', () => {
  it('fills up again with time, up to a burst', () => {
    const budget = new FrameBudget(0)
    for (let frame = 0; frame < MAX_FRAMES_BURST; frame++) expect(budget.spend(1, 0)).toBe(true)
    expect(budget.spend(1, 0)).toBe(false)
    expect(budget.spend(1, 1000)).toBe(true)
  })

  it('is counted in bytes as well', () => {
    const budget = new FrameBudget(0)
    expect(budget.spend(MAX_BYTES_BURST, 0)).toBe(true)
    expect(budget.spend(1024, 0)).toBe(false)
    expect(budget.spend(1024, 10_000)).toBe(true)
  })
})
