import type { Node, Schema } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { StepMap } from '@tiptap/pm/transform'
import * as Y from 'yjs'
import type { Attributes, Block, CharId } from '../../../shared/text/block.ts'
import { findItem, markerOf } from '../../../shared/text/items.ts'
import { displayRuns, renderBlocks } from '../../../shared/text/render.ts'
import { replaceBlocks } from '../../../shared/text/replace-blocks.ts'
import { readAttributes, readRuns } from '../../../shared/text/runs.ts'
import { docOf, nodeOf } from './block-node.ts'
import { changedLines, offsetOf } from './changed-lines.ts'
import { composeChanges } from './changes.ts'
import { type Dirty, dirtyBlocks, isSimple, keyOf, mergeDirty } from './dirty-blocks.ts'
import { linesOf } from './lines.ts'
import { locatePoint, nearBlock, type Point, placeIn, pointAt, positionIn, samePoint } from './points.ts'
import { redraw, redrawLine } from './redraw.ts'
import { refineChanges } from './refine.ts'

/** A selection that keeps its meaning while others write. */
export interface HeldSelection {
  readonly anchor: Point
  readonly head: Point
}

/**
 * Ties one flat text to one editor, both ways. Invariants:
 * 1. `blocks` is what the editor's document `doc` shows, block for line, with the id of every character.
 * 2. `blocks` equals a fresh rendering of the text whenever nothing waits in `dirty`.
 * 3. A local change is written once, under this binding as transaction origin; a remote one is never written (TX6).
 */
export class TextBinding {
  readonly text: Y.Text
  readonly #schema: Schema
  #blocks: readonly Block[]
  #doc: Node
  #dirty: Dirty | null = null
  #nextSelection: HeldSelection | null = null
  #heads: ReadonlyMap<string, number> | null = null
  readonly #listeners = new Set<(isOwn: boolean) => void>()
  readonly #observe = (transaction: Y.Transaction): void => this.#handleTransaction(transaction)

  constructor(text: Y.Text, schema: Schema) {
    if (text.doc === null)
      throw new Error('A text must be part of a document before an editor can be bound to it.')
    this.text = text
    this.#schema = schema
    this.#blocks = renderBlocks(text)
    this.#doc = docOf(schema, this.#blocks)
    text.doc.on('afterTransaction', this.#observe)
  }

  /** The blocks that the editor shows. */
  get blocks(): readonly Block[] {
    return this.#blocks
  }

  /** The document that shows them. */
  get doc(): Node {
    return this.#doc
  }

  /** Whether the text holds changes that the editor doesn't show yet. */
  get isBehind(): boolean {
    return this.#dirty !== null
  }

  /** Whether what waits stays inside lines as they are shown: none came, went or was changed as a whole. */
  get waitsInLines(): boolean {
    return this.#dirty !== null && this.#dirty !== 'all'
  }

  /**
   * Calls back whenever a change waits to be shown that did not come through this editor; gives the way to stop it.
   * `isOwn`: it was made here, by undo or by the page.
   */
  onRemote(listener: (isOwn: boolean) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Writes what a person changed in the editor. `maps` are the steps' maps from {@link doc} to `after`. */
  push(after: Node, maps: readonly StepMap[]): void {
    const range = changedLines(this.#doc, after)
    if (range !== null) {
      const changes = refineChanges(composeChanges(maps), this.#doc, after)
      const lines = linesOf(this.#doc, after, range, changes, this.#blocks)
      const { from, toA } = range
      let written: Block[] = []
      this.#ydoc.transact((transaction) => {
        written = replaceBlocks(transaction, this.text, this.#blocks, from, toA, lines)
      }, this)
      const revived = this.#blocks.slice(from, toA).some(({ state }) => state === 'held')
      this.#setBlocks(this.#blocks.toSpliced(from, toA - from, ...written), toA - from === written.length)
      // Writing in a block that only this reader still saw may change its neighbours (TX13); text before the first
      // marker stands only while there is some (TX7).
      const emptyRoot =
        this.#blocks.length > 1 && this.#blocks[0]?.marker === null && isEmpty(this.#blocks[0])
      if (revived || emptyRoot) this.#dirty = 'all'
    }
    this.#doc = after
  }

  /**
   * Makes a transaction that shows what others wrote; null when there is nothing to show. Apply it at once: the
   * binding counts on it. `held`: the marker of the block where the reader's caret stands (TX13). What waits inside lines
   * for which `isWanted` does not hold goes on waiting, unless the whole text has to be read.
   */
  pull(state: EditorState, held: CharId | null, isWanted = everyLine): Transaction | null {
    const releases = this.#blocks.some((block) => block.state === 'held' && !samePoint(block.marker, held))
    const { due, later } = releases ? { due: 'all' as const, later: null } : this.#divide(isWanted)
    if (due === null) return null
    const selection = this.#nextSelection
    this.#nextSelection = null
    const kept = selection ?? this.holdSelection(state)
    const transaction = state.tr
    const only = due === 'all' ? null : this.#readAlone(due)
    this.#dirty = only === null ? null : later
    if (only === null) {
      this.#setBlocks(renderBlocks(this.text, { held }), false)
      redraw(transaction, this.#schema, this.#blocks)
    } else {
      for (const [index, block] of only) {
        const { doc } = transaction
        redrawLine(transaction, offsetOf(doc, index), doc.child(index), nodeOf(this.#schema, block))
      }
      const blocks = [...this.#blocks]
      for (const [index, block] of only) blocks[index] = block
      this.#setBlocks(blocks, true)
    }
    this.#doc = transaction.doc
    this.#restoreSelection(transaction, kept, selection !== null)
    return transaction.setMeta('addToHistory', false)
  }

  /** Says which selection the next {@link pull} goes to: the one that undo goes back to. */
  selectNext(selection: HeldSelection): void {
    this.#nextSelection = selection
  }

  /** Whether something waits in one of these lines, or in the whole text. */
  waitsInSome(isWanted: (line: Node) => boolean): boolean {
    return this.#divide(isWanted).due !== null
  }

  /** Whether what waits to be shown reaches into a block, or may. */
  waitsIn(marker: CharId | null): boolean {
    const dirty = this.#dirty
    if (dirty === null) return false
    return dirty === 'all' || marker === null || dirty.has(keyOf(marker))
  }

  /** Gives the marker of the block in which the editor's caret stands. */
  caretMarker(state: EditorState): CharId | null {
    return this.#blocks[placeIn(state.doc, state.selection.head).block]?.marker ?? null
  }

  /** Gives the selection as points of the text. */
  holdSelection(state: EditorState): HeldSelection {
    const { anchor, head } = state.selection
    return { anchor: this.pointOf(state.doc, anchor), head: this.pointOf(state.doc, head) }
  }

  /** Gives the point of a place in the editor's document. */
  pointOf(doc: Node, position: number): Point {
    const { block, offset } = placeIn(doc, position)
    const found = this.#blocks[block]
    return found === undefined ? null : pointAt(found, offset)
  }

  /** Gives the place of a point in the editor's document. */
  positionOf(point: Point): number {
    return positionIn(this.#doc, this.#locate(point))
  }

  /** Gives the line of the editor's document in which a point stands, also if its words are not shown there yet. */
  lineOf(point: Point): Node {
    return this.#doc.child(nearBlock(this.#ydoc, point, this.#headAt) ?? this.#locate(point).block)
  }

  /** Whether a point names a character that is here: what others point at may not have arrived. */
  knows(point: Point): boolean {
    return point === null || point.clock < Y.getState(this.#ydoc.store, point.client)
  }

  /** Gives the attributes that a marker holds, shown or not. */
  attributesOfMarker(at: CharId): Attributes {
    const item = findItem(this.#ydoc, at)
    const marker = item === null ? null : markerOf(item)
    return marker === null ? {} : readAttributes(marker)
  }

  /** Lets go of the text. */
  destroy(): void {
    this.#ydoc.off('afterTransaction', this.#observe)
    this.#listeners.clear()
  }

  get #ydoc(): Y.Doc {
    return this.text.doc as Y.Doc
  }

  #handleTransaction(transaction: Y.Transaction): void {
    if (transaction.origin === this || !transaction.changedParentTypes.has(this.text as never)) return
    this.#dirty = mergeDirty(this.#dirty, dirtyBlocks(transaction, this.text))
    for (const listener of this.#listeners) listener(transaction.local)
  }

  #locate(point: Point): { block: number; offset: number } {
    return locatePoint(this.#ydoc, this.#blocks, point, this.#headAt)
  }

  readonly #headAt = (marker: CharId): number | undefined => this.#headsNow().get(keyOf(marker))

  /** Divides what waits: what is to be shown, and what is not yet. A line that is not known needs the whole text. */
  #divide(isWanted: (line: Node) => boolean): { due: Dirty | null; later: Dirty | null } {
    if (this.#dirty === null || this.#dirty === 'all' || isWanted === everyLine)
      return { due: this.#dirty, later: null }
    const heads = this.#headsNow()
    const isDue = (key: string): boolean => {
      const line = heads.get(key)
      return line === undefined || isWanted(this.#doc.child(line))
    }
    const due: Map<string, CharId> = new Map()
    const later: Map<string, CharId> = new Map()
    for (const [key, at] of this.#dirty) (isDue(key) ? due : later).set(key, at)
    return { due: due.size > 0 ? due : null, later: later.size > 0 ? later : null }
  }

  #setBlocks(blocks: readonly Block[], sameHeads: boolean): void {
    this.#blocks = blocks
    if (!sameHeads) this.#heads = null
  }

  /** Where each marker's block stands. */
  #headsNow(): ReadonlyMap<string, number> {
    this.#heads ??= new Map(
      this.#blocks.flatMap(({ marker }, index) => (marker === null ? [] : [[keyOf(marker), index] as const])),
    )
    return this.#heads
  }

  /** Reads single blocks again; null when what changed reaches further than them. */
  #readAlone(dirty: Map<string, CharId>): [number, Block][] | null {
    const heads = this.#headsNow()
    const read: [number, Block][] = []
    for (const [key, at] of dirty) {
      const index = heads.get(key)
      const block = index === undefined ? undefined : this.#blocks[index]
      if (index === undefined || block === undefined || !isSimple(block)) return null
      const next = this.#blocks[index + 1]?.marker ?? null
      const until = next === null ? null : findItem(this.#ydoc, next)
      const [again, ...more] = displayRuns(
        readRuns(this.text, findItem(this.#ydoc, at), block.formats, until),
      )
      if (again === undefined || more.length > 0 || again.id !== block.id || !isSimple(again)) return null
      read.push([index, again])
    }
    return read
  }

  #restoreSelection(transaction: Transaction, kept: HeldSelection, always: boolean): void {
    const { selection } = transaction
    if (!always && !(selection instanceof TextSelection)) return
    const anchor = this.positionOf(kept.anchor)
    const head = this.positionOf(kept.head)
    if (selection.anchor !== anchor || selection.head !== head) {
      transaction.setSelection(TextSelection.create(transaction.doc, anchor, head))
    }
  }
}

function everyLine(_line: Node): boolean {
  return true
}

function isEmpty(block: Block): boolean {
  return block.inlines.length === 0
}
