import { describe, expect, it } from 'vitest'
import { RunIndex } from './char-runs.ts'

describe('runs of characters', () => {
  it('neighbours become one run, forwards and backwards, and the second half of a pair is found nowhere', () => {
    const index = new RunIndex()
    index.add(1, 10, 1, 0)
    expect(index.add(1, 11, 1, 1)).toBeNull()
    expect(index.add(1, 12, 2, 2)).not.toBeNull()
    expect(index.add(1, 24, 2, 3)).not.toBeNull()
    expect(index.add(1, 22, 2, 4)).toBeNull()
    expect(index.add(1, 20, 2, 5)).toBeNull()
    index.settle(0)
    const found = [9, 10, 11, 12, 13, 14, 20, 21, 22, 24, 25, 26].map((clock) => index.find(1, clock))
    expect(found).toEqual([-1, 0, 1, 2, -1, -1, 5, -1, 4, 3, -1, -1])
    expect(index.find(2, 10)).toBe(-1)
  })

  it('many are sorted in at once between those that are there', () => {
    const index = new RunIndex()
    for (let clock = 0; clock < 600; clock += 6) index.add(1, clock, 1, clock)
    index.settle(0)
    for (let clock = 597; clock >= 0; clock -= 6) index.add(1, clock, 1, 1000 + clock)
    index.settle(0)
    for (let clock = 0; clock < 600; clock++) {
      const expected = clock % 6 === 0 ? clock : clock % 6 === 3 ? 1000 + clock : -1
      expect(index.find(1, clock), `clock ${clock}`).toBe(expected)
    }
  })

  it('runs that end before what is kept go when there are many, and what follows one of them is found', () => {
    const index = new RunIndex()
    for (let clock = 0; clock < 1000; clock += 2) {
      index.add(1, clock, 1, clock)
      index.settle(clock)
    }
    expect(index.find(1, 0)).toBe(-1)
    expect(index.find(1, 998)).toBe(998)
    for (let clock = 2000; clock < 2400; clock += 2) index.add(1, clock, 1, clock)
    index.settle(5000)
    index.add(1, 2399, 1, 2399)
    index.settle(0)
    expect(index.find(1, 2399)).toBe(2399)
  })
})
