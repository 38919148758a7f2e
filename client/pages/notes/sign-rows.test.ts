import { describe, expect, it } from 'vitest'
import { rowForSign, type Stretch } from './sign-rows.ts'

const COLUMN: Stretch = { top: 0, bottom: 100, left: 20, right: 370 }

function words(top: number, left: number, right: number, height = 22): Stretch {
  return { top, bottom: top + height, left, right }
}

describe('[MG5] a sign without a gap before the words stands beside their end', () => {
  it('at the first row, if that leaves room for a finger', () => {
    const rows = [words(0, 20, 340), words(26, 20, 100)]
    expect(rowForSign(rows, COLUMN, false)).toMatchObject({ top: 0, free: 30 })
  })

  it('else at the next one that does, and at the emptiest where none does', () => {
    expect(rowForSign([words(0, 20, 369), words(26, 20, 100)], COLUMN, false)).toMatchObject({
      top: 26,
      free: 270,
    })
    expect(
      rowForSign([words(0, 20, 369), words(26, 20, 367), words(52, 20, 370)], COLUMN, false),
    ).toMatchObject({
      top: 26,
      free: 3,
    })
  })

  it('from right to left the end is at the left', () => {
    expect(rowForSign([words(0, 22, 370), words(31, 60, 370)], COLUMN, true)).toMatchObject({
      top: 31,
      free: 40,
    })
  })

  it('bold words, marks and small ones of a row are of one row', () => {
    const rows = [words(2, 20, 200), words(0, 200, 369, 26), words(4, 369, 370, 16), words(28, 20, 60)]
    expect(rowForSign(rows, COLUMN, false)).toMatchObject({ top: 28 })
  })

  it('words that hang over the end leave nothing, and no words have no row', () => {
    expect(rowForSign([words(0, 20, 374)], COLUMN, false)).toMatchObject({ free: 0 })
    expect(rowForSign([], COLUMN, false)).toBeNull()
  })
})
