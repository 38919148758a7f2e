import { expect, test } from 'vitest'
import type { MergeFact } from './facts.ts'
import { leftFor, nowIn } from './left-for.ts'

const fact = (more: Partial<MergeFact>): MergeFact => ({ at: 0, by: 'ann', items: [], undone: null, ...more })
const undone = { at: 1, by: 'ann' }
const of = (...facts: MergeFact[]) =>
  Object.fromEntries(leftFor(new Map(facts.map((each, index) => [String(index + 9), each]))))

test('[MG4] an item has left for the last combination that stands, whatever the order of numbers as words', () => {
  const first = fact({ combined: 'a', changed: ['a', 'b'] })
  expect(of(first)).toEqual({ b: { merge: 9, into: 'a' } })
  expect(of(first, fact({ combined: 'c', changed: ['c', 'b'] }))).toEqual({ b: { merge: 10, into: 'c' } })
})

test('[MG4] it has not where that was taken apart, where others are combined into it since, or by another merge', () => {
  expect(of(fact({ combined: 'a', changed: ['a', 'b'], undone }))).toEqual({})
  expect(of(fact({ changed: ['a', 'b'] }))).toEqual({})
  const since = fact({ combined: 'b', changed: ['b', 'a'] })
  expect(of(fact({ combined: 'a', changed: ['a', 'b'] }), since)).toEqual({ a: { merge: 10, into: 'b' } })
})

test('[MG4] its words are where its combination is by now, if that is in the draft', () => {
  const left = new Map([
    ['a', { merge: 1, into: 'b' }],
    ['b', { merge: 2, into: 'c' }],
  ])
  expect(nowIn(left, 'a', new Set(['a', 'b', 'c']))).toBe('b')
  expect(nowIn(left, 'a', new Set(['a', 'c']))).toBe('c')
  expect(nowIn(left, 'a', new Set(['a']))).toBe(null)
})
