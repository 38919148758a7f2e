import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { bindingPlugin, type Sight } from './binding-plugin.ts'
import { type CaretSource, caretPlugin } from './caret-plugin.ts'
import { joinLineAbove, joinLineBelow, splitLine } from './commands.ts'
import type { FlatUndo } from './flat-undo.ts'
import { TextBinding } from './text-binding.ts'

/** What an editor is bound to. */
export interface FlatTextOptions {
  readonly text: Y.Text
  readonly undo: FlatUndo
  readonly newId: () => string
  /** Where others' carets come from; none are shown without it. */
  readonly carets?: CaretSource
  /** What others write inside lines is drawn no more often than this (`binding-plugin.ts`). */
  readonly paceMs?: number
  /** Which lines somebody can see: others' words and carets are drawn at that pace in them alone. */
  readonly sight?: Sight
}

const bindings = new WeakMap<Editor, TextBinding>()

/** Gives the binding of an editor that has {@link flatTextExtension}. */
export function bindingOf(editor: Editor): TextBinding {
  const binding = bindings.get(editor)
  if (binding === undefined) throw new Error('This editor is bound to no flat text.')
  return binding
}

/**
 * Gives the Tiptap extension that binds an editor to a flat text: its keys, its undo, its plugins. The editor starts
 * with the text's own lines; give it no content.
 */
export function flatTextExtension(options: FlatTextOptions): Extension {
  const { text, undo, newId, carets, paceMs = 0, sight } = options
  return Extension.create({
    name: 'flatText',
    priority: 1000,
    onBeforeCreate({ editor }) {
      // Here the editor has its schema and no document yet.
      const binding = new TextBinding(text, editor.schema)
      bindings.set(editor, binding)
      // A finished node is taken as it is, so the editor starts with the very document that the binding knows.
      editor.options.content = binding.doc as never
    },
    onDestroy() {
      bindingOf(this.editor).destroy()
    },
    addKeyboardShortcuts() {
      const { editor } = this
      const run = (command: ReturnType<typeof splitLine>) => () => {
        return command(editor.state, (transaction) => editor.view.dispatch(transaction))
      }
      const step = (kind: 'undo' | 'redo') => () => {
        undo[kind]()
        return true
      }
      return {
        Enter: run(splitLine(bindingOf(editor), newId)),
        Backspace: run(joinLineAbove(false)),
        'Mod-Backspace': run(joinLineAbove(false)),
        'Shift-Backspace': run(joinLineAbove(false)),
        Delete: run(joinLineBelow),
        'Mod-Delete': run(joinLineBelow),
        'Mod-z': step('undo'),
        'Shift-Mod-z': step('redo'),
        'Mod-y': step('redo'),
      }
    },
    addProseMirrorPlugins() {
      const binding = bindingOf(this.editor)
      const bound = bindingPlugin({ binding, undo, newId, paceMs, ...(sight && { sight }) })
      const plugins = [bound, leaveLinesPlugin()]
      return carets === undefined ? plugins : [...plugins, caretPlugin(binding, carets, sight)]
    },
  })
}

/**
 * Where all was selected and all went, Tiptap makes plain paragraphs of the lines that are left, over and over while there
 * are several. They may be somebody else's, or what undo leaves, and no line is more than it says.
 */
function leaveLinesPlugin(): Plugin {
  return new Plugin({
    filterTransaction: (transaction) => {
      transaction.setMeta('preventClearDocument', true)
      return true
    },
  })
}
