import { roomName } from '../contenders/bench-meetings.ts'
import { HOCUSPOCUS_SQLITE, MINUTA, Y_WEBSOCKET_LEVEL } from '../contenders/contender.ts'
import type { ServerChild } from '../contenders/server-child.ts'
import { attackFrom } from '../hostile/attack-from.ts'
import { type AttackName, attacks } from '../hostile/attacks.ts'
import { presenceFrame } from '../load/frames.ts'
import { typeFor } from '../load/type-for.ts'
import { type Crowd, gather } from './crowd.ts'
import type { Scenario } from './scenario.ts'
import { holdsWithin, pause, withServer } from './with-server.ts'

const HONEST = 5
/** The attackers' sign-ins: a member may hold 64 connections, and 2,000 are to come in. */
const ATTACKERS = 40
const CLIENTS = 32 * (1 + ATTACKERS)
const MIB = 2 ** 20
const WARM_SHARE = 0.2
const QUICK_SHARE = 0.1
const SAMPLE_MS = 20
const DRAIN_MS = 5000
/** As often as y-protocols renews a presence. */
const PRESENCE_MS = 15_000

/** One hostile client in a room in which honest people work. */
function hostile(name: AttackName): Scenario {
  return {
    name: `hostile-${name.toLowerCase().replace(/\W+/g, '-')}`,
    title: () => (name === 'none' ? 'Hostile: nobody, to compare with' : `Hostile: ${name}`),
    contenders: [HOCUSPOCUS_SQLITE, Y_WEBSOCKET_LEVEL, MINUTA],
    figures: [
      { key: 'grows', title: 'grows by MiB', digits: 1 },
      { key: 'keeps', title: 'keeps MiB', digits: 2 },
      { key: 'waits', title: 'honest wait at worst, ms', digits: 0 },
      { key: 'cut', title: 'honest cut', digits: 0, sum: true },
      { key: 'died', title: 'server died or hung', digits: 0, sum: true },
    ],
    budgets: [
      { says: 'grows ≤ 32 MiB', value: (of) => of(MINUTA, 'grows'), digits: 1, most: 32 },
      { says: 'keeps ≤ 1 MiB', value: (of) => of(MINUTA, 'keeps'), digits: 2, most: 1 },
      { says: 'honest wait ≤ 50 ms', value: (of) => of(MINUTA, 'waits'), digits: 0, most: 50 },
      { says: 'no honest member cut', value: (of) => of(MINUTA, 'cut'), digits: 0, most: 0 },
    ],
    rounds: 1,
    measure: (contender, setting) =>
      withServer(contender, setting, { rooms: 1, clients: CLIENTS }, async (server) => {
        const crowd = await gather(server.target, HONEST, 1)
        const stopShowing = keepPresent(crowd)
        // A first, small attack brings up what the server makes once, so that only what stays of the second counts.
        await attackWhileTyping(server, crowd, name, setting.quick ? QUICK_SHARE / 2 : WARM_SHARE)
        await pause(500)
        const heapBefore = await server.heapBytes()
        const peak = watchPeak(server)
        crowd.deliveries.restart()
        await attackWhileTyping(server, crowd, name, setting.quick ? QUICK_SHARE : 1)
        const arrived = await allArrive(crowd)
        const grows = peak()
        const cut = crowd.clients.filter(({ closed }) => closed !== null).length
        await pause(1000)
        const keeps = (await server.heapBytes()) - heapBefore
        const waits = arrived ? crowd.deliveries.latency.most : Number.POSITIVE_INFINITY
        stopShowing()
        await crowd.close()
        return { grows: grows / MIB, keeps: keeps / MIB, waits, cut, died: Number.isNaN(keeps) ? 1 : 0 }
      }),
  }
}

/** Every attack, each a table of its own. */
export const hostileScenarios: readonly Scenario[] = (Object.keys(attacks) as AttackName[]).map(hostile)

async function attackWhileTyping(
  { target }: ServerChild,
  { typists, clients, deliveries }: Crowd,
  name: AttackName,
  share: number,
): Promise<void> {
  const members = Array.from({ length: ATTACKERS }, (_, index) => index + 1)
  let isOver = false
  const over = attackFrom(name, { target, room: roomName(0), members, share }).then(() => {
    isOver = true
  })
  while (!isOver)
    await typeFor({ typists, perSecond: 10, ms: 200, receivers: clients.length - 1 }, deliveries)
  await over
}

function allArrive({ deliveries }: Crowd): Promise<boolean> {
  return holdsWithin(DRAIN_MS, () => deliveries.count >= deliveries.expected)
}

/** Shows the readers again and again, as providers do: Hocuspocus closes who has been silent for a minute. */
function keepPresent({ clients, typists }: Crowd): () => void {
  const readers = clients.slice(typists.length)
  let clock = 0
  const timer = setInterval(() => {
    clock++
    for (const reader of readers) reader.send(presenceFrame(reader.clientID, clock, {}))
  }, PRESENCE_MS)
  return () => clearInterval(timer)
}

/** Watches a server's memory from now on; the returned function ends it and says by how much it grew at most. */
function watchPeak(server: ServerChild): () => number {
  const before = server.residentBytes()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, server.residentBytes())
  }, SAMPLE_MS)
  return () => {
    clearInterval(timer)
    return most - before
  }
}
