import { describe, expect, it } from 'vitest'
import { formatNumber, markdownTable, median } from './table.ts'

describe('a table', () => {
  it('is markdown whose columns are as wide as their longest cell', () => {
    expect(
      markdownTable(
        ['server', 'ms'],
        [
          ['relay', '3.1'],
          ['Minuta', '12.0'],
        ],
      ),
    ).toBe(['| server |   ms |', '| ------ | ---: |', '| relay  |  3.1 |', '| Minuta | 12.0 |'].join('\n'))
  })
})

describe('a median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[Number.NaN, 5], 5],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected)
  })

  it('of nothing is no number', () => {
    expect(median([])).toBeNaN()
  })
})

describe('a number in a table', () => {
  it.each([
    [5668.04, 0, '5,668'],
    [0.125, 2, '0.13'],
    [Number.NaN, 1, '–'],
    [Number.POSITIVE_INFINITY, 1, '∞'],
  ])('%d with %d digits is %s', (value, digits, expected) => {
    expect(formatNumber(value, digits)).toBe(expected)
  })
})
