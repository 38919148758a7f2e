import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import { type Pending, placeOf, stillPending, withPending } from './pending.ts'

const text = new Y.Text()

function item(id: string, rank: string, section = 't1'): DraftItem {
  return { id, type: 'recommendation', section, rank, alternativeOf: null, text }
}

function ids(items: readonly DraftItem[]): string {
  return items.map(({ id }) => id).join(' ')
}

const items = [item('a', 'a0'), item('b', 'a1'), item('c', 'a2')]
const [a] = items as [DraftItem]
const move: Pending = {
  key: 'k1',
  item: 'a',
  change: { kind: 'move', target: { section: 't1', after: 'b' } },
  stood: placeOf(a),
  answered: false,
}
const remove: Pending = {
  ...move,
  key: 'k2',
  item: 'c',
  change: { kind: 'remove' },
  stood: 't1/a2/recommendation',
}

test('another type is shown at once, and done when the room has it', () => {
  const change = { kind: 'type', type: 'heading' } as const
  const retype: Pending = { ...move, key: 'k3', change }
  const [first] = withPending(items, [retype])
  expect(first).toEqual({ ...a, type: 'heading' })
  expect(stillPending([retype], items)).toEqual([retype])
  expect(stillPending([retype], [first as DraftItem])).toEqual([])
})

test('a move is shown at once, and gone again when it is refused', () => {
  expect(ids(withPending(items, [move]))).toBe('b a c')
  expect(ids(withPending(items, []))).toBe('a b c')
})

test('moves and removals are shown together, in the order they were made', () => {
  expect(ids(withPending(items, [move, remove]))).toBe('b a')
  const back: Pending = {
    ...move,
    key: 'k3',
    change: { kind: 'move', target: { section: 't1', after: null } },
  }
  expect(ids(withPending(items, [move, back]))).toBe('a b c')
})

test('a command is done when the room has the item elsewhere, and not before', () => {
  expect(stillPending([move], items)).toEqual([move])
  expect(stillPending([move], [item('b', 'a1'), item('a', 'a1V'), item('c', 'a2')])).toEqual([])
  expect(stillPending([remove], items)).toEqual([remove])
  expect(stillPending([remove], items.slice(0, 2))).toEqual([])
})

test('an answered command that changed nothing is done with the next change of the room', () => {
  expect(stillPending([{ ...move, answered: true }], items)).toEqual([])
})

test('somebody else’s move of the same item stands over this page’s guess', () => {
  expect(stillPending([move], [item('a', 'Zz', 't2'), item('b', 'a1'), item('c', 'a2')])).toEqual([])
})

test('of two quick moves of one item the second goes on being shown when the first has arrived', () => {
  const second: Pending = {
    ...move,
    key: 'k4',
    change: { kind: 'move', target: { section: 't1', after: 'c' } },
  }
  const after = [item('b', 'a1'), item('a', 'a1V'), item('c', 'a2')]
  const left = stillPending([move, second], after)
  expect(left).toEqual([{ ...second, stood: 't1/a1V/recommendation' }])
  expect(ids(withPending(after, left))).toBe('b c a')
})
