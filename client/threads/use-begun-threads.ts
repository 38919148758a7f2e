import { useMemo } from 'react'
import type { ThreadSubject } from '../../shared/threads/thread-facts.ts'
import type { ShownThread } from './thread.ts'
import type { BegunThread } from './thread-list.tsx'
import { useAllDrafts } from './use-drafts.ts'

/** Gives the threads that I have begun here and not sent, also before a reload. */
export function useBegunThreads(
  threads: readonly ShownThread[],
  isHere: (subject: ThreadSubject) => boolean,
): readonly BegunThread[] {
  const drafts = useAllDrafts()
  return useMemo(
    () =>
      [...drafts].flatMap(([name, { subject, text }]): BegunThread[] => {
        const id = name.slice('thread:'.length)
        if (!name.startsWith('thread:') || subject === null || !isHere(subject)) return []
        return threads.some((thread) => thread.id === id) ? [] : [{ id, subject, isNew: text === '' }]
      }),
    [drafts, threads, isHere],
  )
}
