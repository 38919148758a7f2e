import { TextSelection } from '@tiptap/pm/state'
import { scrollUntilThere } from '../../ui/bring-into-sight.ts'
import type { NotesDesk } from './notes-desk.ts'

/** Where a line comes to stand that one jumps to: under the top bar, with what leads to it above. */
const FROM_TOP = 140

/**
 * Brings a line into sight. With `takesFocus` the caret goes to its start, or, where the text is only read, the place
 * from which arrows go on; without, a phone would open its keyboard.
 */
export function jumpToLine({ editor: { view } }: NotesDesk, line: string, takesFocus: boolean): void {
  const element = view.dom.querySelector<HTMLElement>(`[data-line="${CSS.escape(line)}"]`)
  const text = element?.querySelector('.note-text')
  if (element == null || text == null) return
  if (takesFocus && view.editable) {
    const { doc, tr } = view.state
    view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(view.posAtDOM(text, 0)))))
    view.focus()
  } else if (takesFocus) {
    view.dom.focus({ preventScroll: true })
    document.getSelection()?.collapse(text, 0)
  }
  scrollUntilThere(() => (element.isConnected ? element.getBoundingClientRect().top - FROM_TOP : null))
}
