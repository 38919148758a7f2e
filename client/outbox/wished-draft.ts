import type { DraftItem, ItemType } from '../../shared/draft/draft-item.ts'
import type { DraftWish, MoveTarget, NewItemWish } from './draft-wish.ts'
import type { Entry } from './entry.ts'
import { splitEntries } from './split-entries.ts'
import { waysOf } from './wish.ts'

/** What of an item says where it stands. */
export interface Placed {
  readonly id: string
  readonly type: ItemType
  readonly section: string
  /** The recommendation that it is another version of (AD2). */
  readonly alternativeOf?: string | null
}

/** Gives an item that has left the draft. */
type Removed = (item: string) => Placed | null

/** Gives those of the wishes for the draft that are shown as done: none that was refused, or waits behind one that was. */
export function shownWishes(entries: readonly Entry<DraftWish>[]): readonly DraftWish[] {
  const stuck = new Set(splitEntries(entries, waysOf).refused)
  return entries.flatMap((entry) => (stuck.has(entry) ? [] : [entry.wish]))
}

/**
 * Gives the items as they stand once all wishes are carried out, in the order in which they were wished. `removed` finds
 * what has left the draft: such an item was made before, whatever is still said of its making.
 */
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
      return shown.some(({ id }) => id === item) || removed(item) !== null ? shown : withNew(shown, wish)
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
export function headOf(shown: readonly Placed[], item: string | null): string | null {
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

/** Gives the items as they stand after a move. An item that is not there leaves all as it is. */
export function applyMove<Item extends Placed>(
  items: readonly Item[],
  id: string,
  target: MoveTarget,
): readonly Item[] {
  const moved = items.find((item) => item.id === id)
  if (moved === undefined) return items
  const rest = items.filter((item) => item.id !== id)
  const inside = rest.filter(({ section }) => section === target.section)
  // Behind something that has gone meanwhile is the section's end, as on the server.
  const behind =
    target.after === null ? undefined : (inside.find((item) => item.id === target.after) ?? inside.at(-1))
  const [first] = inside
  const at = behind !== undefined ? rest.indexOf(behind) + 1 : first !== undefined ? rest.indexOf(first) : -1
  return rest.toSpliced(at < 0 ? rest.length : at, 0, { ...moved, section: target.section })
}
