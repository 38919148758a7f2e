import { describe, expect, it } from 'vitest'
import { MAX_CLOCK_ADVANCE, MAX_NEW_CLIENTS, MAX_NEW_DELETIONS, MAX_STRUCTS } from './incoming.ts'
import {
  any,
  binary,
  bytes,
  collected,
  embed,
  embedJson,
  type ForgedContent,
  forge,
  format,
  gone,
  item,
  json,
  overlong,
  subdocument,
  text,
  type,
} from './testing/forge.ts'
import { ANN, ANNS, expectAdmitted, expectRefused, FREE, notesRoom, SERVER } from './testing/gated-room.ts'

const inText = { origin: [ANNS, 5] } as const
const put = (content: ForgedContent) => forge().from(FREE, 0, item(inText, content)).bytes()
const setAttribute = (content: ForgedContent, key = 'type') =>
  forge()
    .from(FREE, 0, item({ parent: [SERVER, 0], key }, content))
    .bytes()
const deepList = (encoder: Parameters<ForgedContent['write']>[0]) => {
  bytes(1)(encoder)
  for (let depth = 0; depth < 300_000; depth++) bytes(117, 1)(encoder)
}
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('what may stand in the text', () => {
  it.each<[string, ForgedContent]>([
    ['a nested text', type('text')],
    ['a list', type('array')],
    ['an XML fragment', type('xml-fragment')],
    ['an XML element', type('xml-element')],
    ['an XML text', type('xml-text')],
    ['a subdocument', subdocument()],
    ['binary content', binary(1, 2)],
    ['values as of a list', any(1)],
    ['JSON values as of a list', json(1)],
    ['a format that is an object', format('link', { href: 'x' })],
    ['a format that is a list', format('bold', [])],
    ['a format of 2,049 characters', format('link', 'x'.repeat(2049))],
    ['a format whose name has 65 characters', format('x'.repeat(65), true)],
    ['an atom that is text', embed('x')],
    ['an atom that is null', embed(null)],
    ['an atom without a kind', embed({ id: 'x' })],
    ['an atom of 4,097 characters', embed({ t: 'x', label: 'x'.repeat(4097 - 20) })],
    ['an atom nested deeper than the stack is', embedJson(`{"t":"x","a":${nested(200_000)}}`)],
    ['an end that carries more', embed({ t: 'end', id: 'x' })],
  ])('[SY2] %s is refused', (_, content) => {
    expectRefused(notesRoom(), put(content), 'foreign-content')
  })

  it.each<[string, ForgedContent]>([
    ['a longest format', format('link', 'x'.repeat(2048))],
    ['the end of a format', format('bold', null)],
    ['a longest atom', embed({ t: 'x', label: 'x'.repeat(4096 - 20) })],
    ['an end', embed({ t: 'end' })],
    ['what was deleted meanwhile', gone(5)],
  ])('[SY2] %s is let in', (_, content) => {
    expectAdmitted(notesRoom(), put(content))
  })
})

it('[SY2] an XML hook, which Yjs takes for a map, is no block though it has an id', () => {
  const hook = forge().from(
    FREE,
    0,
    item(inText, type('xml-hook')),
    item({ parent: [FREE, 0], key: 'id' }, any('h')),
  )
  expectRefused(notesRoom(), hook.bytes(), 'foreign-content')
})

it('[SY2] a subdocument is refused before one is made, also where content is known', () => {
  const known = forge().from(ANNS, 0, item({ origin: [SERVER, 7] }, subdocument()))
  expectRefused(notesRoom(), known.bytes(), 'foreign-content')
})

describe('what may stand in a block', () => {
  it.each<[string, ForgedContent]>([
    ['an object', any({ a: 1 })],
    ['a list', any([1])],
    ['null', any(null)],
    ['nothing', any(undefined)],
    ['infinite', any(Number.POSITIVE_INFINITY)],
    ['bytes', any(Uint8Array.of(1))],
    ['a plain value and an object', any('a', {})],
    ['of 2,049 characters', any('x'.repeat(2049))],
    ['a nested map', type('map')],
    ['a nested text', type('text')],
    ['JSON', json('x')],
    ['binary', binary(1)],
    ['text', text('x')],
    ['an atom', embed({ t: 'x' })],
    ['a format', format('bold', true)],
  ])('[SY2] an attribute that is %s is refused', (_, content) => {
    expectRefused(notesRoom(), setAttribute(content), 'foreign-content')
  })

  it('[SY2] an attribute whose name has 65 characters is refused, one of 64 is let in', () => {
    expectRefused(notesRoom(), setAttribute(any('x'), 'k'.repeat(65)), 'foreign-content')
    expectRefused(notesRoom(), setAttribute(gone(1), 'k'.repeat(65)), 'foreign-content')
    expectAdmitted(notesRoom(), setAttribute(any('x'), 'k'.repeat(64)))
  })

  it.each<[string, ForgedContent]>([
    ['of 2,048 characters', any('x'.repeat(2048))],
    ['that is true', any(true)],
    ['that is a number', any(2)],
    ['that was replaced meanwhile', gone(1)],
    ['of which undo kept older values', any('heading', 'bullet')],
  ])('[SY2] an attribute %s is let in', (_, content) => {
    expectAdmitted(notesRoom(), setAttribute(content))
  })
})

describe('how much it may be', () => {
  it(`[SY2] ${MAX_NEW_CLIENTS} new clients are let in, one more is refused`, () => {
    const update = (clients: number) => {
      const forged = forge()
      for (let client = FREE; client < FREE + clients; client++)
        forged.from(client, 0, item(inText, text('x')))
      return forged.bytes()
    }
    expectAdmitted(notesRoom(), update(MAX_NEW_CLIENTS))
    expectRefused(notesRoom(), update(MAX_NEW_CLIENTS + 1), 'too-much')
  })

  it('[SY2] a clock may not advance by more than its bound, in one client or in several', () => {
    expectAdmitted(notesRoom(), put(gone(MAX_CLOCK_ADVANCE)))
    expectRefused(notesRoom(), put(gone(MAX_CLOCK_ADVANCE + 1)), 'too-much')
    expectRefused(notesRoom(), put(gone(2 ** 31)), 'too-much')
    const both = forge()
      .from(31, 0, item(inText, gone(MAX_CLOCK_ADVANCE)))
      .from(FREE, 0, item(inText, gone(1)))
    expectRefused(notesRoom(), both.bytes(), 'too-much')
  })

  it('[SY2] more structs than a text ever has are refused, known or not', () => {
    const one = item(inText, text('x'))
    const all = forge().section(bytes(MAX_STRUCTS + 1, FREE, 0), (encoder) => {
      for (let index = 0; index <= MAX_STRUCTS; index++) one(encoder)
    })
    expectRefused(notesRoom(), all.bytes(), 'too-much')
  })

  it('[SY2] deletions in more places than a text ever has are refused', () => {
    const room = notesRoom()
    expectAdmitted(room, put(text('x'.repeat(2 * MAX_NEW_DELETIONS + 2))))
    const ranges = Array.from({ length: MAX_NEW_DELETIONS + 1 }, (_, index) => [2 * index, 1] as const)
    expectRefused(
      room,
      forge()
        .deletes(FREE, ...ranges)
        .bytes(),
      'too-much',
    )
  })
})

describe('what is no update', () => {
  const block = forge().from(
    FREE,
    0,
    item(inText, text('x')),
    item({ origin: [FREE, 0] }, embed({ t: 'end' })),
  )
  const whole = block.deletes(SERVER, [3, 1]).bytes()

  it.each(Array.from({ length: whole.length }, (_, length) => length))(
    '[SY2] its first %i bytes are refused',
    (length) => {
      // In a larger buffer, as ws gives them: nothing past the end may be read.
      const longer = new Uint8Array(64).fill(1)
      longer.set(whole.subarray(0, length))
      expectRefused(notesRoom(), longer.subarray(0, length), 'malformed')
    },
  )

  it.each<[string, Uint8Array]>([
    ['text', new TextEncoder().encode('not an update')],
    [
      'a count of 2^31 sections',
      forge()
        .section(bytes(2 ** 31))
        .bytes(),
    ],
    [
      'a count of 2^31 structs',
      forge()
        .section(bytes(2 ** 31, FREE, 0))
        .bytes(),
    ],
    [
      'a count of 2^53 - 1 structs',
      forge()
        .section(bytes(Number.MAX_SAFE_INTEGER, FREE, 0))
        .bytes(),
    ],
    ['a kind of content that Yjs does not have', put({ ref: 11, write: bytes(1) })],
    ['a hole with flags', put({ ref: 10, write: bytes(1) })],
    ['a kind of type that Yjs does not have', put({ ref: 7, write: bytes(9) })],
    ['text that is no UTF-8', put({ ref: 4, write: bytes(1, 0xff) })],
    ['an atom that is no JSON', put(embedJson('{'))],
    ['values nested deeper than the stack is', put({ ref: 8, write: deepList })],
    [
      'a clientID of 2^53',
      forge()
        .from(2 ** 53, 0, item(inText, text('x')))
        .bytes(),
    ],
    [
      'a clock that ends past 2^53',
      forge()
        .from(FREE, Number.MAX_SAFE_INTEGER, item(inText, text('xy')))
        .bytes(),
    ],
    ['a length of 2^53', put(gone(2 ** 53))],
    ['a deletion that ends past 2^53', forge().deletes(SERVER, [Number.MAX_SAFE_INTEGER, 2]).bytes()],
    ['a deletion of nothing', forge().deletes(SERVER, [3, 0]).bytes()],
    ['deletions that overlap', forge().deletes(SERVER, [3, 3], [4, 2]).bytes()],
    ['deletions out of order', forge().deletes(SERVER, [6, 1], [3, 1]).bytes()],
    ['a new text of no length', put(text(''))],
    [
      'a known text of no length',
      forge()
        .from(ANNS, 6, item(inText, text('')))
        .from(FREE, 0, item(inText, text('x')))
        .bytes(),
    ],
    [
      "another's text of no length",
      forge()
        .from(SERVER, 13, item(inText, text('')))
        .from(FREE, 0, item(inText, text('x')))
        .bytes(),
    ],
    [
      'collected content of no length',
      forge()
        .from(FREE, 0, collected(0), item(inText, text('x')))
        .bytes(),
    ],
    [
      'two sections of one client, of which Yjs applies the second',
      forge()
        .from(FREE, 0, item(inText, text('x')))
        .from(FREE, 0, item({ parent: 'evil' }, text('y')))
        .bytes(),
    ],
    [
      'a section and its empty twin',
      forge()
        .from(FREE, 0, item(inText, text('x')))
        .from(FREE, 0)
        .bytes(),
    ],
    [
      'a section whose count lib0 reads as NaN',
      forge()
        .section(overlong(), bytes(31, 0))
        .from(FREE, 0, item(inText, text('x')))
        .bytes(),
    ],
    [
      'an item that names no place',
      forge()
        .from(FREE, 0, item({ parent: [FREE, 0] }, text('')))
        .bytes(),
    ],
  ])('[SY2] %s is refused', (_, update) => {
    expectRefused(notesRoom(), update, 'malformed', ANN)
  })

  it('[SY2] a reference whose numbers lib0 reads as NaN is refused', () => {
    const place = { ref: 0x84, write: overlong() }
    const update = forge().section(bytes(1, FREE, 0, place.ref), overlong(), overlong(), bytes(1, 120))
    expect(update.bytes().length).toBeGreaterThan(2000)
    expectRefused(notesRoom(), update.bytes(), 'malformed')
  })
})
