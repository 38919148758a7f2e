import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { StoredTogether } from './stored-together.ts'

const SOURCE = { name: 'the store' }
const LATER_MS = 10_000

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** A document with two who write in it, and what is stored of it. */
function open() {
  const doc = new Y.Doc()
  const other = new Y.Doc()
  const stored: Uint8Array[] = []
  const together = new StoredTogether(doc, SOURCE, (update) => stored.push(update))
  const own = (letters: string): void => {
    const text = doc.getText('text')
    text.insert(text.length, letters)
  }
  const others = (letters: string, origin: unknown = 'server'): void => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const text = other.getText('text')
    text.insert(text.length, letters)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), origin)
  }
  /** What somebody reads who opens what is stored. */
  const read = (): string => {
    const copy = new Y.Doc()
    for (const update of stored) Y.applyUpdate(copy, update)
    expect(copy.store.pendingStructs).toBeNull()
    return copy.getText('text').toString()
  }
  return { together, stored, own, others, read }
}

describe('what a device keeps of a room', () => {
  it('others’ words are stored in one piece, once in a while', () => {
    const { stored, others, read } = open()
    for (const letter of 'their words') others(letter)
    expect(stored).toHaveLength(0)
    vi.advanceTimersByTime(LATER_MS)
    expect(stored).toHaveLength(1)
    expect(read()).toBe('their words')
    others('!')
    vi.advanceTimersByTime(LATER_MS)
    expect(stored).toHaveLength(2)
    expect(read()).toBe('their words!')
  })

  it('own words are stored at once, with all that they build on', () => {
    const { stored, own, others, read } = open()
    others('theirs')
    own(', mine')
    expect(stored).toHaveLength(1)
    expect(read()).toBe('theirs, mine')
    vi.advanceTimersByTime(LATER_MS)
    expect(stored).toHaveLength(1)
  })

  it('what comes from the store is not stored again', () => {
    const { stored, others } = open()
    others('kept', SOURCE)
    vi.advanceTimersByTime(LATER_MS)
    expect(stored).toHaveLength(0)
  })

  it('closed, it stores what waits; dropped, it stores nothing more', () => {
    const closed = open()
    closed.others('theirs')
    closed.together.stop(true)
    expect(closed.read()).toBe('theirs')
    const dropped = open()
    dropped.others('theirs')
    dropped.together.stop(false)
    dropped.own('mine')
    dropped.others('theirs again')
    vi.advanceTimersByTime(LATER_MS)
    expect(dropped.stored).toHaveLength(0)
  })
})
