import { useEffect, useState } from 'react'
import { clockAt } from '../../i18n/dates.ts'

/** Gives what the clock at the meeting's place shows, minute by minute. */
export function useClock(timeZone: string): string {
  const [clock, setClock] = useState(() => clockAt(Date.now(), timeZone))
  useEffect(() => {
    setClock(clockAt(Date.now(), timeZone))
    const timer = setInterval(() => setClock(clockAt(Date.now(), timeZone)), 10_000)
    return () => clearInterval(timer)
  }, [timeZone])
  return clock
}
