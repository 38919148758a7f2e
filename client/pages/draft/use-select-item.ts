import { useCallback, useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { useMeeting } from '../../meeting/meeting-provider.tsx'

/** Puts an item into the address, and with `comments` what the panel shows of its threads. */
export type SelectItem = (item: string, comments?: { readonly thread: string | null }) => void

/**
 * Gives the way to put an item into the address. Going through the draft leaves no trail for Back. Keys may come faster
 * than the page is drawn: what is selected is what the browser's own address says, never what was drawn last.
 */
export function useSelectItem(): SelectItem {
  const { id } = useMeeting()
  const navigate = useNavigate()
  const latest = useRef(navigate)
  useEffect(() => {
    latest.current = navigate
  })
  return useCallback(
    (item, comments) => {
      const pathname = `/m/${id}/draft/${item}`
      const { pathname: now, search } = window.location
      const query = new URLSearchParams(search)
      // A thread is one item's.
      if (now !== pathname || comments?.thread === null) query.delete('thread')
      if (comments !== undefined) query.set('panel', 'comments')
      if (comments != null && comments.thread !== null) query.set('thread', comments.thread)
      if (now === pathname && query.toString() === new URLSearchParams(search).toString()) return
      const after = query.size === 0 ? '' : `?${query}`
      void latest.current({ pathname, search: after }, { replace: true, state: { isSamePage: true } })
    },
    [id],
  )
}

/** Gives the item in the address, which the page may not have drawn yet. */
export function itemInAddress(): string | null {
  return /\/draft\/([^/]+)$/.exec(window.location.pathname)?.[1] ?? null
}
