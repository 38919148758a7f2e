import type { MeetingId, MemberId } from '../ids/ids.ts'

/** The roles of design §9. A member has exactly one in a meeting. */
export const ROLES = ['chair', 'rapporteur', 'participant', 'observer'] as const
export type Role = (typeof ROLES)[number]

/** The phases of format.md, in their order. The chair sets them; each can go back. */
export const PHASES = [
  'preparation',
  'in-session',
  'draft-in-the-room',
  'comments',
  'silence',
  'adopted',
  'archived',
] as const
export type Phase = (typeof PHASES)[number]

/** Who may open a topic's notes: chair and rapporteurs; participants too; observers too (the default). */
export const TOPIC_READERS = ['drafting', 'members', 'all'] as const
export type TopicReaders = (typeof TOPIC_READERS)[number]

/** An authenticated caller as a member of one meeting. */
export interface MemberPrincipal {
  readonly kind: 'member'
  readonly meeting: MeetingId
  readonly member: MemberId
  readonly role: Role
  /** The mechanism a participant speaks for. */
  readonly mechanism: string | null
  /** The topics a rapporteur is assigned to. */
  readonly topics: readonly string[]
}

/** Whoever holds the key file of the data folder: belongs to no meeting, reads and writes no text. */
export interface OperatorPrincipal {
  readonly kind: 'operator'
}

/** An authenticated caller. */
export type Principal = MemberPrincipal | OperatorPrincipal
