import { useEffect, useSyncExternalStore } from 'react'
import type { Authorship } from '../sync/authorship.ts'
import type { RoomClient } from '../sync/room-client.ts'

/** Gives who typed what in a room, live for as long as the component stands. */
export function useWatchedAuthorship(room: RoomClient): Authorship {
  // Left on when the component goes: the room closes soon, and others of its readers may have asked too.
  useEffect(() => room.watchAuthorship(true), [room])
  return useSyncExternalStore(room.subscribe, () => room.authorship)
}
