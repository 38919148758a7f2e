import type * as Y from 'yjs'
import type { MeetingId } from '../../shared/ids/ids.ts'
import { parseRoomName } from '../../shared/ids/ids.ts'
import type { Registry } from '../registry/registry.ts'
import type { Rooms, Seed } from '../sync/rooms.ts'
import { seedOf } from '../sync/seed.ts'
import { copyOf, writeCopy } from './ledger-copy.ts'

/** What rooms begin with; the ledger's copy of the registry is made true whenever the ledger is loaded (JR6). */
export function seedsFor(registry: Registry): Seed {
  return (parts, isNew) => {
    return parts.kind === 'ledger' ? copyInto(registry, parts.meeting) : seedOf(parts, isNew)
  }
}

/** Brings a change of the registry to everybody who has the ledger open. */
export async function refreshLedger(rooms: Rooms, registry: Registry, meeting: MeetingId): Promise<void> {
  const parsed = parseRoomName(`m/${meeting}/ledger`)
  if (parsed === null) return
  const room = await rooms.get(parsed.name, parsed.parts)
  await room.write('command', copyInto(registry, meeting))
}

// The registry is read when it is written, not when it was asked for: of two changes, the newer one stands.
function copyInto(registry: Registry, meetingId: MeetingId): (doc: Y.Doc) => void {
  return (doc) => {
    const meeting = registry.meeting(meetingId)
    if (meeting !== null) writeCopy(doc, copyOf(meeting, registry.members(meetingId)))
  }
}
