import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DraftWish } from '../outbox/draft-wish.ts'
import { countDrafted } from './count-drafted.ts'

function draft(...items: readonly Readonly<Record<string, unknown>>[]): Y.Doc {
  const doc = new Y.Doc()
  for (const [index, { id, ...item }] of items.entries()) {
    const all = { type: 'recommendation', section: 't1', rank: `a${index}`, text: new Y.Text('x'), ...item }
    doc.getMap('items').set(String(id), new Y.Map<unknown>(Object.entries(all)))
  }
  return doc
}

const three = draft({ id: 'a' }, { id: 'b' }, { id: 'h', type: 'heading' }, { id: 'c' })
const makes = (item: string, of: string | null = null): DraftWish => {
  return { does: 'create', item, type: 'recommendation', target: { section: 't1', after: null }, of }
}

it.each<[string, DraftWish[], number]>([
  ['nothing is wished', [], 3],
  ['one more, one less', [makes('n'), { does: 'remove', item: 'a' }, { does: 'remove', item: 'b' }], 2],
  ['another version of one is none of its own', [makes('n', 'a')], 3],
  ['a heading becomes one', [{ does: 'type', item: 'h', type: 'recommendation' }], 4],
  ['what is made and given up is none', [makes('n'), { does: 'remove', item: 'n' }], 3],
  ['what the room has told counts once', [makes('b')], 3],
])('[DR1] the draft counts as its page shows it: %s', (_, wishes, count) => {
  expect(countDrafted(three, wishes)).toBe(count)
})
