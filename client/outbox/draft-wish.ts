import type { ItemType } from '../../shared/draft/draft-item.ts'
import type { Combining } from '../../shared/merge/combination.ts'
import type { CharId } from '../../shared/text/block.ts'
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
  | SplitWish
  | BracketsWish
  /** Its item is the first parent. `isUndo`: it takes a split back. */
  | {
      readonly does: 'combine'
      readonly item: string
      readonly combining: Combining
      readonly isUndo: boolean
    }
  /** Takes a combination apart, or back. */
  | { readonly does: 'apart' | 'undo'; readonly item: string; readonly merge: number }

/** An item that is to be two; the page shows it when it is. */
export interface SplitWish {
  readonly does: 'split'
  readonly item: string
  /** The character with which the second half begins. */
  readonly before: CharId
  /** The second half's id. */
  readonly second: string
  /** Takes it back. */
  readonly joining: Combining
}

/** An item that is to be made, under an id of this device. */
export interface NewItemWish {
  readonly does: 'create'
  readonly item: string
  readonly type: ItemType
  readonly target: MoveTarget
  /** The recommendation that it is another version of (AD2). */
  readonly of: string | null
}

/** Who asked for a pair of brackets, or did not (AD2). */
export interface BracketsWish {
  readonly does: 'brackets'
  /** Where the pair was seen: it may stand in another item by now. */
  readonly item: string
  readonly bracket: string
  readonly mechanism: string
  readonly asks: boolean
}

/** Says how a wish goes through the outbox. */
export function draftWays(wish: DraftWish): Ways {
  // The brackets may have been set without a connection, and arrive later; what happens to their item says nothing of them.
  if (wish.does === 'brackets')
    return { of: `brackets ${wish.bracket}`, on: [], makes: null, room: 'drafting', textRoom: 'draft' }
  const parents =
    'combining' in wish ? wish.combining.parents.map((each) => ('item' in each ? each.item : null)) : []
  const on = ['target' in wish ? wish.target.after : null, 'of' in wish ? wish.of : null, ...parents]
  return {
    of: itemKey(wish.item),
    on: on.flatMap((item) => (item === null ? [] : [itemKey(item)])),
    makes: wish.does === 'create' ? 'thing' : null,
    room: 'draft',
    textRoom: wish.does === 'split' ? 'draft' : null,
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
