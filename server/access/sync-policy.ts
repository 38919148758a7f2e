import type { MemberId, RoomParts } from '../../shared/ids/ids.ts'
import { roomAccess } from '../../shared/permissions/room-access.ts'
import type { Registry } from '../registry/registry.ts'
import type { Visitor } from '../sync/connection.ts'
import type { SyncPolicy } from '../sync/sync-server.ts'
import { isSecure, originAllowed, signInOf } from './caller.ts'
import { schemeReader } from './scheme.ts'

/** Decides about sockets by the registry and the one policy. What is not there and what is not allowed look alike. */
export function syncPolicy(
  registry: Registry,
  publicUrl: string | undefined,
  trustProxy: Parameters<typeof schemeReader>[0],
): SyncPolicy {
  const schemeOf = schemeReader(trustProxy)
  return {
    originAllowed: (request) => originAllowed(request, schemeOf(request), publicUrl),
    signInOf: (request) => signInOf(request, isSecure(schemeOf(request), publicUrl)),
    admit: (signIn, parts) => admit(registry, signIn, parts),
  }
}

function admit(registry: Registry, signIn: string | null, parts: RoomParts): ReturnType<SyncPolicy['admit']> {
  const principal = signIn === null ? null : registry.principal(signIn, parts.meeting)
  if (principal === null) return 'signed-out'
  const facts = registry.facts(parts.meeting)
  const isKnown = facts !== null && (parts.kind !== 'notes' || facts.topics.has(parts.topic))
  if (!isKnown) return 'not-found'
  const { read, write } = roomAccess(principal, parts, facts)
  const member = registry.member(parts.meeting, principal.member)
  if (!read || member === null) return 'forbidden'
  const { name, role, mechanism, colour } = member
  const visitor: Visitor = {
    member: { id: member.id as MemberId, name, role, mechanism, colour },
    mayWrite: write,
    // In session everything is written that is ever written.
    mayBeLate: roomAccess(principal, parts, { ...facts, phase: 'in-session' }).write,
  }
  return visitor
}
