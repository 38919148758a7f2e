import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { blockType } from '../../../shared/text/block.ts'
import { attributesOf } from '../binding/block-node.ts'
import { changeLines, type LineRange } from './lines.ts'

/** A block that a line can be made (format.md); level and depth begin at the first. */
export type BlockChoice =
  | 'paragraph'
  | 'heading-1'
  | 'heading-2'
  | 'heading-3'
  | 'bullet'
  | 'ordered'
  | 'subparagraph'

/** The deepest a list goes, and a sub-paragraph (format.md). */
const MAX_DEPTH = 5
const MAX_LEVEL = 4

const INDENTED: ReadonlySet<string> = new Set(['bullet', 'ordered', 'subparagraph'])

/** Makes lines a paragraph, a heading or part of a list. */
export function setBlock(transaction: Transaction, lines: LineRange, block: BlockChoice): void {
  const [type, level] = block.split('-')
  changeLines(transaction, lines, () => ({
    type: type === 'paragraph' ? null : type,
    level: level === undefined || level === '1' ? null : Number(level),
    depth: null,
  }))
}

/** Moves list lines in or out by a step; false where there is no list. */
export function indent(transaction: Transaction, lines: LineRange, step: 1 | -1): boolean {
  for (let index = lines.from; index < lines.to; index++)
    if (!INDENTED.has(blockType(attributesOf(transaction.doc.child(index))))) return false
  changeLines(transaction, lines, (line) => moved(line, step))
  return true
}

/** A sub-paragraph's first level is 1, a list's first depth 0; neither is written. */
function moved(line: Node, step: 1 | -1): object {
  const attributes = attributesOf(line)
  if (blockType(attributes) === 'subparagraph') {
    const level = Number(attributes.level ?? 1) + step
    return { level: level <= 1 ? null : Math.min(level, MAX_LEVEL) }
  }
  const depth = Number(attributes.depth ?? 0) + step
  return { depth: depth <= 0 ? null : Math.min(depth, MAX_DEPTH) }
}
