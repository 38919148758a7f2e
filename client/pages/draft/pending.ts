import type { DraftItem, ItemType } from '../../../shared/draft/draft-item.ts'
import { applyMove, type MoveTarget } from './moves.ts'

/** A command on the draft's structure that this page already shows, before the server has said its word. */
export interface Pending {
  /** The command's own, also its Idempotency-Key. */
  readonly key: string
  readonly item: string
  readonly change:
    | { readonly kind: 'move'; readonly target: MoveTarget }
    | { readonly kind: 'type'; readonly type: ItemType }
    | { readonly kind: 'remove' }
  /** Where the item stood when the command was sent. */
  readonly stood: string
  /** The server has carried it out; its change of the room may still be on the way. */
  readonly answered: boolean
}

/** Says where an item stands and as what, so that a change is seen. */
export function placeOf({ section, rank, type }: DraftItem): string {
  return `${section}/${rank}/${type}`
}

/** Gives the items as they stand once the pending commands are carried out, in the order they were given. */
export function withPending(items: readonly DraftItem[], pending: readonly Pending[]): readonly DraftItem[] {
  return pending.reduce((shown: readonly DraftItem[], { item, change }) => {
    if (change.kind === 'remove') return shown.filter(({ id }) => id !== item)
    if (change.kind === 'type')
      return shown.map((one) => (one.id === item ? { ...one, type: change.type } : one))
    return applyMove(shown, item, change.target)
  }, items)
}

/**
 * Gives what is still pending after the room has changed. The first command of an item is done once that item stands
 * elsewhere or has gone, by this command or by somebody else's later word; the next of the same item then waits for
 * the next change. One that changed nothing is done with the answer.
 */
export function stillPending(pending: readonly Pending[], items: readonly DraftItem[]): readonly Pending[] {
  const places = new Map(items.map((item) => [item.id, placeOf(item)]))
  const moved = new Set<string>()
  const left = pending.flatMap((one) => {
    if (one.answered) return []
    const place = places.get(one.item)
    if (place === one.stood) return [one]
    if (place === undefined || !moved.has(one.item)) {
      moved.add(one.item)
      return []
    }
    return [{ ...one, stood: place }]
  })
  return left.length === pending.length ? pending : left
}
