import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isMac } from '../../ui/is-mac.ts'

/** What the keys of brackets and footnotes do in the text that they are pressed in. */
interface MarkKeys {
  readonly bracket: () => void
  readonly footnote: () => void
  /** Opens what the caret touches; false: nothing. */
  readonly open: (view: EditorView) => boolean
}

/** `Mod+Alt+S` puts the selected words in square brackets, `Mod+Alt+F` a footnote at the caret. With AltGr a key is text. */
export function markKeysExtension({ bracket, footnote, open }: MarkKeys): Extension {
  return Extension.create({
    name: 'markKeys',
    // Before the keys of the item: `Alt+Enter` at a bracket is the bracket's.
    priority: 1150,
    addKeyboardShortcuts() {
      return { 'Alt-Enter': () => open(this.editor.view) }
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleKeyDown: (_view, event) => {
            const act = { s: bracket, f: footnote }[letterOf(event) ?? '']
            act?.()
            return act !== undefined
          },
        },
      }),
    ],
  })
}

function letterOf(event: KeyboardEvent): string | null {
  const isMod = isMac() ? event.metaKey || event.ctrlKey : event.ctrlKey
  if (!isMod || !event.altKey || event.shiftKey || event.getModifierState('AltGraph')) return null
  return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.slice(-1).toLowerCase()
}
