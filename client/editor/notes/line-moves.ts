import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { positionOfLine } from '../manners/lines.ts'
import { nextSentence } from './sentences.ts'

/** Goes to the start of the line above or below; `extends`: the lines in between are selected. */
export function moveLine(view: EditorView, step: 1 | -1, extend: boolean): void {
  const { doc, selection, tr } = view.state
  const index = Math.min(Math.max(selection.$head.index(0) + step, 0), doc.childCount - 1)
  const place = positionOfLine(doc, index) + 1
  const anchor = extend ? selection.anchor : place
  view.dispatch(tr.setSelection(TextSelection.create(doc, anchor, place)).scrollIntoView())
}

/** Goes to where the sentence on a side begins, in the caret's line. */
export function moveToSentence(view: EditorView, side: 'left' | 'right'): void {
  const { doc, selection, tr } = view.state
  const { $head } = selection
  const text = $head.parent.textBetween(0, $head.parent.content.size, null, '\uFFFC')
  const runsLeft = directionAt(view) === 'rtl'
  const step = (side === 'right') === runsLeft ? -1 : 1
  const place = $head.start() + nextSentence(text, $head.parentOffset, step)
  view.dispatch(tr.setSelection(TextSelection.create(doc, place)).scrollIntoView())
}

function directionAt(view: EditorView): string {
  const { node } = view.domAtPos(view.state.selection.head)
  const element = node instanceof Element ? node : node.parentElement
  return element === null ? 'ltr' : getComputedStyle(element).direction
}
