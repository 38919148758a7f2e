import type { Invitation, Meeting, Member, RegistryData } from './registry-shape.ts'
import { hashOf, makeToken } from './tokens.ts'

/** Why an invitation opens nothing. */
export type InvitationFault = 'invitation-unknown' | 'invitation-ended' | 'invitation-used'

/** Whom an invitation invites. */
export interface Invited {
  readonly meeting: Meeting & { readonly id: string }
  readonly member: Member
  readonly ends: number
}

/** How a browser signs in. */
export interface SignInRequest {
  readonly token: string
  readonly now: number
  /** The name that the person goes by, where it differs from the invited one. Counts at an invitation's first use only. */
  readonly name?: string | undefined
  /** The sign-in this browser has: it holds one membership per meeting. */
  readonly current?: string | null | undefined
  /** Takes the place of another member of the same meeting in this browser. */
  readonly replace?: boolean | undefined
}

/** A browser that is signed in. `signIn` is its token, kept nowhere here. */
export interface SignedIn {
  readonly signIn: string
  readonly member: Member
}

type SignInOutcome = SignedIn | InvitationFault | 'signed-in-already'
/** The meetings whose listeners hear of a change; null when nothing was changed. */
export type Told = readonly string[] | null

type SignIn = RegistryData['signIns'][number]

/** Says whom an invitation invites, or why nobody. */
export function invitedBy(
  invitation: Invitation | undefined,
  meeting: Meeting | null,
  member: Member | null,
  now: number,
): Invited | InvitationFault {
  if (invitation === undefined || invitation.revoked || meeting === null || member === null)
    return 'invitation-unknown'
  if (invitation.ends <= now) return 'invitation-ended'
  if (invitation.usesLeft <= 0) return 'invitation-used'
  return { meeting: { ...meeting, id: invitation.meeting }, member, ends: invitation.ends }
}

/** Uses an invitation up by one and signs a browser in, in `data`; uses nothing up where it is that member already. */
export function spendInvitation(
  data: RegistryData,
  request: SignInRequest,
): { readonly outcome: SignInOutcome; readonly told: Told } {
  const refused = (outcome: SignInOutcome) => ({ outcome, told: null })
  const { now, name, current } = request
  const hash = hashOf(request.token)
  const invitation = data.invitations.find((each) => each.hash === hash)
  const member = data.members.find(
    (each) => each.meeting === invitation?.meeting && each.id === invitation.member,
  )
  if (invitation === undefined || member === undefined) return refused('invitation-unknown')
  const own = current == null ? undefined : signInIn(data, current)
  const already = own === undefined ? undefined : memberOf(own, member.meeting)
  const isSame = already === member.id && !invitation.revoked
  const invited = invitedBy(invitation, data.meetings[member.meeting] ?? null, member, now)
  if (typeof invited === 'string' && !(isSame && invited === 'invitation-used')) return refused(invited)
  if (already !== undefined && !isSame && request.replace !== true) return refused('signed-in-already')

  const isFirst = invitation.firstUsedAt === null
  const isRenamed = isFirst && name !== undefined && name !== member.name
  const renamed = isRenamed ? [member.meeting] : []
  if (isRenamed) member.name = name
  invitation.firstUsedAt ??= now
  if (isSame && current != null)
    return { outcome: { signIn: current, member }, told: isFirst ? renamed : null }
  invitation.usesLeft--
  // The sockets of the token that ends are judged again.
  const ended = own === undefined ? [] : Object.keys(own.memberships)
  const signIn = enter(data, own, member, now)
  return { outcome: { signIn, member }, told: [...new Set([...renamed, ...ended])] }
}

/**
 * Gives a new membership a new token. The memberships of the sign-in that the browser had move over and its token ends:
 * whoever planted that one, or read it somewhere, does not get the new membership with it.
 */
function enter(data: RegistryData, own: SignIn | undefined, { meeting, id }: Member, now: number): string {
  const signIn = makeToken()
  data.signIns = data.signIns.filter((each) => each !== own)
  const memberships = { ...own?.memberships, [meeting]: id }
  data.signIns.push({ hash: hashOf(signIn), memberships, at: now })
  return signIn
}

/** Ends the membership of one member in every browser, in `data`; what else those browsers hold stays. */
export function endSignIns(data: RegistryData, meeting: string, member: string): Told {
  const ended = data.signIns.filter((each) => memberOf(each, meeting) === member)
  for (const each of ended) delete each.memberships[meeting]
  data.signIns = data.signIns.filter((each) => Object.keys(each.memberships).length > 0)
  return ended.length > 0 ? [meeting] : null
}

/** Says which member of a meeting a sign-in is, if any. */
export function memberOf({ memberships }: SignIn, meeting: string): string | undefined {
  // Names come from outside: `constructor` must not find Object's.
  return Object.hasOwn(memberships, meeting) ? memberships[meeting] : undefined
}

function signInIn({ signIns }: RegistryData, token: string): SignIn | undefined {
  const hash = hashOf(token)
  return signIns.find((each) => each.hash === hash)
}
