import * as Y from 'yjs'
import { roomName } from '../contenders/bench-meetings.ts'
import {
  HOCUSPOCUS,
  HOCUSPOCUS_SQLITE,
  MINUTA,
  RELAY,
  Y_WEBSOCKET,
  Y_WEBSOCKET_LEVEL,
} from '../contenders/contender.ts'
import type { ServerChild } from '../contenders/server-child.ts'
import { closeAll, connectAll, type LoadClient, newClientID } from '../load/client.ts'
import type { Figures, Scenario } from './scenario.ts'
import { pause, withServer } from './with-server.ts'

const ROOMS = 1000
/** Enough sign-ins for two members. */
const CLIENTS = 64
const SETTLE_MS = 1500
/** A heap that falls by less than this is still. */
const STILL_BYTES = 64 * 1024
const MOST_LOOKS = 20
/** Such a page makes the peers hold some 47 KiB a room, as where the budgets were set. */
const PAGE_EDITS = 70

/** Many small rooms with two clients each: what a connection and a room hold, and what is left of them. */
export const rooms: Scenario = {
  name: 'rooms',
  title: ({ quick }) => `${quick ? 40 : ROOMS} rooms with 2 clients each`,
  contenders: [HOCUSPOCUS, HOCUSPOCUS_SQLITE, Y_WEBSOCKET, Y_WEBSOCKET_LEVEL, RELAY, MINUTA],
  figures: [
    { key: 'connection', title: 'KiB / connection', digits: 1 },
    { key: 'room', title: 'KiB / room', digits: 1 },
    { key: 'left', title: 'KiB left / room', digits: 2 },
    { key: 'connecting', title: 'connecting all, s', digits: 2 },
  ],
  budgets: [
    { says: '≤ 8 KiB / connection', value: (of) => of(MINUTA, 'connection'), digits: 1, most: 8 },
    { says: '≤ 30 KiB / room', value: (of) => of(MINUTA, 'room'), digits: 1, most: 30 },
    { says: '0.1 KiB left / room', value: (of) => of(MINUTA, 'left'), digits: 2, most: 0.1 },
    { says: 'connecting all ≤ 1.6 s', value: (of) => of(MINUTA, 'connecting'), digits: 2, most: 1.6 },
    {
      says: 'connecting all ≤ 2 × bare relay',
      value: (of) => of(MINUTA, 'connecting') / of(RELAY, 'connecting'),
      digits: 2,
      most: 2,
    },
  ],
  rounds: 3,
  measure: (contender, setting) => {
    const count = setting.quick ? 40 : ROOMS
    return withServer(contender, setting, { rooms: 2 * count, clients: CLIENTS }, async (server) => {
      // The first thousand rooms warm the server up; what stays of the second thousand is what leaks.
      await fill(server, 0, count)
      const before = await emptied(server, contender.idleMs)
      const { connecting, first, second } = await fill(server, count, count)
      const after = await emptied(server, contender.idleMs)
      const connection = second - first
      const room = first - before - connection
      const kib = (bytes: number): number => bytes / 1024 / count
      return {
        connection: kib(connection),
        room: kib(room),
        left: kib(after - before),
        connecting: connecting / 1000,
      } satisfies Figures
    })
  },
}

/** Fills rooms with one client, then with two, and empties them. Gives the time it took and the heap each time. */
async function fill(
  server: ServerChild,
  from: number,
  count: number,
): Promise<{ connecting: number; first: number; second: number }> {
  const clientID = newClientID()
  const page = pageOf(clientID)
  const names = Array.from({ length: count }, (_, index) => roomName(from + index))
  const enter = (member: number): Promise<LoadClient[]> => {
    const own = member === 0 ? { clientID } : {}
    return connectAll(
      server.target,
      names.map((room) => ({ room, member, ...own })),
    )
  }
  const started = performance.now()
  const ones = await enter(0)
  const halfway = performance.now()
  for (const client of ones) client.sendUpdate(page)
  await pause(SETTLE_MS)
  const first = await server.heapBytes()
  const resumed = performance.now()
  const others = await enter(1)
  const connecting = halfway - started + (performance.now() - resumed)
  await pause(SETTLE_MS)
  const second = await server.heapBytes()
  await closeAll([...ones, ...others])
  return { connecting, first, second }
}

/** Gives the heap when the rooms have gone: after that time, and when it falls no more. */
async function emptied(server: ServerChild, idleMs: number): Promise<number> {
  await pause(idleMs)
  let least = await server.heapBytes()
  for (let look = 0; look < MOST_LOOKS; look++) {
    await pause(SETTLE_MS)
    const heap = await server.heapBytes()
    if (heap > least - STILL_BYTES) return Math.min(heap, least)
    least = heap
  }
  return least
}

/** A page of notes that was written here and there, so that a room holds something. */
function pageOf(clientID: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientID
  const text = doc.getText('text')
  for (let edit = 0; edit < PAGE_EDITS; edit++)
    text.insert((edit * 37) % (text.length + 1), 'Twenty more letters. ')
  return Y.encodeStateAsUpdate(doc)
}
