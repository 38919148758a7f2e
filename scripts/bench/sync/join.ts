import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import { SYNC, syncFrame } from '../../../shared/protocol/messages.ts'
import { roomName } from '../contenders/bench-meetings.ts'
import {
  BLOB,
  type Contender,
  HOCUSPOCUS_SQLITE,
  MINUTA,
  Y_WEBSOCKET_LEVEL,
} from '../contenders/contender.ts'
import type { ServerChild } from '../contenders/server-child.ts'
import { closeAll, type Joining, LoadClient, type Target } from '../load/client.ts'
import { type History, readHistory } from './history.ts'
import type { Budget, Figures, Scenario, Setting } from './scenario.ts'
import { memberOf, pause } from './with-server.ts'

const CLIENTS = 100
const EDITS = 259_778
/** Longer than any of the servers waits before it stores. */
const STORED_MS = 3000
/** A server may send the state in parts: so much of it is there only when the last edits are. */
const WHOLE = 0.999

/** Where the sign-ins of a stored history are kept beside it. */
const SIGN_INS = 'sign-ins.json'

const room = roomName(0)

/** Opening a document with a long history: on a server that has just started, on a warm one, after the net was gone. */
export const joining: Scenario = {
  name: 'join',
  title: ({ quick }) => `Joining a document of ${quick ? 20_000 : EDITS} edits, ms until synced`,
  contenders: [HOCUSPOCUS_SQLITE, Y_WEBSOCKET_LEVEL, BLOB, MINUTA],
  figures: [
    { key: 'coldOne', title: 'cold, 1', digits: 0 },
    { key: 'cold', title: `cold, ${CLIENTS} at once (last)`, digits: 0 },
    { key: 'warm', title: `warm, ${CLIENTS} at once (last)`, digits: 0 },
    { key: 'storm', title: `reconnect storm, ${CLIENTS} (last)`, digits: 0 },
  ],
  budgets: [
    { says: 'cold, 1: ≤ 45 ms', value: (of) => of(MINUTA, 'coldOne'), digits: 0, most: 45 },
    twiceBlob('cold'),
    twiceBlob('warm'),
    twiceBlob('storm'),
  ],
  rounds: 5,
  async measure(contender, setting) {
    const history = readHistory(setting.trace, setting.quick ? 20_000 : EDITS)
    const template = await storedIn(contender, history, setting)
    const coldOne = await onCopy(contender, template, setting, async ({ target }) => {
      const { ms, clients } = await timeJoins(target, history, 1)
      await closeAll(clients)
      return ms
    })
    const others = await onCopy(contender, template, setting, ({ target }) => crowds(target, history))
    return { coldOne, ...others }
  },
}

/** A hundred on a cold server, a hundred on a warm one, and a hundred that come back with what they have. */
async function crowds(target: Target, history: History): Promise<Figures> {
  const cold = await timeJoins(target, history, CLIENTS)
  // One stays, so that the room stays warm.
  const [stays, ...leave] = cold.clients
  await closeAll(leave)
  docOf(history, cold.updates)
  await pause(300)
  const warm = await timeJoins(target, history, CLIENTS)
  await closeAll(warm.clients)
  const doc = docOf(history, warm.updates)
  await pause(300)
  const storm = await timeReturns(target, doc)
  await closeAll([...storm.clients, ...(stays === undefined ? [] : [stays])])
  return { cold: cold.ms, warm: warm.ms, storm: storm.ms }
}

interface Timed {
  /** Until the last one was synced, from the first connecting. */
  readonly ms: number
  readonly clients: readonly LoadClient[]
  /** What the first of them was given. */
  readonly updates: readonly Uint8Array[]
}

async function timeJoins(target: Target, { state }: History, count: number): Promise<Timed> {
  const updates: Uint8Array[] = []
  const started = performance.now()
  const clients = await Promise.all(
    Array.from({ length: count }, (_, index) => {
      let bytes = 0
      return LoadClient.connectUntil(target, { room, member: memberOf(index) }, (_step, update) => {
        bytes += update.length
        if (index === 0) updates.push(update)
        return bytes >= WHOLE * state.length
      })
    }),
  )
  return { ms: performance.now() - started, clients, updates }
}

/** Clients that have everything, as after a minute without a net: they ask with their state, and answer with theirs. */
async function timeReturns(target: Target, doc: Y.Doc): Promise<Timed> {
  const stateVector = Y.encodeStateVector(doc)
  const answers = new Map<string, Uint8Array>()
  const answer = (vector: Uint8Array): Uint8Array => {
    const key = Buffer.from(vector).toString('latin1')
    const known = answers.get(key) ?? Y.encodeStateAsUpdate(doc, vector)
    answers.set(key, known)
    return known
  }
  const started = performance.now()
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, (_, index) => {
      const joining: Joining = { room, member: memberOf(index), stateVector, answer }
      return LoadClient.connect(target, joining)
    }),
  )
  return { ms: performance.now() - started, clients, updates: [] }
}

/** Makes a document of what a client was given, and sees that it is the right one. */
function docOf(history: History, updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const whole = new Y.Doc()
  Y.applyUpdate(whole, history.state)
  const isSame = doc.getText('text').toString() === whole.getText('text').toString()
  if (!isSame) throw new Error('A client was given another text than the history’s.')
  return doc
}

/** Gives a folder in which a server has stored the history, made once: the last edits were typed before a power cut. */
async function storedIn(contender: Contender, history: History, { workFolder }: Setting): Promise<string> {
  const template = join(workFolder, `history-${contender.name.replace(/\W+/g, '-')}`)
  if (existsSync(template)) return template
  const folder = mkdtempSync(join(workFolder, 'history-'))
  const signIns = await contender.prepare(folder, { rooms: 1, members: memberOf(CLIENTS) + 1 })
  writeFileSync(join(folder, SIGN_INS), JSON.stringify(signIns))
  if (contender.name === BLOB) writeFrames(folder, history)
  else {
    await write(contender, folder, signIns, [history.body], history.clientID)
    await write(contender, folder, signIns, history.tail, history.clientID)
  }
  cpSync(folder, template, { recursive: true })
  return template
}

/** Hands updates to a server, one a tick. It is stopped in good order after a large one, else killed. */
async function write(
  contender: Contender,
  folder: string,
  signIns: readonly string[],
  updates: readonly Uint8Array[],
  clientID: number,
): Promise<void> {
  const server = await contender.start(folder, signIns)
  const writer = await LoadClient.connect(server.target, { room, member: 0, clientID })
  for (const update of updates) {
    writer.sendUpdate(update)
    await pause(12)
  }
  await writer.close()
  await pause(STORED_MS)
  if (updates.length > 1) await server.kill()
  else await server.stop()
}

function writeFrames(folder: string, { state }: History): void {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const diff = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))
  writeFileSync(join(folder, 'state.frame'), syncFrame(SYNC.step2, state))
  writeFileSync(join(folder, 'diff.frame'), syncFrame(SYNC.step2, diff))
}

async function onCopy<T>(
  contender: Contender,
  template: string,
  { workFolder }: Setting,
  work: (server: ServerChild) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(workFolder, 'data-'))
  cpSync(template, folder, { recursive: true })
  const signIns = JSON.parse(readFileSync(join(folder, SIGN_INS), 'utf8')) as string[]
  const server = await contender.start(folder, signIns)
  try {
    return await work(server)
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

function twiceBlob(key: 'cold' | 'warm' | 'storm'): Budget {
  const titles = { cold: `cold, ${CLIENTS}`, warm: `warm, ${CLIENTS}`, storm: 'reconnect storm' }
  return {
    says: `${titles[key]}: ≤ 2 × blob`,
    value: (of) => of(MINUTA, key) / of(BLOB, key),
    digits: 2,
    most: 2,
  }
}
