import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { any, type ForgedPlace, forge, gone, item, text } from './testing/forge.ts'
import {
  ANN,
  ANNS,
  BOB,
  expectAdmitted,
  expectRefused,
  FREE,
  notesRoom,
  outcome,
  SERVER,
} from './testing/gated-room.ts'

const BEFORE_WORLD = { origin: [SERVER, 7], right: [ANNS, 0] } as const

/** `Hello`, then x, y and z of the clients 40, 41 and 42, then ` world`: x and y side by side, z below y. */
function crowdedRoom() {
  const room = notesRoom()
  const update = forge()
    .from(40, 0, item(BEFORE_WORLD, text('x')))
    .from(41, 0, item(BEFORE_WORLD, text('y')))
    .from(42, 0, item({ origin: [41, 0], right: [ANNS, 0] }, text('z')))
  expectAdmitted(room, update.bytes(), BOB)
  return room
}

const put = (place: ForgedPlace) =>
  forge()
    .from(FREE, 0, item(place, text('!')))
    .bytes()

describe('what an item stands between', () => {
  it.each<[string, ForgedPlace]>([
    ['whose right one hangs below what stands between', { ...BEFORE_WORLD, right: [42, 0] }],
    ['whose right one hangs below what comes after the left one', { origin: [40, 0], right: [42, 0] }],
    ['whose right one stands further left', { origin: [42, 0], right: [40, 0] }],
    ['whose right one is the left one', { origin: [42, 0], right: [42, 0] }],
    ['whose right one is far on the left', { origin: [ANNS, 5], right: [SERVER, 3] }],
    ['of which the start is one though something is above the other', { right: [SERVER, 4] }],
    [
      'with characters between that its right one’s author wrote before',
      { ...BEFORE_WORLD, right: [ANNS, 3] },
    ],
  ])('[SY2] neighbours %s are refused', (_, place) => {
    expectRefused(crowdedRoom(), put(place), 'foreign-place')
  })

  it('[SY2] neighbours with something between that the same client wrote are refused', () => {
    const update = forge().from(FREE, 0, item(BEFORE_WORLD, text('a')), item(BEFORE_WORLD, text('b')))
    expectRefused(notesRoom(), update.bytes(), 'foreign-place')
  })

  it('[SY2] a left neighbour before words that its own author had written is refused', () => {
    const room = notesRoom()
    const typed = forge().from(
      40,
      0,
      item(BEFORE_WORLD, text('ab')),
      item({ origin: [SERVER, 7], right: [40, 0] }, text('c')),
    )
    expectAdmitted(room, typed.bytes(), BOB)
    // Before `c`, its author had written `ab`, which stands after it.
    expectRefused(room, put({ origin: [40, 2], right: [ANNS, 0] }), 'foreign-place')
    expectAdmitted(room, put({ origin: [40, 2], right: [40, 0] }))
  })

  it.each<[string, ForgedPlace]>([
    ['that stand side by side', { origin: [42, 0], right: [ANNS, 0] }],
    ['between which others wrote meanwhile', BEFORE_WORLD],
    ['of which the right one was all that was known', { ...BEFORE_WORLD, right: [41, 0] }],
    ['after the first of which others wrote meanwhile', { origin: [40, 0], right: [ANNS, 0] }],
    ['of which the right one is not named, since nothing was there', { origin: [42, 0] }],
    ['of which the right one is the first character', { right: [SERVER, 0] }],
  ])('[SY2] neighbours %s are let in', (_, place) => {
    expectAdmitted(crowdedRoom(), put(place))
  })

  it('[SY2] a value of an attribute has no right neighbour', () => {
    const room = notesRoom()
    const set = forge().from(40, 0, item({ parent: [SERVER, 0], key: 'kind' }, any('trend')))
    expectAdmitted(room, set.bytes(), BOB)
    const before = forge().from(FREE, 0, item({ right: [40, 0] }, any('lesson')))
    expectRefused(room, before.bytes(), 'foreign-place')
    const after = forge().from(FREE, 0, item({ origin: [40, 0] }, any('lesson')))
    expectAdmitted(room, after.bytes())
  })

  it('[SY2] content that goes on, and says so between other neighbours, is refused', () => {
    const room = notesRoom()
    const whole = item({ origin: [SERVER, 7], right: [SERVER, 3] }, text(' world!'))
    expectRefused(room, forge().from(ANNS, 0, whole).bytes(), 'foreign-place')
  })

  it('[SY2] what is refused here would stand in two orders, depending on what came first', () => {
    const start = Y.encodeStateAsUpdate(crowdedRoom().doc)
    const forged = forge()
      .from(60, 0, item({ ...BEFORE_WORLD, right: [42, 0] }, text('!')))
      .bytes()
    const honest = forge()
      .from(50, 0, item({ origin: [41, 0], right: [ANNS, 0] }, text('?')))
      .bytes()
    const texts = [
      [forged, honest],
      [honest, forged],
    ].map((updates) => {
      const doc = new Y.Doc()
      for (const update of [start, ...updates]) Y.applyUpdate(doc, update)
      return doc.getText('text').toString()
    })
    expect(texts[0]).not.toBe(texts[1])
  })
})

describe('a character of two places', () => {
  const FACE = '\u{1F600}'

  function roomWithFace() {
    const room = notesRoom()
    expectAdmitted(
      room,
      forge()
        .from(40, 0, item(BEFORE_WORLD, text(`a${FACE}b`)))
        .bytes(),
      BOB,
    )
    return room
  }

  it.each<[string, Uint8Array]>([
    ['a left neighbour', put({ origin: [40, 1], right: [40, 2] })],
    ['a right neighbour', put({ origin: [40, 0], right: [40, 2] })],
    ['the start of a deletion', forge().deletes(40, [2, 2]).bytes()],
    ['the end of a deletion', forge().deletes(40, [0, 2]).bytes()],
    [
      'a neighbour of what is known',
      forge()
        .from(ANNS, 0, item({ origin: [40, 1] }, text(' world')), item({ origin: [ANNS, 5] }, text('!')))
        .bytes(),
    ],
    [
      'a neighbour within one update',
      forge()
        .from(45, 0, item(BEFORE_WORLD, text(FACE)))
        .from(FREE, 0, item({ origin: [45, 0], right: [45, 1] }, text('!')))
        .bytes(),
    ],
    [
      'a deletion within one update',
      forge()
        .from(FREE, 0, item(BEFORE_WORLD, text(FACE)))
        .deletes(FREE, [0, 1])
        .bytes(),
    ],
  ])('[SY2] is not cut through by %s', (_, update) => {
    expectRefused(roomWithFace(), update, 'foreign-place')
  })

  it('[SY2] may be parted from its neighbours, deleted, and passed over once it is gone', () => {
    const room = roomWithFace()
    expectAdmitted(room, put({ origin: [40, 2], right: [40, 3] }))
    expectAdmitted(room, forge().deletes(40, [1, 2]).bytes())
    const later = forge().from(FREE, 1, item({ origin: [40, 1], right: [40, 2] }, gone(1)))
    expect(outcome(() => room.apply(later.bytes(), ANN, true))).toBe('admitted')
  })
})
