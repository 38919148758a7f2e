import { cachedRooms, cacheName, forgetEntry, readEntry } from './cache-directory.ts'
import { deleteDatabase } from './room-cache.ts'

/** Takes away all that this browser keeps for a member: they signed out. */
export async function clearCaches(member: string): Promise<void> {
  const rooms = cachedRooms(member)
  await Promise.all(
    rooms.map(async (room) => {
      const entry = readEntry(member, room)
      forgetEntry(member, room)
      if (entry !== null) await deleteDatabase(cacheName(member, room, entry.epoch))
    }),
  )
}
