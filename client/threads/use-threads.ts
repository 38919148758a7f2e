import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ThreadRoom, ThreadSubject } from '../../shared/threads/thread-facts.ts'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import type { Entry } from '../outbox/entry.ts'
import type { ThreadWish } from '../outbox/thread-wish.ts'
import { useAllEntries, useOutbox } from '../outbox/use-outbox.ts'
import { isThreadWish, threadEntries } from '../outbox/wish.ts'
import { isTold } from './is-told.ts'
import type { ShownThread } from './thread.ts'
import { type ThreadWatch, threadWatchOf } from './thread-watch.ts'
import { withWaiting } from './with-waiting.ts'

/** Gives what of my wishes about comments is on its way; again at each change. */
export function useEntries(): readonly Entry<ThreadWish>[] {
  const entries = useAllEntries()
  return useMemo(() => threadEntries(entries), [entries])
}

/** Gives the watch over a room's threads and, for the drafting group, over internal ones: one for the page. */
export function useThreadWatch(room: Exclude<ThreadRoom, 'drafting'>): ThreadWatch {
  const { id, me, may } = useMeeting()
  const isDrafting = may('read-drafting')
  return useMemo(
    () => threadWatchOf(id, me.id, isDrafting ? [room, 'drafting'] : [room]),
    [id, me.id, room, isDrafting],
  )
}

/**
 * Gives the threads kept in a room and, for the drafting group, their internal ones; what I wished shows at once. Others
 * never open the drafting room: they are sent nothing of it (SY2).
 */
export function useThreads(
  room: Exclude<ThreadRoom, 'drafting'>,
  isWanted: (subject: ThreadSubject) => boolean,
): readonly ShownThread[] {
  const { me } = useMeeting()
  const outbox = useOutbox()
  const entries = useEntries()
  const watch = useThreadWatch(room)
  const told = useSyncExternalStore(watch.subscribe, watch.threads)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an entry may be sent after its room has told it.
  useEffect(
    () => outbox.told(({ wish }) => isThreadWish(wish) && isTold(wish, told)),
    [outbox, told, entries],
  )
  return useMemo(
    () => withWaiting(told, entries, me.id).filter(({ subject }) => isWanted(subject)),
    [told, entries, me.id, isWanted],
  )
}
