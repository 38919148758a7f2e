import { expect, test } from 'vitest'
import type { MergePlan, PlannedPassage, Proposal } from '../../../shared/merge/merge-plan.ts'
import { proposalHash } from '../../../shared/merge/proposal.ts'
import { threeWay } from '../../../shared/merge/three-way.ts'
import {
  cameBack,
  choicesOf,
  countChoices,
  type Decision,
  fingerprint,
  isSafe,
  keyOf,
} from './merge-state.ts'

const passageOf = (topic: string, id: string, hash: string): PlannedPassage => {
  return { topic, id, hash, blocks: [id], speaker: null, attribution: 'named', lang: null, words: `${id}.` }
}

function planOf(...passages: [topic: string, id: string, hash: string][]): MergePlan {
  const proposals = passages.map(([topic, id, hash]): Proposal => {
    return { change: 'new', section: topic, passage: passageOf(topic, id, hash) }
  })
  return { unchanged: 0, withheld: 0, proposals }
}

function changed(ours: string, theirs: string, isAdopted = false): Proposal {
  return {
    change: 'three-way',
    passage: { ...passageOf('t1', 'a', 'h1'), words: theirs },
    item: { id: 'i1', hash: 'i', words: ours, isAdopted },
    taken: 'a b c',
    parts: threeWay('a b c', ours, theirs),
  }
}

const left = (
  proposal: Proposal,
  decision: Partial<Decision> = {},
): [string, Decision & { hash: string }] => [
  keyOf(proposal),
  { does: 'later', words: null, hash: proposalHash(proposal), ...decision },
]
const plan = planOf(['t1', 'a', 'h1'], ['t1', 'b', 'h2'], ['t2', 'a', 'h3'])

test('[MG3] a choice carries the hash of the words that were looked at; what is left for later is not chosen', () => {
  expect(choicesOf(plan, new Map([left(plan.proposals[1] as Proposal)]))).toEqual([
    { topic: 't1', passage: 'a', hash: 'h1', take: true },
    { topic: 't2', passage: 'a', hash: 'h3', take: true },
  ])
  const all = new Map(plan.proposals.map((proposal) => left(proposal)))
  expect(choicesOf(plan, all)).toEqual([])
})

test('[MG2] what is safe is taken by itself; an adopted item, and what needs a person, never', () => {
  const safe = changed('A b c', 'a b C')
  const adopted = changed('A b c', 'a b C', true)
  const conflict: Proposal = { ...changed('x b c', 'y b c'), change: 'conflict' } as Proposal
  expect([safe, adopted, conflict].map(isSafe)).toEqual([true, false, false])
  expect(choicesOf({ ...plan, proposals: [adopted, conflict] }, new Map())).toEqual([])
  expect(choicesOf({ ...plan, proposals: [safe] }, new Map())).toEqual([
    { topic: 't1', passage: 'a', hash: 'h1 i', item: 'i1', take: true },
  ])
  const kept = choicesOf(
    { ...plan, proposals: [safe] },
    new Map([left(safe, { does: 'keep', words: 'lost' })]),
  )
  expect(kept).toEqual([{ topic: 't1', passage: 'a', hash: 'h1 i', item: 'i1', take: false }])
  expect(countChoices([...kept, ...choicesOf(plan, new Map())])).toEqual({
    added: 3,
    changed: 0,
    kept: 1,
  })
})

test('[MG3] words that were written for other words are not taken for these; what was left stays left', () => {
  const [before] = planOf(['t1', 'a', 'h1']).proposals as [Proposal]
  const now = planOf(['t1', 'a', 'h2'])
  expect(choicesOf(now, new Map([left(before, { does: 'take', words: 'Mine.' })]))).toEqual([
    { topic: 't1', passage: 'a', hash: 'h2', take: true },
  ])
  expect(choicesOf(now, new Map([left(before)]))).toEqual([])
})

test('plans are the same when they propose the same words in the same order', () => {
  expect(fingerprint(planOf(['t1', 'a', 'h1'], ['t1', 'b', 'h2'], ['t2', 'a', 'h3']))).toBe(fingerprint(plan))
  expect(fingerprint(planOf(['t1', 'a', 'other'], ['t1', 'b', 'h2'], ['t2', 'a', 'h3']))).not.toBe(
    fingerprint(plan),
  )
  expect(fingerprint(planOf(['t1', 'a', 'h1'], ['t1', 'b', 'h2']))).not.toBe(fingerprint(plan))
})

test('a choice that came back shows the words it was made for', () => {
  const [first] = cameBack(plan, [
    { topic: 't2', passage: 'a', why: 'gone' },
    { topic: 't9', passage: 'z', why: 'merged' },
  ])
  expect(first).toEqual({ key: '/t2/a', words: 'a.', why: 'gone' })
})
