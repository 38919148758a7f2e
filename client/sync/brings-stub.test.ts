import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { bringsStub } from './brings-stub.ts'

/** The update that inserting an atom sends. */
function updateWith(atom: object): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'Nine girls')
  doc.getText('text').insertEmbed(4, atom)
  return Y.encodeStateAsUpdate(doc)
}

it.each<[string, object, boolean]>([
  ['a stub', { t: 'withheld', id: 'w1' }, true],
  ['a mention', { t: 'mention', of: 'member', id: 'ann', label: 'withheld' }, false],
  ['an end', { t: 'end' }, false],
])('an update with %s is told from others', (_, atom, expected) => {
  expect(bringsStub(updateWith(atom))).toBe(expected)
})
