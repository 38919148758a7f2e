import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { LedgerReader } from './ledger-facts.ts'

test('a root reads as the same map until something in it changes', () => {
  const ledger = new Y.Doc()
  const reader = new LedgerReader(ledger)
  const before = reader.read('topics')
  const listener = vi.fn()
  const stop = reader.watch('topics', listener)
  ledger.getMap('members').set('m', { name: 'A. Kaya' })
  expect(reader.read('topics')).toBe(before)

  ledger.getMap('topics').set('t1', { number: 1 })
  expect(reader.read('topics').get('t1')).toEqual({ number: 1 })
  expect(reader.read('topics')).toBe(reader.read('topics'))
  stop()
  ledger.getMap('topics').delete('t1')
  expect(listener).toHaveBeenCalledTimes(1)
  expect(reader.read('topics').size).toBe(0)
})
