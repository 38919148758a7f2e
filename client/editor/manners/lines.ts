import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { Attributes } from '../../../shared/text/block.ts'
import { attributesOf } from '../binding/block-node.ts'

/** Lines of the editor in a row: indexes, the last one excluded. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

/** Gives where a line begins in the editor's document. */
export function positionOfLine(doc: Node, index: number): number {
  let position = 0
  for (let at = 0; at < index; at++) position += doc.child(at).nodeSize
  return position
}

/** Gives the lines that the selection reaches into. */
export function selectedLines({ selection }: EditorState): LineRange {
  const { $from, $to } = selection
  const to = $to.depth === 0 ? $to.index(0) : $to.index(0) + 1
  return { from: $from.index(0), to: Math.max(to, $from.index(0) + 1) }
}

/** Sets or takes away attributes of lines; `null` takes away. What they say else stays. */
export function changeLines(
  transaction: Transaction,
  { from, to }: LineRange,
  of: (line: Node, index: number) => object,
): void {
  let position = positionOfLine(transaction.doc, from)
  for (let index = from; index < to; index++) {
    const line = transaction.doc.child(index)
    const merged = { ...attributesOf(line), ...of(line, index) }
    const attributes = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
    transaction.setNodeAttribute(position, 'attributes', attributes satisfies Attributes)
    position += line.nodeSize
  }
}
