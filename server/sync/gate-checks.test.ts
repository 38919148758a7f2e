import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { RoomDocument } from './room-document.ts'
import { any, type ForgedContent, type ForgedPlace, forge, gone, item, text, type } from './testing/forge.ts'
import { ANNS, expectAdmitted, expectRefused, FREE, notesRoom, RUN } from './testing/gated-room.ts'

const ROOTS = ['checks', 'corrections'] as const

/** Notes in which the server keeps a confirmation and a correction. Of the server: 0 the one, 1 the other. */
function withCheck(): { room: RoomDocument; at: number } {
  const room = notesRoom()
  const at = Y.getState(room.doc.store, RUN)
  room.change((doc) => {
    doc.getMap('checks').set('a/nld', { at: 1, by: 'ann', onBehalf: false, hash: 'x' })
    doc.getMap('corrections').set('c1', { line: 'a', at: 1, by: 'ann', state: 'open' })
  })
  return { room, at }
}

describe('[SY2] in the notes no member can', () => {
  it.each<[string, (root: string, at: number) => [ForgedPlace, ForgedContent]]>([
    ['write a fact', (root) => [{ parent: root, key: 'z1' }, any('x')]],
    ['write a map', (root) => [{ parent: root, key: 'z1' }, type('map')]],
    ['write over a fact', (_, at) => [{ origin: [RUN, at] }, any('x')]],
    ['write before a fact', (_, at) => [{ right: [RUN, at] }, any('x')]],
    ['write what is deleted at once', (root) => [{ parent: root, key: 'z1' }, gone(1)]],
    ['write a list', (root) => [{ parent: root }, text('x')]],
  ])('%s to checks or corrections', (_, forged) => {
    for (const [index, root] of ROOTS.entries()) {
      const { room, at } = withCheck()
      const [place, content] = forged(root, at + index)
      expectRefused(room, forge().from(FREE, 0, item(place, content)).bytes(), 'foreign-place')
    }
  })

  it('delete a confirmation or a correction', () => {
    for (const offset of [0, 1]) {
      const { room, at } = withCheck()
      expectRefused(
        room,
        forge()
          .deletes(RUN, [at + offset, 1])
          .bytes(),
        'foreign-place',
      )
    }
  })

  it('confirm by Yjs’s own calls', () => {
    const { room } = withCheck()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc))
    const before = Y.encodeStateVector(doc)
    doc.getMap('checks').set('a/nld', { at: 2, by: 'bob', onBehalf: false, hash: 'y' })
    expectRefused(room, Y.encodeStateAsUpdate(doc, before), 'foreign-place')
  })

  it('hinder words that stand beside them', () => {
    const { room } = withCheck()
    const words = item({ origin: [ANNS, 5] }, text('!'))
    expectAdmitted(room, forge().from(ANNS, 6, words).bytes())
    expect(room.doc.getText('text').toString()).toBe('Hello world!')
  })
})
