import type { Editor } from '@tiptap/core'
import type { TextDesk } from '../../manners/text-desk.ts'

/** An item's text with an editor. */
export interface ItemDesk extends TextDesk {
  readonly item: string
}

/** Makes what stands beside an item's text know of its editor. */
export function itemDeskOf(item: string, editor: Editor, undo: TextDesk['undo']): ItemDesk {
  const subscribe = (listener: () => void): (() => void) => {
    editor.on('transaction', listener)
    return () => editor.off('transaction', listener)
  }
  return { item, editor, undo, subscribe }
}

/** The text that the caret is in, or was in last before the focus went beside it: to the toolbar, to the panel. */
export class ActiveText {
  readonly #listeners = new Set<() => void>()
  #desk: ItemDesk | null = null

  readonly current = (): ItemDesk | null => this.#desk

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(desk: ItemDesk | null): void {
    if (desk === this.#desk) return
    this.#desk = desk
    for (const listener of [...this.#listeners]) listener()
  }

  /** An editor is gone. */
  forget(desk: ItemDesk): void {
    if (this.#desk === desk) this.set(null)
  }
}
