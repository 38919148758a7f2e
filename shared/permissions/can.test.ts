import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MeetingId, type MemberId, parseRoomName, type RoomName, type RoomParts } from '../ids/ids.ts'
import { type Action, can, type Phase, type Principal, type Role, roomAccess, type Thing } from './can.ts'

const meeting = 'berlin' as MeetingId
const ROLES: readonly Role[] = ['chair', 'rapporteur', 'participant', 'observer']

function principal(role: Role, topics: readonly string[] = ['t1']): Principal {
  return { meeting, member: 'm1' as MemberId, role, topics }
}

function thing(phase: Phase, more: Partial<Thing> = {}): Thing {
  return { meeting, phase, ...more }
}

function allowed(action: Action, about: Thing): Role[] {
  return ROLES.filter((role) => can(principal(role), action, about))
}

describe('design §9', () => {
  it.each<[string, Action, Thing, Role[]]>([
    [
      'notes of an assigned topic',
      'write-notes',
      thing('in-session', { topic: 't1' }),
      ['chair', 'rapporteur'],
    ],
    ['notes of another topic', 'write-notes', thing('in-session', { topic: 't2' }), ['chair']],
    ['notes in silence', 'write-notes', thing('silence', { topic: 't1' }), []],
    ['notes when adopted', 'write-notes', thing('adopted', { topic: 't1' }), []],
    ['the draft', 'write-draft', thing('comments'), ['chair', 'rapporteur']],
    ['the draft when archived', 'write-draft', thing('archived'), []],
    ['open notes', 'read-notes', thing('silence', { topic: 't1', readers: 'all' }), [...ROLES]],
    [
      'restricted notes',
      'read-notes',
      thing('silence', { topic: 't1', readers: 'drafting' }),
      ['chair', 'rapporteur'],
    ],
    ['the drafting room', 'read-drafting', thing('in-session'), ['chair', 'rapporteur']],
    ['set-up', 'set-up', thing('in-session'), ['chair']],
    ['merging', 'merge', thing('in-session'), ['chair', 'rapporteur']],
  ])('%s: %s', (_, action, about, roles) => {
    expect(allowed(action, about)).toEqual(roles)
  })

  it('what is not known is refused: another meeting, an unknown role, an unknown action', () => {
    expect(can(principal('chair'), 'read-draft', { ...thing('in-session'), meeting: 'x' as MeetingId })).toBe(
      false,
    )
    expect(can(principal('admin' as Role), 'read-draft', thing('in-session'))).toBe(false)
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...ROLES), (action, role) => {
        const known = ['read-', 'write-', 'set-up', 'merge'].some((prefix) => action.startsWith(prefix))
        fc.pre(!known)
        expect(can(principal(role), action as Action, thing('in-session', { topic: 't1' }))).toBe(false)
      }),
      { seed: 1 },
    )
  })

  it('nobody writes a room of facts, and a person’s room is that person’s', () => {
    for (const name of [
      'm/berlin/ledger',
      'm/berlin/drafting',
      'm/berlin/screen',
      'm/berlin/person/m1',
      'm/berlin/person/m2',
    ]) {
      const { parts } = parseRoomName(name) as { name: RoomName; parts: RoomParts }
      for (const role of ROLES)
        expect(roomAccess(principal(role), parts, thing('in-session')).write).toBe(false)
    }
    const own = parseRoomName('m/berlin/person/m1')?.parts as RoomParts
    const other = parseRoomName('m/berlin/person/m2')?.parts as RoomParts
    expect(roomAccess(principal('observer'), own, thing('in-session')).read).toBe(true)
    expect(roomAccess(principal('chair'), other, thing('in-session')).read).toBe(false)
  })
})
