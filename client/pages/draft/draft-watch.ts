import * as Y from 'yjs'
import { type DraftItem, readItems } from '../../../shared/draft/draft-item.ts'

/**
 * Watches the draft's room for the page. Invariants:
 * 1. `items` is a new array exactly when the order, the place or the type of items changed, never when words did.
 * 2. A change in one item's text calls only that item's listeners, so that typing draws one line of 500.
 */
export class DraftWatch {
  readonly #doc: Y.Doc
  #items: readonly DraftItem[]
  readonly #structure = new Set<() => void>()
  readonly #texts = new Map<string, { version: number; readonly listeners: Set<() => void> }>()
  readonly #allTexts = new Set<(item: string) => void>()
  readonly #handle = (transaction: Y.Transaction): void => this.#handleTransaction(transaction)

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#items = readItems(doc, [])
    doc.on('afterTransaction', this.#handle)
  }

  /** Items to be shown, by section and rank; sections are put in order by the page. */
  get items(): readonly DraftItem[] {
    return this.#items
  }

  /** Calls back when {@link items} has changed. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#structure.add(listener)
    return () => this.#structure.delete(listener)
  }

  /** Calls back when the words of one item have changed. */
  subscribeText(id: string, listener: () => void): () => void {
    const { listeners } = this.#textOf(id)
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  /** Calls back when the words of any item have changed, with that item. */
  subscribeTexts(listener: (item: string) => void): () => void {
    this.#allTexts.add(listener)
    return () => this.#allTexts.delete(listener)
  }

  /** Counts the changes of one item's words. */
  textVersion(id: string): number {
    return this.#texts.get(id)?.version ?? 0
  }

  /** Lets go of the document. */
  destroy(): void {
    this.#doc.off('afterTransaction', this.#handle)
    this.#structure.clear()
    this.#texts.clear()
    this.#allTexts.clear()
  }

  #handleTransaction({ changed, changedParentTypes }: Y.Transaction): void {
    const items = this.#doc.getMap('items')
    if (!changedParentTypes.has(items as never)) return
    let places = changed.has(items as never)
    for (const [id, entry] of items.entries()) {
      if (!(entry instanceof Y.Map) || !changedParentTypes.has(entry as never)) continue
      // An item that was removed comes back when its text changes (DR1).
      if (changed.has(entry as never) || entry.get('gone') !== undefined) places = true
      const text = this.#textOf(id)
      text.version++
      for (const listener of text.listeners) listener()
      for (const listener of this.#allTexts) listener(id)
    }
    if (places) this.#readPlaces()
  }

  #readPlaces(): void {
    const items = readItems(this.#doc, [])
    if (samePlaces(items, this.#items)) return
    this.#items = items
    for (const listener of this.#structure) listener()
  }

  #textOf(id: string): { version: number; readonly listeners: Set<() => void> } {
    const known = this.#texts.get(id)
    if (known !== undefined) return known
    const made = { version: 0, listeners: new Set<() => void>() }
    this.#texts.set(id, made)
    return made
  }
}

function samePlaces(some: readonly DraftItem[], others: readonly DraftItem[]): boolean {
  return (
    some.length === others.length &&
    some.every((item, index) => {
      const other = others[index]
      return (
        other !== undefined &&
        item.id === other.id &&
        item.section === other.section &&
        item.rank === other.rank &&
        item.type === other.type &&
        item.alternativeOf === other.alternativeOf &&
        item.gone === other.gone &&
        item.text === other.text
      )
    })
  )
}
