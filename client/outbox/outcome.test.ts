import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DraftWish } from './draft-wish.ts'
import type { Entry } from './entry.ts'
import { type Followed, outcomeOf } from './outcome.ts'

const wish: DraftWish = { does: 'apart', item: 'a', merge: 1 }
const waiting: Entry<DraftWish> = {
  id: 'e',
  key: 'k',
  at: 1,
  wish,
  refused: null,
  isTried: false,
  isSent: false,
}

let entries: Entry<DraftWish>[] = []
let change = (): void => undefined
const outbox: Followed = {
  entries: () => entries,
  subscribe: (listener) => {
    change = listener
    return () => {
      change = () => undefined
    }
  },
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { onLine: true })
  entries = [waiting]
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it.each<[string, Entry<DraftWish>[], string]>([
  ['carried out', [{ ...waiting, isSent: true }], 'done'],
  ['carried out, and told by its room already', [], 'done'],
  ['refused', [{ ...waiting, refused: { code: 'conflict', message: '', hint: '' } }], 'refused'],
])('[DR1] a command that is %s', async (_, after, outcome) => {
  const found = outcomeOf(outbox, 'e')
  entries = [{ ...waiting, isTried: true }]
  change()
  entries = after
  change()
  expect(await found).toBe(outcome)
})

it('[DR1] a command without an answer waits: at once without a network, else after some seconds', async () => {
  const found = vi.fn()
  void outcomeOf(outbox, 'e').then(found)
  await vi.advanceTimersByTimeAsync(4999)
  expect(found).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(found).toHaveBeenCalledWith('waits')
  vi.stubGlobal('navigator', { onLine: false })
  const cut = outcomeOf(outbox, 'e')
  await vi.advanceTimersByTimeAsync(0)
  expect(await cut).toBe('waits')
})
