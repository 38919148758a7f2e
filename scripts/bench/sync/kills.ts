import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import { Random } from '../../fuzz/random.ts'
import { roomName } from '../contenders/bench-meetings.ts'
import { type Contender, HOCUSPOCUS_SQLITE, MINUTA, Y_WEBSOCKET_LEVEL } from '../contenders/contender.ts'
import { LoadClient, type Target } from '../load/client.ts'
import { Deliveries, runsOf } from '../load/deliveries.ts'
import { typeFor } from '../load/type-for.ts'
import { Typist } from '../load/typist.ts'
import type { Scenario } from './scenario.ts'
import { holdsWithin } from './with-server.ts'

const EDITS_PER_SECOND = 10
/** Long enough for a server that stores late to have stored something. */
const TYPING_MS = [2000, 10_000] as const
const QUICK_TYPING_MS = [300, 800] as const
/** What is not there after so long is gone. */
const FOUND_MS = 3000

const room = roomName(0)

/** Kills with -9 while one client types: edits that another had received and that are gone. */
export const kills: Scenario = {
  name: 'kills',
  title: ({ kills, quick }) => `${quick ? 2 : kills} kills (-9) while one types ${EDITS_PER_SECOND} a second`,
  contenders: [HOCUSPOCUS_SQLITE, Y_WEBSOCKET_LEVEL, MINUTA],
  figures: [
    { key: 'received', title: 'edits another had received', digits: 0, sum: true },
    { key: 'gone', title: 'of these gone', digits: 0, sum: true },
  ],
  budgets: [{ says: 'none gone', value: (of) => of(MINUTA, 'gone'), digits: 0, most: 0 }],
  rounds: 1,
  async measure(contender, { kills, quick, workFolder }) {
    const folder = mkdtempSync(join(workFolder, 'kills-'))
    const signIns = await contender.prepare(folder, { rooms: 1, members: 1 })
    const random = new Random(1)
    const [least, most] = quick ? QUICK_TYPING_MS : TYPING_MS
    const total = { received: 0, gone: 0 }
    for (let kill = 0; kill < (quick ? 2 : kills); kill++) {
      const { clientID, received } = await killOnce(contender, folder, signIns, random.int(least, most))
      const server = await contender.start(folder, signIns)
      const found = await findTyped(server.target, clientID, received)
      await server.kill()
      total.received += received
      total.gone += received - found
    }
    rmSync(folder, { recursive: true, force: true })
    return total
  },
}

/** Types for a while, then kills the server at the very moment at which another client receives an edit. */
async function killOnce(
  contender: Contender,
  folder: string,
  signIns: readonly string[],
  ms: number,
): Promise<{ clientID: number; received: number }> {
  const server = await contender.start(folder, signIns)
  const typist = await Typist.connect(server.target, { room, member: 0 })
  const other = await LoadClient.connect(server.target, { room, member: 0 })
  const { clientID } = typist
  let received = 0
  let isDue = false
  let killing: Promise<void> | null = null
  other.onUpdate = (update) => {
    for (const { client, clock, length } of runsOf(update))
      if (client === clientID && killing === null) received = Math.max(received, clock + length)
    if (isDue) killing ??= server.kill()
  }
  const unmeasured = new Deliveries([clientID])
  const typing = { typists: [typist], perSecond: EDITS_PER_SECOND, receivers: 0 }
  await typeFor({ ...typing, ms }, unmeasured)
  isDue = true
  await typeFor({ ...typing, ms: 1000 }, unmeasured)
  await (killing ?? server.kill())
  return { clientID, received }
}

/** Says how many characters of a clientID the server still has. */
async function findTyped(target: Target, clientID: number, wanted: number): Promise<number> {
  const doc = new Y.Doc()
  const found = (): number => Y.decodeStateVector(Y.encodeStateVector(doc)).get(clientID) ?? 0
  const reader = await LoadClient.connectUntil(target, { room, member: 0 }, (step, update) => {
    Y.applyUpdate(doc, update)
    return step === 1
  })
  reader.onUpdate = (update) => Y.applyUpdate(doc, update)
  await holdsWithin(FOUND_MS, () => found() >= wanted)
  await reader.close()
  return Math.min(found(), wanted)
}
