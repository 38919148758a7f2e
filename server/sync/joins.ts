import * as Y from 'yjs'
import type { Cuts } from './cuts.ts'
import type { DeletedEnds } from './deletions.ts'
import type { Effort } from './effort.ts'
import { CONTENT_DELETED_REF, type Incoming, type NewStruct } from './incoming.ts'
import type { Places } from './place.ts'
import type { Shadow } from './shadow.ts'

// What an end of a struct will be when Yjs looks whether it joins the one beside it. An end may be one of several.
const NOTHING = 0
const GONE = 1
const STRING = 2
const VALUES = 4
const COLLECTED = 8

type Struct = Y.Item | Y.GC

/** What an update changes, so that structs which stood apart may belong together. */
export interface Changes {
  readonly incoming: Incoming
  readonly places: Places
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
  const touched = new Map<number, Set<number>>()
  const seams = (client: number): Set<number> => {
    const found = touched.get(client) ?? new Set<number>()
    touched.set(client, found)
    return found
  }
  for (const [client, list] of incoming.structs) {
    const known = doc.store.clients.get(client)?.length ?? 0
    for (let index = 0; index < list.length; index++) seams(client).add(known + index)
  }
  for (const { id } of deleted.keys()) {
    if (id.clock >= Y.getState(doc.store, id.client)) continue
    const index = Y.findIndexSS(doc.store.clients.get(id.client) as Struct[], id.clock)
    seams(id.client)
      .add(index)
      .add(index + 1)
  }
  for (const [client, indices] of touched) {
    const known = doc.store.clients.get(client) ?? []
    const fresh = incoming.structs.get(client) ?? []
    const at = (index: number): Struct | NewStruct | undefined => known[index] ?? fresh[index - known.length]
    const length = known.length + fresh.length + cuts.count
    const joining = [...indices].filter((index) => joins(at(index - 1), at(index), changes))
    joining.sort((one, other) => one - other)
    joining.forEach((index, rank) => {
      if (joining[rank + 1] !== index + 1) effort.closeGap(length - index)
    })
  }
}

function joins(
  one: Struct | NewStruct | undefined,
  other: Struct | NewStruct | undefined,
  changes: Changes,
): boolean {
  if (one === undefined || other === undefined) return false
  const common = ends(one, 'last', changes) & ends(other, 'first', changes)
  if (common === NOTHING || common === COLLECTED) return common === COLLECTED
  const left = 'item' in one ? one.item : (one as Y.Item)
  const right = 'item' in other ? other.item : (other as Y.Item)
  const goesOn = 'item' in other && other.from > right.id.clock
  return (
    (goesOn || Y.compareIDs(right.origin, left.lastId)) &&
    Y.compareIDs(left.rightOrigin, right.rightOrigin) &&
    changes.shadow.isBeside(left, right)
  )
}

function ends(struct: Struct | NewStruct, end: keyof DeletedEnds, { places, deleted }: Changes): number {
  if (struct instanceof Y.GC) return COLLECTED
  const item = 'item' in struct ? struct.item : struct
  const { content } = item
  const isNew = 'item' in struct
  const kind = isNew ? places.of(item).kind : 'text'
  if (kind === 'collected') return COLLECTED
  if (item.deleted || content.getRef() === CONTENT_DELETED_REF || deleted.get(item)?.[end] === true)
    return GONE
  if (content instanceof Y.ContentString) return STRING
  if (!(content instanceof Y.ContentAny)) return NOTHING
  // A new value may be replaced within the update.
  return isNew ? VALUES | GONE : VALUES
}
