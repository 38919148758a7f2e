import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { focusEditor } from '../../editor/binding/caret-trust.ts'

/** What keys inside one item's text mean for the draft around it. */
export interface ItemKeys {
  /** The caret goes on in the item before or after, at `x` of the page where it went up or down; false: there is none. */
  readonly leave: (step: 1 | -1, x: number | null) => boolean
  readonly newItem: () => void
  readonly moveItem: (step: 1 | -1) => void
  /** Escape: out of the text, back to the item. */
  readonly letGo: () => void
  /** Shows the thread that the caret's words are about; false: there is none. */
  readonly showThread: (view: EditorView) => boolean
  readonly undo: (kind: 'undo' | 'redo') => void
}

/** Makes the items of the draft read and edit as one text (DR3): arrow keys cross from one to the next. */
export function itemKeysExtension(keys: ItemKeys): Extension {
  const done = (act: () => void) => () => {
    act()
    return true
  }
  return Extension.create({
    name: 'itemKeys',
    // Before the flat text's own keys: its undo knows nothing of the other editors' focus.
    priority: 1100,
    addKeyboardShortcuts() {
      return {
        'Mod-Enter': done(keys.newItem),
        'Alt-Enter': () => keys.showThread(this.editor.view),
        'Alt-ArrowUp': done(() => keys.moveItem(-1)),
        'Alt-ArrowDown': done(() => keys.moveItem(1)),
        Escape: done(keys.letGo),
        'Mod-z': done(() => keys.undo('undo')),
        'Shift-Mod-z': done(() => keys.undo('redo')),
        'Mod-y': done(() => keys.undo('redo')),
      }
    },
    addProseMirrorPlugins: () => [
      new Plugin({ props: { handleKeyDown: (view, event) => handleArrow(view, event, keys) } }),
    ],
  })
}

/** Puts the caret into the first or last line of a text, below or above where it stood. */
export function enterText(view: EditorView, edge: 'first' | 'last', x: number | null): void {
  const { doc } = view.state
  const end = edge === 'first' ? 1 : doc.content.size - 1
  const at = x === null ? end : inColumn(view, end, x)
  view.dispatch(view.state.tr.setSelection(TextSelection.near(doc.resolve(at), edge === 'first' ? 1 : -1)))
  focusEditor(view)
}

/** Gives the place of a text in the row of the page that `row` is in, at `left` of the page. */
export function inColumn(view: EditorView, row: number, left: number): number {
  const { top, bottom } = view.coordsAtPos(row)
  return view.posAtCoords({ left, top: (top + bottom) / 2 })?.pos ?? row
}

function handleArrow(view: EditorView, event: KeyboardEvent, keys: ItemKeys): boolean {
  const { selection, doc } = view.state
  if (!selection.empty || view.composing || hasModifier(event)) return false
  const { head } = selection
  switch (event.key) {
    case 'ArrowUp':
      return isIn(view, doc.firstChild) && view.endOfTextblock('up') && keys.leave(-1, leftOf(view, head))
    case 'ArrowDown':
      return isIn(view, doc.lastChild) && view.endOfTextblock('down') && keys.leave(1, leftOf(view, head))
    case 'ArrowLeft':
    case 'ArrowRight': {
      const forward = (event.key === 'ArrowRight') === isLeftToRight(view)
      const at = shownHead(view)
      if (forward) return at >= doc.content.size - 1 && keys.leave(1, null)
      return at <= 1 && keys.leave(-1, null)
    }
    default:
      return false
  }
}

/** Where the caret stands in the page: browsers tell the editor a little later of what a key before has done. */
function shownHead(view: EditorView): number {
  const shown = view.dom.ownerDocument.getSelection()
  const node = shown?.focusNode ?? null
  if (shown === null || node === null || !view.dom.contains(node)) return view.state.selection.head
  return view.posAtDOM(node, shown.focusOffset)
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.shiftKey || event.ctrlKey || event.metaKey || event.altKey
}

function isIn(view: EditorView, line: unknown): boolean {
  return view.state.selection.$head.parent === line
}

function leftOf(view: EditorView, position: number): number {
  return view.coordsAtPos(position).left
}

/** An item's lines have their own direction: what is forward on the keyboard follows the line, not the page. */
export function isLeftToRight(view: EditorView): boolean {
  const { node } = view.domAtPos(view.state.selection.head)
  const element = node instanceof Element ? node : node.parentElement
  return element === null || getComputedStyle(element).direction !== 'rtl'
}
