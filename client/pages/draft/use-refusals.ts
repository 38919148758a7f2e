import { useEffect, useRef } from 'react'
import { useText } from '../../i18n/text.tsx'
import type { DraftWish } from '../../outbox/draft-wish.ts'
import type { Entry } from '../../outbox/entry.ts'
import { notDoneWords, reasonWords } from '../../outbox/not-done.ts'
import { useOutbox } from '../../outbox/use-outbox.ts'
import { useToast } from '../../ui/toast.tsx'

/** As long as a toast is shown: the next one would take its place before it is read. */
const TOLD_MS = 8000

/**
 * Tells in passing what the server refuses while somebody looks at the draft, and takes it back. What is refused at
 * other times, or several at a time, stays with the banner that every page shows, and so does what has words of its own.
 */
export function useRefusals(entries: readonly Entry<DraftWish>[]): void {
  const { t } = useText()
  const toast = useToast()
  const outbox = useOutbox()
  const known = useRef<Set<string> | null>(null)
  const last = useRef(0)
  useEffect(() => {
    const refused = entries.filter((entry) => entry.refused !== null)
    const before = known.current
    known.current = new Set(refused.map(({ id }) => id))
    for (const { id, wish, refused: reason } of refused) {
      if (reason === null || before?.has(id) !== false || hasWords(wish)) continue
      if (document.visibilityState === 'hidden' || Date.now() - last.current < TOLD_MS) continue
      last.current = Date.now()
      toast.show(`${notDoneWords(t, wish)} ${reasonWords(t, wish, reason)}`)
      outbox.letGo(id)
    }
  }, [entries, outbox, t, toast])
}

/** Tells whether somebody wrote what is nowhere else: a new item, a wording for several. */
export function hasWords(wish: DraftWish): boolean {
  return (
    wish.does === 'create' || (wish.does === 'combine' && !wish.isUndo && wish.combining.words !== undefined)
  )
}
