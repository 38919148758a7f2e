import { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import type { CaretSource } from '../../../../client/editor/binding/caret-plugin.ts'
import { bindingOf, flatTextExtension } from '../../../../client/editor/binding/flat-text-extension.ts'
import type { FlatUndo } from '../../../../client/editor/binding/flat-undo.ts'
import type { TextBinding } from '../../../../client/editor/binding/text-binding.ts'
import { CommentMarks } from '../../../../client/editor/manners/comment-marks.ts'
import { commentPlugin } from '../../../../client/editor/manners/comment-plugin.ts'
import { schemaExtensions } from '../../../../client/editor/schema/extensions.ts'

/** A real Tiptap editor, bound to a flat text. */
export interface MountedEditor {
  readonly editor: Editor
  readonly binding: TextBinding
  readonly marks: CommentMarks
}

/** Puts an editor for a text into the page. */
export function mountEditor(
  element: HTMLElement,
  text: Y.Text,
  undo: FlatUndo,
  newId: () => string,
  carets: CaretSource,
): MountedEditor {
  const editor = new Editor({
    element,
    extensions: [...schemaExtensions(), flatTextExtension({ text, undo, newId, carets })],
    injectCSS: false,
  })
  const binding = bindingOf(editor)
  const marks = new CommentMarks()
  editor.registerPlugin(commentPlugin(binding, marks))
  return { editor, binding, marks }
}
