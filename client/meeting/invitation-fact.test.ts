import { expect, test } from 'vitest'
import { byMember, type InvitationFact, invitedOf } from './invitation-fact.ts'

const open: InvitationFact = {
  member: 'p',
  madeAt: 1,
  ends: 100,
  uses: 2,
  usesLeft: 2,
  firstUsedAt: null,
  state: 'open',
}

test.each<[string, InvitationFact[], ReturnType<typeof invitedOf>]>([
  ['was never invited', [], { state: 'none' }],
  ['has not opened the link', [open, { ...open, ends: 300 }], { state: 'not-opened', ends: 300 }],
  ['joined, although a newer link waits', [{ ...open, firstUsedAt: 5 }, open], { state: 'joined' }],
  ['joined by a link that was used up', [{ ...open, state: 'used', firstUsedAt: 5 }], { state: 'joined' }],
  [
    'has only ended links',
    [
      { ...open, state: 'ended' },
      { ...open, state: 'revoked' },
    ],
    { state: 'ended' },
  ],
])('a member who %s', (_, invitations, stands) => {
  expect(invitedOf(invitations)).toEqual(stands)
})

test('links are told apart by member', () => {
  expect(
    [...byMember([open, { ...open, member: 'q' }, open])].map(([member, own]) => [member, own.length]),
  ).toEqual([
    ['p', 2],
    ['q', 1],
  ])
})
