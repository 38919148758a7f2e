import { useCallback, useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { useMeeting } from '../../meeting/meeting-provider.tsx'

/**
 * Gives the way to put an item into the address. Going through the draft leaves no trail for Back. Keys may come faster
 * than the page is drawn: what is selected is what the browser's own address says, never what was drawn last.
 */
export function useSelectItem(): (item: string) => void {
  const { id } = useMeeting()
  const navigate = useNavigate()
  const latest = useRef(navigate)
  useEffect(() => {
    latest.current = navigate
  })
  return useCallback(
    (item) => {
      const pathname = `/m/${id}/draft/${item}`
      const { pathname: now, search } = window.location
      if (now !== pathname)
        void latest.current({ pathname, search }, { replace: true, state: { isSamePage: true } })
    },
    [id],
  )
}

/** Gives the item in the address, which the page may not have drawn yet. */
export function itemInAddress(): string | null {
  return /\/draft\/([^/]+)$/.exec(window.location.pathname)?.[1] ?? null
}
