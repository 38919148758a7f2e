import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Takes the caret to where the page shows it: browsers tell of a moved caret a little later. A key that follows at once
 * must not act where the caret was (Backspace would be left to the browser, which joins lines of two speakers), and what
 * others write meanwhile must not draw it back.
 */
export function readSelection(view: EditorView): void {
  const { doc, selection, tr } = view.state
  // A text that is only read has a selection without the focus, and would have an older one drawn over it just so.
  if (view.editable && !view.hasFocus()) return
  if (view.composing || !(selection instanceof TextSelection)) return
  const shown = view.dom.ownerDocument.getSelection()
  if (shown === null) return
  const { anchorNode, focusNode, anchorOffset, focusOffset } = shown
  if (anchorNode === null || focusNode === null) return
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return
  const anchor = view.posAtDOM(anchorNode, anchorOffset)
  const head = view.posAtDOM(focusNode, focusOffset)
  if (anchor === selection.anchor && head === selection.head) return
  if (!doc.resolve(anchor).parent.isTextblock || !doc.resolve(head).parent.isTextblock) return
  view.dispatch(tr.setSelection(TextSelection.create(doc, anchor, head)))
}
