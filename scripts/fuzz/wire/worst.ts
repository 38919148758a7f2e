import process from 'node:process'
import * as Y from 'yjs'
import type { RoomDocument } from '../../../server/sync/room-document.ts'
import { ANN, notesRoom } from '../../../server/sync/testing/gated-room.ts'
import * as worst from '../../../server/sync/testing/worst.ts'

// npx tsx scripts/fuzz/wire/worst.ts: what the costliest updates take that the gate lets in, gate and Yjs together.
const cases = {
  'walks over 150,000 items': () => worst.scans(5),
  'first values of one attribute': () => worst.firstValues(4),
  'cuts, 100,000': () => worst.cuts(100_000),
  'cuts in what is new': () => worst.newCuts(9900),
  'joins of what is new': () => worst.newJoins(15_800),
  'joins of what is deleted': () => worst.deletedJoins(12_800),
  'joins of values': () => worst.replacedJoins(12_800),
  'deletions, 50,000': () => worst.deletions(49_000),
  'new structs, 150,000': () => worst.newStructs(150_000),
  'known structs, 249,000': () => worst.knownStructs(249_000),
}
/** Processor time, so that others on the machine don't count. */
function cost(act: () => unknown): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function roomAfter(before: readonly Uint8Array[]): RoomDocument {
  const room = notesRoom()
  // Below the gate: what one update may not bring, several may.
  room.claim(50, ANN)
  for (const update of before) Y.applyUpdate(room.doc, update)
  return room
}

const only = process.argv[2]
for (const [name, make] of Object.entries(cases)) {
  if (only !== undefined && !name.startsWith(only)) continue
  const times: { gate: number; all: number }[] = []
  for (let round = 0; round < 3; round++) {
    const { before, update } = make()
    const [judging, taking] = [roomAfter(before), roomAfter(before)]
    const gate = cost(() => judging.wouldAdmit(update, ANN))
    times.push({ gate, all: cost(() => taking.apply(update, ANN, true)) })
  }
  const median = (key: 'gate' | 'all'): number =>
    Math.round(times.map((time) => time[key]).sort((one, other) => one - other)[1] as number)
  console.log(`${name}: gate ${median('gate')} ms, gate and Yjs ${median('all')} ms`)
}
