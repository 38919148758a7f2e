import { describe, expect, it } from 'vitest'
import { placeToolbar } from './toolbar-place.ts'

const GROUND = { left: 300, right: 1000, top: 100, bottom: 2000 }
const BAR = { width: 280, height: 38 }

function line(top: number, left: number, right: number) {
  return { left, right, top, bottom: top + 26 }
}

describe('the toolbar of selected words', () => {
  it('stands above the first line, at its start', () => {
    const selected = { first: line(400, 460, 600), last: line(426, 460, 500) }
    expect(placeToolbar(selected, GROUND, BAR, false)).toEqual({
      insetBlockStart: 256,
      insetInlineStart: 160,
    })
  })

  it('stands below the last line where the first is under the top bar', () => {
    const selected = { first: line(80, 460, 600), last: line(106, 460, 500) }
    expect(placeToolbar(selected, GROUND, BAR, false).insetBlockStart).toBe(38)
  })

  it('never leaves the column, and begins at the right where the page does', () => {
    const selected = { first: line(400, 950, 990), last: line(400, 950, 990) }
    expect(placeToolbar(selected, GROUND, BAR, false).insetInlineStart).toBe(420)
    expect(placeToolbar(selected, GROUND, BAR, true).insetInlineStart).toBe(10)
  })
})
