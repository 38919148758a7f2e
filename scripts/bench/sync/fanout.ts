import {
  HOCUSPOCUS,
  HOCUSPOCUS_SQLITE,
  MINUTA,
  RELAY,
  RELAY_10,
  STORING_PEERS,
  Y_WEBSOCKET,
  Y_WEBSOCKET_LEVEL,
} from '../contenders/contender.ts'
import { typeFor } from '../load/type-for.ts'
import { gather } from './crowd.ts'
import type { Budget, Scenario } from './scenario.ts'
import { holdsWithin, withServer } from './with-server.ts'

const TYPISTS = 20
const EDITS_PER_SECOND = 5 * TYPISTS
/** Servers stay up for months: what counts is code that the engine has seen often. */
const WARM_UP_MS = 30_000
/** A server that falls behind is given so long to deliver what is left. */
const DRAIN_MS = 60_000

/** One room, so many people, 20 of them typing 5 characters a second, each with a cursor update. */
export function fanout(people: number): Scenario {
  const sized = (quick: boolean): number => (quick ? people / 10 : people)
  return {
    name: `fanout-${people}`,
    title: ({ quick }) =>
      `One room, ${sized(quick)} people, ${quick ? 4 : TYPISTS} typing 5 characters a second`,
    contenders: [HOCUSPOCUS, HOCUSPOCUS_SQLITE, Y_WEBSOCKET, Y_WEBSOCKET_LEVEL, RELAY, RELAY_10, MINUTA],
    figures: [
      { key: 'sent', title: 'edits / s', digits: 0 },
      { key: 'p50', title: 'p50 ms', digits: 1 },
      { key: 'p99', title: 'p99 ms', digits: 1 },
      { key: 'cpu', title: 'CPU ms / 1,000 deliveries', digits: 2 },
      { key: 'bytes', title: 'bytes / delivery', digits: 0 },
      { key: 'missing', title: 'not delivered', digits: 0, sum: true },
    ],
    budgets: budgets(people),
    rounds: 3,
    measure: (contender, setting) =>
      withServer(contender, setting, { rooms: 1, clients: sized(setting.quick) }, async (server) => {
        const { quick } = setting
        const count = sized(quick)
        const crowd = await gather(server.target, count, quick ? 4 : TYPISTS)
        const { typists, deliveries, clients } = crowd
        const perSecond = quick ? 20 : EDITS_PER_SECOND
        await typeFor({ typists, perSecond, ms: quick ? 500 : WARM_UP_MS, receivers: 0 }, deliveries)
        const cpuBefore = server.cpuMs()
        const bytesBefore = sumOfBytes(clients)
        const ms = quick ? 1500 : 10_000
        const sent = await typeFor({ typists, perSecond, ms, receivers: count - 1 }, deliveries)
        await holdsWithin(DRAIN_MS, () => deliveries.count >= deliveries.expected)
        const cpuMs = server.cpuMs() - cpuBefore
        const bytes = sumOfBytes(clients) - bytesBefore
        await crowd.close()
        const { count: delivered, expected, latency } = deliveries
        return {
          sent: (1000 * sent) / ms,
          p50: latency.percentile(0.5),
          p99: latency.percentile(0.99),
          cpu: (1000 * cpuMs) / delivered,
          bytes: bytes / delivered,
          missing: expected - delivered,
        }
      }),
  }
}

function sumOfBytes(clients: readonly { readonly bytes: number }[]): number {
  return clients.reduce((sum, { bytes }) => sum + bytes, 0)
}

function budgets(people: number): Budget[] {
  const p99 = people > 200 ? 60 : 40
  const common: Budget[] = [
    { says: `p99 ≤ ${p99} ms`, value: (of) => of(MINUTA, 'p99'), digits: 1, most: p99 },
    {
      says: 'CPU ≤ 1.3 × relay10',
      value: (of) => of(MINUTA, 'cpu') / of(RELAY_10, 'cpu'),
      digits: 2,
      most: 1.3,
    },
    { says: 'nothing undelivered', value: (of) => of(MINUTA, 'missing'), digits: 0, most: 0 },
  ]
  if (people > 200) return common
  return [
    ...common,
    {
      says: 'CPU ≤ 1/3 of Hocuspocus + SQLite',
      value: (of) => of(MINUTA, 'cpu') / of(HOCUSPOCUS_SQLITE, 'cpu'),
      digits: 2,
      most: 1 / 3,
    },
    {
      says: 'bytes ≤ 1/2 of the storing peers',
      value: (of) => Math.max(...STORING_PEERS.map((peer) => of(MINUTA, 'bytes') / of(peer, 'bytes'))),
      digits: 2,
      most: 0.5,
    },
  ]
}
