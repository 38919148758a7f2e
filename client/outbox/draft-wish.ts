import type { ItemType } from '../../shared/draft/draft-item.ts'
import type { Ways } from './entry.ts'

/** Where an item goes: behind another one of a section, or (`null`) to its start. */
export interface MoveTarget {
  readonly section: string
  readonly after: string | null
}

/** Something that a member wants done to the draft's structure (DR1). */
export type DraftWish =
  | NewItemWish
  | { readonly does: 'move'; readonly item: string; readonly target: MoveTarget }
  | { readonly does: 'type'; readonly item: string; readonly type: ItemType }
  /** `of` null: it stands for itself again (AD2). */
  | { readonly does: 'alternative'; readonly item: string; readonly of: string | null }
  | { readonly does: 'remove' | 'restore'; readonly item: string }

/** An item that is to be made, under an id of this device. */
export interface NewItemWish {
  readonly does: 'create'
  readonly item: string
  readonly type: ItemType
  readonly target: MoveTarget
  /** The recommendation that it is another version of (AD2). */
  readonly of: string | null
}

/** Says how a wish goes through the outbox. */
export function draftWays(wish: DraftWish): Ways {
  const on = ['target' in wish ? wish.target.after : null, 'of' in wish ? wish.of : null]
  return {
    of: itemKey(wish.item),
    on: on.flatMap((item) => (item === null ? [] : [itemKey(item)])),
    makes: wish.does === 'create' ? 'thing' : null,
    room: 'draft',
    textRoom: null,
  }
}

/** Gives a wish as it is without an item that is not made after all; null: it goes with it. */
export function withoutItem(wish: DraftWish, gone: DraftWish): DraftWish | null {
  if (gone.does !== 'create') return wish
  const next = 'target' in wish && wish.target.after === gone.item ? { ...wish, target: gone.target } : wish
  if (!('of' in next) || next.of !== gone.item) return next
  return next.does === 'create' ? { ...next, of: gone.of } : null
}

function itemKey(item: string): string {
  return `item ${item}`
}
