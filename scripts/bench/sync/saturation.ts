import {
  HOCUSPOCUS,
  HOCUSPOCUS_SQLITE,
  MINUTA,
  RELAY,
  RELAY_10,
  Y_WEBSOCKET,
  Y_WEBSOCKET_LEVEL,
} from '../contenders/contender.ts'
import { typeFor } from '../load/type-for.ts'
import { type Crowd, gather } from './crowd.ts'
import type { Scenario } from './scenario.ts'
import { holdsWithin, withServer } from './with-server.ts'

const PEOPLE = 200
const TYPISTS = 20
const MOST_P99_MS = 250
/** From one rate to the next. */
const STEP = 1.5
const FIRST_RATE = 100
const LAST_RATE = 20_000
/** What a rate leaves behind must arrive within this, or the server is only filling a queue. */
const DRAIN_MS = 5000
/** This machine must be able to send that much of a rate, or it is the load that is saturated. */
const LEAST_SENT = 0.9

/** Edits a second in one room of 200 before the 99th percentile of delivery passes 250 ms. */
export const saturation: Scenario = {
  name: 'saturation',
  title: ({ quick }) => `Saturation: one room, ${quick ? 20 : PEOPLE} people, edits a second at p99 ≤ 250 ms`,
  contenders: [HOCUSPOCUS, HOCUSPOCUS_SQLITE, Y_WEBSOCKET, Y_WEBSOCKET_LEVEL, RELAY, RELAY_10, MINUTA],
  figures: [
    { key: 'rate', title: 'edits / s', digits: 0 },
    { key: 'p99', title: 'p99 ms there', digits: 1 },
  ],
  budgets: [{ says: '≥ 5,000 edits / s', value: (of) => of(MINUTA, 'rate'), digits: 0, least: 5000 }],
  rounds: 3,
  measure: (contender, setting) => {
    const people = setting.quick ? 20 : PEOPLE
    return withServer(contender, setting, { rooms: 1, clients: people }, async (server) => {
      const crowd = await gather(server.target, people, setting.quick ? 4 : TYPISTS)
      const ms = setting.quick ? 300 : 3000
      const last = setting.quick ? FIRST_RATE * STEP : LAST_RATE
      let best = { rate: 0, p99: Number.NaN }
      let rate = FIRST_RATE
      for (; rate <= last; rate *= STEP) {
        const held = await hold(crowd, rate, ms)
        if (held === null) break
        best = held
      }
      // Once more between the last rate that held and the first that didn't.
      const between = await hold(crowd, rate / Math.sqrt(STEP), ms)
      if (rate <= last && between !== null) best = between
      await crowd.close()
      return best
    })
  },
}

/** Types at a rate; gives what was reached, or null when the server did not hold it. */
async function hold(
  { typists, clients, deliveries }: Crowd,
  perSecond: number,
  ms: number,
): Promise<{ rate: number; p99: number } | null> {
  await typeFor({ typists, perSecond, ms: ms / 3, receivers: 0 }, deliveries)
  deliveries.restart()
  const sent = await typeFor({ typists, perSecond, ms, receivers: clients.length - 1 }, deliveries)
  const arrived = await holdsWithin(DRAIN_MS, () => deliveries.count >= deliveries.expected)
  const p99 = deliveries.latency.percentile(0.99)
  const rate = (1000 * sent) / ms
  return arrived && p99 <= MOST_P99_MS && rate >= LEAST_SENT * perSecond ? { rate, p99 } : null
}
