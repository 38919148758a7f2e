import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { MAX_CUTS } from './cuts.ts'
import { MAX_MOVED, MAX_STEPS } from './effort.ts'
import { MAX_DELETED_RANGES, MAX_NEW_DELETIONS, MAX_NEW_STRUCTS } from './incoming.ts'
import type { RoomDocument } from './room-document.ts'
import { forge, gone, item } from './testing/forge.ts'
import { ANN, ANNS, expectRefused, FREE, notesRoom, outcome } from './testing/gated-room.ts'
import * as worst from './testing/worst.ts'

const TIMEOUT_MS = 60_000

/** A room with what makes it costly, put in below the gate: what one update may not bring, several may. */
function roomAfter({ before }: worst.WorstCase): RoomDocument {
  const room = notesRoom()
  room.claim(50, ANN)
  for (const update of before) Y.applyUpdate(room.doc, update)
  return room
}

describe('how much an update may cost Yjs', () => {
  it.each<[string, number, (count: number) => worst.WorstCase, number, number]>([
    ['walks over what others wrote', MAX_STEPS, worst.scans, 5, 6],
    ['walks over values of an attribute', MAX_STEPS, worst.firstValues, 4, 6],
    ['moves for joins of what is new', MAX_MOVED, worst.newJoins, 15_800, 15_900],
    ['moves for joins of what is deleted', MAX_MOVED, worst.deletedJoins, 12_800, 13_000],
    ['moves for joins of values', MAX_MOVED, worst.replacedJoins, 12_800, 16_000],
    ['moves for cuts in what is new', MAX_MOVED, worst.newCuts, 9900, 10_100],
    ['cuts', MAX_CUTS, worst.cuts, MAX_CUTS, MAX_CUTS + 1],
    ['new structs', MAX_NEW_STRUCTS, worst.newStructs, MAX_NEW_STRUCTS, MAX_NEW_STRUCTS + 1],
    ['deletions', MAX_NEW_DELETIONS, worst.deletions, MAX_NEW_DELETIONS, MAX_NEW_DELETIONS + 1],
  ])(
    '[SY2] %s, up to %i, are let in, more are refused',
    (_, __, forged, most, more) => {
      const [good, bad] = [forged(most), forged(more)]
      expect(outcome(() => roomAfter(good).wouldAdmit(good.update, ANN))).toBe('admitted')
      const room = roomAfter(bad)
      const structs = room.doc.store.clients.get(50)?.length
      expect(outcome(() => room.wouldAdmit(bad.update, ANN))).toBe('too-much')
      expect(room.doc.store.clients.get(50)?.length).toBe(structs)
    },
    TIMEOUT_MS,
  )

  it(`[SY2] more than ${MAX_DELETED_RANGES} deleted ranges are refused, though they delete nothing new`, () => {
    const room = notesRoom()
    const length = 2 * MAX_DELETED_RANGES + 2
    room.apply(
      forge()
        .from(FREE, 0, item({ origin: [ANNS, 5] }, gone(length)))
        .bytes(),
      ANN,
      true,
    )
    const ranges = Array.from({ length: MAX_DELETED_RANGES + 1 }, (_, index) => [2 * index, 1] as const)
    const update = forge().from(FREE, length, item({ origin: [FREE, length - 1] }, gone(1)))
    for (const range of ranges) update.deletes(FREE, range)
    expectRefused(room, update.bytes(), 'too-much')
  })
})

it(
  '[SY2] a large update is cut in beforehand: the document says the same, and gives the same to Yjs alone',
  () => {
    const { before, update } = worst.cuts(500)
    const room = roomAfter({ before, update })
    const plain = new Y.Doc()
    Y.applyUpdate(plain, Y.encodeStateAsUpdate(room.doc))
    const said = room.doc.getText('text').toString()
    room.wouldAdmit(update, ANN)
    expect(room.doc.getText('text').toString()).toBe(said)
    expect(room.doc.store.clients.get(50)).toHaveLength(20_001 + 500)
    room.apply(update, ANN, true)
    Y.applyUpdate(plain, update)
    const [one, other] = [plain, room.doc].map((doc) => Buffer.from(Y.encodeStateAsUpdate(doc)))
    expect(other !== undefined && one?.equals(other)).toBe(true)
  },
  TIMEOUT_MS,
)
