import { describe, expect, it } from 'vitest'
import { type DeletedStretch, DeletedStretches, firstOf, PartList, partsOf } from './deleted-stretches.ts'

function stretchOf(from: number, partCount: number): DeletedStretch {
  const part = { position: from, step: 1, count: 1, isOptional: false } as const
  return { from, owned: 1, count: partCount, parts: Array.from({ length: partCount }, () => part) }
}

describe('deleted stretches', () => {
  it('past the bound of parts, the oldest that hold parts are forgotten, and those without stay', () => {
    const stretches = new DeletedStretches()
    const whole = { from: 0, owned: 9, count: 9, parts: null }
    const [old, late, newest] = [stretchOf(9, 30_000), stretchOf(10, 30_000), stretchOf(11, 30_000)]
    for (const stretch of [whole, old, late]) stretches.keep('ann', stretch)
    expect(stretches.of('ann')).toEqual([whole, old, late])
    stretches.keep('ben', newest)
    expect(stretches.of('ann')).toEqual([whole, late])
    expect(stretches.of('ben')).toEqual([newest])
    expect(stretches.firstRead(40)).toBe(10)
  })

  it('what begins before a position is forgotten for everybody', () => {
    const stretches = new DeletedStretches()
    stretches.keep('ann', stretchOf(0, 2))
    stretches.keep('ann', stretchOf(5, 2))
    stretches.keep('ben', stretchOf(1, 2))
    stretches.forget(5)
    expect(stretches.of('ann').map(({ from }) => from)).toEqual([5])
    expect(stretches.of('ben')).toEqual([])
  })

  it('neighbours in the log are one part, in either direction, and what may come back stands apart', () => {
    const list = new PartList()
    for (const position of [7, 6, 5]) list.add({ position, step: 1, count: 1, isOptional: true }, true)
    list.add({ position: 4, step: 1, count: 1, isOptional: false }, true)
    list.add({ position: 20, step: 1, count: 3, isOptional: false }, false)
    list.add({ position: 23, step: 1, count: 2, isOptional: false }, false)
    const stretch = list.stretch(20, 25)
    const own = [
      { position: 4, step: 1, count: 1, isOptional: false },
      { position: 20, step: 1, count: 5, isOptional: false },
    ]
    expect(partsOf(stretch, true)).toEqual([{ position: 7, step: -1, count: 3, isOptional: true }, ...own])
    expect(partsOf(stretch, false)).toEqual(own)
    expect(firstOf(stretch)).toBe(4)
  })
})
