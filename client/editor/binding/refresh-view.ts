import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { readSelection } from './read-selection.ts'

/** What ProseMirror keeps to itself (see the README). */
interface PrivateView {
  readonly domObserver: { flush(): void }
}

/**
 * Draws anew what stands beside the text: marks, carets, names. Drawing makes the page what the editor believes it is, so the
 * editor first reads what a key or a click has just done there: no letter is lost, no caret goes back.
 *
 * @param ask - Marks the transaction for the plugin that is to draw.
 */
export function refreshView(view: EditorView, ask: (transaction: Transaction) => Transaction): void {
  if (view.isDestroyed) return
  if (!view.composing) (view as unknown as PrivateView).domObserver.flush()
  readSelection(view)
  view.dispatch(ask(view.state.tr))
}
