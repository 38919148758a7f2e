import type { Placed } from '../../outbox/wished-draft.ts'
import type { Numbered } from './outline.ts'

/** An item in a group: in full, or (`under`) as a line that leads to the group where it is shown in full. */
export interface ViewRow<Item extends Placed> extends Numbered<Item> {
  readonly under: string | null
}

/** Some of the items, under one heading. */
export interface ViewGroup<Item extends Placed> {
  readonly id: string
  readonly rows: readonly ViewRow<Item>[]
}

/**
 * Puts items under their groups, which stand in the given order; empty ones are left out. An item that belongs to
 * several is in full under the first of them, and a reference under the others: there is one text with one caret, one
 * place for its threads, and one row to go to. Items keep their order and number. One without a group is not shown.
 */
export function groupRows<Item extends Placed>(
  items: readonly Numbered<Item>[],
  groupsOf: (item: string) => readonly string[],
  order: readonly string[],
): ViewGroup<Item>[] {
  const place = new Map(order.map((id, index) => [id, index]))
  const placeOf = (id: string): number => place.get(id) ?? order.length
  const groups = new Map<string, ViewRow<Item>[]>()
  for (const one of items) {
    const own = [...new Set(groupsOf(one.item.id))].sort((some, other) => placeOf(some) - placeOf(other))
    for (const [index, id] of own.entries()) {
      const rows = groups.get(id) ?? []
      rows.push({ ...one, under: index === 0 ? null : (own[0] ?? null) })
      groups.set(id, rows)
    }
  }
  return [...groups]
    .sort(([some], [other]) => placeOf(some) - placeOf(other))
    .map(([id, rows]) => ({ id, rows }))
}

/** Gives the ids of what is shown in full, as they are read. */
export function orderOf(groups: readonly ViewGroup<Placed>[]): string[] {
  return groups.flatMap(({ rows }) => rows.flatMap(({ item, under }) => (under === null ? [item.id] : [])))
}
