import { describe, expect, it } from 'vitest'
import { two } from '../binding/testing/room.ts'
import type { Writer } from '../binding/testing/writer.ts'
import { type BlockSigns, carryOutShorthand, LIST_SIGNS, readShorthand } from './markdown-shorthand.ts'

const SIGNS: BlockSigns = {
  '#': 'heading-1',
  '##': 'heading-2',
  '###': 'heading-3',
  '1.': 'ordered',
  ...LIST_SIGNS,
}

describe('what is typed at a line’s start', () => {
  it.each([
    ['#', 'heading-1'],
    ['##', 'heading-2'],
    ['###', 'heading-3'],
    ['-', 'bullet'],
    ['*', 'bullet'],
    ['1.', 'ordered'],
  ])('%s and a space make the line %s', (signs, block) => {
    expect(readShorthand(signs, ' ', SIGNS)).toEqual({ does: 'block', block, length: signs.length + 1 })
  })

  it.each(['####', '2.', 'a #', ' -', '', '–', 'constructor'])(
    '"%s" and a space stay as they are',
    (before) => {
      expect(readShorthand(before, ' ', SIGNS)).toBeNull()
    },
  )

  it('in a text whose lines become nothing else stays as it is', () => {
    expect(readShorthand('#', ' ', {})).toBeNull()
  })
})

describe('what is typed around words', () => {
  it.each([
    ['so **very much*', '*', { does: 'mark', mark: 'bold', from: 3, to: 16, signs: 2 }],
    ['so *much', '*', { does: 'mark', mark: 'italic', from: 3, to: 9, signs: 1 }],
    ['(_much', '_', { does: 'mark', mark: 'italic', from: 1, to: 7, signs: 1 }],
    ['جدا **مهم*', '*', { does: 'mark', mark: 'bold', from: 4, to: 11, signs: 2 }],
    [
      'see [the site](https://un.org',
      ')',
      { does: 'link', from: 4, to: 30, words: 8, href: 'https://un.org' },
    ],
    ['[a](mailto:a@un.org', ')', { does: 'link', from: 0, to: 20, words: 1, href: 'mailto:a@un.org' }],
  ])('%s%s is read', (before, typed, expected) => {
    expect(readShorthand(before, typed, SIGNS)).toEqual(expected)
  })

  it.each([
    ['5 * 3 ', '*'],
    ['5*3', '*'],
    ['**', '*'],
    ['**bold', '*'],
    ['** bold *', '*'],
    ['*and ', '*'],
    ['a_b', '_'],
    ['__', '_'],
    ['[x](javascript:alert(1)', ')'],
    ['[x](http://un.org', ')'],
    ['(as said', ')'],
  ])('%s%s stays as it is', (before, typed) => {
    expect(readShorthand(before, typed, SIGNS)).toBeNull()
  })
})

describe('in the notes of two people', () => {
  /** Types words and then a character that completes something, as the editor does. */
  function complete(writer: Writer, words: string, typed: string): void {
    writer.type(words)
    const { $head } = writer.state.selection
    const before = $head.parent.textBetween(0, $head.parentOffset)
    const shorthand = readShorthand(before, typed, SIGNS)
    writer.type(typed)
    if (shorthand === null) throw new Error('Nothing is completed by it.')
    const { tr } = writer.state
    carryOutShorthand(tr, $head.start(), shorthand)
    writer.dispatch(tr)
  }

  it('[TX12] a heading arrives at the other, and one undo gives the typed characters back', () => {
    const { room, ann } = two(['a|'])
    complete(ann.caret(['a', 0]), '#', ' ')
    expect(room.exchange()).toEqual(['a heading|'])
    ann.undo()
    expect(room.exchange()).toEqual(['a|# '])
  })

  it('[TX12] bold arrives at the other, what is typed next is not bold, and undo gives the signs back', () => {
    const { room, ann } = two(['a|'])
    complete(ann.caret(['a', 0]), 'so **much*', '*')
    ann.type(' more')
    expect(room.exchange()).toEqual(['a|so *much* more'])
    ann.undo()
    ann.undo()
    expect(room.exchange()).toEqual(['a|so **much**'])
  })

  it('a link arrives at the other as its words', () => {
    const { room, ann, ben } = two(['a|'])
    complete(ann.caret(['a', 0]), 'see [the site](https://un.org', ')')
    room.exchange()
    expect(ben.binding.blocks[0]?.inlines.map(({ formats }) => formats)).toEqual([
      {},
      { link: '{"href":"https://un.org"}' },
    ])
  })
})
