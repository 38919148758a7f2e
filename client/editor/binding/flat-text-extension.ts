import { Extension } from '@tiptap/core'
import type { BindingOptions } from './binding-plugin.ts'
import { bindingPlugin } from './binding-plugin.ts'
import { joinLineAbove, joinLineBelow, splitLine } from './commands.ts'

/** Gives the Tiptap extension that binds an editor to a flat text: its keys, its undo, its plugin. */
export function flatTextExtension(options: BindingOptions): Extension {
  const { binding, undo, newId } = options
  return Extension.create({
    name: 'flatText',
    priority: 1000,
    addKeyboardShortcuts() {
      const run = (command: ReturnType<typeof splitLine>) => () => {
        return command(this.editor.state, (transaction) => this.editor.view.dispatch(transaction))
      }
      const step = (kind: 'undo' | 'redo') => () => {
        undo[kind]()
        return true
      }
      return {
        Enter: run(splitLine(binding, newId)),
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
      return [bindingPlugin(options)]
    },
  })
}
