import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type DraftItem, itemHash } from '../../../shared/draft/draft-item.ts'
import { DraftWatch } from './draft-watch.ts'
import { putItem } from './testing/put-item.ts'

function watchOf(doc: Y.Doc): { watch: DraftWatch; calls: string[] } {
  const watch = new DraftWatch(doc)
  const calls: string[] = []
  watch.subscribe(() => calls.push(`places ${watch.items.map(({ id }) => id).join(' ')}`))
  for (const id of ['a', 'b']) watch.subscribeText(id, () => calls.push(`text ${id}`))
  return { watch, calls }
}

test('typing in one item tells only of that item', () => {
  const doc = new Y.Doc()
  const text = putItem(doc, 'a', 'a0', 'one')
  putItem(doc, 'b', 'a1', 'two')
  const { watch, calls } = watchOf(doc)
  const before = watch.items
  text.insert(1, 'x')
  expect(calls).toEqual(['text a'])
  expect(watch.items).toBe(before)
  expect([watch.textVersion('a'), watch.textVersion('b')]).toEqual([1, 0])
})

test('[DR1] a move tells of the new order and of no text but the moved one’s', () => {
  const doc = new Y.Doc()
  putItem(doc, 'a', 'a0', 'one')
  putItem(doc, 'b', 'a1', 'two')
  const { calls } = watchOf(doc)
  ;(doc.getMap('items').get('a') as Y.Map<unknown>).set('rank', 'a2')
  expect(calls).toEqual(['text a', 'places b a'])
})

test('[DR1] an item that was removed goes, and comes back when somebody writes in it', () => {
  const doc = new Y.Doc()
  const text = putItem(doc, 'a', 'a0', 'one')
  putItem(doc, 'b', 'a1', 'two')
  const { watch, calls } = watchOf(doc)
  ;(doc.getMap('items').get('a') as Y.Map<unknown>).set('gone', itemHash(watch.items[0] as DraftItem))
  text.insert(1, 'late ')
  expect(calls).toEqual(['text a', 'places b', 'text a', 'places a b'])
})

test('a new item is told of, and what is not the draft’s is not', () => {
  const doc = new Y.Doc()
  putItem(doc, 'a', 'a0', 'one')
  const { watch, calls } = watchOf(doc)
  doc.getMap('other').set('x', 1)
  expect(calls).toEqual([])
  putItem(doc, 'b', 'a1', 'two')
  expect(calls).toContain('places a b')
  watch.destroy()
  putItem(doc, 'c', 'a2', 'three')
  expect(calls.at(-1)).toBe('places a b')
})
