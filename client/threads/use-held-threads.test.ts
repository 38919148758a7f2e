import { expect, it } from 'vitest'
import { threadKey } from '../outbox/thread-wish.ts'
import type { ShownThread } from './thread.ts'
import { heldThreads } from './use-held-threads.ts'

const thread = (id: string, isResolved: boolean): ShownThread => ({
  id,
  room: 'ledger',
  subject: { on: 'meeting' },
  at: 1,
  by: 'ann',
  resolved: isResolved ? { at: 2, by: 'ben' } : null,
  comments: [],
  waiting: null,
})

it('[TH1] a thread in which somebody writes keeps its place in the list when another resolves it', () => {
  const threads = [thread('a', false), thread('b', true), thread('c', true), thread('d', false)]
  const open = threads.filter(({ resolved }) => resolved === null)
  const before = new Set(['a', 'b', 'd'].map((id) => threadKey('ledger', id)))
  const shown = (isHeld: boolean) => heldThreads(threads, open, before, () => isHeld).map(({ id }) => id)
  expect(shown(true)).toEqual(['a', 'b', 'd'])
  expect(shown(false)).toEqual(['a', 'd'])
})
