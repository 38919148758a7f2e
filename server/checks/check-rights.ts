import { MinutaError } from '../../shared/errors/errors.ts'
import { parseRoomName, type RoomName } from '../../shared/ids/ids.ts'
import { can, type Thing } from '../../shared/permissions/can.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import { type Rights, requireRight } from '../draft/current-rights.ts'
import type { Registry } from '../registry/registry.ts'

/** What deciding about checks leans on. */
export type CheckRegistry = Pick<Registry, 'facts' | 'member' | 'meeting'>

/** Who asks, as they are now, and the notes of a topic that they may read. */
export interface TopicRights extends Rights {
  readonly room: RoomName
  readonly thing: Thing
}

/** Makes sure that somebody may read a topic's notes now. Throws MinutaError `not-found` or `forbidden`. */
export function requireTopic(
  registry: Pick<Registry, 'facts' | 'member'>,
  by: MemberPrincipal,
  topic: string,
): TopicRights {
  const rights = requireRight(registry, by, 'read-ledger')
  const { meeting, phase, topics } = rights.facts
  const readers = topics.get(topic)
  const parsed = parseRoomName(`m/${by.meeting}/notes/${topic}`)
  if (readers === undefined || parsed === null)
    throw new MinutaError('not-found', 'There is no such topic in this meeting.')
  const thing = { meeting, phase, topic: { id: topic, readers } }
  if (!can(rights.principal, 'read-notes', thing)) throw new MinutaError('forbidden')
  return { ...rights, room: parsed.name, thing }
}

/** Makes sure that somebody may speak for a mechanism of the meeting now. Throws MinutaError. */
export function requireMechanism(
  registry: CheckRegistry,
  { principal, thing }: TopicRights,
  mechanism: string,
): void {
  if (!can(principal, 'confirm-intervention', { ...thing, mechanism })) throw new MinutaError('forbidden')
  const { mechanisms } = registry.meeting(thing.meeting) ?? { mechanisms: {} }
  if (!Object.hasOwn(mechanisms, mechanism))
    throw new MinutaError('not-found', 'There is no such mechanism in this meeting.')
}

/** Makes sure that somebody may write the notes now, and so decide about corrections. Throws MinutaError. */
export function requireWriter({ principal, thing }: TopicRights): void {
  if (!can(principal, 'write-notes', thing)) throw new MinutaError('forbidden')
}

/** Tells whether somebody speaks for a mechanism that is not their own. */
export function isOnBehalf({ principal }: TopicRights, mechanism: string): boolean {
  return principal.mechanism !== mechanism
}
