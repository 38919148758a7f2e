import { nanoid } from 'nanoid'
import { useCallback } from 'react'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useDrafts } from '../../threads/use-drafts.ts'
import { selectedPassage } from './comment-passage.ts'
import { useDraft } from './draft-context.ts'

/** Gives the way to begin a thread on the selected words of an item, or on the whole of it; null: I may not. */
export function useCommentItem(): ((item: string) => void) | null {
  const { desk, comments } = useDraft()
  const { may } = useMeeting()
  const drafts = useDrafts()
  const begin = useCallback(
    (item: string) => {
      const text = desk.watch.items.find(({ id }) => id === item)?.text
      const passage = text === undefined ? null : selectedPassage(item, text)
      const subject = { on: 'item', item, passage } as const
      // Shown first: what is begun takes the focus after the panel has had it.
      comments.open(item)
      drafts.set(`thread:${nanoid()}`, { text: '', mentions: [], subject, internal: false, at: Date.now() })
    },
    [desk, drafts, comments],
  )
  return may('comment') || may('comment-internally') ? begin : null
}
