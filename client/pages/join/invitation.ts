import type { MechanismFact, MeetingFact } from '../../../shared/meeting/facts.ts'
import type { Role } from '../../../shared/permissions/principal.ts'

/** What an invitation is for (`GET /api/invitations/:token`). */
export interface Invitation {
  readonly meeting: Pick<
    MeetingFact,
    'title' | 'shortTitle' | 'form' | 'place' | 'startsOn' | 'endsOn' | 'timeZone' | 'isSample'
  > & { readonly id: string }
  readonly member: { readonly name: string; readonly role: Role }
  readonly mechanism: MechanismFact | null
  /** Milliseconds since 1970. */
  readonly ends: number
}
