import type { MeetingId, RoomParts } from '../ids/ids.ts'
import { can, type Thing } from './can.ts'
import type { Action } from './policy.ts'
import type { Phase, Principal, TopicReaders } from './principal.ts'

/** What of a meeting decides who may open which room. */
export interface MeetingFacts {
  readonly meeting: MeetingId
  readonly phase: Phase
  /** Who may open the notes of each topic. A topic that is not here does not exist. */
  readonly topics: ReadonlyMap<string, TopicReaders>
}

/** What a principal may do in a room. */
export interface RoomAccess {
  readonly read: boolean
  readonly write: boolean
}

/** The action to ask for to read a room; null where no membership is enough: the projection has a link of its own. */
export function readAction({ kind }: RoomParts): Action | null {
  switch (kind) {
    case 'notes':
      return 'read-notes'
    case 'draft':
      return 'read-draft'
    case 'ledger':
      return 'read-ledger'
    case 'drafting':
      return 'read-drafting'
    case 'person':
      return 'read-person'
    case 'screen':
      return null
  }
}

/** The action to ask for to write a room's text; null for the rooms that only the server writes. */
export function writeAction({ kind }: RoomParts): Action | null {
  if (kind === 'notes') return 'write-notes'
  return kind === 'draft' ? 'write-draft' : null
}

/** Decides about a room by the one policy (SY2, SY9). Nobody writes what they may not read. */
export function roomAccess(principal: Principal, parts: RoomParts, facts: MeetingFacts): RoomAccess {
  const thing = parts.meeting === facts.meeting ? thingOf(parts, facts) : null
  const may = (action: Action | null): boolean =>
    thing !== null && action !== null && can(principal, action, thing)
  const read = may(readAction(parts))
  return { read, write: read && may(writeAction(parts)) }
}

function thingOf(parts: RoomParts, { meeting, phase, topics }: MeetingFacts): Thing | null {
  if (parts.kind === 'person') return { meeting, phase, owner: parts.member }
  if (parts.kind !== 'notes') return { meeting, phase }
  const readers = topics.get(parts.topic)
  return readers === undefined ? null : { meeting, phase, topic: { id: parts.topic, readers } }
}
