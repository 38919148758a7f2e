import { useCallback, useSyncExternalStore } from 'react'
import type { ShownThread } from '../../threads/thread.ts'
import { useThreadWatch } from '../../threads/use-threads.ts'

/** Counted once for all lines of the draft, whenever a thread changes. */
const counts = new WeakMap<readonly ShownThread[], ReadonlyMap<string, number>>()

/** Gives how many comments stand in the open threads of an item; a line is drawn again only when its own count changes. */
export function useCommentCount(item: string): number {
  const watch = useThreadWatch('ledger')
  const read = useCallback(() => countsOf(watch.threads()).get(item) ?? 0, [watch, item])
  return useSyncExternalStore(watch.subscribe, read)
}

/** Counts comments in the open threads of each item. */
export function countsOf(threads: readonly ShownThread[]): ReadonlyMap<string, number> {
  const known = counts.get(threads)
  if (known !== undefined) return known
  const made = new Map<string, number>()
  for (const { subject, resolved, comments } of threads) {
    if (subject.on !== 'item' || resolved !== null) continue
    const said = comments.filter(({ deleted }) => deleted === null).length
    made.set(subject.item, (made.get(subject.item) ?? 0) + said)
  }
  counts.set(threads, made)
  return made
}
