import { useEffect, useRef } from 'react'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import type { DraftWish } from '../../outbox/draft-wish.ts'
import type { Entry } from '../../outbox/entry.ts'
import { notDoneKey } from '../../outbox/not-done.ts'
import { useOutbox } from '../../outbox/use-outbox.ts'
import { useToast } from '../../ui/toast.tsx'

/** As long as a toast is shown: the next one would take its place before it is read. */
const TOLD_MS = 8000

/**
 * Tells in passing what the server refuses while somebody looks at the draft, and takes it back. What is refused at
 * other times, or several at a time, stays with the banner that every page shows, and so does a new item, which has words.
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
      if (reason === null || before?.has(id) !== false || wish.does === 'create') continue
      if (document.visibilityState === 'hidden' || Date.now() - last.current < TOLD_MS) continue
      last.current = Date.now()
      const { message, hint } = errorWords(t, reason)
      toast.show(`${t(notDoneKey(wish))} ${message} ${hint}`)
      outbox.letGo(id)
    }
  }, [entries, outbox, t, toast])
}
