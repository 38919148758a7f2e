import { expect, test } from 'vitest'
import type { WaitingWords } from '../../../shared/meeting/late-words.ts'
import type { CheckWork } from '../../checks/count-checks.ts'
import type { InvitationFact } from '../../meeting/invitation-fact.ts'
import type { Topic } from '../../meeting/meeting.ts'
import type { TopicWork } from '../../work/count-work.ts'
import { type NeedsInput, needsYou } from './needs-you.ts'

const topic = (id: string): Topic => ({ id, number: Number(id.slice(1)), title: id }) as Topic

const counted: TopicWork & CheckWork = {
  lines: 4,
  recommendations: 2,
  withoutSpeaker: 0,
  firstWithoutSpeaker: null,
  unmerged: 0,
  toCheck: 0,
  corrections: 0,
}

const link: InvitationFact = {
  member: 'p',
  madeAt: 0,
  ends: 50,
  uses: 2,
  usesLeft: 2,
  firstUsedAt: null,
  state: 'open',
}

const base: NeedsInput = {
  topics: [topic('t1'), topic('t2')],
  work: new Map([
    ['t1', { ...counted, unmerged: 3 }],
    ['t2', { ...counted, unmerged: 1, withoutSpeaker: 2, firstWithoutSpeaker: 'b7' }],
  ]),
  mayMerge: true,
  mayCheck: true,
  mayWrite: () => true,
  lateWords: [],
  invitations: [link, { ...link, member: 'q', ends: 40 }, { ...link, member: 'r', firstUsedAt: 9 }],
}

test('what goes into the draft comes first, then lines without speaker, then who is missing', () => {
  expect(needsYou(base)).toEqual([
    { kind: 'merge', count: 4, topics: [topic('t1'), topic('t2')] },
    { kind: 'no-speaker', count: 2, topic: topic('t2'), line: 'b7' },
    { kind: 'not-opened', members: ['p', 'q'], ends: 40 },
  ])
})

test('words that came too late come before everything else, with each writer once', () => {
  const late: WaitingWords = {
    id: 'w',
    room: 'draft',
    member: 'p',
    at: 1,
    words: 'Late.',
    length: 5,
    beside: [],
  }
  const lateWords = [late, { ...late, id: 'v', member: 'q' }, { ...late, id: 'u' }]
  expect(needsYou({ ...base, lateWords })[0]).toEqual({ kind: 'late', count: 3, members: ['p', 'q'] })
})

test('nobody is asked for what they may not do', () => {
  expect(needsYou({ ...base, mayMerge: false, mayWrite: () => false, invitations: null })).toEqual([])
})

test('a rapporteur is asked for the lines of their own topics only', () => {
  const needs = needsYou({ ...base, mayWrite: ({ id }) => id === 't1', invitations: null })
  expect(needs.map(({ kind }) => kind)).toEqual(['merge'])
})

test('notes that have not been counted yet ask for nothing', () => {
  expect(needsYou({ ...base, work: new Map(), invitations: [] })).toEqual([])
})

test('a participant is asked to check words, a rapporteur about corrections of their topics', () => {
  const work = new Map([
    ['t1', { ...counted, toCheck: 2, corrections: 1 }],
    ['t2', { ...counted, toCheck: 1, corrections: 3 }],
  ])
  const quiet = { ...base, work, mayMerge: false, invitations: null }
  expect(needsYou({ ...quiet, mayWrite: () => false })).toEqual([
    { kind: 'own-words', count: 3, topics: [topic('t1'), topic('t2')] },
  ])
  expect(needsYou({ ...quiet, mayCheck: false, mayWrite: ({ id }) => id === 't2' })).toEqual([
    { kind: 'corrections', count: 3, topic: topic('t2') },
  ])
})
