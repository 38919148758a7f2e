import { describe, expect, test } from 'vitest'
import type { MechanismFact, MemberFact } from '../../../shared/meeting/facts.ts'
import { memberRows, searchRows, sortRows } from './member-rows.ts'

const member = (name: string, role: MemberFact['role'], mechanism: string | null = null): MemberFact => ({
  name,
  role,
  mechanism,
  colour: 0,
  topics: [],
})

const mechanism = (code: string, name: string): MechanismFact => ({
  code,
  country: null,
  name,
  shortName: name,
  region: 'Asia',
})

const rows = memberRows({
  members: new Map([
    ['p1', member('P. Thapa', 'participant', 'npl')],
    ['r1', member('A. Kaya', 'rapporteur')],
    ['p2', member('H. Salem', 'participant', 'jor')],
    ['c', member('R. Osei', 'chair')],
  ]),
  mechanisms: new Map([
    ['npl', mechanism('NPL', 'Office of the Special Rapporteur')],
    ['jor', mechanism('JOR', 'Anti-Human Trafficking Committee')],
  ]),
  invitations: [
    { member: 'r1', madeAt: 0, ends: 9, uses: 2, usesLeft: 1, firstUsedAt: 1, state: 'open' },
    { member: 'p1', madeAt: 0, ends: 9, uses: 2, usesLeft: 2, firstUsedAt: null, state: 'open' },
  ],
  language: 'en',
})

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

test('members stand by role, then by name, with the country of whom they speak for', () => {
  expect(ids(rows)).toEqual(['c', 'r1', 'p2', 'p1'])
  expect(rows.map(({ speaksFor }) => speaksFor)).toEqual([
    '',
    '',
    'Jordan, Anti-Human Trafficking Committee',
    'Nepal, Office of the Special Rapporteur',
  ])
})

describe('a search', () => {
  test.each([
    ['thapa', ['p1']],
    ['NEP', ['p1']],
    ['népal', ['p1']],
    ['الأردن', ['p2']],
    ['special', ['p1']],
    ['aya', []],
    ['  ', ['c', 'r1', 'p2', 'p1']],
  ])('for %j finds %j', (typed, found) => {
    expect(ids(searchRows(rows, typed))).toEqual(found)
  })
})

test.each([
  ['name', false, ['r1', 'p2', 'p1', 'c']],
  ['name', true, ['c', 'p1', 'p2', 'r1']],
  ['speaksFor', true, ['p1', 'p2', 'c', 'r1']],
  ['invitation', false, ['r1', 'p1', 'c', 'p2']],
] as const)('sorted by %s, descending %s: %j', (column, isDescending, order) => {
  expect(ids(sortRows(rows, column, isDescending, 'en'))).toEqual(order)
})
