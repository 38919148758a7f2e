import type { ShownThread } from '../../threads/thread.ts'

interface Place {
  readonly item: string
  readonly thread: string
}

/**
 * Gives the open thread that follows, or comes before, in the order of the draft's items and, of one item, of time: from
 * the chosen one, or from the item on that has the focus. Null: there is none.
 */
export function nextThread(
  threads: readonly ShownThread[],
  order: readonly string[],
  from: { readonly item: string; readonly selected: string | null },
  step: 1 | -1,
): Place | null {
  const places = order.flatMap((item) =>
    threads.flatMap(({ id, subject, resolved }): Place[] =>
      resolved === null && subject.on === 'item' && subject.item === item ? [{ item, thread: id }] : [],
    ),
  )
  const chosen = places.findIndex(({ item, thread }) => item === from.item && thread === from.selected)
  if (chosen >= 0) return places[chosen + step] ?? null
  const start = order.indexOf(from.item)
  const isAfter = ({ item }: Place): boolean => order.indexOf(item) >= start
  const isBefore = ({ item }: Place): boolean => order.indexOf(item) < start
  return (step > 0 ? places.find(isAfter) : places.findLast(isBefore)) ?? null
}
