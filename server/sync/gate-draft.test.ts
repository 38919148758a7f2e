import { expect, it } from 'vitest'
import type { Refusal } from './incoming.ts'
import {
  any,
  embed,
  type ForgedContent,
  type ForgedPlace,
  forge,
  gone,
  item,
  text,
  type,
} from './testing/forge.ts'
import { ANNS, draftRoom, expectAdmitted, expectRefused, FREE, SERVER } from './testing/gated-room.ts'

it.each<[string, ForgedPlace, ForgedContent]>([
  ['a new item', { parent: 'items', key: 'i3' }, type('map')],
  ['a new item over one that stands', { origin: [SERVER, 0] }, type('map')],
  ['a deleted item over one that stands', { origin: [SERVER, 0] }, gone(1)],
  ['a rank', { parent: [SERVER, 0], key: 'rank' }, any('a1')],
  ['a rank over the one that stands', { origin: [SERVER, 1] }, any('a1')],
  ['a rank before the one that stands', { right: [SERVER, 1] }, any('a1')],
  ['gone', { parent: [SERVER, 0], key: 'gone' }, any(true)],
  ['another key of an item', { parent: [SERVER, 0], key: 'new' }, any('x')],
  ['another text of an item', { origin: [SERVER, 2] }, type('text')],
  ['an attribute of the text itself', { parent: [SERVER, 2], key: 'k' }, any('x')],
  ['a list among the items', { parent: 'items' }, text('x')],
  ['a list in an item', { parent: [SERVER, 0] }, text('x')],
  ['another root', { parent: 'text' }, text('x')],
])('[SY2] a member cannot write %s in the draft', (_, place, content) => {
  expectRefused(draftRoom(), forge().from(FREE, 0, item(place, content)).bytes(), 'foreign-place')
})

it.each<[string, number, Refusal]>([
  ['an item', 0, 'foreign-place'],
  ['a rank', 1, 'foreign-place'],
  ["an item's text", 2, 'foreign-place'],
  ["a block's marker", 3, 'marker-deleted'],
  ["a block's id", 4, 'id-changed'],
])('[SY2] a member cannot delete %s in the draft', (_, clock, refusal) => {
  expectRefused(draftRoom(), forge().deletes(SERVER, [clock, 1]).bytes(), refusal)
})

it('[SY2] content that began in a text of the draft cannot go on as an item', () => {
  const whole = item({ parent: 'items', key: 'i1' }, text('abX'))
  expectRefused(draftRoom(), forge().from(ANNS, 0, whole).bytes(), 'foreign-place')
})

it('[SY2] content that began in one text of the draft cannot go on in another', () => {
  const whole = item({ parent: [SERVER, 8] }, text('abX'))
  expectRefused(draftRoom(), forge().from(ANNS, 0, whole).bytes(), 'foreign-place')
})

it('[SY2] text between a character of the text and something elsewhere is refused', () => {
  for (const right of [
    [SERVER, 1],
    [SERVER, 4],
  ] as const) {
    const update = forge().from(FREE, 0, item({ origin: [ANNS, 1], right }, text('x')))
    expectRefused(draftRoom(), update.bytes(), 'foreign-place')
  }
})

it('[SY2] text, attributes, new blocks and deletions are let in inside `items/<id>/text`', () => {
  const room = draftRoom()
  const update = forge()
    .from(
      FREE,
      0,
      item({ origin: [ANNS, 1], right: [SERVER, 6] }, text('cd')),
      item({ parent: [SERVER, 3], key: 'type' }, any('heading')),
      item({ origin: [SERVER, 6] }, type('map')),
      item({ parent: [FREE, 3], key: 'id' }, any('q')),
      item({ origin: [FREE, 3] }, embed({ t: 'end' })),
    )
    .deletes(ANNS, [0, 1])
  expectAdmitted(room, update.bytes())
  expect(room.doc.getMap('items').toJSON()).toMatchObject({ i1: { text: 'bcd' } })
})

it('[SY2] the first words of a text that holds nothing yet are let in', () => {
  const room = draftRoom()
  expectAdmitted(
    room,
    forge()
      .from(FREE, 0, item({ parent: [SERVER, 8] }, text('first')))
      .bytes(),
  )
  expect(room.doc.getMap('items').toJSON()).toMatchObject({ i2: { text: 'first' } })
})

it('[SY2] words for a text that the server has taken away are let in as collected', () => {
  const room = draftRoom()
  room.change((doc) => doc.getMap('items').delete('i1'))
  expectAdmitted(
    room,
    forge()
      .from(FREE, 0, item({ origin: [ANNS, 1] }, text('late')))
      .bytes(),
  )
  expect(room.doc.getMap('items').has('i1')).toBe(false)
})
