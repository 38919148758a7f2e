import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { loadAllMessages } from '../i18n/load-catalogue.ts'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import type { Entry } from '../outbox/entry.ts'
import type { ItemWords } from '../outbox/item-words.ts'
import { keepAgain, onceKept } from '../outbox/kept-words.ts'
import type { MyOutbox } from '../outbox/my-outbox.ts'
import { splitEntries } from '../outbox/split-entries.ts'
import { isThreadWish, type Wish, waysOf } from '../outbox/wish.ts'
import type { RoomState } from '../sync/room-state.ts'
import { useRoomField } from '../sync/use-room.ts'
import { CHANGES_REFUSED, COMMENTS_REFUSED } from './which-banner.ts'

/** What this page sends, whichever it is. */
interface Sending {
  readonly outbox: MyOutbox
  readonly words: ItemWords
}

/**
 * Sends comments and changes of the draft that wait, on whatever page of the meeting one is, and gives how they stand as
 * if they were rooms' words: then the status word and the banners speak for them too. Those that were refused stand
 * apart: nothing more happens to them, or to what waits behind them, until their writer has looked.
 */
export function useOutboxStates(): readonly RoomState[] {
  const { me, ledger } = useMeeting()
  const link = useRoomField(ledger, 'link')
  const sending = useSending()
  useEffect(() => {
    if (link !== 'online') return
    keepAgain(me.id)
    sending?.outbox.poke()
  }, [sending, link, me.id])
  const outbox = sending?.outbox
  const words = sending?.words
  const entries = useSyncExternalStore(outbox?.subscribe ?? subscribeToNothing, outbox?.entries ?? nothing)
  const typed = useSyncExternalStore(words?.subscribe ?? subscribeToNothing, words?.all ?? noWords)
  return useMemo(() => {
    const kept = outbox?.cannotKeep === false && words?.cannotKeep === false
    const stateOf = (times: readonly number[], changes: Partial<RoomState>): RoomState[] => {
      if (times.length === 0) return []
      const unsaved = { unsaved: times.length, keptCount: times.length, unsavedSince: Math.min(...times) }
      return [{ ...ledger.state, link, mayWrite: true, fault: null, kept, ...unsaved, ...changes }]
    }
    const { waiting, refused } = splitEntries(entries, waysOf)
    const isOfComments = refused.every(({ wish }) => isThreadWish(wish))
    const fault = { code: isOfComments ? COMMENTS_REFUSED : CHANGES_REFUSED, hint: '' }
    return [
      ...stateOf([...waiting.map(({ at }) => at), ...timesOf(typed, entries)], {}),
      ...stateOf(
        refused.map(({ at }) => at),
        { link: 'closed', fault },
      ),
    ]
  }, [entries, typed, outbox, words, ledger, link])
}

/** A new item and its words are one change, until the item is there. */
function timesOf(typed: ReturnType<ItemWords['all']>, entries: readonly Entry<Wish>[]): number[] {
  const made = new Set(
    entries.flatMap(({ wish, isSent }) => (isSent || !('item' in wish) ? [] : [wish.item])),
  )
  return [...typed].flatMap(([item, { at }]) => (made.has(item) ? [] : [at]))
}

/** Nobody waits for it before there is something to send. */
function useSending(): Sending | null {
  const { id: meeting, me } = useMeeting()
  const [sending, setSending] = useState<Sending | null>(null)
  useEffect(() => {
    const keeper = { member: me.id, meeting }
    // With the words that tell of it, which are not among the first pages' own.
    const load = () => Promise.all([import('../outbox/sending.ts'), loadAllMessages()])
    return onceKept(['outbox', 'item'], keeper, load, ([{ startSending }]) => {
      const started = startSending(keeper)
      setSending(started)
      return started.stop
    })
  }, [me.id, meeting])
  return sending
}

const NONE = [] as const
const nothing = () => NONE
const NO_WORDS: ReturnType<ItemWords['all']> = new Map()
const noWords = () => NO_WORDS
const subscribeToNothing = () => () => undefined
