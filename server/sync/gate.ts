import * as Y from 'yjs'
import type { DeletedRange } from '../../shared/text/changed-text.ts'
import { isEnd } from '../../shared/text/items.ts'
import { checkContent, isName } from './content.ts'
import { newDeletions } from './deletions.ts'
import { Effort } from './effort.ts'
import { findNew, type Incoming, RefusedUpdate, readIncoming } from './incoming.ts'
import type { NewStruct, Place } from './new-struct.ts'
import { Places, type WritablePaths } from './place.ts'
import { isTyping, rehearse } from './rehearse.ts'
import { inYjsOrder } from './succession.ts'

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
 * changed. What it lets in, Yjs applies whole: nothing stays pending. For a large one it cuts the document's items
 * where Yjs would, which changes nothing that the document says.
 */
export function admit(doc: Y.Doc, update: Uint8Array, sender: Sender, paths: WritablePaths): Admitted {
  const incoming = readIncoming(doc, update)
  const places = new Places(doc, incoming, paths)
  const effort = new Effort()
  const deleted = newDeletions(doc, incoming, effort)
  const isNew = incoming.structs.size > 0 || deleted.size > 0
  if (isNew && !sender.mayWrite) throw new RefusedUpdate('read-only', 'This member may read here, not write.')
  const clients = checkClients(incoming, sender)
  if (isNew) {
    const ordered = inYjsOrder(doc, incoming)
    checkStructs(incoming, ordered, places)
    for (const item of deleted.keys())
      checkDeletion(item, findNew(incoming, item.id)?.place ?? places.ofKnown(item))
    if (!isTyping(doc, { incoming, ordered }))
      rehearse(doc, { incoming, ordered, deleted }, effort).cuts.make()
  }
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

/** Places and checks every new struct; each must come after all it refers to. */
function checkStructs(incoming: Incoming, ordered: readonly NewStruct[], places: Places): void {
  const named = new Set<string>()
  for (const struct of ordered) {
    const place = places.ofNew(struct)
    checkName(incoming, place, named)
    checkContent(struct.item, place)
  }
  checkMarkers(ordered, named)
}

/** What a block is called is said once, with the block: threads and sources lean on it. Notes in `named` that it is. */
function checkName(incoming: Incoming, place: Place, named: Set<string>): void {
  if (place.kind !== 'entry' || !isName(place.key)) return
  const { id } = place.marker
  const isNew = findNew(incoming, id)?.item === place.marker
  const name = nameOf(id, place.key)
  if (!isNew || named.has(name)) throw new RefusedUpdate('id-changed', 'A block keeps its id.')
  named.add(name)
}

function nameOf({ client, clock }: Y.ID, key: string): string {
  return `${client}:${clock}:${key}`
}

/** A new block says its id with itself. */
function checkMarkers(structs: readonly NewStruct[], named: ReadonlySet<string>): void {
  for (const { item, place } of structs) {
    if (!(item.content instanceof Y.ContentType) || place?.kind === 'collected') continue
    if (!named.has(nameOf(item.id, 'id')))
      throw new RefusedUpdate('foreign-content', 'A new block has no id.')
  }
}

function checkDeletion(item: Y.Item, place: Place): void {
  if (item.content instanceof Y.ContentType || isEnd(item)) {
    throw new RefusedUpdate('marker-deleted', 'Blocks are hidden, never deleted.')
  }
  if (place.kind === 'entry' && isName(place.key)) {
    throw new RefusedUpdate('id-changed', 'A block keeps its id.')
  }
}
