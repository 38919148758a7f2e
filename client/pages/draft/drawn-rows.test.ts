import { describe, expect, test } from 'vitest'
import { around, DrawnRows } from './drawn-rows.ts'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

describe('rows around one of them', () => {
  test.each([
    ['the first', 'a', 3, ['a', 'b', 'c']],
    ['one inside', 'd', 4, ['d', 'e', 'c', 'f']],
    ['the last', 'g', 3, ['g', 'f', 'e']],
    ['none', null, 2, ['a', 'b']],
    ['one that is not there', 'z', 2, ['a', 'b']],
    ['more than there are', 'b', 99, ['b', 'c', 'a', 'd', 'e', 'f', 'g']],
  ])('%s: the nearest first', (_which, row, count, expected) => {
    expect(around(ROWS, row, count)).toEqual(expected)
  })

  test('of no rows are none', () => expect(around([], 'a', 5)).toEqual([]))
})

describe('rows of a long draft', () => {
  const MANY = Array.from({ length: 20 }, (_, index) => `r${index}`)
  const shown = (drawn: DrawnRows, start: string | null, rows = MANY): string[] => {
    const waiting = drawn.waitingOf(rows, start, 2)
    return rows.filter((row) => !waiting.has(row))
  }

  test('wait, but for the first ones around the place to begin at', () => {
    const drawn = new DrawnRows()
    expect(shown(drawn, null)).toEqual(['r0', 'r1'])
    expect(shown(drawn, 'r12')).toEqual(['r12', 'r13'])
  })

  test('stay drawn when another place is looked for, or others come before them', () => {
    const drawn = new DrawnRows()
    drawn.keep(shown(drawn, 'r12'))
    expect(shown(drawn, 'r5')).toEqual(['r5', 'r6', 'r12', 'r13'])
    expect(shown(drawn, null, ['new', ...MANY])).toEqual(['new', 'r0', 'r12', 'r13'])
  })

  test('are drawn when they are asked for, before the asker goes on', () => {
    const drawn = new DrawnRows()
    const told: string[][] = []
    drawn.subscribe(() => told.push(shown(drawn, null)))
    drawn.draw(['r9'])
    drawn.draw(['r9'])
    expect(told).toEqual([['r0', 'r1', 'r9']])
    drawn.drawAll()
    drawn.drawAll()
    expect(told).toEqual([['r0', 'r1', 'r9'], MANY])
  })

  test('do not wait where they are few, also when they come to many', () => {
    const drawn = new DrawnRows()
    expect(shown(drawn, null, MANY.slice(0, 8))).toEqual(MANY.slice(0, 8))
    drawn.keep(MANY)
    expect(shown(drawn, null, ['new', ...MANY])).toEqual(['new', ...MANY])
  })

  test('wait again where many come that were not listed meanwhile', () => {
    const drawn = new DrawnRows()
    drawn.keep(MANY)
    drawn.keep(['r9'])
    expect(shown(drawn, 'r9')).toEqual(['r9', 'r10'])
  })
})
