import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as awareness from 'y-protocols/awareness'
import * as Y from 'yjs'
import { MAX_PRESENCE_CHARS } from '../../shared/limits/sync-limits.ts'
import { ProtocolError, readClientFrame } from '../../shared/protocol/messages.ts'
import { presenceUpdate } from '../../shared/protocol/testing/presence-update.ts'
import { Presence, type PresentMember } from './presence.ts'
import { overlong } from './testing/forge.ts'

const ann: PresentMember = { id: 'ann', name: 'Ann', role: 'chair', mechanism: null, colour: 1 }
const anns = {}
const bobs = {}
const all = () => true

/** Reads a frame as y-protocols does. */
function seen(frame: Uint8Array | null | undefined): Record<number, unknown> {
  const others = new awareness.Awareness(new Y.Doc())
  const read = frame == null ? null : readClientFrame(frame)
  if (read?.kind === 'awareness') awareness.applyAwarenessUpdate(others, read.update, 'test')
  const states = Object.fromEntries(others.getStates())
  delete states[others.clientID]
  others.destroy()
  return states
}

describe('[SY4] presence', () => {
  it('shows who it is by the server’s word, whatever the page says', () => {
    const presence = new Presence()
    presence.take(anns, ann, presenceUpdate([7, 1, { at: 'x', user: { id: 'bob', name: 'Bob' } }]), all)
    expect(seen(presence.takeChanges()?.whole)).toEqual({ 7: { at: 'x', user: ann } })
    expect(presence.takeChanges()).toBeNull()
    expect(seen(presence.everybody())).toEqual({ 7: { at: 'x', user: ann } })
  })

  it('takes from a connection only its own clientID, and passes over what it echoes', () => {
    const presence = new Presence()
    presence.take(anns, ann, presenceUpdate([7, 1, { a: 1 }], [8, 1, { a: 2 }]), (client) => client === 7)
    expect(Object.keys(seen(presence.takeChanges()?.whole))).toEqual(['7'])
  })

  it('keeps the newest, and does not go back to an older one', () => {
    const presence = new Presence()
    presence.take(anns, ann, presenceUpdate([7, 2, { a: 2 }]), all)
    presence.take(anns, ann, presenceUpdate([7, 3, { a: 3 }]), all)
    presence.take(anns, ann, presenceUpdate([7, 1, { a: 1 }]), all)
    expect(seen(presence.takeChanges()?.whole)).toMatchObject({ 7: { a: 3 } })
  })

  it('does not let another connection speak for a clientID while it is shown', () => {
    const presence = new Presence()
    presence.take(anns, ann, presenceUpdate([7, 1, { a: 1 }]), all)
    presence.take(bobs, { ...ann, id: 'bob' }, presenceUpdate([7, 9, { a: 9 }]), all)
    expect(seen(presence.everybody())).toMatchObject({ 7: { a: 1, user: { id: 'ann' } } })
  })

  it('goes with its connection, and says so to the others', () => {
    const presence = new Presence()
    presence.take(anns, ann, presenceUpdate([7, 1, { a: 1 }]), all)
    const others = new awareness.Awareness(new Y.Doc())
    const tell = () => {
      const read = readClientFrame(presence.takeChanges()?.whole as Uint8Array)
      if (read.kind === 'awareness') awareness.applyAwarenessUpdate(others, read.update, 'test')
    }
    tell()
    expect(others.getStates().has(7)).toBe(true)
    presence.leave(bobs)
    expect(presence.hasChanges).toBe(false)
    presence.leave(anns)
    tell()
    expect(others.getStates().has(7)).toBe(false)
    expect(presence.everybody()).toBeNull()
    others.destroy()
  })

  it('shows a state that is too long as an empty one', () => {
    const presence = new Presence()
    presence.take(anns, ann, presenceUpdate([7, 1, { at: 'x'.repeat(MAX_PRESENCE_CHARS) }]), all)
    expect(seen(presence.takeChanges()?.whole)).toEqual({ 7: { user: ann } })
  })

  it('names somebody to all once, and again when their name or role changes', () => {
    const presence = new Presence()
    const brief = (clock: number, member: PresentMember) => {
      presence.take(anns, member, presenceUpdate([7, clock, { caret: clock }]), all)
      const { whole, brief } = presence.takeChanges() ?? {}
      expect(seen(whole)).toEqual({ 7: { caret: clock, user: member } })
      return seen(brief)
    }
    const observer = { ...ann, role: 'observer' }
    expect(brief(1, ann)).toEqual({ 7: { caret: 1, user: ann } })
    expect(brief(2, ann)).toEqual({ 7: { caret: 2 } })
    expect(brief(3, observer)).toEqual({ 7: { caret: 3, user: observer } })
    expect(seen(presence.everybody())).toEqual({ 7: { caret: 3, user: observer } })
  })

  it('names who comes back with a clientID that had gone', () => {
    const presence = new Presence()
    presence.take(anns, ann, presenceUpdate([7, 1, {}]), all)
    presence.takeChanges()
    presence.leave(anns)
    presence.takeChanges()
    presence.take(anns, ann, presenceUpdate([7, 2, {}]), all)
    expect(seen(presence.takeChanges()?.brief)).toEqual({ 7: { user: ann } })
  })

  const numbers = (...values: number[]) => {
    const encoder = encoding.createEncoder()
    for (const value of values) encoding.writeVarUint(encoder, value)
    return encoder
  }
  const nan = numbers(1)
  overlong()(nan)
  for (const number of [1, 2, 123, 125]) encoding.writeVarUint(nan, number)

  it.each<[string, Uint8Array]>([
    ['nothing', Uint8Array.of()],
    ['2^31 clients', encoding.toUint8Array(numbers(2 ** 31))],
    [
      '2,049 clients',
      presenceUpdate(...Array.from({ length: 2049 }, (_, client) => [client, 1, {}] as const)),
    ],
    ['a state that is no JSON', Uint8Array.of(1, 7, 1, 1, 123)],
    ['a state that ends early', Uint8Array.of(1, 7, 1, 9, 123, 125)],
    ['bytes after its end', Uint8Array.of(1, 7, 1, 2, 123, 125, 0)],
    ['a clientID that lib0 reads as NaN', encoding.toUint8Array(nan)],
    ['a clientID past 2^48', presenceUpdate([2 ** 50, 1, {}])],
    ['a clock past 2^48', presenceUpdate([7, 2 ** 50, {}])],
  ])('refuses %s, and takes nothing of it', (_, update) => {
    const presence = new Presence()
    // In a larger buffer, as ws gives it: what stands behind belongs to somebody else.
    const larger = new Uint8Array(update.length + 64).fill(32)
    larger.set(update)
    larger.set([123, 125], update.length + 2)
    expect(() => presence.take(anns, ann, larger.subarray(0, update.length), all)).toThrow(ProtocolError)
    expect(presence.hasChanges).toBe(false)
  })

  it('does not show a page what stands behind its frame in the server’s memory', () => {
    const larger = Uint8Array.from([1, 7, 1, 8, 123, 34, 97, 34, 58, ...new TextEncoder().encode('42}')])
    expect(() => new Presence().take(anns, ann, larger.subarray(0, 9), all)).toThrow(ProtocolError)
  })
})
