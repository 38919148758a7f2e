import type { EditorView } from '@tiptap/pm/view'
import { blockText } from '../../../shared/text/block.ts'
import { passageOf } from '../../../shared/threads/passage-of.ts'
import type { ThreadPassage } from '../../../shared/threads/thread-facts.ts'
import type { NotesDesk } from './notes-desk.ts'

/**
 * Gives the passage of the words that are selected, within one line, or of the whole line where the caret stands. Null:
 * nothing with words is selected. The page's own selection counts: who only reads has no other.
 */
export function selectedPassage(desk: NotesDesk): ThreadPassage | null {
  const { view } = desk.editor
  const range = shownRange(view) ?? caretLine(view)
  if (range === null) return null
  const { doc } = view.state
  const start = doc.resolve(range.from)
  const block = desk.blocks[start.index(0)]
  if (block === undefined || start.depth === 0) return null
  const to = Math.min(range.to - start.start(1), start.parent.content.size)
  const words = blockText(block).slice(start.parentOffset, to)
  const from = start.parentOffset + (words.length - words.trimStart().length)
  return passageOf(desk.text, block, from, from + words.trim().length)
}

/** The selection that the page shows, in the editor's places; null: none, or it is elsewhere. */
function shownRange(view: EditorView): { from: number; to: number } | null {
  const shown = view.dom.ownerDocument.getSelection()
  if (shown === null || shown.isCollapsed || shown.rangeCount === 0) return null
  const { startContainer, startOffset, endContainer, endOffset } = shown.getRangeAt(0)
  if (!view.dom.contains(startContainer) || !view.dom.contains(endContainer)) return null
  const from = view.posAtDOM(startContainer, startOffset)
  const to = view.posAtDOM(endContainer, endOffset)
  return to > from ? { from: inLine(view, from), to } : null
}

/** A selection may begin between two lines: then it means the second one. */
function inLine(view: EditorView, at: number): number {
  const place = view.state.doc.resolve(at)
  if (place.depth > 0 && place.parentOffset < place.parent.content.size) return at
  const after = place.depth > 0 ? place.after(1) : at
  return Math.min(after + 1, view.state.doc.content.size)
}

function caretLine(view: EditorView): { from: number; to: number } | null {
  const { $from } = view.state.selection
  if (!view.editable || $from.depth === 0) return null
  return { from: $from.start(1), to: $from.end(1) }
}
