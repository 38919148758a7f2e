import { useEffect, useState } from 'react'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import type { DraftWish } from '../outbox/draft-wish.ts'
import { onceKept } from '../outbox/kept-words.ts'

const NONE: readonly DraftWish[] = []

/** Gives my wishes for the draft that are shown as done. The outbox is loaded when there is something in it. */
export function useDraftWishes(): readonly DraftWish[] {
  const { id: meeting, me } = useMeeting()
  const [wishes, setWishes] = useState(NONE)
  useEffect(() => {
    const keeper = { member: me.id, meeting }
    return onceKept(
      ['outbox'],
      keeper,
      () => import('./wished.ts'),
      ({ followWishes }) => followWishes(keeper, setWishes),
    )
  }, [me.id, meeting])
  return wishes
}
