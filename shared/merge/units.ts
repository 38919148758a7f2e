import type { Attributes, Block } from '../text/block.ts'
import { blockLength, blockText, blockType } from '../text/block.ts'
import type { AuthoredPiece, ItemLine } from './item-lines.ts'
import { diffWords } from './word-diff.ts'

/** One UTF-16 unit, one atom, or where the next line begins: with what it says of itself, or (null) as the one above. */
export type Unit = AuthoredPiece | { readonly begins: Attributes | null }

/** Cuts lines into units, one for each unit of their words as a plan has them. */
export function unitsOf(lines: readonly ItemLine[]): Unit[] {
  return lines.flatMap((line, index) => {
    const units = line.pieces.flatMap((piece): Unit[] => {
      const { insert } = piece
      return typeof insert === 'string'
        ? insert.split('').map((unit) => ({ ...piece, insert: unit }))
        : [piece]
    })
    return index === 0 ? units : [{ begins: line.attributes }, ...units]
  })
}

/** Reads a unit as a plan's words have it, always one UTF-16 unit. */
function unitText(unit: Unit): string {
  if ('begins' in unit) return '\n'
  if (typeof unit.insert === 'string') return unit.insert
  return unit.insert.t === 'break' ? '\n' : '\uFFFC'
}

/** Reads lines as a plan's words have them, one line of text for each. */
export function wordsOf(lines: readonly ItemLine[]): string {
  return unitsOf(lines).map(unitText).join('')
}

/** One unit of the words of blocks: where it stands, or (`offset` null) the beginning of a block. */
export interface BlockUnit {
  readonly block: number
  readonly offset: number | null
}

/** Gives the words of blocks, one line for each, and where each unit of them stands. */
export function blockUnits(blocks: readonly Block[]): {
  readonly words: string
  readonly units: readonly BlockUnit[]
} {
  const units = blocks.flatMap((block, index): BlockUnit[] => {
    const inside = Array.from({ length: blockLength(block) }, (_, offset) => ({ block: index, offset }))
    return index === 0 ? inside : [{ block: index, offset: null }, ...inside]
  })
  return { words: blocks.map(blockText).join('\n'), units }
}

/** Says of each unit of `after` which unit of `before` it is; -1: it is new. Word by word, in order. */
export function alignWords(before: string, after: string): Int32Array {
  const places = new Int32Array(after.length).fill(-1)
  let at = 0
  let to = 0
  const keepUpTo = (end: number): void => {
    while (at < end) places[to++] = at++
  }
  for (const edit of diffWords(before, after)) {
    keepUpTo(edit.from)
    at = edit.to
    to += edit.insert.length
  }
  keepUpTo(before.length)
  return places
}

/** Gives what a new line says of itself: what the one above does. But one mark has one footnote (TX16). */
export function likeAbove(attributes: Attributes): Attributes {
  return blockType(attributes) === 'footnote' ? {} : attributes
}
