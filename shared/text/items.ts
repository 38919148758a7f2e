import * as Y from 'yjs'
import { isEndAtom } from './atom.ts'
import type { CharId } from './block.ts'

// The only file of this folder that goes from item to item in Yjs's own structures. The private fields that are leant
// on are listed in client/editor/binding/README.md and pinned by items.test.ts.

/** Gives the first item of a text, deleted or not. */
export function firstItem(text: Y.Text): Y.Item | null {
  return text._start
}

/** Gives the marker's map when the item is a marker in any state, else null. */
export function markerOf(item: Y.Item): Y.Map<unknown> | null {
  if (item.deleted || !(item.content instanceof Y.ContentType)) return null
  return item.content.type instanceof Y.Map ? item.content.type : null
}

/** Tells whether the item is a block's end. */
export function isEnd(item: Y.Item): boolean {
  return item.content instanceof Y.ContentEmbed && isEndAtom(item.content.embed)
}

/** Tells whether the item shows something: any undeleted character or embed but a marker or an end. */
export function isVisibleInline(item: Y.Item): boolean {
  return !item.deleted && item.countable && markerOf(item) === null && !isEnd(item)
}

/** Gives a marker's block id; one that carries none is named after its place in the document. */
export function markerId(item: Y.Item, marker: Y.Map<unknown>): string {
  const id = marker.get('id')
  return typeof id === 'string' && id !== '' ? id : `x${item.id.client}-${item.id.clock}`
}

/** Gives the client that set a marker's value; null: it is not set. */
export function setterOf(marker: Y.Map<unknown>, key: string): number | null {
  const item = marker._map.get(key)
  return item === undefined || item.deleted ? null : item.id.client
}

/** Finds the item that holds a character, split so that it starts there. */
export function itemFrom(transaction: Y.Transaction, at: CharId): Y.Item {
  return Y.getItemCleanStart(transaction, Y.createID(at.client, at.clock))
}

/** Finds the item that holds a character, split so that it ends there. */
export function itemTo(transaction: Y.Transaction, at: CharId): Y.Item {
  return Y.getItemCleanEnd(transaction, transaction.doc.store, Y.createID(at.client, at.clock))
}

/** Finds the item that holds a character, without splitting; null where it is unknown or no item any more. */
export function findItem(doc: Y.Doc, at: CharId): Y.Item | null {
  if (at.clock >= Y.getState(doc.store, at.client)) return null
  const found: unknown = Y.getItem(doc.store, Y.createID(at.client, at.clock))
  return found instanceof Y.Item ? found : null
}

/** Inserts content straight after `left` (null: at the very start), under the document's own clientID. */
export function insertAfter(
  transaction: Y.Transaction,
  text: Y.Text,
  left: Y.Item | null,
  content: Y.ContentString | Y.ContentEmbed | Y.ContentType,
): Y.Item {
  const { doc } = transaction
  const right = left === null ? firstItem(text) : left.right
  const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
  const item = new Y.Item(id, left, left?.lastId ?? null, right, right?.id ?? null, text, null, content)
  item.integrate(transaction, 0)
  // Yjs keeps places of the text for its index-based calls; they know nothing of this insert.
  forgetPlaces(text)
  return item
}

/** Deletes a run of one client's characters; what is deleted already stays so. Gives the last item of the run. */
export function deleteChars(transaction: Y.Transaction, text: Y.Text, at: CharId, length: number): Y.Item {
  const end = at.clock + length
  let item = itemFrom(transaction, at)
  for (;;) {
    if (item.id.clock + item.length > end) item = itemTo(transaction, { client: at.client, clock: end - 1 })
    item.delete(transaction)
    const next = item.id.clock + item.length
    if (next >= end) break
    item = itemFrom(transaction, { client: at.client, clock: next })
  }
  forgetPlaces(text)
  return item
}

/** Gives the index that Yjs's own calls use for the place straight after an item. Walks the text: not for typing. */
export function indexAfter(text: Y.Text, left: Y.Item | null): number {
  let index = 0
  for (let item = left; item !== null; item = item.left) {
    if (!item.deleted && item.countable) index += item.length
  }
  forgetPlaces(text)
  return index
}

function forgetPlaces(text: Y.Text): void {
  if (text._searchMarker) text._searchMarker.length = 0
}
