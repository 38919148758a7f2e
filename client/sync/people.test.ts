import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import { type PresenceEntry, presenceUpdate } from '../../shared/protocol/testing/presence-update.ts'
import { People } from './people.ts'

function read(update: Uint8Array): PresenceEntry[] {
  const decoder = decoding.createDecoder(update)
  const entries = Array.from({ length: decoding.readVarUint(decoder) }, (): PresenceEntry => {
    const client = decoding.readVarUint(decoder)
    return [client, decoding.readVarUint(decoder), JSON.parse(decoding.readVarString(decoder))]
  })
  expect(decoding.hasContent(decoder)).toBe(false)
  return entries
}

describe('[SY4] people in a room', () => {
  it('keep the name that the server once gave them', () => {
    const people = new People()
    people.name(presenceUpdate([7, 1, { user: { name: 'Ann' } }]))
    expect(read(people.name(presenceUpdate([7, 2, { caret: 3 }])))).toEqual([
      [7, 2, { caret: 3, user: { name: 'Ann' } }],
    ])
  })

  it('take the newest name', () => {
    const people = new People()
    people.name(presenceUpdate([7, 1, { user: { name: 'Ann' } }]))
    people.name(presenceUpdate([7, 2, { user: { name: 'Ann K.' } }]))
    expect(read(people.name(presenceUpdate([7, 3, {}])))).toEqual([[7, 3, { user: { name: 'Ann K.' } }]])
  })

  it('are passed over until they have one, beside others who do', () => {
    const people = new People()
    const update = presenceUpdate([7, 1, { caret: 1 }], [8, 1, { user: { name: 'Ben' } }], [9, 4, null])
    expect(read(people.name(update))).toEqual([
      [8, 1, { user: { name: 'Ben' } }],
      [9, 4, null],
    ])
  })

  it('are forgotten when they go: a clientID that comes again is named again', () => {
    const people = new People()
    people.name(presenceUpdate([7, 1, { user: { name: 'Ann' } }]))
    people.name(presenceUpdate([7, 2, null]))
    expect(read(people.name(presenceUpdate([7, 3, { caret: 1 }])))).toEqual([])
  })
})
