import { useEffect, useRef } from 'react'
import { useParams } from 'react-router'
import { bringIntoSight } from '../../ui/bring-into-sight.ts'

/** Brings the item that a link named into sight, once, as soon as it is there. */
export function useArrival(item: string | null): void {
  const { item: named = null } = useParams()
  const linked = useRef(named)
  useEffect(() => {
    if (item === null || linked.current !== item) return
    linked.current = null
    const row = document.querySelector<HTMLElement>(`article[data-item="${CSS.escape(item)}"]`)
    row?.focus({ preventScroll: true })
    if (row !== null) bringIntoSight(row)
  }, [item])
}
