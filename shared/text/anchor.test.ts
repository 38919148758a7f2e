import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { anchorRange, charAt, resolveAnchor } from './anchor.ts'
import { authoredSpans, authorshipOf } from './authorship.ts'
import type { Block } from './block.ts'
import { type Move, MoveMap } from './moves.ts'
import { renderBlocks } from './render.ts'
import { replaceBlocks } from './replace-blocks.ts'
import { docOf, flatText, fork, indexOf, markerWith } from './testing/flat-text.ts'

function anchorOf(text: Y.Text, piece: string): NonNullable<ReturnType<typeof anchorRange>> {
  for (const block of renderBlocks(text)) {
    const plain = block.inlines.map((inline) => ('text' in inline ? inline.text : '\uFFFC')).join('')
    const at = plain.indexOf(piece)
    if (at >= 0) return anchorRange(block, at, at + piece.length) as never
  }
  throw new Error(piece)
}

/** Gives the words that an anchor stands on, behind their block's id; null when it is detached. */
function wordsOf(text: Y.Text, anchor: ReturnType<typeof anchorOf>, moves = new MoveMap()): string | null {
  const blocks = renderBlocks(text)
  const range = resolveAnchor(text, blocks, anchor, moves)
  if (range === null) return null
  const { id, inlines } = blocks[range.block] as Block
  const plain = inlines.map((inline) => ('text' in inline ? inline.text : '\uFFFC')).join('')
  return `${id}:${plain.slice(range.from, range.to)}`
}

describe('[TX15] an anchor', () => {
  it('stands on its words whatever is written before, after and in them', () => {
    const text = flatText(['a|One two three'])
    const anchor = anchorOf(text, 'two')
    text.insert(indexOf(text, 'One'), '>> ')
    text.insert(indexOf(text, 'three'), '<< ')
    expect(wordsOf(text, anchor)).toBe('a:two')
    text.insert(indexOf(text, 'wo'), 'XY')
    expect(wordsOf(text, anchor)).toBe('a:tXYwo')
  })

  it('lives on what is left of it, and is detached when nothing is', () => {
    const text = flatText(['a|One two three'])
    const anchor = anchorOf(text, 'two')
    text.delete(indexOf(text, 'tw'), 1)
    expect(wordsOf(text, anchor)).toBe('a:wo')
    text.delete(indexOf(text, 'wo'), 2)
    expect(wordsOf(text, anchor)).toBeNull()
  })

  it('never takes for its own what was written between its words, once they are gone', () => {
    const text = flatText(['a|One two three'])
    const anchor = anchorOf(text, 'two')
    text.insert(indexOf(text, 'wo'), 'XY')
    text.delete(indexOf(text, 'tX'), 1)
    text.delete(indexOf(text, 'wo'), 2)
    expect(wordsOf(text, anchor)).toBeNull()
    const { start, end } = anchor
    expect(wordsOf(text, { start, end })).toBe('a:XY')
  })

  it('whose end stands before its start, or nowhere, is detached', () => {
    const text = flatText(['a|One two', 'b|End'])
    const { start, end } = anchorOf(text, 'two')
    expect(wordsOf(text, { start: end, end: start })).toBeNull()
    expect(wordsOf(text, { start: anchorOf(text, 'End').start, end })).toBeNull()
    expect(wordsOf(text, { start, end: { client: 9, clock: 0 } })).toBeNull()
    expect(wordsOf(text, { start, end: { client: 1, clock: 999 } })).toBeNull()
  })

  it('goes on after its first and last character were deleted', () => {
    const text = flatText(['a|One two three'])
    const anchor = anchorOf(text, 'two')
    text.delete(indexOf(text, 'two'), 1)
    text.delete(indexOf(text, 'o t'), 1)
    expect(wordsOf(text, anchor)).toBe('a:w')
  })

  it('follows its words into a block split off, and through a join', () => {
    const text = flatText(['a|One two'])
    const anchor = anchorOf(text, 'two')
    docOf(text).transact((transaction) => {
      const formats = null
      replaceBlocks(transaction, text, renderBlocks(text), 0, 1, [
        { id: 'a', attributes: {}, pieces: [{ block: 0, from: 0, to: 4, formats }] },
        { id: 'n', attributes: {}, pieces: [{ block: 0, from: 4, to: 7, formats }] },
      ])
    })
    expect(wordsOf(text, anchor)).toBe('n:two')
    markerWith(text, 'n').set('join', 'a')
    expect(wordsOf(text, anchor)).toBe('a:two')
  })

  it('split over two blocks it is where most of its words are', () => {
    const text = flatText(['a|One', 'b|twenty'])
    const blocks = renderBlocks(text)
    const start = charAt(blocks[0] as Block, 2)
    const end = charAt(blocks[1] as Block, 5)
    expect(wordsOf(text, { start, end } as never)).toBe('b:twenty')
  })

  it('follows its words where they were moved, and back', () => {
    const text = flatText(['a|One two', 'b|End'])
    const anchor = anchorOf(text, 'two')
    const moves = new MoveMap()
    const from = charAt(renderBlocks(text)[0] as Block, 4) as never
    text.delete(indexOf(text, 'two'), 3)
    expect(wordsOf(text, anchor, moves)).toBeNull()
    docOf(text).clientID = 5
    text.insert(indexOf(text, 'End'), 'two')
    moves.add({ from, to: { client: 5, clock: 0 }, length: 3 })
    expect(wordsOf(text, anchor, moves)).toBe('b:two')
    // An anchor made on the moved words follows them home as well.
    const late = anchorOf(text, 'two')
    docOf(text).clientID = 6
    text.insert(indexOf(text, 'One'), 'two')
    text.delete(indexOf(text, 'twoEnd'), 3)
    moves.add({ from: { client: 5, clock: 0 }, to: { client: 6, clock: 0 }, length: 3 })
    expect(wordsOf(text, anchor, moves)).toBe('a:two')
    expect(wordsOf(text, late, moves)).toBe('a:two')
  })

  it('holds an atom alone', () => {
    const text = flatText(['a|x{bracket id=1}y'])
    const anchor = anchorOf(text, '\uFFFC')
    text.insert(1, 'more ')
    expect(wordsOf(text, anchor)).toBe('a:\uFFFC')
  })

  it('cannot be made on nothing, or outside its block', () => {
    const [block] = renderBlocks(flatText(['a|One']))
    for (const [from, to] of [
      [1, 1],
      [2, 1],
      [-1, 2],
      [0, 4],
    ] as const)
      expect(anchorRange(block as Block, from, to)).toBeNull()
    expect(charAt(block as Block, 3)).toBeNull()
  })
})

describe('moves', () => {
  const move = (from: number, to: number, length = 3): Move => {
    return { from: { client: from, clock: 10 }, to: { client: to, clock: 20 }, length }
  }

  it('a character knows where it stood before, latest first', () => {
    const second = { from: { client: 2, clock: 20 }, to: { client: 3, clock: 0 }, length: 3 }
    const moves = new MoveMap([move(1, 2), second])
    expect(moves.origins({ client: 3, clock: 1 })).toEqual([
      { client: 2, clock: 21 },
      { client: 1, clock: 11 },
    ])
    expect(moves.origins({ client: 3, clock: 3 })).toEqual([])
    expect(moves.placesOf({ client: 2, clock: 22, length: 1 })).toEqual([
      { client: 1, clock: 12, length: 1 },
      { client: 2, clock: 22, length: 1 },
      { client: 3, clock: 2, length: 1 },
    ])
  })

  it('characters in a row of which some were moved have the places of each', () => {
    const moves = new MoveMap([
      move(1, 2),
      { from: { client: 2, clock: 18 }, to: { client: 4, clock: 5 }, length: 4 },
    ])
    const places = moves.placesOf({ client: 2, clock: 18, length: 6 })
    const sorted = places.map(({ client, clock, length }) => `${client}:${clock}+${length}`).sort()
    expect(sorted).toEqual(['1:10+3', '2:18+2', '2:20+3', '2:23+1', '4:5+2', '4:7+2'])
  })

  it('one that was never moved has one place', () => {
    const place = { client: 1, clock: 1, length: 2 }
    expect(new MoveMap().placesOf(place)).toEqual([place])
  })
})

describe('authorship', () => {
  const memberOf = (client: number): string | null => ({ 1: 'ann', 2: 'ben', 3: 'cem' })[client] ?? null

  it('is who typed, and who moved, latest first', () => {
    const moves = new MoveMap([
      { from: { client: 1, clock: 0 }, to: { client: 2, clock: 0 }, length: 3 },
      { from: { client: 2, clock: 0 }, to: { client: 3, clock: 0 }, length: 3 },
    ])
    expect(authorshipOf({ client: 3, clock: 1 }, memberOf, moves)).toEqual({
      typedBy: 'ann',
      movedBy: ['cem', 'ben'],
    })
    expect(authorshipOf({ client: 1, clock: 1 }, memberOf, moves)).toEqual({ typedBy: 'ann', movedBy: [] })
    expect(authorshipOf({ client: 9, clock: 1 }, memberOf, moves)).toEqual({ typedBy: null, movedBy: [] })
  })

  it('cuts a block into stretches of one authorship, over formats and atoms', () => {
    const text = fork(flatText(['a|One *two*{break}']), 2)
    text.insert(indexOf(text, 'two') + 1, 'BEN', {})
    const [block] = renderBlocks(text)
    expect(authoredSpans(block as Block, memberOf, new MoveMap())).toEqual([
      { typedBy: 'ann', movedBy: [], from: 0, to: 5 },
      { typedBy: 'ben', movedBy: [], from: 5, to: 8 },
      { typedBy: 'ann', movedBy: [], from: 8, to: 11 },
    ])
  })

  it('an empty block has none', () => {
    const [block] = renderBlocks(flatText(['a|']))
    expect(authoredSpans(block as Block, memberOf, new MoveMap())).toEqual([])
  })
})
