import { Editor, Extension, type KeyboardShortcutCommand } from '@tiptap/core'
import type * as Y from 'yjs'
import { type CaretSource, caretPlugin } from '../../../../client/editor/binding/caret-plugin.ts'
import { flatTextExtension } from '../../../../client/editor/binding/flat-text-extension.ts'
import type { FlatUndo } from '../../../../client/editor/binding/flat-undo.ts'
import { TextBinding } from '../../../../client/editor/binding/text-binding.ts'
import { schemaExtensions } from '../../../../client/editor/schema/extensions.ts'

/** A real Tiptap editor, bound to a flat text. */
export interface MountedEditor {
  readonly editor: Editor
  readonly binding: TextBinding
}

/** Puts an editor for a text into the page. */
export function mountEditor(
  element: HTMLElement,
  text: Y.Text,
  undo: FlatUndo,
  newId: () => string,
  carets: CaretSource,
): MountedEditor {
  // A binding needs the editor's own schema, which no one has before the editor's constructor has run halfway.
  let binding: TextBinding | undefined
  const bound = (): TextBinding => {
    if (binding === undefined) throw new Error('The editor asked for its binding before it had a schema.')
    return binding
  }
  const late = Extension.create({
    name: 'lateFlatText',
    priority: 1000,
    addKeyboardShortcuts() {
      const { addKeyboardShortcuts } = flatTextExtension({ binding: bound(), undo, newId }).config
      return (addKeyboardShortcuts as () => Record<string, KeyboardShortcutCommand>).call(this)
    },
    addProseMirrorPlugins() {
      const { addProseMirrorPlugins } = flatTextExtension({ binding: bound(), undo, newId }).config
      return [...(addProseMirrorPlugins as () => []).call(this), caretPlugin(bound(), carets)]
    },
  })
  const editor = new Editor({
    element,
    extensions: [...schemaExtensions(), late],
    injectCSS: false,
    onBeforeCreate: ({ editor }) => {
      binding = new TextBinding(text, editor.schema)
      // A finished node is taken as it is, so the editor starts with the very document that the binding knows.
      editor.options.content = binding.doc as never
    },
  })
  return { editor, binding: bound() }
}
