import { Extension } from '@tiptap/core'
import { type EditorState, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isFootnote } from '../../../shared/text/footnote.ts'
import { attributesOf } from '../binding/block-node.ts'
import { focusEditor } from '../binding/caret-trust.ts'
import { behindMark, startOfFootnote } from './footnote-commands.ts'

/** The keys of a footnote: it is one line, and Enter or Backspace at its start lead back to the text. */
export const footnoteKeys = Extension.create({
  name: 'footnoteKeys',
  // Before Enter and Backspace of the flat text.
  priority: 1050,
  addKeyboardShortcuts() {
    const back = (): boolean => {
      const { view } = this.editor
      const at = behindMark(view.state)
      if (at === null) return false
      putCaret(view, at)
      return true
    }
    const backFromStart = (): boolean => isAtStartOfWords(this.editor.state) && back()
    return { Enter: back, Backspace: backFromStart, 'Mod-Backspace': backFromStart }
  },
})

/** Goes from a footnote's mark to its words; false: it has none. */
export function enterFootnote(view: EditorView, note: string): boolean {
  const at = startOfFootnote(view.state.doc, note)
  if (at !== null) putCaret(view, at)
  return at !== null
}

/** Puts the caret behind a place of the text, and shows it. */
export function putCaret(view: EditorView, at: number): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)).scrollIntoView())
  focusEditor(view)
}

/** An empty footnote goes by the same key, and its mark with it. */
function isAtStartOfWords({ selection }: EditorState): boolean {
  const { $from, empty } = selection
  if (!empty || $from.parentOffset > 0 || $from.depth === 0) return false
  return isFootnote(attributesOf($from.parent)) && $from.parent.content.size > 0
}
