import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import type { RoomState } from '../sync/room-state.ts'
import { useRoomField } from '../sync/use-room.ts'
import type { Outbox } from '../threads/outbox.ts'

/**
 * Sends comments that wait, on whatever page of the meeting one is, and gives how they stand as if they were a room's
 * words: then the status word speaks for them too. Null: none waits.
 */
export function useOutboxState(): RoomState | null {
  const { id, me, ledger } = useMeeting()
  const [outbox, setOutbox] = useState<Outbox | null>(null)
  const link = useRoomField(ledger, 'link')
  useEffect(() => {
    let isWanted = true
    // After the page: it waits for no comment.
    void import('../threads/my-outbox.ts').then(({ outboxOf }) => {
      if (isWanted) setOutbox(outboxOf({ member: me.id, meeting: id }))
    })
    return () => {
      isWanted = false
    }
  }, [me.id, id])
  useEffect(() => {
    if (link === 'online') outbox?.poke()
  }, [outbox, link])
  const entries = useSyncExternalStore(outbox?.subscribe ?? subscribeToNothing, outbox?.entries ?? nothing)
  return useMemo(() => {
    const waiting = entries.filter(({ isSent, refused }) => !isSent && refused === null)
    const [first] = waiting
    if (first === undefined) return null
    const kept = outbox?.cannotKeep === false
    return {
      ...ledger.state,
      link,
      mayWrite: true,
      fault: null,
      kept,
      unsaved: waiting.length,
      unsavedSince: first.at,
    }
  }, [entries, outbox, ledger, link])
}

const NONE = [] as const
const nothing = () => NONE
const subscribeToNothing = () => () => undefined
