import { MinutaError } from '../../shared/errors/errors.ts'
import { can } from '../../shared/permissions/can.ts'
import type { Action } from '../../shared/permissions/policy.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import type { MeetingFacts } from '../../shared/permissions/room-access.ts'
import type { Registry } from '../registry/registry.ts'

/** Where rights are looked up. */
export type RightsSource = Pick<Registry, 'facts' | 'member'>

/** Who asks, as they are now, and what of the meeting decides about it. */
export interface Rights {
  readonly principal: MemberPrincipal
  readonly facts: MeetingFacts
}

/**
 * Makes sure that a member may do something in their meeting now. Asked when a command is carried out: it may have
 * waited, and role or phase may have changed meanwhile. Throws MinutaError `forbidden`.
 */
export function requireRight(registry: RightsSource, by: MemberPrincipal, action: Action): Rights {
  const facts = registry.facts(by.meeting)
  const member = registry.member(by.meeting, by.member)
  if (facts === null || member === null) throw new MinutaError('forbidden')
  const { role, mechanism, topics } = member
  const principal = { ...by, role, mechanism, topics }
  if (!can(principal, action, facts)) throw new MinutaError('forbidden')
  return { principal, facts }
}
