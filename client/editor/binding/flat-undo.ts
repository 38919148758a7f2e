import * as Y from 'yjs'
import { isEnd, markerId, markerOf } from '../../../shared/text/items.ts'
import { isEmptyRun, nearestBefore } from '../../../shared/text/settle.ts'
import type { HeldSelection, TextBinding } from './text-binding.ts'

/** Changes closer together than this are undone as one step, as writers expect of a burst of typing. */
export const UNDO_CAPTURE_MS = 500

/** One step of Yjs's undo stack. */
type Step = Y.UndoManager['undoStack'][number]

/**
 * One undo over any number of flat texts of one document (DR3): takes back one's own changes only (TX12). Blocks that
 * one made are not deleted but hidden: `settle`d in the transaction that undoes. Invariants:
 * 1. A marker, an end, and what was made with a marker are never deleted.
 * 2. A step that shows no change is passed over, so that no key press goes without effect.
 */
export class FlatUndo {
  readonly #doc: Y.Doc
  readonly #manager: Y.UndoManager
  readonly #bindings = new Map<TextBinding, HeldSelection | null>()
  /** Markers that Yjs would have deleted, with whether they were made whole, by the step being undone. */
  #kept: Y.Item[] = []
  #step: Step | null = null

  constructor(doc: Y.Doc, captureMs: number = UNDO_CAPTURE_MS) {
    this.#doc = doc
    this.#manager = new Y.UndoManager([], {
      doc,
      captureTimeout: captureMs,
      trackedOrigins: new Set(),
      deleteFilter: (item) => this.#mayDelete(item),
    })
    this.#manager.on('stack-item-added', ({ stackItem, origin }: { stackItem: Step; origin: unknown }) => {
      for (const [binding, selection] of this.#bindings) {
        if (selection !== null && (origin === binding || origin === this.#manager))
          stackItem.meta.set(binding, selection)
      }
    })
  }

  /** Takes a text in: what is typed through its binding can be undone from now on. */
  add(binding: TextBinding): void {
    this.#manager.addToScope(binding.text)
    this.#manager.addTrackedOrigin(binding)
    this.#bindings.set(binding, null)
  }

  /** Lets a binding go; what was typed through it can still be undone. */
  remove(binding: TextBinding): void {
    this.#bindings.delete(binding)
  }

  /** Remembers the selection before the next change, to come back to it. */
  rememberSelection(binding: TextBinding, selection: HeldSelection): void {
    if (this.#bindings.has(binding)) this.#bindings.set(binding, selection)
  }

  get canUndo(): boolean {
    return this.#manager.canUndo()
  }

  get canRedo(): boolean {
    return this.#manager.canRedo()
  }

  /** Ends the step: what comes next is undone apart. */
  stopCapturing(): void {
    this.#manager.stopCapturing()
  }

  /** Forgets all steps: nothing that was there before the first sync can be undone. */
  clear(): void {
    this.#manager.clear()
  }

  /** Takes back the last step of one's own; gives the editors it was made in, or null when there is no step. */
  undo(): readonly TextBinding[] | null {
    return this.#pop('undo')
  }

  /** Brings back what was undone last. */
  redo(): readonly TextBinding[] | null {
    return this.#pop('redo')
  }

  /** Lets go of the document. */
  destroy(): void {
    this.#manager.destroy()
  }

  #pop(kind: 'undo' | 'redo'): readonly TextBinding[] | null {
    const manager = this.#manager
    for (;;) {
      const stack = kind === 'undo' ? manager.undoStack : manager.redoStack
      const step = stack.at(-1)
      if (step === undefined) return null
      // Yjs goes on to the next step when it deleted nothing; hidden blocks are an effect that it can't see.
      const below = stack.splice(0, stack.length - 1)
      const flag = kind === 'undo' ? 'undoing' : 'redoing'
      const selections = [...this.#bindings.keys()].flatMap((binding) => {
        const selection = step.meta.get(binding) as HeldSelection | undefined
        return selection === undefined ? [] : [[binding, selection] as const]
      })
      for (const [binding, selection] of selections) binding.selectNext(selection)
      let changed = false
      this.#step = step
      this.#kept = []
      try {
        this.#doc.transact((transaction) => {
          manager[kind]()
          settleKept(this.#kept, step)
          changed = transaction.changed.size > 0
          // Yjs resets this before our transaction ends, which is when it decides whose stack the step goes to.
          manager[flag] = true
        }, manager)
      } finally {
        manager[flag] = false
        this.#step = null
        stack.unshift(...below)
      }
      if (changed) return selections.map(([binding]) => binding)
    }
  }

  #mayDelete(item: Y.Item): boolean {
    const step = this.#step
    if (step === null || isEnd(item)) return false
    if (item.parentSub !== null) {
      const marker = (item.parent as Y.AbstractType<unknown>)._item
      return item.parentSub !== 'id' && !(marker !== null && Y.isDeleted(step.insertions, marker.id))
    }
    if (markerOf(item) === null) return true
    this.#kept.push(item)
    return false
  }
}

/** Hides the blocks that a step made (TX3): emptied ones are `gone`, a tail goes back to the line it was cut from. */
function settleKept(kept: readonly Y.Item[], step: Step): void {
  for (const item of inReadingOrder(kept)) {
    const marker = markerOf(item)
    if (marker === null) continue
    const nearest = nearestBefore(item)
    // A block made whole that others have written in meanwhile stays, shown as restored: their words are not moved.
    const hide = isEmptyRun(item) || endMadeWith(item, step) !== null
    if (hide && marker.get('gone') !== true) marker.set('gone', true)
    else if (!hide && marker.get('join') !== nearest) marker.set('join', nearest)
    rejoinFollower(item, nearest)
  }
}

/** A run joined behind a block that was hidden or joined just now names the neighbour it has from now on (TX2). */
function rejoinFollower(item: Y.Item, nearest: string): void {
  const own = markerOf(item) as Y.Map<unknown>
  const id = markerId(item, own)
  const hidden = own.get('gone') === true && isEmptyRun(item)
  const joined = own.get('join') === nearest
  for (let next = item.right; next !== null; next = next.right) {
    const marker = markerOf(next)
    if (marker === null || (marker.get('gone') === true && isEmptyRun(next))) continue
    if (hidden && marker.get('join') === id) marker.set('join', nearest)
    else if (!hidden && joined && marker.get('join') === nearest) marker.set('join', id)
    return
  }
}

function inReadingOrder(items: readonly Y.Item[]): Y.Item[] {
  const rank = new Map<Y.Item, number>()
  for (const item of items) {
    let before = 0
    for (let at = item.left; at !== null; at = at.left) before++
    rank.set(item, before)
  }
  return [...items].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
}

/** Gives the end that was made with a whole block, by the same step: it names the marker as its left neighbour. */
function endMadeWith(marker: Y.Item, step: Step): Y.Item | null {
  for (let item = marker.right; item !== null; item = item.right) {
    const { origin } = item
    const made = origin !== null && origin.client === marker.id.client && origin.clock === marker.id.clock
    if (isEnd(item) && made && Y.isDeleted(step.insertions, item.id)) return item
  }
  return null
}
