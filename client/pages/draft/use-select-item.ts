import { useCallback, useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useMeeting } from '../../meeting/meeting-provider.tsx'

/** Gives the way to put an item into the address. Going through the draft leaves no trail for Back. */
export function useSelectItem(): (item: string) => void {
  const { id } = useMeeting()
  const location = useLocation()
  const navigate = useNavigate()
  const latest = useRef({ location, navigate })
  useEffect(() => {
    latest.current = { location, navigate }
  })
  return useCallback(
    (item) => {
      const { location, navigate } = latest.current
      const pathname = `/m/${id}/draft/${item}`
      if (location.pathname !== pathname)
        void navigate({ pathname, search: location.search }, { replace: true, state: { isSamePage: true } })
    },
    [id],
  )
}
