import type * as Y from 'yjs'
import { type MeetingId, parseRoomName } from '../../shared/ids/ids.ts'
import type { LateWordsFact } from '../../shared/meeting/facts.ts'
import type { Journal } from '../journal/journal.ts'
import type { Rooms } from '../sync/rooms.ts'

/** Gives the same journal, which tells of a meeting in which words came too late, once they are on disk. */
export function watchLateWords(journal: Journal, tell: (meeting: MeetingId) => void): Journal {
  const append: Journal['append'] = async (batch) => {
    const seqs = await journal.append(batch)
    const meetings = (batch.facts.lateWords ?? []).map(({ room }) => parseRoomName(room)?.parts.meeting)
    for (const meeting of new Set(meetings)) if (meeting !== undefined) tell(meeting)
    return seqs
  }
  return new Proxy(journal, {
    get: (target, name) => {
      if (name === 'append') return append
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** Tells everybody who has the meeting open that words came too late, and nothing of which. */
export async function signalLateWords(rooms: Rooms, meeting: MeetingId): Promise<void> {
  const parsed = parseRoomName(`m/${meeting}/ledger`)
  if (parsed === null) return
  const room = await rooms.get(parsed.name, parsed.parts)
  await room.write('command', countChange)
}

/** Writes into a ledger that there is something new about late words: whoever may see them asks again. */
export function countChange(ledger: Y.Doc): void {
  const facts = ledger.getMap<LateWordsFact>('lateWords')
  facts.set('lateWords', { changes: (facts.get('lateWords')?.changes ?? 0) + 1 })
}
