import { expect } from 'vitest'
import * as Y from 'yjs'
import type { MeetingId, MemberId, RoomParts } from '../../../shared/ids/ids.ts'
import { type Refusal, RefusedUpdate } from '../incoming.ts'
import { type Applied, RoomDocument } from '../room-document.ts'
import { any, embed, forge, item, text, type } from './forge.ts'

export const ANN = 'ann' as MemberId
export const BOB = 'bob' as MemberId
/** The clientID under which an earlier run of the server seeded the rooms. */
export const SERVER = 1
/** The server's clientID of this run. */
export const RUN = 2
/** Ann's clientID in the seeded rooms: she has written six characters. */
export const ANNS = 10
/** A clientID that nobody has used. */
export const FREE = 30
const meeting = 'm1' as MeetingId

/**
 * A notes room with two blocks. Of the server: 0 marker `a`, 1 its id, 2 its v, 3-7 `Hello`, 8 end, 9 marker `b`,
 * 10 its id, 11 its v, 12 end. Of Ann: 0-5 ` world`, between 7 and 8.
 */
export function notesRoom(): RoomDocument {
  const room = emptyRoom({ meeting, kind: 'notes', topic: 't1' })
  const seed = forge().from(
    SERVER,
    0,
    item({ parent: 'text' }, type('map')),
    item({ parent: [SERVER, 0], key: 'id' }, any('a')),
    item({ parent: [SERVER, 0], key: 'v' }, any(1)),
    item({ origin: [SERVER, 0] }, text('Hello')),
    item({ origin: [SERVER, 7] }, embed({ t: 'end' })),
    item({ origin: [SERVER, 8] }, type('map')),
    item({ parent: [SERVER, 9], key: 'id' }, any('b')),
    item({ parent: [SERVER, 9], key: 'v' }, any(1)),
    item({ origin: [SERVER, 9] }, embed({ t: 'end' })),
  )
  room.change((doc) => Y.applyUpdate(doc, seed.bytes()))
  const anns = forge().from(ANNS, 0, item({ origin: [SERVER, 7], right: [SERVER, 8] }, text(' world')))
  room.apply(anns.bytes(), ANN, true)
  return room
}

/**
 * A draft room with two items. Of the server: 0 item `i1`, 1 its rank, 2 its text, 3 marker, 4-5 its id and v,
 * 6 end; 7 item `i2`, 8 its empty text. Of Ann: 0-1 `ab`, between 3 and 6.
 */
export function draftRoom(): RoomDocument {
  const room = emptyRoom({ meeting, kind: 'draft' })
  const seed = forge().from(
    SERVER,
    0,
    item({ parent: 'items', key: 'i1' }, type('map')),
    item({ parent: [SERVER, 0], key: 'rank' }, any('a0')),
    item({ parent: [SERVER, 0], key: 'text' }, type('text')),
    item({ parent: [SERVER, 2] }, type('map')),
    item({ parent: [SERVER, 3], key: 'id' }, any('p')),
    item({ parent: [SERVER, 3], key: 'v' }, any(1)),
    item({ origin: [SERVER, 3] }, embed({ t: 'end' })),
    item({ parent: 'items', key: 'i2' }, type('map')),
    item({ parent: [SERVER, 7], key: 'text' }, type('text')),
  )
  room.change((doc) => Y.applyUpdate(doc, seed.bytes()))
  room.apply(
    forge()
      .from(ANNS, 0, item({ origin: [SERVER, 3], right: [SERVER, 6] }, text('ab')))
      .bytes(),
    ANN,
    true,
  )
  return room
}

/** A room of facts, with one fact of the server's. */
export function ledgerRoom(): RoomDocument {
  const room = emptyRoom({ meeting, kind: 'ledger' })
  room.change((doc) => doc.getMap('topics').set('t1', 'Topic'))
  return room
}

function emptyRoom(parts: RoomParts): RoomDocument {
  const room = new RoomDocument(parts, null)
  room.doc.clientID = RUN
  return room
}

/** Gives all of a room that an update could have changed. */
export function stateOf({ doc, owners }: RoomDocument): object {
  const { pendingStructs, pendingDs } = doc.store
  return {
    bytes: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex'),
    roots: [...doc.share.keys()],
    owners: [...owners],
    pendingStructs,
    pendingDs,
  }
}

/** Expects that an update is refused for this reason, changes nothing, and that the room goes on. */
export function expectRefused(
  room: RoomDocument,
  update: Uint8Array,
  refusal: Refusal,
  member = ANN,
  mayWrite = true,
): void {
  const before = stateOf(room)
  expect(outcome(() => room.apply(update, member, mayWrite))).toBe(refusal)
  expect(stateOf(room)).toEqual(before)
  expectGoesOn(room)
}

/** Expects that an update is let in and that nothing is pending. */
export function expectAdmitted(room: RoomDocument, update: Uint8Array, member = ANN): Applied {
  let applied: Applied | null = null
  const outcomeOf = outcome(() => {
    applied = room.apply(update, member, true)
  })
  expect(outcomeOf).toBe('admitted')
  expect(stateOf(room)).toMatchObject({ pendingStructs: null, pendingDs: null })
  if (applied === null) throw new Error('The update brought nothing new.')
  return applied
}

function expectGoesOn(room: RoomDocument): void {
  const clock = Y.getState(room.doc.store, ANNS)
  if (clock === 0) return
  const honest = forge().from(ANNS, clock, item({ origin: [ANNS, clock - 1] }, text('!')))
  expectAdmitted(room, honest.bytes())
  expect(Y.getState(room.doc.store, ANNS)).toBe(clock + 1)
}

/** Names how an attempt ended: what was refused, or an error that is none of the gate's. */
export function outcome(attempt: () => unknown): string {
  try {
    attempt()
    return 'admitted'
  } catch (error) {
    return error instanceof RefusedUpdate ? error.refusal : `threw ${error}`
  }
}
