import type { MeetingFact, MemberFact, TopicFact } from '../../shared/meeting/facts.ts'
import type { Thing } from '../../shared/permissions/can.ts'
import type { Action } from '../../shared/permissions/policy.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import type { MeetingFacts } from '../../shared/permissions/room-access.ts'
import type { RoomClient } from '../sync/room-client.ts'
import type { FactsOf, LedgerReader } from './ledger-facts.ts'

/** A topic with its id. */
export type Topic = TopicFact & { readonly id: string }

/** A member with their id. */
export type Me = MemberFact & { readonly id: string }

/** The meeting that a page is in, as the ledger tells it now. */
export interface Meeting {
  readonly id: string
  readonly me: Me
  readonly meeting: MeetingFact
  /** In the order of the agenda. */
  readonly topics: readonly Topic[]
  readonly mechanisms: FactsOf<'mechanisms'>
  readonly members: FactsOf<'members'>
  readonly principal: MemberPrincipal
  readonly facts: MeetingFacts
  readonly ledger: RoomClient
  readonly reader: LedgerReader
  /** Decides whether I may do something: what is not allowed is not shown. */
  may(action: Action, thing?: Omit<Thing, 'meeting' | 'phase'>): boolean
}
