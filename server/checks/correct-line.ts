import type * as Y from 'yjs'
import type { Replacement } from '../../shared/merge/word-diff.ts'
import { type Block, blockLength, type Formats, inlineLength } from '../../shared/text/block.ts'
import { type Piece, replaceBlocks } from '../../shared/text/replace-blocks.ts'

/**
 * Writes edits into one line: what stays keeps its author, its formats and what is anchored there. New words look like
 * those they stand for. Call it inside a transaction, under the clientID of whoever they are to be typed by.
 */
export function correctLine(
  transaction: Y.Transaction,
  text: Y.Text,
  blocks: readonly Block[],
  index: number,
  edits: readonly Replacement[],
): void {
  const block = blocks[index] as Block
  const pieces: Piece[] = []
  let at = 0
  const keepTo = (to: number): void => {
    if (to > at) pieces.push({ block: index, from: at, to, formats: null })
  }
  for (const { from, to, insert } of edits) {
    keepTo(from)
    pieces.push(...typed(insert, formatsAt(block, from, to)))
    at = to
  }
  keepTo(blockLength(block))
  const { id, attributes } = block
  replaceBlocks(transaction, text, blocks, index, index + 1, [{ id, attributes, pieces }])
}

function typed(words: string, formats: Formats): Piece[] {
  // Nobody can type an atom: a sign for one that is none of the line's stands for nothing.
  return words
    .replaceAll('\uFFFC', '')
    .split(/(\n)/)
    .flatMap((part): Piece[] => {
      if (part === '') return []
      return [{ insert: part === '\n' ? { t: 'break' } : part, formats }]
    })
}

/** Gives the formats of what is replaced; of what stands before, but for a link, where nothing is. */
function formatsAt({ inlines }: Block, from: number, to: number): Formats {
  const unit = to > from ? from : from - 1
  let at = 0
  for (const inline of inlines) {
    at += inlineLength(inline)
    if (unit >= 0 && unit < at) {
      const { link: _, ...others } = inline.formats
      return to > from ? inline.formats : others
    }
  }
  return {}
}
