import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { flatText } from '../../shared/text/testing/flat-text.ts'
import type { Refusal } from './incoming.ts'
import {
  any,
  collected,
  embed,
  type ForgedContent,
  type ForgedPlace,
  forge,
  format,
  gone,
  item,
  skip,
  text,
  type,
} from './testing/forge.ts'
import {
  ANN,
  ANNS,
  BOB,
  expectAdmitted,
  expectRefused,
  FREE,
  ledgerRoom,
  notesRoom,
  RUN,
  SERVER,
  stateOf,
} from './testing/gated-room.ts'

const inText: ForgedPlace = { origin: [ANNS, 5] }
const newBlock = (...entries: ReturnType<typeof item>[]) =>
  forge().from(FREE, 0, item({ origin: [SERVER, 8] }, type('map')), ...entries)

describe('whose it is', () => {
  it.each<[string, Refusal, number, typeof ANN]>([
    ["another member's clientID", 'foreign-client', ANNS, BOB],
    ['the clientID under which the server seeded the room', 'foreign-client', SERVER, ANN],
  ])('[SY2, SY3] writing under %s is refused', (_, refusal, client, member) => {
    const room = notesRoom()
    const clock = Y.getState(room.doc.store, client)
    expectRefused(
      room,
      forge()
        .from(client, clock, item(inText, text('x')))
        .bytes(),
      refusal,
      member,
    )
  })

  it("[SY3] writing under the server's own clientID of this run is refused before the server used it", () => {
    const room = notesRoom()
    expectRefused(
      room,
      forge()
        .from(RUN, 0, item(inText, text('x')))
        .bytes(),
      'foreign-client',
    )
  })

  it('[SY3] a clientID belongs to the member whose update used it first', () => {
    const room = notesRoom()
    const update = forge()
      .from(FREE, 0, item(inText, text('x')))
      .bytes()
    expect(expectAdmitted(room, update, BOB).clients).toEqual([FREE])
    expectRefused(
      room,
      forge()
        .from(FREE, 1, item({ origin: [FREE, 0] }, text('y')))
        .bytes(),
      'foreign-client',
    )
  })

  it('[SY2] several new clientIDs in one update are let in when each may be the sender’s', () => {
    const update = forge()
      .from(31, 0, item(inText, text('x')))
      .from(FREE, 0, item(inText, text('y')))
    expect(expectAdmitted(notesRoom(), update.bytes()).clients).toEqual([31, FREE])
  })

  it("[SY2] a reader's insert is refused", () => {
    const update = forge().from(FREE, 0, item(inText, text('x')))
    expectRefused(notesRoom(), update.bytes(), 'read-only', ANN, false)
  })

  it("[SY2] a reader's deletion is refused", () => {
    expectRefused(notesRoom(), forge().deletes(SERVER, [3, 1]).bytes(), 'read-only', ANN, false)
  })

  it('[SY2] a full state that brings nothing new is fine from a reader, also with deletions', () => {
    const room = notesRoom()
    expectAdmitted(room, forge().deletes(SERVER, [3, 2]).bytes())
    const before = stateOf(room)
    expect(room.apply(Y.encodeStateAsUpdate(room.doc), BOB, false)).toBeNull()
    expect(stateOf(room)).toEqual(before)
  })
})

describe('how it goes on', () => {
  it('[SY2] a gap in a clock is refused', () => {
    expectRefused(
      notesRoom(),
      forge()
        .from(ANNS, 7, item(inText, text('x')))
        .bytes(),
      'clock-gap',
    )
  })

  it('[SY2] a new clientID that does not begin at 0 is refused', () => {
    expectRefused(
      notesRoom(),
      forge()
        .from(FREE, 1, item(inText, text('x')))
        .bytes(),
      'clock-gap',
    )
  })

  it.each<[string, ReturnType<typeof collected>]>([
    ['a new collected struct', collected(2)],
    ['a new hole', skip(2)],
  ])('[SY2] %s is refused, whatever follows', (_, struct) => {
    const update = forge().from(FREE, 0, struct, item(inText, text('x')))
    expectRefused(notesRoom(), update.bytes(), 'clock-gap')
  })

  it('[SY2] a collected struct that goes on after known content is refused', () => {
    expectRefused(notesRoom(), forge().from(ANNS, 0, collected(8)).bytes(), 'clock-gap')
  })

  it('[SY2] known content and what follows it is let in, once', () => {
    const room = notesRoom()
    const whole = item({ origin: [SERVER, 7], right: [SERVER, 8] }, text(' world, again'))
    expectAdmitted(room, forge().from(ANNS, 0, whole).bytes())
    expect(room.doc.getText('text').toDelta()[1]).toEqual({ insert: 'Hello world, again' })
  })
})

describe('what it refers to', () => {
  it.each<[string, ForgedPlace]>([
    ['origin of an unknown client', { origin: [999, 0] }],
    ['right origin of an unknown client', { right: [999, 0] }],
    ['origin beyond what is known of a client', { origin: [SERVER, 13] }],
    ['parent of an unknown client', { parent: [999, 0], key: 'type' }],
    ['parent that its own client makes later', { parent: [FREE, 1], key: 'type' }],
    ['origin that its own client makes later', { origin: [FREE, 1] }],
    ['right origin that its own client makes later', { origin: [ANNS, 5], right: [FREE, 1] }],
    ['origin that is itself', { origin: [FREE, 0] }],
  ])('[SY2] an %s is refused', (_, place) => {
    const update = forge().from(FREE, 0, item(place, text('x')), item(inText, text('y')))
    expectRefused(notesRoom(), update.bytes(), 'unknown-reference')
  })

  it('[SY2] a circle between two new clients is refused', () => {
    const update = forge()
      .from(31, 0, item({ origin: [FREE, 0] }, text('x')))
      .from(FREE, 0, item({ origin: [31, 0] }, text('y')))
    expectRefused(notesRoom(), update.bytes(), 'unknown-reference')
  })

  it('[SY2] two new clients that refer to each other in turns are let in', () => {
    const update = forge()
      .from(31, 0, item(inText, text('x')), item({ origin: [FREE, 0] }, text('z')))
      .from(FREE, 0, item({ origin: [31, 0] }, text('y')))
    expectAdmitted(notesRoom(), update.bytes())
  })

  it('[SY2] known content that says it refers to what is not there is refused beside new content', () => {
    const update = forge()
      .from(SERVER, 0, item({ origin: [999, 0] }, text('x')))
      .from(FREE, 0, item(inText, text('y')))
    expectRefused(notesRoom(), update.bytes(), 'unknown-reference')
  })

  it('[SY2] known content that names a foreign root is refused beside new content', () => {
    const update = forge()
      .from(SERVER, 0, item({ parent: 'evil' }, text('x')))
      .from(FREE, 0, item(inText, text('y')))
    expectRefused(notesRoom(), update.bytes(), 'foreign-place')
  })

  it('[SY2] deletion of what nobody has written is refused, also past the end of what is written', () => {
    expectRefused(notesRoom(), forge().deletes(999, [0, 1]).bytes(), 'unknown-deletion')
    expectRefused(notesRoom(), forge().deletes(ANNS, [5, 2]).bytes(), 'unknown-deletion')
    const own = forge()
      .from(FREE, 0, item(inText, text('x')))
      .deletes(FREE, [0, 2])
    expectRefused(notesRoom(), own.bytes(), 'unknown-deletion')
  })
})

describe('where it lies', () => {
  it.each<[string, ForgedPlace, ForgedContent]>([
    ['a foreign root', { parent: 'evil' }, text('x')],
    ['a key of the root, as if it were a map', { parent: 'text', key: 'k' }, any('x')],
    ['a character that holds nothing', { parent: [SERVER, 3] }, text('x')],
    ['a list in a block', { parent: [SERVER, 0] }, text('x')],
    ['an attribute of a character', { parent: [SERVER, 3], key: 'k' }, any('x')],
    ['an entry of an entry', { parent: [SERVER, 1], key: 'k' }, any('x')],
  ])('[SY2] writing to %s is refused', (_, place, content) => {
    expectRefused(notesRoom(), forge().from(FREE, 0, item(place, content)).bytes(), 'foreign-place')
  })

  it('[SY2] what the server keeps beside the text is not written to', () => {
    const room = notesRoom()
    room.change((doc) => {
      doc.getText('other').insert(0, 'x')
      const [marker] = doc.getText('text').toDelta()
      marker.insert.set('deep', new Y.Map())
    })
    const writes: ForgedPlace[] = [
      { origin: [RUN, 0] },
      { parent: 'other' },
      { parent: [RUN, 1], key: 'k' },
      { parent: [RUN, 1] },
    ]
    for (const place of writes)
      expectRefused(
        room,
        forge()
          .from(FREE, 0, item(place, any('x')))
          .bytes(),
        'foreign-place',
      )
    expectRefused(room, forge().deletes(RUN, [0, 1]).bytes(), 'foreign-place')
  })

  it('[SY2] nobody writes to a room of facts', () => {
    const update = forge().from(FREE, 0, item({ parent: 'topics', key: 't2' }, any('x')))
    expectRefused(ledgerRoom(), update.bytes(), 'foreign-place')
    expectRefused(ledgerRoom(), forge().deletes(RUN, [0, 1]).bytes(), 'foreign-place')
  })

  it('[SY2] content that goes on in another place than it began is refused', () => {
    const whole = item({ parent: [SERVER, 0], key: 'type' }, any(...' worldX'))
    expectRefused(notesRoom(), forge().from(ANNS, 0, whole).bytes(), 'foreign-place')
  })

  it('[SY2] what the parent or neighbour of is collected is let in, and shows nowhere', () => {
    const room = notesRoom()
    room.change((doc) => doc.getText('text').delete(0, 1))
    const update = forge().from(
      FREE,
      0,
      item({ parent: [SERVER, 0], key: 'gone' }, any(true)),
      item({ parent: [SERVER, 0], key: 'more' }, type('map')),
      item({ parent: [FREE, 1], key: 'id' }, any('x')),
      item({ origin: [FREE, 0] }, any(false)),
    )
    expectAdmitted(room, update.bytes())
    expect(room.doc.store.clients.get(FREE)?.every((struct) => struct instanceof Y.GC)).toBe(true)
  })

  it('[SY2] content that began in a collected place and says that it goes on in the text is refused', () => {
    const room = notesRoom()
    room.change((doc) => doc.getText('text').delete(0, 1))
    expectAdmitted(
      room,
      forge()
        .from(FREE, 0, item({ parent: [SERVER, 0], key: 'k' }, any(1)))
        .bytes(),
    )
    expectRefused(
      room,
      forge()
        .from(FREE, 0, item(inText, text('xy')))
        .bytes(),
      'foreign-place',
    )
  })
})

describe('blocks keep their markers, ends and ids', () => {
  it.each<[string, number, Refusal]>([
    ["a block's marker", 0, 'marker-deleted'],
    ["a block's end", 8, 'marker-deleted'],
    ["a block's id", 1, 'id-changed'],
    ["a block's v", 2, 'id-changed'],
  ])('[TX1, SY2] deletion of %s is refused', (_, clock, refusal) => {
    expectRefused(notesRoom(), forge().deletes(SERVER, [clock, 1]).bytes(), refusal)
  })

  it('[TX1, SY2] a marker, an end or an id that is made and deleted in one update is refused', () => {
    const block = () => newBlock(item({ parent: [FREE, 0], key: 'id' }, any('n')))
    expectRefused(notesRoom(), block().deletes(FREE, [0, 1]).bytes(), 'marker-deleted')
    expectRefused(notesRoom(), block().deletes(FREE, [1, 1]).bytes(), 'id-changed')
    const end = forge()
      .from(FREE, 0, item({ origin: [SERVER, 8] }, embed({ t: 'end' })))
      .deletes(FREE, [0, 1])
    expectRefused(notesRoom(), end.bytes(), 'marker-deleted')
  })

  it('[TX1, SY2] a deletion of words that takes an end with it is refused whole', () => {
    expectRefused(notesRoom(), forge().deletes(SERVER, [3, 6]).bytes(), 'marker-deleted')
  })

  it.each<[string, ForgedPlace, ForgedContent]>([
    ['id by a value after it', { origin: [SERVER, 1] }, any('x')],
    ['id by a value before it', { right: [SERVER, 1] }, any('x')],
    ['id by a value at the key', { parent: [SERVER, 0], key: 'id' }, any('x')],
    ['id by a deleted value', { origin: [SERVER, 1] }, gone(1)],
    ['v by a value after it', { origin: [SERVER, 2] }, any(2)],
    ['v by a value at the key', { parent: [SERVER, 0], key: 'v' }, any(2)],
  ])("[SY2] overwriting a block's %s is refused", (_, place, content) => {
    expectRefused(notesRoom(), forge().from(FREE, 0, item(place, content)).bytes(), 'id-changed')
  })

  it.each<[string, ForgedPlace]>([
    ['at the key', { parent: [FREE, 0], key: 'id' }],
    ['after the first', { origin: [FREE, 1] }],
    ['before the first', { right: [FREE, 1] }],
  ])('[SY2] a second id for a new block, %s, is refused', (_, place) => {
    const update = newBlock(item({ parent: [FREE, 0], key: 'id' }, any('n')), item(place, any('o')))
    expectRefused(notesRoom(), update.bytes(), 'id-changed')
  })

  it('[SY2] a new block without an id is refused', () => {
    expectRefused(
      notesRoom(),
      newBlock(item({ parent: [FREE, 0], key: 'v' }, any(1))).bytes(),
      'foreign-content',
    )
  })

  it('[SY2] an id that comes in a later update than its block is refused', () => {
    const room = notesRoom()
    room.change((doc) => doc.getText('text').insertEmbed(0, new Y.Map()))
    const update = forge().from(FREE, 0, item({ parent: [RUN, 0], key: 'id' }, any('n')))
    expectRefused(room, update.bytes(), 'id-changed')
  })

  it.each<[string, ForgedContent]>([
    ['empty', any('')],
    ['with other characters', any('a b')],
    ['of 65 characters', any('a'.repeat(65))],
    ['that is the reserved one', any('root')],
    ['that is a number', any(5)],
    ['that is two', any('a', 'b')],
    ['that is deleted already', gone(1)],
  ])('[SY2] a new block with an id %s is refused', (_, content) => {
    const update = newBlock(item({ parent: [FREE, 0], key: 'id' }, content))
    expectRefused(notesRoom(), update.bytes(), 'foreign-content')
  })

  it('[SY2] a new block with its id, attributes, text and end is let in', () => {
    const update = newBlock(
      item({ parent: [FREE, 0], key: 'id' }, any('n')),
      item({ parent: [FREE, 0], key: 'v' }, any(1)),
      item({ parent: [FREE, 0], key: 'type' }, any('heading')),
      item({ origin: [FREE, 3] }, any('bullet')),
      item({ origin: [FREE, 0] }, text('New')),
      item({ origin: [FREE, 7] }, format('bold', null)),
      item({ origin: [FREE, 8] }, embed({ t: 'end' })),
    )
    const room = notesRoom()
    expectAdmitted(room, update.bytes())
    expect(room.doc.getText('text').toString()).toBe('Hello worldNew')
  })

  it('[SY2] the text of every test of the format is let in', () => {
    const { doc } = flatText(['n heading level=2|One *two*', 'o speaker=m:FRA|{break}three'], FREE)
    const room = notesRoom()
    expectAdmitted(room, Y.encodeStateAsUpdate(doc as Y.Doc))
    expect(room.doc.getText('text').length).toBeGreaterThan(20)
  })
})
