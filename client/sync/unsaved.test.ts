import { expect, it } from 'vitest'
import { Unsaved } from './unsaved.ts'

/** A transaction that leaves in an update frame at once. */
function sendOne(unsaved: Unsaved, clock: number): void {
  unsaved.sent(false)
  unsaved.made(clock, clock)
}

it('each stored frame covers the transaction that left in it, and no other', () => {
  const unsaved = new Unsaved()
  for (const clock of [1, 2, 3]) sendOne(unsaved, clock)
  unsaved.stored(2)
  expect([unsaved.count, unsaved.clock, unsaved.since]).toEqual([1, 3, 3])
  unsaved.stored(3)
  expect([unsaved.count, unsaved.clock, unsaved.since]).toEqual([0, null, null])
})

it('what was typed offline is covered by the answer alone, not by an update that left before it', () => {
  const unsaved = new Unsaved()
  unsaved.made(1, 1)
  sendOne(unsaved, 2)
  unsaved.sent(true)
  unsaved.stored(1)
  expect(unsaved.count).toBe(1)
  unsaved.stored(2)
  expect(unsaved.count).toBe(0)
})

it('what was sent and not confirmed waits for the next connection', () => {
  const unsaved = new Unsaved()
  unsaved.sent(true)
  sendOne(unsaved, 1)
  unsaved.disconnected()
  unsaved.stored(2)
  expect(unsaved.count).toBe(1)
  unsaved.sent(true)
  unsaved.stored(1)
  expect(unsaved.count).toBe(0)
})

it('a frame that came from the cache is counted, and covers nothing', () => {
  const unsaved = new Unsaved()
  unsaved.sent(true)
  unsaved.sent(false)
  unsaved.passed()
  unsaved.made(1, 1)
  unsaved.stored(2)
  expect(unsaved.count).toBe(1)
})

it('what an earlier page left is covered by the first answer', () => {
  const unsaved = new Unsaved()
  unsaved.inherit(5, 1)
  unsaved.made(0, 2)
  expect([unsaved.count, unsaved.madeHere, unsaved.hasInherited]).toEqual([6, 1, true])
  unsaved.sent(true)
  unsaved.stored(1)
  expect([unsaved.count, unsaved.hasInherited]).toEqual([0, false])
})
