import type * as Y from 'yjs'
import { MinutaError } from '../../shared/errors/errors.ts'
import { parseRoomName, type RoomName, type RoomParts } from '../../shared/ids/ids.ts'
import type { MoveMap } from '../../shared/text/moves.ts'
import { JournalError } from '../journal/journal.ts'
import type { Room } from '../sync/room.ts'
import { RoomStopped } from '../sync/room-stopped.ts'
import type { Rooms } from '../sync/rooms.ts'

/** Times a reading is tried when one of its rooms stops under it. */
const MAX_TRIES = 3

/**
 * Reads several rooms at one moment, when all that they hold is on disk (SY1). Nothing is written, not even that it
 * was read: what a plan shows of the notes must not stand in the journal a second time, where redaction (JR4) would
 * have to find it.
 */
export async function readRooms<Result>(
  rooms: Rooms,
  names: readonly RoomName[],
  read: (docOf: (room: RoomName) => Y.Doc, movesOf: (room: RoomName) => MoveMap) => Result,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const held = new Map<RoomName, Room>()
    try {
      // In the order of their names, as commands hold them, so that no two holders wait for each other.
      for (const name of [...new Set(names)].sort()) {
        const room = await rooms.get(name, partsOf(name))
        await room.hold()
        held.set(name, room)
      }
      const documentOf = (name: RoomName): Room['document'] => {
        const room = held.get(name)
        if (room === undefined) throw new Error(`${name} was not asked for.`)
        return room.document
      }
      return read(
        (name) => documentOf(name).doc,
        (name) => documentOf(name).moves,
      )
    } catch (error) {
      if (error instanceof JournalError) throw new MinutaError('storage')
      if (!(error instanceof RoomStopped)) throw error
      if (attempt === MAX_TRIES) throw new MinutaError('storage')
    } finally {
      for (const room of held.values()) room.release()
    }
  }
}

function partsOf(name: RoomName): RoomParts {
  const parsed = parseRoomName(name)
  if (parsed === null) throw new Error(`${name} names no room.`)
  return parsed.parts
}
