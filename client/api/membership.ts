import type { MemberFact } from '../../shared/meeting/facts.ts'

/** What this browser is signed in as, for one meeting (`GET /api/me`). */
export interface Membership {
  readonly meeting: {
    readonly id: string
    readonly title: string
    readonly shortTitle: string
    readonly isSample: boolean
  }
  readonly member: MemberFact & { readonly id: string }
}
