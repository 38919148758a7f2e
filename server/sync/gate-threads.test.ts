import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { RoomName } from '../../shared/ids/ids.ts'
import { cleanUpOf } from './clean-formats.ts'
import type { RoomDocument } from './room-document.ts'
import { any, type ForgedContent, type ForgedPlace, forge, gone, item, text, type } from './testing/forge.ts'
import {
  ANN,
  ANNS,
  draftRoom,
  expectAdmitted,
  expectRefused,
  FREE,
  ledgerRoom,
  notesRoom,
  RUN,
} from './testing/gated-room.ts'
import { RefusedWipe } from './wipe-guard.ts'

const ROOTS = ['threads', 'comments'] as const
const ROOMS = { notes: notesRoom, draft: draftRoom, ledger: ledgerRoom }

/** A room in which the server keeps a thread and its comment. Of the server: 0 the thread, 1 the comment. */
function withThread(kind: keyof typeof ROOMS): { room: RoomDocument; at: number } {
  const room = ROOMS[kind]()
  const at = Y.getState(room.doc.store, RUN)
  room.change((doc) => {
    doc.getMap('threads').set('x1', { at: 1, by: 'ann', resolved: null })
    doc.getMap('comments').set('y1', { thread: 'x1', at: 1, by: 'ann', parts: ['Words.'] })
  })
  return { room, at }
}

describe.each(Object.keys(ROOMS) as (keyof typeof ROOMS)[])(
  '[SY2] in the room of the %s no member can',
  (kind) => {
    it.each<[string, (root: string, at: number) => [ForgedPlace, ForgedContent]]>([
      ['write a fact', (root) => [{ parent: root, key: 'z1' }, any('x')]],
      ['write a map', (root) => [{ parent: root, key: 'z1' }, type('map')]],
      [
        'write over a fact',
        (root, at) => [{ origin: [RUN, at + ROOTS.indexOf(root as 'threads')] }, any('x')],
      ],
      [
        'write before a fact',
        (root, at) => [{ right: [RUN, at + ROOTS.indexOf(root as 'threads')] }, any('x')],
      ],
      ['write what is deleted at once', (root) => [{ parent: root, key: 'z1' }, gone(1)]],
      ['write a list', (root) => [{ parent: root }, text('x')]],
    ])('%s to threads or comments', (_, forged) => {
      for (const root of ROOTS) {
        const { room, at } = withThread(kind)
        expectRefused(
          room,
          forge()
            .from(FREE, 0, item(...forged(root, at)))
            .bytes(),
          'foreign-place',
        )
      }
    })

    it('delete a thread or a comment', () => {
      for (const offset of [0, 1]) {
        const { room, at } = withThread(kind)
        expectRefused(
          room,
          forge()
            .deletes(RUN, [at + offset, 1])
            .bytes(),
          'foreign-place',
        )
      }
    })

    it('write a thread by Yjs’s own calls', () => {
      const { room } = withThread(kind)
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc))
      const before = Y.encodeStateVector(doc)
      doc.getMap('threads').set('x1', { at: 2, by: 'bob', resolved: { at: 2, by: 'bob' } })
      expectRefused(room, Y.encodeStateAsUpdate(doc, before), 'foreign-place')
    })
  },
)

describe('in a room that holds threads', () => {
  it('[SY2] words are admitted as ever', () => {
    const { room } = withThread('notes')
    expectAdmitted(
      room,
      forge()
        .from(ANNS, 6, item({ origin: [ANNS, 5] }, text('!')))
        .bytes(),
    )
    expect(room.doc.getText('text').toString()).toBe('Hello world!')
  })

  it('[SY8] a wipe is measured by the words of the notes alone', () => {
    const { room } = withThread('notes')
    room.change((doc) => {
      doc.getText('text').insert(1, 'many words '.repeat(60))
      doc.getMap('comments').set('y2', { thread: 'x1', parts: ['many words '.repeat(900)] })
    })
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.doc))
    copy.getText('text').delete(1, 660)
    const update = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(room.doc))
    expect(() => room.apply(update, ANN, true, 0)).toThrow(RefusedWipe)
  })

  it('[JR1] a snapshot holds them', () => {
    const { room } = withThread('notes')
    const state = Y.encodeStateAsUpdate(room.doc)
    const loaded = new Y.Doc()
    Y.applyUpdate(loaded, state)
    expect(loaded.getMap('threads').get('x1')).toEqual({ at: 1, by: 'ann', resolved: null })
    expect(cleanUpOf('m/m1/notes/t1' as RoomName, loaded)).toBeNull()
  })
})
