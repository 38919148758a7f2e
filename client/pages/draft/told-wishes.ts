import { keepTogether } from '../../../shared/draft/alternatives.ts'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import type { BracketsWish, DraftWish, MoveTarget } from '../../outbox/draft-wish.ts'
import type { Entry } from '../../outbox/entry.ts'
import { applyMove, headOf } from '../../outbox/wished-draft.ts'

/**
 * Knows which wishes that were sent the draft's room has told. Invariants:
 * 1. Of the wishes for one item only the first is looked at: the next one comes after it.
 * 2. It is told once the item stands as it was wished, or otherwise than when the answer came: by this wish, or by
 *    somebody else's later word.
 */
export class ToldWishes {
  /** How its item stood when a wish was first looked at, by its entry. */
  readonly #stood = new Map<string, string>()

  /** Gives the entries that are told. */
  told(entries: readonly Entry<DraftWish>[], items: readonly DraftItem[]): ReadonlySet<string> {
    const places = new Map(items.map((item) => [item.id, placeOf(item)]))
    const looked = new Set<string>()
    const told = new Set<string>()
    for (const { id, wish, isSent } of entries) {
      // Of those another room tells.
      if (!isSent || wish.does === 'brackets' || looked.has(wish.item)) continue
      looked.add(wish.item)
      const place = places.get(wish.item) ?? ''
      const stood = this.#stood.get(id) ?? place
      this.#stood.set(id, place)
      if (place !== stood || isDone(wish, items)) {
        told.add(id)
        this.#stood.delete(id)
      }
    }
    return told
  }
}

function placeOf({ section, rank, type, alternativeOf }: DraftItem): string {
  return `${section}/${rank}/${type}/${alternativeOf}`
}

function isDone(wish: Exclude<DraftWish, BracketsWish>, items: readonly DraftItem[]): boolean {
  const item = items.find(({ id }) => id === wish.item)
  switch (wish.does) {
    case 'create':
    case 'restore':
      return item !== undefined
    case 'remove':
      // Words that came meanwhile bring it back at once (DR1): then it never was away.
      return item === undefined || item.gone !== null
    case 'type':
      return item === undefined || item.type === wish.type
    case 'alternative':
      return item === undefined || item.alternativeOf === headOf(items, wish.of)
    case 'move':
      return isInPlace(items, wish.item, wish.target)
    case 'split':
    case 'combine':
    case 'apart':
    case 'undo':
      return true
  }
}

function isInPlace(items: readonly DraftItem[], item: string, target: MoveTarget): boolean {
  const orderOf = (all: readonly DraftItem[]): string =>
    all.flatMap(({ id, section }) => (section === target.section ? [id] : [])).join(' ')
  return orderOf(items) === orderOf(keepTogether(applyMove(items, item, target)))
}
