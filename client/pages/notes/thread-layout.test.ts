import { describe, expect, it } from 'vitest'
import { type LaidCard, layCards } from './thread-layout.ts'

function lay(cards: [id: string, at: number, height: number][], selected: string | null): unknown {
  const laid: LaidCard[] = cards.map(([id, at, height]) => ({ id, at, height }))
  return Object.fromEntries(layCards(laid, selected, 10))
}

describe('cards in the margin', () => {
  it('stand beside their passages where there is room', () => {
    expect(
      lay(
        [
          ['a', 0, 50],
          ['b', 100, 50],
          ['c', 300, 50],
        ],
        null,
      ),
    ).toEqual({ a: 0, b: 100, c: 300 })
  })

  it('are pushed down below the one before where they are crowded', () => {
    expect(
      lay(
        [
          ['a', 20, 50],
          ['b', 30, 50],
          ['c', 40, 50],
        ],
        null,
      ),
    ).toEqual({ a: 20, b: 80, c: 140 })
  })

  it('come in the order of their passages, whatever order they are given in', () => {
    expect(
      lay(
        [
          ['b', 90, 50],
          ['a', 80, 50],
        ],
        null,
      ),
    ).toEqual({ a: 80, b: 140 })
  })

  it('the selected one stands beside its passage, and those before it give way upwards', () => {
    expect(
      lay(
        [
          ['a', 180, 50],
          ['b', 190, 50],
          ['c', 200, 80],
        ],
        'c',
      ),
    ).toEqual({ a: 80, b: 140, c: 200 })
  })

  it('nothing is pushed above the start: then the selected one goes down too', () => {
    expect(
      lay(
        [
          ['a', 0, 50],
          ['b', 10, 50],
          ['c', 20, 50],
        ],
        'c',
      ),
    ).toEqual({ a: 0, b: 60, c: 120 })
  })

  it('no card lies on another, whatever is selected', () => {
    const cards: [string, number, number][] = [
      ['a', 5, 40],
      ['b', 5, 120],
      ['c', 60, 70],
      ['d', 61, 30],
      ['e', 400, 20],
    ]
    for (const selected of [null, 'a', 'b', 'c', 'd', 'e']) {
      const tops = layCards(
        cards.map(([id, at, height]) => ({ id, at, height })),
        selected,
        10,
      )
      let end = 0
      for (const [id, top] of [...tops].sort(([, one], [, other]) => one - other)) {
        expect(top).toBeGreaterThanOrEqual(end)
        end = top + (cards.find(([each]) => each === id)?.[2] ?? 0)
      }
    }
  })

  it('nothing to lay is nothing laid', () => {
    expect(lay([], 'a')).toEqual({})
  })
})
