import { PHASES, type Phase, type Role } from './principal.ts'

/**
 * What must hold besides role and phase, for one cell of the table. All of them look only at the principal and at
 * the thing; a fact that the thing doesn't carry counts against the principal.
 */
export type Condition =
  | 'yes'
  /** The topic's setting lets this role open its notes. */
  | 'may open'
  /** The thing is a topic. */
  | 'any topic'
  /** The thing is a topic that the principal is assigned to. */
  | 'own topic'
  /** The thing is the principal's own room, comment or amendment. */
  | 'own'
  /** The thing concerns a mechanism: the chair acts on its behalf, marked so. */
  | 'any mechanism'
  /** The thing concerns the mechanism that the principal speaks for. */
  | 'own mechanism'
  /** The meeting's setting lets rapporteurs decide. */
  | 'if let'

/** One row: the phases in which anybody may, and who may then. A role that is not named may not. */
export interface Rule {
  readonly phases: readonly Phase[]
  readonly may: Readonly<Partial<Record<Role | 'operator', Condition>>>
  /** In the phase of comments, only while a round is open. */
  readonly inRound?: true
}

const EVERY: readonly Phase[] = PHASES
const NOT_ARCHIVED: readonly Phase[] = PHASES.filter((phase) => phase !== 'archived')
/** Until the text is adopted. */
const WORKING: readonly Phase[] = NOT_ARCHIVED.filter((phase) => phase !== 'adopted')
/** Notes and draft have the same ones (format.md, Phases). */
const TEXT_OPEN: readonly Phase[] = WORKING.filter((phase) => phase !== 'silence')
const COMMENTS_OPEN: readonly Phase[] = ['in-session', 'draft-in-the-room', 'comments']
const DRAFT_DISCUSSED: readonly Phase[] = ['draft-in-the-room', 'comments']
const DRAFT_DISPUTED: readonly Phase[] = [...DRAFT_DISCUSSED, 'silence']

const CHAIR = { chair: 'yes' } as const
const DRAFTING = { chair: 'yes', rapporteur: 'yes' } as const
const SPEAKING = { chair: 'yes', rapporteur: 'yes', participant: 'yes' } as const
const ALL = { chair: 'yes', rapporteur: 'yes', participant: 'yes', observer: 'yes' } as const
const OWN = { chair: 'own', rapporteur: 'own', participant: 'own' } as const
const DECIDING = { chair: 'yes', rapporteur: 'if let' } as const
const FOR_A_MECHANISM = { chair: 'any mechanism', participant: 'own mechanism' } as const

/** Design §9's table and format.md's phases, as data. What stands in no row is refused. */
export const policy = {
  // Rooms (design §2).
  'read-notes': {
    phases: EVERY,
    may: { chair: 'may open', rapporteur: 'may open', participant: 'may open', observer: 'may open' },
  },
  'write-notes': { phases: TEXT_OPEN, may: { chair: 'any topic', rapporteur: 'own topic' } },
  'read-draft': { phases: EVERY, may: ALL },
  'write-draft': { phases: TEXT_OPEN, may: DRAFTING },
  'read-ledger': { phases: EVERY, may: ALL },
  'read-drafting': { phases: EVERY, may: DRAFTING },
  'read-person': { phases: EVERY, may: { ...OWN, observer: 'own' } },

  // The draft (design §2, §6).
  'change-items': { phases: TEXT_OPEN, may: DRAFTING },
  merge: { phases: TEXT_OPEN, may: DRAFTING },
  'keep-version': { phases: NOT_ARCHIVED, may: DRAFTING },
  export: { phases: EVERY, may: { ...DRAFTING, operator: 'yes' } },

  // Discussion (design §7). An internal comment belongs to no round: among themselves the drafting group writes, changes
  // and deletes also before one opens, and between two.
  comment: { phases: COMMENTS_OPEN, may: SPEAKING, inRound: true },
  'comment-internally': { phases: COMMENTS_OPEN, may: DRAFTING },
  'edit-comment': { phases: COMMENTS_OPEN, may: OWN, inRound: true },
  'edit-internal-comment': { phases: COMMENTS_OPEN, may: { chair: 'own', rapporteur: 'own' } },
  'resolve-thread': { phases: WORKING, may: { ...DRAFTING, participant: 'own' } },
  'answer-comment': { phases: ['comments', 'silence'], may: DECIDING },
  'propose-amendment': { phases: DRAFT_DISPUTED, may: SPEAKING },
  'withdraw-amendment': { phases: DRAFT_DISPUTED, may: OWN },
  'decide-amendment': { phases: DRAFT_DISCUSSED, may: DECIDING },
  'confirm-intervention': { phases: TEXT_OPEN, may: FOR_A_MECHANISM },
  'state-position': { phases: DRAFT_DISCUSSED, may: FOR_A_MECHANISM },
  // Of all positions only an objection may still be stated in silence: it breaks it.
  'state-objection': { phases: DRAFT_DISPUTED, may: FOR_A_MECHANISM },

  // The chair's (design §9). An archive stays open to phase, redaction and erasure, or it could never be put right.
  'set-up': { phases: NOT_ARCHIVED, may: CHAIR },
  invite: { phases: EVERY, may: { ...CHAIR, operator: 'yes' } },
  'set-phase': { phases: EVERY, may: CHAIR },
  'hold-round': { phases: NOT_ARCHIVED, may: CHAIR },
  'set-status': { phases: WORKING, may: CHAIR },
  adopt: { phases: DRAFT_DISPUTED, may: CHAIR },
  'admit-late-words': { phases: NOT_ARCHIVED, may: CHAIR },
  redact: { phases: EVERY, may: CHAIR },
  archive: { phases: EVERY, may: { ...CHAIR, operator: 'yes' } },
  'erase-meeting': { phases: EVERY, may: CHAIR },
} as const satisfies Record<string, Rule>

/** What a principal asks to do. */
export type Action = keyof typeof policy
