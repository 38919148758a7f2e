import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import * as messages from './messages.ts'
import {
  awarenessFrame,
  jsonFrame,
  MESSAGE,
  ProtocolError,
  readClientFrame,
  SYNC,
  storedFrame,
  syncFrame,
} from './messages.ts'

const body = fc.uint8Array({ maxLength: 300 })
const count = fc.maxSafeNat()
const hello = fc.record(
  { protocol: count, schema: count, epoch: fc.option(count), clientID: count, agreed: count },
  { requiredKeys: ['protocol', 'schema', 'epoch', 'clientID'] },
)

describe('what is written is read', () => {
  it('a state vector, an answer, an update and a presence come back as they were', () => {
    fc.assert(
      fc.property(body, (bytes) => {
        expect(readClientFrame(syncFrame(SYNC.step1, bytes))).toEqual({ kind: 'step1', stateVector: bytes })
        expect(readClientFrame(syncFrame(SYNC.step2, bytes))).toMatchObject({ kind: 'update', update: bytes })
        expect(readClientFrame(syncFrame(SYNC.update, bytes))).toMatchObject({
          kind: 'update',
          update: bytes,
        })
        expect(readClientFrame(awarenessFrame(bytes))).toEqual({ kind: 'awareness', update: bytes })
      }),
    )
  })

  it('a hello comes back as it was, whatever else it says left out', () => {
    fc.assert(
      fc.property(hello, fc.string(), (said, more) => {
        expect(readClientFrame(jsonFrame(MESSAGE.hello, { ...said, more }))).toEqual({
          kind: 'hello',
          hello: said,
        })
      }),
    )
  })

  it('`stored` is the type and the count', () => {
    fc.assert(
      fc.property(count, (stored) => {
        const decoder = decoding.createDecoder(storedFrame(stored))
        expect(decoding.readVarUint(decoder)).toBe(MESSAGE.stored)
        expect(decoding.readVarUint(decoder)).toBe(stored)
        expect(decoding.hasContent(decoder)).toBe(false)
      }),
    )
  })

  it('a frame of JSON is the type and one string', () => {
    fc.assert(
      fc.property(fc.constantFrom(5, 6, 7), fc.dictionary(fc.string(), fc.jsonValue()), (type, value) => {
        const decoder = decoding.createDecoder(jsonFrame(type as 5 | 6 | 7, value))
        expect(decoding.readVarUint(decoder)).toBe(type)
        expect(decoding.readVarString(decoder)).toBe(JSON.stringify(value))
        expect(decoding.hasContent(decoder)).toBe(false)
      }),
    )
  })

  it('a query of presence and a wish for authorship are read', () => {
    expect(readClientFrame(Uint8Array.of(3))).toEqual({ kind: 'queryAwareness' })
    expect(readClientFrame(Uint8Array.of(7, 1))).toEqual({ kind: 'authorship', on: true })
    expect(readClientFrame(Uint8Array.of(7, 0))).toEqual({ kind: 'authorship', on: false })
  })

  it('keeps the numbers of y-protocols 1.0.7', () => {
    expect(messages.SYNC).toEqual({ step1: 0, step2: 1, update: 2 })
    expect(messages.MESSAGE).toMatchObject({ sync: 0, awareness: 1, auth: 2, queryAwareness: 3 })
  })
})

describe('what is none of it', () => {
  const said = (value: unknown) => jsonFrame(MESSAGE.hello, value as object)
  it.each<[string, Uint8Array]>([
    ['nothing', Uint8Array.of()],
    ['a type that only a server sends', storedFrame(1)],
    ['a word about access, which only a server says', Uint8Array.of(2, 0, 1, 120)],
    ['a type that there is not', Uint8Array.of(8)],
    ['a sync step that there is not', Uint8Array.of(0, 3, 0)],
    ['a query that goes on', Uint8Array.of(3, 0)],
    ['a wish for authorship that ends early', Uint8Array.of(7)],
    ['a wish for authorship that goes on', Uint8Array.of(7, 1, 1)],
    ['an update that goes on', Uint8Array.of(0, 2, 1, 0, 0)],
    ['a hello that is null', said(null)],
    ['a hello that is a number', said(5 as unknown)],
    ['a hello that is a list', said([])],
    ['a hello without an epoch', said({ protocol: 1, schema: 1, clientID: 1 })],
    ['a hello with a text as clientID', said({ protocol: 1, schema: 1, epoch: 1, clientID: '1' })],
    ['a hello with half a clientID', said({ protocol: 1, schema: 1, epoch: 1, clientID: 0.5 })],
    ['a hello with a negative epoch', said({ protocol: 1, schema: 1, epoch: -1, clientID: 1 })],
    ['a hello with a version past 2^53', said({ protocol: 2 ** 53, schema: 1, epoch: 1, clientID: 1 })],
    ['a hello with no schema', said({ protocol: 1, schema: null, epoch: 1, clientID: 1 })],
    ['a hello that agrees to a word', said({ protocol: 1, schema: 1, epoch: 1, clientID: 1, agreed: 'all' })],
    ['a hello that is no JSON', Uint8Array.of(6, 1, 123)],
  ])('%s is refused', (_, frame) => {
    expect(() => readClientFrame(frame)).toThrow(ProtocolError)
  })

  it('reads nothing past a frame that stands in a larger buffer', () => {
    const larger = new Uint8Array(64)
    for (const frame of [Uint8Array.of(0, 2, 9, 1), Uint8Array.of(1, 9, 1), Uint8Array.of(6, 9, 123)]) {
      larger.set(frame)
      expect(() => readClientFrame(larger.subarray(0, frame.length))).toThrow(ProtocolError)
    }
  })

  it('every frame cut short is refused', () => {
    fc.assert(
      fc.property(body, hello, (bytes, words) => {
        for (const frame of [syncFrame(SYNC.update, bytes), jsonFrame(MESSAGE.hello, words)])
          for (let length = 0; length < frame.length; length++)
            expect(() => readClientFrame(frame.subarray(0, length))).toThrow(ProtocolError)
      }),
      { numRuns: 20 },
    )
  })
})
