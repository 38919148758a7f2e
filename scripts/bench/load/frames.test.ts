import * as decoding from 'lib0/decoding'
import { expect, it } from 'vitest'
import { readClientFrame, SYNC, syncFrame } from '../../../shared/protocol/messages.ts'
import { bundling, hocuspocus } from './dialect.ts'
import { presenceFrame, readSync, tiptapCursor } from './frames.ts'

it('a sync frame of any length is taken apart without a copy', () => {
  for (const length of [0, 1, 127, 128, 20_000]) {
    const body = new Uint8Array(length).fill(5)
    const read = readSync(syncFrame(SYNC.update, body))
    expect(read?.step).toBe(SYNC.update)
    expect(read?.body).toEqual(body)
  }
})

it('a frame that is no sync frame, or is cut, is none', () => {
  expect(readSync(Uint8Array.of(1, 1, 0))).toBeNull()
  expect(readSync(Uint8Array.of(0, 2, 0x80))).toBeNull()
})

it('a cursor is one client’s presence', () => {
  const frame = readClientFrame(presenceFrame(12, 3, tiptapCursor(12, 40)))
  if (frame.kind !== 'awareness') throw new Error(frame.kind)
  const decoder = decoding.createDecoder(frame.update)
  expect([1, 2, 3].map(() => decoding.readVarUint(decoder))).toEqual([1, 12, 3])
  expect(JSON.parse(decoding.readVarString(decoder))).toMatchObject({ user: { name: 'Typist 12' } })
})

it('Hocuspocus’ messages begin with the room; its question reads as a sync step', () => {
  const frame = syncFrame(SYNC.step1, Uint8Array.of(0))
  const taken: Uint8Array[] = []
  hocuspocus.unpack('m/1', hocuspocus.pack('m/1', frame), (each) => taken.push(each))
  hocuspocus.unpack('m/1', hocuspocus.pack('m/1', Uint8Array.of(4, ...frame.subarray(1))), (each) =>
    taken.push(each),
  )
  expect(taken.map((each) => [...each])).toEqual([[...frame], [...frame]])
})

it('a bundle gives its frames one by one', () => {
  const taken: number[][] = []
  bundling.unpack('r', Uint8Array.of(2, 8, 9, 1, 7), (each) => taken.push([...each]))
  expect(taken).toEqual([[8, 9], [7]])
})
