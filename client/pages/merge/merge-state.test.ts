import { expect, test } from 'vitest'
import type { MergePlan } from '../../../shared/merge/merge-plan.ts'
import { cameBack, choicesOf, fingerprint } from './merge-state.ts'

function planOf(...passages: [topic: string, id: string, hash: string][]): MergePlan {
  return {
    unchanged: 0,
    withheld: 0,
    proposals: passages.map(([topic, id, hash]) => ({
      change: 'new',
      section: topic,
      passage: {
        topic,
        id,
        hash,
        blocks: [id],
        speaker: null,
        attribution: 'named',
        lang: null,
        words: `${id}.`,
      },
    })),
  }
}

const plan = planOf(['t1', 'a', 'h1'], ['t1', 'b', 'h2'], ['t2', 'a', 'h3'])

test('[MG3] a choice carries the hash of the words that were looked at; what is left out is not chosen', () => {
  expect(choicesOf(plan, new Set(['t1/b']))).toEqual([
    { topic: 't1', passage: 'a', hash: 'h1', take: true },
    { topic: 't2', passage: 'a', hash: 'h3', take: true },
  ])
  expect(choicesOf(plan, new Set(['t1/a', 't1/b', 't2/a']))).toEqual([])
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
  expect(first).toEqual({ passage: plan.proposals[2]?.passage, why: 'gone' })
})
