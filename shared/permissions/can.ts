import type { MeetingId, MemberId } from '../ids/ids.ts'
import { type Action, type Condition, policy, type Rule } from './policy.ts'
import { type MemberPrincipal, type Phase, type Principal, ROLES, type TopicReaders } from './principal.ts'

/** What something is to be done to: its meeting's phase and settings, and whichever facts decide about it. */
export interface Thing {
  readonly meeting: MeetingId
  readonly phase: Phase
  readonly topic?: { readonly id: string; readonly readers: TopicReaders }
  /** Whose room, comment or amendment it is. */
  readonly owner?: MemberId
  /** The mechanism whose intervention or position it is. */
  readonly mechanism?: string
  readonly roundOpen?: boolean
  /** The meeting's setting: rapporteurs decide amendments too. */
  readonly rapporteursDecide?: boolean
}

/**
 * Decides whether a principal may do something (design §9): for HTTP, for sync, for buttons. Pure. What is not known
 * is refused: another meeting, an unknown action or role, a fact that the thing doesn't carry.
 */
export function can(principal: Principal, action: Action, thing: Thing): boolean {
  // The name may come from outside: `constructor` must not find Object's.
  if (!Object.hasOwn(policy, action)) return false
  const rule: Rule = policy[action]
  if (!rule.phases.includes(thing.phase)) return false
  if (rule.inRound && thing.phase === 'comments' && thing.roundOpen !== true) return false
  if (principal.kind === 'operator') return rule.may.operator === 'yes'
  if (principal.kind !== 'member' || principal.meeting !== thing.meeting) return false
  const condition = ROLES.includes(principal.role) ? rule.may[principal.role] : undefined
  return condition !== undefined && conditions[condition](principal, thing)
}

const conditions: Record<Condition, (principal: MemberPrincipal, thing: Thing) => boolean> = {
  yes: () => true,
  'may open': ({ role }, { topic }) => topic !== undefined && readersOf(topic.readers).includes(role),
  'any topic': (_, { topic }) => topic !== undefined,
  'own topic': ({ topics }, { topic }) => topic !== undefined && topics.includes(topic.id),
  own: ({ member }, { owner }) => owner === member,
  'any mechanism': (_, { mechanism }) => mechanism !== undefined,
  'own mechanism': (principal, { mechanism }) => mechanism !== undefined && principal.mechanism === mechanism,
  'if let': (_, { rapporteursDecide }) => rapporteursDecide === true,
}

function readersOf(readers: TopicReaders): readonly string[] {
  switch (readers) {
    case 'drafting':
      return ['chair', 'rapporteur']
    case 'members':
      return ['chair', 'rapporteur', 'participant']
    case 'all':
      return ['chair', 'rapporteur', 'participant', 'observer']
    default:
      return []
  }
}
