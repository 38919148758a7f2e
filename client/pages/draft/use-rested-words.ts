import { useEffect, useState } from 'react'
import type { DraftDesk } from './draft-desk.ts'

/** Words rest for so long before what is read from them is read again: nothing moves under somebody who types. */
const REST_MS = 1000

/** Counts the times at which all words of the draft have come to rest after a change; stands still while not `isWanted`. */
export function useRestedWords({ watch }: DraftDesk, isWanted: boolean): number {
  const [version, setVersion] = useState(0)
  useEffect(() => {
    if (!isWanted) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = watch.subscribeTexts(() => {
      clearTimeout(timer)
      timer = setTimeout(() => setVersion((before) => before + 1), REST_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [watch, isWanted])
  return version
}
