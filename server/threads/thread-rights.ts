import { MinutaError } from '../../shared/errors/errors.ts'
import { type MemberId, parseRoomName, type RoomName, type RoomParts } from '../../shared/ids/ids.ts'
import { can } from '../../shared/permissions/can.ts'
import type { Action } from '../../shared/permissions/policy.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import { type MeetingFacts, roomAccess } from '../../shared/permissions/room-access.ts'
import type { CommentPart, ThreadRoom } from '../../shared/threads/thread-facts.ts'
import { type Rights, requireRight } from '../draft/current-rights.ts'
import type { Registry } from '../registry/registry.ts'

/** What deciding about threads leans on. */
export type ThreadRegistry = Pick<Registry, 'facts' | 'member' | 'meeting'>

/** Who asks, as they are now, and a room that they may read. */
export interface RoomRights extends Rights {
  readonly name: RoomName
  readonly parts: RoomParts
}

/** Makes sure that somebody may read a room of threads now. Throws MinutaError `not-found` or `forbidden`. */
export function requireRoom(
  registry: Pick<Registry, 'facts' | 'member'>,
  by: MemberPrincipal,
  room: ThreadRoom | 'draft',
): RoomRights {
  const rights = requireRight(registry, by, 'read-ledger')
  const parsed = parseRoomName(`m/${by.meeting}/${room}`)
  if (parsed === null) throw new MinutaError('not-found')
  if (parsed.parts.kind === 'notes' && !rights.facts.topics.has(parsed.parts.topic))
    throw new MinutaError('not-found', 'There is no such topic in this meeting.')
  if (!roomAccess(rights.principal, parsed.parts, rights.facts).read) throw new MinutaError('forbidden')
  return { ...rights, ...parsed }
}

/** Makes sure that somebody may write a comment in a room now. Throws MinutaError `forbidden`. */
export function requireComment({ principal, facts, parts }: RoomRights): void {
  const action = parts.kind === 'drafting' ? 'comment-internally' : 'comment'
  if (!can(principal, action, facts)) throw new MinutaError('forbidden')
}

/** Makes sure that somebody may do something to what `owner` wrote. Throws MinutaError `forbidden`. */
export function requireOwned({ principal, facts }: RoomRights, action: Action, owner: string): void {
  if (!can(principal, action, { ...facts, owner: owner as MemberId })) throw new MinutaError('forbidden')
}

/**
 * Makes sure that whoever is mentioned is in the meeting, and that a member may read what they are called to. What
 * stood there `before` is not asked again: people leave. Throws MinutaError.
 */
export function requireMentions(
  registry: ThreadRegistry,
  { facts, parts: room }: RoomRights,
  parts: readonly CommentPart[],
  before: readonly CommentPart[] = [],
): void {
  const known = new Set(before.map((part) => (typeof part === 'string' ? '' : `${part.of}/${part.id}`)))
  const { mechanisms } = registry.meeting(facts.meeting) ?? { mechanisms: {} }
  for (const part of parts) {
    if (typeof part === 'string' || known.has(`${part.of}/${part.id}`)) continue
    if (part.of === 'member') requireReader(registry, facts, room, part.id)
    else if (!Object.hasOwn(mechanisms, part.id))
      throw new MinutaError('mention-unknown', undefined, { mechanism: part.id })
  }
}

function requireReader(registry: ThreadRegistry, facts: MeetingFacts, room: RoomParts, id: string): void {
  const member = registry.member(facts.meeting, id)
  if (member === null) throw new MinutaError('mention-unknown', undefined, { member: id })
  const { role, mechanism, topics } = member
  const reader = {
    kind: 'member',
    meeting: facts.meeting,
    member: id as MemberId,
    role,
    mechanism,
    topics,
  } as const
  if (!roomAccess(reader, room, facts).read)
    throw new MinutaError('mention-closed', undefined, { member: id })
}
