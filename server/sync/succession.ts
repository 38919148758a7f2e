import * as Y from 'yjs'
import { type Incoming, RefusedUpdate, referencesOf } from './incoming.ts'
import type { NewStruct } from './new-struct.ts'

/** What is new of one client, and how far it has been taken. */
interface Lane {
  readonly list: readonly NewStruct[]
  next: number
  /** The clock up to which everything of this client is there. */
  reached: number
  /** Whether its next struct waits for another client's. */
  isWaiting: boolean
}

/**
 * Puts what an update brings into the order in which Yjs 13 integrates it: the highest client first, and before each
 * struct what it refers to. Throws {@link RefusedUpdate} where there is no such order.
 */
export function inYjsOrder(doc: Y.Doc, incoming: Incoming): NewStruct[] {
  const lanes = new Map<number, Lane>()
  for (const [client, list] of incoming.structs)
    lanes.set(client, { list, next: 0, reached: Y.getState(doc.store, client), isWaiting: false })
  const isMissing = (at: Y.ID): boolean => {
    // This way round, since a broken number is less than nothing.
    return !(at.clock < (lanes.get(at.client)?.reached ?? Y.getState(doc.store, at.client)))
  }
  const ordered: NewStruct[] = []
  const takeNext = (lane: Lane | undefined): void => {
    const struct = lane?.list[lane.next]
    if (lane === undefined || struct === undefined || lane.isWaiting) {
      const detail = 'It refers to something that is not there, or to itself in a circle.'
      throw new RefusedUpdate('unknown-reference', detail)
    }
    lane.isWaiting = true
    const references = referencesOf(struct.item)
    for (let at = references.find(isMissing); at !== undefined; at = references.find(isMissing))
      takeNext(lanes.get(at.client))
    lane.isWaiting = false
    lane.reached = struct.item.id.clock + struct.item.length
    lane.next++
    ordered.push(struct)
  }
  const clients = [...lanes.keys()].sort((one, other) => other - one)
  for (const lane of clients.map((client) => lanes.get(client) as Lane))
    while (lane.next < lane.list.length) takeNext(lane)
  return ordered
}
