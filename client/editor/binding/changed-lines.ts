import type { Node } from '@tiptap/pm/model'

/** The lines that differ between two documents: `before[from..toA)` became `after[from..toB)`. */
export interface LineRange {
  readonly from: number
  readonly toA: number
  readonly toB: number
}

/** Finds the lines that differ; null when none does. Lines that the editor left alone are the very same objects. */
export function changedLines(before: Node, after: Node): LineRange | null {
  const most = Math.min(before.childCount, after.childCount)
  let from = 0
  while (from < most && before.child(from) === after.child(from)) from++
  let end = 0
  while (
    end < most - from &&
    before.child(before.childCount - 1 - end) === after.child(after.childCount - 1 - end)
  )
    end++
  if (from === before.childCount && from === after.childCount) return null
  return { from, toA: before.childCount - end, toB: after.childCount - end }
}

/** Gives the place before a document's line of this index. */
export function offsetOf(doc: Node, index: number): number {
  let offset = 0
  for (let at = 0; at < index; at++) offset += doc.child(at).nodeSize
  return offset
}
