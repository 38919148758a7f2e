import { describe, expect, it } from 'vitest'
import type { ShownThread } from '../../threads/thread.ts'
import { nextThread } from './next-thread.ts'

function thread(id: string, item: string, isResolved = false): ShownThread {
  return {
    id,
    room: 'ledger',
    subject: { on: 'item', item, passage: null },
    at: 0,
    by: 'me',
    resolved: isResolved ? { at: 1, by: 'me' } : null,
    comments: [],
    waiting: null,
  }
}

const ORDER = ['one', 'two', 'three', 'four']
const THREADS = [thread('c', 'three'), thread('a', 'one'), thread('x', 'two', true), thread('b', 'three')]

describe('the next thread of the draft', () => {
  it.each([
    ['of the item that has the focus', 'three', null, 1, ['three', 'c']],
    ['of the next item that has an open one', 'two', null, 1, ['three', 'c']],
    ['after the chosen one', 'three', 'c', 1, ['three', 'b']],
    ['before the chosen one', 'three', 'c', -1, ['one', 'a']],
    ['of the item before', 'three', null, -1, ['one', 'a']],
    ['is none after the last', 'three', 'b', 1, null],
    ['is none in an item after all of them', 'four', null, 1, null],
  ] as const)('is the one %s', (_which, item, selected, step, expected) => {
    const found = nextThread(THREADS, ORDER, { item, selected }, step)
    expect(found && [found.item, found.thread]).toEqual(expected)
  })
})
