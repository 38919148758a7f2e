import * as Y from 'yjs'
import type { CharId } from '../../shared/text/block.ts'
import type { DeletedRange } from '../../shared/text/changed-text.ts'

/** Why an update was not let in: one code for each check of SY2. */
export type Refusal =
  | 'malformed'
  | 'foreign-client'
  | 'client-id-taken'
  | 'clock-gap'
  | 'unknown-reference'
  | 'foreign-place'
  | 'foreign-content'
  | 'marker-deleted'
  | 'id-changed'
  | 'unknown-deletion'
  | 'too-much'
  | 'read-only'

/** An update that the gate refuses. Nothing of it was applied. */
export class RefusedUpdate extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal, detail: string) {
    super(detail)
    this.name = 'RefusedUpdate'
    this.refusal = refusal
  }
}

/** Bounds of one update (SY2): far above what an hour offline brings, far below what could hurt. */
export const MAX_NEW_CLIENTS = 64
export const MAX_CLOCK_ADVANCE = 4 * 1024 * 1024

/** What an update brings that a document does not have yet. */
export interface Incoming {
  /** New structs of each client, in the order of their clocks, the first one starting where the document ends. */
  readonly structs: ReadonlyMap<number, readonly NewStruct[]>
  /** Everything it deletes, also what is deleted already. */
  readonly deletes: readonly DeletedRange[]
}

export interface NewStruct {
  readonly item: Y.Item
  /** Where the part begins that the document doesn't have. */
  readonly from: number
}

/** Reads an update and keeps what is new in it. Throws {@link RefusedUpdate} on what no honest client sends. */
export function readIncoming(doc: Y.Doc, update: Uint8Array): Incoming {
  const { structs: all, ds } = decode(update)
  const structs = new Map<number, NewStruct[]>()
  for (const struct of all) {
    const { client, clock } = struct.id
    if (!Number.isSafeInteger(client) || !Number.isSafeInteger(clock + struct.length)) {
      throw new RefusedUpdate('malformed', 'A number is out of range.')
    }
    const known = Y.getState(doc.store, client)
    const list = structs.get(client) ?? []
    const last = list.at(-1)
    const expected = last === undefined ? known : last.item.id.clock + last.item.length
    if (clock + struct.length <= expected) continue
    if (clock > expected)
      throw new RefusedUpdate('clock-gap', `Client ${client} goes on at ${clock}, not ${expected}.`)
    if (!(struct instanceof Y.Item))
      throw new RefusedUpdate('clock-gap', `Client ${client} leaves out new content.`)
    if (struct.length === 0) throw new RefusedUpdate('malformed', 'A struct has no length.')
    list.push({ item: struct, from: Math.max(clock, expected) })
    structs.set(client, list)
  }
  boundAdvance(doc, structs)
  return { structs, deletes: readDeletes(ds) }
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update)
  } catch {
    throw new RefusedUpdate('malformed', 'This is no Yjs update.')
  }
}

function readDeletes(ds: ReturnType<typeof Y.decodeUpdate>['ds']): DeletedRange[] {
  const deletes: DeletedRange[] = []
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      if (!Number.isSafeInteger(clock + len) || len <= 0)
        throw new RefusedUpdate('malformed', 'A range is out of range.')
      deletes.push({ client, clock, length: len })
    }
  }
  return deletes
}

function boundAdvance(doc: Y.Doc, structs: ReadonlyMap<number, readonly NewStruct[]>): void {
  if (structs.size > MAX_NEW_CLIENTS)
    throw new RefusedUpdate('too-much', `${structs.size} clients in one update.`)
  let advance = 0
  for (const [client, list] of structs) {
    const last = (list.at(-1) as NewStruct).item
    advance += last.id.clock + last.length - Y.getState(doc.store, client)
  }
  if (advance > MAX_CLOCK_ADVANCE) throw new RefusedUpdate('too-much', `${advance} characters in one update.`)
}

/** Finds a new item by a character of it; null when it is not among them. */
export function findNew(incoming: Incoming, at: CharId): Y.Item | null {
  const list = incoming.structs.get(at.client)
  if (list === undefined) return null
  let low = 0
  let high = list.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const { item } = list[middle] as NewStruct
    if (at.clock < item.id.clock) high = middle - 1
    else if (at.clock >= item.id.clock + item.length) low = middle + 1
    else return item
  }
  return null
}
