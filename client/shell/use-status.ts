import { useEffect, useMemo, useReducer, useSyncExternalStore } from 'react'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import type { RoomClient } from '../sync/room-client.ts'
import type { RoomState } from '../sync/room-state.ts'
import { nextStatusChange, type Status, statusOf } from '../sync/status.ts'
import { useOpenRooms } from '../sync/use-room.ts'
import { useStatusRooms } from './status-sources.tsx'
import { useOutboxStates } from './use-outbox-state.ts'

/** What the status word and the banners speak from. */
export interface CurrentStatus {
  readonly status: Status
  readonly states: readonly RoomState[]
  readonly rooms: readonly RoomClient[]
}

/** Gives how things stand with the rooms of this page, and with every room that still holds unsaved words. */
export function useStatus(): CurrentStatus {
  const { ledger } = useMeeting()
  const named = useStatusRooms()
  const open = useOpenRooms()
  const statesOf = useStatesOf(open)
  const comments = useOutboxStates()
  const [, lookAgain] = useReducer((count: number) => count + 1, 0)

  const now = Date.now()
  const rooms = open.filter((room) => room === ledger || named.includes(room) || room.state.unsaved > 0)
  const ofRooms = rooms.map((room) => statesOf.get(room) ?? room.state)
  const states = [...ofRooms, ...comments]
  const next = nextStatusChange(states, now)
  useEffect(() => {
    if (next === null) return
    const timer = setTimeout(lookAgain, next - Date.now() + 1)
    return () => clearTimeout(timer)
  }, [next])
  return { status: statusOf(states, now), states, rooms }
}

/** A key changes a room three times before it is saved: what is seen of that waits until the letter is seen. */
const SOON_MS = 40

/** Gives the states of rooms; a new map soon after one of them has changed. */
function useStatesOf(rooms: readonly RoomClient[]): ReadonlyMap<RoomClient, RoomState> {
  const store = useMemo(() => {
    let states = new Map<RoomClient, RoomState>()
    return {
      subscribe: (listener: () => void) => {
        let turn: ReturnType<typeof setTimeout> | undefined
        const tellSoon = (): void => {
          turn ??= setTimeout(() => {
            turn = undefined
            listener()
          }, SOON_MS)
        }
        const stops = rooms.map((room) => room.subscribe(tellSoon))
        return () => {
          clearTimeout(turn)
          for (const stop of stops) stop()
        }
      },
      read: () => {
        const isSame = states.size === rooms.length && rooms.every((room) => states.get(room) === room.state)
        if (!isSame) states = new Map(rooms.map((room) => [room, room.state]))
        return states
      },
    }
  }, [rooms])
  return useSyncExternalStore(store.subscribe, store.read)
}
