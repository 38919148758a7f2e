import { describe, expect, it } from 'vitest'
import { type CommentMark, CommentMarks } from './comment-marks.ts'
import { commentPieces } from './comment-pieces.ts'

function mark(thread: string, block: number, from: number, to: number, isSelected = false): CommentMark {
  return { thread, block, from, to, isSelected, chip: null }
}

describe('passages that overlap', () => {
  it('are cut into pieces that do not, each with all its threads, the shortest passage first', () => {
    const pieces = commentPieces([mark('long', 0, 0, 20), mark('short', 0, 5, 9), mark('end', 0, 8, 20)])
    expect(pieces.map(({ from, to, threads }) => [from, to, ...threads])).toEqual([
      [0, 5, 'long'],
      [5, 8, 'short', 'long'],
      [8, 9, 'short', 'end', 'long'],
      [9, 20, 'end', 'long'],
    ])
  })

  it('leave what stands between two of them, and other lines, as they are', () => {
    const pieces = commentPieces([mark('a', 0, 0, 2), mark('b', 0, 4, 6), mark('c', 2, 0, 2)])
    expect(pieces.map(({ block, from, to }) => [block, from, to])).toEqual([
      [0, 0, 2],
      [0, 4, 6],
      [2, 0, 2],
    ])
  })

  it('are chosen where one of them is', () => {
    const pieces = commentPieces([mark('a', 0, 0, 9, true), mark('b', 0, 4, 6)])
    expect(pieces.every(({ isSelected }) => isSelected)).toBe(true)
  })

  it('are each meant in its turn when somebody presses on them', () => {
    const marks = new CommentMarks()
    const pressed: string[] = []
    const show = (selected: string | null): void =>
      marks.set([mark('a', 0, 0, 9, selected === 'a'), mark('b', 0, 4, 6, selected === 'b')])
    marks.onPress = (thread) => {
      pressed.push(thread)
      show(thread)
    }
    show(null)
    for (let press = 0; press < 3; press++) marks.press(['b', 'a'])
    marks.press([])
    expect(pressed).toEqual(['b', 'a', 'b'])
  })
})
