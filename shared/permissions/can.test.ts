import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeetingId, MemberId } from '../ids/ids.ts'
import { can, type Thing } from './can.ts'
import { type Action, policy } from './policy.ts'
import { type MemberPrincipal, PHASES, type Phase, ROLES, type Role, TOPIC_READERS } from './principal.ts'

const meeting = 'berlin' as MeetingId
const me = 'me' as MemberId
const actions = Object.keys(policy) as Action[]

function member(role: Role, more: Partial<MemberPrincipal> = {}): MemberPrincipal {
  return { kind: 'member', meeting, member: me, role, mechanism: 'NPL', topics: ['t1'], ...more }
}

/** Everything about it speaks for the principal: only role and phase decide. */
function favourable(phase: Phase): Thing {
  return {
    meeting,
    phase,
    topic: { id: 't1', readers: 'all' },
    owner: me,
    mechanism: 'NPL',
    roundOpen: true,
    rapporteursDecide: true,
  }
}

const LETTERS: Record<string, Role> = { C: 'chair', R: 'rapporteur', P: 'participant', O: 'observer' }

// Phases: preparation, in session, draft in the room, comments, silence, adopted, archived (format.md, Phases).
const expected: Record<Action, readonly string[]> = {
  // "read notes (unless the topic is restricted), draft, circulated comments": everybody, in every phase.
  'read-notes': ['CRPO', 'CRPO', 'CRPO', 'CRPO', 'CRPO', 'CRPO', 'CRPO'],
  'read-draft': ['CRPO', 'CRPO', 'CRPO', 'CRPO', 'CRPO', 'CRPO', 'CRPO'],
  'read-ledger': ['CRPO', 'CRPO', 'CRPO', 'CRPO', 'CRPO', 'CRPO', 'CRPO'],
  // Design §2: person/<member> is read by that member.
  'read-person': ['CRPO', 'CRPO', 'CRPO', 'CRPO', 'CRPO', 'CRPO', 'CRPO'],
  // "internal comments, coverage, named export": chair, rapporteur.
  'read-drafting': ['CR', 'CR', 'CR', 'CR', 'CR', 'CR', 'CR'],
  export: ['CR', 'CR', 'CR', 'CR', 'CR', 'CR', 'CR'],
  // "write notes": chair, rapporteur on own topics. Closed from silence on.
  'write-notes': ['CR', 'CR', 'CR', 'CR', '', '', ''],
  // "write draft, merge, combine": chair, rapporteur.
  'write-draft': ['CR', 'CR', 'CR', 'CR', '', '', ''],
  'change-items': ['CR', 'CR', 'CR', 'CR', '', '', ''],
  merge: ['CR', 'CR', 'CR', 'CR', '', '', ''],
  'keep-version': ['CR', 'CR', 'CR', 'CR', 'CR', 'CR', ''],
  // "comment, propose amendments": chair, rapporteur, participant.
  comment: ['', 'CRP', 'CRP', 'CRP', '', '', ''],
  'edit-comment': ['', 'CRP', 'CRP', 'CRP', '', '', ''],
  'edit-internal-comment': ['', 'CR', 'CR', 'CR', '', '', ''],
  'comment-internally': ['', 'CR', 'CR', 'CR', '', '', ''],
  'resolve-thread': ['CRP', 'CRP', 'CRP', 'CRP', 'CRP', '', ''],
  'answer-comment': ['', '', '', 'CR', 'CR', '', ''],
  'propose-amendment': ['', '', 'CRP', 'CRP', 'CRP', '', ''],
  'withdraw-amendment': ['', '', 'CRP', 'CRP', 'CRP', '', ''],
  // "decide amendments": chair; rapporteur if the chair lets them.
  'decide-amendment': ['', '', 'CR', 'CR', '', '', ''],
  // "confirm own interventions, state position": chair on behalf, participant for their own mechanism.
  'confirm-intervention': ['CP', 'CP', 'CP', 'CP', '', '', ''],
  'state-position': ['', '', 'CP', 'CP', '', '', ''],
  'state-objection': ['', '', 'CP', 'CP', 'CP', '', ''],
  // "set up meeting, members, phases, rounds, status, adoption, redaction": chair.
  'set-up': ['C', 'C', 'C', 'C', 'C', 'C', ''],
  invite: ['C', 'C', 'C', 'C', 'C', 'C', 'C'],
  'set-phase': ['C', 'C', 'C', 'C', 'C', 'C', 'C'],
  'hold-round': ['C', 'C', 'C', 'C', 'C', 'C', ''],
  'set-status': ['C', 'C', 'C', 'C', 'C', '', ''],
  adopt: ['', '', 'C', 'C', 'C', '', ''],
  'admit-late-words': ['C', 'C', 'C', 'C', 'C', 'C', ''],
  redact: ['C', 'C', 'C', 'C', 'C', 'C', 'C'],
  archive: ['C', 'C', 'C', 'C', 'C', 'C', 'C'],
  'erase-meeting': ['C', 'C', 'C', 'C', 'C', 'C', 'C'],
}

describe('design §9 and format.md’s phases, every cell', () => {
  it.each(actions)('%s', (action) => {
    const allowed = PHASES.map((phase) =>
      Object.keys(LETTERS)
        .filter((letter) => can(member(LETTERS[letter] as Role), action, favourable(phase)))
        .join(''),
    )
    expect(allowed).toEqual(expected[action])
  })

  it('the operator’s key invites, exports and archives, and nothing else', () => {
    const allowed = actions.filter((action) => can({ kind: 'operator' }, action, favourable('in-session')))
    expect(allowed.sort()).toEqual(['archive', 'export', 'invite'])
  })
})

describe('conditions beside role and phase', () => {
  const inRoom = favourable('draft-in-the-room')
  const { topic: _topic, ...noTopic } = inRoom
  const { owner: _owner, ...noOwner } = inRoom
  const { mechanism: _mechanism, ...noMechanism } = inRoom
  const { roundOpen: _round, ...noRound } = favourable('comments')
  const { rapporteursDecide: _decide, ...notLet } = inRoom
  const t2 = { ...inRoom, topic: { id: 't2', readers: 'all' } } as const
  const somebodys = { ...inRoom, owner: 'other' as MemberId }
  const ofChile = { ...inRoom, mechanism: 'CHL' }
  const participant = member('participant')

  it.each<[string, boolean, MemberPrincipal, Action, Thing]>([
    ['a rapporteur writes no topic of others', false, member('rapporteur'), 'write-notes', t2],
    ['a rapporteur reads the topics of others', true, member('rapporteur'), 'read-notes', t2],
    ['the chair writes every topic', true, member('chair'), 'write-notes', t2],
    ['notes without a topic are not notes', false, member('chair'), 'write-notes', noTopic],
    ['nor to be read', false, member('chair'), 'read-notes', noTopic],
    ['a person’s room is closed to the chair', false, member('chair'), 'read-person', somebodys],
    ['a comment is edited by its author alone', false, member('chair'), 'edit-comment', somebodys],
    ['a thread is resolved by who opened it', false, participant, 'resolve-thread', somebodys],
    ['or by the drafting group', true, member('rapporteur'), 'resolve-thread', somebodys],
    ['what has no owner is nobody’s own', false, participant, 'withdraw-amendment', noOwner],
    ['a position is one’s own mechanism’s', false, participant, 'state-position', ofChile],
    ['the chair states one on behalf', true, member('chair'), 'state-position', ofChile],
    ['but of a mechanism', false, member('chair'), 'state-position', noMechanism],
    [
      'who speaks for nobody states none',
      false,
      member('participant', { mechanism: null }),
      'state-position',
      inRoom,
    ],
    [
      'nor where none is asked',
      false,
      member('participant', { mechanism: null }),
      'state-position',
      noMechanism,
    ],
    ['without a round no comment', false, participant, 'comment', noRound],
    ['nor an edit', false, participant, 'edit-comment', noRound],
    ['internal comments need no round', true, member('rapporteur'), 'comment-internally', noRound],
    ['nor an edit of one’s own', true, member('chair'), 'edit-internal-comment', noRound],
    ['but of nobody else’s', false, member('chair'), 'edit-internal-comment', somebodys],
    ['a thread is resolved without a round', true, member('rapporteur'), 'resolve-thread', noRound],
    [
      'in the session comments need no round',
      true,
      participant,
      'comment',
      { ...noRound, phase: 'in-session' },
    ],
    ['rapporteurs decide only if let', false, member('rapporteur'), 'decide-amendment', notLet],
    ['the chair decides', true, member('chair'), 'decide-amendment', notLet],
  ])('%s', (_, allowed, principal, action, thing) => {
    expect(can(principal, action, thing)).toBe(allowed)
  })

  it.each([
    ['drafting', ['chair', 'rapporteur']],
    ['members', ['chair', 'rapporteur', 'participant']],
    ['all', [...ROLES]],
  ] as const)('a topic open to %s is read by %s', (readers, roles) => {
    const thing: Thing = { meeting, phase: 'archived', topic: { id: 't9', readers } }
    expect(ROLES.filter((role) => can(member(role), 'read-notes', thing))).toEqual(roles)
  })
})

describe('[PE1] what is not known is refused', () => {
  const anyThing: fc.Arbitrary<Thing> = fc.record(
    {
      meeting: fc.constant(meeting),
      phase: fc.constantFrom(...PHASES),
      topic: fc.record({ id: fc.constantFrom('t1', 't2'), readers: fc.constantFrom(...TOPIC_READERS) }),
      owner: fc.constantFrom(me, 'other' as MemberId),
      mechanism: fc.constantFrom('NPL', 'CHL'),
      roundOpen: fc.boolean(),
      rapporteursDecide: fc.boolean(),
    },
    { requiredKeys: ['meeting', 'phase'] },
  )
  const oddNames = fc.oneof(
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'phases', 'operator'),
  )

  it('an action without a row', () => {
    fc.assert(
      fc.property(oddNames, fc.constantFrom(...ROLES), anyThing, (action, role, thing) => {
        fc.pre(!actions.includes(action as Action))
        expect(can(member(role), action as Action, thing)).toBe(false)
        expect(can({ kind: 'operator' }, action as Action, thing)).toBe(false)
      }),
    )
  })

  it('a role without a cell', () => {
    fc.assert(
      fc.property(oddNames, fc.constantFrom(...actions), anyThing, (role, action, thing) => {
        fc.pre(!ROLES.includes(role as Role))
        expect(can(member(role as Role), action, thing)).toBe(false)
      }),
    )
  })

  it('a member of another meeting, whatever the role', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), fc.constantFrom(...actions), anyThing, (role, action, thing) => {
        expect(can(member(role, { meeting: 'geneva' as MeetingId }), action, thing)).toBe(false)
      }),
    )
  })

  it('a phase, a setting or a kind of principal that nobody knows', () => {
    for (const action of actions) {
      expect(can(member('chair'), action, { ...favourable('comments'), phase: 'later' as Phase })).toBe(false)
      expect(can({ ...member('chair'), kind: 'guest' as 'member' }, action, favourable('comments'))).toBe(
        false,
      )
    }
    const topic = { id: 't1', readers: 'public' as 'all' }
    expect(can(member('chair'), 'read-notes', { ...favourable('comments'), topic })).toBe(false)
  })

  it('with fewer facts nobody may do more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), fc.constantFrom(...actions), anyThing, (role, action, thing) => {
        const bare: Thing = { meeting: thing.meeting, phase: thing.phase }
        if (can(member(role), action, bare)) expect(can(member(role), action, thing)).toBe(true)
      }),
    )
  })
})
