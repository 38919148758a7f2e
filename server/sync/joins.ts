import * as Y from 'yjs'
import type { Cuts } from './cuts.ts'
import type { DeletedEnds } from './deletions.ts'
import type { Effort } from './effort.ts'
import { CONTENT_DELETED_REF, type Incoming } from './incoming.ts'
import type { NewStruct } from './new-struct.ts'
import type { Shadow } from './shadow.ts'

// What an end of a struct will be when Yjs looks whether it joins the one beside it. An end may be one of several.
const NOTHING = 0
const GONE = 1
const STRING = 2
const VALUES = 4

type Struct = Y.Item | Y.GC | NewStruct

/** What an update changes, so that structs which stood apart may belong together. */
export interface Changes {
  readonly incoming: Incoming
  readonly shadow: Shadow
  readonly cuts: Cuts
  readonly deleted: ReadonlyMap<Y.Item, DeletedEnds>
}

/**
 * Counts what Yjs 13 moves when it joins structs after an update (`tryToMergeWithLefts`): each run of structs that
 * belong together becomes one, and all that its client wrote after it is moved up.
 */
export function countJoins(doc: Y.Doc, changes: Changes, effort: Effort): void {
  const { incoming, deleted, cuts } = changes
  const { clients } = doc.store
  const touched = new Map<number, Set<number>>()
  for (const client of incoming.structs.keys()) touched.set(client, new Set())
  for (const { id } of deleted.keys()) {
    if (id.clock >= Y.getState(doc.store, id.client)) continue
    const index = Y.findIndexSS(clients.get(id.client) as (Y.Item | Y.GC)[], id.clock)
    const indices = touched.get(id.client) ?? new Set()
    touched.set(id.client, indices.add(index).add(index + 1))
  }
  for (const [client, indices] of touched) {
    const known = clients.get(client) ?? []
    const fresh = incoming.structs.get(client) ?? []
    const isSeam = (index: number): boolean => {
      const left = known[index - 1] ?? fresh[index - 1 - known.length]
      const right = known[index] ?? fresh[index - known.length]
      return left !== undefined && right !== undefined && joins(left, right, changes)
    }
    const length = known.length + fresh.length
    // What the known part touches of the new one is looked at there.
    const seams = [...indices].filter((index) => index < known.length && isSeam(index))
    seams.sort((one, other) => one - other)
    for (let index = known.length; index < length; index++) if (isSeam(index)) seams.push(index)
    for (const [rank, index] of seams.entries())
      if (seams[rank + 1] !== index + 1) effort.closeGap(length + cuts.count - index)
  }
}

/** Tells whether two structs that one client wrote one after the other may become one. */
function joins(left: Struct, right: Struct, changes: Changes): boolean {
  const [one, other] = [itemOf(left), itemOf(right)]
  if (one === null || other === null) return one === other
  const { origin } = other
  const goesOn = 'item' in right && right.from > other.id.clock
  if (!goesOn && (origin?.client !== one.id.client || origin.clock + 1 !== one.id.clock + one.length))
    return false
  if (!Y.compareIDs(one.rightOrigin, other.rightOrigin)) return false
  const common = endOf(left, one, 'last', changes) & endOf(right, other, 'first', changes)
  return (
    common !== NOTHING &&
    changes.shadow.isBeside(left as Exclude<Struct, Y.GC>, right as Exclude<Struct, Y.GC>)
  )
}

/** Gives what a struct holds; null: it is collected, or will be. */
function itemOf(struct: Struct): Y.Item | null {
  if (struct instanceof Y.GC) return null
  if (!('item' in struct)) return struct
  return struct.place?.kind === 'collected' ? null : struct.item
}

function endOf(struct: Struct, item: Y.Item, end: keyof DeletedEnds, { deleted }: Changes): number {
  const { content } = item
  if (item.deleted || content.getRef() === CONTENT_DELETED_REF || deleted.get(item)?.[end] === true)
    return GONE
  if (content instanceof Y.ContentString) return STRING
  if (!(content instanceof Y.ContentAny)) return NOTHING
  // A new value may be replaced within the update.
  return 'item' in struct ? VALUES | GONE : VALUES
}
