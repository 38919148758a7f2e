import * as Y from 'yjs'
import type { CharId } from './block.ts'
import { firstItem, itemFrom, itemTo, markerOf } from './items.ts'

/** How Yjs 13 numbers content of which only the length is left; the class itself is not exported. */
const CONTENT_DELETED_REF = 1

/** Text that one transaction inserted in one place, in reading order. */
export interface InsertedText {
  readonly text: string
  readonly pieces: readonly InsertedPiece[]
}

/** A piece of it made by one client in one go. */
export interface InsertedPiece {
  readonly at: CharId
  readonly text: string
  /** What stood to the right of the first character when it was inserted. */
  readonly rightOrigin: CharId | null
}

/** A run of characters that a transaction deleted, or that stood deleted between two such. */
export interface DeletedPiece {
  readonly at: CharId
  readonly length: number
  /** Null: it had been deleted before, by somebody else perhaps, so that its text is gone. */
  readonly text: string | null
  /** Whether this transaction deletes it, be it for a second time. */
  readonly isMine: boolean
}

/** A run of deleted characters, as an update names them. */
export interface DeletedRange {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** Gives what an update deletes, also what was deleted already when it came. */
export function deletedRanges(update: Uint8Array): DeletedRange[] {
  const { ds } = Y.decodeUpdate(update)
  return [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, length: len })),
  )
}

/**
 * Gives what a transaction inserted into a text, cut where other text stands between, and what it deleted from it, in
 * reading order. Must be called before the transaction's garbage is collected (Yjs `afterTransaction`).
 */
export function changedText(
  transaction: Y.Transaction,
  text: Y.Text,
  ranges: readonly DeletedRange[],
): { inserted: InsertedText[]; deleted: DeletedPiece[] } {
  const added = new Set<Y.Item>()
  const { store } = transaction.doc
  for (const [client, end] of transaction.afterState) {
    const start = transaction.beforeState.get(client) ?? 0
    if (end <= start) continue
    const structs = store.clients.get(client) ?? []
    for (let index = Y.findIndexSS(structs, start); index < structs.length; index++) {
      const item = structs[index]
      if (item instanceof Y.Item && !item.deleted && isText(item, text)) added.add(item)
    }
  }
  const removed = new Set<Y.Item>()
  for (const { client, clock, length } of ranges) {
    const end = Math.min(clock + length, transaction.beforeState.get(client) ?? 0)
    for (let at = clock; at < end; ) {
      let item = itemFrom(transaction, { client, clock: at })
      if (!(item instanceof Y.Item)) break
      if (item.id.clock + item.length > end) item = itemTo(transaction, { client, clock: end - 1 })
      if (item.parent === text && item.deleted && mayBeText(item)) removed.add(item)
      at = item.id.clock + item.length
    }
  }
  return { inserted: stretches(added), deleted: deletedInOrder(removed, transaction.deleteSet, text) }
}

function isText(item: Y.Item, text: Y.Text): boolean {
  return item.parent === text && item.content instanceof Y.ContentString
}

/** Tells whether a deleted item was text, or may have been: garbage collection leaves only a length. */
function mayBeText(item: Y.Item): boolean {
  return item.content instanceof Y.ContentString || item.content.getRef() === CONTENT_DELETED_REF
}

/** Orders inserted items into stretches that nothing else visible, and no marker, interrupts. */
function stretches(items: ReadonlySet<Y.Item>): InsertedText[] {
  const found: InsertedText[] = []
  for (const first of items) {
    if (neighbour(first, 'left', items) !== null) continue
    const pieces: InsertedPiece[] = []
    for (let item: Y.Item | null = first; item !== null; item = neighbour(item, 'right', items)) {
      const { id, rightOrigin } = item
      pieces.push({ at: id, text: (item.content as Y.ContentString).str, rightOrigin })
    }
    found.push({ text: pieces.map((piece) => piece.text).join(''), pieces })
  }
  return found
}

function neighbour(item: Y.Item, side: 'left' | 'right', items: ReadonlySet<Y.Item>): Y.Item | null {
  for (let at = item[side]; at !== null; at = at[side]) {
    if (items.has(at)) return at
    if (!at.deleted && at.countable) return null
  }
  return null
}

/**
 * Lists deleted items in reading order, with what had been deleted earlier between two of one run: a person whose cut
 * crosses somebody else's deletion pastes the whole of it.
 */
function deletedInOrder(
  items: ReadonlySet<Y.Item>,
  fresh: Y.Transaction['deleteSet'],
  text: Y.Text,
): DeletedPiece[] {
  const pieces: DeletedPiece[] = []
  let last = 0
  let seen = 0
  for (let at = firstOf(items, text); at !== null && seen < items.size; at = at.right) {
    if (markerOf(at) !== null) pieces.splice(last)
    if (!at.deleted || !mayBeText(at)) continue
    const isMine = items.has(at)
    if (last === 0 && !isMine) continue
    const str = at.content instanceof Y.ContentString && Y.isDeleted(fresh, at.id) ? at.content.str : null
    pieces.push({ at: at.id, length: at.length, text: str, isMine })
    if (!isMine) continue
    last = pieces.length
    seen++
  }
  return pieces.slice(0, last)
}

/** Finds where to start: the item itself when there is one only, else the start of the text. */
function firstOf(items: ReadonlySet<Y.Item>, text: Y.Text): Y.Item | null {
  const [only] = items
  if (only === undefined) return null
  return items.size === 1 ? only : firstItem(text)
}
