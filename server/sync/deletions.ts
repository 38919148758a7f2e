import * as Y from 'yjs'
import { checkCut } from './cuts.ts'
import type { Effort } from './effort.ts'
import { firstReaching, type Incoming, MAX_NEW_DELETIONS, RefusedUpdate } from './incoming.ts'
import type { NewStruct } from './new-struct.ts'

/** Which ends of an item are deleted: a cut may leave the rest. */
export interface DeletedEnds {
  first: boolean
  last: boolean
}

/** Finds what an update deletes that stands now, in the document or in the update itself. */
export function newDeletions(doc: Y.Doc, incoming: Incoming, effort: Effort): Map<Y.Item, DeletedEnds> {
  const found = new Map<Y.Item, DeletedEnds>()
  let count = 0
  const add = (item: Y.Item, start: number, end: number): void => {
    const ends = found.get(item) ?? { first: false, last: false }
    ends.first ||= item.id.clock >= start
    ends.last ||= item.id.clock + item.length <= end
    found.set(item, ends)
    if (++count > MAX_NEW_DELETIONS)
      throw new RefusedUpdate('too-much', `It deletes in more than ${MAX_NEW_DELETIONS} places.`)
  }
  for (const { client, clock, length } of incoming.deletes) {
    const known = Y.getState(doc.store, client)
    const fresh = incoming.structs.get(client) ?? []
    const last = fresh.at(-1)?.item
    const end = last === undefined ? known : last.id.clock + last.length
    if (clock + length > end)
      throw new RefusedUpdate('unknown-deletion', 'It deletes what nobody has written.')
    const structs = doc.store.clients.get(client) ?? []
    if (clock < known) {
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
        const struct = structs[index] as Y.Item | Y.GC
        if (struct.id.clock >= clock + length) break
        if (struct instanceof Y.Item && !struct.deleted) add(struct, clock, clock + length)
      }
    }
    for (let index = firstReaching(fresh, clock); index < fresh.length; index++) {
      const { item } = fresh[index] as NewStruct
      if (item.id.clock >= clock + length) break
      add(item, clock, clock + length)
      // What is new cannot be cut beforehand: Yjs does.
      for (const cut of [clock, clock + length]) {
        if (cut <= item.id.clock || cut >= item.id.clock + item.length) continue
        checkCut(item, cut)
        effort.openGap(fresh.length - index + 2 * count)
      }
    }
  }
  return found
}
