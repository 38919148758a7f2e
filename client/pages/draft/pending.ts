import { keepTogether } from '../../../shared/draft/alternatives.ts'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import type { BracketsWish, DraftWish, MoveTarget, NewItemWish } from '../../outbox/draft-wish.ts'
import type { Entry } from '../../outbox/entry.ts'
import { applyMove } from './moves.ts'
import type { Placed } from './outline.ts'

/** Gives an item that has left the draft. */
type Removed = (item: string) => Placed | null

/** Gives the items as they stand once all wishes are carried out, in the order in which they were wished. */
export function withWishes(
  items: readonly Placed[],
  wishes: readonly DraftWish[],
  removed: Removed,
): readonly Placed[] {
  const before = new Map<string, Placed>()
  let shown = items
  for (const wish of wishes) {
    const own = shown.find(({ id }) => id === wish.item)
    if (wish.does === 'remove' && own !== undefined) before.set(wish.item, own)
    shown = withWish(shown, wish, (item) => before.get(item) ?? removed(item))
  }
  return shown
}

function withWish(shown: readonly Placed[], wish: DraftWish, removed: Removed): readonly Placed[] {
  const { item } = wish
  const change = (changes: Partial<Placed>): readonly Placed[] =>
    shown.map((one) => (one.id === item ? { ...one, ...changes } : one))
  switch (wish.does) {
    case 'create':
      return shown.some(({ id }) => id === item) ? shown : withNew(shown, wish)
    case 'move':
      return applyMove(shown, item, wish.target)
    case 'type':
      return change({ type: wish.type })
    case 'alternative':
      return change({ alternativeOf: headOf(shown, wish.of) })
    case 'remove':
      return shown.filter(({ id }) => id !== item)
    case 'restore': {
      const back = shown.some(({ id }) => id === item) ? null : removed(item)
      return back === null ? shown : insertByRank(shown, back)
    }
    // Shown once it is done: nobody else could say what becomes of words and sources.
    case 'split':
    case 'combine':
    case 'apart':
    case 'undo':
    // Its own menu shows it.
    case 'brackets':
      return shown
  }
}

function withNew(shown: readonly Placed[], { item: id, type, target, of }: NewItemWish): readonly Placed[] {
  const made: Placed = { id, type, section: target.section, alternativeOf: headOf(shown, of) }
  // Behind all versions of its recommendation: those stand together, in the order of the list.
  return of === null ? applyMove([...shown, made], id, target) : [...shown, made]
}

/** The first of the versions that an item belongs to: only that one has others (AD2). */
function headOf(shown: readonly Placed[], item: string | null): string | null {
  return shown.find(({ id }) => id === item)?.alternativeOf ?? item
}

/** What has no rank was made here and goes to the end of its section. */
function insertByRank(shown: readonly Placed[], item: Placed): readonly Placed[] {
  const rank = rankOf(item)
  const at = shown.findIndex((one) => one.section === item.section && rankOf(one) > rank)
  const last = shown.findLastIndex(({ section }) => section === item.section)
  return shown.toSpliced(at >= 0 ? at : last + 1, 0, item)
}

function rankOf(item: Placed & Partial<DraftItem>): string {
  return item.rank ?? ''
}

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
      return item === undefined
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
