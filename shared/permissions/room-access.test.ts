import { describe, expect, it } from 'vitest'
import { type MeetingId, type MemberId, parseRoomName, type RoomParts } from '../ids/ids.ts'
import { PHASES, type Phase, type Principal, ROLES, type Role } from './principal.ts'
import { type MeetingFacts, roomAccess } from './room-access.ts'

const meeting = 'berlin' as MeetingId

function principal(role: Role): Principal {
  return { kind: 'member', meeting, member: 'me' as MemberId, role, mechanism: null, topics: ['t1', 'lost'] }
}

function facts(phase: Phase): MeetingFacts {
  return {
    meeting,
    phase,
    topics: new Map([
      ['t1', 'all'],
      ['t2', 'members'],
      ['t3', 'drafting'],
    ]),
  }
}

function parts(name: string): RoomParts {
  const parsed = parseRoomName(name)
  if (parsed === null) throw new Error(`${name} names no room.`)
  return parsed.parts
}

function access(name: string, phase: Phase): string {
  return ROLES.map((role) => {
    const { read, write } = roomAccess(principal(role), parts(name), facts(phase))
    return write ? (read ? 'w' : '!') : read ? 'r' : '-'
  }).join('')
}

describe('[PE3] design §2: rooms, by chair, rapporteur, participant, observer', () => {
  it.each<[string, string, string]>([
    ['m/berlin/notes/t1', 'wwrr', 'rrrr'],
    ['m/berlin/notes/t2', 'wrr-', 'rrr-'],
    ['m/berlin/notes/t3', 'wr--', 'rr--'],
    ['m/berlin/notes/lost', '----', '----'],
    ['m/berlin/notes/__proto__', '----', '----'],
    ['m/berlin/draft', 'wwrr', 'rrrr'],
    ['m/berlin/ledger', 'rrrr', 'rrrr'],
    ['m/berlin/drafting', 'rr--', 'rr--'],
    ['m/berlin/person/me', 'rrrr', 'rrrr'],
    ['m/berlin/person/other', '----', '----'],
    ['m/berlin/screen', '----', '----'],
    ['m/geneva/draft', '----', '----'],
  ])('%s: %s while text is open, %s once it is closed', (name, open, closed) => {
    for (const phase of PHASES)
      expect(access(name, phase)).toBe(['silence', 'adopted', 'archived'].includes(phase) ? closed : open)
  })

  it('the operator’s key opens no room', () => {
    for (const name of ['m/berlin/notes/t1', 'm/berlin/draft', 'm/berlin/ledger', 'm/berlin/drafting'])
      expect(roomAccess({ kind: 'operator' }, parts(name), facts('in-session'))).toEqual({
        read: false,
        write: false,
      })
  })
})
