import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { loadAllMessages } from '../i18n/load-catalogue.ts'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import type { RoomState } from '../sync/room-state.ts'
import { useRoomField } from '../sync/use-room.ts'
import { keepAgain, readKept, whenKept } from '../threads/kept-words.ts'
import type { Outbox } from '../threads/outbox.ts'
import { splitEntries } from '../threads/split-entries.ts'
import type { Entry } from '../threads/wish.ts'
import { COMMENTS_REFUSED } from './which-banner.ts'

/**
 * Sends comments that wait, on whatever page of the meeting one is, and gives how they stand as if they were rooms'
 * words: then the status word and the banners speak for them too. Those that were refused stand apart: nothing more
 * happens to them, or to what waits behind them, until their writer has looked.
 */
export function useOutboxStates(): readonly RoomState[] {
  const { id, me, ledger } = useMeeting()
  const [outbox, setOutbox] = useState<Outbox | null>(null)
  const link = useRoomField(ledger, 'link')
  useEffect(() => {
    const keeper = { member: me.id, meeting: id }
    let isWanted = true
    const open = (): void => {
      // With the words that tell of it, which are not among the first pages' own.
      void Promise.all([import('../threads/my-outbox.ts'), loadAllMessages()]).then(([{ outboxOf }]) => {
        if (isWanted) setOutbox(outboxOf(keeper))
      })
    }
    // Nobody waits for it before there is a comment to send.
    if (readKept('outbox', keeper).size > 0) open()
    const stop = whenKept(open)
    return () => {
      isWanted = false
      stop()
    }
  }, [me.id, id])
  useEffect(() => {
    if (link !== 'online') return
    keepAgain(me.id)
    outbox?.poke()
  }, [outbox, link, me.id])
  const entries = useSyncExternalStore(outbox?.subscribe ?? subscribeToNothing, outbox?.entries ?? nothing)
  return useMemo(() => {
    const stateOf = ([first, ...others]: readonly Entry[], changes: Partial<RoomState>): RoomState[] => {
      if (first === undefined) return []
      const kept = outbox?.cannotKeep === false
      const count = 1 + others.length
      const unsaved = { unsaved: count, keptCount: count, unsavedSince: first.at }
      return [{ ...ledger.state, link, mayWrite: true, fault: null, kept, ...unsaved, ...changes }]
    }
    const { waiting, refused } = splitEntries(entries)
    const fault = { code: COMMENTS_REFUSED, hint: '' }
    return [...stateOf(waiting, {}), ...stateOf(refused, { link: 'closed', fault })]
  }, [entries, outbox, ledger, link])
}

const NONE = [] as const
const nothing = () => NONE
const subscribeToNothing = () => () => undefined
