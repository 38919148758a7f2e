import * as Y from 'yjs'
import type { CharId } from '../../shared/text/block.ts'
import type { DeletedRange } from '../../shared/text/changed-text.ts'
import type { NewStruct } from './new-struct.ts'

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
  | 'wipe'

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
/** Structs of one update, also those that are known: a long text has some 50,000, and each takes 200 bytes here. */
export const MAX_STRUCTS = 250_000
/** Structs that are new, some 8 µs each: a pasted book of 2 MB in lines of 100 characters has 120,000. */
export const MAX_NEW_STRUCTS = 150_000
/** Ranges that one update deletes, known or not: a long text has some 50,000, since every answer names them all. */
export const MAX_DELETED_RANGES = 200_000
/** Items that one update newly deletes. */
export const MAX_NEW_DELETIONS = 50_000

// How Yjs 13 numbers content. The first is what is left of deleted content: its length; its class is not exported.
export const CONTENT_DELETED_REF = 1
const CONTENT_DOC_REF = 9
/** Yjs keeps the kind of content in the low five bits of a struct's first byte. */
const REF_BITS = 0b11111

/** What an update brings that a document does not have yet. */
export interface Incoming {
  /** New structs of each client, in the order of their clocks, the first one starting where the document ends. */
  readonly structs: ReadonlyMap<number, readonly NewStruct[]>
  /** Items of it that the document has already: Yjs looks up what they refer to all the same. */
  readonly known: readonly Y.Item[]
  /** Everything it deletes, also what is deleted already. */
  readonly deletes: readonly DeletedRange[]
}

/** Reads an update and keeps what is new in it. Throws {@link RefusedUpdate} on what no honest client sends. */
export function readIncoming(doc: Y.Doc, update: Uint8Array): Incoming {
  const { structs: all, ds } = decode(update)
  const structs = new Map<number, NewStruct[]>()
  const knownItems: Y.Item[] = []
  let count = 0
  for (const struct of all) {
    const { client, clock } = struct.id
    if (!Number.isSafeInteger(client) || !Number.isSafeInteger(clock + struct.length)) {
      throw new RefusedUpdate('malformed', 'A number is out of range.')
    }
    // Yjs would put one without length into the document even where everything is known.
    if (struct.length === 0) throw new RefusedUpdate('malformed', 'A struct has no length.')
    const known = Y.getState(doc.store, client)
    const list = structs.get(client) ?? []
    const last = list.at(-1)
    const expected = last === undefined ? known : last.item.id.clock + last.item.length
    if (clock + struct.length <= expected) {
      if (struct instanceof Y.Item) {
        checkKnown(doc, struct)
        knownItems.push(struct)
      }
      continue
    }
    if (clock > expected)
      throw new RefusedUpdate('clock-gap', `Client ${client} goes on at ${clock}, not ${expected}.`)
    if (!(struct instanceof Y.Item))
      throw new RefusedUpdate('clock-gap', `Client ${client} leaves out new content.`)
    list.push({ item: struct, from: Math.max(clock, expected), place: null, piece: null })
    structs.set(client, list)
    if (++count > MAX_NEW_STRUCTS)
      throw new RefusedUpdate('too-much', `More than ${MAX_NEW_STRUCTS} new structs.`)
  }
  boundAdvance(doc, structs)
  return { structs, known: knownItems, deletes: readDeletes(ds) }
}

/**
 * Decodes an update as Yjs does when it applies it. Of two sections of one client Yjs would apply the last alone, and
 * of an empty one it doesn't check the count.
 */
function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  let sections = 0
  let read = 0
  class BoundedDecoder extends Y.UpdateDecoderV1 {
    override readClient(): number {
      sections++
      return super.readClient()
    }

    override readInfo(): number {
      const info = super.readInfo()
      if (++read > MAX_STRUCTS) throw new RefusedUpdate('too-much', `More than ${MAX_STRUCTS} structs.`)
      // Reading a subdocument makes a document, some hundred times as large as its bytes.
      if ((info & REF_BITS) === CONTENT_DOC_REF)
        throw new RefusedUpdate('foreign-content', 'A document may not hold another.')
      return info
    }
  }
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdateV2(update, BoundedDecoder)
  } catch (error) {
    if (error instanceof RefusedUpdate) throw error
    throw new RefusedUpdate('malformed', 'This is no Yjs update.')
  }
  if (new Set(decoded.structs.map(({ id }) => id.client)).size !== sections)
    throw new RefusedUpdate('malformed', 'A client has two sections, or an empty one.')
  return decoded
}

/** Checks what Yjs looks at before it finds that it has a struct already: it would wait for what is not there. */
function checkKnown(doc: Y.Doc, item: Y.Item): void {
  const parent: unknown = item.parent
  if (typeof parent === 'string' && !doc.share.has(parent))
    throw new RefusedUpdate('foreign-place', 'It names a foreign root.')
  for (const at of referencesOf(item)) {
    if (!(at.clock < Y.getState(doc.store, at.client)))
      throw new RefusedUpdate('unknown-reference', 'Known content refers to something that is not there.')
  }
}

/** Gives what an item of an update refers to. */
export function referencesOf(item: Y.Item): Y.ID[] {
  const parent: unknown = item.parent
  const named = typeof parent === 'string' ? null : (parent as Y.ID | null)
  return [item.origin, item.rightOrigin, named].filter((at) => at !== null)
}

function readDeletes(ds: ReturnType<typeof Y.decodeUpdate>['ds']): DeletedRange[] {
  const deletes: DeletedRange[] = []
  for (const [client, ranges] of ds.clients) {
    let end = 0
    for (const { clock, len } of ranges) {
      // In order and apart, as Yjs writes them: overlapping ones would be walked again and again.
      if (!Number.isSafeInteger(clock + len) || len <= 0 || clock < end)
        throw new RefusedUpdate('malformed', 'A range is out of range.')
      end = clock + len
      deletes.push({ client, clock, length: len })
      if (deletes.length > MAX_DELETED_RANGES)
        throw new RefusedUpdate('too-much', `It deletes more than ${MAX_DELETED_RANGES} ranges.`)
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

/** Finds a new struct by a character of it; null when it is not among them. */
export function findNew(incoming: Incoming, at: CharId): NewStruct | null {
  const list = incoming.structs.get(at.client) ?? []
  const struct = list[firstReaching(list, at.clock)]
  return struct !== undefined && struct.item.id.clock <= at.clock ? struct : null
}

/** Finds the index of the first struct of a client that ends after a clock; the list's length when none does. */
export function firstReaching(list: readonly NewStruct[], clock: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const { item } = list[middle] as NewStruct
    if (item.id.clock + item.length > clock) high = middle
    else low = middle + 1
  }
  return low
}
