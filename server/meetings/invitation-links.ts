import type { Request } from 'express'
import { MinutaError } from '../../shared/errors/errors.ts'
import { INVITATION_MS, INVITATION_USES } from '../../shared/limits/http-limits.ts'
import type { Registry } from '../registry/registry.ts'

/** Where invitations lead: PUBLIC_URL, else an address that a phone in the room can reach. */
export interface LinkAddresses {
  readonly here: string
  readonly network: string | undefined
}

/** A link as it is shown, once. */
export interface InvitationLink {
  readonly url: string
  /** Milliseconds since 1970. */
  readonly ends: number
}

/** Makes an invitation for a member. A chair's works once: who holds it rules the meeting. */
export async function makeLink(
  registry: Registry,
  meeting: string,
  memberId: string,
  base: string,
  now: number,
): Promise<InvitationLink> {
  const member = registry.member(meeting, memberId)
  if (member === null) throw new MinutaError('not-found', 'There is no such member.')
  const ends = now + INVITATION_MS
  const uses = member.role === 'chair' ? 1 : INVITATION_USES
  const token = await registry.invite(meeting, memberId, { uses, ends, now })
  return { url: `${base}/join/${token}`, ends }
}

/**
 * Chooses the address of a link: the one that the asking browser came by, unless only this machine knows it. Host is
 * the caller's word; whoever may invite would only mislead themselves.
 */
export function linkBase(
  { here, network }: LinkAddresses,
  publicUrl: string | undefined,
  request: Request,
): string {
  if (publicUrl !== undefined) return publicUrl
  const host = request.get('host') ?? ''
  const isLocal = /^(localhost|127\.|\[::1\])/.test(host)
  if (host === '' || isLocal) return network ?? here
  return `${request.protocol}://${host}`
}
