import { describe, expect, it } from 'vitest'
import { raw } from '../../../shared/text/testing/flat-text.ts'
import { joinLineAbove, joinLineBelow, setLineAttributes, splitLine } from './commands.ts'
import { alone } from './testing/room.ts'
import type { Place } from './testing/writer.ts'

describe('Enter', () => {
  it.each<[string, string[], Place, string[], string]>([
    ['inside a line cuts it', ['a|One two'], 'One', ['a|One', 'ann1| two'], 'ann1:0'],
    ['at the start puts an empty line before', ['a|One'], ['a', 0], ['ann1|', 'a|One'], 'a:0'],
    ['at the end puts an empty line after', ['a|One', 'b|Two'], 'One', ['a|One', 'ann1|', 'b|Two'], 'ann1:0'],
    ['in an empty line is Enter at its end', ['a|', 'b|Two'], ['a', 0], ['a|', 'ann1|', 'b|Two'], 'ann1:0'],
    [
      'at the end of a heading makes a paragraph',
      ['a heading level=2|T'],
      'T',
      ['a level=2 heading|T', 'ann1|'],
      'ann1:0',
    ],
    [
      'inside a heading makes two',
      ['a heading|One two'],
      'One',
      ['a heading|One', 'ann1 heading| two'],
      'ann1:0',
    ],
    [
      'copies bullet and depth',
      ['a bullet depth=2|One'],
      'One',
      ['a depth=2 bullet|One', 'ann1 depth=2 bullet|'],
      'ann1:0',
    ],
    [
      'copies the speaker, not lead, kind, lang',
      ['a speaker=m:FRA lead kind=trend lang=fr verbatim=1|One'],
      'One',
      ['a kind=trend lang=fr lead speaker=m:FRA verbatim=1|One', 'ann1 speaker=m:FRA|'],
      'ann1:0',
    ],
  ])('[TX4] %s', (_title, lines, place, expected, selection) => {
    const { room, ann } = alone(lines)
    ann.caret(place).enter()
    expect(room.exchange()).toEqual(expected)
    expect(ann.selection).toBe(selection)
  })

  it('[TX4] over a selection deletes it first', () => {
    const { room, ann } = alone(['a|One two three'])
    ann.select(' two ').enter()
    expect(room.exchange()).toEqual(['a|One', 'ann1|three'])
  })

  it('[TX2] Enter before a joined run: the run is joined to the new marker, its neighbour', () => {
    const { room, ann } = alone(['a|One two', 'b|three'])
    ann.caret(['b', 0]).backspace()
    ann.caret('One').enter()
    expect(room.exchange()).toEqual(['a|One', 'ann1| two¦b¦three'])
    expect(raw(ann.text)).toEqual(['a|One', 'ann1| two', 'b join=ann1|three'])
  })

  it('[TX14] Enter behind a seam cuts the joined run', () => {
    const { room, ann } = alone(['a|One', 'b|two three', 'c|End'])
    ann.caret(['b', 0]).backspace()
    ann.caret('two').enter()
    expect(room.exchange()).toEqual(['a|One¦b¦two', 'ann1| three', 'c|End'])
  })

  it('[TX14] Enter at the middle seam of three opens that one alone', () => {
    const { room, ann } = alone(['a|One', 'b|two', 'c|three'])
    ann.caret(['c', 0]).backspace()
    ann.caret(['b', 0]).backspace()
    expect(room.exchange()).toEqual(['a|One¦b¦two¦c¦three'])
    ann.caret('One').enter()
    expect(room.exchange()).toEqual(['a|One', 'b|two¦c¦three'])
  })

  it('does nothing without a dispatch but says that it could', () => {
    const { ann } = alone(['a|One'])
    expect(splitLine(ann.binding, ann.newId)(ann.state)).toBe(true)
    expect(ann.shows).toEqual(['a|One'])
  })
})

describe('joining', () => {
  it.each<[string, string[], string[], string]>([
    ['two lines', ['a|One', 'b|two'], ['a|One¦b¦two'], 'a:3'],
    ['an empty line into the one above', ['a|One', 'b|'], ['a|One'], 'a:3'],
    ['a line into an empty one above: it keeps its own id', ['a|', 'b|two'], ['b|two'], 'b:0'],
    [
      'a line into another speaker’s empty one',
      ['a speaker=x|', 'b speaker=y|two'],
      ['b speaker=y|two'],
      'b:0',
    ],
  ])('[TX3] Backspace joins %s', (_title, lines, expected, selection) => {
    const { room, ann } = alone(lines)
    ann.caret(['b', 0]).backspace()
    expect(room.exchange()).toEqual(expected)
    expect(ann.selection).toBe(selection)
  })

  it.each<[string, string[], string[]]>([
    ['two lines', ['a|One', 'b|two'], ['a|One¦b¦two']],
    ['an empty line below', ['a|One', 'b|'], ['a|One']],
    ['an empty line with the one below, which keeps its id', ['a|', 'b|two'], ['b|two']],
    ['nothing below: nothing', ['a|One'], ['a|One']],
    [
      'another speaker: nothing',
      ['a speaker=x|One', 'b speaker=y|two'],
      ['a speaker=x|One', 'b speaker=y|two'],
    ],
    [
      'a new lead of the same speaker: nothing',
      ['a speaker=x|One', 'b lead speaker=x|two'],
      ['a speaker=x|One', 'b lead speaker=x|two'],
    ],
  ])('[TX3] Delete at a line’s end with %s', (_title, lines, expected) => {
    const { room, ann } = alone(lines)
    ann.caret(['a', -1]).deleteForward()
    expect(room.exchange()).toEqual(expected)
  })

  it('leaves keys inside a line, and those of a selection, to the editor', () => {
    const { ann } = alone(['a|One', 'b|two'])
    ann.caret('On')
    expect(ann.run(joinLineAbove(false))).toBe(false)
    expect(ann.run(joinLineBelow)).toBe(false)
    ann.select('One')
    expect(ann.run(joinLineAbove(false))).toBe(false)
    ann.caret(['a', 0])
    expect(ann.run(joinLineAbove(true))).toBe(false)
  })

  it('[TX14] takes the key across speakers without a change, so that the editor does not join either', () => {
    const { ann } = alone(['a speaker=x|One', 'b speaker=y|two'])
    ann.caret(['b', 0])
    expect(ann.run(joinLineAbove(false))).toBe(true)
    ann.caret('One')
    expect(ann.run(joinLineBelow)).toBe(true)
    expect(ann.outbox).toEqual([])
  })

  it('[TX3] the next lines keep their place in a chain of joins', () => {
    const { room, ann } = alone(['a|One', 'b|two', 'c|three', 'd|four'])
    ann.caret(['b', 0]).backspace()
    ann.caret(['c', 0]).backspace()
    ann.caret(['d', 0]).backspace()
    expect(room.exchange()).toEqual(['a|One¦b¦two¦c¦three¦d¦four'])
    expect(raw(ann.text)).toEqual(['a|One', 'b join=a|two', 'c join=b|three', 'd join=c|four'])
  })

  it('[TX3] a chain whose middle is deleted is joined past it', () => {
    const { room, ann } = alone(['a|One', 'b|two', 'c|three'])
    ann.caret(['b', 0]).backspace()
    ann.caret(['c', 0]).backspace()
    ann.delete('two')
    expect(room.exchange().join('').replaceAll(/¦\w¦/g, '')).toBe('a|Onethree')
  })
})

describe('attributes', () => {
  it('sets them on every line of the selection and takes them away with null', () => {
    const { room, ann } = alone(['a|One', 'b lang=fr|Two', 'c|Three'])
    ann.select('One', 'Two').set({ type: 'bullet', depth: 1 })
    expect(room.exchange()).toEqual(['a depth=1 bullet|One', 'b depth=1 lang=fr bullet|Two', 'c|Three'])
    ann.set({ type: null, depth: null })
    expect(room.exchange()).toEqual(['a|One', 'b lang=fr|Two', 'c|Three'])
  })

  it('[TX6] writes only what differs', () => {
    const { ann } = alone(['a heading level=2|One'])
    let keys: unknown[] = []
    ann.text.observeDeep((events) => {
      keys = events.flatMap((event) => [...event.changes.keys.keys()])
    })
    ann.caret('One').set({ type: 'heading', level: 3 })
    expect(keys).toEqual(['level'])
  })

  it('says that it could without a dispatch', () => {
    const { ann } = alone(['a|One'])
    expect(setLineAttributes({ lang: 'fr' })(ann.state)).toBe(true)
  })
})
