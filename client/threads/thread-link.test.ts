import { expect, it } from 'vitest'
import type { ThreadWish as Wish } from '../outbox/thread-wish.ts'
import type { ShownThread } from './thread.ts'
import { wishPath } from './thread-link.ts'

const resolves = (room: 'ledger' | 'drafting' | `notes/${string}`): Wish => ({
  does: 'resolve',
  thread: 't',
  room,
  resolved: true,
})
const told: ShownThread = {
  id: 't',
  room: 'ledger',
  subject: { on: 'item', item: 'i', passage: null },
  at: 1,
  by: 'ann',
  resolved: null,
  comments: [],
  waiting: null,
}

it('a wish leads to the page of its thread, and nowhere when the thread is not told here', () => {
  expect(wishPath('m', resolves('notes/t2'), [])).toBe('/m/m/topics/t2?panel=comments&thread=t')
  expect(wishPath('m', resolves('ledger'), [told])).toBe('/m/m/draft/i?panel=comments&thread=t')
  expect(wishPath('m', resolves('drafting'), [told])).toBeNull()
})
