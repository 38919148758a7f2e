import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { openRooms } from './open-rooms.ts'
import type { RoomClient } from './room-client.ts'
import type { RoomState } from './room-state.ts'

/** Gives the client of a room while the component stands; another one when the document had to start again. */
export function useRoom(room: string, member: string, writes: boolean): RoomClient {
  const read = useCallback(() => openRooms.get(room, member, writes), [room, member, writes])
  useEffect(() => openRooms.hold(room, member, writes), [room, member, writes])
  return useSyncExternalStore(openRooms.subscribe, read)
}

/** Gives a room's state, again at each change. */
export function useRoomState(client: RoomClient): RoomState {
  return useSyncExternalStore(client.subscribe, () => client.state)
}

/** Gives one field of a room's state: a component that needs no count is not drawn again at every key. */
export function useRoomField<Field extends keyof RoomState>(
  client: RoomClient,
  field: Field,
): RoomState[Field] {
  return useSyncExternalStore(client.subscribe, () => client.state[field])
}

/** Gives every room that is open now, also those that wait for their last words to be saved. */
export function useOpenRooms(): readonly RoomClient[] {
  return useSyncExternalStore(openRooms.subscribe, openRooms.clients)
}
