import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { besideUpdate, wordsOfUpdate } from './words-of-update.ts'

/** Gives the update of every change, merged as frames of one connection are. */
function updateOf(...changes: ((text: Y.Text) => void)[]): Uint8Array {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const change of changes) change(doc.getText('text'))
  return Y.mergeUpdates(updates)
}

test('what an update inserts reads as its lines', () => {
  const line = (text: Y.Text): void => text.insertEmbed(text.length, new Y.Map())
  const update = updateOf(
    line,
    (text) => text.insert(text.length, 'One line.'),
    line,
    (text) => text.insert(text.length, 'Another.'),
  )
  expect(wordsOfUpdate(update)).toBe('One line.\nAnother.')
})

test.each<[string, (text: Y.Text) => void, string]>([
  ['in the middle', (text) => text.delete(5, 4), 'typed ones'],
  ['at the beginning', (text) => text.delete(0, 6), 'and ones'],
  ['at the end', (text) => text.delete(9, 5), 'typed and'],
  ['altogether', (text) => text.delete(0, 14), ''],
])('what was typed and taken back %s is not among its words', (_, takeBack, left) => {
  expect(wordsOfUpdate(updateOf((text) => text.insert(0, 'typed and ones'), takeBack))).toBe(left)
})

test('what was typed and taken back in two places is not among its words', () => {
  const update = updateOf(
    (text) => text.insert(0, 'one two three four'),
    (text) => text.delete(8, 6),
    (text) => text.delete(0, 4),
  )
  expect(wordsOfUpdate(update)).toBe('two four')
})

test('the places beside which an update inserts words are of others alone, and bounded', () => {
  const doc = new Y.Doc()
  doc.clientID = 1
  doc.getText('text').insert(0, 'Here it stands.')
  const away = new Y.Doc()
  away.clientID = 2
  Y.applyUpdate(away, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(away)
  away.getText('text').insert(4, ' late')
  away.getText('text').insert(9, 'r')
  const update = Y.encodeStateAsUpdate(away, before)
  expect(besideUpdate(update, 10).map(({ client, clock }) => [client, clock])).toEqual([
    [1, 3],
    [1, 4],
  ])
  expect(besideUpdate(update, 1)).toHaveLength(1)
})
