import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asBracket, countBrackets } from '../../../shared/text/brackets.ts'
import { two } from '../binding/testing/room.ts'
import type { Writer } from '../binding/testing/writer.ts'
import { bracketAtCaret, deleteBracketed, putInBrackets, removeBrackets } from './bracket-commands.ts'
import { companionsPlugin } from './companions-plugin.ts'
import { behindMark, insertFootnote } from './footnote-commands.ts'
import { atomsOf, bracketsOf, footnotesOf, noteOf } from './parts.ts'
import { readMarks } from './testing/read-marks.ts'

function start(...lines: string[]) {
  return two(lines, [companionsPlugin({ stopCapturing: () => steps++ })])
}

/** How often a step of undo was ended. */
let steps = 0

function bracket(writer: Writer, id: string, words: string): Writer {
  const transaction = putInBrackets(writer.select(words).state, id)
  return transaction === null ? writer : writer.dispatch(transaction)
}

describe('brackets', () => {
  it('[TX16] go round the selected words, without the space at their ends, also across lines', () => {
    const { ann, ben, room } = start('a|One two three', 'b|four five')
    bracket(ann, '1', ' two ')
    const transaction = putInBrackets(ann.select('three', 'four').state, '2')
    if (transaction !== null) ann.dispatch(transaction)
    room.exchange()
    expect(readMarks(ben.state.doc)).toBe('One [1 two 1] [2 three / four 2] five')
  })

  it('[TX16] with nothing but space selected there are none; the whole text leaves its footnotes outside', () => {
    const { ann } = start('a|One two', 'f footnote note=n|Note')
    expect(putInBrackets(ann.caret('One').state, '1')).toBeNull()
    expect(putInBrackets(ann.select(' ').state, '1')).toBeNull()
    const transaction = putInBrackets(ann.state, '1', true)
    if (transaction !== null) ann.dispatch(transaction)
    expect(readMarks(ann.state.doc)).toBe('[1 One two 1] / n: Note')
  })

  it('[TX16] deleting one of a pair deletes the other, and one undo brings both back', () => {
    const { ann, ben, room } = start('a|One two three')
    bracket(ann, '1', 'two')
    room.exchange()
    ben.delete(['a', 4], ['a', 5])
    room.exchange()
    expect(readMarks(ann.state.doc)).toBe('One two three')
    ben.undo()
    room.exchange()
    expect(readMarks(ann.state.doc)).toBe('One [1 two 1] three')
    ben.redo()
    room.exchange()
    expect(readMarks(ann.state.doc)).toBe('One two three')
  })

  it('[TX16] deleting one of a pair is a step of undo of its own, also just after something was typed', () => {
    const { ann } = start('a|One two three')
    bracket(ann, '1', 'two')
    ann.type('x')
    const before = steps
    ann.type('y')
    expect(steps).toBe(before)
    ann.delete(['a', 4], ['a', 5])
    expect(steps).toBe(before + 1)
  })

  it('[TX16] what is moved to another line keeps its pair', () => {
    const { ann } = start('a|One two', 'b|three')
    bracket(ann, '1', 'two')
    ann.moveBlock('b', 'a')
    expect(readMarks(ann.state.doc)).toBe('three / One [1 two 1]')
  })

  it('[TX16] are taken away with or without their words; one undo each', () => {
    const { ann } = start('a|One two three')
    bracket(ann, '1', 'two')
    const keep = removeBrackets(ann.state, '1')
    if (keep !== null) ann.dispatch(keep)
    expect(readMarks(ann.state.doc)).toBe('One two three')
    ann.undo()
    const drop = deleteBracketed(ann.state, '1')
    if (drop !== null) ann.dispatch(drop)
    expect(readMarks(ann.state.doc)).toBe('One  three')
    ann.undo()
    expect(readMarks(ann.state.doc)).toBe('One [1 two 1] three')
    expect(removeBrackets(ann.state, '9')).toBeNull()
    expect(deleteBracketed(ann.state, '9')).toBeNull()
  })

  it('[TX16] deleting bracketed text takes the other half of a pair that crosses it', () => {
    const { ann } = start('a|One two three four')
    bracket(ann, '1', 'One two three')
    bracket(ann, '2', 'three')
    const four = putInBrackets(ann.select('two', 'four').state, '3')
    if (four !== null) ann.dispatch(four)
    const drop = deleteBracketed(ann.state, '1')
    if (drop !== null) ann.dispatch(drop)
    expect(readMarks(ann.state.doc)).toBe(' four')
  })

  it('[TX16] the caret touches the bracket before or after it', () => {
    const { ann } = start('a|One two')
    bracket(ann, '1', 'two')
    expect(bracketAtCaret(ann.caret('One ').state)).toBe('1')
    expect(bracketAtCaret(ann.caret('One').state)).toBeNull()
  })

  it('[TX16] two people who bracket the same words nest, and one who types inside loses nothing', () => {
    const { ann, ben, room } = start('a|One two three')
    bracket(ann, '1', 'two')
    bracket(ben, '2', 'two')
    room.exchange()
    expect(countBrackets(bracketsOf(ann.state.doc))).toEqual({ all: 2, alone: 0 })
    ann.delete(['a', 4], ['a', 5])
    ben.caret('two').type(' and')
    room.exchange()
    expect(readMarks(ann.state.doc)).toContain('two and')
    expect(countBrackets(bracketsOf(ben.state.doc))).toEqual({ all: 1, alone: 0 })
  })

  it('[TX16] with two people who set, delete, type and undo, no word goes that nobody deleted, and a lone bracket is only ever shown (seed 11)', () => {
    const step = fc.record({
      who: fc.boolean(),
      what: fc.constantFrom('set', 'drop', 'type', 'undo', 'redo', 'exchange'),
      at: fc.nat(40),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { ann, ben, room } = start('a|One two three four')
        let count = 0
        for (const { who, what, at } of steps) {
          const writer = who ? ann : ben
          if (what === 'exchange') room.exchange()
          else if (what === 'undo' || what === 'redo') writer[what]()
          else act(writer, what, at, `${++count}`)
        }
        const words = (text: string): string => text.replace(/[^A-Za-z ]/g, '').replace(/x/g, '')
        room.exchange()
        expect(words(ann.state.doc.textContent)).toBe('One two three four')
        expect(readMarks(ann.state.doc)).toBe(readMarks(ben.state.doc))
        const one = ann.state.doc.child(0)
        expect(atomsOf(ann.state.doc).filter(({ atom }) => asBracket(atom) === null)).toEqual([])
        expect(one.textBetween(0, one.content.size, '', '')).toBe(one.textContent)
      }),
      { seed: 11, numRuns: 150 },
    )
  })
})

function act(writer: Writer, what: string, at: number, id: string): void {
  const size = writer.state.doc.child(0).content.size
  if (what === 'type') writer.caret(['a', at % (size + 1)]).type('x')
  if (what === 'set') {
    writer.select(['a', at % size], ['a', Math.min(size, (at % size) + 5)])
    const transaction = putInBrackets(writer.state, id)
    if (transaction !== null) writer.dispatch(transaction)
  }
  const place = bracketsOf(writer.state.doc)[at % 4]
  if (what === 'drop' && place !== undefined) writer.dispatch(writer.state.tr.delete(place.at, place.at + 1))
}

describe('footnotes', () => {
  function note(writer: Writer, id: string, after: string): Writer {
    const transaction = insertFootnote(writer.caret(after).state, { note: id, line: `line-${id}` })
    return transaction === null ? writer : writer.dispatch(transaction)
  }

  it('[TX16] a mark at the caret and a line under the text, in the order of the marks', () => {
    const { ann, ben, room } = start('a|One two', 'b|three')
    note(ann, 'n', 'two').type('Second')
    note(ann, 'm', 'One').type('First')
    note(ann, 'o', 'three').type('Third')
    room.exchange()
    expect(readMarks(ben.state.doc)).toBe('One^m two^n / three^o / m: First / n: Second / o: Third')
  })

  it('[TX16] there is none in a footnote, and the caret knows the way back', () => {
    const { ann } = start('a|One two')
    note(ann, 'n', 'One').type('Note')
    expect(insertFootnote(ann.state, { note: 'x', line: 'y' })).toBeNull()
    expect(behindMark(ann.state)).toBe(5)
    expect(behindMark(ann.caret('One').state)).toBeNull()
  })

  it('[TX16] removing the mark hides the footnote, and undo brings both back', () => {
    const { ann, ben, room } = start('a|One two')
    note(ann, 'n', 'One').type('Note').caret('two')
    room.exchange()
    ben.delete(['a', 3], ['a', 4])
    room.exchange()
    expect(readMarks(ann.state.doc)).toBe('One two')
    ben.undo()
    room.exchange()
    expect(readMarks(ann.state.doc)).toBe('One^n two / n: Note')
  })

  it('[TX16] removing the footnote removes its mark; also where a line of text went as a whole', () => {
    const { ann } = start('a|One two')
    note(ann, 'n', 'One').backspace()
    expect(readMarks(ann.state.doc)).toBe('One two')
    ann.undo()
    ann.deleteBlock('a')
    expect(atomsOf(ann.state.doc).map(({ atom }) => noteOf(atom))).toEqual([])
    expect(footnotesOf(ann.state.doc)).toEqual([])
  })

  it('[TX13] words that somebody types in a footnote meanwhile stay, without its mark', () => {
    const { ann, ben, room } = start('a|One two')
    note(ann, 'n', 'One').type('Note')
    room.exchange()
    ann.delete(['a', 3], ['a', 4])
    ben.caret('Note').type(' more')
    room.exchange()
    expect(readMarks(ann.state.doc)).toContain('n:  more')
  })

  it('[TX14] nothing flows from the text into a footnote where what is between them is deleted', () => {
    const { ann } = start('a|One two')
    note(ann, 'n', 'One').type('Note here')
    ann.delete('two', 'Note')
    expect(readMarks(ann.state.doc)).toBe('One^n  / n:  here')
  })
})
