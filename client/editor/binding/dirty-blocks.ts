import * as Y from 'yjs'
import type { Block, CharId } from '../../../shared/text/block.ts'
import { isEnd, markerOf } from '../../../shared/text/items.ts'

/** Which blocks a change by somebody else touches: their markers, or `all` where the structure itself changed. */
export type Dirty = Map<string, CharId> | 'all'

/** Names a character in a map. */
export function keyOf(at: CharId): string {
  return `${at.client}:${at.clock}`
}

/** Finds what a transaction touched of a text, without a look at the rest of it. */
export function dirtyBlocks(transaction: Y.Transaction, text: Y.Text): Dirty {
  const dirty: Map<string, CharId> = new Map()
  let all = [...transaction.changed.keys()].some((type: unknown) => {
    return type !== text && type instanceof Y.AbstractType && Y.isParentOf(text, type._item)
  })
  function look(item: unknown): void {
    if (all || !(item instanceof Y.Item) || item.parent !== text) return
    if (item.content instanceof Y.ContentFormat || item.content instanceof Y.ContentType || isEnd(item)) {
      all = true
      return
    }
    let head = item.left
    while (head !== null && markerOf(head) === null) head = head.left
    if (head === null) all = true
    else dirty.set(keyOf(head.id), head.id)
  }
  for (const [client, end] of transaction.afterState) {
    const start = transaction.beforeState.get(client) ?? 0
    if (end <= start) continue
    const structs = transaction.doc.store.clients.get(client) ?? []
    for (let index = Y.findIndexSS(structs, start); index < structs.length && !all; index++)
      look(structs[index])
  }
  if (!all) Y.iterateDeletedStructs(transaction, transaction.deleteSet, look)
  return all ? 'all' : dirty
}

/** Adds up what several transactions touched. */
export function mergeDirty(a: Dirty | null, b: Dirty): Dirty {
  if (a === null) return b
  if (a === 'all' || b === 'all') return 'all'
  return new Map([...a, ...b])
}

/** Tells whether a block can be read again alone: nothing joined, nothing restored, a marker of its own. */
export function isSimple(block: Block): boolean {
  return block.state === 'shown' && block.seams.length === 0 && block.marker !== null
}
