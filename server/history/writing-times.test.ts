import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { RoomName } from '../../shared/ids/ids.ts'
import { MoveMap } from '../../shared/text/moves.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { seedOf } from '../sync/seed.ts'
import { timesOf } from './block-times.ts'
import { WritingTimes } from './writing-times.ts'

const room = 'm/m1/notes/t1' as RoomName

/** A text that is typed into at known times. */
class TimedText {
  readonly doc = new Y.Doc()
  readonly text = this.doc.getText('text')
  readonly times = new WritingTimes()
  #seq = 0

  constructor() {
    this.at(1, () => seedOf({ meeting: 'm1' as never, kind: 'notes', topic: 't1' }, true)?.(this.doc))
  }

  at(at: number, change: () => void): void {
    let update: Uint8Array = Uint8Array.of()
    const take = (emitted: Uint8Array): void => {
      update = emitted
    }
    this.doc.on('update', take)
    this.doc.transact(change)
    this.doc.off('update', take)
    this.times.add([{ room, seq: ++this.#seq, at, member: null, cause: 'typed', update }])
  }

  read(moves = new MoveMap()): { first: number; last: number }[] {
    return Object.values(timesOf(this.text, this.times, moves))
  }
}

describe('the time of a block', () => {
  it('is that of its first and of its last words', () => {
    const typed = new TimedText()
    typed.at(10, () => typed.text.insert(1, 'Hello'))
    typed.at(20, () => typed.text.insert(6, ' all'))
    typed.at(30, () => typed.text.insert(1, '¡'))
    expect(typed.read()).toEqual([{ first: 10, last: 30 }])
  })

  it('is not told of a block without words', () => {
    expect(new TimedText().read()).toEqual([])
  })

  it('is that of its typing for words that were moved', () => {
    const typed = new TimedText()
    typed.at(10, () => typed.text.insert(1, 'Hello'))
    const from = renderBlocks(typed.text)[0]?.inlines[0]?.at
    typed.at(50, () => {
      typed.text.delete(1, 5)
      typed.text.insert(1, 'Hello')
    })
    const to = renderBlocks(typed.text)[0]?.inlines[0]?.at
    if (from === undefined || to === undefined) throw new Error('The text lost its words.')
    expect(typed.read(new MoveMap([{ from, to, length: 5 }]))).toEqual([{ first: 10, last: 10 }])
  })
})
