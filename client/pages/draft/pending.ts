import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import { applyMove, type MoveTarget } from './moves.ts'

/** A command on the draft's structure that this page already shows, before the server has said its word. */
export interface Pending {
  /** The command's own, also its Idempotency-Key. */
  readonly key: string
  readonly item: string
  readonly change: { readonly kind: 'move'; readonly target: MoveTarget } | { readonly kind: 'remove' }
  /** Where the item stood when the command was sent. */
  readonly stood: string
  /** The server has carried it out; its change of the room may still be on the way. */
  readonly answered: boolean
}

/** Says where an item stands, so that a change of place is seen. */
export function placeOf({ section, rank }: DraftItem): string {
  return `${section}/${rank}`
}

/** Gives the items as they stand once the pending commands are carried out, in the order they were given. */
export function withPending(items: readonly DraftItem[], pending: readonly Pending[]): readonly DraftItem[] {
  return pending.reduce((shown: readonly DraftItem[], { item, change }) => {
    if (change.kind === 'remove') return shown.filter(({ id }) => id !== item)
    return applyMove(shown, item, change.target)
  }, items)
}

/**
 * Gives what is still pending after the room has changed: a command is done once its item stands elsewhere or has
 * gone, by this command or by somebody else's later word; one that changed nothing is done with the answer.
 */
export function stillPending(pending: readonly Pending[], items: readonly DraftItem[]): readonly Pending[] {
  const places = new Map(items.map((item) => [item.id, placeOf(item)]))
  const left = pending.filter(({ item, stood, answered }) => places.get(item) === stood && !answered)
  return left.length === pending.length ? pending : left
}
