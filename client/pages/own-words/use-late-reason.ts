import { useEffect, useState } from 'react'

/** A page that opens is not offline: rooms need a moment to connect. */
const GRACE_MS = 2500

/** Gives true once something has been so for longer than opening a page takes. */
export function useLateReason(is: boolean): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!is) {
      setLate(false)
      return
    }
    const timer = setTimeout(() => setLate(true), GRACE_MS)
    return () => clearTimeout(timer)
  }, [is])
  return is && isLate
}
