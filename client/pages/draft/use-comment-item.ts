import { nanoid } from 'nanoid'
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useDrafts } from '../../threads/use-drafts.ts'
import { selectedPassage } from './comment-passage.ts'
import { useDraft } from './draft-context.ts'

/** What leads to the threads of an item. */
interface ItemComments {
  /** Shows them in the panel. */
  show(item: string): void
  /** Begins a thread on the selected words of an item, or on the whole of it; null: I may not. */
  readonly begin: ((item: string) => void) | null
}

/** Gives the ways to an item's threads. */
export function useCommentItem(): ItemComments {
  const { desk, acts } = useDraft()
  const { may } = useMeeting()
  const drafts = useDrafts()
  const [, setSearch] = useSearchParams()
  const show = useCallback(
    (item: string) => {
      acts.select(item)
      const next = new URLSearchParams(window.location.search)
      next.set('panel', 'comments')
      setSearch(next, { replace: true, state: { isSamePage: true } })
      acts.openPanel(item)
    },
    [acts, setSearch],
  )
  const begin = useCallback(
    (item: string) => {
      const text = desk.watch.items.find(({ id }) => id === item)?.text
      const passage = text === undefined ? null : selectedPassage(item, text)
      const subject = { on: 'item', item, passage } as const
      // Shown first: what is begun takes the focus after the panel has had it.
      show(item)
      drafts.set(`thread:${nanoid()}`, { text: '', mentions: [], subject, internal: false, at: Date.now() })
    },
    [desk, drafts, show],
  )
  return { show, begin: may('comment') || may('comment-internally') ? begin : null }
}
