import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { ANN, BOB, notesRoom } from './testing/gated-room.ts'

it('[SY6] an answer that brings nothing brings nothing from anybody, and hides nothing that is new', () => {
  const room = notesRoom()
  const copy = (client: number): Y.Doc => {
    const doc = new Y.Doc()
    doc.clientID = client
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc))
    return doc
  }
  const answer = Y.encodeStateAsUpdate(room.doc)
  expect(room.apply(answer, ANN, true)).toBeNull()
  expect(room.apply(answer.slice(), BOB, false)).toBeNull()

  const ben = copy(7001)
  ben.getText('text').insert(1, 'x')
  const longer = Y.encodeStateAsUpdate(ben)
  expect(room.apply(longer, BOB, true)?.clients).toEqual([7001])
  expect(room.apply(longer, ANN, true)).toBeNull()
  expect(room.apply(answer, ANN, true)).toBeNull()

  // One byte of many is another: what was typed next is as long as what was typed before.
  const typed: Uint8Array[] = []
  ben.on('update', (update: Uint8Array) => typed.push(update))
  ben.getText('text').insert(2, 'y')
  ben.getText('text').insert(3, 'z')
  const [first, second] = typed as [Uint8Array, Uint8Array]
  expect(room.apply(first, BOB, true)).not.toBeNull()
  expect(room.apply(first, BOB, true)).toBeNull()
  expect(second.length).toBe(first.length)
  expect(room.apply(second, BOB, true)).not.toBeNull()
})
