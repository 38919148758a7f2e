import type { MeetingId, MemberId, RoomParts } from '../ids/ids.ts'

/** The roles of design §9. */
export type Role = 'chair' | 'rapporteur' | 'participant' | 'observer'

/** The phases of format.md; the chair sets them. */
export type Phase =
  | 'preparation'
  | 'in-session'
  | 'draft-in-the-room'
  | 'comments'
  | 'silence'
  | 'adopted'
  | 'archived'

/** Who may open a topic's notes: the chair sets it per topic; by default all members. */
export type TopicReaders = 'drafting' | 'members' | 'all'

/** An authenticated caller, in one meeting. */
export interface Principal {
  readonly meeting: MeetingId
  readonly member: MemberId
  readonly role: Role
  /** Topics a rapporteur is assigned to. */
  readonly topics: readonly string[]
}

/** What a principal asks to do. */
export type Action =
  | 'read-notes'
  | 'write-notes'
  | 'read-draft'
  | 'write-draft'
  | 'read-ledger'
  | 'read-drafting'
  | 'read-person'
  | 'set-up'
  | 'merge'

/** What it is to be done to, and what decides about it. */
export interface Thing {
  readonly meeting: MeetingId
  readonly phase: Phase
  readonly topic?: string
  readonly readers?: TopicReaders
  readonly member?: MemberId
}

const DRAFTING: ReadonlySet<Role> = new Set(['chair', 'rapporteur'])
const MEMBERS: ReadonlySet<Role> = new Set(['chair', 'rapporteur', 'participant', 'observer'])
/** Phases in which notes, or the draft, may be written at all (format.md, Phases). */
const NOTES_OPEN: ReadonlySet<Phase> = new Set(['preparation', 'in-session', 'draft-in-the-room', 'comments'])
const DRAFT_OPEN: ReadonlySet<Phase> = NOTES_OPEN

/** Decides whether a principal may do something (design §9): for HTTP, for sync, for buttons. Unknown is refused. */
export function can(principal: Principal, action: Action, thing: Thing): boolean {
  if (principal.meeting !== thing.meeting || !MEMBERS.has(principal.role)) return false
  const { role } = principal
  switch (action) {
    case 'read-notes':
      return thing.readers === 'drafting' ? DRAFTING.has(role) : thing.topic !== undefined
    case 'write-notes':
      if (!NOTES_OPEN.has(thing.phase) || thing.topic === undefined) return false
      return role === 'chair' || (role === 'rapporteur' && principal.topics.includes(thing.topic))
    case 'write-draft':
    case 'merge':
      return DRAFT_OPEN.has(thing.phase) && DRAFTING.has(role)
    case 'read-draft':
    case 'read-ledger':
      return true
    case 'read-drafting':
      return DRAFTING.has(role)
    case 'read-person':
      return thing.member === principal.member
    case 'set-up':
      return role === 'chair'
    default:
      return false
  }
}

/** What a principal may do in a room. */
export interface RoomAccess {
  readonly read: boolean
  readonly write: boolean
}

const NO_ACCESS: RoomAccess = Object.freeze({ read: false, write: false })

/** Decides about a room, by the same policy. `thing` says the meeting's phase and, for notes, who may open the topic. */
export function roomAccess(principal: Principal, parts: RoomParts, thing: Thing): RoomAccess {
  if (parts.meeting !== thing.meeting) return NO_ACCESS
  switch (parts.kind) {
    case 'notes': {
      const notes = { ...thing, topic: parts.topic }
      const read = can(principal, 'read-notes', notes)
      return { read, write: read && can(principal, 'write-notes', notes) }
    }
    case 'draft':
      return { read: can(principal, 'read-draft', thing), write: can(principal, 'write-draft', thing) }
    case 'ledger':
      return { read: can(principal, 'read-ledger', thing), write: false }
    case 'drafting':
      return { read: can(principal, 'read-drafting', thing), write: false }
    case 'person':
      return { read: can(principal, 'read-person', { ...thing, member: parts.member }), write: false }
    // The projection has a link of its own, which is no membership.
    case 'screen':
      return NO_ACCESS
  }
}
