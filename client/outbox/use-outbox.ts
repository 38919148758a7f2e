import { useSyncExternalStore } from 'react'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import type { Entry } from './entry.ts'
import { type ItemWords, itemWordsOf } from './item-words.ts'
import { type MyOutbox, outboxOf } from './my-outbox.ts'
import type { Wish } from './wish.ts'

/** Gives my outbox in this meeting. */
export function useOutbox(): MyOutbox {
  const { id, me } = useMeeting()
  return outboxOf({ member: me.id, meeting: id })
}

/** Gives all of my wishes that are on their way; again at each change. */
export function useAllEntries(): readonly Entry<Wish>[] {
  const outbox = useOutbox()
  return useSyncExternalStore(outbox.subscribe, outbox.entries)
}

/** Gives my words for items that are not there yet. */
export function useItemWords(): ItemWords {
  const { id, me } = useMeeting()
  return itemWordsOf({ member: me.id, meeting: id })
}
