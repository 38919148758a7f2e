/** How one invitation stands (`GET /api/meetings/:m/invitations`, for the chair). Its token is nobody's to read. */
export interface InvitationFact {
  readonly member: string
  readonly madeAt: number
  /** Milliseconds since 1970. */
  readonly ends: number
  readonly uses: number
  readonly usesLeft: number
  readonly firstUsedAt: number | null
  readonly state: 'open' | 'used' | 'ended' | 'revoked'
}

/** How a member stands with the meeting's door. */
export type Invited =
  | { readonly state: 'joined' }
  /** `ends`: of the link that lasts longest. */
  | { readonly state: 'not-opened'; readonly ends: number }
  | { readonly state: 'ended' }
  | { readonly state: 'none' }

/** Says how a member stands, from all the links that were ever made for them. */
export function invitedOf(invitations: readonly InvitationFact[]): Invited {
  if (invitations.some(({ firstUsedAt }) => firstUsedAt !== null)) return { state: 'joined' }
  const open = invitations.filter(({ state }) => state === 'open')
  if (open.length > 0) return { state: 'not-opened', ends: Math.max(...open.map(({ ends }) => ends)) }
  return { state: invitations.length === 0 ? 'none' : 'ended' }
}

/** Gives the links of each member. */
export function byMember(
  invitations: readonly InvitationFact[],
): ReadonlyMap<string, readonly InvitationFact[]> {
  const found = new Map<string, InvitationFact[]>()
  for (const invitation of invitations) {
    const own = found.get(invitation.member)
    if (own === undefined) found.set(invitation.member, [invitation])
    else own.push(invitation)
  }
  return found
}
