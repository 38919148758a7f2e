import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { RoomName } from '../../shared/ids/ids.ts'
import { LateDesk } from './late-words.ts'
import type { Participant, Received } from './participant.ts'
import { ANN, notesRoom } from './testing/gated-room.ts'

function setUp(): { desk: LateDesk; here: Set<Participant>; send: (client: number) => Participant } {
  const document = notesRoom()
  const here = new Set<Participant>()
  const desk = new LateDesk({
    room: 'm/m1/notes/t1' as RoomName,
    document,
    read: async () => [],
    onKnown: () => {},
    isHere: (from) => here.has(from),
  })
  const send = (client: number): Participant => {
    const copy = new Y.Doc()
    copy.clientID = client
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(document.doc))
    copy.getText('text').insert(1, 'late')
    const from = { member: { id: ANN }, mayBeLate: true } as unknown as Participant
    here.add(from)
    const update = Y.encodeStateAsUpdate(copy, document.states.vector)
    desk.add({ from, update, count: 1, isAnswer: true } as Received)
    return from
  }
  return { desk, here, send }
}

it('[SY11] late words of somebody who has left meanwhile are kept, and their connection is not', async () => {
  const { desk, here, send } = setUp()
  const [stays, leaves] = [send(501), send(502)]
  here.delete(leaves)
  expect(desk.settle(1)).toEqual([])
  await Promise.resolve()
  const settled = desk.settle(2)
  expect(settled.map(({ from, kept }) => [from === stays, kept !== null])).toEqual([
    [true, true],
    [false, true],
  ])
  expect([desk.has(stays), desk.has(leaves)]).toEqual([true, false])
})
