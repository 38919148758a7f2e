import type { EditorView } from '@tiptap/pm/view'

/** Parts of a view that ProseMirror keeps to itself (see the README). */
interface PrivateView {
  readonly input: { lastFocus: number }
  readonly domObserver: { setCurSelection(): void }
}

/**
 * Gives the editor the focus with its caret. ProseMirror would look 20 ms later whether the browser's caret still stands
 * where it stood when the focus came, and then put its own back: also over a key that has moved it there meanwhile.
 */
export function focusEditor(view: EditorView): void {
  const { domObserver } = view as unknown as PrivateView
  const heard = (): void => domObserver.setCurSelection()
  view.dom.addEventListener('focus', heard, true)
  view.focus()
  view.dom.removeEventListener('focus', heard, true)
}

/**
 * Within 200 ms of a focus ProseMirror takes a caret that goes to the text's start for the browser's own reset and draws it
 * back. One that a key has moved there was moved by a person.
 */
export function trustCaret(view: EditorView): void {
  const { input } = view as unknown as PrivateView
  input.lastFocus = 0
}
