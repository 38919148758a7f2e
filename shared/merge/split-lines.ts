import { charAt } from '../text/anchor.ts'
import { type Block, blockLength, blockText, blockType, type CharId } from '../text/block.ts'
import { blockUnits } from './units.ts'
import { isWordless } from './wordless.ts'

/** A line of one half: stretches of a block, in UTF-16 units and atoms. */
export interface CutPiece {
  readonly block: number
  readonly pieces: readonly { readonly from: number; readonly to: number }[]
}

/** Both halves of a text. */
export interface Halves {
  readonly first: readonly CutPiece[]
  readonly second: readonly CutPiece[]
}

/**
 * Cuts a text where `at` units of its words (one line for each block) stand before the cut. Blanks at the cut are left
 * out; a footnote stays with its mark. Null: one half would have no words.
 */
export function cutBlocks(blocks: readonly Block[], at: number): Halves | null {
  const { words, units } = blockUnits(blocks)
  // Half of a surrogate pair can't be stored.
  if (at <= 0 || at >= words.length || /[\uDC00-\uDFFF]/.test(words[at] ?? '')) return null
  const end = words.slice(0, at).trimEnd().length
  const begin = words.length - words.slice(at).trimStart().length
  const sides = blocks.map((block, index): readonly [CutPiece, CutPiece] => {
    const start = units.findIndex(({ block: other, offset }) => other === index && offset === 0)
    const length = blockLength(block)
    // A block without words stands before the cut where its beginning does.
    const from = start >= 0 ? start : units.findIndex(({ block: other }) => other === index)
    const cut = (edge: number): number => Math.min(length, Math.max(0, edge - from))
    return [
      { block: index, pieces: stretch(0, cut(end)) },
      { block: index, pieces: stretch(cut(begin), length) },
    ]
  })
  const halves = { first: withNotes(blocks, sides, 0), second: withNotes(blocks, sides, 1) }
  return hasWords(blocks, halves.first) && hasWords(blocks, halves.second) ? halves : null
}

/** Gives the character, no blank, that stands first behind a cut, or null: by it the cut is found when words change. */
export function charBehindCut(blocks: readonly Block[], at: number): CharId | null {
  const { words, units } = blockUnits(blocks)
  const unit = units[words.length - words.slice(at).trimStart().length]
  const block = unit === undefined ? undefined : blocks[unit.block]
  return block === undefined || unit?.offset == null ? null : charAt(block, unit.offset)
}

/** Gives the words of one half, one line for each of its lines. */
export function wordsOfCut(blocks: readonly Block[], half: readonly CutPiece[]): string {
  const lines = half.map(({ block, pieces }) => {
    const words = blockText(blocks[block] as Block)
    return pieces.map(({ from, to }) => words.slice(from, to)).join('')
  })
  return lines.join('\n')
}

function stretch(from: number, to: number): { from: number; to: number }[] {
  return to > from ? [{ from, to }] : []
}

/** Gives one half's lines: of its text what is on its side, of footnotes those whose marks it has. */
function withNotes(
  blocks: readonly Block[],
  sides: readonly (readonly [CutPiece, CutPiece])[],
  side: 0 | 1,
): CutPiece[] {
  const own = sides.map((both) => both[side])
  const marks = new Set(
    own.flatMap(({ block, pieces }) => pieces.flatMap(({ from, to }) => marksIn(blocks[block], from, to))),
  )
  const all = new Set(blocks.flatMap((block) => marksIn(block, 0, blockLength(block))))
  return own.flatMap((line, index) => {
    const block = blocks[index] as Block
    if (blockType(block.attributes) !== 'footnote') return line.pieces.length > 0 ? [line] : []
    const { note } = block.attributes
    // A footnote without its mark stays where the text began.
    const isHere = all.has(note) ? marks.has(note) : side === 0
    return isHere ? [{ block: index, pieces: stretch(0, blockLength(block)) }] : []
  })
}

function marksIn(block: Block | undefined, from: number, to: number): unknown[] {
  let at = 0
  return (block?.inlines ?? []).flatMap((inline) => {
    const start = at
    at += 'text' in inline ? inline.text.length : 1
    return 'atom' in inline && inline.atom.t === 'note' && start >= from && start < to
      ? [inline.atom['id']]
      : []
  })
}

function hasWords(blocks: readonly Block[], lines: readonly CutPiece[]): boolean {
  return lines.some(({ block, pieces }) => {
    const whole = blocks[block] as Block
    if (blockType(whole.attributes) === 'footnote') return false
    return pieces.some(({ from, to }) => !isWordless(blockText(whole).slice(from, to)))
  })
}
