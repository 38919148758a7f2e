import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** Gives the thread in the address, and the way to put one there. Going from thread to thread leaves no trail for Back. */
export function useSelectedThread(): {
  selected: string | null
  select: (thread: string | null) => void
} {
  const [search, setSearch] = useSearchParams()
  const select = useCallback(
    (thread: string | null) => {
      // By the browser's own address: keys may come faster than the page is drawn.
      const next = new URLSearchParams(window.location.search)
      if (thread === null) next.delete('thread')
      else {
        next.set('thread', thread)
        next.set('panel', 'comments')
      }
      setSearch(next, { replace: true })
    },
    [setSearch],
  )
  return { selected: search.get('thread'), select }
}
