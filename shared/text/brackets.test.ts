import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atomsIn } from './atoms-in.ts'
import { asBracket, type Bracket, countBrackets, pairBrackets } from './brackets.ts'
import { flatText } from './testing/flat-text.ts'

/** `a` opens, `A` closes. */
function brackets(written: string): Bracket[] {
  return [...written].map((letter) => {
    const id = letter.toLowerCase()
    return { id, side: letter === id ? 'open' : 'close' }
  })
}

/** The height of each, `-` where one stands alone. */
function heights(written: string): string {
  return pairBrackets(brackets(written))
    .map(({ isPaired, height }) => (isPaired ? height : '-'))
    .join('')
}

describe('brackets', () => {
  it.each([
    ['', ''],
    ['aA', '00'],
    ['abBA', '1001'],
    ['abBcCA', '100001'],
    ['abcCBA', '210012'],
    ['a', '-'],
    ['aBbA', '1001'],
    ['Aa', '00'],
    ['aAb', '00-'],
    ['aaA', '000'],
  ])('[TX16] %s: outer ones know how many stand inside: %s', (written, expected) => {
    expect(heights(written)).toBe(expected)
  })

  it('[TX16] pairs that cross are pairs', () => {
    expect(countBrackets(brackets('abAB'))).toEqual({ all: 2, alone: 0 })
  })

  it('[TX16] one that stands alone is counted, and told apart', () => {
    expect(countBrackets(brackets('aAbCcD'))).toEqual({ all: 4, alone: 2 })
  })

  it('[TX16] in any order each keeps its place, and none is higher than there are pairs (seed 5)', () => {
    const some = fc.array(fc.constantFrom(...'abcdABCD'), { maxLength: 16 })
    fc.assert(
      fc.property(some, (letters) => {
        const given = brackets(letters.join(''))
        const placed = pairBrackets(given)
        expect(placed.map(({ id, side }) => ({ id, side }))).toEqual(given)
        for (const { id, isPaired, height } of placed) {
          expect(isPaired).toBe(
            new Set(given.filter((one) => one.id === id).map(({ side }) => side)).size === 2,
          )
          expect(height).toBeLessThan(4)
        }
      }),
      { seed: 5 },
    )
  })

  it('[TX6] reads what a foreign client left out, and nothing else as a bracket', () => {
    expect(asBracket({ t: 'bracket' })).toEqual({ id: '', side: 'open' })
    expect(asBracket({ t: 'note', id: 'x' })).toBeNull()
  })
})

describe('the atoms of a text', () => {
  it('[TX2] stand in its order, also in lines that were joined', () => {
    const text = flatText([
      'a|x {bracket id=1 side=open}',
      'b join=a|y {note id=2}',
      'c|{bracket id=1 side=close}',
    ])
    expect(atomsIn(text).map(({ t, id }) => `${t} ${id}`)).toEqual(['bracket 1', 'note 2', 'bracket 1'])
  })
})
