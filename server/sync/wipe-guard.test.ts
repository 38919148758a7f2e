import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { WIPE_MIN_CHARS } from '../../shared/limits/sync-limits.ts'
import type { RoomDocument } from './room-document.ts'
import { ANN, BOB, draftRoom, notesRoom, outcome } from './testing/gated-room.ts'
import { RefusedWipe } from './wipe-guard.ts'

/** A word of four letters, another one for each number. */
const word = (number: number): string => `w${String(number).padStart(3, '0')}`
const words = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, at) => word(from + at)).join(' ')

/** The notes with this text and no other. */
function roomWith(text: string): RoomDocument {
  const room = notesRoom()
  room.change((doc) => {
    doc.getText('text').delete(1, 'Hello world'.length)
    doc.getText('text').insert(1, text)
  })
  return room
}

/** What a page sends that was here, was offline while this was done, and comes back. */
function answerAfter(room: RoomDocument, act: (doc: Y.Doc, text: Y.Text) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc))
  const before = Y.encodeStateVector(room.doc)
  doc.transact(() => act(doc, doc.getText('text')))
  return Y.encodeStateAsUpdate(doc, before)
}

const answer = (room: RoomDocument, update: Uint8Array, agreed = 0): string =>
  outcome(() => room.apply(update, BOB, true, agreed))

const textOf = (room: RoomDocument): string => room.doc.getText('text').toString()

describe('[SY8] an answer that would remove most of a text', () => {
  const all = words(100)

  it('is refused, says how much would vanish, and changes nothing', () => {
    const room = roomWith(all)
    const update = answerAfter(room, (_, text) => text.delete(1, all.length))
    let refused: unknown
    try {
      room.apply(update, BOB, true, 0)
    } catch (error) {
      refused = error
    }
    expect(refused).toBeInstanceOf(RefusedWipe)
    expect((refused as RefusedWipe).wipe).toEqual({ removed: 400, of: 400 })
    expect(textOf(room)).toBe(all)
    expect(
      answer(
        room,
        answerAfter(room, (_, text) => text.insert(1, 'on ')),
      ),
    ).toBe('admitted')
  })

  it.each([
    ['half of it', 50, 'admitted'],
    ['a word more than half', 51, 'wipe'],
    ['a word less than half', 49, 'admitted'],
  ])('%s', (_, gone, expected) => {
    const room = roomWith(all)
    expect(
      answer(
        room,
        answerAfter(room, (_, text) => text.delete(1, gone * 5)),
      ),
    ).toBe(expected)
  })

  it.each([
    ['of a text below the bound is let in', WIPE_MIN_CHARS / 4 - 1, 'admitted'],
    ['of a text at the bound is refused', WIPE_MIN_CHARS / 4, 'wipe'],
  ])('%s', (_, count, expected) => {
    const text = words(count)
    const room = roomWith(text)
    expect(
      answer(
        room,
        answerAfter(room, (_, all) => all.delete(1, text.length)),
      ),
    ).toBe(expected)
  })

  it('is let in when its sender agreed to as much, and not when to less', () => {
    const room = roomWith(all)
    const update = answerAfter(room, (_, text) => text.delete(1, all.length))
    expect(answer(room, update, 399)).toBe('wipe')
    expect(answer(room, update, 400)).toBe('admitted')
    expect(textOf(room)).toBe('')
  })

  it('is let in as what somebody types, who sees what happens and can undo it', () => {
    const room = roomWith(all)
    const update = answerAfter(room, (_, text) => text.delete(1, all.length))
    expect(outcome(() => room.apply(update, BOB, true))).toBe('admitted')
  })

  it('counts only what stands: what others have deleted meanwhile is not removed again', () => {
    const room = roomWith(all)
    const update = answerAfter(room, (_, text) => text.delete(1, all.length))
    room.change((doc) => doc.getText('text').delete(1, 60 * 5))
    expect(answer(room, update, 160)).toBe('admitted')
  })

  it('counts what others have written meanwhile as text that stays', () => {
    const room = roomWith(all)
    const update = answerAfter(room, (_, text) => text.delete(1, all.length))
    room.change((doc) => doc.getText('text').insert(1 + all.length, ` ${words(101, 200)}`))
    expect(answer(room, update)).toBe('admitted')
  })

  it('is refused where other words take the place, as a page that translates itself would do', () => {
    const room = roomWith(all)
    const update = answerAfter(room, (_, text) => {
      text.delete(1, all.length)
      text.insert(1, words(100, 500))
    })
    expect(answer(room, update)).toBe('wipe')
  })

  it('counts each character of a script that writes no spaces', () => {
    const text = Array.from({ length: 300 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')
    const half = roomWith(text)
    expect(
      answer(
        half,
        answerAfter(half, (_, all) => all.delete(1, 150)),
      ),
    ).toBe('admitted')
    const room = roomWith(text)
    expect(
      answer(
        room,
        answerAfter(room, (_, all) => all.delete(1, 151)),
      ),
    ).toBe('wipe')
    const moved = answerAfter(room, (_, all) => {
      all.delete(1, 150)
      all.insert(1 + 150, text.slice(0, 150))
      all.delete(1, 150)
      all.insert(1 + 150, text.slice(150))
    })
    expect(answer(room, moved)).toBe('admitted')
  })
})

describe('[SY8] honest work without a connection is no wipe', () => {
  const all = words(100)

  it('a text that was cut and pasted elsewhere', () => {
    const room = roomWith(all)
    const update = answerAfter(room, (_, text) => {
      text.delete(1, all.length)
      text.insert(text.length - 1, all)
    })
    expect(answer(room, update)).toBe('admitted')
  })

  it('everything deleted, and undone', () => {
    const room = roomWith(all)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc))
    const before = Y.encodeStateVector(doc)
    const undo = new Y.UndoManager(doc.getText('text'))
    doc.getText('text').delete(1, all.length)
    undo.undo()
    expect(doc.getText('text').toString()).toBe(all)
    expect(answer(room, Y.encodeStateAsUpdate(doc, before))).toBe('admitted')
  })

  it('a letter changed in every word', () => {
    const room = roomWith(all)
    const update = answerAfter(room, (_, text) => {
      for (let at = 0; at < 100; at++) {
        text.delete(1 + at * 5, 1)
        text.insert(1 + at * 5, 'v')
      }
    })
    expect(answer(room, update)).toBe('admitted')
  })

  it('an hour of notes that grew, with a third of the old words struck', () => {
    const room = roomWith(all)
    const update = answerAfter(room, (_, text) => {
      for (let step = 0; step < 120; step++) {
        text.insert(text.length - 1, ` ${words(6, 1000 + step * 6)}`)
        if (step % 4 === 0) text.delete(1 + (step / 4) * 5, 5)
      }
    })
    expect(answer(room, update)).toBe('admitted')
    expect(textOf(room).length).toBeGreaterThan(3000)
  })

  it('what was written and deleted there alone', () => {
    const room = roomWith(all)
    const update = answerAfter(room, (_, text) => {
      text.insert(1, words(300, 300))
      text.delete(1, words(300, 300).length)
    })
    expect(answer(room, update)).toBe('admitted')
  })
})

describe('[SY8] at the draft', () => {
  const long = words(60)

  function draftWith(): RoomDocument {
    const room = draftRoom()
    room.change((doc) => {
      for (const id of ['i1', 'i2']) itemText(doc, id).insert(id === 'i1' ? 1 : 0, long)
    })
    return room
  }

  function itemText(doc: Y.Doc, id: string): Y.Text {
    return (doc.getMap('items').get(id) as Y.Map<Y.Text>).get('text') as Y.Text
  }

  const emptied = (room: RoomDocument, ...ids: string[]): Uint8Array =>
    answerAfter(room, (doc) => {
      for (const id of ids) itemText(doc, id).delete(id === 'i1' ? 1 : 0, long.length)
    })

  it('all items count together: one of two may be emptied, both may not', () => {
    expect(answer(draftWith(), emptied(draftWith(), 'i2'))).toBe('admitted')
    const room = draftWith()
    expect(answer(room, emptied(room, 'i1', 'i2'))).toBe('wipe')
  })

  it('a removed item is no part of the text', () => {
    const room = draftWith()
    room.change((doc) => (doc.getMap('items').get('i1') as Y.Map<unknown>).set('gone', 'hash'))
    expect(answer(room, emptied(room, 'i2'))).toBe('wipe')
  })
})

describe('[SY8] the guard', () => {
  it('makes no root in a room that it looks at', () => {
    const room = roomWith(words(100))
    const roots = [...room.doc.share.keys()]
    expect(
      outcome(() =>
        room.apply(
          answerAfter(room, (_, text) => text.delete(1, 400)),
          ANN,
          true,
          0,
        ),
      ),
    ).toBe('wipe')
    expect([...room.doc.share.keys()]).toEqual(roots)
  })
})
