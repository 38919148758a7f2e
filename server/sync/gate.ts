import * as Y from 'yjs'
import type { DeletedRange } from '../../shared/text/changed-text.ts'
import { isEnd } from '../../shared/text/items.ts'
import { checkContent, isName } from './content.ts'
import {
  findNew,
  firstReaching,
  type Incoming,
  MAX_NEW_DELETIONS,
  type NewStruct,
  RefusedUpdate,
  readIncoming,
  referencesOf,
} from './incoming.ts'
import { type Place, Places, type WritablePaths } from './place.ts'

/** Who sends an update, as far as the gate needs to know. */
export interface Sender {
  readonly mayWrite: boolean
  /** Whether a clientID is the sender's: bound to the member, or free to be bound. */
  readonly owns: (client: number) => 'own' | 'free' | 'taken' | 'server'
}

/** What the gate let in. */
export interface Admitted {
  /** False: it brings nothing that the document doesn't have; fine from anybody. */
  readonly isNew: boolean
  /** ClientIDs that it writes under, all the sender's or free to be bound to the sender. */
  readonly clients: readonly number[]
  readonly deletes: readonly DeletedRange[]
}

/**
 * Decides whether an update may be applied (SY2), before it is. Throws {@link RefusedUpdate}; then nothing has been
 * changed. What it lets in, Yjs applies whole: nothing stays pending.
 */
export function admit(doc: Y.Doc, update: Uint8Array, sender: Sender, paths: WritablePaths): Admitted {
  const incoming = readIncoming(doc, update)
  const places = new Places(doc, incoming, paths)
  const fresh = newDeletions(doc, incoming)
  const isNew = incoming.structs.size > 0 || fresh.length > 0
  if (isNew && !sender.mayWrite) throw new RefusedUpdate('read-only', 'This member may read here, not write.')
  const clients = checkClients(incoming, sender)
  checkStructs(doc, incoming, places)
  for (const item of fresh) checkDeletion(item, places)
  return { isNew, clients, deletes: incoming.deletes }
}

function checkClients(incoming: Incoming, sender: Sender): number[] {
  const clients: number[] = []
  for (const client of incoming.structs.keys()) {
    const owner = sender.owns(client)
    if (owner === 'server') throw new RefusedUpdate('foreign-client', `Client ${client} is the server's.`)
    if (owner === 'taken') throw new RefusedUpdate('foreign-client', `Client ${client} is somebody else's.`)
    clients.push(client)
  }
  return clients
}

/** Places and checks every new struct in an order in which all it refers to comes before it; no such order: refused. */
function checkStructs(doc: Y.Doc, incoming: Incoming, places: Places): void {
  const reached = new Map<number, number>()
  const queue = [...incoming.structs].map(([client, list]) => ({ client, list, next: 0 }))
  for (const { client } of queue) reached.set(client, Y.getState(doc.store, client))
  const isThere = (at: Y.ID): boolean => {
    return at.clock < (reached.get(at.client) ?? Y.getState(doc.store, at.client))
  }
  const named = new Set<string>()
  for (let progressed = true; progressed; ) {
    progressed = false
    for (const lane of queue) {
      for (let struct = lane.list[lane.next]; struct !== undefined; struct = lane.list[lane.next]) {
        if (!referencesOf(struct.item).every(isThere)) break
        const place = places.ofNew(struct.item, struct.from)
        checkName(incoming, place, named)
        checkContent(struct.item, place)
        reached.set(lane.client, struct.item.id.clock + struct.item.length)
        lane.next++
        progressed = true
      }
    }
  }
  if (queue.some(({ list, next }) => next < list.length)) {
    throw new RefusedUpdate(
      'unknown-reference',
      'It refers to something that is not there, or to itself in a circle.',
    )
  }
  checkMarkers(incoming, places, named)
}

/** What a block is called is said once, with the block: threads and sources lean on it. Notes in `named` that it is. */
function checkName(incoming: Incoming, place: Place, named: Set<string>): void {
  if (place.kind !== 'entry' || !isName(place.key)) return
  const { id } = place.marker
  const isNew = findNew(incoming, id) === place.marker
  const name = nameOf(id, place.key)
  if (!isNew || named.has(name)) throw new RefusedUpdate('id-changed', 'A block keeps its id.')
  named.add(name)
}

function nameOf({ client, clock }: Y.ID, key: string): string {
  return `${client}:${clock}:${key}`
}

/** A new block says its id with itself. */
function checkMarkers(incoming: Incoming, places: Places, named: ReadonlySet<string>): void {
  for (const list of incoming.structs.values()) {
    for (const { item } of list) {
      if (!(item.content instanceof Y.ContentType) || places.of(item).kind === 'collected') continue
      if (!named.has(nameOf(item.id, 'id'))) {
        throw new RefusedUpdate('foreign-content', 'A new block has no id.')
      }
    }
  }
}

/** Finds what an update deletes that stands now, in the document or in the update itself. */
function newDeletions(doc: Y.Doc, incoming: Incoming): Y.Item[] {
  const items: Y.Item[] = []
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
        if (struct instanceof Y.Item && !struct.deleted) items.push(struct)
      }
    }
    for (let index = firstReaching(fresh, clock); index < fresh.length; index++) {
      const { item } = fresh[index] as NewStruct
      if (item.id.clock >= clock + length) break
      items.push(item)
    }
    if (items.length > MAX_NEW_DELETIONS)
      throw new RefusedUpdate('too-much', `It deletes in more than ${MAX_NEW_DELETIONS} places.`)
  }
  return items
}

function checkDeletion(item: Y.Item, places: Places): void {
  const place = places.of(item)
  if (item.content instanceof Y.ContentType || isEnd(item)) {
    throw new RefusedUpdate('marker-deleted', 'Blocks are hidden, never deleted.')
  }
  if (place.kind === 'entry' && isName(place.key)) {
    throw new RefusedUpdate('id-changed', 'A block keeps its id.')
  }
}
