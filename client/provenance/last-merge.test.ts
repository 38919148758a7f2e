import { expect, test } from 'vitest'
import type { MergeFact } from '../../shared/meeting/facts.ts'
import { lastMerge } from './last-merge.ts'

const fact: MergeFact = { at: 1, by: 'ana', items: [], undone: null }
const undone: MergeFact = { ...fact, undone: { at: 2, by: 'ana' } }

test('the last merge is the one with the highest number that was not undone', () => {
  const merges = new Map([
    ['10', fact],
    ['9', fact],
    ['11', undone],
  ])
  expect(lastMerge(merges)?.number).toBe(10)
  expect(lastMerge(new Map([['1', undone]]))).toBeNull()
  expect(lastMerge(new Map())).toBeNull()
})
