import * as Y from 'yjs'
import type { DeletedRange } from '../../shared/text/changed-text.ts'
import { Cuts } from './cuts.ts'
import type { DeletedEnds } from './deletions.ts'
import type { Effort } from './effort.ts'
import type { Incoming } from './incoming.ts'
import { Integration } from './integration.ts'
import { countJoins } from './joins.ts'
import type { NewStruct } from './new-struct.ts'
import { Shadow } from './shadow.ts'

/** An update that has passed all checks but those of its order and its cost. */
export interface Checked {
  readonly incoming: Incoming
  /** Its new structs, each with its place, in the order in which Yjs integrates them. */
  readonly ordered: readonly NewStruct[]
  readonly deleted: ReadonlyMap<Y.Item, DeletedEnds>
}

/**
 * Plays what Yjs 13 will do with an update, without touching the document. Throws RefusedUpdate where an item stands
 * between neighbours that no honest client names, or where it would cost too much. Gives the lists as they will be and
 * the cuts to be made before.
 */
export function rehearse(doc: Y.Doc, checked: Checked, effort: Effort): { shadow: Shadow; cuts: Cuts } {
  const { incoming, ordered } = checked
  const cuts = findCuts(doc, incoming, effort)
  const shadow = new Shadow(doc, incoming, cuts, effort)
  const integration = new Integration(shadow, effort)
  const deleted = new Map(checked.deleted)
  for (const struct of ordered) {
    const { place } = struct
    if (place === null || place.kind === 'collected') continue
    const after = integration.integrate(struct, place)
    // Of an attribute's values only the last one stays.
    if (place.kind === 'entry' && after !== null) deleted.set(after.item, { first: true, last: true })
  }
  countJoins(doc, { incoming, shadow, cuts, deleted }, effort)
  return { shadow, cuts }
}

/**
 * Tells whether an update is a run of characters between two that stand side by side, with nothing to cut: what
 * typing brings. It needs no rehearsal, which would take longer than all the rest.
 */
export function isTyping(doc: Y.Doc, { incoming, ordered }: Pick<Checked, 'incoming' | 'ordered'>): boolean {
  const [struct] = ordered
  if (struct === undefined || ordered.length > 1) return false
  if (incoming.deletes.length > 0 || incoming.known.length > 0) return false
  const { item, from, place } = struct
  if (place?.kind !== 'text' || from > item.id.clock || item.origin === null) return false
  const left = Y.getItem(doc.store, item.origin)
  if (left.id.clock + left.length !== item.origin.clock + 1) return false
  return Y.compareIDs(left.right?.id ?? null, item.rightOrigin)
}

/** Finds where Yjs will cut what the document has. */
function findCuts(doc: Y.Doc, incoming: Incoming, effort: Effort): Cuts {
  const cuts = new Cuts(doc)
  for (const list of incoming.structs.values()) for (const { item } of list) cuts.beside(item)
  for (const item of incoming.known) cuts.beside(item)
  let last: DeletedRange | null = null
  for (const range of incoming.deletes) {
    cuts.around(range)
    if (last?.client === range.client && last.clock + last.length === range.clock) {
      // Ranges that touch, as Yjs never writes them: it cuts between the two, and joins them again.
      const length = (doc.store.clients.get(range.client)?.length ?? 0) + 2 * incoming.deletes.length
      effort.openGap(length)
      effort.closeGap(length)
    }
    last = range
  }
  return cuts
}
