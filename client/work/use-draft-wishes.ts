import { useEffect, useState } from 'react'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import type { DraftWish } from '../outbox/draft-wish.ts'
import { readKept, whenKept } from '../outbox/kept-words.ts'

const NONE: readonly DraftWish[] = []

/** Gives my wishes for the draft that are shown as done. The outbox is loaded when there is something in it. */
export function useDraftWishes(): readonly DraftWish[] {
  const { id: meeting, me } = useMeeting()
  const [wishes, setWishes] = useState(NONE)
  useEffect(() => {
    const keeper = { member: me.id, meeting }
    let stop = (): void => undefined
    let isOpen = false
    let isWanted = true
    const open = (): void => {
      if (isOpen) return
      isOpen = true
      import('./wished.ts').then(
        ({ followWishes }) => {
          if (isWanted) stop = followWishes(keeper, setWishes)
        },
        () => {
          isOpen = false
        },
      )
    }
    if (readKept('outbox', keeper).size > 0) open()
    const stopListening = whenKept(open)
    return () => {
      isWanted = false
      stopListening()
      stop()
    }
  }, [me.id, meeting])
  return wishes
}
