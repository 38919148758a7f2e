import type { EditorView } from '@tiptap/pm/view'
import { focusEditor } from '../../editor/binding/caret-trust.ts'
import type { FlatUndo } from '../../editor/binding/flat-undo.ts'
import type { TextBinding } from '../../editor/binding/text-binding.ts'
import type { DrawnRows } from './drawn-rows.ts'
import { enterText } from './item-keys.ts'

/** What was typed before there was an editor. */
interface EarlyWords {
  /** Gives them away, once. */
  take(): string
  /** Nobody puts them into the text from here. */
  letGo(): void
}

/** Where the caret is to stand in an item's text. */
interface CaretWish {
  readonly item: string
  readonly edge: 'first' | 'last'
  readonly x: number | null
  readonly words: EarlyWords | null
}

/**
 * Knows which items have an editor in the page. Editors stand only near what is seen; one in which somebody typed
 * stays, so that undo finds its caret again (DR3).
 */
export class DraftEditors {
  readonly #undo: FlatUndo
  readonly #rows: DrawnRows
  readonly #views = new Map<string, EditorView>()
  readonly #items = new Map<TextBinding, string>()
  readonly #kept = new Set<string>()
  readonly #listeners = new Set<() => void>()
  #wish: CaretWish | null = null
  /** Called when the item in which the caret stood has no editor any more. */
  onLost: ((item: string) => void) | null = null

  constructor(undo: FlatUndo, rows: DrawnRows) {
    this.#undo = undo
    this.#rows = rows
  }

  /** Calls back when an item wants an editor. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether an item needs its editor, seen or not. */
  isWanted(item: string): boolean {
    return this.#kept.has(item) || this.#wish?.item === item
  }

  /** Takes an editor in; gives the way to take it out. */
  add(item: string, view: EditorView, binding: TextBinding): () => void {
    this.#views.set(item, view)
    this.#items.set(binding, item)
    this.grant(item)
    return () => {
      if (this.#views.get(item) === view) this.#views.delete(item)
      this.#items.delete(binding)
      if (view.hasFocus()) this.#handOn(item)
    }
  }

  /** Puts the caret where it was wished for, if the item's editor is in the page by now. */
  grant(item: string): void {
    const wish = this.#wish
    const view = this.#views.get(item)
    if (wish?.item !== item || view?.dom.isConnected !== true) return
    this.#wish = null
    this.#kept.add(item)
    enterText(view, wish.edge, wish.x)
    const words = wish.words?.take() ?? ''
    if (words !== '') view.pasteText(words)
  }

  /** Gives the editor that an item has in the page; null: none. */
  viewOf(item: string): EditorView | null {
    return this.#views.get(item) ?? null
  }

  /** Has all editors in the page read only, or no longer. */
  setReadOnly(isReadOnly: boolean): void {
    for (const view of this.#views.values()) {
      if (isReadOnly && view.hasFocus()) view.dom.blur()
      view.setProps({ editable: () => !isReadOnly })
    }
  }

  /** The caret came into an item: its editor is kept from now on, and nobody waits for a caret elsewhere. */
  entered(item: string): void {
    this.#kept.add(item)
    const wish = this.#wish
    // Words that were typed already still have to get there.
    if (wish !== null && wish.item !== item && wish.words === null) this.#wish = null
  }

  /** Puts the caret into an item's text, as soon as that has an editor, and types there what was typed before. */
  enter(
    item: string,
    edge: 'first' | 'last',
    x: number | null = null,
    words: EarlyWords | null = null,
  ): void {
    this.#rows.draw([item])
    this.#wish?.words?.letGo()
    this.#wish = { item, edge, x, words }
    this.grant(item)
    if (this.#wish === null) return
    for (const listener of this.#listeners) listener()
  }

  /** An editor that is made anew in the same turn has the caret again. */
  #handOn(item: string): void {
    const wish: CaretWish = { item, edge: 'last', x: null, words: null }
    this.#wish = wish
    queueMicrotask(() => {
      if (this.#wish !== wish) return
      this.#wish = null
      this.onLost?.(item)
    })
  }

  /** Takes back the last step of one's own, wherever in the draft it was made, and shows it. */
  undo(kind: 'undo' | 'redo'): void {
    const [binding] = this.#undo[kind]() ?? []
    const item = binding === undefined ? undefined : this.#items.get(binding)
    const view = item === undefined ? undefined : this.#views.get(item)
    if (view === undefined) return
    if (!view.hasFocus()) focusEditor(view)
    view.dispatch(view.state.tr.scrollIntoView())
  }
}
