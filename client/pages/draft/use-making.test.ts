import { expect, it } from 'vitest'
import type { DraftWish, NewItemWish } from '../../outbox/draft-wish.ts'
import type { Entry } from '../../outbox/entry.ts'
import { nextMakings } from './use-making.ts'

const wish = (item: string): NewItemWish => ({
  does: 'create',
  item,
  type: 'recommendation',
  target: { section: 't1', after: null },
  of: null,
})
const n = wish('n')
const refusal = { code: 'forbidden', message: 'No.', hint: '' }

function entry(changes: Partial<Entry<DraftWish>> = {}): Entry<DraftWish> {
  return { id: 'n', key: 'k', at: 1, wish: n, refused: null, isTried: true, isSent: false, ...changes }
}
const waiting = { id: 'n', wish: n, refusal: null }

it('[DR1] a new item has a field from the wish on, and after a reload', () => {
  expect(nextMakings([], [entry()], [])).toEqual([waiting])
  expect(nextMakings([], [entry({ isSent: true })], [])).toEqual([waiting])
})

it('an item that is in the draft already has none', () => {
  expect(nextMakings([], [entry({ isSent: true })], [{ id: 'n' }])).toEqual([])
})

it('a field stays until its words are handed over, also where another tab has sent the wish', () => {
  const before = [waiting]
  expect(nextMakings(before, [entry({ isSent: true })], [{ id: 'n' }])).toBe(before)
  expect(nextMakings(before, [], [])).toBe(before)
  expect(nextMakings(before, [], [{ id: 'n' }])).toBe(before)
})

it('a refusal is said there, and one that is given up, here or in another tab, goes', () => {
  const refused = nextMakings([waiting], [entry({ refused: refusal })], [])
  expect(refused).toEqual([{ ...waiting, refusal }])
  expect(nextMakings(refused, [entry()], [])).toEqual([waiting])
  expect(nextMakings(refused, [], [])).toEqual([])
})
