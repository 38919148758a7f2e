import { useSyncExternalStore } from 'react'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { type CommentDraft, type DraftName, type Drafts, draftsOf } from './drafts.ts'

/** Gives my drafts in this meeting. */
export function useDrafts(): Drafts {
  const { id, me } = useMeeting()
  return draftsOf({ member: me.id, meeting: id })
}

/** Gives all that I have begun, by name; again at each change. */
export function useAllDrafts(): ReadonlyMap<string, CommentDraft> {
  const drafts = useDrafts()
  return useSyncExternalStore(drafts.subscribe, drafts.all)
}

/** Gives what I have begun under a name; null: nothing. */
export function useDraft(name: DraftName): CommentDraft | null {
  const drafts = useDrafts()
  return useSyncExternalStore(drafts.subscribe, () => drafts.all().get(name) ?? null)
}
